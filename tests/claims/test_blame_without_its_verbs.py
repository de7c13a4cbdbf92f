"""Blame, denial and responsibility claimed without "accuse", "deny" and "claim responsibility"."""

from collections.abc import Callable

import pytest

CASES = [
    pytest.param(
        "The EU envoy said the junta bears primary responsibility for the raid.",
        ["responsibility accuses accused=junta"],
        [],
        id="bears-responsibility",
    ),
    pytest.param(
        "The coalition said Russia holds Wagner Group responsible for the massacre in Moura.",
        ["responsibility accuses accused=Wagner Group"],
        [],
        id="holds-responsible",
    ),
    pytest.param(
        "Kyiv pointed the finger at Moscow after the explosion at the dam.",
        ["responsibility accuses accused=Russia/Moscow"],
        [],
        id="pointed-the-finger",
    ),
    pytest.param(
        "The inquiry found that Sudanese forces used phosphorus shells in Darfur.",
        ["responsibility accuses accused=Sudanese forces"],
        [],
        id="used-phosphorus",
    ),
    pytest.param(
        "Human Rights Watch said the militia had committed war crimes in Bangui.",
        ["responsibility accuses accused=militia"],
        [],
        id="committed-crimes",
    ),
    pytest.param(
        "It was not immediately clear who fired the rockets at Erbil.",
        ["responsibility accuses polarity=negated; accused=-"],
        [],
        id="nobody-known",
    ),
    pytest.param(
        "Azerbaijan said its forces had not shelled Stepanakert.",
        ["responsibility denies polarity=negated; accused=Azerbaijan"],
        [],
        id="had-not-shelled",
    ),
    pytest.param(
        '"We did not carry out this attack," the Hamas official said.',
        ["responsibility denies polarity=negated"],
        [],
        id="we-did-not",
    ),
    pytest.param(
        "The coalition said it would not strike a hospital.", [], ["responsibility denies"], id="would-not"
    ),
    pytest.param(
        "The coalition acknowledged that its jets had hit a school bus in Saada.",
        ["responsibility admits accused=coalition"],
        [],
        id="acknowledged-its-jets",
    ),
    pytest.param(
        "Al-Shabaab said it had shot down a helicopter near Jilib.",
        ["responsibility claims accused=al-Shabaab"],
        [],
        id="said-it-had-shot-down",
    ),
    pytest.param(
        "The Islamic State group claimed the bombing of a mosque in Peshawar.",
        ["responsibility claims accused=ISIS"],
        [],
        id="claimed-the-bombing",
    ),
    pytest.param(
        "The Houthis claimed the attack was staged.", [], ["responsibility claims"], id="claimed-that"
    ),
    pytest.param(
        "No group has claimed responsibility for the blast, which the army blamed on the rebels.",
        ["responsibility claims polarity=negated", "responsibility accuses accused=rebels"],
        [],
        id="unclaimed-and-blamed",
    ),
    pytest.param(
        "Rebels blamed the government for the attack; the army blamed the rebels.",
        ["responsibility accuses accused=government", "responsibility accuses accused=rebels"],
        [],
        id="each-blames-the-other",
    ),
    pytest.param(
        "Twelve people were killed in raids carried out by the air force.",
        [],
        ["responsibility"],
        id="told-but-blamed-by-nobody",
    ),
]


@pytest.mark.parametrize(("sentence", "present", "absent"), CASES)
def test_blame_is_read_without_its_verbs(
    has_claim: Callable[[str, str], bool], sentence: str, present: list[str], absent: list[str]
) -> None:
    assert [written for written in present if not has_claim(sentence, written)] == []
    assert [written for written in absent if has_claim(sentence, written)] == []
