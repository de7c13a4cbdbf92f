"""Territorial control: who seizes, holds, loses, contests or besieges a place."""

from __future__ import annotations

from counterclaim.claims.context import PASSIVES, agent_before, agent_by, back_over_auxiliaries
from counterclaim.claims.fields import base
from counterclaim.claims.heads import DETERMINERS, bare
from counterclaim.claims.sentence import Sentence, Slot
from counterclaim.core.claims import Change, Control
from counterclaim.lexicons.words import act_classes, act_names

HELD_PLACES = frozenset(
    """town city village villages towns area areas district districts neighborhood neighbourhood hospital
    base airport airbase crossing province territory territories region positions hill hills suburb suburbs
    dam road highway swathes parts half much fields field complex quarter quarters neighborhoods neighbourhoods
    border east west north south stronghold square checkpoint checkpoints enclave headquarters barracks outpost port
    island""".split()
)
# "X fell to the rebels": the place stands before the verb.
PLACE_FIRST = frozenset(
    [
        "fell to",
        "fallen to",
        "has fallen",
        "had fallen",
        "have fallen",
        "under the control of",
        "in the hands of",
        "under siege",
        "under a siege",
        "under rebel control",
    ]
)
LEADS = frozenset("in from to into the of near".split())
LIVES = (("life",), ("lives",))
# "A controlled blast", "they had fallen back" tell of no place that is held.
NO_CHANGE: dict[str, tuple[tuple[str, ...], ...]] = {
    "controlled": (("explosion",), ("explosions",), ("detonation",), ("blast",), ("by",)),
    **dict.fromkeys(("has fallen", "had fallen", "have fallen"), (("back",), ("on",), ("in",), ("short",))),
}
_OPENERS = frozenset(["after", "when", "while", "before", "until"])
_LONGEST_CLAUSE = 10  # tokens
_OWNERS = frozenset(["its", "their", "his", "our"])
_BEFORE_HOLDER = _OPENERS | {"that", "said", "and", "but", "since", "because", "where"}
_PLACE_WITHIN = 9
WANTING = frozenset(
    "vowed wants wanted seeking tried trying plans planned attempt attempted hopes pledged ready set".split()
)


def controls_in(sentence: Sentence, scope: Slot) -> list[Control]:
    """Statements of control, and attributive ones ("rebel-held Idlib") marked optional."""
    table = act_classes("control")
    found: list[Control] = []
    told = sentence.find(act_names("control"), scope.first, scope.last)
    for number, (slot, phrase) in enumerate(told):
        # Beside "regained", "control" is no change of its own.
        others = [later.first for later, _ in told[number + 1 :] if later.first > slot.last + 1]
        until = min([scope.last, slot.last + _PLACE_WITHIN, *others])
        if _takes_people(sentence, slot.last):
            continue  # "captured two members of ISIS in Raqqa"
        if sentence.tokens[slot.first].is_capital and sentence.mention_at(slot.first, "actor"):
            continue  # "the Azawad Liberation Front"
        change: Change = table[phrase]  # type: ignore[assignment]
        passive = change == "seizes" and not PASSIVES.isdisjoint(
            sentence.low[max(0, slot.first - 2) : slot.first]
        )
        backwards = passive or sentence.low[slot.last : slot.last + 1] == ("by",) or phrase in PLACE_FIRST
        after = range(slot.last, until)
        before = range(max(scope.first, slot.first - 6), slot.first)
        if not any(
            sentence.is_place(i) or bare(sentence.low[i]) in HELD_PLACES
            for i in (before if backwards else after)
        ):
            continue
        if sentence.low[slot.last : slot.last + 1] in NO_CHANGE.get(phrase, ()):
            continue
        if _only_wanted(sentence, slot) or sentence.low[slot.first - 2 : slot.first] == ("line", "of"):
            continue  # "along the Line of Control" holds nothing
        if _is_adjective(sentence, slot) or sentence.low[slot.last + 1 : slot.last + 2] in LIVES:
            continue  # "in cleared areas"; "lost their lives in the town"
        if backwards:
            holder = agent_by(sentence, slot.last - 1)
            if holder is None and not (passive and phrase not in PLACE_FIRST):
                holder = _actor_after(sentence, slot.last)
            place = _place_in(sentence, before)
        else:
            holder = _holder(sentence, slot.first)
            place = _control_place(sentence, slot)
        fields = base(sentence, _own_clause(sentence, scope, slot), "control.verb.v1", slot.first)
        fields["place"] = place or fields["place"]
        found.append(Control(**fields, holder=holder, change=change))
        break
    hyphened = range(scope.first, scope.last) if "-" in sentence.passage.exact else ()
    for index in hyphened:
        attributive = _attributive(sentence, index)
        if attributive is not None:
            found.append(attributive)
    return found


def _attributive(sentence: Sentence, index: int) -> Control | None:
    """ "rebel-held Idlib", "the government-besieged town of Madaya"."""
    low = sentence.low[index]
    if "-" not in low:
        return None
    table = act_classes("control_suffixes")
    suffix = next((suffix for suffix in table if low.endswith(suffix)), None)
    if suffix is None or index + 1 >= len(sentence.tokens):
        return None
    last = min(len(sentence.tokens), index + 4)
    while last > index + 2 and not (sentence.is_place(last - 1) or sentence.low[last - 1] in HELD_PLACES):
        last -= 1
    if not any(sentence.is_place(i) or sentence.low[i] in HELD_PLACES for i in range(index + 1, last)):
        return None
    fields = base(sentence, Slot(index, last), "control.attributive.v1", index)
    change: Change = table[suffix]  # type: ignore[assignment]
    return Control(**fields, holder=sentence.tokens[index].text[: -len(suffix)], change=change, optional=True)


def _is_adjective(sentence: Sentence, slot: Slot) -> bool:
    """ "In cleared areas", "from the recaptured town": which, known already, and no news."""
    before = sentence.low[max(0, slot.first - 1) : slot.first]
    participle = slot.last == slot.first + 1 and sentence.low[slot.first].endswith(("ed", "en"))
    held = bare("".join(sentence.low[slot.last : slot.last + 1])) in HELD_PLACES
    return participle and held and not LEADS.isdisjoint(before)


def _takes_people(sentence: Sentence, index: int) -> bool:
    """Whether some number of people or arms is taken, not of towns: "captured three villages"."""
    hit = sentence.count_at(index)
    if hit is None:
        return False
    return not any(bare(low) in HELD_PLACES for low in sentence.low[hit[0].last : hit[0].last + 3])


def _own_clause(sentence: Sentence, scope: Slot, slot: Slot) -> Slot:
    """The part of a scope that tells of the change: "A truce collapsed after rebels took the town" from "rebels" on."""
    opened = [at + 1 for at in range(scope.first, slot.first - 1) if sentence.low[at] in _OPENERS]
    return Slot(max([scope.first, *opened]), scope.last)


def _only_wanted(sentence: Sentence, slot: Slot) -> bool:
    """ "vowed to retake", "seeking to capture": a plan, not a change."""
    before = sentence.low[max(0, slot.first - 3) : slot.first]
    return before[-1:] == ("to",) and bool(set(before) & WANTING)


def _actor_after(sentence: Sentence, index: int) -> str | None:
    for near in range(index, min(len(sentence.tokens), index + 5)):
        hit = sentence.mention_at(near, "actor")
        if hit is not None:
            return hit[1].name
    return None


def _place_in(sentence: Sentence, window: range) -> str | None:
    named = [slot for slot, _ in sentence.places if slot.first in window]
    return sentence.words(named[-1].first, named[-1].last) if named else None


def _holder(sentence: Sentence, index: int) -> str | None:
    named = agent_before(sentence, index)
    if named is not None:
        return named
    index = _before_clause(sentence, back_over_auxiliaries(sentence, index))
    first = index
    while (
        first > 0
        and index - first < 5
        and sentence.tokens[first - 1].is_word
        and sentence.low[first - 1] not in _BEFORE_HOLDER
    ):
        first -= 1
    while first < index and sentence.low[first] in DETERMINERS - _OWNERS:
        first += 1
    while index > first and (sentence.is_time(index - 1) or sentence.low[index - 1] == "on"):
        index -= 1
    return sentence.words(first, index) or None


def _before_clause(sentence: Sentence, index: int) -> int:
    """Where the subject ends: of "the army which took power in May has lost", behind "army"."""
    near = range(max(1, index - _LONGEST_CLAUSE), index)
    return next((at for at in near if sentence.low[at] in ("which", "who")), index)


def _control_place(sentence: Sentence, slot: Slot) -> str | None:
    named = [place for place, _ in sentence.places if slot.last <= place.first <= slot.last + 12]
    if named:
        return sentence.words(named[0].first, named[0].last)
    for index in range(slot.last, min(len(sentence.tokens), slot.last + 7)):
        if bare(sentence.low[index]) in HELD_PLACES and HELD_PLACES.isdisjoint(
            sentence.low[index + 1 : index + 2]
        ):
            first = slot.last
            if "control" in sentence.low[first:index]:  # "retook full control of the city"
                first = sentence.low.index("control", first) + 1
            while first < index and sentence.low[first] in ("of", "over", "on", "in"):
                first += 1
            return sentence.words(first, index + 1)
    return None
