"""Who a speaker's phrase means: names, institutions behind spokespeople, "it", "the monitor"."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from counterclaim.claims.phrases import DETERMINERS, PLACING, TAIL_PREPOSITIONS, bare, has_head, is_head
from counterclaim.claims.sentence import Sentence, Slot
from counterclaim.core.claims import Explicitness
from counterclaim.core.types import Mention
from counterclaim.lexicons.words import anaphors, cue_words

Kind = Literal["person", "institution", "plural", "role"]

# A spokesperson or director speaks for the institution; a source or official stays a person of it.
MOUTHPIECES = frozenset(
    "spokesman spokeswoman spokesperson spokespeople spokesmen director head chief statement".split()
)
SPOKESPEOPLE = frozenset("spokesman spokeswoman spokesperson spokesmen spokespeople".split())
REPORTERS = frozenset(
    "correspondent correspondents reporter reporters journalist journalists photographer source sources official officials".split()
)
ANAPHOR_TYPES = {
    "monitor": frozenset({"monitor", "ngo"}),
    "ministry": frozenset({"ministry", "institution"}),
    "agency": frozenset({"agency", "state_media", "outlet", "igo"}),
    "ngo": frozenset({"ngo"}),
    "military": frozenset({"military", "coalition", "police"}),
}


@dataclass(frozen=True)
class Speaker:
    """Somebody credited. `name` is what a claim carries; `aliases` the words that stood for them."""

    name: str
    kind: Kind
    explicitness: Explicitness
    aliases: tuple[str, ...] = ()
    type: str | None = None  # kind of actor in the lexicon


@dataclass
class Memory:
    """The speakers and parties of an article so far, for words that point back."""

    speakers: list[Speaker] = field(default_factory=list)
    monitors: tuple[str, ...] = ()  # casualty recorders named anywhere in the article
    members: dict[str, Speaker] = field(default_factory=dict)  # surname to the institution spoken for

    def last(self, *kinds: Kind) -> Speaker | None:
        return next((speaker for speaker in reversed(self.speakers) if speaker.kind in kinds), None)

    def last_of_types(self, types: frozenset[str]) -> Speaker | None:
        return next((speaker for speaker in reversed(self.speakers) if speaker.type in types), None)

    def add(self, speakers: list[Speaker]) -> None:
        self.speakers += speakers


def resolve(sentence: Sentence, source: Slot, memory: Memory) -> list[Speaker]:
    """The speakers that a phrase means, joint ones apart; never empty."""
    parts = _joint_parts(sentence, source)
    found: list[Speaker] = []
    for part in parts:
        for speaker in _resolve_one(sentence, part, memory):
            if speaker.name not in (known.name for known in found):
                found.append(speaker)
    return found


def _joint_parts(sentence: Sentence, source: Slot) -> list[Slot]:
    """ "Russia and Syria", "a monitor and rebels": two speakers; "Defence and Aerospace Ministry": one."""
    for index in range(source.first + 1, source.last - 1):
        if sentence.low[index] != "and" or sentence.mention_at(index) is not None:
            continue
        left, right = Slot(source.first, index), Slot(index + 1, source.last)
        prepositional = any(
            low in ("of", "for", "in", "at", "from") for low in sentence.low[left.first : left.last]
        )
        if (
            is_head(sentence, index - 1)
            and not (sentence.is_place(index - 1) or prepositional)
            and has_head(sentence, right)
        ):
            return [left, *_joint_parts(sentence, right)]
        both = sentence.mention_at(index - 1, "actor"), sentence.mention_at(index + 1, "actor")
        if all(both) and not prepositional:
            return [left, *_joint_parts(sentence, right)]
    return [source]


def _resolve_one(sentence: Sentence, source: Slot, memory: Memory) -> list[Speaker]:
    words = sentence.words(source.first, source.last)
    lows = tuple(bare(low) for low in sentence.low[source.first : source.last])
    if len(lows) == 1 and lows[0] in cue_words("pronouns"):
        return [_pronoun(lows[0], memory) or Speaker(words, "role", "role")]
    if any(low in cue_words("carriers") for low in lows) and not sentence.mention_at(
        source.last - 1, "person"
    ):
        carried = _carrier(sentence, source, lows, memory)
        if carried is not None:
            return carried
    person = _mention(sentence, source, "person")
    actor = _mention(sentence, source, "actor")
    if actor is not None and _only_places(sentence, source, actor):
        actor = None
    mouthpiece = any(low in MOUTHPIECES for low in lows)
    if actor is not None and (mouthpiece or (person is None and not any(low in REPORTERS for low in lows))):
        trimmed = _strip(sentence, source)
        own = actor[0].last >= source.last or mouthpiece or actor[0].first <= trimmed.first
        if own and not _is_member_group(lows, actor, source):
            kind: Kind = "institution"
            how: Explicitness = "role" if mouthpiece and person is None else "named"
            aliases = tuple(dict.fromkeys(filter(None, (words, person[1].name if person else None))))
            speaker = Speaker(actor[1].name, kind, how, aliases, actor[1].type)
            if person is not None and mouthpiece:
                memory.members[person[1].name.split()[-1].lower()] = speaker
            return [speaker]
    member = memory.members.get(lows[-1])
    if member is not None and len(lows) <= 5:
        return [member]
    if person is not None and (behind := _spoken_for(sentence, source)) is not None:
        speaker = Speaker(behind, "institution", "role", (words, person[1].name))
        memory.members[person[1].name.split()[-1].lower()] = speaker
        return [speaker]
    if person is not None:
        headed = _heads_after(sentence, source)
        if headed is not None:
            speaker = Speaker(headed.name, "institution", "named", (words, person[1].name), headed.type)
            memory.members[lows[-1]] = speaker
            return [speaker]
        institution = (actor[1].name,) if actor else ()
        return [Speaker(person[1].name, "person", "named", (words, *institution))]
    known = _anaphor(lows, memory)
    if known is not None:
        return [known]
    return [_described(sentence, source, lows, actor)]


def _spoken_for(sentence: Sentence, source: Slot) -> str | None:
    """Whom an unnamed institution's spokesperson speaks for: "Army spokesman Ali Noor" is the army."""
    for index in range(source.first, source.last - 1):
        if bare(sentence.low[index]) in SPOKESPEOPLE:
            first = source.first
            while first < index and sentence.low[first] in DETERMINERS:
                first += 1
            words = sentence.words(first, index).removesuffix("'s").removesuffix("’s")
            lowered = first == 0 and words and sentence.mention_at(0, "actor") is None
            return words[0].lower() + words[1:] if lowered else words or None
    return None


def _heads_after(sentence: Sentence, source: Slot) -> Mention | None:
    """The institution in "Anna Berg, head of the Example Monitor" or "…, a spokeswoman for the UN"."""
    after = {bare(low) for low in sentence.low[source.last : source.last + 9]}
    heads, speaks = bool(after & {"head", "director", "founder"}), bool(after & SPOKESPEOPLE)
    if not (heads or speaks) or sentence.low[source.last] not in (",", "head", "a", "the", "director"):
        return None
    for index in range(source.last, min(len(sentence.tokens), source.last + 12)):
        hit = sentence.mention_at(index, "actor")
        if hit is not None and (speaks or hit[1].type in ("monitor", "ngo")):
            return hit[1]
    return None


def _only_places(sentence: Sentence, source: Slot, actor: tuple[Slot, Mention]) -> bool:
    """Whether a nation's name only says where: "local authorities in Syria"."""
    first = actor[0].first
    placed = first > source.first and sentence.low[first - 1] in PLACING
    return placed and actor[1].type in ("nation", "capital")


def _mention(sentence: Sentence, source: Slot, kind: str) -> tuple[Slot, Mention] | None:
    inside = [
        (slot, mention)
        for slot, mention in sentence.mentions
        if mention.kind == kind and source.first < slot.last <= source.last
    ]
    return inside[-1] if inside else None


def _is_member_group(lows: tuple[str, ...], actor: tuple[Slot, Mention], source: Slot) -> bool:
    """ "Syrian opposition activists", "ISIS fighters": people of a party are not the party."""
    tail = lows[actor[0].last - source.first :]
    return bool(tail) and tail[-1] in (
        "activists",
        "activist",
        "residents",
        "witnesses",
        "fighters",
        "members",
        "media",
        "supporters",
    )


def _pronoun(low: str, memory: Memory) -> Speaker | None:
    if low == "it":
        return memory.last("institution") or memory.last("plural")
    if low in ("they", "them"):
        return memory.last("plural") or memory.last("institution")
    if low in ("he", "she", "i", "him", "her"):
        return memory.last("person", "role") or memory.last("institution")
    return memory.last("person", "institution", "plural", "role")


def _carrier(sentence: Sentence, source: Slot, lows: tuple[str, ...], memory: Memory) -> list[Speaker] | None:
    """ "a statement by the army", "the Syrian statement", "the report": whose words they are."""
    for index, low in enumerate(lows):
        if low in ("by", "from", "of") and index > 0 and lows[index - 1] in cue_words("carriers"):
            inner = Slot(source.first + index + 1, source.last)
            if inner.first < inner.last:
                return _resolve_one(sentence, inner, memory)
    owner = _mention(sentence, source, "actor")
    rest = {low for low in lows if low not in cue_words("carriers") and low not in DETERMINERS}
    for speaker in reversed(memory.speakers):
        same = rest <= {bare(word) for word in speaker.name.lower().split()}
        if rest and same and (owner is None or len(rest) == 1):
            return [speaker]
    if owner is not None:
        words = sentence.words(source.first, source.last)
        return [Speaker(owner[1].name, "institution", "named", (words,), owner[1].type)]
    if not rest and memory.speakers:
        last = memory.last("institution", "person")
        return [last] if last else None
    return None


def _anaphor(lows: tuple[str, ...], memory: Memory) -> Speaker | None:
    """ "The monitor", "the ministry": the last speaker of that kind, when the article has one."""
    watching = any(low in ("monitor", "monitoring", "watchdog", "observatory") for low in lows)
    if watching and len(memory.monitors) == 1 and len(lows) <= 6:
        words = ("the monitor",)
        return memory.last_of_types(ANAPHOR_TYPES["monitor"]) or Speaker(
            memory.monitors[0], "institution", "named", words, "monitor"
        )
    if lows[0] not in ("the", "this") or len(lows) > 4:
        return None
    noun = " ".join(lows[1:])
    for kind, nouns in anaphors().items():
        if noun in nouns or (kind == "monitor" and lows[-1] in ("monitor", "watchdog", "observatory")):
            if kind == "person":
                matching = [
                    s
                    for s in memory.speakers
                    if s.kind != "plural" and lows[-1] in " ".join((*s.aliases, s.name)).lower()
                ]
                return matching[-1] if matching else memory.last("role", "person")
            found = memory.last_of_types(ANAPHOR_TYPES[kind])
            if found is not None:
                return found
    return None


def _described(
    sentence: Sentence, source: Slot, lows: tuple[str, ...], actor: tuple[Slot, Mention] | None
) -> Speaker:
    """Nobody named: the words themselves, without their article."""
    trimmed = _strip(sentence, source)
    name = sentence.words(trimmed.first, trimmed.last)
    if trimmed.first == 0 and _is_common(sentence, trimmed):
        name = name[0].lower() + name[1:]
    own = next((at for at, low in enumerate(lows) if low in TAIL_PREPOSITIONS and at > 0), len(lows))
    head = next((low for low in reversed(lows[:own]) if low in cue_words("role_heads")), lows[-1])
    plural = (head.endswith("s") and not head.endswith("ss")) or head in (
        "people",
        "media",
        "police",
        "opposition",
    )
    how: Explicitness = "unnamed" if plural and actor is None else "role"
    return Speaker(
        name,
        "plural" if plural else "role",
        how,
        (sentence.words(source.first, source.last),),
        actor[1].type if actor else None,
    )


def _is_common(sentence: Sentence, phrase: Slot) -> bool:
    """Whether the capital of a sentence's first word is only the sentence's: "Local sources said"."""
    if sentence.tokens[0].text.isupper() or sentence.is_place(0) or sentence.mention_at(0, "actor", "person"):
        return False
    last = sentence.tokens[phrase.last - 1]
    return bare(last.low) in cue_words("role_heads") and (phrase.last == 1 or not last.is_capital)


def _strip(sentence: Sentence, source: Slot) -> Slot:
    first = source.first
    while first < source.last - 1 and sentence.low[first] in DETERMINERS:
        first += 1
    return Slot(first, source.last)
