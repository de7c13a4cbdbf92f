"""TimeML documents: their text, day and TIMEX3 annotations."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from benchmarks.quality.corpora import find_files
from counterclaim.core.spans import Span


@dataclass(frozen=True)
class Timex:
    """An annotated time; the span is in code points of the document's text."""

    span: Span
    kind: str  # DATE, TIME, DURATION or SET
    value: str


@dataclass(frozen=True)
class TimemlDocument:
    name: str
    text: str
    published: str | None  # EDTF day
    times: tuple[Timex, ...]


def read_timeml(folder: Path, pattern: str) -> list[TimemlDocument]:
    """The documents whose paths fit the pattern, in order of their paths.

    Raises:
        MissingError: there is none.
    """
    files = find_files(folder, pattern)
    return [parse_timeml(name, files[name]) for name in sorted(files)]


def parse_timeml(name: str, content: bytes) -> TimemlDocument:
    """Text and annotations of the TEXT element; the day is that of DCT.

    Raises:
        ElementTree.ParseError: not XML.
    """
    root = ElementTree.fromstring(content)  # noqa: S314 - files of the user's own corpus
    told = root.find("./DCT/TIMEX3")
    body = root.find("./TEXT")
    parts: list[str] = []
    times: list[Timex] = []
    if body is not None:
        _walk(body, parts, times)
    value = told.get("value") if told is not None else None
    return TimemlDocument(name, "".join(parts), value[:10] if value else None, tuple(times))


def _walk(node: ElementTree.Element, parts: list[str], times: list[Timex]) -> None:
    start = sum(map(len, parts))
    parts.append(node.text or "")
    for child in node:
        _walk(child, parts, times)
        parts.append(child.tail or "")
    if node.tag == "TIMEX3":
        end = sum(map(len, parts))
        times.append(Timex(Span(start, end), node.get("type", ""), node.get("value", "")))
