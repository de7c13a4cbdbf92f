"""The Python library: what `import counterclaim` gives, thin names over the rest of the house."""

from counterclaim.core.errors import CounterclaimError
from counterclaim.core.incidents import FiledClaim
from counterclaim.library.figures import Figure, Reconciled, reconcile
from counterclaim.library.incidents import Incident, link
from counterclaim.library.opened import OpenedStore, open_store
from counterclaim.library.reading import Sheet, read, read_file, read_files
from counterclaim.library.results import Results

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
