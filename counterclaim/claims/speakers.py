"""Who a speaker's phrase means: names, institutions behind spokespeople, "it", "the monitor"."""

from __future__ import annotations

from msgspec.structs import replace

from counterclaim.claims.clauses import item_start
from counterclaim.claims.heads import (
    DETERMINERS,
    PLACING,
    TAIL_PREPOSITIONS,
    bare,
    has_head,
    is_head,
    is_noun_like,
    own_head,
)
from counterclaim.claims.memory import BODIES, Kind, Memory, Speaker
from counterclaim.claims.pointing import (
    ALLIED,
    GROUPS,
    anaphor,
    author,
    carrier,
    mention_in,
    pronoun,
    with_short_name,
)
from counterclaim.claims.sentence import Sentence, Slot
from counterclaim.core.claims import Explicitness
from counterclaim.core.types import Mention
from counterclaim.lexicons.actors import Actor, find_actors
from counterclaim.lexicons.nations import demonyms_among
from counterclaim.lexicons.tokens import find_words
from counterclaim.lexicons.words import cue_words

# A spokesperson or director speaks for the institution; a source or official stays a person of it.
MOUTHPIECES = frozenset(
    "spokesman spokeswoman spokesperson spokespeople spokesmen director head chief statement".split()
)
WATCHING = frozenset("monitor monitoring watchdog observatory recorder".split())
SPOKESPEOPLE = frozenset("spokesman spokeswoman spokesperson spokesmen spokespeople".split())
MAX_HEADED = 12  # tokens of what somebody heads
MAX_OFFICE = 4  # tokens of "the group's military spokesman"
# People of a party who are not the party: "a US senator said".
REPORTERS = frozenset(
    """correspondent correspondents reporter reporters journalist journalists photographer source sources official
    officials senator senators lawmaker lawmakers congressman diplomat diplomats analyst analysts expert experts""".split()
)


def resolve(sentence: Sentence, source: Slot, memory: Memory) -> list[Speaker]:
    """The speakers that a phrase means, joint ones apart; none for a "we" of nobody known."""
    found: list[Speaker] = []
    for part in _joint_parts(sentence, source):
        for speaker in _resolve_one(sentence, part, memory):
            introduced = with_short_name(sentence, part, speaker, memory)
            if introduced.name not in (known.name for known in found):
                found.append(introduced)
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
        meant = pronoun(lows[0], memory)
        return [meant or Speaker(words, "role", "role")] if meant or lows[0] != "we" else []
    short = memory.short.get(lows[-1]) if len(lows) <= 2 else None
    if short is not None:
        return [short]
    if any(low in cue_words("carriers") for low in lows) and not sentence.mention_at(
        source.last - 1, "person"
    ):
        inner = author(sentence, source)
        if inner is not None:
            return _resolve_one(sentence, inner, memory)
        carried = carrier(sentence, source, lows, memory)
        if carried is not None:
            return [carried]
    person = mention_in(sentence, source, "person")
    if person is not None and _is_only_of(sentence, source, person):
        person = None
    actor = mention_in(sentence, source, "actor")
    if actor is not None and (
        _only_places(sentence, source, actor) or _only_owns(sentence, source, actor, person)
    ):
        actor = None
    mouthpiece = _is_mouthpiece(lows, person, actor)
    if actor is not None and (mouthpiece or (person is None and not any(low in REPORTERS for low in lows))):
        trimmed = _strip(sentence, source)
        own = actor[0].last >= source.last or mouthpiece or actor[0].first <= trimmed.first
        if own and not _is_member_group(lows, actor, source):
            kind: Kind = "institution"
            how: Explicitness = "role" if mouthpiece and person is None else "named"
            aliases = tuple(dict.fromkeys(filter(None, (words, person[1].name if person else None))))
            speaker = Speaker(actor[1].name, kind, how, aliases, actor[1].type, is_voiced=mouthpiece)
            if person is not None and mouthpiece:
                memory.members[person[1].name.split()[-1].lower()] = speaker
            return [speaker]
    member = memory.members.get(lows[-1])
    if member is not None and len(lows) <= 5:
        return [member]
    owner = _owner(sentence, source, memory) if actor is None else None
    if owner is not None:
        named = (words, person[1].name) if person is not None else (words,)
        how = "named" if person is not None else "role"
        speaker = replace(owner, explicitness=how, aliases=(*owner.aliases, *named), is_voiced=True)
        memory.members[lows[-1]] = speaker
        return [speaker]
    if person is not None and (behind := _spoken_for(sentence, source)) is not None:
        known = memory.allies if behind in ALLIED else None
        name = known.name if known is not None else behind
        speaker = Speaker(name, "institution", "role", (words, person[1].name), is_voiced=True)
        memory.members[person[1].name.split()[-1].lower()] = speaker
        return [speaker]
    if person is not None and actor is None and (watching := _monitor_headed(lows, memory)) is not None:
        return [watching]
    if person is not None:
        headed = _heads_after(sentence, source)
        if headed is not None:
            aliases = (words, person[1].name)
            speaker = Speaker(headed.name, "institution", "named", aliases, headed.type, is_voiced=True)
            memory.members[lows[-1]] = speaker
            return [speaker]
        institution = (actor[1].name,) if actor else ()
        return [Speaker(person[1].name, "person", "named", (words, *institution))]
    known = anaphor(lows, memory)
    if known is not None:
        return [known]
    return [_described(sentence, source, lows, actor)]


Found = tuple[Slot, Mention] | None


def _is_mouthpiece(lows: tuple[str, ...], person: Found, actor: Found) -> bool:
    """Whether somebody speaks for an institution; a named chief does so for a recorder only."""
    if any(low in SPOKESPEOPLE for low in lows) or ("press" in lows and "secretary" in lows):
        return True
    records = actor is not None and actor[1].type in ("monitor", "ngo")
    return any(low in MOUTHPIECES for low in lows) and (person is None or records or "statement" in lows)


def _is_only_of(sentence: Sentence, source: Slot, person: tuple[Slot, Mention]) -> bool:
    """ "Opponents of Omar al-Bashir", "a lawyer for Mr Said": the person named is not the one who speaks."""
    first = person[0].first
    head = own_head(sentence, source)
    if sentence.low[first - 1] == ",":
        return False  # "the mayor of Kidal, Arbonkana Maiga"
    led = first > head + 1 and sentence.low[head + 1] in ("of", "for")
    return led and bare(sentence.low[head]) not in MOUTHPIECES


def _monitor_headed(lows: tuple[str, ...], memory: Memory) -> Speaker | None:
    """ "The head of the London-based monitoring group", "the group's director": the article's one recorder."""
    heads = any(low in ("head", "director", "founder") for low in lows)
    based = any(low.endswith("-based") for low in lows) and any(low in ("group", "groups") for low in lows)
    watches = based or any(low in WATCHING for low in lows)
    if not (heads and watches) or len(memory.monitors) != 1:
        return None
    known = memory.last_of_types(frozenset(["monitor"]))
    speaker = known or Speaker(memory.monitors[0], "institution", "named", (), "monitor")
    memory.members[lows[-1]] = speaker
    return speaker


def _owner(sentence: Sentence, source: Slot, memory: Memory) -> Speaker | None:
    """Whose spokesperson speaks, where words point back: "the ministry's spokesman", "its spokesman, Ali Noor"."""
    lows = sentence.low
    for index in range(source.first, min(source.last + MAX_OFFICE, len(lows))):
        if bare(lows[index]) not in SPOKESPEOPLE:
            continue
        if index == source.first and sentence.mention_at(index + 1, "person") is not None:
            return memory.last("institution")  # "…," spokesman Ali Noor said
        if lows[index + 1 : index + 3] in (("for", "the"), ("of", "the")) and index + 3 < source.last:
            return anaphor(("the", bare(lows[index + 3])), memory)
        for at in range(index - 1, max(-1, index - MAX_OFFICE), -1):
            if lows[at] in ("its", "their"):
                return memory.topic or memory.last_body()
            if bare(lows[at]) != lows[at]:
                if bare(lows[at]) in GROUPS and memory.group is not None:
                    return memory.group
                return anaphor(("the", bare(lows[at])), memory)
    return None


def _spoken_for(sentence: Sentence, source: Slot) -> str | None:
    """Whom an unnamed institution's spokesperson speaks for: "Army spokesman Ali Noor" is the army."""
    for index in range(source.first, source.last - 1):
        if bare(sentence.low[index]) in SPOKESPEOPLE:
            first = source.first
            while first < index and sentence.low[first] in DETERMINERS:
                first += 1
            if first == index and sentence.low[index + 1 : index + 3] == ("for", "the"):
                return _served(sentence, Slot(index + 3, source.last))
            words = sentence.words(first, index).removesuffix("'s").removesuffix("’s")
            lowered = first == 0 and words and sentence.mention_at(0, "actor") is None
            return words[0].lower() + words[1:] if lowered else words or None
    return None


def _served(sentence: Sentence, behind: Slot) -> str | None:
    """ "A spokesman for the rebels, Ali Noor": the rebels."""
    last = next(
        (at for at in range(behind.first, behind.last) if not is_noun_like(sentence, at)), behind.last
    )
    return sentence.words(behind.first, last) if last > behind.first else None


def _heads_after(sentence: Sentence, source: Slot) -> Mention | Actor | None:
    """The institution in "Anna Berg, head of the Example Monitor", "…, the Monitor's director", "…, a spokeswoman for the UN"."""
    after = {bare(low) for low in sentence.low[source.last : source.last + 9]}
    heads, speaks = bool(after & {"head", "director", "founder"}), bool(after & SPOKESPEOPLE)
    behind = sentence.low[source.last] if source.last < len(sentence.tokens) else ""
    if not (heads or speaks) or behind not in (",", "head", "a", "the", "director"):
        return None
    end = min(len(sentence.tokens), source.last + MAX_HEADED)
    hits = (sentence.mention_at(index, "actor") for index in range(source.last, end))
    named: list[Mention | Actor] = [hit[1] for hit in hits if hit is not None]
    named += [hit.actor for hit in find_actors(sentence.words(source.last, end))]
    return next((one for one in named if speaks or one.type in ("monitor", "ngo")), None)


def _only_places(sentence: Sentence, source: Slot, actor: tuple[Slot, Mention]) -> bool:
    """Whether a nation's name only says where: "local authorities in Syria", "the UN mission to Libya"."""
    first = actor[0].first
    placed = first > source.first and (sentence.low[first - 1] in PLACING or sentence.low[first - 1] == "to")
    return placed and actor[1].type in ("nation", "capital")


def _only_owns(sentence: Sentence, source: Slot, actor: tuple[Slot, Mention], person: Found) -> bool:
    """ "Ukraine's emergency service": a body of the nation's that no list has, not the nation."""
    owner = bare(sentence.low[actor[0].last - 1]) != sentence.low[actor[0].last - 1]
    behind = sentence.low[actor[0].last : source.last]
    bodies = bool(behind) and bare(behind[-1]) in BODIES
    return actor[1].type in ("nation", "capital") and owner and bodies and person is None


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


def _described(
    sentence: Sentence, source: Slot, lows: tuple[str, ...], actor: tuple[Slot, Mention] | None
) -> Speaker:
    """Nobody named: the words themselves, without their article."""
    trimmed = _strip(sentence, source)
    name = sentence.words(trimmed.first, trimmed.last)
    if trimmed.first == item_start(sentence) and _is_common(sentence, trimmed):
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
    opening = phrase.first
    first = sentence.tokens[opening].text
    if first.isupper() or sentence.is_place(opening) or sentence.mention_at(opening, "actor", "person"):
        return False
    if demonyms_among(find_words(first)):  # "Ukrainian rescuers"
        return False
    last = sentence.tokens[phrase.last - 1]
    return bare(last.low) in cue_words("role_heads") and (phrase.last == opening + 1 or not last.is_capital)


def _strip(sentence: Sentence, source: Slot) -> Slot:
    first = source.first
    while first < source.last - 1 and sentence.low[first] in DETERMINERS:
        first += 1
    return Slot(first, source.last)
