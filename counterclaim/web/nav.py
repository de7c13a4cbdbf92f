"""The pages that every page leads to."""

from __future__ import annotations

from counterclaim.web import viewer
from counterclaim.web.languages import gettext as _


def pages() -> list[tuple[str, str]]:
    """Address and name of each, in the order of the menu, for whoever asks."""
    asking = viewer.current()
    entries: list[tuple[viewer.Role, str, str]] = [
        ("anonymous", "/", _("Incidents")),
        ("anonymous", "/map", _("Map")),
        ("anonymous", "/claims", _("Claims")),
        ("anonymous", "/speakers", _("Speakers")),
        ("anonymous", "/outlets", _("Outlets")),
        ("anonymous", "/places", _("Places")),
        ("anonymous", "/agreements", _("Agreements")),
        ("anonymous", "/control", _("Control")),
        ("anonymous", "/documents", _("Documents")),
        ("reader", "/issues", _("Issues")),
        ("reader", "/sql", _("SQL")),
        ("coder", "/review", _("Review")),
        ("reviewer", "/withheld", _("Withheld")),
        ("admin", "/people", _("People")),
    ]
    keeps = asking == viewer.KEEPER  # over a store without accounts there is nobody to list
    return [
        (address, name)
        for role, address, name in entries
        if asking.may(role) and not asking.outside and not (keeps and address == "/people")
    ]
