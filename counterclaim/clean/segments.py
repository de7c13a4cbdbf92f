"""The stage that labels every part of a document and cuts nothing away."""

from __future__ import annotations

from msgspec.structs import replace

from counterclaim.clean.bylines import explain_byline, explain_dateline
from counterclaim.clean.captions import explain_caption, find_credit
from counterclaim.clean.embeds import explain_embed
from counterclaim.clean.headlines import find_headlines
from counterclaim.clean.lines import Line, find_lines
from counterclaim.clean.menus import find_menus
from counterclaim.clean.notices import find_notices
from counterclaim.clean.pages import find_parts
from counterclaim.clean.repeats import find_repeats
from counterclaim.core.stages import stage
from counterclaim.core.types import Segment, SegmentKind, Sheet
from counterclaim.lexicons.notices import OUTSIDE, PAGE_END

Label = tuple[SegmentKind, str]  # a kind and why


@stage("label_segments.v3", reads="document", writes="segments")
def label_segments(sheet: Sheet) -> Sheet:
    """Segments that cover the text without gap or overlap, one per line; see `SegmentKind`.

    A line end and the blank lines after it belong to the line before. What no rule knows is article.
    """
    lines = list(find_lines(sheet.document.text))
    labels = _label_lines(lines)
    parts = find_parts(sheet.document.text, lines, {index: kind for index, (kind, _) in labels.items()})
    for index in parts.outside:
        if labels.get(index, ("article",))[0] in ("article", "headline"):
            labels[index] = ("menu", OUTSIDE)
    labels |= dict.fromkeys(parts.titles, ("headline", "stands above the running text of a whole page"))
    repeats = find_repeats(lines)
    segments = []
    for index, line in enumerate(lines):
        kind, why = labels.get(index, ("article", "no rule knows it as anything else"))
        repeated = repeats.get(index) if kind in ("article", "headline", "caption") else None
        if repeated is not None:
            why = f"{why}; repeats earlier words"
            if kind == "article" and (find_credit(line.text) is not None or not line.ends_a_sentence):
                kind, why = "caption", "repeats earlier words as captions do"
        if index in parts.ends:
            why = f"{why}; {PAGE_END}"
        segments.append(Segment(kind=kind, span=line.span, repeats=repeated, why=why))
    return replace(sheet, segments=tuple(segments))


def _label_lines(lines: list[Line]) -> dict[int, Label]:
    """Labels by line index; lines of running text have none."""
    labels: dict[int, Label] = {}
    for index, why in find_notices(lines).items():
        labels[index] = ("notice", why)
    for index, why in find_menus(lines).items():
        labels.setdefault(index, ("menu", why))
    for index, line in enumerate(lines):
        if index not in labels and (label := _label_alone(line.text)) is not None:
            labels[index] = label
    for index in find_headlines(lines, [index in labels for index in range(len(lines))]):
        labels[index] = ("headline", "a short line without a full stop before running text")
    return labels


def _label_alone(text: str) -> Label | None:
    """The label that a line's own words give it, or None."""
    if why := explain_embed(text):
        return "embed", why
    if why := explain_dateline(text):
        return "dateline", why
    if why := explain_byline(text):
        return "byline", why
    if why := explain_caption(text):
        return "caption", why
    return None
