"""Names to places on the map, offline: a shipped table of the world and, where a user imports one, a larger one."""

from counterclaim.gazetteer.lookup import Candidate, Gazetteer, load_gazetteer, located_of
from counterclaim.gazetteer.table import Entry

__all__ = ["Candidate", "Entry", "Gazetteer", "load_gazetteer", "located_of"]
