"""What one article says: whether it names a party or uses some words, and what is counted where."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import islice, takewhile
from typing import TypeVar

from counterclaim.core.spans import Span
from counterclaim.core.types import Count, Sheet, Time
from counterclaim.lexicons.actors import actor_of
from counterclaim.lexicons.tokens import find_words

Item = TypeVar("Item", Count, Time)
_STRAIGHT = str.maketrans("’‘ʼ“”", "'''\"\"")
MIN_STEM = 3  # letters that a word without its s must have left
_JOINTS = (",", "/", " and ", " or ")
_ARTICLES = ("the ", "a ", "an ")
PRONOUNS = frozenset("he she it they him her them we i us you who this that these those others".split())


def fold(words: str) -> str:
    """The words in small letters, with straight apostrophes and single blanks."""
    return " ".join(words.translate(_STRAIGHT).casefold().split())


def _stem(text: str) -> str:
    """The words without marks, accents and a final s: "Russia's jets" and "Russia, jet" are alike.

    >>> _stem("the rebels' jets, Russia's")
    'the rebel jet russia'
    """
    return " ".join(word.stem if len(word.stem) >= MIN_STEM else word.norm for word in find_words(text))


class Words:
    """The text, headline and outlet of one article of a sheet, and the parties it mentions."""

    def __init__(self, sheet: Sheet, article: int) -> None:
        story = (sheet.articles or ())[article]
        text = sheet.document.text
        headline = story.headline.of(text) if story.headline is not None else ""
        outlets = (story.outlet or "", sheet.document.outlet or "")
        written = (story.span.of(text), headline, *outlets)
        self._folded = "\n".join(map(fold, written))
        self._stems = "\n".join(map(_stem, written))
        self._named = {
            fold(mention.name): mention.name
            for mention in sheet.mentions or ()
            if mention.kind != "pronoun" and story.span.covers(mention.span)
        }

    def names_of(self, parties: str) -> str | None:
        """The same for a phrase that may join several parties; each of them is named in the article."""
        whole = self.name_of(parties)
        if whole is not None:
            return whole
        parts = [parties]
        for joint in _JOINTS:
            parts = [piece for part in parts for piece in part.split(joint)]
        names = [self.name_of(part) for part in parts if part.strip()]
        known = [name for name in names if name is not None]
        return " and ".join(known) if len(known) == len(names) > 1 else None

    def has(self, words: str) -> bool:
        """Whether the words stand there together, not as part of other words; case does not matter."""
        return bool(find_whole(self._folded, fold(words)))

    def name_of(self, party: str) -> str | None:
        """The name under which the article's claims credit a party; None where it does not name it.

        The lexicon's name counts where any of its spellings stands there: "Russian Ministry of
        Defence" where the text has "Russia's defence ministry". "Rebels" are named by "rebel-held".
        """
        bare = " ".join(party.split())
        for word in _ARTICLES:
            bare = bare[len(word) :] if bare.casefold().startswith(word) else bare
        if not bare or fold(bare) in PRONOUNS:
            return None
        listed = actor_of(bare)
        for name in (listed.name if listed is not None else bare, bare):
            if fold(name) in self._named:
                return self._named[fold(name)]
        if not (self.has(bare) or find_whole(self._stems, _stem(bare))):
            return None
        return bare if listed is None else listed.name


def find_whole(text: str, words: str) -> list[int]:
    """Where `words` start in `text` without cutting a word of it; marks alone are no words.

    >>> find_whole("unlikely, but likely", "likely")
    [14]
    """
    starts: list[int] = []
    at = text.find(words) if any(map(str.isalnum, words)) else -1
    while at >= 0:
        end = at + len(words)
        cut = at > 0 and text[at - 1].isalnum() and text[at].isalnum()
        if not cut and not (end < len(text) and text[end - 1].isalnum() and text[end].isalnum()):
            starts.append(at)
        at = text.find(words, at + 1)
    return starts


def items_within(items: Sequence[Item], span: Span) -> list[Item]:
    """The items of a layer, which stand in text order, that a span covers whole."""
    first = bisect_left(items, span.start, key=lambda item: item.span.start)
    return [
        item
        for item in takewhile(lambda item: item.span.start < span.end, islice(items, first, None))
        if span.covers(item.span)
    ]
