"""Fits the relevance filter: which words tell that a document is about conflict, that a passage has a claim.

    python -m training.relevance [OUT] [--shared FOLDER]

Logistic regression over the words of a text (training/news.py has the texts). Names are left out, so that
no war is known by its places, but for groups that have no name except as an armed one; words of the
lexicons share the weight of their class with those that no text has. Prints what is kept of texts held out
by fold. OUT (default: the shipped folder) gets weights.json; `python -m training.catalogue` then renews its hash.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from counterclaim.lexicons.actors import all_actors
from counterclaim.lexicons.words import act_classes
from counterclaim.models.relevance import FEWEST, words_of
from training.news import Source, documents, passages
from training.regression import Floats, fit, table_of

ROOT = Path(__file__).resolve().parents[1]
SHIPPED = ROOT / "counterclaim" / "models" / "relevance-1"
FOLDS = 5
ROUNDS = 200
KEPT_WORDS = 3_500  # of each question, the heaviest
ACTS = ("harm", "harm_nouns", "events", "damage")
# What these tell of is of no war alone.
PEACEFUL = frozenset("meeting notification aid_delivery deployment unknown civilian".split())


@dataclass(frozen=True)
class Question:
    """How one of the two is fitted. Chosen on texts held out by fold and by war; see `main`."""

    name: str
    scale: float
    penalty: float
    rarest: int  # texts that a word must stand in
    commonest: float  # share of texts, over the sources, above which a word tells style rather than subject
    keep_from: float  # probability


# Common words out: of a war left out of training (Syria, Latin America, South Asia) 95.3 % of the
# documents are kept where 90 % of other news is dropped, with common words 93.7 %: they tell the style
# of US papers rather than the subject. Names would add half a point, and make places and presidents count.
DOCUMENT = Question("document", 10.0, 1e-3, 3, 0.12, 0.35)
# Of briefs of 30 words on a war among 100 to 300 words of other news, this keeps 42 % instead of 9 %; of US
# political news it keeps 3.9 % instead of 2.6 %, of the others hardly more. Lower keeps more of both.
KEEP_STRETCH_FROM = 0.985
# A passage without any word of war can carry a claim ("He welcomed the deal"), so that little can be
# dropped without loss: 0.12 keeps 99 % of the passages with claims, held out.
PASSAGE = Question("passage", 4.0, 2e-3, 2, 1.0, 0.12)


@dataclass(frozen=True)
class Texts:
    """A source's texts as sets of words."""

    source: Source
    words: tuple[set[str], ...]


def main() -> None:
    parser = argparse.ArgumentParser(description="Fits the relevance filter.")
    parser.add_argument("out", nargs="?", type=Path, default=SHIPPED)
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    options = parser.parse_args()
    read = {DOCUMENT: documents(options.shared), PASSAGE: passages(options.shared)}
    common_nouns = _never_names([source for sources in read.values() for source in sources])
    shipped: dict[str, dict[str, Any]] = {}
    for question, sources in read.items():
        texts = [Texts(source, tuple(map(words_of, source.texts))) for source in sources]
        _print_held_out(question, texts, common_nouns)
        weights, bias = _weights(question, texts, common_nouns)
        heaviest = sorted(weights.items(), key=lambda pair: (-abs(pair[1]), pair[0]))[:KEPT_WORDS]
        shipped[question.name] = {
            "keep_from": question.keep_from,
            "bias": round(bias, 2),
            "words": {word: round(weight, 2) for word, weight in heaviest},
        }
    shipped[DOCUMENT.name]["keep_stretch_from"] = KEEP_STRETCH_FROM
    options.out.mkdir(parents=True, exist_ok=True)
    (options.out / "weights.json").write_text(json.dumps(shipped, indent=0) + "\n", "utf-8")


def _never_names(sources: Sequence[Source]) -> set[str]:
    """Words that stand in small letters at least as often as with a capital, and more than once."""
    small, capital = Counter[str](), Counter[str]()
    for source in sources:
        if source.name == "muc4":  # has no capitals
            continue
        for text in source.texts:
            for word in text.split():
                (small if word.islower() else capital).update(words_of(word))
    return {word for word, count in small.items() if count > 1 and count >= capital[word]}


def _classes(common_nouns: set[str]) -> dict[str, str]:
    """Word to class: acts of the lexicons, fighters, and armed groups whose name is one word."""
    found: dict[str, str] = {}
    for table in (*ACTS, "people"):
        for word, kind in act_classes(table).items():
            if kind not in PEACEFUL and word.isalpha():
                found.setdefault(word, kind)
    for actor in all_actors():
        if actor.type == "armed_group":
            for name in (actor.name, *actor.aliases):
                (*parts,) = words_of(name)
                if len(parts) == 1 and len(parts[0]) >= 4 and parts[0] not in common_nouns:
                    found.setdefault(parts[0], "armed_group")
    return found


def _vocabulary(question: Question, texts: Sequence[Texts], common_nouns: set[str]) -> list[str]:
    classes = _classes(common_nouns)
    number, share = Counter[str](), defaultdict[str, float](float)
    for group in texts:
        counts = Counter(word for words in group.words for word in words)
        number.update(counts)
        for word, count in counts.items():
            share[word] += count / len(group.words) / len(texts)
    usual = {
        word
        for word, count in number.items()
        if count >= question.rarest
        and share[word] <= question.commonest
        and (word in common_nouns or not word.strip("0"))
    }
    return sorted(usual | classes.keys())


def _weights(
    question: Question, texts: Sequence[Texts], common_nouns: set[str]
) -> tuple[dict[str, float], float]:
    """Each word's weight, its class's included, and the bias."""
    words, classes = _vocabulary(question, texts, common_nouns), _classes(common_nouns)
    kinds = sorted(set(classes.values()))
    class_columns = {kind: len(words) + at for at, kind in enumerate(kinds)}
    columns = {
        word: (at, class_columns[classes[word]]) if word in classes else (at,)
        for at, word in enumerate(words)
    }
    rows = [row for group in texts for row in group.words]
    table = table_of(rows, columns, len(words) + len(kinds), question.scale, FEWEST)
    labels, shares = _labels(texts)
    fitted, bias = fit(table, labels, shares, question.penalty, ROUNDS)
    return {
        word: question.scale * float(sum(fitted[column] for column in columns[word])) for word in words
    }, bias


def _labels(texts: Sequence[Texts]) -> tuple[Floats, Floats]:
    """Labels and shares; both answers count the same, within them the sources by their shares."""
    labels, shares = [], []
    for group in texts:
        same = sum(other.source.share for other in texts if other.source.yes == group.source.yes)
        labels.append(np.full(len(group.words), float(group.source.yes)))
        shares.append(np.full(len(group.words), group.source.share / same / 2 / max(1, len(group.words))))
    return np.concatenate(labels), np.concatenate(shares)


def _print_held_out(question: Question, texts: Sequence[Texts], common_nouns: set[str]) -> None:
    """What is kept of each source by weights that were fitted without that fifth of it.

    A fold is a stretch of neighbours, since articles on one incident often stand side by side.
    """
    chances = [np.zeros(len(group.words)) for group in texts]
    for fold in range(FOLDS):
        inside = [np.arange(len(group.words)) * FOLDS // len(group.words) == fold for group in texts]
        rest = [
            Texts(group.source, tuple(words for words, out in zip(group.words, held, strict=True) if not out))
            for group, held in zip(texts, inside, strict=True)
        ]
        weights, bias = _weights(question, rest, common_nouns)
        for group, held, found in zip(texts, inside, chances, strict=True):
            for at in np.flatnonzero(held):
                words = group.words[at]
                total = sum(weights.get(word, 0.0) for word in words)
                found[at] = 1.0 / (1.0 + np.exp(-bias - total / np.sqrt(max(len(words), FEWEST))))
    print(f"{question.name:14}{'texts':>8}{'kept, %':>9}")
    for group, found in zip(texts, chances, strict=True):
        answer = "yes" if group.source.yes else "no"
        kept = 100 * float((found >= question.keep_from).mean())
        print(f"{group.source.name:12}{answer:>4}{len(found):6}{kept:9.1f}")


if __name__ == "__main__":
    main()
