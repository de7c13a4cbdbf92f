"""What the tests of splitting share."""

from collections.abc import Callable

import pytest

from counterclaim.clean.segments import label_segments
from counterclaim.core.stages import compose
from counterclaim.core.types import Document, Sheet
from counterclaim.split.articles import split_articles
from counterclaim.split.sentences import split_sentences

ReadText = Callable[..., Sheet]


@pytest.fixture
def read_text() -> ReadText:
    """Label and split a text as far as its passages."""
    run = compose([label_segments, split_articles, split_sentences])

    def read(text: str, published: str | None = None, outlet: str | None = None) -> Sheet:
        document = Document(
            id="0", doc="page", text=text, sha256="", origin="page.txt", published=published, outlet=outlet
        )
        return run(Sheet(document=document))

    return read
