"""The records of a coding sheet: one document and everything read out of it.

Field names and allowed values of a claim are those of the annotation guidelines, so that a sheet's
JSON line can be scored as it is. None means not stated or not looked for; an empty tuple, none found.
"""

from __future__ import annotations

from typing import Literal

import msgspec

from counterclaim.core.claims import Claim, FigureQualifier
from counterclaim.core.issues import Issue
from counterclaim.core.located import Located
from counterclaim.core.spans import Span

SegmentKind = Literal["article", "headline", "dateline", "byline", "caption", "embed", "notice", "menu"]
READ_FOR_CLAIMS: frozenset[SegmentKind] = frozenset({"article"})

TimeKind = Literal["date", "time", "interval", "duration", "set", "past", "present", "future"]
MentionKind = Literal["actor", "person", "role", "pronoun"]


class Document(msgspec.Struct, frozen=True, kw_only=True):
    """One input: text decoded once, never changed."""

    id: str  # from the bytes alone; see read/
    doc: str  # the name its giver knows it by: a file name, or the `doc` column of a table
    text: str
    sha256: str  # of the raw bytes, hex
    origin: str  # path, "-" or path#row; where a person finds it again
    title: str | None = None
    outlet: str | None = None
    published: str | None = (
        None  # EDTF, as the giver or the file's metadata have it; never inferred from the text
    )
    encoding: str = "utf-8"


class Segment(msgspec.Struct, frozen=True, kw_only=True):
    """A labelled part of a document. Every code point of the document is in exactly one."""

    kind: SegmentKind
    span: Span
    article: int | None = None  # index into `Sheet.articles`; None outside every article
    repeats: Span | None = None  # what it repeats, where it is a repeat
    why: str = ""  # the rule that gave the label, in words


class Article(msgspec.Struct, frozen=True, kw_only=True):
    """One story inside a document, and what fixes its day."""

    span: Span
    headline: Span | None = None
    dateline: Span | None = None
    outlet: str | None = None
    published: str | None = None  # EDTF of the day it was written, from the giver or its own dateline
    published_basis: Literal["given", "dateline", "unknown"] = "unknown"


class Passage(msgspec.Struct, frozen=True, kw_only=True):
    """A sentence, with both W3C selectors: position (`span`) and quote."""

    span: Span
    exact: str
    prefix: str
    suffix: str
    article: int  # index into `Sheet.articles`
    segment: int  # index into `Sheet.segments`
    relevant: bool = True  # False in an article that is not about a conflict: not read for claims


class Count(msgspec.Struct, frozen=True, kw_only=True):
    """A number phrase with its bounds. None is no bound: "at least 62" is 62, None."""

    span: Span
    min: int | None
    max: int | None
    qualifier: FigureQualifier


class Mention(msgspec.Struct, frozen=True, kw_only=True):
    """A party named or described in the text."""

    span: Span
    kind: MentionKind
    name: str  # canonical where the lexicon knows it, else the words
    type: str | None = None  # kind of actor in the lexicon: armed_group, agency, monitor, …


class PlaceMention(msgspec.Struct, frozen=True, kw_only=True):
    """A place named in the text. `key` is equal for spellings of one name."""

    span: Span
    name: str
    key: str
    kind: str | None = None
    located: Located | None = None  # what the name means; None where it is unknown or stays open
    spot: Located | None = None  # what the words around narrow it to: "near", "20 km south of", "eastern"

    @property
    def where(self) -> Located | None:
        """The spot, or else what the name means."""
        return self.spot or self.located


class Time(msgspec.Struct, frozen=True, kw_only=True):
    """A time phrase. `edtf` has X for what nobody stated: "September 17" is XXXX-09-17.

    A duration says how long and a set how often: they have no `edtf`. "Now", "recently" and "soon" are past,
    present and future: they mean no day either.
    """

    span: Span
    edtf: str | None
    basis: str  # "stated", or against what it was resolved, in words
    kind: TimeKind = "date"
    amount: str | None = None  # ISO 8601: how long, how often, or how far from another time ("-P1D")
    part: str | None = None  # of the day: MO, AF, EV, NI, or the hour as T18:30


class Tag(msgspec.Struct, frozen=True):
    """A stretch that the trained reader marks; code points, half-open.

    `score` is the mean probability of its words; `values`, of a claim, the likeliest value of each field.
    """

    label: str
    start: int
    end: int
    score: float
    values: dict[str, str] = {}

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


class Sheet(msgspec.Struct, frozen=True, kw_only=True):
    """One document and everything read out of it. A layer is None until its stage has run."""

    document: Document
    segments: tuple[Segment, ...] | None = None
    articles: tuple[Article, ...] | None = None
    passages: tuple[Passage, ...] | None = None
    counts: tuple[Count, ...] | None = None
    mentions: tuple[Mention, ...] | None = None
    places: tuple[PlaceMention, ...] | None = None
    times: tuple[Time, ...] | None = None
    tags: dict[str, tuple[Tag, ...]] | None = None  # by head of the trained reader
    claims: tuple[Claim, ...] | None = None
    issues: tuple[Issue, ...] = ()
    stages: tuple[str, ...] = ()  # versioned names, in the order they ran

    @property
    def relevant_passages(self) -> tuple[Passage, ...]:
        """The passages that are read for claims."""
        return tuple(passage for passage in self.passages or () if passage.relevant)
