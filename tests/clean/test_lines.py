"""Segments are lines with their ends, and nothing of the text is left over."""

from collections.abc import Callable

import pytest

from counterclaim.core.types import Segment

LabelText = Callable[[str], tuple[Segment, ...]]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("One line", ["One line"]),
        ("One\nTwo\n", ["One\n", "Two\n"]),
        ("One\r\n\r\nTwo", ["One\r\n\r\n", "Two"]),
        ("One\rTwo\r", ["One\r", "Two\r"]),
        ("\n \n  One\n\t\nTwo\n\n", ["\n \n  One\n\t\n", "Two\n\n"]),
        (" \n ", [" \n "]),
        ("", []),
    ],
)
def test_line_ends_and_blank_lines_belong_to_the_line_before(
    label_text: LabelText, text: str, parts: list[str]
) -> None:
    assert [segment.span.of(text) for segment in label_text(text)] == parts
