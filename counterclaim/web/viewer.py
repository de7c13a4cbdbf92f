"""Who asks for a page, and what they may do."""

from __future__ import annotations

from collections.abc import Callable
from contextvars import ContextVar, Token
from typing import Literal, NamedTuple, get_args

from counterclaim.core.errors import CounterclaimError
from counterclaim.store.lens import Sight

Role = Literal["anonymous", "reader", "coder", "reviewer", "admin"]  # each may do what those before it may
ROLES: tuple[Role, ...] = get_args(Role)


class ForbiddenError(CounterclaimError):
    """The viewer's role does not allow what was asked for."""


class Viewer(NamedTuple):
    """A person at a browser, or a program with a token."""

    name: str | None  # None: not signed in
    role: Role
    outside: bool = False  # where nothing is published: sees the way in and no more

    def may(self, role: Role) -> bool:
        """Whether the viewer's role is this one or a higher one.

        >>> Viewer("amal", "coder").may("reader"), Viewer("amal", "coder").may("admin")
        (True, False)
        """
        return ROLES.index(self.role) >= ROLES.index(role)


# Over a store without accounts, served to this machine only, whoever sits at it keeps it.
KEEPER = Viewer(name="local", role="admin")
VISITOR = Viewer(name=None, role="anonymous")

STRANGER = Viewer(name=None, role="anonymous", outside=True)

_current: ContextVar[Viewer] = ContextVar("viewer", default=STRANGER)  # until somebody has looked who asks


def current() -> Viewer:
    """Who asks for the page being made."""
    return _current.get()


def become(viewer: Viewer) -> Token[Viewer]:
    """Say who asks for the page about to be made; `leave` takes it back."""
    return _current.set(viewer)


def leave(token: Token[Viewer]) -> None:
    """Let the viewer before `become` count again."""
    _current.reset(token)


def sight() -> Sight:
    """How much of the store whoever asks may see."""
    viewer = current()
    if viewer.may("reviewer"):
        return "all"
    return "masked" if viewer.may("reader") else "published"


def at_least(role: Role) -> Callable[[], Viewer]:
    """A dependency of a route: the viewer, whose role must be `role` or higher.

    Raises (when called):
        ForbiddenError: it is lower.
    """

    def allowed() -> Viewer:
        viewer = current()
        if not viewer.may(role):
            raise ForbiddenError(f"this asks for the role {role!r}; yours is {viewer.role!r}")
        return viewer

    return allowed
