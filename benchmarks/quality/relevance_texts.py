"""Texts of the corpora by split, told apart only by whether they are about conflict."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from benchmarks.quality.corpora import find_files, read_rows
from benchmarks.quality.reading import sentences_of
from counterclaim.models.relevance import words_of

# MEANTIME has no split: news on car makers and markets is learnt from, on Apple and Airbus measured with.
MEANTIME = {"train": ("corpus_gm", "corpus_stock"), "dev": ("corpus_apple", "corpus_airbus")}
ISAF = {"dev": "*isaf_first_half.jsonl", "test": "*isaf_second_half.jsonl"}

# Words that hardly stand in news about anything else. A text with four of them is about conflict, though
# its corpus is not: on US politics it is then left out, of the web's pages it is learnt from as such.
WAR_WORDS = frozenset(
    """airstrike airstrikes armed army bomb bombing bombs ceasefire clashes coup fighters genocide guerrillas
    gunmen hostages insurgents militant militants military militia missile missiles occupation peacekeepers
    rebel rebels separatist separatists shelling soldiers terrorism terrorist terrorists troops truce war
    wars weapons nuclear""".split()
)
TELLS_OF_WAR = 4


def muc4(folder: Path, split: str) -> list[str]:
    """Messages on Latin America that tell of an attack, by their answer keys."""
    rows = read_rows(folder / "corpora" / "muc4", f"*gtt_templates_{split}.jsonl")
    return [row["doctext"] for row in rows if row["templates"]]


def satp(folder: Path, split: str) -> list[str]:
    """Reports on South Asia that were judged to tell of violence."""
    pattern = f"*satp_relevant/{split}.tsv"
    (content,) = find_files(folder / "corpora" / "conflibert", pattern).values()
    rows = (line.split("\t") for line in content.decode("utf-8").splitlines())
    return [text for text, *labels in rows if "1" in labels]


def isaf(folder: Path, split: str) -> list[str]:
    """Press releases of a force at war; never learnt from."""
    return [row["text"] for row in read_rows(folder / "corpora" / "isaf", ISAF[split])]


def polnear(folder: Path, split: str) -> list[str]:
    """US political news. Some of it is about wars and attacks all the same."""
    found = find_files(folder / "corpora" / "polnear", f"*{split}/text/*.txt")
    return [found[name].decode("utf-8") for name in sorted(found)]


def meantime(folder: Path, split: str) -> list[str]:
    """Business news."""
    patterns = [f"*intra_cross*/{topic}/*.xml" for topic in MEANTIME.get(split, MEANTIME["dev"])]
    found = find_files(folder / "corpora" / "meantime", *patterns)
    return [" ".join(_parts(found[name], "token")) for name in sorted(found)]


def local(folder: Path, _: str) -> list[str]:
    """Local news, some of it from places at war; never learnt from."""
    return list(_geoparsing(folder, "lgl.xml"))


def epidemics(folder: Path, _: str) -> list[str]:
    """News on outbreaks, which count the dead as news on wars does; never learnt from."""
    return list(_geoparsing(folder, "GeoVirus.xml"))


CONFLICT: dict[str, Callable[[Path, str], list[str]]] = {"muc4": muc4, "satp": satp, "isaf": isaf}
OTHER: dict[str, Callable[[Path, str], list[str]]] = {
    "polnear": polnear,
    "meantime": meantime,
    "local": local,
    "epidemics": epidemics,
}


def tells_of_war(text: str) -> bool:
    return len(words_of(text) & WAR_WORDS) >= TELLS_OF_WAR


def judged_passages(text: str, claims: Sequence[Mapping[str, Any]]) -> Iterator[tuple[str, bool]]:
    """The sentences of an annotated document, each with whether a claim touches it.

    Those that only an optional claim touches are neither asked for nor wrong, and left out.
    """
    for span in sentences_of(text):
        touching = [claim for claim in claims if claim["start"] < span.end and claim["end"] > span.start]
        asked = any(not claim.get("optional") for claim in touching)
        if asked or not touching:
            yield text[span.start : span.end], asked


def _geoparsing(folder: Path, name: str) -> Iterator[str]:
    (content,) = find_files(folder / "corpora" / "geo", name).values()
    return _parts(content, "text")


def _parts(content: bytes, tag: str) -> Iterator[str]:
    return (part.text or "" for part in ElementTree.fromstring(content).iter(tag))  # noqa: S314 - a corpus
