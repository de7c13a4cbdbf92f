"""Lists of what was read, and of what was odd in it."""

from __future__ import annotations

from counterclaim.store.select.columns import Column, Key, Listing

DOCUMENTS = Listing(
    "documents",
    "Documents",
    "documents AS d",
    (
        Column("id", "Document id", "text", "d.id"),
        Column("doc", "Document", "text", "d.doc", shown=True),
        Column("title", "Title", "text", "d.title", shown=True),
        Column("outlet", "Outlet", "text", "d.outlet", shown=True, facet=True),
        Column(
            "published",
            "Published",
            "day",
            "d.published",
            shown=True,
            first="d.published_first",
            last="d.published_last",
        ),
        Column(
            "articles",
            "Articles",
            "integer",
            "(SELECT count(*) FROM articles AS a WHERE a.document_id = d.id)",
            shown=True,
        ),
        Column(
            "claims",
            "Claims",
            "integer",
            "(SELECT count(*) FROM claims AS c WHERE c.document_id = d.id AND c.decision IS NOT 'reject')",
            shown=True,
        ),
        Column("n_chars", "Characters", "integer", "d.n_chars", shown=True),
        Column("origin", "Read from", "text", "d.origin"),
        Column("sha256", "SHA-256", "text", "d.sha256"),
        Column("encoding", "Encoding", "text", "d.encoding"),
        Column("read_at", "Read at", "text", "d.read_at"),
    ),
    (Key("d.id"),),
    "doc",
    search=(
        "d.id IN (SELECT found.document_id FROM passage_index JOIN passages AS found "
        "ON found.id = passage_index.rowid WHERE passage_index MATCH {words})"
    ),
    names="COALESCE(d.title, d.doc)",
)

ISSUES = Listing(
    "issues",
    "Issues",
    "issues AS o",
    (
        Column(
            "severity",
            "Severity",
            "choice",
            "o.severity",
            shown=True,
            facet=True,
            choices=("info", "warning", "error"),
        ),
        Column("code", "Code", "text", "o.code", shown=True, facet=True),
        Column("message", "Message", "text", "o.message", shown=True),
        Column("origin", "Met in", "text", "o.origin", shown=True),
        Column("document_id", "Document id", "text", "o.document_id"),
        Column("start", "Start", "integer", "o.start"),
        Column("end", "End", "integer", 'o."end"'),
        Column("maker", "Noticed by", "text", "o.maker"),
        Column("seen_at", "Seen at", "text", "o.seen_at"),
        Column("id", "Number", "integer", "o.id"),
    ),
    (Key("o.id"),),
    "origin",
    names="o.message",
)
