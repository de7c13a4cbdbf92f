"""The published corpus in benchmarks/gold: its records, and what is wrong with one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

import msgspec

from benchmarks.quality.command import ROOT
from benchmarks.quality.corpora import read_rows
from counterclaim.core.claims import Claim

GOLD = ROOT / "benchmarks" / "gold"
FILES = (
    "open",
    "own",
    "second",
)  # openly licensed texts, the project's own, and some of the first annotated again

Record = dict[str, Any]
Corpus = dict[str, list[Record]]  # records by file

NOBODY = ("outlet", "passive")  # explicitness of what nobody is credited with
BEYOND_CLAIMS = {"optional"}  # a field that the corpus has for every type, and claims only for some


def read_corpus() -> Corpus:
    """The records of each file: doc, title, outlet, published, source, licence, text and claims.

    Raises:
        MissingError: a file is not there.
    """
    return {name: read_rows(GOLD, f"{name}.jsonl") for name in FILES}


def find_faults(corpus: Corpus) -> list[str]:
    """A line for whatever breaks the codebook, benchmarks/gold/GUIDELINES.md; empty where nothing does."""
    first = {record["doc"]: record for name in ("open", "own") for record in corpus[name]}
    faults = [fault for name in FILES for record in corpus[name] for fault in faults_of(record)]
    faults += [
        f"{doc}: {count} records have this id"
        for names in (("open", "own"), ("second",))
        for doc, count in Counter(record["doc"] for name in names for record in corpus[name]).items()
        if count > 1
    ]
    faults += [
        f"{record['doc']}: the second annotation is not of the same document"
        for record in corpus["second"]
        if _but_claims(first.get(record["doc"], {})) != _but_claims(record)
    ]
    return faults


def faults_of(record: Record) -> list[str]:
    """What is wrong with one document and its claims."""
    doc, text, claims = record["doc"], record["text"], record["claims"]
    faults = [f"{doc}: no {field}" for field in ("title", "outlet", "source", "licence") if not record[field]]
    if [claim["start"] for claim in claims] != sorted(claim["start"] for claim in claims):
        faults.append(f"{doc}: claims are not in text order")
    return faults + [
        f"{doc} {claim['quote'][:60]!r}: {fault}"
        for claim in claims
        for fault in _faults_of_claim(claim, text)
    ]


def _faults_of_claim(claim: Record, text: str) -> Iterator[str]:
    try:
        decoded: Claim = msgspec.convert(claim, Claim)
    except msgspec.ValidationError as error:
        yield str(error)
        return
    known = {field.name for field in msgspec.structs.fields(decoded)} | {"type"} | BEYOND_CLAIMS
    if unknown := sorted(set(claim) - known):
        yield f"unknown fields {', '.join(unknown)}"
    if decoded.quote != text[decoded.start : decoded.end] or not decoded.quote:
        yield "the quote does not stand at its offsets"
    if (decoded.explicitness in NOBODY) == bool(decoded.speakers):
        yield "speakers are empty exactly where explicitness is outlet or passive"
    if (decoded.credit is None) == bool(decoded.speakers):
        yield "words of credit are marked exactly where somebody is credited"
    if decoded.credit is not None and not _is_words(decoded.credit, text):
        yield "the credit is empty, begins or ends with a blank, or leaves the text"
    if claim.get("stance") == "denies" and decoded.polarity != "negated":
        yield "a denial is negated"


def _is_words(span: Sequence[int], text: str) -> bool:
    start, end = span
    words = text[start:end]
    return 0 <= start < end <= len(text) and words == words.strip()


def _but_claims(record: Record) -> Record:
    return {field: value for field, value in record.items() if field != "claims"}
