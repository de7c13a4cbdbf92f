"""Exports: what the store holds, in the layouts of other projects. A row that would need a guess is refused."""

from counterclaim.export.filters import Filters
from counterclaim.export.formats import FORMATS, Format, export
from counterclaim.export.gather import Record, gather
from counterclaim.export.made import File, Made, Refusal

__all__ = ["FORMATS", "File", "Filters", "Format", "Made", "Record", "Refusal", "export", "gather"]
