"""Promises that hold for any page: every span quotes its text, nothing vanishes, same bytes same ids."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from counterclaim.core.claims import claim_id
from counterclaim.core.ids import hash_bytes
from counterclaim.core.types import READ_FOR_CLAIMS, Document, Sheet
from counterclaim.run.pipeline import STAGE_NAMES, read_document

FRAGMENTS = st.sampled_from(
    [
        "At least 12 people were killed in Taiz on Monday, the health ministry said.",
        "“We fled,” said Amina Diallo, a nurse. ",
        "The army denied that it had shelled the market.",
        "It put the death toll at 31, including nine children",
        "ADEN, Nov 3 (Reuters) - Shells fell on the port. ",
        "[video 1234 650]",
        "This website uses cookies. Accept Reject Read More",
        "Home | About | Contact",
        "Photo: A market after the blast (AP)",
        "More than 20 fighters were also reported killed… ",
        "Один 😀 مقتل 12 شخصا؟ ",
        "The rest were soldiers; two of them died. ",
        "\r\n",
        "\n\n",
        "\t",
        ' "',
        "’s ",
        " – ",
    ]
)
PAGES = st.one_of(
    st.lists(st.one_of(FRAGMENTS, st.text(max_size=30)), max_size=25).map("".join),
    st.text(max_size=400),
)


def read(text: str) -> Sheet:
    digest = hash_bytes(text.encode("utf-8", "surrogatepass"))
    return read_document(Document(id=digest[:16], doc="page", text=text, sha256=digest, origin="page.txt"))


@settings(max_examples=150)
@given(PAGES)
def test_every_span_of_any_page_quotes_its_text(text: str) -> None:
    sheet = read(text)
    assert sheet.document.text == text
    assert "".join(segment.span.of(text) for segment in sheet.segments or ()) == text
    for passage in sheet.passages or ():
        assert passage.span.of(text) == passage.exact
    for claim in sheet.claims or ():
        assert text[claim.start : claim.end] == claim.quote
        passage = (sheet.passages or ())[claim.passage]
        assert passage.span.start <= claim.start < claim.end <= passage.span.end
        assert (sheet.segments or ())[passage.segment].kind in READ_FOR_CLAIMS
    for layer in (sheet.counts, sheet.mentions, sheet.places, sheet.times):
        assert all(0 <= item.span.start < item.span.end <= len(text) for item in layer or ())


@settings(max_examples=100)
@given(PAGES)
def test_the_same_page_gives_the_same_claims_under_ids_of_their_own(text: str) -> None:
    sheet = read(text)
    assert sheet == read(text)
    assert sheet.stages == STAGE_NAMES
    ids = [claim.id for claim in sheet.claims or ()]
    assert len(ids) == len(set(ids))
    assert ids == [claim_id(sheet.document.id, claim) for claim in sheet.claims or ()]


@settings(max_examples=60)
@given(st.permutations([0, 1, 2, 3]), st.sampled_from(["\n", "\n\n", " "]))
def test_whoever_is_credited_stands_in_the_text_or_the_lexicon(order: list[int], joint: str) -> None:
    sentences = [
        "The East Valley Monitor said 31 people were killed.",
        "It added that nine of them were children.",
        "Residents said the shells came from the north.",
        "The army denied that it had shelled the market.",
    ]
    text = joint.join(sentences[number] for number in order)
    for claim in read(text).claims or ():
        for speaker in claim.speakers:
            assert speaker.lower() in text.lower() or speaker == "It"
