"""Reads texts with annotated toponyms: LGL, GeoVirus, TR-News and GeoWebNews.

They differ in names only: an article is what has a `text`, a toponym what has a `start` and an `end` in it.
"""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from benchmarks.quality.corpora import find_files
from counterclaim.core.spans import Span

FILES = {
    "dev": {"LGL": "*lgl.xml", "GeoVirus": "*GeoVirus.xml"},
    "test": {"TR-News": "*TR*News.xml", "GeoWebNews": "*G*W*N*.xml"},
}
SLIP = 3  # code points by which offsets may be wrong; GeoVirus counts from one


class Toponym(NamedTuple):
    """A place name that a person marked. `point` is None where the person gave none."""

    span: Span
    point: tuple[float, float] | None  # latitude and longitude in degrees


class Text(NamedTuple):
    text: str
    toponyms: tuple[Toponym, ...]


def read_corpus(folder: Path, pattern: str) -> list[Text]:
    """The texts of one corpus.

    Raises:
        MissingError: the folder lacks its file.
    """
    return [
        Text(text, tuple(_toponyms(article, text)))
        for content in find_files(folder, pattern).values()
        for article in ET.fromstring(content).iter()  # noqa: S314 -- a corpus of the user's own
        if (text := article.findtext("text"))
    ]


def _toponyms(article: ET.Element, text: str) -> Iterator[Toponym]:
    for element in article.iter():
        start, end = element.findtext("start"), element.findtext("end")
        if start is None or end is None:
            continue
        words = element.findtext("phrase") or element.findtext("name") or ""
        yield Toponym(_span(text, int(start), int(end), words), _point(element))


def _span(text: str, start: int, end: int, words: str) -> Span:
    """The span, moved to where its words stand if they stand nearby."""
    for slip in sorted(range(-SLIP, SLIP + 1), key=abs):
        if words and text.startswith(words, max(0, start + slip)):
            return Span(start + slip, start + slip + len(words))
    return Span(start, end)


def _point(element: ET.Element) -> tuple[float, float] | None:
    try:
        lat, lon = (
            float(_cell(element, name, full)) for name, full in (("lat", "latitude"), ("lon", "longitude"))
        )
    except ValueError:
        return None
    return lat, lon


def _cell(element: ET.Element, name: str, full: str) -> str:
    return element.findtext(f".//{name}") or element.findtext(f".//{full}") or ""
