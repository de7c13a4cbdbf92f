"""How claims of one incident stand to each other."""

import pytest
from msgspec.structs import replace

from counterclaim.core.claims import Casualty, Claim, Event, Intent, Polarity, Responsibility
from counterclaim.core.incidents import FiledClaim, Relation
from counterclaim.incidents.relations import relate

_numbers = iter(range(1_000_000))


def filed(
    claim: Claim, document: str = "d1", published: str | None = None, outlet: str | None = None
) -> FiledClaim:
    number = next(_numbers)
    claim = replace(claim, id=f"c{number:06d}", start=number, end=number + 1)
    return FiledClaim(
        document_id=document,
        doc=document,
        outlet=outlet,
        published=published,
        sentence=claim.quote,
        claim=claim,
    )


def killed(low: int | None, high: int | None, *speakers: str, **fields: object) -> Casualty:
    known = {"harm": "killed", "quote": f"killed {low}", **fields}
    return Casualty(start=0, end=0, min=low, max=high, speakers=speakers, **known)  # type: ignore[arg-type]


def said(stance: str, accused: str | None, *speakers: str, **fields: object) -> Responsibility:
    known = {
        "quote": f"{stance} {accused}",
        "polarity": "negated" if stance == "denies" else "affirmed",
        **fields,
    }
    return Responsibility(start=0, end=0, stance=stance, accused=accused, speakers=speakers, **known)  # type: ignore[arg-type]


def only(*claims: FiledClaim) -> Relation:
    (relation,) = relate(claims)
    return relation


def test_sixty_two_and_eighty_three_cannot_both_be_the_number_killed() -> None:
    one, other = filed(killed(62, 62, "Russian military")), filed(killed(83, 83, "Observatory"))
    relation = only(one, other)
    assert (relation.kind, {relation.claim, relation.other}) == (
        "contradicts",
        {one.claim.id, other.claim.id},
    )
    assert relation.basis == "62 and 83 cannot both be the number killed"


def test_at_least_sixty_two_is_borne_out_by_eighty_three() -> None:
    relation = only(filed(killed(62, None, "coalition")), filed(killed(83, 83, "Observatory")))
    assert relation.kind == "corroborates"


def test_one_speaker_in_two_outlets_repeats_and_lends_no_support() -> None:
    one = filed(killed(9, 9, "Observatory"), "d1", outlet="A")
    other = filed(killed(9, 9, "observatory"), "d2", outlet="B")
    relation = only(one, other)
    assert (relation.kind, relation.claim, relation.other) == ("repeats", other.claim.id, one.claim.id)


def test_a_later_figure_of_the_same_speaker_revises_the_earlier_one() -> None:
    early = filed(killed(9, 9, "ministry"), "d2", "2021-05-03")
    late = filed(killed(14, 14, "ministry"), "d1", "2021-05-04")
    relation = only(early, late)
    assert (relation.kind, relation.claim, relation.other) == ("revises", late.claim.id, early.claim.id)


def test_two_figures_of_one_speaker_without_days_are_left_side_by_side() -> None:
    assert relate([filed(killed(9, 9, "ministry"), "d1"), filed(killed(14, 14, "ministry"), "d2")]) == ()


def test_an_unnumbered_toll_supports_and_contradicts_nothing() -> None:
    assert relate([filed(killed(None, None, "medics")), filed(killed(14, 14, "ministry"))]) == ()


def test_a_denial_in_the_documents_own_voice_contradicts_the_admission() -> None:
    admission = filed(said("admits", "US-led coalition", "US-led coalition"))
    denial = filed(said("denies", "United States"))
    relation = only(admission, denial)
    assert (relation.kind, relation.claim, relation.other) == (
        "contradicts",
        denial.claim.id,
        admission.claim.id,
    )


def test_the_accused_denies_what_others_accuse_it_of() -> None:
    accusation = filed(said("accuses", "Russia", "activists"))
    denial = filed(said("denies", "Russia", "Russian Ministry of Defence"))
    assert only(accusation, denial).kind == "denies"


def test_an_admission_admits_what_others_accuse_of() -> None:
    accusation = filed(said("accuses", "Israeli army", "witnesses"))
    admission = filed(said("admits", "Israel", "Israel"))
    relation = only(accusation, admission)
    assert (relation.kind, relation.claim) == ("admits", admission.claim.id)


def test_a_conditional_claim_is_never_an_admission() -> None:
    accusation = filed(said("accuses", "United States", "Syria"))
    if_it_did = filed(said("admits", "United States", "US military", modality="conditional"))
    accident = filed(
        Intent(
            start=0, end=0, quote="if it hit, an accident", speakers=("US military",), modality="conditional"
        )
    )
    assert relate([accusation, if_it_did, accident]) == ()


def test_blaming_two_different_parties_is_a_contradiction() -> None:
    one, other = filed(said("accuses", "Russia", "A")), filed(said("accuses", "Ukraine", "B"))
    assert only(one, other).kind == "contradicts"
    assert only(one, filed(said("accuses", "Russian military", "B"))).kind == "corroborates"


def test_a_denied_strike_contradicts_only_strikes_by_the_same_party() -> None:
    def strike(actor: str | None, polarity: Polarity, *speakers: str) -> FiledClaim:
        claim = Event(
            start=0, end=0, quote=f"{actor}", event_type="air_strike", actor=actor, polarity=polarity
        )
        return filed(replace(claim, speakers=speakers))

    denial = strike("Russia", "negated", "Russian Ministry of Defence")
    assert only(strike("Russia", "affirmed", "activists"), denial).kind == "denies"
    assert relate([strike("Turkey", "affirmed", "activists"), denial]) == ()
    assert (
        only(strike("Turkey", "affirmed", "activists"), strike(None, "negated", "army")).kind == "contradicts"
    )


def test_a_part_points_to_the_whole_of_its_own_document() -> None:
    whole = filed(killed(58, None, "monitor"))
    part = filed(killed(11, 11, "monitor", scope="part", group="children"))
    elsewhere = filed(killed(60, 60, "health authority"), "d2")
    kinds = {(relation.kind, relation.claim, relation.other) for relation in relate([part, elsewhere, whole])}
    assert ("part_of", part.claim.id, whole.claim.id) in kinds
    assert len(kinds) == 2


@pytest.mark.parametrize(
    ("some", "every"),
    [
        ("two farmers were beheaded", "five people were killed by gunmen"),
        ("drowned at least two passengers", "five passengers were killed"),
        ("two men were burned alive", "killed five villagers"),
    ],
)
def test_of_five_who_were_killed_two_may_have_been_beheaded(some: str, every: str) -> None:
    two = filed(killed(2, 2, "residents", quote=some))
    assert relate([two, filed(killed(5, 5, "police", quote=every))]) == ()
    assert only(two, filed(killed(2, 2, "police", quote=every))).kind == "corroborates"


def test_seven_beheaded_are_more_than_five_killed_and_two_counts_of_the_beheaded_are_rivals() -> None:
    seven = filed(killed(7, 7, "residents", quote="seven men were beheaded"))
    assert only(seven, filed(killed(5, 5, "police", quote="five people were killed"))).kind == "contradicts"
    assert only(seven, filed(killed(5, 5, "police", quote="five were beheaded"))).kind == "contradicts"
    shot = filed(killed(2, 2, "residents", quote="shot dead two men"))
    assert only(shot, filed(killed(5, 5, "police", quote="five people were killed"))).kind == "contradicts"


def test_gunmen_may_be_of_any_armed_group_and_an_army_of_any_state() -> None:
    def blamed(one: str, other: str) -> str:
        return only(filed(said("accuses", one, "A")), filed(said("accuses", other, "B"))).kind

    assert blamed("gunmen", "Boko Haram") == "corroborates"
    assert blamed("army", "Sudanese army") == "corroborates"
    assert blamed("gunmen", "Nigerian army") == "contradicts"
    assert blamed("Boko Haram", "JNIM") == "contradicts"


def test_that_rebels_suffered_no_casualties_says_nothing_of_the_soldiers() -> None:
    nobody = {"harm": "killed_or_wounded", "qualifier": "none", "polarity": "negated"}
    soldiers = filed(killed(12, 12, "ministry", group="soldiers", status="combatant"))
    assert relate([soldiers, filed(killed(0, 0, "rebels", **nobody))]) == ()
    assert only(soldiers, filed(killed(0, 0, "army", **nobody))).kind == "contradicts"
    villagers = filed(killed(12, 12, "medics", group="villagers", status="civilian"))
    assert only(villagers, filed(killed(0, 0, "rebels", **nobody))).kind == "contradicts"


def test_an_army_and_its_ministry_lend_each_other_no_support() -> None:
    army = filed(killed(62, 62, "Russian military"))
    assert relate([army, filed(killed(62, 62, "Russian Ministry of Defence"))]) == ()
    assert only(army, filed(killed(62, 62, "Observatory"))).kind == "corroborates"


def test_eighty_six_bodies_are_no_contradiction_of_a_hundred_and_sixty_five_dead() -> None:
    bodies = filed(killed(86, 86, "rescue worker", quote="86 bodies"))
    assert only(bodies, filed(killed(165, 165, "officials", quote="165 people died"))).kind == "corroborates"
    assert only(bodies, filed(killed(53, 53, "officials", quote="53 people died"))).kind == "contradicts"
    assert only(bodies, filed(killed(90, 90, "hospital", quote="90 bodies"))).kind == "contradicts"
