"""A cheap filter before the reader: is a document about armed conflict, can a passage carry a claim?

Two logistic regressions over which words stand in a text, whatever their order or number. They read
English; a text in another language has none of their words and looks like news of nothing.
`python -m training.relevance` fits them; `python -m benchmarks.quality.relevance` measures them.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import cache

import msgspec

from counterclaim.models.catalog import read_file

# Marks part words, apostrophes fall away ("Russia's" and the damaged "Russias" are one word), and a
# number is as many zeros as it has digits.
_FOLDED = str.maketrans(
    dict.fromkeys('!"#$%&()*+,-./:;<=>?@[\\]^_`{|}~–—‐‑…“”«»„•·؟،', " ")
    | dict.fromkeys("'’‘ʼʻʿʾ´", "")
    | dict.fromkeys("123456789", "0")
)
FEWEST = 4  # a text with fewer words is weighed as if it had so many: one word alone says little
STRETCH = 40  # words; a brief on a war among other news is about as long
# What an article is about stands in its lead. Armed people or shots beside people harmed or taken, or an attack, keep a raid of pirates
# or a mass shooting, of which most words are those of ships or of offices: of articles of 150 words and more on such attacks
# (ECB+, train and dev) 88 % instead of 80 %, of local news 0.3 points more. Any lead from 60 to 100 words does the same.
LEAD = 60  # words
CLOSE = 15  # words
KEEP_ATTACK_FROM = 0.1  # probability; below it the words are those of a film or a trial
ARMED = frozenset(
    """gunman gunmen shooter shooters pirate pirates attacker attackers assailant assailants militant militants bomber
    bombers sniper snipers hijacker hijackers insurgent insurgents guerrillas terrorists kidnappers captors raiders shooting shootings
    gunfire shot gunned bombing bombings bomb bombs gun guns rifle rifles ambush""".split()
)
VIOLENCE = frozenset(
    """killed killing kill kills slain dead died deaths wounded wounding injured injuring hurt hostage hostages
    captured captive abducted kidnapped hijacked seized arrested rescued massacre murder attack attacked foiled thwarted""".split()
)


class _Weights(msgspec.Struct, frozen=True):
    """Log odds: of a text without words, and what a word adds, over the root of the number of words."""

    keep_from: float  # probability
    bias: float
    words: dict[str, float]


class _DocumentWeights(_Weights, frozen=True):
    keep_stretch_from: float  # probability of one stretch that keeps the whole document


class _Questions(msgspec.Struct, frozen=True):
    document: _DocumentWeights
    passage: _Weights


def document_relevance(text: str) -> float:
    """How likely a document is about armed conflict or political violence, 0 to 1."""
    return _relevance(words_of(text), _questions().document)


def passage_relevance(text: str) -> float:
    """How likely a passage of such a document carries a claim, 0 to 1."""
    return _relevance(words_of(text), _questions().passage)


def keeps_document(text: str) -> bool:
    """Whether a document is worth reading: it is about conflict, a stretch of it surely is, or it opens with an attack."""
    return judge_document(text)[1]


def judge_document(text: str) -> tuple[float, bool]:
    """`document_relevance` and `keeps_document`, its words read once."""
    question, words = _questions().document, _words_in_order(text)
    whole = _relevance(set(words), question)
    kept = whole >= question.keep_from or (whole >= KEEP_ATTACK_FROM and _opens_with_attack(words[:LEAD]))
    return whole, kept or any(
        _relevance(set(words[at : at + STRETCH]), question) >= question.keep_stretch_from
        for at in range(0, len(words), STRETCH // 2)
    )


def _opens_with_attack(lead: Sequence[str]) -> bool:
    """Whether a word for arms or who bears them stands close to one for what they do or suffer."""
    return any(
        word in ARMED and not VIOLENCE.isdisjoint(lead[max(0, at - CLOSE) : at + CLOSE + 1])
        for at, word in enumerate(lead)
    )


def keeps_passage(text: str) -> bool:
    """Whether a passage of a document that is read may carry a claim."""
    return passage_relevance(text) >= _questions().passage.keep_from


def words_of(text: str) -> set[str]:
    """The different words of a text, folded.

    >>> sorted(words_of("Russia's 2nd army: 1,200 dead; the RUSSIAS army"))
    ['0', '000', '0nd', 'army', 'dead', 'russias', 'the']
    """
    return set(_words_in_order(text))


def _words_in_order(text: str) -> list[str]:
    return text.lower().translate(_FOLDED).split()


def _relevance(words: set[str], question: _Weights) -> float:
    weights = question.words
    known = math.fsum([weights[word] for word in words & weights.keys()])
    odds = question.bias + known / math.sqrt(max(len(words), FEWEST))
    return 1.0 / (1.0 + math.exp(-odds))


@cache
def _questions() -> _Questions:
    return msgspec.json.decode(read_file("relevance", "weights.json"), type=_Questions)
