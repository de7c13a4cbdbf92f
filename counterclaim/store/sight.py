"""A connection that shows less than the store holds: temporary views stand in front of its tables.

SQLite looks a name up among temporary views before it looks among tables, so every query on the connection,
whoever wrote it, is answered by these. A table that no view is written for is empty to the public; to people who
may not see withheld names, its words come without them.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Mapping
from functools import lru_cache, partial

from counterclaim.store.counts import SPOKEN
from counterclaim.store.days import day_columns
from counterclaim.store.lens import Lens, Sight
from counterclaim.store.names import Spelling, names_of

# Shown to nobody who sees less than all.
_CLOSED = frozenset(
    "people sessions tokens withheld spellings restrictions published published_claims unpublished".split()
    + [f"passage_index_{part}" for part in ("data", "idx", "docsize", "config")]
)
_NAMES = (
    "SELECT s.withheld_id, s.spelling FROM main.spellings AS s "
    "JOIN main.withheld AS w ON w.id = s.withheld_id WHERE w.lifted_at IS NULL ORDER BY 1, 2"
)
_OBJECTS = "SELECT type, name, sql FROM main.sqlite_master WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"
_VIEW_HEAD = re.compile(r"\s*CREATE\s+VIEW\s+\S+\s+AS\s+", re.IGNORECASE)
_VISIBLE = "(SELECT claim_id FROM main.published_claims)"
_VISIBLE_DOCUMENTS = "(SELECT document_id FROM main.published_claims)"
_RESTRICTED = "(SELECT target FROM main.restrictions WHERE kind = 'claim' AND lifted_at IS NULL)"
_SHOWN_CODES = "(SELECT code FROM main.published)"
# What a search finds counts only where it stands in what is shown.
_INDEX = """SELECT i.rowid AS rowid, p.folded AS folded, i.passage_index AS passage_index, i.rank AS rank
    FROM main.passage_index AS i JOIN temp.passages AS p ON p.id = i.rowid
    WHERE found_openly(highlight(i.passage_index, 0, char(1), char(2)), p.folded)"""

# Columns that hold no words of a document: ids, days, choices out of a list. Left as they are, so that indexes serve.
_ENDS = ("_id", "_at", "_first", "_last")
_CODED = frozenset(
    "id code kind type published when_edtf explicitness modality polarity harm qualifier status scope event_type "
    "stance change outcome decision maker stages encoding published_basis".split()
)

Columns = Mapping[str, str]  # name to the expression that gives it


def hides_something(connection: sqlite3.Connection, sight: Sight) -> bool:
    """Whether this sight of the store is another than that of all of it."""
    return sight == "published" or (sight == "masked" and connection.execute(_NAMES).fetchone() is not None)


def look_through(connection: sqlite3.Connection, sight: Sight) -> None:
    """Make the connection show what `sight` allows; to be done before it is made unable to write."""
    if not hides_something(connection, sight):
        return
    spelled = tuple(Spelling(*row) for row in connection.execute(_NAMES))
    for name, (arguments, function) in Lens(names_of(spelled)).functions().items():
        connection.create_function(name, arguments, function, deterministic=True)
    for which in ("first", "last"):
        connection.create_function(f"{which}_day", 1, partial(_day, which), deterministic=True)
    connection.execute("PRAGMA temp_store = MEMORY")
    objects = tuple(connection.execute(_OBJECTS))
    connection.execute("BEGIN")  # one write for all of them
    for name, select in _views(objects, sight, bool(spelled)).items():
        connection.execute(f'CREATE TEMP VIEW "{name}" AS {select}')
    connection.execute("COMMIT")


def _day(which: str, edtf: str | None) -> str | None:
    return day_columns("d", edtf)[f"d_{which}"]


@lru_cache(maxsize=8)
def _views(objects: tuple[tuple[str, str, str], ...], sight: Sight, named: bool) -> dict[str, str]:
    """The SELECT of each view, by name; `objects` are type, name and SQL of all that the store has.

    Unless names are withheld (`named`), words are left as they are.
    """
    tables = {name: _columns_of(sql) for kind, name, sql in objects if kind == "table"}
    made = {name: _nothing(name, tables[name]) for name in tables}
    made |= _published(tables, named) if sight == "published" else _masked(tables)
    made["passage_index"] = _INDEX
    made |= {name: _VIEW_HEAD.sub("", sql) for kind, name, sql in objects if kind == "view"}
    return made


def _columns_of(sql: str) -> dict[str, str]:
    """Name and type of each column of a table that this statement makes."""
    with sqlite3.connect(":memory:") as scratch:
        scratch.execute(sql)
        name = scratch.execute("SELECT name FROM sqlite_master WHERE sql IS NOT NULL").fetchone()[0]
        return {row[1]: row[2] for row in scratch.execute(f'PRAGMA table_info("{name}")')}


def _nothing(table: str, columns: Mapping[str, str]) -> str:
    return _select(table, dict.fromkeys(columns, "NULL"), "WHERE 0")


def _select(table: str, columns: Columns, rest: str = "") -> str:
    given = ", ".join(f'{expression} AS "{name}"' for name, expression in columns.items())
    return f'SELECT {given} FROM main."{table}" AS t {rest}'  # noqa: S608  names of tables, no visitor's words


def _seen(columns: Mapping[str, str], named: bool = True) -> dict[str, str]:
    """Words without names, all else as it is, and nothing of what nobody can look into."""
    given = {}
    for name, kind in columns.items():
        words = named and kind.upper() == "TEXT" and name not in _CODED and not name.endswith(_ENDS)
        given[name] = "NULL" if kind.upper() == "BLOB" else f'seen(t."{name}")' if words else f't."{name}"'
    return given


def _masked(tables: Mapping[str, Mapping[str, str]]) -> dict[str, str]:
    made = {
        name: _select(name, _seen(columns))
        for name, columns in tables.items()
        if name not in _CLOSED and name != "passage_index"
    }
    for name, columns in _texts("NULL", "NULL").items():
        made[name] = _select(name, {**_seen(tables[name]), **columns})
    return made


def _published(tables: Mapping[str, Mapping[str, str]], named: bool) -> dict[str, str]:
    marks = f"""(SELECT json_group_array(json_array(c.start, c."end", p.start, p."end",
            json(CASE WHEN c.id IN {_VISIBLE} THEN 'true' ELSE 'false' END)))
        FROM main.claims AS c
        LEFT JOIN main.passages AS p ON p.document_id = c.document_id AND p.position = c.passage
        WHERE c.document_id = {{}} AND (c.decision IS NOT 'reject' OR c.id IN {_RESTRICTED}))"""  # noqa: S608
    bodies = (
        "(SELECT '[' || group_concat(body, ',') || ']' FROM "
        '(SELECT body FROM temp.claims WHERE document_id = t.document_id ORDER BY start, "end", id))'
    )
    texts = _texts(marks, bodies)
    texts["documents"]["origin"] = "seen_origin(t.origin, t.doc)"
    quote = texts["claims"]["quote"] if named else "t.quote"
    texts["claims"].update(quote=quote, body=f"seen_claim(t.body, {quote}, 1)")
    of_document = f"t.document_id IN {_VISIBLE_DOCUMENTS}"
    told = "EXISTS (SELECT 1 FROM main.published_claims AS c WHERE c.document_id = t.document_id AND c.{} = t.position)"
    rows: dict[str, tuple[Columns, str]] = {
        "documents": (texts["documents"], f"WHERE t.id IN {_VISIBLE_DOCUMENTS}"),
        "sheets": (texts["sheets"], f"WHERE {of_document}"),
        "segments": ({"why": "''"}, f"WHERE {of_document}"),
        "articles": ({"headline": "NULL", "dateline": "NULL"}, f"WHERE {told.format('article')}"),
        "passages": (texts["passages"], f"WHERE {told.format('passage')}"),
        "claims": (texts["claims"], f"WHERE t.id IN {_VISIBLE}"),
        "claim_speakers": ({}, f"WHERE t.claim_id IN {_VISIBLE}"),
        "claim_via": ({}, f"WHERE t.claim_id IN {_VISIBLE}"),
        "incident_claims": ({}, f"WHERE t.claim_id IN {_VISIBLE} AND t.code IN {_SHOWN_CODES}"),
        "alembic_version": ({}, ""),
    }
    made = {
        name: _select(name, {**_seen(tables[name], named), **columns}, rest)
        for name, (columns, rest) in rows.items()
    }
    return {
        **made,
        "incidents": _incidents(tables["incidents"]),
        "relations": _ties("relations", ("kind", "basis")),
        "incident_links": _ties("links", ("score", "basis")),
        "incident_counts": _counts(tables["incident_counts"]),
        "incident_speakers": f"{SPOKEN} GROUP BY m.code, s.speaker",
    }


def _texts(marks: str, bodies: str) -> dict[str, dict[str, str]]:
    """The columns that are cut from a document's text, by table.

    `marks` is SQL for those of a document, with {} for its id; `bodies` SQL for the claims of a sheet. The text is
    a value and not joined: a view over a join is made whole wherever it is the right side of a LEFT JOIN.
    """
    text = "(SELECT text FROM main.documents WHERE id = t.document_id)"
    part = f'({text}, {marks.format("t.document_id")}, t.start, t."end")'
    # A published claim's words are all shown, so that nothing need be looked up for its quote.
    quote = f'seen_part({text}, NULL, t.start, t."end")'
    return {
        "documents": {"text": f"seen_text(t.text, {marks.format('t.id')})", "sha256": "''"},
        "passages": {"text": f"seen_part{part}", "folded": f"seen_folded{part}"},
        "claims": {"quote": quote, "body": f"seen_claim(t.body, {quote}, 0)"},
        "sheets": {"body": f"seen_sheet(t.body, {marks.format('t.document_id')}, {bodies})"},
    }


def _incidents(columns: Mapping[str, str]) -> str:
    """Incidents as their published claims tell them; what is not known of these is empty."""
    told = {
        "code": "t.code",
        "number": "t.number",
        "previous_codes": "t.previous_codes",
        "title": "seen(json_extract(p.body, '$.title'))",
        "kind": "json_extract(p.body, '$.kind')",
        "place": "seen(json_extract(p.body, '$.place'))",
        "when_edtf": "json_extract(p.body, '$.when')",
        "when_first": "first_day(json_extract(p.body, '$.when'))",
        "when_last": "last_day(json_extract(p.body, '$.when'))",
        "basis": "seen(json_extract(p.body, '$.basis'))",
        "maker": "json_extract(p.body, '$.maker')",
    }
    given = {name: told.get(name, "NULL") for name in columns}
    rest = "JOIN main.published AS p ON p.code = t.code"
    return _select("incidents", given, rest)


def _counts(columns: Mapping[str, str]) -> str:
    given = {name: "t.code" if name == "code" else f"json_extract(t.counts, '$.{name}')" for name in columns}
    return _select("published", given)


def _ties(field: str, columns: tuple[str, ...]) -> str:
    """Relations or links of published incidents, out of their JSON."""
    given = ", ".join(f"seen(json_extract(e.value, '$.{name}')) AS {name}" for name in columns)
    return (
        "SELECT p.code AS code, e.key AS position, json_extract(e.value, '$.claim') AS claim_id, "  # noqa: S608
        f"json_extract(e.value, '$.other') AS other_id, {given} "
        f"FROM main.published AS p, json_each(p.body, '$.{field}') AS e"
    )
