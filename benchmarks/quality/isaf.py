"""Scores the fewest people killed and captured against coded ISAF press releases.

    python -m benchmarks.quality.isaf [FOLDER] [--split train|dev|test] [--json]

FOLDER holds `corpora/isaf`; default: the folder `shared` beside the project. `train` and `dev` are the first half
of the releases, `test` the second. Read by the casualty claims. See docs/reference/benchmarks.md.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from benchmarks.quality.command import judge, parser_of, skipped
from benchmarks.quality.corpora import read_rows
from benchmarks.quality.reading import document_of
from benchmarks.quality.scores import share
from counterclaim.core.claims import Casualty, Harm
from counterclaim.run.pipeline import read_document

CORPUS = "corpora/isaf"
FILES = {
    "train": "*isaf_first_half.jsonl",
    "dev": "*isaf_first_half.jsonl",
    "test": "*isaf_second_half.jsonl",
}

# The coders' numbers for words; what says no number, as "multiple insurgents", they count as several.
IN_WORDS = {"couple": 2, "numerous": 4}
SEVERAL = 3
HARMS: dict[str, Harm] = {"killed": "killed", "captured": "detained"}
OWN_SIDE = frozenset(
    "isaf coalition nato us u.s. american army police soldier soldiers troops forces policemen".split()
)
FURTHER = frozenset("other others additional another also".split())


def fewest(claims: Iterable[Casualty], harm: Harm) -> int:
    """The fewest people of the other side, or bystanders, whom the force's release says met a harm.

    Each incident counts once, by its largest figure; a figure of people further to those before comes on top.
    "The insurgents" count where their incident has no figure: else they are those of the figure.
    Parts of figures, running totals and the force's own people are left out.
    """
    largest: dict[tuple[str | None, bool], int] = defaultdict(int)
    known: dict[str | None, int] = defaultdict(int)  # people without a number that the text points back to
    for claim in claims:
        group = (claim.group or "").lower().split()
        if claim.harm != harm or claim.scope != "incident" or claim.polarity != "affirmed":
            continue
        if OWN_SIDE & set(group):
            continue
        words = claim.quote.lower().split()
        least = _least(claim, words, group)
        if claim.min is None and claim.max is None and group[:1] == ["the"]:
            known[claim.incident] = max(known[claim.incident], least)
        elif least:
            key = (claim.incident, bool(FURTHER & set(words)))
            largest[key] = max(largest[key], least)
    counted = {incident for incident, _ in largest}
    return sum(largest.values()) + sum(known[incident] for incident in known.keys() - counted)


def _least(claim: Casualty, words: list[str], group: list[str]) -> int:
    """The claim's lower bound; where it is put in words or not at all, as the coders count.

    "Insurgents" are several, "an insurgent" is one; who is not named at all ("deaths") does not count.
    """
    if claim.min is not None or claim.max is not None:
        return claim.min or 0
    worded = next((number for word, number in IN_WORDS.items() if word in words), None)
    if worded is not None or not group:
        return worded or 0
    return SEVERAL if group[-1].endswith(("s", "men", "people")) else 1


def score_releases(golds: Iterable[dict[str, Any]], preds: Iterable[list[Casualty]]) -> dict[str, Any]:
    """How many releases have the coded number, of all, and of those in which anybody met the harm.

    Args:
        golds: a release's codes, with `min_killed` and `min_captured`.
        preds: its casualty claims.
    """
    right: dict[str, list[bool]] = defaultdict(list)
    for gold, claims in zip(golds, preds, strict=True):
        for name, harm in HARMS.items():
            coded = gold[f"min_{name}"]
            hit = fewest(claims, harm) == coded
            right[name].append(hit)
            if coded:
                right[f"{name}, anybody"].append(hit)
    return {name: share(hits) for name, hits in right.items()}


def measure(folder: Path, split: str) -> dict[str, Any]:
    releases = read_rows(folder / CORPUS, FILES[split])
    claims = []
    for number, release in enumerate(releases):
        sheet = read_document(document_of(f"release-{number}", release["text"]))
        claims.append([claim for claim in sheet.claims or () if isinstance(claim, Casualty)])
    return score_releases([release["gold"] for release in releases], claims)


def main() -> int:
    options = parser_of(__doc__, list(FILES)).parse_args()
    return 0 if skipped(options, CORPUS) else judge("isaf", options, measure)


if __name__ == "__main__":
    sys.exit(main())
