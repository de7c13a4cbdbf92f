"""The example page: its caption, its player and its ten lines of small print."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path

from counterclaim.core.spans import Span
from counterclaim.core.types import Segment

LabelText = Callable[[str], tuple[Segment, ...]]
PAGE = Path(__file__).parents[2] / "examples" / "deir-ez-zor.txt"


def test_the_example_page_is_labelled_line_by_line(label_text: LabelText) -> None:
    text = PAGE.read_text("utf-8")
    segments = label_text(text)
    assert Counter(segment.kind for segment in segments) == {
        "article": 51,
        "caption": 1,
        "embed": 1,
        "notice": 9,
    }
    (caption,) = (segment for segment in segments if segment.kind == "caption")
    assert (caption.span, caption.repeats) == (Span(5258, 5395), Span(4391, 4515))
    (embed,) = (segment for segment in segments if segment.kind == "embed")
    assert embed.span == Span(6949, 6975)
    notices = [segment.span for segment in segments if segment.kind == "notice"]
    assert (notices[0].start, notices[-1].end) == (6975, 8800)
