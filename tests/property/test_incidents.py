"""What holds for incidents, whatever the claims."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from counterclaim.core.claims import Casualty, Claim, Event, EventType, Responsibility, claim_id
from counterclaim.core.edtf import day_bounds
from counterclaim.core.incidents import FiledClaim, Incident
from counterclaim.incidents.accounts import accounts_of
from counterclaim.incidents.across import link
from counterclaim.incidents.group import LONGEST_DAYS

places = st.sampled_from(
    ["Quetta", "Kano", "Basra", "near Basra", "Deir ez-Zor", "Dayr az Zawr", "the hospital", None]
)
days = st.sampled_from(
    ["2021-05-03", "2021-05-04", "XXXX-05-03", "2021-05", "/2021-05-05", "2021-05-03/2021-05-04", None]
)
parties = st.sampled_from(["ISIS", "United States", "US-led coalition", "Russia", None])
speakers = st.lists(
    st.sampled_from(["monitor", "army", "Russia", "US military"]), max_size=2, unique=True
).map(tuple)
common = {
    "place": places,
    "when": days,
    "speakers": speakers,
    "incident": st.sampled_from(["1.1", "1.2", None]),
    "start": st.integers(0, 500),
    "end": st.integers(501, 600),
    "quote": st.sampled_from(["the strike hit a school", "killed nine", "a bomb went off"]),
    "polarity": st.sampled_from(["affirmed", "negated"]),
    "modality": st.sampled_from(["asserted", "alleged", "conditional"]),
}
claims = st.one_of(
    st.builds(
        Event,
        event_type=st.sampled_from(["air_strike", "bombing", "attack", "arrest", "other"]),
        actor=parties,
        **common,
    ),
    st.builds(
        Casualty,
        harm=st.sampled_from(["killed", "wounded"]),
        min=st.none() | st.integers(0, 99),
        max=st.none() | st.integers(0, 99),
        scope=st.sampled_from(["incident", "part"]),
        perpetrator=parties,
        **common,
    ),
    st.builds(
        Responsibility,
        stance=st.sampled_from(["accuses", "admits", "denies", "claims"]),
        accused=parties,
        **common,
    ),
)


def file(claim: Claim, document: str, published: str | None) -> FiledClaim:
    claim = replace(claim, id=claim_id(document, claim))
    return FiledClaim(
        document_id=document,
        doc=document,
        outlet=None,
        published=published,
        sentence=claim.quote,
        claim=claim,
    )


@st.composite
def filings(draw: st.DrawFn) -> list[FiledClaim]:
    told: dict[str, FiledClaim] = {}
    for document in ("d1", "d2", "d3", "d4")[: draw(st.integers(1, 4))]:
        published = draw(st.sampled_from(["2021-05-04", "2021-05-20", "XXXX-05-04", None]))
        for claim in draw(st.lists(claims, max_size=5)):
            filed = file(claim, document, published)
            told[filed.claim.id] = filed
    return list(told.values())


@given(st.data())
def test_the_order_of_the_input_changes_nothing(data: st.DataObject) -> None:
    filed = data.draw(filings())
    shuffled = data.draw(st.permutations(filed))
    assert link(shuffled) == link(filed)


@given(filings())
def test_every_labelled_claim_is_in_exactly_one_incident_and_no_other_claim_in_any(
    filed: list[FiledClaim],
) -> None:
    linked = [claim for incident in link(filed) for claim in incident.claims]
    assert sorted(linked) == sorted(one.claim.id for one in filed if one.claim.incident is not None)


@given(filings())
def test_relations_stay_within_the_incident_and_name_a_pair_once(filed: list[FiledClaim]) -> None:
    for incident in link(filed):
        pairs = [frozenset((told.claim, told.other)) for told in incident.relations if told.kind != "part_of"]
        assert len(set(pairs)) == len(pairs)
        for told in incident.relations:
            assert told.claim != told.other
            assert {told.claim, told.other} <= set(incident.claims)
            assert told.basis


@given(filings())
def test_a_conditional_claim_admits_denies_and_contradicts_nothing(filed: list[FiledClaim]) -> None:
    conditional = {one.claim.id for one in filed if one.claim.modality == "conditional"}
    for incident in link(filed):
        for told in incident.relations:
            assert told.kind == "part_of" or not {told.claim, told.other} & conditional


@given(filings())
def test_an_incident_spans_three_days_at_most(filed: list[FiledClaim]) -> None:
    for incident in link(filed):
        if incident.when:
            first, last = day_bounds(incident.when, 2021)
            assert first is not None
            assert last is not None
            assert (last - first).days < LONGEST_DAYS


@given(filings())
def test_every_speaker_of_an_incident_has_an_account_with_something_in_it(filed: list[FiledClaim]) -> None:
    for incident in link(filed):
        accounts = accounts_of(incident, filed)
        named = {
            who for one in filed if one.claim.id in incident.claims for who in one.claim.speakers or (None,)
        }
        assert {account.speaker for account in accounts} == named
        assert len(accounts) == len(named)
        assert all(account.claims and account.outlets for account in accounts)


KINDS: list[EventType] = ["bombing", "protest", "abduction"]
truths = st.lists(
    st.tuples(
        st.sampled_from(["Quetta", "Kano", "Basra", "Gorlivka", "Deir ez-Zor", "Marib"]),
        st.integers(0, 400),
        st.sampled_from(KINDS),
    ),
    min_size=1,
    max_size=8,
    unique=True,
)


@settings(deadline=None)
@given(st.data())
def test_planted_incidents_are_found_again(data: st.DataObject) -> None:
    planted = data.draw(truths)
    filed: list[FiledClaim] = []
    truth: dict[int, set[str]] = defaultdict(set)
    for document in ("d1", "d2", "d3", "d4", "d5"):
        for label in data.draw(st.lists(st.sampled_from(range(len(planted))), unique=True)):
            place, after, kind = planted[label]
            day = date(2021, 1, 1) + timedelta(days=after)
            voice = (data.draw(st.sampled_from(["monitor", "army", "medics"])),)
            made: list[Claim] = [
                Event(start=10 * label, end=10 * label + 5, quote="It happened", event_type=kind),
                Casualty(
                    start=10 * label + 5, end=10 * label + 9, quote="harmed", harm="affected", min=label
                ),
            ]
            made = [
                replace(one, incident=f"1.{label}", speakers=voice, when=day.isoformat(), place=place)
                for one in made
            ]
            for claim in made:
                filed.append(file(claim, document, (day + timedelta(days=1)).isoformat()))
                truth[label].add(filed[-1].claim.id)
    found: list[Incident] = list(link(filed))
    assert sorted(map(sorted, truth.values())) == sorted(sorted(incident.claims) for incident in found)
