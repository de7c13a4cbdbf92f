"""What stands in the place of a value for somebody who may not see all of it: functions for SQL views."""

from __future__ import annotations

import json
import re
import zlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Any, Literal

import msgspec
from msgspec.structs import replace

from counterclaim.core.claims import Claim
from counterclaim.core.codec import decode_sheet, encode_sheet
from counterclaim.core.spans import Span, quote_of
from counterclaim.core.types import Segment, Sheet
from counterclaim.store.names import Names
from counterclaim.store.search import fold
from counterclaim.store.write import unpack

# all: the store as it is. masked: names withheld. published: what a person accepted, names withheld.
Sight = Literal["all", "masked", "published"]

_LEFT_OUT = "[…]"
_SHOWN = re.compile(rb"\x01+")
_MATCHED = re.compile("\x01([^\x02]*)\x02")
_TOKENS = re.compile(r"[a-z0-9]+")
_TEXTS = 64  # documents whose text is kept while claims and passages are cut from it
_decode_claims = msgspec.json.Decoder(list[Claim]).decode
_decode_marks = msgspec.json.Decoder(list[tuple[int, int, int | None, int | None, bool]]).decode


class Lens:
    """The functions of one set of names.

    `marks` are JSON: claims of a document with their passages, and whether they are published; None where the
    whole text is shown.
    """

    def __init__(self, names: Names) -> None:
        self._names = names
        self._covered: Callable[[str, str | None], str] = lru_cache(maxsize=_TEXTS)(self._cover)

    def functions(self) -> Mapping[str, tuple[int, Callable[..., Any]]]:
        """By their names in SQL, with the number of their arguments."""
        return {
            "seen": (1, self.seen),
            "seen_text": (2, self.seen_text),
            "seen_part": (4, self.seen_part),
            "seen_folded": (4, self.seen_folded),
            "seen_claim": (3, self.seen_claim),
            "seen_sheet": (3, self.seen_sheet),
            "seen_origin": (2, self.seen_origin),
            "found_openly": (2, found_openly),
        }

    def seen(self, value: Any) -> Any:
        """Words, or JSON with words in it, without names; anything else as it is."""
        if not isinstance(value, str):
            return value
        if "\\" in value and value[:1] in '[{"':  # letters may be written as \u0645
            try:
                return json.dumps(self._seen_in(json.loads(value)), ensure_ascii=False)
            except ValueError:
                pass
        return self._names.hide(value)

    def _seen_in(self, value: Any) -> Any:
        if isinstance(value, str):
            return self._names.hide(value)
        if isinstance(value, list | tuple):
            return [self._seen_in(one) for one in value]
        if isinstance(value, dict):
            return {key: self._seen_in(one) for key, one in value.items()}
        return value

    def seen_text(self, text: str, marks: str | None) -> str:
        """A document's text at its full length."""
        return self._covered(text, marks)

    def seen_part(self, text: str, marks: str | None, start: int, end: int) -> str:
        """The words of a place in it."""
        return self._covered(text, marks)[start:end]

    def seen_folded(self, text: str, marks: str | None, start: int, end: int) -> str:
        """These words as the search index has them."""
        return fold(self.seen_part(text, marks, start, end))

    def _cover(self, text: str, marks: str | None) -> str:
        covered = self._names.cover(text)
        return covered if marks is None else _leave_out(covered, _shown(len(text), _decode_marks(marks)))

    def seen_claim(self, body: str, quote: str, public: int) -> str:
        """A claim's JSON with the quote that its place has now."""
        claim = self._seen_in(json.loads(body))
        claim["quote"] = quote
        if public:  # what was found elsewhere in the document is no part of the claim
            claim["speaker_aliases"] = []
            if claim.get("where"):
                claim["where"]["why"] = []
        return json.dumps(claim, ensure_ascii=False)

    def seen_sheet(self, body: bytes, marks: str | None, claims: str | None) -> bytes:
        """A sheet's `body`; only these claims (a JSON array) where `marks` tell what is published."""
        sheet = decode_sheet(unpack(body) or b"")
        text = self._covered(sheet.document.text, marks)
        fields = self._seen_in(msgspec.to_builtins(sheet))
        hidden: Sheet = msgspec.convert(fields, Sheet)
        passages = tuple(
            replace(one, exact=quote.exact, prefix=quote.prefix, suffix=quote.suffix)
            for one in sheet.passages or ()
            for quote in [quote_of(text, one.span)]
        )
        hidden = replace(
            hidden,
            document=replace(hidden.document, text=text, sha256=""),
            passages=passages if sheet.passages is not None else None,
            claims=tuple(
                replace(claim, quote=Span(claim.start, claim.end).of(text)) for claim in hidden.claims or ()
            ),
        )
        if marks is not None:
            hidden = _only_published(hidden, _decode_marks(marks), _decode_claims(claims or "[]"))
        return zlib.compress(encode_sheet(hidden), 1)

    def seen_origin(self, origin: str, doc: str) -> str:
        """Where the public is told that a document comes from."""
        return self._names.hide(_public_origin(origin, doc))


def _public_origin(origin: str, doc: str) -> str:
    """An address on the web; of a file on somebody's machine only the document's name."""
    return origin if origin.startswith(("https://", "http://")) else doc


def found_openly(highlighted: str, shown: str) -> bool:
    """Whether all that a search found in a passage is in what is shown of it.

    >>> found_openly("\\x01haddad\\x02 saw it", "[p1] saw it"), found_openly("he \\x01saw it\\x02", "he saw it")
    (False, True)
    """
    words = f" {' '.join(_TOKENS.findall(shown))} "
    found = [" ".join(_TOKENS.findall(each)) for each in _MATCHED.findall(highlighted)]
    return bool(found) and all(f" {each} " in words for each in found)


def _shown(length: int, marks: Iterable[tuple[int, int, int | None, int | None, bool]]) -> list[Span]:
    """The stretches to show: sentences of published claims without the words of others, then their own words."""
    every = list(marks)
    flags = bytearray(length)
    for _, _, first, last, public in every:
        if public and first is not None and last is not None:
            flags[first:last] = b"\x01" * (last - first)
    for on, of in ((b"\x00", False), (b"\x01", True)):
        for start, end, _, _, public in every:
            if public is of:
                flags[start:end] = on * (end - start)
    return [Span(*match.span()) for match in _SHOWN.finditer(flags[:length])]


def _leave_out(text: str, shown: Sequence[Span]) -> str:
    """The text with all but these stretches blank, at its full length."""
    edges = [0, *(edge for span in shown for edge in (span.start, span.end)), len(text)]
    parts = [
        text[start:end] if number % 2 else _blank(text[start:end])
        for number, (start, end) in enumerate(pairwise(edges))
    ]
    return "".join(parts)


def _blank(left_out: str) -> str:
    """A sign that something is left out, then blanks. Blanks and line ends at its edges stay."""
    inner = left_out.strip()
    before = left_out[: len(left_out) - len(left_out.lstrip())] if inner else left_out
    after = left_out[len(before) + len(inner) :]
    return before + (_LEFT_OUT + " " * len(inner))[: len(inner)] + after


def _only_published(
    sheet: Sheet, marks: Sequence[tuple[int, int, int | None, int | None, bool]], claims: list[Claim]
) -> Sheet:
    """The sheet with these claims alone: no layer that tells of the rest of the text."""
    shown = _shown(len(sheet.document.text), marks)
    told = {claim.article for claim in claims}
    document = sheet.document
    return Sheet(
        document=replace(document, origin=_public_origin(document.origin, document.doc)),
        segments=_segments(sheet, shown),
        articles=tuple(
            one if place in told else replace(one, outlet=None, published=None, published_basis="unknown")
            for place, one in enumerate(sheet.articles or ())
        ),
        passages=sheet.passages,
        claims=tuple(claims),
        stages=sheet.stages,
    )


def _segments(sheet: Sheet, shown: Sequence[Span]) -> tuple[Segment, ...]:
    """The segments of which something is shown; each reaches to the next."""
    kept = [
        one
        for one in sorted(sheet.segments or (), key=lambda one: one.span)
        if any(span.overlaps(one.span) for span in shown)
    ]
    starts = [0, *(one.span.start for one in kept[1:]), len(sheet.document.text)]
    return tuple(
        replace(one, span=Span(start, end), why="", repeats=None)
        for one, (start, end) in zip(kept, pairwise(starts), strict=False)
    )
