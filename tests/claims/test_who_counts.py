"""Who is credited with a figure: tails behind "X said", sources leaned on, and who counts nobody."""

from collections.abc import Callable

import pytest

CASES = [
    pytest.param(
        ["Shells killed 112 people, the monitor said, updating a previous toll of 98 dead."],
        ["killed 112 112 exact unknown incident < monitor", "killed 98 98 exact unknown incident < monitor"],
        id="updating",
    ),
    pytest.param(
        ["Forty guests were killed in Haska Meyna, the elder said, most of them women."],
        ["killed 40 40 exact civilian incident < elder", "killed - - unknown civilian part < elder"],
        id="most-of-them",
    ),
    pytest.param(
        ["Anadolu reported 15 deaths, citing police."],
        ["killed 15 15 exact unknown incident < police"],
        id="citing",
    ),
    pytest.param(
        [
            '"Six members of the group died," Amadou Ba, head of the Sahel Monitor, was quoted by AFP as saying.'
        ],
        ["killed 6 6 exact combatant incident < Sahel Monitor/Amadou Ba"],
        id="quoted-by-an-agency",
    ),
    pytest.param(
        ["The town of Afgoye, where the army says militants killed a teacher, was quiet."],
        ["killed 1 1 exact civilian incident < army"],
        id="where-the-army-says",
    ),
    pytest.param(
        ["Leaders condemned the bombing that killed 58 people in Kabul."],
        ["killed 58 58 exact unknown incident <"],
        id="condemned",
    ),
    pytest.param(
        ["The group claimed responsibility for a bombing that killed 30 soldiers in Mogadishu."],
        ["killed 30 30 exact combatant incident <"],
        id="responsibility-claimed",
    ),
    pytest.param(
        ["The army denied using gas in a war that has killed 20,000 people."],
        ["killed 20000 20000 exact unknown cumulative <"],
        id="denied",
    ),
    pytest.param(
        ["Russian raids claimed 17 lives overnight, the mayor said."],
        ["killed 17 17 exact unknown incident < mayor"],
        id="raids-claim-lives",
    ),
    pytest.param(
        ["The blast killed 12 people said the head of the clinic."],
        ["killed 12 12 exact unknown incident < head of the clinic"],
        id="no-comma-before-said",
    ),
    pytest.param(
        ["The shelling killed three people, the governor wrote on Telegram."],
        ["killed 3 3 exact unknown incident < governor"],
        id="wrote-on-telegram",
    ),
    pytest.param(
        ["According to Mwatana heavy shelling has killed 12 people."],
        ["killed 12 12 exact unknown incident < Mwatana"],
        id="according-without-comma",
    ),
    pytest.param(
        ["The Kivu Security Tracker (KST) said 27 farmers were killed.", "KST said another 46 were wounded."],
        [
            "killed 27 27 exact civilian incident < Kivu Security Tracker",
            "wounded 46 46 exact unknown incident < Kivu Security Tracker",
        ],
        id="short-name",
    ),
    pytest.param(
        [
            "A shepherd, Omar Nasser, saw the raid.",
            "Army spokesman Ali Noor said 12 rebels died.",
            "He said three soldiers were wounded.",
        ],
        ["killed 12 12 exact combatant incident < army", "wounded 3 3 exact combatant incident < army"],
        id="he-is-the-last-to-speak",
    ),
    pytest.param(
        [
            "The Sahel Monitor counted 12 deaths.",
            "The head of the Dakar-based monitoring group Amadou Ba told AFP 40 people were wounded.",
        ],
        [
            "killed 12 12 exact unknown incident < Sahel Monitor",
            "wounded 40 40 exact unknown incident < Sahel Monitor",
        ],
        id="head-of-the-monitor",
    ),
    pytest.param(
        ["UN aid chief Anna Berg said 12 people died."],
        ["killed 12 12 exact unknown incident < Anna Berg"],
        id="a-chief-stands-as-herself",
    ),
    pytest.param(
        ['"Hundreds of people fled the southern districts of Goma".', "The monitor said 12 died."],
        ["displaced 200 - vague unknown incident <", "killed 12 12 exact unknown incident < monitor"],
        id="nobody-before-a-quotation",
    ),
]


@pytest.mark.parametrize(("sentences", "figures"), CASES)
def test_a_figure_belongs_to_who_counts(
    figure_problems: Callable[[list[str], list[str]], list[str]], sentences: list[str], figures: list[str]
) -> None:
    assert figure_problems(sentences, figures) == []
