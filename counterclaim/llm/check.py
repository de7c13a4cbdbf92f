"""Believes a model's claim only as far as the text bears it out; the rest is refused with a reason."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from msgspec.structs import replace

from counterclaim.core import claims as vocabulary
from counterclaim.core.claims import Claim, claim_id
from counterclaim.core.spans import Span
from counterclaim.core.types import Passage, Sheet
from counterclaim.core.wording import figure_words
from counterclaim.llm.answers import SaidCasualty, SaidClaim, SaidDamage
from counterclaim.llm.article import Words, find_whole, items_within
from counterclaim.llm.figures import Figure, figure_in
from counterclaim.llm.wording import shorten

_CLASSES: dict[str, type[Claim]] = {
    "casualty": vocabulary.Casualty,
    "event": vocabulary.Event,
    "responsibility": vocabulary.Responsibility,
    "control": vocabulary.Control,
    "damage": vocabulary.Damage,
    "agreement": vocabulary.Agreement,
    "intent": vocabulary.Intent,
    "plan": vocabulary.Plan,
    "assessment": vocabulary.Assessment,
}
_PARTIES = ("perpetrator", "actor", "target", "accused", "holder")
_WORDS = ("place", "date", "group", "object", "agreement")
_LISTS = ("speakers", "via")


@dataclass(frozen=True)
class Refusal:
    """Why a claim was not accepted. `code` is the issue's."""

    code: str
    why: str


class Checker:
    """Turns what a model said about the passages of one sheet into claims or refusals."""

    def __init__(self, sheet: Sheet, maker: str) -> None:
        self._sheet = sheet
        self._maker = maker
        self._words = cache(lambda article: Words(sheet, article))

    def check(self, said: SaidClaim, number: int) -> Claim | Refusal:
        """The claim with its span and id, or why it is refused.

        Args:
            said: what the model said.
            number: index of the passage that it named.
        """
        passage = (self._sheet.passages or ())[number]
        quote = said.quote.strip()
        starts = find_whole(passage.exact, quote)
        if not starts:
            return Refusal("llm.quote_not_found", f"{_shown(said)}: its quote does not stand in the sentence")
        spans = [Span(passage.span.start + at, passage.span.start + at + len(quote)) for at in starts]
        fields: dict[str, Any] = {}
        span = spans[0]
        if isinstance(said, SaidCasualty | SaidDamage):
            found = next(filter(None, (self._figure(said, candidate) for candidate in spans)), None)
            if found is None:
                figure = figure_words(said.min, said.max)
                return Refusal(
                    "llm.figure_not_in_quote", f"{_shown(said)}: its figure, {figure}, is not there"
                )
            span, bounds = found
            fields |= {"min": bounds.min, "max": bounds.max}
            fields |= {"qualifier": bounds.qualifier} if isinstance(said, SaidCasualty) else {}
        stated = self._stated(said, self._words(passage.article))
        if isinstance(stated, Refusal):
            return stated
        claim = _CLASSES[said.type](
            start=span.start,
            end=span.end,
            quote=quote,
            article=passage.article,
            passage=number,
            maker=self._maker,
            **{**stated, **fields, **self._day(stated["date"], passage)},
        )
        return replace(claim, id=claim_id(self._sheet.document.id, claim))

    def _figure(self, said: SaidCasualty | SaidDamage, span: Span) -> tuple[Span, Figure] | None:
        quote = span.of(self._sheet.document.text)
        counts = items_within(self._sheet.counts or (), span)
        noun = said.group if isinstance(said, SaidCasualty) else said.object
        figure = figure_in(quote, counts, said.min, said.max, noun)
        return None if figure is None else (span, figure)

    def _stated(self, said: SaidClaim, words: Words) -> dict[str, Any] | Refusal:
        """The fields that need no more than to be in the vocabulary or in the article."""
        fields = said.model_dump(exclude={"type", "passage", "quote", "min", "max"})
        for name in _LISTS:
            names = [words.name_of(party) for party in fields[name]]
            if None in names:
                party = fields[name][names.index(None)]
                return Refusal("llm.speaker_not_in_article", _not_there(said, name, party))
            fields[name] = tuple(dict.fromkeys(names))
        for name in _PARTIES:
            if fields.get(name):
                known = words.names_of(fields[name])
                if known is None:
                    return Refusal("llm.party_not_in_article", _not_there(said, name, fields[name]))
                fields[name] = known
        for name in _WORDS:
            if fields.get(name) and not words.has(fields[name]):
                return Refusal("llm.words_not_in_article", _not_there(said, name, fields[name]))
        if fields.get("stance") == "denies":
            fields["polarity"] = "negated"
        return {name: None if value == "" else value for name, value in fields.items()}

    def _day(self, date: str | None, passage: Passage) -> dict[str, str | None]:
        """The day that the times layer read where the sentence has the words for it."""
        for at in find_whole(passage.exact, date or ""):
            start = passage.span.start + at
            for time in items_within(self._sheet.times or (), passage.span):
                if time.span.overlaps(Span(start, start + len(date or ""))):
                    return {"when": time.edtf, "when_basis": time.basis}
        return {}


def _shown(said: SaidClaim) -> str:
    return f"{said.type} “{shorten(said.quote)}”"


def _not_there(said: SaidClaim, field: str, words: str) -> str:
    return f"{_shown(said)}: its {field} “{shorten(words)}” is not in the article"
