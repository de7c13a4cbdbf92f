from __future__ import annotations

import pytest

from counterclaim.annotate.places import find_places
from counterclaim.core.errors import PipelineError
from counterclaim.core.spans import Span
from counterclaim.core.stages import compose
from counterclaim.core.types import Document, Passage, Sheet


def sheet_of(text: str, *spans: tuple[int, int]) -> Sheet:
    passages = tuple(
        Passage(span=Span(a, b), exact=text[a:b], prefix="", suffix="", article=0, segment=0)
        for a, b in spans
    )
    document = Document(id="d", doc="d", text=text, sha256="", origin="-")
    return Sheet(document=document, passages=passages)


def test_places_have_document_offsets_and_a_key_shared_by_spellings() -> None:
    text = "🙂 Read more.\nShelling hit Khan Shaykhun. Khan Sheikhoun is in Idlib province."
    start = text.index("Shelling")
    middle = text.index("Khan Sheikhoun is")
    places = find_places(sheet_of(text, (start, middle - 1), (middle, len(text)))).places or ()
    assert [p.span.of(text) for p in places] == ["Khan Shaykhun", "Khan Sheikhoun", "Idlib"]
    assert [p.kind for p in places] == ["town", "town", "province"]
    assert places[0].key == places[1].key


def test_words_outside_every_passage_are_not_read() -> None:
    assert find_places(sheet_of("Advertise in Aleppo.")).places == ()


def test_places_need_passages_first() -> None:
    assert find_places.writes == ("places",)
    with pytest.raises(PipelineError):
        compose([find_places])  # nothing wrote passages before it
