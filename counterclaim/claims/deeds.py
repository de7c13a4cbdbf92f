"""What the readers of responsibility share: whether words name an act, and who is named for it."""

from __future__ import annotations

from counterclaim.claims.clauses import closing
from counterclaim.claims.credit import Credit
from counterclaim.claims.fields import base
from counterclaim.claims.sentence import Sentence, Slot
from counterclaim.core.claims import Responsibility, Stance
from counterclaim.lexicons.words import act_classes, act_names

CRIMES = frozenset(
    """targeting using violating violated violations breaking breaching crimes genocide torture rape looting
    supporting backing arming funding involvement carrying besieging starving blocking preventing perpetrating
    ethnic cleansing displacement weapons behind responsible terrorism shooting firing atrocities burning torching
    razing demolishing destroying arson striking hitting attacking bombing bombarding raiding storming ambushing
    abducting kidnapping""".split()
)
ACTS = frozenset(
    "targeting using used use involvement carrying blew hit struck bombardment firing fired launching".split()
)
PEACEFUL = frozenset(["meeting", "notification", "withdrawal", "evacuation", "aid_delivery", "deployment"])
TURNING = frozenset(["but", "though", "although", "while", "whereas", "however", ";"])
# Roles that can be held responsible; a witness or a doctor cannot.
ARMED_ROLES = frozenset({"armed_group", "military", "police", "government", "coalition"})


def is_violence(sentence: Sentence, slot: Slot) -> bool:
    """An accusation of harm, attack, siege or crime; blame for a manoeuvre at a meeting is an opinion."""
    table = act_classes("events")
    kinds = {table[phrase] for _, phrase in sentence.find(act_names("events"), slot.first, slot.last)}
    if kinds - {"meeting", "notification", "protest"} or is_crime(sentence, slot):
        return True
    blamed = sentence.low[slot.first - 1].startswith("blam")
    return blamed and party_in(sentence, slot.first, slot.last) is not None


def is_crime(sentence: Sentence, slot: Slot) -> bool:
    """Whether the words name harm to people or a crime."""
    return any(low in act_classes("harm") or low in CRIMES for low in sentence.low[slot.first : slot.last])


def is_act(sentence: Sentence, slot: Slot) -> bool:
    """Whether the words name an attack or harm, not an opinion."""
    lows = sentence.low[slot.first : slot.last]
    table = act_classes("events")
    found = {table[phrase] for _, phrase in sentence.find(act_names("events"), slot.first, slot.last)}
    return bool(found - PEACEFUL) or any(low in act_classes("harm") or low in ACTS for low in lows)


def party_in(sentence: Sentence, first: int, last: int) -> str | None:
    """The first party named between two tokens; an armed role ("rebels") where no name stands."""
    roles = []
    for slot, mention in sentence.mentions:
        if not first <= slot.first < last:
            continue
        if mention.kind == "actor" and mention.type not in ("agency", "outlet"):
            return mention.name
        if mention.kind == "role" and mention.type in ARMED_ROLES:
            roles.append(mention.name)
    return roles[0] if roles else None


def party_before(sentence: Sentence, first: int, index: int) -> str | None:
    """The last party named between `first` and `index`: the subject nearest to a verb."""
    named = [
        mention.name
        for slot, mention in sentence.mentions
        if first <= slot.first and slot.last <= index
        if (mention.kind == "actor" and mention.type not in ("agency", "outlet"))
        or (mention.kind == "role" and mention.type in ARMED_ROLES)
    ]
    return named[-1] if named else None


def content_at(given: list[Credit], index: int) -> Slot | None:
    """The innermost content of somebody named that covers a token."""
    covering = [credit.content for credit in given if credit.source is not None and index in credit.content]
    return min(covering, key=lambda slot: slot.last - slot.first, default=None)


def clause_at(sentence: Sentence, index: int) -> Slot:
    """The main clause round a token, up to words that turn to something else."""
    lows = sentence.low
    first = max((at + 1 for at in range(index) if lows[at] in TURNING), default=0)
    last = next((at for at in range(index + 1, len(lows)) if lows[at] in TURNING), closing(sentence))
    return Slot(first, max(last, index + 1))


def claim_of(
    sentence: Sentence, slot: Slot, trigger: int, stance: Stance, accused: str | None
) -> Responsibility:
    """A responsibility claim for the tokens of `slot`."""
    return Responsibility(
        **base(sentence, slot, f"stances.{stance}.v1", trigger),
        stance=stance,
        accused=accused,
        polarity="negated" if stance == "denies" else "affirmed",
    )
