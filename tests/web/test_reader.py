from __future__ import annotations

from collections.abc import Iterable

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from counterclaim.core.claims import Assessment, Claim
from counterclaim.core.spans import Span
from counterclaim.core.types import Article, Document, Passage, Segment, Sheet
from counterclaim.web.reader import Piece, Section, cut_document, highlight_rules

TEXT = "🚨 One. Two three. قال أربعة."


def all_pieces(sections: Iterable[Section]) -> list[Piece]:
    return [
        piece for section in sections for part in section.parts for run in part.runs for piece in run.pieces
    ]


def make_claim(start: int, end: int, name: str = "a") -> Claim:
    return Assessment(id=name, start=start, end=end, quote="")


def bare_sheet(text: str = TEXT) -> Sheet:
    return Sheet(document=Document(id="d", doc="d.txt", text=text, sha256="", origin="d.txt"))


spans = st.tuples(st.integers(0, 40), st.integers(0, 40)).map(lambda pair: Span(min(pair), max(pair)))


@given(
    text=st.text(max_size=40),
    segments=st.lists(spans, max_size=6),
    passages=st.lists(spans, max_size=6),
    claims=st.lists(spans, max_size=6),
)
@settings(max_examples=200, deadline=None)
def test_the_pieces_give_the_text_back_whatever_the_layers_hold(
    text: str, segments: list[Span], passages: list[Span], claims: list[Span]
) -> None:
    sheet = replace(
        bare_sheet(text),
        segments=tuple(Segment(kind="notice", span=span) for span in segments),
        passages=tuple(
            Passage(span=span, exact="", prefix="", suffix="", article=0, segment=0) for span in passages
        ),
    )
    marked = [make_claim(span.start, span.end, f"c{index}") for index, span in enumerate(claims)]
    pieces = all_pieces(cut_document(sheet, marked))
    assert "".join(piece.text for piece in pieces) == text
    at = 0
    for piece in pieces:
        covering = {claim.id for claim in marked if claim.start <= at and at + len(piece.text) <= claim.end}
        assert {claim.id for claim in piece.claims} == covering
        at += len(piece.text)


def test_claims_that_cross_are_cut_at_every_border() -> None:
    first, second = make_claim(2, 10, "first"), make_claim(7, 17, "second")
    pieces = [piece for piece in all_pieces(cut_document(bare_sheet(), [first, second])) if piece.claims]
    assert [(piece.text, [claim.id for claim in piece.claims]) for piece in pieces] == [
        ("One. ", ["first"]),
        ("Two", ["second", "first"]),
        (" three.", ["second"]),
    ]


def test_each_claim_begins_at_exactly_one_piece() -> None:
    claims = [make_claim(2, 6, "a"), make_claim(2, 4, "b"), make_claim(3, 6, "c")]
    begins = [name for piece in all_pieces(cut_document(bare_sheet(), claims)) for name in piece.begins]
    assert sorted(begins) == ["a", "b", "c"]


def test_an_article_that_a_notice_interrupts_is_continued_after_it() -> None:
    sheet = replace(
        bare_sheet("Before.[ad]After."),
        articles=(Article(span=Span(0, 17)),),
        segments=(
            Segment(kind="article", span=Span(0, 7), article=0),
            Segment(kind="notice", span=Span(7, 11)),
            Segment(kind="article", span=Span(11, 17), article=0),
        ),
    )
    assert [(section.number, section.continued) for section in cut_document(sheet, [])] == [
        (1, False),
        (None, False),
        (1, True),
    ]


def test_only_what_is_no_article_is_folded() -> None:
    kinds = ("article", "headline", "dateline", "byline", "caption", "embed", "notice", "menu")
    segments = tuple(
        Segment(kind=kind, span=Span(index, index + 1))  # type: ignore[arg-type]
        for index, kind in enumerate(kinds)
    )
    parts = cut_document(replace(bare_sheet("abcdefgh"), segments=segments), [])[0].parts
    assert [part.kind for part in parts if not part.folded] == ["article", "headline", "dateline"]


def test_an_id_that_is_no_name_in_css_gets_no_rule() -> None:
    rules = highlight_rules([make_claim(0, 1, "0a1b"), make_claim(0, 1, "x){} body{display:none")])
    assert "#claim-0a1b:target" in rules
    assert "display" not in rules
