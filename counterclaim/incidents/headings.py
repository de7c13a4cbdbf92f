"""Which place heads each paragraph of a round-up, an article that tells of several towns one after the other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from counterclaim.core.patterns import pattern
from counterclaim.core.types import Passage
from counterclaim.lexicons.datelines import MONTH_NAMES
from counterclaim.lexicons.places import key_of, place_of

_HEADING = pattern(r"^(?:[•*–—-]\s*)?(?P<place>\p{Lu}[\p{L}’'-]*(?:\ [\p{L}’'-]+){0,3})(?::|\ [–—]|\ -)\s")
_OPENING = pattern(r"^In\ (?P<place>\p{Lu}[\p{L}’'-]*(?:\ \p{Lu}[\p{L}’'-]+){0,3}),\s")
_FEWEST_HEADINGS = 2
# Sentences that open with "In X," are met in any article; set by hand.
_FEWEST_OPENINGS = 3
_BREAK = 2  # code points before a passage in which a line ends


def headings_of(passages: Sequence[Passage]) -> dict[int, str]:
    """By the number of a passage the key of the place that heads its paragraph; other paragraphs are left out.

    "Taiz: Two children were killed" heads one where another does so with another place; so does "In Patikul, three
    soldiers were killed" where three do.
    """
    by_article: dict[int, list[int]] = defaultdict(list)
    for number, passage in enumerate(passages):
        by_article[passage.article].append(number)
    found: dict[int, str | None] = {}
    for numbers in by_article.values():
        told = [passages[number] for number in numbers]
        for headed, fewest in ((_headed, _FEWEST_HEADINGS), (_opened, _FEWEST_OPENINGS)):
            heads = [headed(passage) for passage in told]
            if len(set(filter(None, heads))) >= fewest:
                found |= dict(zip(numbers, _carried(told, heads), strict=True))
                break
    return {number: heading for number, heading in found.items() if heading}


def _headed(passage: Passage) -> str | None:
    match = _HEADING.match(passage.exact)
    return key_of(match["place"]) if match is not None and place_of(match["place"]) is not None else None


def _opened(passage: Passage) -> str | None:
    match = _OPENING.match(passage.exact)
    return key_of(match["place"]) if match is not None and match["place"].lower() not in MONTH_NAMES else None


def _carried(passages: Sequence[Passage], heads: Sequence[str | None]) -> list[str | None]:
    """Each heading to the end of its paragraph."""
    carried: list[str | None] = []
    last: str | None = None
    for passage, head in zip(passages, heads, strict=True):
        last = head or (None if "\n" in passage.prefix[-_BREAK:] else last)
        carried.append(last)
    return carried
