"""Where one story ends and the next begins, on a page that glues several together."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Sequence

import msgspec

from counterclaim.core.patterns import pattern
from counterclaim.core.spans import Span
from counterclaim.core.types import Segment
from counterclaim.lexicons.notices import END_BYLINE, SEPARATOR
from counterclaim.split.cohesion import Cohesion
from counterclaim.split.datelines import find_dateline
from counterclaim.split.leads import leans_back, score_lead

# Points that what stands between two lines of running text gives to a border there. Marks that pages
# put at borders decide by themselves; a title alone may be a subheading, a menu or embed mere furniture.
DATELINE_OPENS, DATE_LINE, BYLINE, SEPARATED = 6.0, 5.0, 5.0, 5.0
HEADLINE, FURNITURE, REPEATED_BY_CAPTION = 2.0, 0.5, 2.0
LEANING = -1.5  # on a line that leans back, where there are marks; without marks it is no candidate
MARKED = 3.0  # points of marks from which a story may be short
# Sum of points. Measured without marks on texts of broadcasters and ministries glued in twos and threes:
# 84% of the borders set are right, 25% of those planted are found, none is set in the 22 single texts;
# at 0 it is 83% and 27%, at 1 77% and 16%. Missing a border costs less than cutting a story.
NEEDED = 0.5
SHORTEST_LINES, SHORTEST_LENGTH = 4, 300  # lines and code points of a story without marks
STANDFIRST = 2  # lines that may stand above the dateline of their own story
_SENTENCE_END = pattern(r"[.!?…؟۔。।][\"'”’»)\]]*\s*$")
_NEVER_HEAD = ("caption", "embed", "menu", "notice")


class Candidate(msgspec.Struct, frozen=True):
    """A place where a story may begin: at segment `start`, its running text at line `line`."""

    line: int  # index among the lines of running text
    start: int  # index among the segments
    marks: float
    points: float


def find_borders(text: str, segments: Sequence[Segment]) -> list[int]:
    """The indexes of segments at which a new story begins, in order, without the first story."""
    body = [index for index, segment in enumerate(segments) if segment.kind == "article"]
    lines = [segments[index].span.of(text) for index in body]
    cohesion: Cohesion | None = None  # made for the first line it is asked about, which many pages lack
    spans = [segments[index].span for index in body]
    dated = {line for line, span in enumerate(spans) if find_dateline(text, span.start, span.end)}
    repeated = _find_repeated(segments, spans)
    candidates = []
    for line in range(1, len(body)):
        first, last = body[line - 1] + 1, body[line]
        marks = _score_marks(segments[first:last]) + (DATELINE_OPENS if line in dated else 0.0)
        if marks < MARKED and not SHORTEST_LINES <= line <= len(body) - SHORTEST_LINES:
            continue  # too near an end of the page to be chosen
        if not marks and _SENTENCE_END.search(lines[line - 1][-40:]) is None:
            continue
        leans = leans_back(lines[line])
        if leans and not marks:
            continue
        cohesion = cohesion or Cohesion(lines)
        points = marks + score_lead(lines[line]) + cohesion.score_break(line) + (LEANING if leans else 0.0)
        points += REPEATED_BY_CAPTION if line in repeated else 0.0
        if points > NEEDED:
            candidates.append(Candidate(line, _head_start(segments, first, last), marks, points))
    return sorted(candidate.start for candidate in _choose(candidates, [len(line) for line in lines], dated))


def _score_marks(between: Sequence[Segment]) -> float:
    """Points of the segments that stand between two lines of running text."""
    kinds = {segment.kind for segment in between}
    points = HEADLINE if "headline" in kinds else 0.0
    points += BYLINE if "byline" in kinds else 0.0
    points += DATE_LINE if "dateline" in kinds else 0.0
    points += SEPARATED if any(segment.why == SEPARATOR for segment in between) else 0.0
    return points + (FURNITURE if kinds & {"menu", "notice", "embed"} else 0.0)


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
    headline = next((i for i in range(first, start) if segments[i].kind == "headline"), None)
    return start if headline is None else headline


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
        if candidate.marks >= MARKED:
            long_enough = len(before) > STANDFIRST or left in dated
        else:
            long_enough = all(len(s) >= SHORTEST_LINES and sum(s) >= SHORTEST_LENGTH for s in (before, after))
        if long_enough:
            chosen.append(candidate)
    return chosen
