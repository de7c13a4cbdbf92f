"""Events: the most telling trigger of each clause, where it tells of something new."""

from __future__ import annotations

from functools import cache
from itertools import pairwise

from counterclaim.claims.clauses import trim_end
from counterclaim.claims.context import agent_before, agent_by, force_before, is_passive
from counterclaim.claims.deeds import PEACEFUL
from counterclaim.claims.fields import base
from counterclaim.claims.heads import bare
from counterclaim.claims.mentioned import is_fronted, tells_anew, worded_event
from counterclaim.claims.sentence import Sentence, Slot
from counterclaim.core.claims import Event, EventType
from counterclaim.lexicons.words import act_classes, act_names

NEGATION_REACH = 6
# What opens a clause with an event of its own: "Rebels fled when warplanes struck the pass".
CLAUSES = frozenset(["when", "while", "whereas", "after", ";"])
# Verbs and prepositions behind which stands what an attack was aimed at.
AIMING = frozenset(
    """abducted kidnapped executed beheaded bombed stormed shelled ambushed raided bombarded pounded on against hit targeting targeted struck destroyed
    attacked""".split()
)
PHRASE_ENDS = frozenset(
    """in on near and at killing late early that which of to during after left killed killed wounded injuring with when where while
    by from as for overnight before outside inside around across between""".split()
)
MAX_TARGET_TOKENS = 6
MAX_ARTICLE_TOKENS = 2  # "attacked a UN aid convoy"
DONE_TO = frozenset(["attack", "looting", "abduction", "air_strike", "shelling", "armed_clash"])
MIN_CLAUSE_TOKENS = 4
# Types whose nouns tell of an event without a verb of the list: "fighting between the army and rebels".
EVENTS_BY_NAME = frozenset(["air_strike", "armed_clash", "execution", "meeting", "deployment", "evacuation"])
PROTESTERS = frozenset(["protesters", "demonstrators"])
RAIDS = frozenset(["raid", "raids"])
FLYING = frozenset(
    """air aerial aircraft jets jet planes plane warplanes warplane drone drones helicopter helicopters bombed bombing
    bombs bomb""".split()
)
HELD_IN_RAIDS = frozenset("arrested arresting detained detaining".split())
ON_FOOT = frozenset(
    """gunmen gunman bandits rebels rebel militants insurgents guerrillas jihadists extremists fighters herders herdsmen
    militia militiamen attackers assailants police""".split()
)
OPENED_FIRE = frozenset(["opened fire", "shot dead", "shooting", "gunned down"])
EVENT_VERBS = frozenset(
    """hit struck targeted bombed shelled attacked detonated exploded launched carried conducted fired dropped
    stormed ambushed occurred took happened killed killing wounded injured destroyed executed beheaded shot arrested abducted
    kidnapped clashed fought advancing advanced blew ripped rocked repelled pounded pushed intensified pounding hitting
    striking targeting landed broke erupted protested looted reached marched fell slammed collided gunned demonstrated
    rallied pillaged ransacked seized ambushed strafed rained bombarded assaulted besieged laid blasted set
    delivered airdropped travelled gathered convened deployed withdrew evacuated met held opened raided mounted rammed
    went foiled thwarted averted intercepted hijacked""".split()
)


def events_in(sentence: Sentence, scope: Slot) -> list[Event]:
    """At most one event a clause: the most telling type with its trigger in `scope`."""
    hits = ((clause, most_telling(sentence, clause)) for clause in _clauses(sentence, scope))
    return [
        _event(sentence, clause, *hit)
        for clause, hit in hits
        if hit is not None
        and (act_classes("events")[hit[1]] in EVENTS_BY_NAME or _has_event_verb(sentence, scope))
    ]


def _has_event_verb(sentence: Sentence, scope: Slot) -> bool:
    return any(bare(low) in EVENT_VERBS for low in sentence.low[scope.first : scope.last])


def _clauses(sentence: Sentence, scope: Slot) -> list[Slot]:
    """The stretches of a scope between words that open a clause with an event of its own."""
    edges = [scope.first]
    for index in range(scope.first + MIN_CLAUSE_TOKENS, scope.last - MIN_CLAUSE_TOKENS):
        if sentence.low[index] in CLAUSES and index - edges[-1] >= MIN_CLAUSE_TOKENS:
            edges.append(index)
    return [
        Slot(first + (sentence.low[first] in CLAUSES), trim_end(sentence, last))
        for first, last in pairwise([*edges, scope.last])
    ]


def most_telling(sentence: Sentence, clause: Slot) -> tuple[Slot, str] | None:
    """The trigger that says most of what happened, and its phrase in the table "events"."""
    table = act_classes("events")
    named = sentence.find(act_names("events"), clause.first, clause.last)
    hits = [hit for hit in named if not is_fronted(sentence, hit[0].first)]
    if any(phrase in OPENED_FIRE for _, phrase in hits):
        hits = [hit for hit in hits if hit[1] not in PROTESTERS]  # at whom it was opened
    if not hits:
        return worded_event(sentence, clause)
    best, phrase = min(hits, key=lambda hit: (_rank()[table[hit[1]]], hit[1] in ON_FOOT, hit[0].first))
    met = [hit for hit in hits if table[hit[1]] in ("meeting", "protest") and hit[0].last < best.first]
    shelled = next((words for _, words in hits if table[words] == "shelling"), None)
    if met and sentence.low[best.first - 1] in ("the", "of", "against", "discuss", "about", "over"):
        best, phrase = met[0]  # what is met or protested about is no news of its own
    best, phrase = _done_to(hits, best, phrase)
    if not tells_anew(sentence, best, table[phrase]):
        return worded_event(sentence, clause)
    return (best, shelled) if phrase == "bombed" and shelled else (best, phrase)  # "bombed it with artillery"


def _done_to(hits: list[tuple[Slot, str]], best: Slot, phrase: str) -> tuple[Slot, str]:
    """Of "attacked an aid convoy", "bombed the talks" the attack: the peaceful thing is what it was done to."""
    table = act_classes("events")
    if table[phrase] not in PEACEFUL:
        return best, phrase
    near = (hit for hit in hits if 0 <= best.first - hit[0].last <= MAX_ARTICLE_TOKENS)
    return next((hit for hit in near if table[hit[1]] in DONE_TO), (best, phrase))


def _event(sentence: Sentence, clause: Slot, trigger: Slot, phrase: str) -> Event:
    kind: EventType = act_classes("events")[phrase]  # type: ignore[assignment]
    if phrase in RAIDS:
        kind = _kind_of_raid(sentence, clause, trigger)
    fields = base(sentence, clause, "events.trigger.v1", trigger.first)
    return Event(
        **fields,
        event_type=kind,
        actor=_actor(sentence, trigger),
        target=_target(sentence, trigger.last, clause),
        polarity="negated" if _is_denied(sentence, clause, trigger) else "affirmed",
    )


def _actor(sentence: Sentence, trigger: Slot) -> str | None:
    """Who did it, by name or as fighters without one."""
    if is_passive(sentence, trigger.first):
        return agent_by(sentence, trigger.first)
    named = agent_before(sentence, trigger.last) or agent_by(sentence, trigger.first)
    return named or force_before(sentence, trigger.last)


def _kind_of_raid(sentence: Sentence, clause: Slot, trigger: Slot) -> EventType:
    """Raids come from the air, but for those of gunmen and police on foot: "rebels raid police station"."""
    words = frozenset(sentence.low[clause.first : clause.last])
    if not words.isdisjoint(FLYING):
        return "air_strike"
    if not words.isdisjoint(HELD_IN_RAIDS):
        return "arrest"
    groups = any(
        mention.type == "armed_group" and clause.first <= slot.first < trigger.first
        for slot, mention in sentence.mentions
    )
    before = frozenset(sentence.low[clause.first : trigger.first])
    return "attack" if groups or not before.isdisjoint(ON_FOOT) else "air_strike"


@cache
def _rank() -> dict[str, int]:
    """Event types by how telling they are, the most telling first."""
    return {kind: rank for rank, kind in enumerate(dict.fromkeys(act_classes("events").values()))}


def _is_denied(sentence: Sentence, scope: Slot, trigger: Slot) -> bool:
    """ "No strikes were carried out", "there have been no confirmed cases of strikes"."""
    return any(
        low in ("no", "never", "not") or low.endswith("n't")
        for low in sentence.low[max(scope.first, trigger.first - NEGATION_REACH) : trigger.first]
    )


def _target(sentence: Sentence, index: int, scope: Slot) -> str | None:
    """Who or what is hit: the phrase behind "on", "against", "hit" or "targeted"."""
    for near in range(index - 1, min(scope.last - 1, index + 8)):
        if sentence.low[near] in AIMING and not (
            sentence.is_time(near + 1) or sentence.low[near + 1] == "fire"
        ):
            first = near + 1
            while first < scope.last - 1 and (
                sentence.low[first] in ("the", "a", "an", "its", "their") or sentence.count_at(first)
            ):
                first += 1
            last = first
            while last < scope.last and last - first < MAX_TARGET_TOKENS and _is_in_phrase(sentence, last):
                last += 1
            if last > first:
                return sentence.words(first, last)
    return None


def _is_in_phrase(sentence: Sentence, index: int) -> bool:
    return sentence.tokens[index].is_word and sentence.low[index] not in PHRASE_ENDS
