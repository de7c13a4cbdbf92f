"""PolNeAR: news articles with annotated attributions, read from brat standoff files."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

from benchmarks.quality.corpora import MissingError, find_files
from counterclaim.core.spans import Span

Spans = tuple[Span, ...]


@dataclass(frozen=True)
class GoldAttribution:
    """Who is credited with what. Parts may be interrupted, hence several spans, in text order."""

    source: Spans  # empty: nobody is named
    cue: Spans
    content: Spans


@dataclass(frozen=True)
class Article:
    name: str
    text: str
    attributions: tuple[GoldAttribution, ...]


def read_articles(folder: Path, split: str) -> list[Article]:
    """The articles of one split by name, each with one annotator's attributions.

    Files are `.../SPLIT/text/NAME.txt` and `.../SPLIT/attributions/NAME_ANNOTATOR.ann`, loose or packed. Of an
    article's annotators the first by alphabet counts.

    Raises:
        MissingError: there are no texts or no annotations of the split, or a text has none.
    """
    texts = find_files(folder, f"*{split}/text/*.txt")
    standoffs: dict[str, str] = {}
    for path, content in sorted(find_files(folder, f"*{split}/attributions/*.ann").items()):
        name = Path(path).stem.rpartition("_")[0]
        standoffs.setdefault(name, content.decode("utf-8"))
    articles = []
    for path, content in sorted(texts.items()):
        name = Path(path).stem
        if name not in standoffs:
            raise MissingError(f"no annotation {name}_*.ann for {path} in {folder}")
        articles.append(Article(name, content.decode("utf-8"), parse_standoff(standoffs[name])))
    return articles


def parse_standoff(standoff: str) -> tuple[GoldAttribution, ...]:
    """The attributions of a brat file: its E lines, with the spans of the T lines that they join.

    >>> parse_standoff("T1\\tSource 0 2\\tHe\\nT2\\tCue 3 7\\tsaid\\nE1\\tAttribution:T9 Source:T1 Cue:T2\\n")
    (GoldAttribution(source=(Span(start=0, end=2),), cue=(Span(start=3, end=7),), content=()),)
    """
    spans: dict[str, Spans] = {}
    events: list[str] = []
    for line in standoff.splitlines():
        key, _, rest = line.partition("\t")
        if key[:1] == "T" and key[1:].isdigit():
            pieces = rest.partition("\t")[0].partition(" ")[2].split(";")
            spans[key] = tuple(Span(*map(int, piece.split())) for piece in pieces)
        elif key[:1] == "E" and key[1:].isdigit():
            events.append(rest)
    found = []
    for event in events:
        parts: dict[str, list[Span]] = defaultdict(list)
        for part in event.split():
            role, _, target = part.partition(":")
            parts[role.rstrip("0123456789").lower()] += spans.get(target, ())
        source, cue, content = (tuple(sorted(parts[role])) for role in ("source", "cue", "content"))
        found.append(GoldAttribution(source, cue, content))
    return tuple(found)
