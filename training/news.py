"""What the relevance filter learns from: documents and passages, told of conflict or not, by source."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.quality.corpora import find_files, read_rows
from benchmarks.quality.reading import sentences_of
from benchmarks.quality.relevance_texts import judged_passages, meantime, muc4, polnear, satp, tells_of_war

HOME = Path(__file__).resolve().parent
PUBLISHED = HOME.parent / "benchmarks" / "gold"
# Genres of GUM under CC BY or CC BY-SA, and what of them has claims annotated in benchmarks/gold.
GUM_GENRES = ("news", "interview", "academic", "court", "bio", "voyage")
SHORTEST = 40  # words; shorter pieces of the web are a line or two


@dataclass(frozen=True)
class Source:
    """Texts with one answer. `share` is how much they count against the others with the same answer."""

    name: str
    texts: tuple[str, ...]
    yes: bool
    share: float


def documents(shared: Path) -> list[Source]:
    """Is it about armed conflict or political violence?"""
    held_out = {row["doc"] for row in read_rows(shared / "gold", "claims-dev.jsonl")}
    fakes = [
        row["text"]
        for row in read_rows(shared / "corpora" / "fakes", "*articles.jsonl")
        if row["doc"] not in held_out
    ]
    releases = [
        row["text"]
        for row in [*read_rows(shared / "gold", "claims-train.jsonl"), *read_rows(PUBLISHED, "open.jsonl")]
        if row["claims"] and not row["doc"].startswith(("fakes", "gum"))
    ]
    web, politics = _web(shared), polnear(shared, "train")
    return [
        Source("fakes", tuple(fakes), True, 1.0),
        Source("muc4", tuple(muc4(shared, "train")), True, 0.7),
        Source("satp", tuple(satp(shared, "train")), True, 0.7),
        Source("releases", tuple(releases), True, 0.6),
        Source("own", tuple(row["text"] for row in read_rows(PUBLISHED, "own.jsonl")), True, 0.6),
        Source("war_news", _paragraphs("war_news"), True, 0.6),
        Source("web on wars", tuple(text for text in web if tells_of_war(text)), True, 0.5),
        Source("polnear", tuple(text for text in politics if not tells_of_war(text)), False, 1.0),
        Source("other_news", _paragraphs("other_news"), False, 1.0),
        Source("gum", tuple(text for text in _gum(shared) if not tells_of_war(text)), False, 1.0),
        Source("web", tuple(text for text in web if not tells_of_war(text)), False, 0.7),
        Source("meantime", tuple(meantime(shared, "train")), False, 0.5),
    ]


def passages(shared: Path) -> list[Source]:
    """Does it carry a claim? Claims that annotators called optional are neither."""
    sources = []
    for name, rows, with_claim, without in (
        ("gold", read_rows(shared / "gold", "claims-train.jsonl"), 0.40, 0.30),
        ("open", read_rows(PUBLISHED, "open.jsonl"), 0.25, 0.30),
        ("own", read_rows(PUBLISHED, "own.jsonl"), 0.35, 0.10),
    ):
        judged = [pair for row in rows for pair in judged_passages(row["text"], row["claims"])]
        sources.append(Source(name, tuple(text for text, claims in judged if claims), True, with_claim))
        sources.append(Source(name, tuple(text for text, claims in judged if not claims), False, without))
    # Politics say what somebody plans or thinks as a war's reporters do: every third article is enough.
    others = {source.name: source for source in documents(shared) if not source.yes}
    for name, every, share in (
        ("polnear", 3, 0.08),
        ("meantime", 1, 0.04),
        ("gum", 1, 0.08),
        ("other_news", 1, 0.10),
    ):
        texts = tuple(passage for text in others[name].texts[::every] for passage in _sentences(text))
        sources.append(Source(name, texts, False, share))
    return sources


def _sentences(text: str) -> list[str]:
    return [text[span.start : span.end] for span in sentences_of(text)]


def _paragraphs(name: str) -> tuple[str, ...]:
    """The project's own short news, a paragraph each."""
    return tuple((HOME / f"{name}.txt").read_text("utf-8").strip().split("\n\n"))


def _gum(shared: Path) -> list[str]:
    """Texts of many genres, without those that benchmarks/gold has."""
    annotated = {row["doc"].removeprefix("gum-") for row in read_rows(PUBLISHED, "open.jsonl")}
    patterns = [f"*dep/GUM_{genre}_*.conllu" for genre in GUM_GENRES]
    return [
        text
        for name, text in _treebank(find_files(shared / "corpora" / "gum", *patterns))
        if name.rpartition("_")[2] not in annotated
    ]


def _web(shared: Path) -> list[str]:
    """Weblogs, newsgroups, reviews, letters and questions."""
    found = _treebank(find_files(shared / "corpora" / "ud_ewt", "*.conllu"))
    return [text for _, text in found if len(text.split()) >= SHORTEST]


def _treebank(files: dict[str, bytes]) -> Iterator[tuple[str, str]]:
    """Name and text of the documents of CoNLL-U files, a sentence a line."""
    for name in sorted(files):
        document, lines = "", list[str]()
        for line in files[name].decode("utf-8").splitlines():
            if line.startswith("# newdoc id = "):
                if lines:
                    yield document, "\n".join(lines)
                document, lines = line.removeprefix("# newdoc id = "), []
            elif line.startswith("# text = "):
                lines.append(line.removeprefix("# text = "))
        if lines:
            yield document, "\n".join(lines)
