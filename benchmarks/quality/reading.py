"""What benchmarks read with: documents made of a corpus's texts, and the shape of the trained reader."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Protocol

from msgspec.structs import replace

from counterclaim.core.ids import hash_bytes
from counterclaim.core.spans import Span
from counterclaim.core.types import Document, Tag
from counterclaim.split.sentences import find_sentences


class Reader(Protocol):
    """The part of counterclaim.models.reader.Reader that benchmarks use; tests put known tags in its place."""

    def tag(self, texts: Sequence[str], heads: Sequence[str]) -> Sequence[Mapping[str, Sequence[Tag]]]: ...


def load_reader() -> Reader:
    """The reader with its weights, opened only where a measure needs them.

    Raises:
        ModelError: the weights are missing.
    """
    from counterclaim.models.reader import load_reader as load

    return load()


def document_of(name: str, text: str) -> Document:
    """A text as the pipeline's input."""
    digest = hash_bytes(text.encode())
    return Document(id=digest[:16], doc=name, text=text, sha256=digest, origin=name)


def document_in(row: Mapping[str, Any]) -> Document:
    """The text of a corpus's row as the pipeline's input, with what the row knows of title, outlet and day."""
    known = {key: row[key] for key in ("title", "outlet", "published") if row.get(key)}
    return replace(document_of(row["doc"], row["text"]), **known)


def sentences_of(text: str) -> list[Span]:
    """The sentences of a text, as the pipeline cuts them."""
    return list(find_sentences(text, 0, len(text)))
