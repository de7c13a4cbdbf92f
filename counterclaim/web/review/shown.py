"""Pages of the desk, with the words that all of them use."""

from __future__ import annotations

from typing import Any

from starlette.responses import Response

from counterclaim.store.audit import Action
from counterclaim.store.choices import REASONS
from counterclaim.web.languages import N_
from counterclaim.web.languages import gettext as _
from counterclaim.web.render import render
from counterclaim.web.review.fields import claim_fields, value_words

# The reasons are the store's words; these are for the catalogues.
_REASONS = (
    N_("The text does not say this"),
    N_("Wrong number or kind"),
    N_("Credited to somebody who does not say it"),
    N_("The same claim is there already"),
    N_("Background, no claim"),
    N_("Another reason"),
)
_ACTIONS: dict[Action, str] = {
    "accept": N_("Accepted"),
    "reject": N_("Rejected"),
    "fix": N_("Corrected"),
    "move": N_("Other words marked"),
    "add": N_("Added"),
    "unsure": N_("Unsure"),
    "same": N_("One incident"),
    "different": N_("Different incidents"),
    "undo": N_("Undone"),
    "redo": N_("Redone"),
}
_STATES = {"accept": N_("accepted"), "reject": N_("rejected")}


def action_words(action: Action) -> str:
    """What was decided."""
    return _(_ACTIONS[action]) if action in _ACTIONS else action


def state_words(decision: str | None) -> str:
    """How a claim stands."""
    return _(_STATES[decision]) if decision in _STATES else _("undecided")


def show(template: str, status: int = 200, **names: Any) -> Response:
    """The page that a template of `review/` makes of the names."""
    return render(
        f"review/{template}.html",
        status,
        action_words=action_words,
        claim_fields=claim_fields,
        reasons=REASONS,
        state_words=state_words,
        value_words=value_words,
        **names,
    )
