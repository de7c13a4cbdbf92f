"""One event a clause, where it tells of something new; kinds of attack and of what only sounds like one."""

from collections.abc import Callable

import pytest

from counterclaim.core.claims import Event
from counterclaim.core.types import Sheet

CASES = [
    pytest.param(
        "Saudi jets bombed Sanaa, while Houthi forces shelled the border town of Najran.",
        ["event air_strike target=Sanaa", "event shelling target=border town"],
        [],
        id="while",
    ),
    pytest.param(
        "The Taliban stormed a base in Kunduz when a suicide bomber rammed the gate.",
        ["event attack target=base", "event suicide_bombing"],
        [],
        id="when",
    ),
    pytest.param(
        "Despite earlier air raids on the valley, gunmen hanged three teachers.",
        ["event execution"],
        ["event air_strike"],
        id="background-before-the-comma",
    ),
    pytest.param(
        "The army shelled the town of Lyman with artillery and rockets overnight.",
        ["event shelling target=town"],
        [],
        id="artillery",
    ),
    pytest.param(
        "The frigate bombed the port of Massawa with heavy artillery.",
        ["event shelling"],
        ["event air_strike"],
        id="bombed-with-artillery",
    ),
    pytest.param(
        "Coalition planes targeted wells in Marib on Monday.", ["event air_strike"], [], id="planes"
    ),
    pytest.param(
        "Turkey launched an offensive against Kurdish forces in Iraq.", ["event attack"], [], id="offensive"
    ),
    pytest.param(
        "Fighting between the army and M23 rebels resumed near Goma.",
        ["event armed_clash"],
        [],
        id="fighting",
    ),
    pytest.param(
        "About 3,000 people left the besieged city in 50 buses on Saturday.",
        ["event evacuation"],
        [],
        id="leaving-by-bus",
    ),
    pytest.param(
        "The evacuation of the wounded from Mariupol resumed on Friday.",
        ["event evacuation"],
        [],
        id="evacuation-resumes",
    ),
    pytest.param("The evacuation deal for Mariupol held.", [], ["event evacuation"], id="evacuation-deal"),
    pytest.param(
        "The king and the president discussed the war by telephone on Sunday.",
        ["event meeting"],
        [],
        id="by-telephone",
    ),
    pytest.param(
        "The Security Council met on Tuesday to discuss the strikes in Yemen.",
        ["event meeting"],
        ["event air_strike"],
        id="met-about-strikes",
    ),
    pytest.param("The attack was the deadliest this year in Mali.", [], ["event"], id="the-attack"),
    pytest.param(
        "The raid occurred on May 3 in Hajjah.",
        ["event air_strike"],
        [],
        id="the-raid-with-its-day",
    ),
    pytest.param(
        "The raids also hit a school in Mekelle.", ["event air_strike"], [], id="the-raids-hit-more"
    ),
    pytest.param("The president could order air strikes on rebel bases.", [], ["event"], id="could"),
    pytest.param("Rebels threatened to strike the port of Aden.", [], ["event"], id="threatened"),
    pytest.param(
        "The war, which began with protests in Daraa, has killed thousands.",
        [],
        ["event protest"],
        id="how-it-began",
    ),
    pytest.param("Air defences downed two drones over Kyiv.", [], ["event air_strike"], id="drones-downed"),
    pytest.param("Israel struck Beirut on Friday.", ["event attack actor=Israel"], [], id="a-party-struck"),
    pytest.param("The clinic in Saada was hit.", [], ["event"], id="hit-by-what"),
]


@pytest.mark.parametrize(("sentence", "present", "absent"), CASES)
def test_a_clause_tells_its_event(
    has_claim: Callable[[str, str], bool], sentence: str, present: list[str], absent: list[str]
) -> None:
    assert [written for written in present if not has_claim(sentence, written)] == []
    assert [written for written in absent if has_claim(sentence, written)] == []


def test_one_event_of_one_speaker_at_one_place_is_told_once(read: Callable[..., Sheet]) -> None:
    sheet = read(
        "Warplanes bombed Raqqa on Monday.",
        "Warplanes bombed Raqqa again and again, the monitor said.",
        "Jets bombed a bakery and a clinic in Raqqa, the monitor said.",
    )
    events = [claim for claim in sheet.claims or () if isinstance(claim, Event)]
    assert [(claim.speakers, claim.quote) for claim in events] == [
        (("monitor",), "Jets bombed a bakery and a clinic in Raqqa")
    ]
