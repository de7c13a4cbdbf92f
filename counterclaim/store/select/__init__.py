"""What may be listed out of a store, and how it is selected, counted, put in order and paged."""

from counterclaim.store.select.columns import Column, Listing
from counterclaim.store.select.facets import Facet, FacetCount, count_facets, facet_counts
from counterclaim.store.select.lists import LISTS
from counterclaim.store.select.read import Page, Row, count_rows, select_all, select_rows, select_uncounted
from counterclaim.store.select.selection import Filter, Selection, as_query, parse_selection
from counterclaim.store.select.statement import as_sql

__all__ = [
    "LISTS",
    "Column",
    "Facet",
    "FacetCount",
    "Filter",
    "Listing",
    "Page",
    "Row",
    "Selection",
    "as_query",
    "as_sql",
    "count_facets",
    "count_rows",
    "facet_counts",
    "parse_selection",
    "select_all",
    "select_rows",
    "select_uncounted",
]
