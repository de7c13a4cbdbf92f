"""Roles, and what is withheld, in words."""

from __future__ import annotations

from counterclaim.web.languages import N_
from counterclaim.web.languages import gettext as _

_ROLES = {  # what each is called, and what it may
    "anonymous": (N_("Visitor"), N_("Sees what is published, where this site publishes anything.")),
    "reader": (N_("Reader"), N_("Reads everything but withheld names.")),
    "coder": (N_("Coder"), N_("Reads like a reader, and codes claims a second time.")),
    "reviewer": (
        N_("Reviewer"),
        N_("Decides on claims and incidents, sees withheld names, and restricts what is published."),
    ),
    "admin": (N_("Admin"), N_("Does all that a reviewer does, and gives and takes accounts.")),
}
_NAME_ROLES = {"victim": N_("victim"), "witness": N_("witness"), "other": N_("somebody else")}
_RESTRICTED = {"claim": N_("claim"), "document": N_("document"), "outlet": N_("outlet")}


def role_words(role: str) -> str:
    """What the role is called."""
    return _(_ROLES[role][0])


def role_means(role: str) -> str:
    """What somebody with the role may do."""
    return _(_ROLES[role][1])


def name_role(role: str) -> str:
    """As whom a name is withheld."""
    return _(_NAME_ROLES[role])


def restricted_kind(kind: str) -> str:
    """What is restricted."""
    return _(_RESTRICTED[kind])
