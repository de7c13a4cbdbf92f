"""What the tests of labelling share."""

from collections.abc import Callable

import pytest

from counterclaim.clean.segments import label_segments
from counterclaim.core.types import Document, Segment, Sheet

LabelText = Callable[[str], tuple[Segment, ...]]


@pytest.fixture
def label_text() -> LabelText:
    """Label the segments of a text."""

    def label(text: str) -> tuple[Segment, ...]:
        document = Document(id="0", doc="page", text=text, sha256="", origin="page.txt")
        segments = label_segments(Sheet(document=document)).segments
        assert segments is not None
        return segments

    return label
