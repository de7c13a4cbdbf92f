"""An incident as an address asks for it: its code, the rule that reconciles it, and the day as of which."""

from __future__ import annotations

from datetime import date
from typing import Annotated, NamedTuple
from urllib.parse import urlencode

from fastapi import Depends, Query, Request
from pydantic import BeforeValidator
from starlette.responses import RedirectResponse

from counterclaim.core.incidents import Incident
from counterclaim.incidents.profiles import DEFAULT_PROFILE, reconcile
from counterclaim.incidents.tallies import Reconciled
from counterclaim.store import Store
from counterclaim.web import languages
from counterclaim.web.asof import Known, known_by
from counterclaim.web.pages.opened import empty_is_none
from counterclaim.web.render import path_part

_PROFILE_LENGTH = 40  # characters; longer than any name of one


class View(NamedTuple):
    """What was chosen in the address."""

    profile: str
    as_of: date | None

    @property
    def query(self) -> str:
        """ "?profile=…&as_of=…", without what is the default."""
        chosen = {
            "profile": self.profile if self.profile != DEFAULT_PROFILE else "",
            "as_of": self.as_of.isoformat() if self.as_of else "",
        }
        given = {name: value for name, value in chosen.items() if value}
        return f"?{urlencode(given)}" if given else ""


def _choose(
    profile: Annotated[str, Query(max_length=_PROFILE_LENGTH)] = DEFAULT_PROFILE,
    as_of: Annotated[date | None, BeforeValidator(empty_is_none), Query()] = None,
) -> View:
    return View(profile, as_of)


Viewed = Annotated[View, Depends(_choose)]


def address_of(incident: Incident, view: View | None = None) -> str:
    """The lasting address of an incident, as viewed."""
    return f"/incidents/{path_part(incident.code)}{view.query if view else ''}"


def moved(request: Request, incident: Incident, code: str, status: int = 307) -> RedirectResponse | None:
    """To the incident that took a previous code over, whatever else the address asks for."""
    if incident.code == code:
        return None
    before, _, behind = request.url.path.partition("/incidents/")
    rest = behind.partition("/")[2]
    query = f"?{request.url.query}" if request.url.query else ""
    address = f"{languages.base()}{before}{address_of(incident)}{f'/{rest}' if rest else ''}{query}"
    return RedirectResponse(address, status)


def look(store: Store, incident: Incident, view: View) -> tuple[Known, Reconciled]:
    """What was known of the incident on the day, and what the rule makes of it.

    Raises:
        NotFoundError: there is no such rule.
    """
    known = known_by(incident, store.claims_of(incident), view.as_of)
    return known, reconcile(view.profile, known.filed)
