"""The fields that claims of every type share."""

from __future__ import annotations

from typing import Any

from counterclaim.claims.context import modality_of, place_near
from counterclaim.claims.dates import date_near
from counterclaim.claims.sentence import Sentence, Slot


def base(sentence: Sentence, slot: Slot, maker: str, trigger: int) -> dict[str, Any]:
    """The fields that every claim has, for the tokens of `slot`."""
    span = sentence.span(slot.first, slot.last)
    date, when, basis = date_near(sentence, trigger)
    return {
        "start": span.start,
        "end": span.end,
        "quote": sentence.words(slot.first, slot.last),
        "article": sentence.passage.article,
        "passage": sentence.number,
        "maker": maker,
        "place": place_near(sentence, trigger),
        "date": date,
        "when": when,
        "when_basis": basis,
        "modality": modality_of(sentence, slot),
    }
