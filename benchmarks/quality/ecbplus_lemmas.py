"""Simple clusterings of ECB+ mentions to hold ours against: none joined, topics whole, and by the lemma of the head word."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from functools import cache

import numpy as np
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components
from simplemma import lemmatize

from benchmarks.quality.ecbplus_corpus import EcbDocument, EventMention, mentions_of

Homes = Mapping[EventMention, str]

# Behind the head word of an event of several words: "took over", "stabbed to death", "driving under the influence".
_BEHIND = frozenset(
    "about at away back by down for from in into of off on out over through to under up with".split()
)
_WORD = re.compile(r"[a-z]{2,}")  # on a benchmark's own documents only

# Cosine of two documents' words from which mentions of one lemma are joined. Of 0.1, 0.15, … 0.5 the one with the best
# CoNLL mean on the train documents.
LEAST_COSINE = 0.2


@cache
def head_of(words: str) -> str:
    """The word that says what happens, in small letters.

    >>> head_of("stabbed to death"), head_of("Injured Reserve"), head_of("in custody")
    ('stabbed', 'reserve', 'custody')
    """
    low = words.lower().split()
    ends = (at for at, word in enumerate(low) if at and word in _BEHIND)
    return low[next(ends, len(low)) - 1]


@cache
def lemma_of(words: str) -> str:
    """The lemma of the head word.

    >>> lemma_of("gunned down"), lemma_of("Killings")
    ('gun', 'killing')
    """
    return lemmatize(head_of(words), lang="en").lower()


def baselines(documents: Sequence[EcbDocument]) -> dict[str, Homes]:
    """A clustering of all mentions by its name. All but the first and last are told the topic or subtopic."""
    mentions = mentions_of(documents)
    subtopics = {document.name: document.subtopic for document in documents}
    topics = {document.name: str(document.topic) for document in documents}
    return {
        "none joined": {mention: f"{number}" for number, mention in enumerate(mentions)},
        "topic": {mention: topics[mention.document] for mention in mentions},
        "subtopic": {mention: subtopics[mention.document] for mention in mentions},
        "lemma in topic": {each: f"{topics[each.document]} {lemma_of(each.words)}" for each in mentions},
        "lemma in subtopic": {
            each: f"{subtopics[each.document]} {lemma_of(each.words)}" for each in mentions
        },
        "lemma, documents alike": lemma_delta(documents),
    }


def lemma_delta(documents: Sequence[EcbDocument], least: float = LEAST_COSINE) -> Homes:
    """Mentions of one lemma, joined where their documents are alike; no topic is told.

    Source: Upadhyay, Gupta, Christodoulopoulos, Roth, Revisiting the evaluation for cross document event
    coreference, COLING 2016.
    """
    alike = cosines([document.text for document in documents]) >= least
    rows = {document.name: row for row, document in enumerate(documents)}
    by_lemma: dict[str, list[EventMention]] = defaultdict(list)
    for mention in mentions_of(documents):
        by_lemma[lemma_of(mention.words)].append(mention)
    homes: dict[EventMention, str] = {}
    for lemma, mentions in by_lemma.items():
        at = [rows[mention.document] for mention in mentions]
        _, parts = connected_components(coo_array(alike[np.ix_(at, at)]), directed=False)
        homes |= {mention: f"{lemma} {part}" for mention, part in zip(mentions, parts, strict=True)}
    return homes


def cosines(texts: Sequence[str]) -> np.ndarray[tuple[int, int], np.dtype[np.float64]]:
    """(texts, texts), how much of their words texts share: tf-idf with log counts, 0 to 1."""
    counted = [Counter(_WORD.findall(text.lower())) for text in texts]
    found_in = Counter(word for counts in counted for word in counts)
    columns = {word: column for column, word in enumerate(found_in)}
    weights = np.zeros((len(texts), len(columns)))
    for row, counts in enumerate(counted):
        for word, count in counts.items():
            weights[row, columns[word]] = (1 + np.log(count)) * np.log(len(texts) / found_in[word])
    lengths = np.linalg.norm(weights, axis=1, keepdims=True)
    weights /= np.where(lengths > 0, lengths, 1)
    alike = weights @ weights.T
    np.fill_diagonal(alike, 1.0)
    return alike
