"""Whether words for an event tell of it, or only point to one that is known: "the attack", "such raids"."""

from __future__ import annotations

from counterclaim.claims.sentence import Sentence, Slot

# Triggers that are verbs or whole predicates; all others are nouns.
VERBS = frozenset(
    """bombed bombarded shelled executed beheaded abducted kidnapped arrested detained looted pillaged evacuated
    withdrew retreated withdrawn deployed clashed ambushed advancing fought repelled besieging attacked attacking
    stormed storming raided struck targeted hit detonated exploded hanged massacred slaughtered informed notified
    rallied deploying evacuating opened blew shot pulled took met pushing sent laid""".split()
)
DEFINITE = frozenset("the this that these those such".split())
INDEFINITE = frozenset("a an another no its their his our any several many".split())
# Words that end a noun phrase to the left.
EDGES = frozenset(
    """in of on by to from for with after and or as at that when said says was were during despite since following
    against than have has had between but while which who amid before until through""".split()
)
MAX_PHRASE_TOKENS = 5
# "The strikes hit a school": a known event of which the sentence tells more.
TELLING = frozenset("hit struck targeted targeting".split())
# Who or what acts is no event without an act: "warplanes bombed", but not "aircraft over the town".
AGENTS = frozenset("warplanes warplane jets planes aircraft drone drones artillery gunmen airplanes".split())
ACTS = frozenset(
    """hit struck strike striking bombed bombing targeted targeting dropped dropping fired firing pounded pounding attacked shelled carried
    launched killed killing destroyed raided strafed conducted opened stormed abducted wounded injured intensified rained launching carrying
    hitting attacking fire""".split()
)
DOWNING = frozenset("destroyed downed intercepted shot captured".split())
ACT_REACH = 9
# "Threatened to strike", "would bomb", "accused of using barrel bombs": nothing that happened yet, or blame.
UNREAL = frozenset(
    """would will could might may shall must should threatening threatened threaten feared fear fearing accused determine determines
    typically often upcoming planned planning prevent avoid effort possible potential ruled refused refuses refusing""".split()
)
UNREAL_REACH = 6
# "Seized rifles, three mortars and a drone": what is taken is not fired.
ARMS = frozenset(
    "mortar mortars rocket rockets missile missiles shells bomb bombs mine mines landmine landmines artillery rocket-propelled".split()
)
TAKING = frozenset(
    "seized seize seizing recovered recovering confiscated captured discovered found defused".split()
)
FIRED = frozenset(
    "fired firing exploded detonated hit struck launched killed killing landed fell using with".split()
)
TAKING_REACH = 14
LAUNCHING = frozenset(
    "launched launching carried mounted staged conducted foiled repelled thwarted averted".split()
)
OCCURRING = frozenset("occurred took happened came".split())
PROCEEDING = frozenset("resumed began started halted continued completed ended stopped stalled".split())
STRIKES = frozenset(["strike", "strikes"])
NO_ATTACK = (("on",), ("hunger",), ("general",), ("labour",), ("labor",), ("rail",))
AFTER_FIGHTING = frozenset(
    """between in with around near against for over on at to and has have had was were erupted broke raged continued continues
    intensified spread took the a government rebel militants""".split()
)
LEFT_OPEN = (
    (),
    ("from",),
    ("in",),
    ("to",),
    ("by",),
    ("on",),
    ("at",),
    (",",),
    (".",),
    ("after",),
    ("under",),
)
LEAVING = frozenset("left leaving departed arrived".split())
TALKING = frozenset("spoke discussed talked".split())
CONVOYS = frozenset("buses convoy convoys evacuees batch evacuation evacuations".split())
PHONES = frozenset(["phone", "telephone"])
BACKGROUND = frozenset("after following since despite amid before".split())
WARS = frozenset("conflict war uprising crisis".split())
BEGINNING = frozenset("began erupted started broke since beginning start began".split())


def tells_anew(sentence: Sentence, trigger: Slot, kind: str) -> bool:
    """Whether the trigger's phrase brings an event up, rather than pointing to one or naming a kind of them."""
    lows = sentence.low
    if kind == "protest" and WARS & set(lows) and BEGINNING & set(lows):
        return False  # "the war, which began with protests"
    before = set(lows[max(0, trigger.first - UNREAL_REACH) : trigger.first])
    if before & UNREAL:
        return False
    listed = lows[max(0, trigger.first - TAKING_REACH) : trigger.first]
    if lows[trigger.last - 1] in ARMS and TAKING & set(listed) and not FIRED & set(listed):
        return False
    if lows[trigger.first] in (
        "hit",
        "struck",
    ):  # "Israel struck Beirut"; "the clinic was hit" tells of no kind
        return sentence.mention_at(trigger.first - 1, "actor") is not None
    if lows[trigger.first] in STRIKES and lows[trigger.first - 1 : trigger.first] in NO_ATTACK:
        return False
    if lows[trigger.first] == "fighting" and not _is_between(sentence, trigger.last):
        return False
    if kind == "attack" and lows[trigger.first] in ("attack", "attacks"):
        return bool({"a", "an", "another"} & before or LAUNCHING & set(lows)) or _is_dated(
            sentence, trigger.last
        )
    if kind == "evacuation":
        return _is_carried_out(sentence, trigger)
    if lows[trigger.first] in VERBS:
        return lows[trigger.first - 1 : trigger.first] not in (("to",), ("those",))
    if lows[trigger.last - 1] in AGENTS and DOWNING & set(lows[max(0, trigger.first - 4) : trigger.first]):
        return False
    if lows[trigger.last - 1] in AGENTS or lows[trigger.first : trigger.last] == ("air", "force"):
        return (
            bool(ACTS & set(lows[trigger.last : trigger.last + ACT_REACH]))
            or "by" in lows[max(0, trigger.first - 4) : trigger.first]
        )
    opening = _phrase_start(sentence, trigger.first)
    if lows[opening] in ("such", "any", "future", "further"):
        return False
    return (
        lows[opening] not in DEFINITE
        or _is_subject(sentence, trigger.last)
        or _is_dated(sentence, trigger.last)
    )


def _is_subject(sentence: Sentence, index: int) -> bool:
    """ "The strikes also hit a school", "the blast, which killed 12": more is told of it."""
    after = [
        low
        for low in sentence.low[index : index + 4]
        if low not in ("also", "which", "that", "have", "has", ",")
    ]
    return bool(after) and after[0] in TELLING


def worded_event(sentence: Sentence, clause: Slot) -> tuple[Slot, str] | None:
    """An event that no trigger names: people who leave by bus, leaders who speak by telephone."""
    lows = sentence.low
    words = set(lows[clause.first : clause.last])
    for index in range(clause.first, clause.last):
        left, talked = lows[index] in LEAVING, lows[index] in TALKING
        if not (left or talked) or not UNREAL.isdisjoint(lows[max(0, index - UNREAL_REACH) : index]):
            continue
        if left and words & CONVOYS:
            return Slot(index, index + 1), "evacuated"
        if talked and (words & PHONES or _is_joint(sentence, clause, index)):
            return Slot(index, index + 1), "met"
    return None


def _is_joint(sentence: Sentence, clause: Slot, index: int) -> bool:
    """ "The president and the king discussed": two people before the verb."""
    people = [
        slot
        for slot, mention in sentence.mentions
        if mention.kind == "person" and clause.first <= slot.first < index
    ]
    return len(people) > 1 and "and" in sentence.low[people[-2].last : people[-1].first + 1]


def _is_between(sentence: Sentence, index: int) -> bool:
    """ "Fighting between rebels and the army", "fighting in Taiz"; not "fighting cholera"."""
    after = sentence.tokens[index : index + 1]
    if not after or not after[0].is_word or after[0].low in AFTER_FIGHTING:
        return True
    return sentence.mention_at(index, "actor", "role") is not None or sentence.is_place(index)


def _is_carried_out(sentence: Sentence, trigger: Slot) -> bool:
    """ "Residents were evacuated", "the evacuation resumed"; not "people evacuated in May", "the evacuation deal"."""
    lows = sentence.low
    if lows[trigger.first].startswith("evacuat") and lows[trigger.first].endswith("ed"):
        auxiliaries = set(lows[max(0, trigger.first - 3) : trigger.first])
        passive = bool(auxiliaries & {"was", "were", "been", "being"}) and "who" not in auxiliaries
        return passive or lows[trigger.last : trigger.last + 1] not in LEFT_OPEN
    after = lows[trigger.last : trigger.last + 12]
    return after[:1] not in (("deal",), ("agreement",), ("plan",)) and bool(PROCEEDING & set(after))


def _is_dated(sentence: Sentence, index: int) -> bool:
    """ "The raid occurred on May 3", "the attack took place in Hajjah": when or where follows."""
    if sentence.low[index : index + 1] and sentence.low[index] in OCCURRING:
        after = range(index, min(len(sentence.tokens), index + 12))
        return any(map(sentence.is_time, after)) or any(map(sentence.is_place, after))
    return False


def is_fronted(sentence: Sentence, index: int) -> bool:
    """ "Despite earlier raids, gunmen hanged …": what comes before the comma is background."""
    if sentence.low[0] not in BACKGROUND and sentence.low[1:2] != ("after",):
        return False
    return "," in sentence.low[index : index + 12] and "," not in sentence.low[:index]


def _phrase_start(sentence: Sentence, index: int) -> int:
    """The determiner or first word of the noun phrase that ends in `index`."""
    first = index
    while first > 0 and index - first < MAX_PHRASE_TOKENS:
        before = sentence.low[first - 1]
        if before in EDGES or not sentence.tokens[first - 1].is_word:
            break
        first -= 1
        if before in DEFINITE or before in INDEFINITE:
            break
    return first
