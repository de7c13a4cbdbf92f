from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from counterclaim.core.claims import Assessment, Claim, Event, Responsibility
from counterclaim.core.issues import Issue
from counterclaim.core.spans import Span
from counterclaim.core.types import Article, Document, Passage, Segment, Sheet
from counterclaim.web.reader.cut import Marks, Piece, Section, cut_document
from counterclaim.web.reader.kinds import SIGNS, kind_name, kind_of, legend_of
from counterclaim.web.reader.lit import highlight_rules
from counterclaim.web.reader.paging import LEAST, at_query, page_at, pages_of
from counterclaim.web.reader.players import player_in
from counterclaim.web.reader.view import Asked, show_page

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
    issues=st.lists(spans, max_size=4),
    selected=spans,
    shown=spans,
)
@settings(max_examples=100, deadline=None)
def test_the_pieces_give_the_text_back_whatever_the_layers_hold(
    text: str,
    segments: list[Span],
    passages: list[Span],
    claims: list[Span],
    issues: list[Span],
    selected: Span,
    shown: Span,
) -> None:
    sheet = replace(
        bare_sheet(text),
        segments=tuple(Segment(kind="notice", span=span) for span in segments),
        passages=tuple(
            Passage(span=span, exact="", prefix="", suffix="", article=0, segment=0) for span in passages
        ),
    )
    marked = [make_claim(span.start, span.end, f"c{index}") for index, span in enumerate(claims)]
    noticed = [Issue(f"odd.{at}", "info", "hand.v1", "odd", span) for at, span in enumerate(issues)]
    shown = Span(min(shown.start, len(text)), min(shown.end, len(text)))
    pieces = all_pieces(cut_document(sheet, Marks(marked, noticed, selected), shown))
    assert "".join(piece.text for piece in pieces) == shown.of(text)
    at = shown.start
    for piece in pieces:
        here = Span(at, at + len(piece.text))
        covering = {claim.id for claim in marked if Span(claim.start, claim.end).covers(here)}
        assert {claim.id for claim in piece.claims} == covering
        assert piece.odd == any(span.covers(here) for span in issues)
        assert piece.selected == selected.covers(here)
        at = here.end


def test_claims_that_cross_are_cut_at_every_border() -> None:
    first, second = make_claim(2, 10, "first"), make_claim(7, 17, "second")
    pieces = [
        piece for piece in all_pieces(cut_document(bare_sheet(), Marks([first, second]))) if piece.claims
    ]
    assert [(piece.text, [claim.id for claim in piece.claims]) for piece in pieces] == [
        ("One. ", ["first"]),
        ("Two", ["second", "first"]),
        (" three.", ["second"]),
    ]


def test_each_claim_begins_at_exactly_one_piece() -> None:
    claims = [make_claim(2, 6, "a"), make_claim(2, 4, "b"), make_claim(3, 6, "c")]
    begins = [
        name for piece in all_pieces(cut_document(bare_sheet(), Marks(claims))) for name in piece.begins
    ]
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
    assert [(section.number, section.continued) for section in cut_document(sheet, Marks())] == [
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
    parts = cut_document(replace(bare_sheet("abcdefgh"), segments=segments), Marks())[0].parts
    assert [part.kind for part in parts if not part.folded] == ["article", "headline", "dateline"]


def test_an_id_that_is_no_name_in_css_gets_no_rule() -> None:
    rules = highlight_rules([make_claim(0, 1, "0a1b"), make_claim(0, 1, "x){} body{display:none")])
    assert "#claim-0a1b:target" in rules
    assert "display" not in rules


def test_a_line_that_repeats_another_is_folded_whatever_it_is() -> None:
    segment = Segment(kind="article", span=Span(0, 4), repeats=Span(4, 8))
    assert cut_document(replace(bare_sheet(), segments=(segment,)), Marks())[0].parts[0].folded


def test_accusation_admission_and_denial_are_kinds_of_their_own() -> None:
    at = {"start": 0, "end": 1, "quote": ""}
    stances = ("accuses", "admits", "denies", "claims")
    claims: list[Claim] = [Responsibility(**at, stance=stance) for stance in stances]  # type: ignore[arg-type]
    assert tuple(map(kind_of, claims)) == stances
    claims.append(Event(**at, event_type="shelling"))  # type: ignore[arg-type]
    legend = legend_of(claims)
    assert [(key.kind, key.number) for key in legend] == [(kind, 1) for kind in (*stances, "event")]
    assert len({key.sign for key in legend}) == len({key.name for key in legend}) == 5


def test_every_kind_has_a_sign_a_name_and_a_line_in_the_style_sheet() -> None:
    from counterclaim.web.render import STATIC

    rules = (STATIC / "style.css").read_text()
    lines = set()
    for kind in SIGNS:
        assert kind_name(kind)
        (rule,) = [line for line in rules.splitlines() if line.startswith(f".u-{kind},")]
        lines.add(rule.partition("{")[2])
    assert len(lines) == len(set(SIGNS.values())) == len(SIGNS)


def long_sheet(length: int, article: int, passage: int) -> Sheet:
    """Articles of `article` and passages of `passage` code points; no text is longer than the last one."""
    return replace(
        bare_sheet("x" * length),
        articles=tuple(Article(span=Span(at, min(at + article, length))) for at in range(0, length, article)),
        passages=tuple(
            Passage(
                span=Span(at, min(at + passage, length)), exact="", prefix="", suffix="", article=0, segment=0
            )
            for at in range(0, length, passage)
        ),
    )


@given(
    length=st.integers(0, 9 * LEAST),
    article=st.integers(4_000, 3 * LEAST),
    passage=st.integers(2_000, 3 * LEAST),
    place=st.integers(0, 10 * LEAST),
)
@settings(max_examples=30, deadline=None)
def test_pages_of_a_long_text_join_to_all_of_it_and_are_of_bounded_length(
    length: int, article: int, passage: int, place: int
) -> None:
    pages = pages_of(long_sheet(length, article, passage))
    assert (pages[0].start, pages[-1].end) == (0, length)
    assert all(before.end == after.start for before, after in pairwise(pages))
    assert all(LEAST <= page.end - page.start < 2 * LEAST for page in pages[:-1])
    assert pages[-1].end - pages[-1].start < 2 * LEAST
    found = pages[page_at(pages, place) - 1]
    assert found.start <= place < found.end or place >= length
    assert at_query(place) or found == pages[0]  # a link without a place leads to the first page


def test_pages_begin_with_articles_where_one_begins_in_time() -> None:
    pages = pages_of(long_sheet(5 * LEAST, LEAST + 5_000, 3_000))
    assert [page.start % (LEAST + 5_000) for page in pages] == [0] * len(pages)


def test_claims_keep_their_numbers_on_later_pages() -> None:
    sheet = long_sheet(4 * LEAST, LEAST, 1_000)
    from counterclaim.core.incidents import FiledClaim

    filed = [
        FiledClaim(
            document_id="d",
            doc="d",
            outlet=None,
            published=None,
            sentence="",
            claim=make_claim(at, at + 9, f"c{at}"),
        )
        for at in range(0, 4 * LEAST, 7_000)
    ]
    shown = show_page(sheet, filed, [], Asked(page=3))
    numbers = [entry.number for entry in shown.entries]
    assert numbers == list(range(numbers[0], numbers[0] + len(numbers)))
    assert filed[numbers[0] - 1].claim.id == shown.entries[0].claim.id
    assert shown == show_page(sheet, filed, [], Asked(at=shown.span.start + 5))


def test_a_video_is_known_in_its_forms_and_other_addresses_are_none() -> None:
    page = "https://www.youtube.com/watch?v=aB3_dEf-9hI"
    for told in (
        "[youtube aB3_dEf-9hI 650 360]\n",
        '[youtube id="aB3_dEf-9hI"]',
        "https://youtu.be/aB3_dEf-9hI",
        "[embed]https://www.youtube.com/watch?v=aB3_dEf-9hI[/embed]",
    ):
        player = player_in(told)
        assert player is not None, told
        assert (player.page, player.frame, player.listed) == (page, None, False)
    for told in (
        "[youtube]",
        "[gallery 7]",
        "https://youtube.com.evil.example/watch?v=aB3_dEf-9hI",
        "https://evil.example/?u=https://youtu.be/aB3_dEf-9hI",
        '[youtube "><script> 1]',
    ):
        assert player_in(told) is None, told
