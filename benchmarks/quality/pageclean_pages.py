"""Pages of the page-cleaning corpus, as laid-out text, and several glued to one."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.quality.corpora import MissingError, find_files
from counterclaim.inputs.convert.html import convert_html, page_text
from counterclaim.inputs.convert.pages import Page
from counterclaim.inputs.convert.prescan import tame
from counterclaim.inputs.decode import decode_bytes
from counterclaim.inputs.limits import DEFAULTS

CORPUS = "corpora/pageclean"
DEV = "scrapinghub_half_"  # the files of the dev half begin so; any others are the test half
_WORD = re.compile(r"\w+")
_SHINGLE = 4  # words, as the corpus's own scorer has it
_LAYOUT = re.compile(r"^\s*(?:[*+o-]\s+)*", re.MULTILINE)


@dataclass(frozen=True)
class Sample:
    """A page, what it is read to, and its article's text as annotated."""

    key: str
    laid_out: str  # as a browser lays it out, by inscriptis
    article: Page  # by the HTML path
    body: str


@dataclass(frozen=True)
class Glued:
    """Several texts as one: `starts` are where each but the first begins, `body` the annotated texts."""

    text: str
    starts: tuple[int, ...]
    bodies: tuple[str, ...]


def read_samples(folder: Path, split: str) -> list[Sample]:
    """The pages of a split, by key.

    Raises:
        MissingError: the split's files are not there.
    """
    found = find_files(folder / CORPUS, "*ground-truth.json", "*.html")
    chosen = {
        name: data for name, data in found.items() if name.rpartition("/")[0].startswith(DEV) or DEV in name
    }
    if split == "test":
        chosen = {name: data for name, data in found.items() if name not in chosen}
    pages = {Path(name).stem: data for name, data in chosen.items() if name.endswith(".html")}
    bodies = {
        key: entry
        for name, data in chosen.items()
        if name.endswith(".json")
        for key, entry in json.loads(data).items()
    }
    if not pages or not bodies:
        raise MissingError(f"no pages of the {split} half in {folder / CORPUS}")
    return [_sample(key, pages[key], bodies[key]) for key in sorted(pages.keys() & bodies.keys())]


def _sample(key: str, data: bytes, entry: dict[str, str]) -> Sample:
    article = convert_html(data, DEFAULTS, None, entry.get("url"))
    text = decode_bytes(data, key, article.encoding).text or ""
    return Sample(key, page_text(tame(text, DEFAULTS).html), article, entry["articleBody"])


def without_layout(text: str) -> str:
    """The lines as copying by hand leaves them: no indents, bullets or blank lines."""
    return re.sub(r"\n\s*\n", "\n", _LAYOUT.sub("", text))


def glue(texts: Sequence[str], bodies: Sequence[str]) -> Iterator[Glued]:
    """The texts in twos and threes, in order, each group as one text."""
    at, size = 0, 2
    while at + size <= len(texts):
        group = texts[at : at + size]
        starts = [sum(len(text) + 1 for text in group[:count]) for count in range(1, size)]
        yield Glued("\n".join(group), tuple(starts), tuple(bodies[at : at + size]))
        at, size = at + size, 5 - size


def shingles(text: str) -> Counter[tuple[str, ...]]:
    """How often each run of four words stands in a text; a shorter text is one run.

    >>> sorted(shingles("Two men died in Orsa").values())
    [1, 1]
    """
    words = _WORD.findall(text)
    runs = max(1, len(words) - _SHINGLE + 1)
    return Counter(tuple(words[at : at + _SHINGLE]) for at in range(runs) if words)


def overlap(gold: str, pred: str) -> tuple[float, float]:
    """Precision and recall of the shingles of `pred`, as the corpus's own scorer counts.

    >>> overlap("Two men died in Orsa", "Men died. Two men died in Orsa")[1]
    1.0
    """
    one, other = shingles(gold), shingles(pred)
    hits = sum((one & other).values())
    if one == other:
        return 1.0, 1.0
    return hits / max(1, sum(other.values())), hits / max(1, sum(one.values()))


def tell_body(lines: Sequence[str], body: str) -> list[bool]:
    """Which lines are the article's: those most of whose shingles stand in it.

    A line of fewer words than a shingle is, where its words stand there and the nearest longer line above
    or below it is: "World" in a menu is not.

    >>> tell_body(["World", "Read more news about this", "Two men died in Orsa", "In Orsa"], "Two men died in Orsa")
    [False, False, True, True]
    """
    runs, words = shingles(body), f" {' '.join(_WORD.findall(body))} ".casefold()
    long = [_is_long_body(line, runs) for line in lines]
    told = []
    for index, line in enumerate(lines):
        own = long[index]
        if own is None:
            above = next((each for each in reversed(long[:index]) if each is not None), False)
            below = next((each for each in long[index + 1 :] if each is not None), False)
            found = _WORD.findall(line)
            stands = bool(found) and f" {' '.join(found)} ".casefold() in words
            own = stands and (above or below)
        told.append(own)
    return told


def _is_long_body(line: str, gold: Counter[tuple[str, ...]]) -> bool | None:
    """Whether most shingles of a line are the article's; None of a line that is shorter than one."""
    if len(_WORD.findall(line)) < _SHINGLE:
        return None
    own = shingles(line)
    return 2 * sum(count for run, count in own.items() if run in gold) >= sum(own.values())
