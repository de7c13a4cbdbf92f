"""Reads conflict reporting and keeps who claims what.

What is named here is the Python library, documented in docs/reference/library.md; everything below it may
change between versions. Each name is imported when it is first used.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from counterclaim.core.errors import CounterclaimError as CounterclaimError
    from counterclaim.core.incidents import FiledClaim as FiledClaim
    from counterclaim.library import Figure as Figure
    from counterclaim.library import Incident as Incident
    from counterclaim.library import OpenedStore as OpenedStore
    from counterclaim.library import Reconciled as Reconciled
    from counterclaim.library import Results as Results
    from counterclaim.library import Sheet as Sheet
    from counterclaim.library import link as link
    from counterclaim.library import open_store as open_store
    from counterclaim.library import read as read
    from counterclaim.library import read_file as read_file
    from counterclaim.library import read_files as read_files
    from counterclaim.library import reconcile as reconcile

__version__ = "0.1.0"
__all__ = [
    "CounterclaimError",
    "Figure",
    "FiledClaim",
    "Incident",
    "OpenedStore",
    "Reconciled",
    "Results",
    "Sheet",
    "link",
    "open_store",
    "read",
    "read_file",
    "read_files",
    "reconcile",
]


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module 'counterclaim' has no attribute {name!r}; it has {', '.join(__all__)}")
    value = getattr(import_module("counterclaim.library"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return [*__all__, "__version__"]
