"""What a speaker says that its own people did: "it shelled the port", "our fighters blew up the track"."""

from __future__ import annotations

from counterclaim.claims.clauses import clause_start
from counterclaim.claims.context import PASSIVES
from counterclaim.claims.deeds import claim_of
from counterclaim.claims.memory import Speaker, head_of
from counterclaim.claims.sentence import Sentence, Slot
from counterclaim.claims.voices import GOVERNING, Voice
from counterclaim.core.claims import Responsibility

OWN = frozenset(["it", "we", "they"])
OWNERS = frozenset(["its", "our", "their"])
PEOPLE = frozenset(
    """forces force fighters troops men soldiers unit units mujahideen planes jets warplanes aircraft drones navy army
    brigade brigades artillery gunners snipers commandos guerrillas missiles rockets air-defence""".split()
)
MAX_OWNED = 4  # tokens: "our heroic air defence units"
LEADING = frozenset(["that", "on", "in", "at", ",", ":", "“", "‘", '"', "'"])
# Parties that have people who fight; an observer or a hospital that says "it was hit" has none.
FIGHTING_TYPES = frozenset(
    {"armed_group", "military", "police", "ministry", "government", "coalition", "nation", "capital"}
)
FIGHTING = frozenset(
    "army military police navy ministry government junta rebels militia insurgents militants guerrillas coalition".split()
)
# What a group boasts of, right behind "we".
DEEDS = frozenset(
    """shot downed carried attacked ambushed targeted struck blew detonated fired executed killed launched bombed shelled hit
    destroyed stormed raided abducted kidnapped punished""".split()
)
# "Its planes had halted the attack", "it came under fire", "it saw strikes": another's act, or one not done.
SUFFERED = frozenset(
    "halted stopped suspended ceased paused ended came come faced saw heard witnessed recorded survived lost".split()
)
MAX_DEED = 6  # tokens: "it had also shot down"
NEGATIONS = frozenset(["not", "never", "no"])


def acts_itself(sentence: Sentence, slot: Slot, speaker: Speaker) -> bool:
    """Whether the words begin with the speaker's own people as those who act: not "it was hit"."""
    behind = _behind_own(sentence, slot)
    if behind is None or not (speaker.type in FIGHTING_TYPES or head_of(speaker.name) in FIGHTING):
        return False
    told = sentence.low[behind : behind + MAX_DEED - 2]
    return PASSIVES.isdisjoint(told) and SUFFERED.isdisjoint(told)


def boasts_of(sentence: Sentence, voices: list[Voice]) -> list[Responsibility]:
    """The acts that armed groups say were theirs, each with the group as the one who did it."""
    found = []
    for voice in voices:
        group = next((one for one in voice.speakers if _is_group(one)), None)
        behind = _behind_own(sentence, voice.scope) if group is not None else None
        if group is None or behind is None or (voice.credit is not None and voice.credit.kind != "say"):
            continue
        told = set(sentence.low[behind : min(behind + MAX_DEED, voice.scope.last)])
        if DEEDS & told and not told & (NEGATIONS | PASSIVES):
            found.append(claim_of(sentence, voice.scope, voice.scope.first, "claims", group.name))
    return found


def _is_group(speaker: Speaker) -> bool:
    return speaker.type == "armed_group" or speaker.name in GOVERNING


def _behind_own(sentence: Sentence, slot: Slot) -> int | None:
    """Behind "it", "we" or "our fighters" at the head of some words; None where they begin otherwise."""
    first = max(slot.first, clause_start(sentence, slot.last))
    while first < slot.last and (sentence.low[first] in LEADING or sentence.is_time(first)):
        first += 1
    opening = sentence.low[first] if first < len(sentence.low) else ""
    if opening in OWN:
        return first + 1
    if opening in OWNERS:
        owned = range(first + 1, min(first + 1 + MAX_OWNED, slot.last))
        return next((at + 1 for at in reversed(owned) if sentence.low[at] in PEOPLE), None)
    return None
