"""What sort of happening a claim is about, and which sorts can be one and the same."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Literal

from counterclaim.core.claims import Agreement, Casualty, Claim, Event, Harm
from counterclaim.core.patterns import Patterns, pattern

Kind = Literal[
    "air_strike",
    "shelling",
    "bombing",
    "chemical_attack",
    "armed_clash",
    "attack",
    "execution",
    "abduction",
    "arrest",
    "protest",
    "looting",
    "siege",
    "evacuation",
    "displacement",
    "aid_delivery",
    "deployment",
    "meeting",
    "agreement",
]
VIOLENT: frozenset[Kind] = frozenset(
    ("air_strike", "shelling", "bombing", "chemical_attack", "armed_clash", "attack", "execution")
)
# Of which one place sees few in a month.
RARE: frozenset[Kind] = frozenset(("chemical_attack", "execution", "abduction"))
_OF_EVENT: dict[str, Kind] = {
    "air_strike": "air_strike",
    "shelling": "shelling",
    "chemical_attack": "chemical_attack",
    "suicide_bombing": "bombing",
    "bombing": "bombing",
    "armed_clash": "armed_clash",
    "attack": "attack",
    "abduction": "abduction",
    "execution": "execution",
    "arrest": "arrest",
    "protest": "protest",
    "looting": "looting",
    "siege": "siege",
    "withdrawal": "evacuation",
    "evacuation": "evacuation",
    "aid_delivery": "aid_delivery",
    "deployment": "deployment",
    "meeting": "meeting",
}
HARMED: frozenset[Harm] = frozenset(("killed", "wounded", "killed_or_wounded"))
# Of these nobody dies. In a flight people do, but not in that of "residents who fled", who tell of something else.
_PEACEFUL: frozenset[Kind] = frozenset(("evacuation", "agreement", "meeting", "aid_delivery", "deployment"))
_FLIGHT: frozenset[Kind] = frozenset(("displacement",))
_WHO_FLED = pattern(r"\bwho (?: \ had | \ have )? \ (?: fled | escaped | left )\b", ignore_case=True)
_OF_HARM: dict[Harm, Kind] = {
    "abducted": "abduction",
    "detained": "arrest",
    "displaced": "displacement",
    "besieged": "siege",
    "evacuated": "evacuation",
}
_WORDS: dict[Kind, str] = {
    "air_strike": r"""air[\ -]?(?:strikes?|raids?|attacks?|bombardments?|campaign) | aerial\ \w+ | warplanes? | jets? | barrel\ bombs?
        | helicopters? | war\ planes? | air\ force | drones? | strikes? | raids? | planes? | aircraft""",
    "shelling": r"shell(?:s|ed|ing|fire)? | rockets? | mortars? | artillery | missiles? | bombard(?:ed|ment|ments|ing)",
    "bombing": r"""(?:suicide|car|truck|roadside|twin|double)[\ -]bomb\w* | bomb(?:ing|ings|er|ers|s)? | blasts? | explosions? | explosives?
        | exploded | detonat\w+ | blew | suicide | landmines? | mines? | booby\w* | ied | ieds""",
    "chemical_attack": r"chemical | chemicals | sarin | chlorine | toxic | gas | gases | gassed | nerve\ agent | poison\w* | mustard",
    "armed_clash": r"clash(?:es|ed)? | fighting | battles? | offensive | assault | overr[au]n | fierce | storm(?:ed|ing) | ambush\w* | firefight | fought",
    "attack": r"attack(?:s|ed|ers?)? | gunmen | gunman | shot | massacre | opened\ fire | shooting | sniper\w* | stabb\w+",
    "execution": r"execut(?:ed|ion|ions|ing) | behead\w+ | crucif\w+ | hanged | hangings",
    "abduction": r"abduct\w* | kidnap\w* | hostages? | captur(?:ed|ing)\ \w+\ (?:soldiers|men|people)",
    "arrest": r"arrest\w* | detain\w* | detention",
    "protest": r"protest\w* | demonstrat\w+ | rally | rallies",
    "looting": r"loot\w*",
    "siege": r"besieg\w+ | siege",
    "evacuation": r"evacuat\w+ | withdr[ae]w\w* | bused | buses\ carrying",
    "displacement": r"fled | flee | fleeing | displaced | refugees",
    "aid_delivery": r"aid\ (?:convoy|convoys|deliver\w+|trucks?)",
    "deployment": r"deploy\w*",
    "meeting": r"meeting | talks | session | vote[ds]? | conference | summit",
    "agreement": r"cease-?fires? | truces? | agreements? | deals? | accords? | cessation\ of\ hostilities | resolutions?",
}
_KINDS = tuple(_WORDS)
# Sorts that one happening is called by different sources, or that shade into each other.
_ALIKE: frozenset[frozenset[Kind]] = frozenset(
    frozenset(pair)
    for pair in (
        ("air_strike", "shelling"),
        ("air_strike", "chemical_attack"),
        ("shelling", "chemical_attack"),
        ("shelling", "bombing"),
        ("attack", "abduction"),
        ("armed_clash", "abduction"),
        ("evacuation", "agreement"),
        ("evacuation", "displacement"),
        ("evacuation", "aid_delivery"),
        ("arrest", "abduction"),
        ("siege", "armed_clash"),
        ("displacement", "armed_clash"),
    )
)


@cache
def _patterns() -> Patterns:
    return Patterns((rf"\b(?:{words})\b" for words in _WORDS.values()), ignore_case=True)


@lru_cache(maxsize=1_000)  # several claims are made of one sentence
def kinds_in(text: str) -> frozenset[Kind]:
    """The sorts of happening that the words name; a bare "strike" counts as one from the air.

    >>> sorted(kinds_in("The blast came as jets circled."))
    ['air_strike', 'bombing']
    """
    return frozenset(_KINDS[at] for at in _patterns().found_in(text))


def kinds_of(claim: Claim, sentence: str) -> frozenset[Kind]:
    """The sorts that a claim can be about: by its type and harm, else by its words, else its sentence's.

    An agreement is also of the attack of which it is told: "the strike was no part of the ceasefire", but not "the
    ceasefire does not cover strikes".
    """
    if isinstance(claim, Event) and claim.event_type in _OF_EVENT:
        return frozenset((_OF_EVENT[claim.event_type],))
    if isinstance(claim, Casualty) and claim.harm in _OF_HARM:
        return frozenset((_OF_HARM[claim.harm],))
    if isinstance(claim, Agreement):
        before = claim.quote.partition(claim.agreement)[0] if claim.agreement else claim.quote
        return kinds_in(before) & VIOLENT | {"agreement"}
    if named := kinds_in(claim.quote):
        return named
    around = kinds_in(sentence)
    if isinstance(claim, Casualty) and claim.harm in HARMED:
        return around - _PEACEFUL - (_FLIGHT if _WHO_FLED.search(sentence) else frozenset())
    return around


@lru_cache(maxsize=10_000)  # every two claims of an article are asked about
def may_be_one(one: frozenset[Kind], other: frozenset[Kind]) -> bool:
    """Whether some sort of the one can be some sort of the other; no sort at all can be any.

    >>> may_be_one(frozenset({"attack"}), frozenset({"bombing"}))
    True
    >>> may_be_one(frozenset({"arrest"}), frozenset({"bombing"}))
    False
    """
    return not one or not other or bool(one & other) or any(_alike(a, b) for a in one for b in other)


def _alike(one: Kind, other: Kind) -> bool:
    violent = one in VIOLENT and other in VIOLENT
    return (violent and "attack" in (one, other)) or frozenset((one, other)) in _ALIKE
