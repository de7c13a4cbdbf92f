"""The example page with three articles: its air strike shows every account, the denial included."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from msgspec.structs import replace

from counterclaim.core.claims import Casualty, Claim, Control, Damage, Event, Responsibility, claim_id
from counterclaim.core.incidents import FiledClaim, Incident
from counterclaim.core.patterns import pattern
from counterclaim.core.spans import Span
from counterclaim.core.types import Article, Document, Passage, Sheet
from counterclaim.incidents.accounts import accounts_of
from counterclaim.incidents.across import link
from counterclaim.incidents.within import label_incidents

TEXT = (Path(__file__).parents[2] / "examples" / "deir-ez-zor.txt").read_text(encoding="utf-8")
SENTENCE = pattern(r"[^\n]+?(?:[.!?][”\"]?(?:\ |\n|$)|\n|$)")
OPENINGS = (
    "The US-led coalition has admitted",
    "ISIS has briefly overrun",
    "US-led airstrikes have destroyed",
)
SOHR = ("Syrian Observatory for Human Rights",)
COALITION = ("US-led coalition",)
PENTAGON = ("US Department of Defense",)

# The claims, read by hand; spans, articles and passages are found from the quotes.
BARE: tuple[Claim, ...] = (
    Responsibility(start=0, end=0, quote="its airstrikes in eastern Syria", stance="admits", accused=COALITION[0], speakers=COALITION),
    Casualty(start=0, end=0, quote="killed at least 62 Syrian troops", harm="killed", min=62, group="Syrian troops", status="combatant", perpetrator=COALITION[0], place="eastern Syria", speakers=COALITION),
    Casualty(start=0, end=0, quote="62 Syrian soldiers were killed", harm="killed", min=62, max=62, group="Syrian soldiers", status="combatant", place="near Deir Ezzor Airport", speakers=("Russian military",)),
    Casualty(start=0, end=0, quote="put the death toll at 83", harm="killed", min=83, max=83, speakers=SOHR),
    Casualty(start=0, end=0, quote="at least 120 soldiers were wounded", harm="wounded", min=120, group="soldiers", status="combatant", speakers=SOHR),
    Event(start=0, end=0, quote="The strike occurred September 17 in an eastern part of Syria", event_type="air_strike", place="an eastern part of Syria", date="September 17"),
    Responsibility(start=0, end=0, quote="There have been no confirmed cases of US air strikes targeting Syrian troops", stance="denies", polarity="negated", accused="United States"),
    Control(start=0, end=0, quote="ISIS has briefly overrun a hospital complex", change="seizes", holder="ISIS", place="Deir al-Zour", modality="alleged"),
    Casualty(start=0, end=0, quote="about 35 pro-government fighters were killed", harm="killed", min=35, max=35, group="pro-government fighters", status="combatant", speakers=("activists",)),
    Casualty(start=0, end=0, quote="More than 20 ISIS fighters were also reported killed", harm="killed", min=21, group="ISIS fighters", status="combatant"),
    Casualty(start=0, end=0, quote="trapping about 200,000 civilians", harm="besieged", min=200_000, max=200_000, scope="cumulative", status="civilian"),
    Event(start=0, end=0, quote="carried out a “major offensive” in Deir al-Zour on May 14", event_type="armed_clash", actor="ISIS", place="Deir al-Zour", date="May 14", speakers=("Amaq",)),
    Event(start=0, end=0, quote="US-led airstrikes have destroyed four ISIS-held oil tanks", event_type="air_strike", actor=COALITION[0], place="Syria"),
    Damage(start=0, end=0, quote="destroyed four ISIS-held oil tanks", object="oil tanks", min=4, max=4, outcome="destroyed"),
    Event(start=0, end=0, quote="carried out seven strikes on ISIS positions in Iraq", event_type="air_strike", place="Iraq", speakers=PENTAGON),
    Damage(start=0, end=0, quote="The tanks were destroyed in the oil-rich Deir al-Zour province", object="oil tanks", outcome="destroyed", speakers=PENTAGON),
    Casualty(start=0, end=0, quote="arrested nine people", harm="detained", min=9, max=9, speakers=("Spanish Ministry of the Interior",)),
)  # fmt: skip


@cache
def filed() -> dict[str, FiledClaim]:
    """The page's claims by quote, labelled by the stage."""
    starts = [TEXT.index(words) for words in OPENINGS]
    articles = tuple(
        Article(span=Span(start, end)) for start, end in zip(starts, [*starts[1:], len(TEXT)], strict=True)
    )
    passages = tuple(
        Passage(
            span=Span(match.start(), match.end()),
            exact=match.group(0),
            prefix="",
            suffix="",
            article=sum(match.start() >= start for start in starts) - 1,
            segment=0,
        )
        for match in SENTENCE.finditer(TEXT)
    )
    claims = []
    for claim in BARE:
        start = TEXT.index(claim.quote)
        passage = max(row for row, told in enumerate(passages) if told.span.start <= start)
        placed = replace(
            claim,
            start=start,
            end=start + len(claim.quote),
            passage=passage,
            article=passages[passage].article,
        )
        claims.append(replace(placed, id=claim_id("page", placed)))
    sheet = Sheet(
        document=Document(id="page", doc="page", text=TEXT, sha256="", origin="-"),
        articles=articles,
        passages=passages,
        claims=tuple(claims),
    )
    return {
        claim.quote: FiledClaim(
            document_id="page",
            doc="page",
            outlet=None,
            published=None,
            sentence=passages[claim.passage].exact,
            claim=claim,
        )
        for claim in label_incidents(sheet).claims or ()
    }


def incident_of(quote: str) -> Incident:
    claim = filed()[quote].claim.id
    return next(incident for incident in link(list(filed().values())) if claim in incident.claims)


def test_the_air_strike_shows_its_three_tolls_side_by_side() -> None:
    strike = incident_of("put the death toll at 83")
    assert strike.title == "Air strike, near Deir Ezzor Airport, 17 September, year not stated"
    figures = {
        (account.speaker, one.claim.harm, one.claim.min, one.claim.max)
        for account in accounts_of(strike, list(filed().values()))
        for one in account.claims
        if isinstance(one.claim, Casualty)
    }
    assert figures == {
        ("US-led coalition", "killed", 62, None),
        ("Russian military", "killed", 62, 62),
        ("Syrian Observatory for Human Rights", "killed", 83, 83),
        ("Syrian Observatory for Human Rights", "wounded", 120, None),
    }


def test_the_pages_own_denial_is_listed_as_contradicting_the_admission() -> None:
    strike = incident_of("put the death toll at 83")
    denial = filed()["There have been no confirmed cases of US air strikes targeting Syrian troops"].claim.id
    admission = filed()["its airstrikes in eastern Syria"].claim.id
    assert ("contradicts", denial, admission) in {
        (told.kind, told.claim, told.other) for told in strike.relations
    }
    assert accounts_of(strike, list(filed().values()))[-1].speaker is None


def test_sixty_two_and_eighty_three_contradict_each_other_and_at_least_sixty_two_neither() -> None:
    strike = incident_of("put the death toll at 83")
    basis = {told.basis for told in strike.relations}
    assert "62 and 83 cannot both be the number killed" in basis
    assert "at least 62 and 83 can both be the number killed" in basis


def test_the_hospital_attack_and_the_strikes_on_oil_are_other_incidents() -> None:
    quotes = [
        "put the death toll at 83",
        "about 35 pro-government fighters were killed",
        "destroyed four ISIS-held oil tanks",
        "carried out seven strikes on ISIS positions in Iraq",
        "arrested nine people",
    ]
    assert len({incident_of(quote).code for quote in quotes}) == len(quotes)


def test_the_hospital_attack_holds_both_sides_dead_without_setting_them_against_each_other() -> None:
    attack = incident_of("about 35 pro-government fighters were killed")
    assert attack.code == incident_of("More than 20 ISIS fighters were also reported killed").code
    assert attack.when == "XXXX-05-14"
    assert not [told for told in attack.relations if told.kind == "contradicts"]


def test_tanks_told_of_again_belong_to_the_strike_that_hit_them() -> None:
    assert (
        incident_of("The tanks were destroyed in the oil-rich Deir al-Zour province").code
        == incident_of("destroyed four ISIS-held oil tanks").code
    )


def test_the_number_of_the_besieged_is_about_no_single_incident() -> None:
    assert filed()["trapping about 200,000 civilians"].claim.incident is None
