"""Places that no lexicon lists: capitalised names that the gazetteer knows, where the words around allow a place."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from counterclaim.core.spans import Span
from counterclaim.core.types import PlaceMention, Sheet
from counterclaim.gazetteer.kinds import SETTLEMENTS
from counterclaim.gazetteer.lookup import Candidate, Gazetteer
from counterclaim.lexicons.abbreviations import find_abbreviations
from counterclaim.lexicons.names import Names, names_in
from counterclaim.lexicons.places import key_of
from counterclaim.lexicons.placewords import NOT_PLACES, PARTICLES, SHIPS, TITLES
from counterclaim.lexicons.tokens import CAPITAL, UPPER, Word, bare_end

Evidence = Literal["none", "weak", "medium", "strong"]

_STRONG = frozenset("in near outside around across throughout between toward towards".split())
_MEDIUM = frozenset(
    "at from to of into through via leaving visiting downtown off struck hit bombed shelled bombarded pounded".split()
)
# A capitalised word that may stand before a place's name without being part of it.
_BEFORE = frozenset(
    """in at from to near outside around across between of north south east west northern southern eastern western
    central northeast northwest southeast southwest downtown greater upper lower the and but for with as when
    after before since while inside mr mrs""".split()
)
# A capitalised word that may follow one: "Columbus Police", "Avoyelles Parish Sheriff's Office".
_BEHIND = frozenset(
    """police sheriff sheriffs fire county parish city town village school schools high middle elementary university
    college hospital medical airport international regional municipal public community district circuit superior
    court courthouse council mayor department office township station state avenue downtown chamber area
    metropolitan general central health housing library museum zoo park road and""".split()
)
_NO_NAMES = (
    _BEFORE
    | _BEHIND
    | frozenset(
        """conservation health education transportation commerce development revenue reserve metro tri marines swat story
    agriculture environment children church gulf federal national united general society union commission
    commissioner senate house congress democrats republicans""".split()
    )
)
_ENDS = frozenset('.!?:;\n"“”‘•–—')  # marks behind which any word has a capital
_LONGEST = 4  # words of a name
_FEWEST = {"strong": 0, "medium": 2_000, "weak": 100_000}  # people, by evidence
_FIRST_IN_SENTENCE = 300_000  # people: there the capital says nothing


class _Proposal(NamedTuple):
    span: Span
    name: str
    evidence: Evidence
    best: Candidate
    first_in_sentence: bool


def further_places(sheet: Sheet, gazetteer: Gazetteer) -> list[PlaceMention]:
    """The sheet's places with those the gazetteer knows, in text order.

    A name that is one part of a longer one gives way to it: "Lebanon" in "New Lebanon".
    """
    known = [place for place in sheet.places or () if not _only_words(place)]
    people = [mention.span for mention in sheet.mentions or () if mention.kind == "person"]
    opened = [place.span.start for place in known]
    shorts, proposals, parts = [], list[_Proposal](), set[str]()
    for passage in sheet.relevant_passages:
        names, start = names_in(passage.exact), passage.span.start
        own = _abbreviated(passage.exact, start)
        shorts += own
        within = known[bisect_left(opened, start) : bisect_left(opened, passage.span.end)]
        here = [place for place in within if passage.span.covers(place.span)]
        ends = {place.span.end - start for place in here}
        starts = {
            place.span.start - start for place in (*here, *own) if place.kind in ("country", "province")
        }
        proposed = _proposed(passage.exact, start, names, ends, starts, gazetteer)
        proposals += [one for one in proposed if not _is_known(one, here)]
        parts.update(_parts_of_names(names.words, gazetteer))
    accepted = _accepted(proposals, people, parts)
    found = [
        PlaceMention(span=one.span, name=one.name, key=key_of(one.name), kind=_kind_of(one.best))
        for one in accepted
    ]
    spans = [place.span for place in (*found, *shorts)]
    kept = [place for place in known if not any(span.overlaps(place.span) for span in spans)]
    return sorted(
        [*kept, *found, *_apart(shorts, found)], key=lambda place: (place.span.start, place.span.end)
    )


def _only_words(place: PlaceMention) -> bool:
    """Whether a guess holds nothing but words for directions and institutions: "in Northern"."""
    return all(part in _NO_NAMES for part in place.name.casefold().split())


def _apart(shorts: list[PlaceMention], found: list[PlaceMention]) -> list[PlaceMention]:
    return [short for short in shorts if not any(short.span.overlaps(place.span) for place in found)]


def _abbreviated(text: str, start: int) -> list[PlaceMention]:
    return [
        PlaceMention(
            span=Span(start + hit.start, start + hit.end),
            name=hit.name,
            key=key_of(hit.name),
            kind="province",
        )
        for hit in find_abbreviations(text)
    ]


def _kind_of(best: Candidate) -> str:
    kind = best.entry.kind
    return "city" if kind == "capital" else kind


def _proposed(
    text: str, start: int, names: Names, ends: set[int], containers: set[int], gazetteer: Gazetteer
) -> Iterator[_Proposal]:
    words, next_free = names.words, 0
    for at, word in enumerate(words):
        if at < next_free or not _may_start(words, at, names.demonyms):
            continue
        found = _longest(text, words, at, names.demonyms, gazetteer)
        if found is None:
            continue
        after, best = found
        end = bare_end(text, words[after - 1])
        evidence = _evidence(
            text, words, at, after, ends, end + 2 in containers and text[end : end + 2] == ", "
        )
        name = text[word.start : end]
        yield _Proposal(
            Span(start + word.start, start + end), name, evidence, best, _starts_sentence(text, words, at)
        )
        if evidence in ("strong", "medium"):
            ends.add(end)
        next_free = after


def _may_start(words: Sequence[Word], at: int, demonyms: frozenset[int]) -> bool:
    word = words[at]
    if not word.case or len(word.norm) < 3 or word.norm in NOT_PLACES:
        return False
    if at in demonyms and not (word.joined and words[at + 1].case):
        return False  # "British", but not "British Columbia"
    if word.case == UPPER and len(word.norm) < 5:
        return False  # an acronym
    before = words[at - 1] if at and words[at - 1].joined else None
    return before is None or (
        not (before.case and before.norm not in _BEFORE) and before.norm not in TITLES | SHIPS
    )


def _longest(
    text: str, words: Sequence[Word], at: int, demonyms: frozenset[int], gazetteer: Gazetteer
) -> tuple[int, Candidate] | None:
    """The longest name that starts at a word: the position behind it, and its likeliest place."""
    stop = at + 1
    while stop < min(len(words), at + _LONGEST) and words[stop - 1].joined:
        if not words[stop].case and words[stop].norm not in PARTICLES:
            break
        stop += 1
    for after in range(stop, at, -1):
        last = words[after - 1]
        if not last.case:
            continue
        follows = words[after] if after < len(words) and last.joined else None
        longer = (
            follows is not None
            and follows.case
            and follows.norm not in _BEHIND
            and not follows.norm[0].isdigit()
        )
        name = text[words[at].start : bare_end(text, last)]
        if not gazetteer.has(name):
            continue
        spelt = [found for found in gazetteer.candidates(name) if found.spelt]
        if spelt and longer and not (after - at > 1 and spelt[0].entry.kind in ("province", "country")):
            continue  # part of a longer name; but "West Virginia Democrats"
        if spelt and not (after - at == 1 and (words[at].norm in _NO_NAMES or at in demonyms)):
            return after, spelt[0]
    return None


def _starts_sentence(text: str, words: Sequence[Word], at: int) -> bool:
    return at == 0 or any(mark in _ENDS for mark in text[words[at - 1].end : words[at].start])


def _evidence(
    text: str, words: Sequence[Word], at: int, after: int, ends: set[int], contained: bool
) -> Evidence:
    """How much the words around say that the name at `words[at:after]` is a place's."""
    before = words[at - 1] if at and words[at - 1].joined else None
    if contained or (before is not None and before.norm in _STRONG):
        return "strong"
    if before is not None and before.norm in _MEDIUM:
        return "medium"
    previous = words[at - 1] if at else None
    if previous is not None and text[previous.end : words[at].start] == ", " and previous.end in ends:
        return "medium"
    if before is not None and before.stem_end in ends and before.stem_end < before.end:
        return "medium"  # "Sagaing's Yinmabin"
    follows = words[after] if after < len(words) and words[after - 1].joined else None
    if follows is not None and follows.case == CAPITAL and follows.norm in _BEHIND:
        return "medium"
    return "weak"


def _parts_of_names(words: Sequence[Word], gazetteer: Gazetteer) -> Iterator[str]:
    """Words that stand beside another capitalised one in a name that is no place: "Henry" of "Judy Henry"."""
    for at in range(1, len(words)):
        one, other = words[at - 1], words[at]
        if not (one.joined and one.case == other.case == CAPITAL) or one.norm in _BEFORE:
            continue
        if other.norm in _BEHIND or one.norm in _BEHIND:
            continue
        if not gazetteer.has(f"{one.norm} {other.norm}"):
            yield one.norm
            yield other.stem or other.norm


def _accepted(proposals: list[_Proposal], people: list[Span], parts: set[str]) -> list[_Proposal]:
    """The proposals with evidence enough of their own, or whose name has it elsewhere in the document."""
    sure = {one.name.casefold() for one in proposals if _is_sure(one, people, parts)}
    return [
        one
        for one in proposals
        if one.name.casefold() in sure and not any(_inside(one.span, span) for span in people)
    ]


def _inside(span: Span, other: Span) -> bool:
    return span.overlaps(other) and span != other


def _is_known(one: _Proposal, known: list[PlaceMention]) -> bool:
    """Whether the lexicons found the same words, or more, to be a place."""
    return any(place.span.covers(one.span) for place in known)


def _is_sure(one: _Proposal, people: list[Span], parts: set[str]) -> bool:
    if any(span.overlaps(one.span) for span in people) and one.evidence != "strong":
        return False
    entry = one.best.entry
    area = entry.kind not in SETTLEMENTS or entry.kind == "capital"
    if one.evidence == "weak" and not one.best.own_name:
        return False
    if one.evidence != "strong":
        if one.first_in_sentence and " " not in one.name and entry.population < _FIRST_IN_SENTENCE:
            return False
        if one.name.casefold() in parts:
            return False
    return area or entry.population >= _FEWEST[one.evidence]
