"""The pages that every page leads to."""

from __future__ import annotations

from counterclaim.web.languages import gettext as _


def pages() -> list[tuple[str, str]]:
    """Address and name of each, in the order of the menu, for whoever asks."""
    return [
        ("/", _("Incidents")),
        ("/documents", _("Documents")),
        ("/issues", _("Issues")),
    ]
