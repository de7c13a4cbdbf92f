"""A place on the map with its precision, in the language of the page: what `core.located` says in English."""

from __future__ import annotations

from markupsafe import Markup, escape

from counterclaim.core.located import Located
from counterclaim.web.languages import N_
from counterclaim.web.languages import gettext as _
from counterclaim.web.words import fill_in, number_words

_LEADS = {2: N_("near %(name)s"), 7: N_("on the water: %(name)s")}
_SOMEWHERE = N_("somewhere in %(name)s")
_AREAS = {"province": N_("%(name)s province"), "district": N_("%(name)s district")}


def located_words(located: Located) -> Markup:
    """The place with its precision: a province is never a pin. Names are isolated, as `fill_in` does.

    >>> located_words(Located(lat=35.0, lon=40.3, radius_km=90, precision=4, name="Deir ez-Zor", kind="province"))
    Markup('somewhere in <bdi>Deir ez-Zor</bdi> province, ±90 km')
    """
    name = located.name
    if located.kind in _AREAS and located.kind not in name.lower().split():
        name = fill_in(_(_AREAS[located.kind]), name=name)
    parts = (located.admin1, located.country)
    around = [part for part in parts if part and part not in located.name]
    if around:
        name = fill_in(_("%(words)s (%(remark)s)"), words=name, remark=", ".join(around))
    if located.precision != 1:
        name = fill_in(_(_LEADS.get(located.precision, _SOMEWHERE)), name=name)
    radius = number_words(round(located.radius_km, 0 if located.radius_km >= 1 else 1))
    return fill_in(_("%(place)s, ±%(radius)s km"), place=name, radius=escape(radius))
