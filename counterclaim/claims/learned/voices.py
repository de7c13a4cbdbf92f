"""Who speaks, by the trained reader's marks, where the rules hear nobody or surely the wrong one."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from counterclaim.claims.attribution import NOBODY
from counterclaim.claims.clauses import QUOTE_MARKS, item_start
from counterclaim.claims.credit import Credit
from counterclaim.claims.heads import DETERMINERS
from counterclaim.claims.linked import Attribution, Tagged, link_attributions
from counterclaim.claims.memory import Memory
from counterclaim.claims.sentence import Sentence, Slot
from counterclaim.claims.sources import told_of
from counterclaim.claims.speakers import resolve
from counterclaim.claims.voices import Voice, opening_person
from counterclaim.core.types import Tag
from counterclaim.lexicons.words import act_words, cue_words

# A content must be marked this surely before it takes a claim from the document's own voice. On the annotated claims'
# development part 0.7 to 0.86 give the same within half a point; lower finds more of PolNeAR's contents.
SUREST = 0.7

SURE_SOURCE = 0.9  # mean probability from which a marked speaker corrects a rule's
RELATIVES = frozenset(["who", "whose", "which"])
NUMBERED = frozenset("one two three many some several".split())  # "two said": people
# What a mark may take too much of: "the administrator of the", "residents and".
NEVER_LAST = frozenset("of the a an in for at and or also later earlier".split())
# What is told of the speaker, or the verb, begins with these: "the coalition has", "the ministry continues to".
_ENDING = RELATIVES | frozenset("has have had was were is are will would continues continued".split())


class TaggedVoices:
    """The linked attributions of one article, by the sentence that names the speaker."""

    def __init__(self, sentences: list[Sentence], tags: tuple[Tag, ...]) -> None:
        self._sentences = sentences
        self._starts = [sentence.passage.span.start for sentence in sentences]
        self._sure = {
            (tag.start, tag.end) for tag in tags if tag.label == "source" and tag.score >= SURE_SOURCE
        }
        self._quotes = any(map(_has_quotation, sentences))
        self._waiting: list[tuple[int, int, Voice]] = []  # sentence of the words, of the speaker, and both
        self._by_sentence: dict[int, list[Attribution]] = {}
        if not sentences:
            return
        own = [
            tag
            for tag in tags
            if self._starts[0] <= tag.start < sentences[-1].passage.span.end
            and (tag.label != "content" or tag.score >= SUREST)
        ]
        for attribution in link_attributions(own, self._starts):
            if attribution.source is not None:
                self._by_sentence.setdefault(self._at(attribution.source), []).append(attribution)

    def add_to(self, position: int, voices: list[Voice], memory: Memory) -> None:
        """Add whom the reader's marks credit in this sentence; what they say in others waits for `finish`."""
        sentence = self._sentences[position]
        for attribution in self._by_sentence.get(position, ()):
            source = _without_clause(sentence, _slot(sentence, attribution.source))
            if source is None:
                continue
            self._correct(sentence, attribution, source, voices, memory)
            scopes = list(self._scopes(attribution.content))
            if all(at == position and _is_voiced(voices, scope) for at, scope in scopes):
                continue
            if sentence.low[source.last - 1] in NOBODY or _heads_post(sentence, source):
                continue
            resolved = resolve(sentence, source, memory)
            if not resolved:
                continue
            memory.add(resolved)
            speakers = tuple(resolved)
            for at, scope in scopes:
                if at != position:
                    self._waiting.append((at, position, Voice(None, scope, speakers)))
                elif not _is_voiced(voices, scope):
                    cue = _slot(sentence, attribution.cue) or source
                    voices.append(Voice(Credit("say", cue, source, scope), scope, speakers))

    def _correct(
        self, sentence: Sentence, attribution: Attribution, source: Slot, voices: list[Voice], memory: Memory
    ) -> None:
        """Take back what a rule credits to another phrase by the same cue, where the reader is sure of its own."""
        cue, said = _slot(sentence, attribution.cue), attribution.source
        if cue is None or said is None or (said.start, said.end) not in self._sure:
            return
        for voice in list(voices):
            theirs = voice.credit.source if voice.credit is not None else None
            if (
                theirs is None
                or voice.credit is None
                or not voice.credit.cue.meets(cue)
                or theirs.meets(source)
                or _is_told_of(sentence, theirs, source)
            ):
                continue
            voices.remove(voice)
            memory.speakers = [speaker for speaker in memory.speakers if speaker not in voice.speakers]

    def finish(self, voiced: list[list[Voice]]) -> None:
        """Credit what stands in other sentences than its speaker, where nobody else is credited with it."""
        for at, named, voice in self._waiting:
            if not (_is_voiced(voiced[at], voice.scope) or self._is_others(at, named, voiced[at])):
                voiced[at].append(voice)

    def _is_others(self, at: int, named: int, voices: list[Voice]) -> bool:
        """Whether words outside quotation marks cannot be those of a speaker named in another sentence.

        They name a speaker of their own, are about somebody new, or come before him in a text that marks quotations.
        """
        sentence = self._sentences[at]
        if _has_quotation(sentence):
            return False
        own = any(voice.credit is not None and voice.speakers for voice in voices)
        return own or opening_person(sentence) is not None or (named > at and self._quotes)

    def _scopes(self, content: Tagged) -> Iterator[tuple[int, Slot]]:
        """Each sentence that a content touches, and its tokens there."""
        for at in range(self._at(content), len(self._sentences)):
            scope = _slot(self._sentences[at], content)
            if scope is not None:
                yield at, scope
            elif self._starts[at] >= content.end:
                return

    def _at(self, tag: Tagged) -> int:
        """The sentence in which a tag begins."""
        return max(0, bisect_right(self._starts, tag.start) - 1)


def _has_quotation(sentence: Sentence) -> bool:
    return not QUOTE_MARKS.isdisjoint(sentence.low)


def _slot(sentence: Sentence, tag: Tagged | None) -> Slot | None:
    """The tokens of the sentence that a tag covers; None where it covers none."""
    if tag is None or tag.end <= sentence.tokens[0].start or tag.start >= sentence.tokens[-1].end:
        return None
    opening = item_start(sentence)  # "RAMADI - Police said": the place speaks not
    inside = [
        at
        for at, token in enumerate(sentence.tokens)
        if at >= opening and token.start < tag.end and tag.start < token.end
    ]
    return Slot(inside[0], inside[-1] + 1) if inside else None


def _is_voiced(voices: list[Voice], scope: Slot) -> bool:
    """Whether somebody is credited with a good part of the scope already."""
    return any(
        2 * (min(voice.scope.last, scope.last) - max(voice.scope.first, scope.first))
        >= scope.last - scope.first
        for voice in voices
        if voice.scope.first < voice.scope.last
    )


def _is_told_of(sentence: Sentence, speaker: Slot, named: Slot) -> bool:
    """ "The group, which is linked to the Front, claimed": the Front is named in what is told of the group."""
    return not RELATIVES.isdisjoint(sentence.low[speaker.last : named.first])


def _heads_post(sentence: Sentence, source: Slot) -> bool:
    """ "Kherson: a man was killed": a place at the head of a short post says where, nobody who speaks."""
    places = all(map(sentence.is_place, range(source.first, source.last)))
    return places and sentence.low[source.last : source.last + 1] == (":",)


def _without_clause(sentence: Sentence, source: Slot | None) -> Slot | None:
    """ "A councilwoman, who asked not to be named,", "It categorically": the speaker without what is told of them.

    Of "who" alone, whom it means: "according to witnesses, who said". A toll is nobody.
    """
    if source is None:
        return None
    if (
        sentence.low[source.first] in RELATIVES and not sentence.tokens[source.first].text.isupper()
    ):  # not the WHO
        return told_of(sentence, source.first)
    if sentence.low[source.first] in cue_words("pronouns"):
        return Slot(source.first, source.first + 1)
    last = next((at for at in range(source.first + 1, source.last) if _turns(sentence, at)), source.last)
    while last > source.first + 1 and (
        not sentence.tokens[last - 1].is_word or sentence.low[last - 1] in NEVER_LAST
    ):
        last -= 1
    head = sentence.low[last - 1]
    bare = all(low in DETERMINERS and low not in NUMBERED for low in sentence.low[source.first : last])
    return None if bare or head in act_words("toll_nouns") or head == "there" else Slot(source.first, last)


def _turns(sentence: Sentence, index: int) -> bool:
    """ "Residents, who fled", "residents, interviewed apart", "the army has": where the name has ended."""
    low = sentence.low[index]
    told = (
        sentence.low[index - 1] == ","
        and low.endswith(("ed", "ing"))
        and not sentence.tokens[index].is_capital
    )
    return low in _ENDING or told
