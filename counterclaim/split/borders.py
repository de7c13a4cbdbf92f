"""Where one story ends and the next begins, on a page that glues several together."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Sequence

import msgspec

from counterclaim.core.patterns import pattern
from counterclaim.core.spans import Span
from counterclaim.core.types import Segment
from counterclaim.lexicons.notices import END_BYLINE, OUTSIDE, PAGE_END, SEPARATOR
from counterclaim.split.cohesion import Cohesion
from counterclaim.split.datelines import find_dateline
from counterclaim.split.leads import leans_back, score_lead

# Points that what stands between two lines of running text gives to a border there. Marks that pages
# put at borders decide by themselves; a title alone may be a subheading, a menu or embed mere furniture.
DATELINE_OPENS, DATE_LINE, BYLINE, SEPARATED = 6.5, 5.0, 5.0, 5.0
HEADLINE, FURNITURE, REPEATED_BY_CAPTION = 1.5, 0.5, 2.0
LONG_HEADLINE = 4.0
_TITLE_WORDS = 7  # titles of news have as many, subheadings seldom
PAGE_ENDS = 6.0  # the foot of one page and the head of the next
_FOOT_AND_HEAD = 25  # lines of menus and notices that make them
LEANING = -1.5  # on a line that leans back, where there are marks; without marks it is no candidate
MARKED = 3.0  # points of marks from which a story may be short
# Sum of points. Measured without marks on texts of broadcasters and ministries glued in twos and threes:
# 84% of the borders set are right, 25% of those planted are found, none is set in the 22 single texts;
# at 0 it is 83% and 27%, at 1 77% and 16%. Missing a border costs less than cutting a story.
NEEDED = 0.5
SHORTEST_LINES, SHORTEST_LENGTH = 4, 300  # lines and code points of a story without marks
STANDFIRST = 2  # lines that may stand above the dateline of their own story
_NUMBERED = pattern(r"^\s* \d{1,2} [.)] \s")  # "3. Drink water": the next part of the same story
_SENTENCE_END = pattern(r"[.!?…؟۔。।][\"'”’»)\]]*\s*$")
_CLOCK = pattern(r"\b\d{1,2}:\d\d\b")
_STAMPS, _THREAD = 3, 30  # dates with the time of day, within so many lines, are those of comments
_NEVER_HEAD = ("caption", "embed", "menu", "notice")


class Candidate(msgspec.Struct, frozen=True):
    """A place where a story may begin: at segment `start`, its running text at line `line`."""

    line: int  # index among the lines of running text
    start: int  # index among the segments
    marks: float
    points: float
    new_page: bool  # a page's foot and another's head stand before it


def find_borders(text: str, segments: Sequence[Segment]) -> list[int]:
    """The indexes of segments at which a new story begins, in order, without the first story."""
    body = [index for index, segment in enumerate(segments) if segment.kind == "article"]
    lines = [segments[index].span.of(text) for index in body]
    cohesion: Cohesion | None = None  # made for the first line it is asked about, which many pages lack
    spans = [segments[index].span for index in body]
    dated = _find_dated(text, spans)
    repeated = _find_repeated(segments, spans)
    stamps = _find_stamps(text, segments)
    needed = PAGE_ENDS if any(segment.why == OUTSIDE for segment in segments) else 0.0
    candidates = []
    for line in range(1, len(body)):
        first, last = body[line - 1] + 1, body[line]
        between = segments[first:last]
        if _holds_page_end(segments[first - 1 : last]):  # whatever words the two pages share
            candidates.append(Candidate(line, _head_start(segments, first, last), PAGE_ENDS, PAGE_ENDS, True))
            continue
        new_page = _is_foot_and_head(between)
        if not new_page and not stamps.isdisjoint(range(first, last)):
            continue  # in a thread of comments
        marks = PAGE_ENDS if new_page else _score_marks(text, between)
        marks += DATELINE_OPENS if line in dated else 0.0
        if marks < needed:
            continue  # pages copied whole end with their foot; dates and names stand above comments too
        if marks < MARKED and not SHORTEST_LINES <= line <= len(body) - SHORTEST_LINES:
            continue  # too near an end of the page to be chosen
        if not marks and _SENTENCE_END.search(lines[line - 1][-40:]) is None:
            continue
        if marks < MARKED and _NUMBERED.search(lines[line][:8]) is not None:
            continue
        leans = leans_back(lines[line])
        if leans and not marks:
            continue
        cohesion = cohesion or Cohesion(lines)
        lead, other = score_lead(lines[line]), LEANING if leans else 0.0
        other += REPEATED_BY_CAPTION if line in repeated else 0.0
        points = marks + lead + other + cohesion.score_break(line, above=NEEDED - marks - lead - other)
        if points > NEEDED:
            candidates.append(Candidate(line, _head_start(segments, first, last), marks, points, new_page))
    return sorted(candidate.start for candidate in _choose(candidates, [len(line) for line in lines], dated))


def _find_dated(text: str, spans: Sequence[Span]) -> set[int]:
    """The lines that open with a dateline; without an agency's name, not those in a list of dates."""
    datelines = {
        line: found for line, span in enumerate(spans) if (found := find_dateline(text, span.start, span.end))
    }
    return {
        line
        for line, found in datelines.items()
        if found.agency is not None or not {line - 1, line + 1} & datelines.keys()
    }


def _find_stamps(text: str, segments: Sequence[Segment]) -> set[int]:
    """The segments that say on which day and at what time readers' comments were written: several close together."""
    stamped = [
        index
        for index, segment in enumerate(segments)
        if segment.kind == "dateline" and _CLOCK.search(segment.span.of(text)) is not None
    ]
    found: set[int] = set()
    for low in range(len(stamped) - _STAMPS + 1):
        near = stamped[low : low + _STAMPS]
        if near[-1] - near[0] <= _THREAD:
            found.update(near)
    return found


def _score_marks(text: str, between: Sequence[Segment]) -> float:
    """Points of the segments that stand between two lines of running text."""
    kinds = {segment.kind for segment in between}
    titles = [len(segment.span.of(text).split()) for segment in between if segment.kind == "headline"]
    points = (LONG_HEADLINE if max(titles) >= _TITLE_WORDS else HEADLINE) if titles else 0.0
    points += BYLINE if "byline" in kinds else 0.0
    points += DATE_LINE if "dateline" in kinds else 0.0
    points += SEPARATED if any(_parts_stories(text, segment) for segment in between) else 0.0
    return points + (FURNITURE if kinds & {"menu", "notice", "embed"} else 0.0)


def _parts_stories(text: str, segment: Segment) -> bool:
    """Whether the line is a separator that stands between stories; agencies part sections by underscores."""
    return segment.why == SEPARATOR and bool(segment.span.of(text).strip(" _\r\n\t"))


def _holds_page_end(between: Sequence[Segment]) -> bool:
    """Whether labelling has found that a page ends there."""
    return any(segment.why is not None and segment.why.endswith(PAGE_END) for segment in between)


def _is_foot_and_head(between: Sequence[Segment]) -> bool:
    """Whether so many menus and notices stand there that one page ends and the next begins."""
    return sum(segment.kind in ("menu", "notice", "embed") for segment in between) >= _FOOT_AND_HEAD


def _find_repeated(segments: Sequence[Segment], spans: Sequence[Span]) -> set[int]:
    """The lines of running text that a caption repeats; captions often give the lead again."""
    starts = [span.start for span in spans]
    repeats = (segment.repeats for segment in segments if segment.kind == "caption")
    return {bisect_right(starts, repeat.start) - 1 for repeat in repeats if repeat is not None}


def _head_start(segments: Sequence[Segment], first: int, last: int) -> int:
    """The segment where the head of the story whose text starts at `last` starts.

    Titles, dates and bylines right above the text belong to it, but not who reported the story before.
    """
    start = last
    for index in range(last - 1, first - 1, -1):
        segment = segments[index]
        if segment.kind in _NEVER_HEAD or segment.why == END_BYLINE:
            break
        start = index
    titles = [index for index in range(first, start) if segments[index].kind == "headline"]
    if not titles:
        return start
    return titles[-1] if last - first > _FOOT_AND_HEAD else titles[0]  # a page's foot may have titles too


def _choose(
    candidates: Sequence[Candidate], lengths: Sequence[int], dated: Collection[int]
) -> list[Candidate]:
    """The best candidates first, each as long as the stories on both sides of it stay long enough.

    `lengths` are the lines' code points, `dated` the lines that open with a dateline: above such a line
    a standfirst of its own story may stand, which is no story.
    """
    chosen: list[Candidate] = []
    for candidate in sorted(candidates, key=lambda one: (-one.points, one.line)):
        borders = [0, *(other.line for other in chosen), len(lengths)]
        left = max(line for line in borders if line <= candidate.line)
        right = min(line for line in borders if line > candidate.line)
        before, after = lengths[left : candidate.line], lengths[candidate.line : right]
        if candidate.new_page:
            long_enough = True
        elif candidate.marks >= MARKED:
            long_enough = len(before) > STANDFIRST or left in dated
        else:
            long_enough = all(len(s) >= SHORTEST_LINES and sum(s) >= SHORTEST_LENGTH for s in (before, after))
        if long_enough:
            chosen.append(candidate)
    return chosen
