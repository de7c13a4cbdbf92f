"""ECB+: tokenised news documents with annotated event mentions, read from its XML files.

Source: Cybulska and Vossen, Using a sledgehammer to crack a nut? Lexical diversity and event coreference resolution,
LREC 2014. The split is that of Barhom and others, ACL 2019.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from benchmarks.quality.corpora import MissingError, find_files
from counterclaim.core.spans import Span

DEV = frozenset((2, 5, 12, 18, 21, 23, 34, 35))
TEST = frozenset(range(36, 46))
SPLITS = ("train", "dev", "test")

# Opening double quotes stand at their word in the tokens; what stands alone closes.
_LEFT = frozenset(""". , ; : ! ? ) ] % ' '' " … 's n't""".split())  # join the word before them
_RIGHT = frozenset("( [ $ £ € ``".split())  # join the word behind them
_BOTH = frozenset(("-", "/"))


@dataclass(frozen=True)
class EventMention:
    """Words that tell of an event, in a sentence whose annotation was checked."""

    document: str
    span: Span  # in the rebuilt text, from the first word to the last
    words: str
    cluster: str


@dataclass(frozen=True)
class EcbDocument:
    name: str  # "12_3ecbplus"
    text: str
    sentences: tuple[Span, ...]
    mentions: tuple[EventMention, ...]  # in text order

    @property
    def topic(self) -> int:
        return topic_of(self.name)

    @property
    def subtopic(self) -> str:
        """The one seminal event of its documents: those of ECB tell of one, those added by ECB+ of another."""
        return f"{self.topic} {'ecbplus' if self.name.endswith('plus') else 'ecb'}"


def topic_of(name: str) -> int:
    return int(name.partition("_")[0])


def split_of(name: str) -> str:
    topic = topic_of(name)
    return "dev" if topic in DEV else "test" if topic in TEST else "train"


def read_split(folder: Path, split: str) -> list[EcbDocument]:
    """The documents of a split by name, those without a checked sentence too.

    Files are `…/TOPIC/TOPIC_NUMBERecb.xml` and `…ecbplus.xml`, and the list of checked sentences
    `…ECBplus_coreference_sentences.csv`, loose or packed.

    Raises:
        MissingError: there is no list of checked sentences or no document of the split.
    """
    lists = find_files(folder, "*ECBplus_coreference_sentences.csv")
    checked = parse_checked(next(iter(lists.values())).decode("utf-8-sig"))
    files = {Path(path).stem: content for path, content in find_files(folder, "*_*ecb*.xml").items()}
    names = sorted(name for name in files if split_of(name) == split)
    if not names:
        raise MissingError(f"no document of {split} like 1_1ecb.xml in {folder} or in its archives")
    return [parse_document(name, files[name], checked) for name in names]


def parse_checked(table: str) -> frozenset[tuple[str, int]]:
    """The checked sentences: name of the document and number of the sentence.

    >>> sorted(parse_checked("Topic,File,Sentence Number\\n1,10ecbplus,3\\n"))
    [('1_10ecbplus', 3)]
    """
    rows = csv.DictReader(table.splitlines())
    return frozenset((f"{row['Topic']}_{row['File']}", int(row["Sentence Number"])) for row in rows)


def parse_document(name: str, content: bytes, checked: frozenset[tuple[str, int]]) -> EcbDocument:
    """A document with its text rebuilt, one sentence a line, and the event mentions of its checked sentences.

    Clusters are named by the annotators' key where mentions of several documents are joined; within a document, and of
    mentions alone, by the document.
    """
    root = etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True))
    tokens = [token for token in root.iter("token") if token.text]
    text, spans, sentences = _rebuilt([(int(token.get("sentence", 0)), token.text or "") for token in tokens])
    placed = {
        token.get("t_id"): (span, int(token.get("sentence", 0)))
        for token, span in zip(tokens, spans, strict=True)
    }
    clusters = _clusters(name, root)
    mentions = []
    for markable in root.iterfind("Markables/*"):
        anchors = [placed[anchor.get("t_id")] for anchor in markable.iterfind("token_anchor")]
        if "ACTION" not in str(markable.tag) or not anchors or (name, anchors[0][1]) not in checked:
            continue
        words = " ".join(span.of(text) for span, _ in anchors)
        whole = Span(min(span.start for span, _ in anchors), max(span.end for span, _ in anchors))
        key = str(markable.get("m_id"))
        mentions.append(EventMention(name, whole, words, clusters.get(key, f"{name} alone {key}")))
    ordered = sorted(mentions, key=lambda mention: (mention.span, mention.cluster))
    return EcbDocument(name, text, tuple(sentences), tuple(ordered))


def _clusters(name: str, root: etree._Element) -> dict[str, str]:
    """The cluster of each joined markable, by the markable's number."""
    found: dict[str, str] = {}
    for relation in root.iterfind("Relations/*"):
        across = relation.tag == "CROSS_DOC_COREF"
        cluster = str(relation.get("note")) if across else f"{name} within {relation.get('r_id')}"
        for source in relation.iterfind("source"):
            found[str(source.get("m_id"))] = cluster
    return found


def _rebuilt(tokens: Sequence[tuple[int, str]]) -> tuple[str, list[Span], list[Span]]:
    """The text of numbered tokens, the span of each token, and that of each sentence.

    >>> _rebuilt([(0, '"Shots'), (0, ","), (0, '"'), (1, "a"), (1, "24"), (1, "-"), (1, "year")])[0]
    '"Shots,"\\na 24-year'
    """
    pieces: list[str] = []
    spans: list[Span] = []
    sentences: list[Span] = []
    at = begun = 0
    for number, (sentence, word) in enumerate(tokens):
        before, previous = tokens[number - 1] if number else (sentence, "")
        gap = "" if not number or _adjoins(previous, word) else " "
        if sentence != before:
            gap = "\n"
            sentences.append(Span(begun, at))
            begun = at + 1
        pieces += (gap, word)
        spans.append(Span(at + len(gap), at + len(gap) + len(word)))
        at += len(gap) + len(word)
    if tokens:
        sentences.append(Span(begun, at))
    return "".join(pieces), spans, sentences


def _adjoins(previous: str, word: str) -> bool:
    """Whether no blank stands between two words of a sentence."""
    return word in _LEFT | _BOTH or previous in _RIGHT | _BOTH


def mentions_of(documents: Iterable[EcbDocument]) -> list[EventMention]:
    return [mention for document in documents for mention in document.mentions]
