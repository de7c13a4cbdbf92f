"""What holds for the claims of any text, and for sentences whose figures and speakers are planted."""

from __future__ import annotations

import json
import runpy
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from counterclaim.core.claims import Assessment, Casualty, Claim, Plan, Responsibility, claim_id
from counterclaim.core.codec import decode_sheet, encode_sheet
from counterclaim.core.types import Sheet

CONFTEST = Path(__file__).parents[1] / "claims" / "conftest.py"
sheet_of: Callable[..., Sheet] = runpy.run_path(str(CONFTEST))["sheet_of"]
# The first sentence loads the lexicons, which takes longer than hypothesis allows one example.
unhurried = settings(deadline=None)

Bounds = tuple[int | None, int | None, str]
numbers = st.integers(2, 1899) | st.integers(2100, 999_999)  # four digits from 1900 on may be years
HEDGES: dict[str, Callable[[int], Bounds]] = {
    "": lambda n: (n, n, "exact"),
    "at least ": lambda n: (n, None, "at_least"),
    "no fewer than ": lambda n: (n, None, "at_least"),
    "more than ": lambda n: (n + 1, None, "more_than"),
    "over ": lambda n: (n + 1, None, "more_than"),
    "up to ": lambda n: (None, n, "at_most"),
    "fewer than ": lambda n: (None, n - 1, "fewer_than"),
    "about ": lambda n: (n, n, "about"),
    "some ": lambda n: (n, n, "about"),
}
WORDS = {"two": 2, "eleven": 11, "forty": 40, "sixty-three": 63, "a dozen": 12, "three hundred": 300}
GROUPS = {
    "people": "unknown",
    "civilians": "civilian",
    "children": "civilian",
    "journalists": "civilian",
    "soldiers": "combatant",
    "rebels": "combatant",
    "women and fighters": "mixed",
}
PASSIVES = {
    "were killed": "killed",
    "were wounded": "wounded",
    "were kidnapped": "abducted",
    "were arrested": "detained",
    "were rescued": "rescued",
    "were evacuated": "evacuated",
}
ACTIVES = {"killed": "killed", "wounded": "wounded", "killed or wounded": "killed_or_wounded"}


def lexicon_phrases(name: str) -> list[str]:
    """Every phrase in the lists of a lexicon file."""
    found: list[str] = []
    left = [json.loads(files("counterclaim.lexicons").joinpath(name).read_text("utf-8"))]
    while left:
        part = left.pop()
        if isinstance(part, str):
            found.append(part)
        elif isinstance(part, dict):
            left += part.values()
        elif isinstance(part, list):
            left += part
    return found


SPEAKERS = (
    "Human Rights Watch",
    "the Russian defence ministry",
    "Hamas",
    "residents",
    "a military source",
    "two medics",
    "the United Nations",
    "local officials",
)
PLACES = ("Taiz", "Mopti", "Kharkiv", "Goma", "Mosul", "Gaza")
# The words that rules act on, each with a chance to stand beside any other.
LINKS = (
    *"the a of and or in on near by from at it he they whom others rest 5 12 2016 60% $40 dozens toll".split(),
    *"September Monday Russia Hamas Reuters Taiz Kyiv Amina Diallo".split(),
    *"“”\"'‘’,.:;–-…()?!",
)

arbitrary = st.text(max_size=80)
salads = st.lists(
    st.sampled_from(LINKS)
    | st.sampled_from(lexicon_phrases("cues.json"))
    | st.sampled_from(lexicon_phrases("acts.json")),
    min_size=1,
    max_size=40,
).map(" ".join)
texts = st.lists(arbitrary | salads, min_size=1, max_size=5)


@st.composite
def counted(draw: st.DrawFn) -> tuple[str, Bounds]:
    """A number phrase and the bounds that its hedge gives."""
    words, number = draw(
        st.sampled_from(sorted(WORDS.items()))
        | numbers.map(lambda n: (f"{n:,}", n))
        | numbers.map(lambda n: (str(n), n))
    )
    hedge = draw(st.sampled_from(sorted(HEDGES)))
    return hedge + words, HEDGES[hedge](number)


@st.composite
def planted(draw: st.DrawFn) -> tuple[str, tuple[str, Bounds, str]]:
    """A clause about one figure, with the harm, bounds and status that were put into it."""
    phrase, bounds = draw(counted())
    group = draw(st.sampled_from(sorted(GROUPS)))
    place = draw(st.sampled_from(PLACES))
    if draw(st.booleans()):
        verb = draw(st.sampled_from(sorted(PASSIVES)))
        return f"{phrase} {group} {verb} in {place}", (PASSIVES[verb], bounds, GROUPS[group])
    verb = draw(st.sampled_from(sorted(ACTIVES)))
    return f"shelling in {place} {verb} {phrase} {group}", (ACTIVES[verb], bounds, GROUPS[group])


def figures(claims: tuple[Claim, ...] | None) -> list[tuple[str, Bounds, str]]:
    return [
        (claim.harm, (claim.min, claim.max, claim.qualifier), claim.status)
        for claim in claims or ()
        if isinstance(claim, Casualty)
    ]


def figure_number(figure: tuple[str, Bounds, str]) -> int | None:
    low, high, _ = figure[1]
    return high if low is None else low


def opened(clause: str) -> str:
    return clause[0].upper() + clause[1:]


@unhurried
@given(planted())
def test_a_planted_figure_comes_back_exactly(given_clause: tuple[str, tuple[str, Bounds, str]]) -> None:
    clause, figure = given_clause
    assert figures(sheet_of(f"{opened(clause)}.").claims) == [figure]


@unhurried
@given(
    planted(), st.sampled_from(SPEAKERS), st.sampled_from(["leading", "trailing", "inverted", "according"])
)
def test_a_planted_speaker_is_credited_with_the_figure(
    given_clause: tuple[str, tuple[str, Bounds, str]], speaker: str, form: str
) -> None:
    clause, figure = given_clause
    sentence = {
        "leading": f"{speaker} said {clause}",
        "trailing": f"{clause}, {speaker} said",
        "inverted": f"{clause}, said {speaker}",
        "according": f"According to {speaker}, {clause}",
    }[form]
    claims = sheet_of(f"{opened(sentence)}.").claims or ()
    assert figures(claims) == [figure]
    name = speaker.removeprefix("the ").removeprefix("two ").removeprefix("a ")
    expected = {"Russian defence ministry": "Russian Ministry of Defence"}.get(name, name).lower()
    assert {said.lower() for claim in claims for said in claim.speakers} == {expected}
    assert all(claim.speakers and claim.modality == "asserted" for claim in claims)


@unhurried
@given(planted(), planted())
def test_two_sentences_give_what_each_gives_alone(
    first: tuple[str, tuple[str, Bounds, str]], second: tuple[str, tuple[str, Bounds, str]]
) -> None:
    assume(figure_number(first[1]) != figure_number(second[1]))  # told twice, one figure is one claim
    claims = sheet_of(f"{opened(first[0])}.", f"Later {second[0]}.").claims
    assert figures(claims) == [first[1], second[1]]


@unhurried
@given(texts)
def test_claims_of_any_text_quote_it_inside_their_passage(sentences: list[str]) -> None:
    sheet = sheet_of(*sentences)
    assert sheet.passages is not None
    for claim in sheet.claims or ():
        passage = sheet.passages[claim.passage].span
        assert passage.start <= claim.start < claim.end <= passage.end
        assert sheet.document.text[claim.start : claim.end] == claim.quote
        assert claim.id == claim_id(sheet.document.id, claim)
        if claim.credit is not None:
            assert passage.start <= claim.credit[0] < claim.credit[1] <= passage.end


@unhurried
@given(texts)
def test_claims_of_any_text_keep_the_rules_of_the_guidelines(sentences: list[str]) -> None:
    claims = sheet_of(*sentences).claims or ()
    for claim in claims:
        assert bool(claim.speakers) == (claim.explicitness not in ("outlet", "passive"))
        match claim:
            case Casualty(min=0, max=0):
                assert claim.qualifier == "none"
            case Casualty():
                assert claim.min is None or claim.max is None or claim.min <= claim.max
            case Responsibility(stance="denies"):
                assert claim.polarity == "negated"
            case Plan():
                assert claim.modality in ("predicted", "conditional")
            case Assessment():
                assert claim.speakers
            case _:
                pass


@unhurried
@given(texts)
def test_a_second_reading_gives_the_same_claims_in_the_same_order(sentences: list[str]) -> None:
    sheet = sheet_of(*sentences)
    assert sheet_of(*sentences).claims == sheet.claims
    ids = [claim.id for claim in sheet.claims or ()]
    assert len(set(ids)) == len(ids)
    starts = [claim.start for claim in sheet.claims or ()]
    assert starts == sorted(starts)


@unhurried
@given(texts)
def test_a_sheet_with_claims_survives_its_json_line(sentences: list[str]) -> None:
    sheet = sheet_of(*(sentence.encode("utf-8", "replace").decode() for sentence in sentences))
    assert decode_sheet(encode_sheet(sheet)) == sheet
