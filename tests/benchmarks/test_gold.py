"""The published corpus keeps to its codebook, and its papers tell what the files hold."""

from __future__ import annotations

import doctest
from pathlib import Path
from typing import Any, get_args

import msgspec
import pytest

from benchmarks.quality import gold, gold_tables
from benchmarks.quality.command import ROOT
from benchmarks.quality.gold_corpus import FILES, GOLD, Corpus, Record, faults_of, find_faults, read_corpus
from benchmarks.quality.gold_tables import OWN_SOURCE, TYPES, Table, agreement_table, share_table, size_tables
from counterclaim.core import claims

SHARED = ROOT.parent / "shared"
CORPUS = read_corpus()
RECORDS = [record for name in FILES for record in CORPUS[name]]
LITERALS = {
    ("every", "explicitness"): claims.Explicitness,
    ("every", "modality"): claims.Modality,
    ("every", "polarity"): claims.Polarity,
    ("casualty", "harm"): claims.Harm,
    ("casualty", "qualifier"): claims.FigureQualifier,
    ("casualty", "status"): claims.Status,
    ("casualty", "scope"): claims.Scope,
    ("event", "event_type"): claims.EventType,
    ("responsibility", "stance"): claims.Stance,
    ("control", "change"): claims.Change,
    ("damage", "outcome"): claims.Outcome,
    ("agreement", "status"): claims.AgreementStatus,
}


def paper(name: str) -> str:
    return (GOLD / name).read_text("utf-8")


def table_under(page: str, heading: str) -> Table:
    """The cells of the first table after a line, its head first."""
    lines = iter(page.partition(f"{heading}\n")[2].splitlines())
    rows: Table = []
    for line in lines:
        if line.startswith("|"):
            rows.append([cell.strip() for cell in line.strip("|").split("|")])
        elif rows:
            break
    return rows[:1] + rows[2:]


def record_of(**changed: Any) -> Record:
    """A faultless record with one claim; fields of the claim can be changed, or None takes one away."""
    text = "Two barges sank off Bor, the harbour master said."
    claim = {
        "type": "damage",
        "start": 0,
        "end": 19,
        "quote": "Two barges sank off",
        "speakers": ["harbour master"],
        "credit": [25, 48],
        "explicitness": "role",
        "object": "barges",
        "min": 2,
        "max": 2,
        "outcome": "destroyed",
    } | changed
    return {
        "doc": "barges",
        "title": "Barges sink",
        "outlet": "The Ferryman",
        "published": None,
        "source": OWN_SOURCE,
        "licence": "Apache-2.0",
        "text": text,
        "claims": [{field: value for field, value in claim.items() if value is not None}],
    }


def test_the_corpus_keeps_to_its_codebook() -> None:
    assert find_faults(CORPUS) == []


def test_every_quote_stands_at_its_offsets_and_every_credit_has_words() -> None:
    for record in RECORDS:
        for claim in record["claims"]:
            assert record["text"][claim["start"] : claim["end"]] == claim["quote"]
            if "credit" in claim:
                start, end = claim["credit"]
                assert 0 <= start < end <= len(record["text"])


def test_every_claim_is_one_of_the_projects_own() -> None:
    for record in RECORDS:
        for claim in record["claims"]:
            decoded: claims.Claim = msgspec.convert(claim, claims.Claim)
            assert claims.claim_type(decoded) == claim["type"]


def test_ids_are_unique_and_the_second_annotation_is_of_documents_of_the_first() -> None:
    ids = [record["doc"] for name in ("open", "own") for record in CORPUS[name]]
    assert len(ids) == len(set(ids))
    assert {record["doc"] for record in CORPUS["second"]} <= {record["doc"] for record in CORPUS["open"]}


def test_a_faultless_record_has_no_faults() -> None:
    assert faults_of(record_of()) == []


@pytest.mark.parametrize(
    ("changed", "fault"),
    [
        ({"quote": "Three barges sank"}, "the quote does not stand at its offsets"),
        ({"credit": [25, 25]}, "the credit is empty"),
        ({"credit": [25, 400]}, "the credit is empty, begins or ends with a blank, or leaves the text"),
        ({"credit": None}, "words of credit are marked exactly where"),
        ({"speakers": []}, "speakers are empty exactly where"),
        ({"outcome": "sunk"}, "Invalid enum value 'sunk'"),
        ({"type": "shipwreck"}, "Invalid value 'shipwreck'"),
        ({"depth": 4}, "unknown fields depth"),
        (
            {"type": "responsibility", "stance": "denies", "object": None, "outcome": None},
            "a denial is negated",
        ),
    ],
)
def test_a_claim_that_breaks_the_codebook_is_told(changed: dict[str, Any], fault: str) -> None:
    assert any(fault in line for line in faults_of(record_of(**changed)))


@pytest.mark.parametrize("field", ["title", "outlet", "source", "licence"])
def test_a_document_without_source_or_licence_is_told(field: str) -> None:
    assert faults_of(record_of() | {field: None}) == [f"barges: no {field}"]


def test_an_id_used_twice_and_a_second_annotation_of_another_text_are_told() -> None:
    other = record_of() | {"text": "Two barges sank off Bor, the harbour master said!"}
    corpus: Corpus = {"open": [record_of()], "own": [record_of()], "second": [other]}
    assert find_faults(corpus) == [
        "barges: 2 records have this id",
        "barges: the second annotation is not of the same document",
    ]


def test_the_codebooks_vocabulary_is_that_of_the_code() -> None:
    rows = table_under(paper("GUIDELINES.md"), "## Vocabulary")[1:]
    told = {(kind, field.strip("`")): tuple(values.split(" · ")) for kind, field, values in rows}
    assert told.pop(("every", "type")) == TYPES
    assert told == {key: get_args(literal) for key, literal in LITERALS.items()}


@pytest.mark.parametrize("title", size_tables(CORPUS))
def test_the_datasheet_counts_what_the_files_hold(title: str) -> None:
    assert table_under(paper("DATASHEET.md"), f"### {title}") == size_tables(CORPUS)[title]


def test_the_datasheets_prose_counts_right() -> None:
    lists = [record for record in CORPUS["open"] if "Military airstrikes continue" in record["title"]]
    listed = [claim for record in lists for claim in record["claims"]]
    damages = sum(claim["type"] == "damage" for claim in listed)
    words_a_claim = {
        name: sum(len(record["text"].split()) for record in CORPUS[name])
        / sum(len(record["claims"]) for record in CORPUS[name])
        for name in ("open", "own")
    }
    prose = " ".join(paper("DATASHEET.md").split())
    assert f"hold {len(listed)} of the 728 claims in `open.jsonl`, and {damages} of its 92 damages" in prose
    assert f"a claim for every {words_a_claim['own']:.1f} words" in prose
    assert f"`open.jsonl` one for every {words_a_claim['open']:.1f}" in prose


@pytest.mark.skipif(not (SHARED / "tools").is_dir(), reason="the scorer does not lie beside the project")
def test_the_datasheets_agreement_is_what_the_scorer_finds() -> None:
    result = gold.measure_agreement(SHARED, CORPUS)
    page = paper("DATASHEET.md")
    assert table_under(page, "### Agreement") == agreement_table(result)
    assert table_under(page, "Of the claims that match, the share with an equal value:") == share_table(
        result
    )


def test_every_licence_is_told_with_its_texts() -> None:
    counts: dict[str, int] = {}
    for record in (*CORPUS["open"], *CORPUS["own"]):
        counts[record["licence"]] = counts.get(record["licence"], 0) + 1
    rows = table_under(paper("LICENCES.md"), "endorsed them.")[1:]
    assert {licence: int(documents) for licence, _, documents in rows} == counts
    publishers = ", ".join(by for _, by, _ in rows)
    for source, *_ in size_tables(CORPUS)["Sources"][1:]:
        assert source in publishers


def test_texts_that_must_be_credited_one_by_one_are() -> None:
    page = paper("LICENCES.md")
    for record in CORPUS["open"]:
        if record["licence"].startswith(("CC-BY", "EU")):
            assert f"| `{record['doc']}` | {record['title']} | <{record['source']}> |" in page


def test_own_texts_say_so_and_no_other_does() -> None:
    assert {record["source"] for record in CORPUS["own"]} == {OWN_SOURCE}
    assert OWN_SOURCE not in {record["source"] for record in CORPUS["open"]}


def test_without_a_scorer_the_agreement_is_skipped(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.argv", ["gold", str(tmp_path)])
    assert gold.main() == 0
    printed = capsys.readouterr().out
    assert f"skipped: no tools at {tmp_path}" in printed
    assert printed.endswith("0 faults\n")


def test_a_faulty_corpus_fails_the_run(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    faulty: Corpus = {"open": [record_of(quote="Three barges sank")], "own": [], "second": []}
    monkeypatch.setattr(gold, "read_corpus", lambda: faulty)
    monkeypatch.setattr("sys.argv", ["gold", str(tmp_path)])
    assert gold.main() == 1
    assert "barges 'Three barges sank': the quote does not stand at its offsets" in capsys.readouterr().err


def test_the_examples_of_the_tables_hold() -> None:
    assert doctest.testmod(gold_tables).failed == 0
