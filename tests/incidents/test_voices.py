"""Independence is counted on speakers."""

from __future__ import annotations

from counterclaim.incidents.voices import NOBODY, independent_voices
from tests.method.telling import figure


def test_five_papers_that_quote_one_monitor_are_one_voice() -> None:
    told = [figure(9, 9, "Coast Monitor", document=f"d{at}", outlet=f"Paper {at}") for at in range(5)]
    assert independent_voices(told) == ("Coast Monitor",)


def test_an_army_and_its_ministry_are_one_voice_and_a_joint_statement_joins_two() -> None:
    army, ministry = figure(9, 9, "Russian army"), figure(9, 9, "Russian Ministry of Defence", at=20)
    assert len(independent_voices([army, ministry])) == 1
    medics, both = figure(9, 9, "medics"), figure(9, 9, "medics", "police", at=40)
    assert len(independent_voices([medics, figure(9, 9, "police", at=20)])) == 2
    assert len(independent_voices([medics, figure(9, 9, "police", at=20), both])) == 1


def test_what_nobody_is_credited_with_adds_no_voice_beside_a_named_one() -> None:
    own = [figure(9, 9, document="d1", outlet="Daily"), figure(9, 9, document="d2", outlet="Weekly")]
    assert independent_voices(own) == (NOBODY,)
    assert independent_voices([*own, figure(9, 9, "medics")]) == ("medics",)
    assert independent_voices([]) == ()
