"""Words that point back to a speaker: "he", "it", "the monitor", "the report", "the UNHCR"."""

from __future__ import annotations

from msgspec.structs import replace

from counterclaim.claims.heads import DETERMINERS, bare
from counterclaim.claims.memory import Memory, Speaker, head_of
from counterclaim.claims.sentence import Sentence, Slot
from counterclaim.core.types import Mention
from counterclaim.lexicons.words import anaphors, cue_words

ANAPHOR_TYPES = {
    "monitor": frozenset({"monitor", "ngo"}),
    "ministry": frozenset({"ministry", "institution"}),
    "agency": frozenset({"agency", "state_media", "outlet", "igo"}),
    "ngo": frozenset({"ngo"}),
    "military": frozenset({"military", "coalition", "police"}),
}

_PART_OF = (("of",), ("of", "the"))
# Not one for another.
OFFICES = frozenset(["president", "minister", "governor", "ambassador", "mayor", "envoy"])
OF_A_STATE = frozenset(["army", "navy", "police", "military"])
GROUPS = frozenset(["group", "organisation", "organization", "movement", "militia", "faction"])
ALLIED = frozenset(["coalition", "alliance"])
ALLIED_TYPES = frozenset(["coalition"])
GROUP_TYPES = frozenset({"monitor", "ngo", "armed_group"})


def pronoun(low: str, memory: Memory) -> Speaker | None:
    if low == "it":
        return memory.last_body() or memory.last("plural")
    if low in ("they", "them"):
        return memory.last("plural") or memory.last("institution")
    if low == "we" and memory.author is not None:
        return memory.author
    if low in ("he", "she", "i", "him", "her"):
        return memory.last_human() or memory.last("institution")
    return memory.last("person", "institution", "plural", "role")


def with_short_name(sentence: Sentence, source: Slot, speaker: Speaker, memory: Memory) -> Speaker:
    """ "The Kivu Security Tracker (KST)": the speaker without the brackets, known by "KST" from here on."""
    for opening in range(source.first + 1, min(source.last + 1, len(sentence.tokens) - 2)):
        short = sentence.tokens[opening + 1].text
        if sentence.low[opening] != "(" or sentence.low[opening + 2] != ")" or not short.isupper():
            continue
        name = speaker.name.partition("(")[0].strip() or speaker.name
        speaker = replace(speaker, name=name, aliases=tuple(dict.fromkeys((*speaker.aliases, short))))
        memory.short[short.lower()] = speaker
        return speaker
    return speaker


def author(sentence: Sentence, source: Slot) -> Slot | None:
    """The phrase for whose words they are, behind "a statement by"."""
    lows = sentence.low
    for index in range(source.first + 1, source.last - 1):
        if lows[index] in ("by", "from", "of") and bare(lows[index - 1]) in cue_words("carriers"):
            return Slot(index + 1, source.last)
    return None


def carrier(sentence: Sentence, source: Slot, lows: tuple[str, ...], memory: Memory) -> Speaker | None:
    """ "The Syrian statement", "the report": whose words they are."""
    owner = mention_in(sentence, source, "actor")
    rest = {low for low in lows if low not in cue_words("carriers") and low not in DETERMINERS}
    for speaker in reversed(memory.speakers):
        same = rest <= {bare(word) for word in speaker.name.lower().split()}
        if rest and same and (owner is None or len(rest) == 1):
            return speaker
    if owner is not None:
        words = sentence.words(source.first, source.last)
        return Speaker(owner[1].name, "institution", "named", (words,), owner[1].type)
    return memory.last("institution", "person") if not rest else None


def anaphor(lows: tuple[str, ...], memory: Memory) -> Speaker | None:
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
    if noun in GROUPS:
        return memory.last_of_types(GROUP_TYPES) or memory.group
    if noun in ALLIED:
        return memory.last_of_types(ALLIED_TYPES) or _named_so(noun, memory) or memory.allies
    for kind, nouns in anaphors().items():
        if noun in nouns or (kind == "monitor" and lows[-1] in ("monitor", "watchdog", "observatory")):
            if kind == "person":
                matching = [
                    s
                    for s in memory.speakers
                    if s.kind != "plural" and lows[-1] in " ".join((*s.aliases, s.name)).lower()
                ]
                if matching:
                    return matching[-1]
                last = memory.last_person()
                if last is not None and last.kind == "role" and lows[-1] in OFFICES:
                    return None if head_of(last.name) in OFFICES - {lows[-1]} else last
                return last
            found = memory.last_of_types(ANAPHOR_TYPES[kind])
            if found is not None:
                return found
    return _named_so(noun, memory) or _titled(noun, memory)


def _named_so(noun: str, memory: Memory) -> Speaker | None:
    """ "The network" after "the Kivu Doctors Network", "the office" after "the UN Office for …": who is named so."""
    for speaker in reversed(memory.speakers):
        if (
            speaker.kind != "person"
            and not (noun in OF_A_STATE and speaker.type == "armed_group")  # "the New People's Army"
            and not speaker.name.lower().startswith(noun)
            and head_of(speaker.name) == noun
        ):
            return speaker
    return None


def _titled(noun: str, memory: Memory) -> Speaker | None:
    """ "The secretary" after "Defence Secretary Ali Noor", "the imam" after "an imam in Gao": whose title it is."""
    title = noun.rpartition(" ")[2]
    if title not in cue_words("role_heads"):
        return None
    for speaker in reversed(memory.speakers):
        words = " ".join((*speaker.aliases, speaker.name)).lower().split()
        named_so = speaker.kind == "person" and title in words
        if named_so or (speaker.kind == "role" and head_of(speaker.name) == title):
            return speaker
    return None


def mention_in(sentence: Sentence, source: Slot, kind: str) -> tuple[Slot, Mention] | None:
    """The last mention of a kind in a phrase; of "the General Staff of the Kenyan army" the staff."""
    inside = [
        (slot, mention)
        for slot, mention in sentence.mentions
        if mention.kind == kind and source.first < slot.last <= source.last
    ]
    if len(inside) > 1 and sentence.low[inside[-2][0].last : inside[-1][0].first] in _PART_OF:
        return inside[-2]
    return inside[-1] if inside else None
