"""Agreements and the control of places, in order of time."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from counterclaim.core.claims import Agreement, AgreementStatus, Change, Claim, Control, claim_id
from counterclaim.core.incidents import FiledClaim
from counterclaim.core.located import Located
from counterclaim.incidents.lines.agreements import agreement_lines
from counterclaim.incidents.lines.control import control_lines
from counterclaim.incidents.lines.terms import terms_in


def filed(claim: Claim, document: str, published: str | None, sentence: str) -> FiledClaim:
    claim = replace(claim, id=claim_id(document, claim), quote=sentence)
    return FiledClaim(
        document_id=document, doc=document, outlet=None, published=published, sentence=sentence, claim=claim
    )


def held(
    holder: str,
    change: Change,
    *speakers: str,
    at: int = 0,
    place: str | None = "Kobane",
    when: str | None = None,
    document: str = "d1",
    published: str | None = None,
) -> FiledClaim:
    claim = Control(
        start=at,
        end=at + 9,
        quote="",
        holder=holder,
        change=change,
        place=place,
        when=when,
        speakers=speakers,
    )
    return filed(claim, document, published, f"{holder} {change} {place}")


def agreed(
    status: AgreementStatus,
    sentence: str,
    *speakers: str,
    name: str | None = "ceasefire",
    at: int = 0,
    place: str | None = None,
    when: str | None = None,
    document: str = "d1",
    published: str | None = None,
    article: int = 0,
) -> FiledClaim:
    claim = Agreement(
        start=at,
        end=at + 9,
        quote="",
        agreement=name,
        status=status,
        place=place,
        when=when,
        speakers=speakers,
        article=article,
    )
    return filed(claim, document, published, sentence)


def test_a_town_that_was_seized_retaken_and_held_is_one_line_in_order_of_time() -> None:
    told = [
        held("Orlovan army", "holds", "residents", document="d3", published="2021-05-09"),
        held("rebels", "seizes", "rebel commander", when="2021-05-03"),
        held("Orlovan army", "seizes", "state TV", when="2021-05-06", at=20, place="the town of Kobani"),
    ]
    (line,) = control_lines(told)
    assert [(getattr(one.filed.claim, "holder", None), one.basis) for one in line.entries] == [
        ("rebels", "stated"),
        ("Orlovan army", "stated"),
        ("Orlovan army", "published"),
    ]
    assert line.disputes == ()


def test_two_holders_on_one_day_by_two_speakers_are_disputed() -> None:
    told = [
        held("rebels", "seizes", "rebel commander", when="2021-05-03"),
        held("Russian army", "holds", "state TV", when="2021-05-03", at=20),
    ]
    (line,) = control_lines(told)
    (dispute,) = line.disputes
    assert {dispute.claim, dispute.other} == {one.claim.id for one in told}
    assert control_lines(told[:1])[0].disputes == ()


def test_the_hospital_of_one_report_is_not_the_hospital_of_another() -> None:
    told = [
        held("rebels", "seizes", place="the hospital", document="d1"),
        held("rebels", "seizes", place="the hospital", document="d2"),
        held("rebels", "holds", place=None, document="d2", at=20),
    ]
    assert len(control_lines(told)) == 3


def test_a_ceasefire_has_its_start_terms_violation_and_end_each_with_its_speaker() -> None:
    told = [
        agreed("announced", "A truce between Kinar rebels and the Orlovan army will begin on Friday, mediators said.", "mediators", at=0, when="2021-05-07"),
        agreed("terms", "The truce excludes the Black Banner group.", at=20, name="The truce"),
        agreed("terms", "Talks start if the truce holds for seven days.", at=40, name="the truce"),
        agreed("violated", "Rebels shelled the pass despite the deal, the army said.", "Orlovan army", at=60, name="the deal", when="2021-05-08"),
        agreed("ended", "The cease-fire collapsed on Monday.", at=80, name="cease-fire", when="2021-05-10"),
    ]  # fmt: skip
    (line,) = agreement_lines(told)
    assert line.kind == "ceasefire"
    assert [(one.when, one.filed.claim.speakers) for one in line.having("announced")] == [
        ("2021-05-07", ("mediators",))
    ]
    assert [one.filed.claim.speakers for one in line.having("violated")] == [("Orlovan army",)]
    assert [one.when for one in line.having("ended")] == ["2021-05-10"]
    assert {(term.kind, term.words) for term in line.terms} == {
        ("party", "Kinar rebels"),
        ("party", "Orlovan army"),
        ("excludes", "the Black Banner group"),
        ("condition", "if the truce holds for seven days"),
        ("lasts", "for seven days"),
    }


def test_reports_of_one_town_within_a_month_tell_of_one_ceasefire_and_later_ones_of_another() -> None:
    told = [
        agreed("announced", "A truce began in Homs.", place="Homs", document="d1", published="2021-05-03"),
        agreed("violated", "The truce was broken.", place="Homs", document="d2", published="2021-05-08"),
        agreed("announced", "A truce began in Homs.", place="Homs", document="d3", published="2021-08-20"),
        agreed(
            "announced", "A truce began in Aleppo.", place="Aleppo", document="d4", published="2021-05-04"
        ),
    ]
    assert sorted(len(line.entries) for line in agreement_lines(told)) == [1, 1, 2]


def test_resolutions_are_told_apart_by_number_and_joined_by_it() -> None:
    told = [
        agreed("announced", "Resolution 2254 was adopted.", name="resolution 2254", document="d1"),
        agreed("announced", "Resolution 2328 was adopted.", name="resolution 2328", document="d1", at=20),
        agreed("in_force", "Under Resolution 2254, aid may pass.", name="Resolution 2254", document="d2"),
    ]
    assert sorted(len(line.entries) for line in agreement_lines(told)) == [1, 2]


def test_if_confirmed_is_no_condition_of_a_truce_and_a_broker_is_no_party() -> None:
    assert terms_in("If confirmed, it would be the deadliest raid since a ceasefire.", "c") == []
    found = terms_in("The truce, brokered by Norway and Qatar, ended.", "c")
    assert [(one.kind, one.words) for one in found] == [("broker", "Norway"), ("broker", "Qatar")]


statuses = st.sampled_from(["announced", "in_force", "violated", "ended", "terms", "proposed"])
deals = st.builds(
    agreed,
    statuses,
    st.sampled_from(["A truce between rebels and the army began.", "The deal fell.", "They met."]),
    name=st.sampled_from(["truce", "the deal", "evacuation deal", "resolution 2254", None]),
    at=st.integers(0, 300),
    place=st.sampled_from(["Homs", "Aleppo", None]),
    when=st.sampled_from(["2021-05-03", "XXXX-05-03", None]),
    document=st.sampled_from(["d1", "d2", "d3"]),
    published=st.sampled_from(["2021-05-04", "2021-09-04", None]),
    article=st.integers(0, 1),
)
holds = st.builds(
    held,
    st.sampled_from(["rebels", "ISIS", "Russian army"]),
    st.sampled_from(["holds", "seizes", "loses", "contests"]),
    st.sampled_from(["monitor", "state TV"]),
    at=st.integers(0, 300),
    place=st.sampled_from(["Homs", "Madaya and Zabadani", "the hospital", None]),
    when=st.sampled_from(["2021-05-03", "XXXX-05-03", None]),
    document=st.sampled_from(["d1", "d2"]),
)


@given(st.data())
def test_the_order_of_claims_changes_no_line_and_every_claim_is_in_one(data: st.DataObject) -> None:
    every = data.draw(st.lists(st.one_of(deals, holds), max_size=8))
    told = list({one.claim.id: one for one in every}.values())
    shuffled = data.draw(st.permutations(told))
    assert agreement_lines(shuffled) == agreement_lines(told)
    assert control_lines(shuffled) == control_lines(told)
    found = [entry for deal in agreement_lines(told) for entry in deal.entries]
    found += [entry for place in control_lines(told) for entry in place.entries]
    assert {entry.filed.claim.id for entry in found} == {one.claim.id for one in told}


def test_who_denies_that_a_truce_was_broken_does_not_say_so() -> None:
    claim = Agreement(start=0, end=9, quote="", agreement="truce", status="violated", polarity="negated")
    (line,) = agreement_lines([filed(claim, "d1", "2017-07-15", "Rebels denied breaking the truce.")])
    assert line.having("violated") == ()


def test_a_town_and_its_province_are_of_one_ceasefire() -> None:
    nasib = Located(
        lat=32.55,
        lon=36.19,
        radius_km=3.0,
        precision=1,
        name="Nasib",
        kind="village",
        country="SY",
        admin1="Daraa",
    )
    there = Agreement(
        start=0, end=9, quote="", agreement="truce", status="violated", place="Nasib", where=nasib
    )
    first = Agreement(start=0, end=9, quote="", agreement="ceasefire", place="Daraa province")
    lines = agreement_lines(
        [
            filed(first, "d1", "2017-07-08", "A ceasefire began in Daraa province."),
            filed(there, "d2", "2017-07-16", "The truce was broken in Nasib."),
        ]
    )
    assert len(lines) == 1


@pytest.mark.parametrize(
    ("holder", "disputes"), [("government forces", 0), ("Turkish army", 1), ("rebels", 1)]
)
def test_government_forces_and_the_army_do_not_dispute_a_town_armies_of_two_states_do(
    holder: str, disputes: int
) -> None:
    (line,) = control_lines(
        [
            held("Syrian army", "seizes", "state television", when="2017-08-02"),
            held(holder, "holds", "residents", when="2017-08-02", at=20),
        ]
    )
    assert len(line.disputes) == disputes


def test_a_party_ends_before_the_verb() -> None:
    terms = terms_in("A truce between the army and the Valley Front came into force on Saturday.", "c")
    assert [term.words for term in terms if term.kind == "party"] == ["army", "Valley Front"]
