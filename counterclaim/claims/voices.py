"""Who speaks in each stretch of an article, carried over quotations and colons."""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from counterclaim.claims.attribution import credits_in
from counterclaim.claims.clauses import ENDS, whole_of
from counterclaim.claims.credit import Credit
from counterclaim.claims.heads import STOPPERS
from counterclaim.claims.memory import Memory, Speaker
from counterclaim.claims.phrases import phrase_before
from counterclaim.claims.quotes import closes_quoted, is_wholly_quoted, opens_quoted, quoted_runs, quotes
from counterclaim.claims.senses import PRESS
from counterclaim.claims.sentence import Sentence, Slot
from counterclaim.claims.speakers import resolve
from counterclaim.core.claims import Explicitness
from counterclaim.core.types import Mention
from counterclaim.lexicons.actors import find_actors

SILENCE = frozenset(
    [
        "request for comment",
        "requests for comment",
        "to comment",
        "not commented",
        "no comment",
        "no immediate comment",
        "not respond",
        "not immediately respond",
        "not responded",
        "be reached",
    ]
)
# Who is asked rather than talked about: "Residents gave another account. They said".
TELLERS = frozenset(
    "residents witnesses eyewitnesses survivors villagers locals relatives officials activists medics doctors".split()
)
LINKING = (("was",), ("were",), ("is",), ("had",), ("has",))
GOVERNING = frozenset(["Houthis", "Taliban"])  # groups that stand among the nations, having ministries


class Voice(msgspec.Struct, frozen=True):
    """Resolved speakers for a stretch of a sentence."""

    credit: Credit | None
    scope: Slot
    speakers: tuple[Speaker, ...]
    via: tuple[Speaker, ...] = ()

    @property
    def explicitness(self) -> Explicitness:
        if self.credit is not None and self.credit.kind == "hearsay":
            return "passive"
        return self.speakers[0].explicitness if self.speakers else "outlet"


def voices_in(sentence: Sentence, memory: Memory) -> list[Voice]:
    """The sentence's credits with their speakers; the memory learns them as they come."""
    voices: list[Voice] = []
    for credit in credits_in(sentence):
        if credit.kind == "hearsay":
            voices.append(Voice(credit, credit.content, ()))
            continue
        assert credit.source is not None  # noqa: S101 - only hearsay has no source
        said = resolve(sentence, credit.source, memory)
        via: list[Speaker] = []
        if credit.relay is not None:
            via, said = said, resolve(sentence, credit.relay, memory)
        if credit.told is not None and _is_press(sentence, credit.told):
            via = resolve(sentence, credit.told, memory)
        voices.append(Voice(credit, credit.content, tuple(said), tuple(via)))
        memory.add(said if credit.told is not None else [*via, *said])
    body = _body_opening(sentence)
    if not voices:
        memory.add(_subject(sentence, body, memory))
    memory.topic = body
    memory.group = _last_group(sentence) or memory.group
    memory.allies = _last_allies(sentence) or memory.allies
    return [_passed_on(sentence, voice, voices) for voice in voices]


def _passed_on(sentence: Sentence, voice: Voice, voices: list[Voice]) -> Voice:
    """ "He said the city would fall, Interfax reported": whoever the whole is credited to passes it on."""
    if voice.credit is None or voice.credit.source is None or not voice.speakers:
        return voice
    around = [
        other for other in voices if surrounds(other, voice) and voice.credit.source.first in other.scope
    ]
    outer = sorted(around, key=lambda other: other.scope.first - other.scope.last)
    # "'We blame the rebels,' the ministry said".
    if outer and sentence.low[voice.credit.source.first] == "we":
        return msgspec.structs.replace(voice, speakers=outer[-1].speakers, via=outer[-1].via)
    known = {speaker.name for speaker in (*voice.speakers, *voice.via)}
    relays = [speaker for other in outer for speaker in other.speakers if speaker.name not in known]
    return msgspec.structs.replace(voice, via=(*relays, *voice.via))


def surrounds(outer: Voice, inner: Voice) -> bool:
    """Whether a saying holds all of another and more."""
    says = outer.credit is not None and outer.credit.kind in ("say", "quote")
    longer = outer.scope.last - outer.scope.first > inner.scope.last - inner.scope.first
    return says and longer and outer.scope.first <= inner.scope.first and inner.scope.last <= outer.scope.last


def _subject(sentence: Sentence, body: Speaker | None, memory: Memory) -> list[Speaker]:
    """Whom a sentence without speakers is about, so that "he", "they" or "it" in the next may mean them."""
    person = opening_person(sentence) or _person_alone(sentence)
    if person is not None:
        slot, mention = person
        return [Speaker(mention.name, "person", "named", (sentence.words(slot.first, slot.last),))]
    silent = sentence.has(SILENCE)
    if body is not None:
        return [body] if silent else []
    verb = next((at for at, low in enumerate(sentence.low) if low in STOPPERS), 0)
    if silent and (asked := phrase_before(sentence, verb)) is not None and asked.first == 0:
        return resolve(sentence, asked, memory)
    opening = sentence.mention_at(min(1, len(sentence.tokens) - 1), "role") or sentence.mention_at(0, "role")
    if opening is not None and opening[0].first <= 1 and sentence.low[opening[0].last - 1] in TELLERS:
        return resolve(sentence, opening[0], memory)
    return []


def opening_person(sentence: Sentence) -> tuple[Slot, Mention] | None:
    """The person by whose full name a sentence opens."""
    opening = sentence.mention_at(0, "person")
    return opening if opening is not None and opening[0].last - opening[0].first >= 2 else None


def _person_alone(sentence: Sentence) -> tuple[Slot, Mention] | None:
    """ "When the shells fell, Ali Noor was at home": the one person named, about whom the clause is."""
    people = [(slot, mention) for slot, mention in sentence.mentions if mention.kind == "person"]
    if len(people) != 1 or people[0][0].last - people[0][0].first < 2:
        return None
    slot = people[0][0]
    subject = sentence.low[slot.first - 1 : slot.first] == (",",)
    return people[0] if subject and sentence.low[slot.last : slot.last + 1] in LINKING else None


def _body_opening(sentence: Sentence) -> Speaker | None:
    """The party that a sentence opens with: who is asked for comment is "it" in the next."""
    body = sentence.mention_at(1 if sentence.low[0] == "the" and len(sentence.tokens) > 1 else 0, "actor")
    return _party(sentence, *body) if body is not None and body[0].first <= 1 else None


def _last_group(sentence: Sentence) -> Speaker | None:
    return _last_party(sentence, lambda mention: mention.type == "armed_group" or mention.name in GOVERNING)


def _last_allies(sentence: Sentence) -> Speaker | None:
    return _last_party(sentence, lambda mention: mention.type == "coalition")


def _last_party(sentence: Sentence, is_one: Callable[[Mention], bool]) -> Speaker | None:
    parties = [
        (slot, mention) for slot, mention in sentence.mentions if mention.kind == "actor" and is_one(mention)
    ]
    return _party(sentence, *parties[-1]) if parties else None


def _party(sentence: Sentence, slot: Slot, mention: Mention) -> Speaker:
    return Speaker(
        mention.name, "institution", "named", (sentence.words(slot.first, slot.last),), mention.type
    )


def spread_voices(text: str, sentences: list[Sentence], voiced: list[list[Voice]]) -> None:
    """Carry speakers over quotations of several sentences and over "The minister said:"."""
    for run in quoted_runs(text, sentences):
        named = [voice for position in run for voice in voiced[position] if voice.speakers]
        if named:
            for position in run:
                voiced[position] = voiced[position] or [_whole(sentences[position], named[-1].speakers)]
    unnamed = _unnamed_runs(text, sentences, voiced)
    speaking: tuple[Speaker, ...] = ()
    last: tuple[Speaker, ...] = ()
    for position, voices in enumerate(voiced):
        if not voices and speaking:
            voices.append(_whole(sentences[position], speaking))
        elif not voices and last and (position in unnamed or is_wholly_quoted(sentences[position])):
            voices.append(_whole(sentences[position], last))
        for voice in voices:
            if voice.speakers:
                last = voice.speakers
                speaking = voice.speakers if voice.credit is not None and voice.credit.opens else speaking
                if voice.credit is not None and not voice.credit.opens and voice.speakers != speaking:
                    speaking = ()


def _unnamed_runs(text: str, sentences: list[Sentence], voiced: list[list[Voice]]) -> set[int]:
    """The sentences of quotations that name no speaker and begin right behind a quotation that does."""
    found: set[int] = set()
    for run in quoted_runs(text, sentences):
        before = voiced[run[0] - 1] if run[0] > 0 else []
        quoted = run[0] > 0 and quotes(sentences[run[0] - 1])
        follows = quoted and any(voice.credit is not None and voice.speakers for voice in before)
        alone = opens_quoted(sentences[run[0]]) and closes_quoted(sentences[run[-1]])
        if follows and alone and not any(voiced[position] for position in run):
            found.update(run)
    return found


def _whole(sentence: Sentence, speakers: tuple[Speaker, ...]) -> Voice:
    return Voice(None, Slot(0, len(sentence.tokens)), speakers)


_STATEMENT = frozenset(
    f"{words} {by}"
    for words in ("statement", "communique", "communiqué", "declaration", "press release")
    for by in ("by", "by the", "of", "of the", "from", "from the", "issued by", "issued by the")
)


_LONGEST_KIND = 15  # code points before it: "Joint press statement by"
_FIRST_PERSON = frozenset(["we", "our", "us"])


def author_of(headline: str) -> Speaker | None:
    """Whose statement an article is by its headline: "Statement by the Arakan Army on the fighting", or the name alone.

    >>> author = author_of("Statement by the Arakan Army on the fighting")
    >>> author.name if author else None
    'Arakan Army'
    """
    low = headline.lower()
    opens = {words: low.index(words) for words in _STATEMENT if f"{words} " in low}
    behind = max((at + len(words) + 1 for words, at in opens.items() if at <= _LONGEST_KIND), default=0)
    hit = next((hit for hit in find_actors(headline) if hit.start == behind), None)
    if hit is None or (not behind and hit.end < len(headline.rstrip())):
        return None
    return Speaker(hit.actor.name, "institution", "named", (headline[hit.start : hit.end],), hit.actor.type)


def own_voice(sentences: list[Sentence], voiced: list[list[Voice]], author: Speaker) -> None:
    """In somebody's statement, credit its author with every sentence that credits nobody."""
    plain = [sentence for sentence in sentences if not quotes(sentence)]
    if not any(_FIRST_PERSON & set(sentence.low) for sentence in plain):
        return  # told about the statement, not the statement
    for sentence, voices in zip(sentences, voiced, strict=True):
        theirs = all(voice.credit is None and voice.speakers in ((), (author,)) for voice in voices)
        if theirs and sentence.low[-1] in ENDS:
            voices[:] = [Voice(None, whole_of(sentence), (author,))]


def monitors_of(sentences: list[Sentence]) -> tuple[str, ...]:
    """Casualty recorders that an article names, each once."""
    names = (
        mention.name
        for sentence in sentences
        for _, mention in sentence.mentions
        if mention.type == "monitor" and mention.kind == "actor"
    )
    return tuple(dict.fromkeys(names))


def _is_press(sentence: Sentence, told: Slot) -> bool:
    """Whether those told are the press, who then pass it on."""
    hits = (sentence.mention_at(index, "actor") for index in range(told.first, told.last))
    return any(hit is not None and hit[1].type in PRESS for hit in hits)
