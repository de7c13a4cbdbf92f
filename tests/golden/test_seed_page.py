"""The first real page, read as a whole, must always come out as kept here.

After a wanted change: `python -m tests.golden.update`, and read the difference before committing it.
"""

from __future__ import annotations

import pytest

from counterclaim.core.claims import Casualty, Claim, Responsibility
from counterclaim.core.incidents import FiledClaim, Incident
from counterclaim.core.types import Sheet
from counterclaim.incidents.across import link
from counterclaim.incidents.filing import file_claims
from tests.golden.pages import GOLDEN, lines_of, read_example


@pytest.fixture(scope="module")
def sheet() -> Sheet:
    return read_example("deir-ez-zor.txt")


@pytest.fixture(scope="module")
def filed(sheet: Sheet) -> list[FiledClaim]:
    return file_claims(sheet)


@pytest.mark.parametrize("name", sorted(path.stem for path in GOLDEN.glob("*.jsonl")))
def test_every_example_page_reads_as_it_did(name: str) -> None:
    kept = (GOLDEN / f"{name}.jsonl").read_text("utf-8").splitlines()
    assert lines_of(read_example(f"{name}.txt")) == kept


def test_the_page_is_three_articles_with_the_right_borders(sheet: Sheet) -> None:
    assert [(article.span.start, article.span.end) for article in sheet.articles or ()] == [
        (0, 3180),
        (3181, 4390),
        (4391, 6948),
    ]


def test_the_caption_that_repeats_a_sentence_is_recognised(sheet: Sheet) -> None:
    captions = [segment for segment in sheet.segments or () if segment.kind == "caption"]
    assert len(captions) == 1
    assert captions[0].repeats is not None
    assert captions[0].span.of(sheet.document.text).startswith("US-led airstrikes have destroyed four")


def test_embed_and_privacy_notice_are_labelled_and_never_read_for_claims(sheet: Sheet) -> None:
    kinds = [segment.kind for segment in sheet.segments or ()]
    assert kinds.count("embed") == 1
    notices = [segment for segment in sheet.segments or () if segment.kind == "notice"]
    lines = sum(len(segment.span.of(sheet.document.text).splitlines()) for segment in notices)
    assert lines == 9
    assert all(claim.end <= 6948 for claim in sheet.claims or ())


def test_no_year_is_invented(sheet: Sheet) -> None:
    dates = {claim.when for claim in sheet.claims or () if claim.when} | {
        time.edtf for time in sheet.times or () if time.edtf
    }
    assert "XXXX-09-17" in dates
    assert not any("2016" in date for date in dates)
    assert [issue.code for issue in sheet.issues].count("date.no_year") == 3


def test_a_publication_day_settles_the_year() -> None:
    sheet = read_example("deir-ez-zor.txt", published="2016-09-18")
    strike = [claim for claim in sheet.claims or () if "occurred September 17" in claim.quote]
    assert {claim.when for claim in strike} == {"2016-09-17"}


def _figures(claims: list[Claim]) -> set[tuple[str, str, int | None, int | None]]:
    return {
        (speaker, claim.harm, claim.min, claim.max)
        for claim in claims
        if isinstance(claim, Casualty)
        for speaker in claim.speakers
    }


def test_the_air_strike_shows_its_three_accounts_and_the_denial(filed: list[FiledClaim]) -> None:
    by_id = {item.claim.id: item.claim for item in filed}
    strike = _incident_with(link(filed), by_id, 83)
    assert _figures([by_id[claim] for claim in strike.claims]) == {
        ("US-led coalition", "killed", 62, None),
        ("Russian military", "killed", 62, 62),
        ("Syrian Observatory for Human Rights", "killed", 83, 83),
        ("Syrian Observatory for Human Rights", "wounded", 120, None),
    }
    denials = [
        by_id[claim]
        for claim in strike.claims
        if isinstance(by_id[claim], Responsibility) and by_id[claim].polarity == "negated"
    ]
    assert [denial.quote for denial in denials] == [
        "no confirmed cases of US air strikes targeting Syrian troops"
    ]
    contradicted = {
        claim
        for relation in strike.relations
        if relation.kind == "contradicts" and denials[0].id in (relation.claim, relation.other)
        for claim in (relation.claim, relation.other)
    }
    assert any(
        isinstance(by_id[claim], Responsibility) and by_id[claim].speakers == ("US-led coalition",)
        for claim in contradicted
    )


def _incident_with(incidents: tuple[Incident, ...], by_id: dict[str, Claim], killed: int) -> Incident:
    return next(
        incident
        for incident in incidents
        if any(getattr(by_id[claim], "min", None) == killed for claim in incident.claims)
    )


def test_a_ministry_quoting_an_army_command_keeps_both(sheet: Sheet) -> None:
    relayed = [claim for claim in sheet.claims or () if claim.via]
    assert [(claim.speakers, claim.via) for claim in relayed] == [
        (("Syrian army general command",), ("Russian Ministry of Defence",))
    ]


def test_tanks_dollars_and_jets_are_no_people(sheet: Sheet) -> None:
    counted = {claim.min for claim in sheet.claims or () if isinstance(claim, Casualty)}
    assert not counted & {4, 2_000_000, 7, 16}


def test_the_rest_of_nine_arrested_are_eight(sheet: Sheet) -> None:
    arrested = [
        claim for claim in sheet.claims or () if isinstance(claim, Casualty) and claim.harm == "detained"
    ]
    assert [(claim.min, claim.scope) for claim in arrested] == [(9, "incident"), (1, "part"), (8, "part")]
