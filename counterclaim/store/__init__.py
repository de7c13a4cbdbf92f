"""The SQLite record: schema, writing, queries, checks."""

from counterclaim.store.query import query
from counterclaim.store.record import Store
from counterclaim.store.rows import DocumentRow, FoundPassage, QueryResult, StoredIssue

__all__ = ["DocumentRow", "FoundPassage", "QueryResult", "Store", "StoredIssue", "query"]
