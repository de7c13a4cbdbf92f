from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from counterclaim.core.errors import DataError, NotFoundError, QueryError
from counterclaim.core.incidents import Incident
from counterclaim.core.types import Sheet
from counterclaim.store import Store, query
from counterclaim.store.lens import Sight
from counterclaim.store.restrictions import lift_restriction, list_restrictions, restrict
from counterclaim.store.tokens import add_token
from counterclaim.store.withholding import lift_withholding, list_withheld, withhold

MakeSheet = Callable[..., Sheet]
WHO = {"who": "vera", "why": "a reason"}
SIGHTS: tuple[Sight, ...] = ("masked", "published")


def accept_all(store: Store) -> None:
    for one in store.claims():
        store.rule(one.claim.id, "accept", who="vera", why="read it")


def spans_of(store: Store) -> None:
    """Every span that the store shows cuts the words that it shows for it."""
    for row in store.documents():
        sheet = store.sheet(row.id)
        text = sheet.document.text
        assert len(text) == row.n_chars
        for passage in sheet.passages or ():
            assert passage.span.of(text) == passage.exact
        for claim in sheet.claims or ():
            assert text[claim.start : claim.end] == claim.quote
        for filed in store.claims_in(row.id):
            assert text[filed.claim.start : filed.claim.end] == filed.claim.quote
        segments = sorted(segment.span for segment in sheet.segments or ())
        assert "".join(span.of(text) for span in segments) == text
    with store.reading() as connection:
        for table, words in (("claims", "quote"), ("passages", "text")):
            rows = connection.exec_driver_sql(
                f'SELECT d.text, t.start, t."end", t.{words} FROM {table} AS t JOIN documents AS d ON d.id = t.document_id'
            )
            for text, start, end, quote in rows:
                assert text[start:end] == quote


WORDS = st.sampled_from(
    ["Karim Haddad", "HADDAD", "karím  haddad", "🚨", "rain", "كريم حداد", "Ş", "12", "7", "on", "\n"]
)


@given(
    st.lists(st.lists(WORDS, min_size=1, max_size=8).map(" ".join), min_size=1, max_size=4, unique=True),
    st.sets(st.integers(0, 40)),
    st.sets(st.integers(0, 40)),
)
@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_every_quote_is_what_the_shown_text_has_at_its_place(
    path: Path, fresh: bytes, make_sheet: MakeSheet, told: list[str], accepted: set[int], restricted: set[int]
) -> None:
    path.write_bytes(fresh)
    with Store.open(path) as store:
        for number, sentence in enumerate(told):
            store.write_sheet(
                make_sheet(f"{sentence}. {sentence} 3 dead", doc=f"{number}.txt", speakers=("Haddad",))
            )
        claims = [one.claim.id for one in store.claims()]
        store.write_incidents([Incident(code="A", title="Karim Haddad's street", claims=tuple(claims))])
        for number, claim in enumerate(claims):
            if number in accepted:
                store.rule(claim, "accept", **WHO)
            if number in restricted:
                restrict(store, claim, **WHO)
        withhold(store, "Karim Haddad", "witness", also=["Haddad", "كريم حداد"], **WHO)
        before = list(store.documents())
        shown = [claim for number, claim in enumerate(claims) if number in accepted - restricted]
    for sight in SIGHTS:
        with Store.open(path, read_only=True, sight=sight) as seen:
            spans_of(seen)
            sheets = [seen.sheet(row.id) for row in seen.documents()]
            everything = repr([seen.documents(), sheets, seen.claims(), seen.incidents()]).lower()
            assert "haddad" not in everything
            assert "حداد" not in everything
            assert [one.claim.id for one in seen.claims()] == (shown if sight == "published" else claims)
    with Store.open(path, read_only=True) as store:
        assert store.documents() == before
        assert store.check() == []


@pytest.fixture
def street(path: Path, fresh: bytes, make_sheet: MakeSheet) -> Path:
    """Two documents on one street, everything accepted."""
    path.write_bytes(fresh)
    with Store.open(path) as store:
        store.write_sheet(
            make_sheet(
                "Amal Noor saw 12 dead. Rain fell on 9 roofs.", doc="a.txt", title="Noor's day", outlet="Wire"
            )
        )
        store.write_sheet(
            make_sheet("Officials spoke of 9.", doc="b.txt", speakers=("Amal Noor",), outlet="Post")
        )
        store.write_incidents(
            [Incident(code="S", title="Street", claims=tuple(one.claim.id for one in store.claims()))]
        )
        accept_all(store)
    return path


def rows_of(path: Path, sight: Sight, tables: tuple[str, ...]) -> dict[str, list[Any]]:
    with Store.open(path, read_only=True, sight=sight) as store, store.reading() as connection:
        return {
            table: sorted(map(repr, connection.exec_driver_sql(f"SELECT * FROM {table}").all()))
            for table in tables
        }


def test_where_all_is_accepted_and_no_name_withheld_the_public_sees_the_same_claims(street: Path) -> None:
    tables = ("claim_speakers", "claim_via", "incident_claims", "incident_counts", "figures", "passages")
    assert rows_of(street, "published", tables) == rows_of(street, "all", tables)
    assert [table for table, rows in rows_of(street, "published", tables).items() if not rows] == [
        "claim_via"
    ]


def test_readers_see_the_store_itself_while_no_name_is_withheld(street: Path) -> None:
    tables = ("documents", "claims", "issues", "rulings", "incidents")
    assert rows_of(street, "masked", tables) == rows_of(street, "all", tables)


def test_tables_that_no_view_is_written_for_are_empty_to_the_public(street: Path) -> None:
    with Store.open(street) as store:
        withhold(store, "Amal Noor", "victim", **WHO)
        add_token(store, "nightly", "admin")
    with Store.open(street, read_only=True) as store, store.reading() as connection:
        tables = connection.exec_driver_sql(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
        ).scalars()
        known = set(tables)
    shown = {
        *"documents sheets segments articles passages passage_index claims claim_speakers claim_via incidents".split(),
        *"incident_claims relations incident_links incident_counts incident_speakers alembic_version".split(),
    }
    with Store.open(street, read_only=True, sight="published") as store, store.reading() as connection:
        for table in sorted(known - shown):
            assert connection.exec_driver_sql(f'SELECT count(*) FROM "{table}"').scalar() == 0, table
    secret = {"people", "sessions", "tokens", "withheld", "spellings", "restrictions"}
    with Store.open(street, read_only=True, sight="masked") as store, store.reading() as connection:
        for table in sorted(secret):
            assert connection.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar() == 0, table


def test_a_withheld_name_is_not_found_by_search_and_other_words_are(street: Path) -> None:
    with Store.open(street) as store:
        assert len(store.find_passages("noor")) == 1
        withhold(store, "Amal Noor", "victim", also=["Noor"], **WHO)
    for sight in SIGHTS:
        with Store.open(street, read_only=True, sight=sight) as store:
            for words in ("noor", "amal noor", "Ámal", "noor saw"):
                assert store.find_passages(words) == [], words
            assert [one.text[:4] for one in store.find_passages("saw dead")] == ["[P1]"]
            assert [one.text for one in store.find_passages("rain")] == ["Rain fell on 9 roofs."]


def test_a_hidden_sentence_is_not_found_by_search(street: Path) -> None:
    with Store.open(street) as store:
        roofs = next(one.claim.id for one in store.claims() if one.claim.quote == "9" and one.doc == "a.txt")
        restrict(store, roofs, **WHO)
    with Store.open(street, read_only=True, sight="published") as store:
        assert store.find_passages("rain") == []
        assert len(store.find_passages("dead")) == 1
        text = store.sheet("a.txt").document.text
    assert text.startswith("Amal Noor saw 12 dead.")
    assert "[…]" in text
    assert "Rain" not in text


@pytest.mark.parametrize("target", ["a.txt", "Wire", "WIRE"])
def test_a_document_or_an_outlet_is_restricted_whole(street: Path, target: str) -> None:
    with Store.open(street) as store:
        done = restrict(store, target, **WHO)
        assert done.why == "a reason"
    with Store.open(street, read_only=True, sight="published") as store:
        assert [row.doc for row in store.documents()] == ["b.txt"]
        assert [one.doc for one in store.claims_of(store.incident("S"))] == ["b.txt"]
    with Store.open(street) as store:
        lift_restriction(store, target, who="ada")
        assert [one.lifted_by for one in list_restrictions(store)] == ["ada"]
    with Store.open(street, read_only=True, sight="published") as store:
        assert len(store.documents()) == 2


def test_what_cannot_be_restricted_is_said(street: Path) -> None:
    with Store.open(street) as store:
        with pytest.raises(NotFoundError, match=r"near it: a\.txt"):
            restrict(store, "aa.txt", **WHO)
        with pytest.raises(DataError, match="reason"):
            restrict(store, "a.txt", who="vera", why=" ")
        restrict(store, "a.txt", **WHO)
        with pytest.raises(DataError, match="already"):
            restrict(store, "a.txt", **WHO)
        with pytest.raises(NotFoundError, match="not restricted"):
            lift_restriction(store, "b.txt", who="vera")


def test_a_restriction_outlives_a_reading_that_loses_its_claim(street: Path, make_sheet: MakeSheet) -> None:
    sheet = make_sheet("Amal Noor saw 12 dead. Rain fell on 9 roofs.", doc="a.txt")
    claim = (sheet.claims or ())[0].id
    with Store.open(street) as store:
        restrict(store, claim, **WHO)
        store.write_sheet(
            make_sheet(
                "Amal Noor saw 12 dead. Rain fell on 9 roofs.", doc="a.txt", speakers=("X",), stages=("c.v2",)
            )
        )
        assert lift_restriction(store, claim, who="vera").target == claim


def test_one_person_has_one_pseudonym_under_every_spelling(street: Path) -> None:
    with Store.open(street) as store:
        first = withhold(store, "Amal Noor", "victim", **WHO)
        other = withhold(store, "Wire", "other", **WHO)
        again = withhold(store, "AMAL  NOOR", "witness", also=["Noor"], **WHO)
        assert (first.person, other.person, again.person) == (1, 2, 1)
        assert again.spellings == ("AMAL NOOR", "Amal Noor", "Noor")
        with pytest.raises(DataError, match="different people: 1, 2"):
            withhold(store, "Noor", "victim", also=["wire"], **WHO)
        with pytest.raises(DataError, match="reason"):
            withhold(store, "Someone", "victim", who="vera", why="")
        with pytest.raises(DataError, match="not as 'hero'"):
            withhold(store, "Someone", "hero", **WHO)
        with pytest.raises(NotFoundError, match="near it: Noor"):
            lift_withholding(store, "Noora", who="vera")
        lift_withholding(store, "noor", who="ada")
        assert [one.lifted_by for one in list_withheld(store)] == ["ada", None]


def test_words_in_json_are_covered_however_they_are_escaped(street: Path) -> None:
    with Store.open(street) as store:
        claim = store.claims()[0].claim.id
        store.rule(claim, "fix", field="group", value="family of كريم حداد", **WHO)
        withhold(store, "كريم حداد", "victim", **WHO)
        with store.reading() as connection:
            whole = connection.exec_driver_sql("SELECT value FROM rulings WHERE decision = 'fix'").scalar()
    assert "\\u" in str(whole)
    with Store.open(street, read_only=True, sight="masked") as store, store.reading() as connection:
        value = connection.exec_driver_sql("SELECT value FROM rulings WHERE decision = 'fix'").scalar()
        group = connection.exec_driver_sql("SELECT victim_group FROM claims WHERE id = ?", (claim,)).scalar()
    assert json.loads(str(value)) == group == "family of [person 1]"


def test_sql_is_not_for_those_who_see_less(street: Path) -> None:
    asked = "SELECT text FROM main.documents"
    assert query(street, asked, sight="masked").rows
    with pytest.raises(QueryError, match="for reviewers"):
        query(street, asked, sight="published")
    with Store.open(street) as store:
        withhold(store, "Amal Noor", "victim", **WHO)
    with pytest.raises(QueryError, match="for reviewers"):
        query(street, asked, sight="masked")
    assert "Noor" in str(query(street, asked).rows)


def test_sql_shows_no_hash(street: Path) -> None:
    with Store.open(street) as store:
        add_token(store, "nightly", "reader")
    assert query(street, "SELECT name, token_hash FROM tokens").rows == (("nightly", None),)
    assert query(
        street, "SELECT count(*) FROM tokens WHERE token_hash LIKE 'a%' OR token_hash > ''"
    ).rows == ((0,),)


def test_an_older_store_publishes_what_was_accepted_when_it_is_brought_up_to_date(
    path: Path, make_sheet: MakeSheet
) -> None:
    from counterclaim.store.connect import make_engine
    from counterclaim.store.migrate import migrate

    engine = make_engine(path, read_only=False)
    migrate(engine, "0004")
    with engine.begin() as connection:
        for statement in (
            "INSERT INTO documents VALUES ('d','o.txt',NULL,NULL,NULL,'o.txt','','utf-8','9 dead.',7,'[]','','')",
            "INSERT INTO incidents (code, number, title, basis, maker, previous_codes) VALUES ('O', 1, 'Old', '', '', '[]')",
            """INSERT INTO claims (id, document_id, type, start, "end", quote, article, passage, explicitness,
                modality, polarity, maker, decision, body)
                VALUES ('c', 'd', 'plan', 0, 6, '9 dead', 0, 0, 'outlet', 'asserted', 'affirmed', 'm', 'accept',
                '{"type": "plan", "id": "c", "start": 0, "end": 6, "quote": "9 dead"}')""",
            "INSERT INTO incident_claims VALUES ('O', 0, 'c')",
        ):
            connection.exec_driver_sql(statement)
    engine.dispose()
    Store.open(path).close()
    with Store.open(path, read_only=True, sight="published") as store:
        assert [incident.code for incident in store.incidents()] == ["O"]
        assert [one.claim.quote for one in store.claims()] == ["9 dead"]
