"""Scores where places are said to lie, against annotated toponyms and a peer's own test cases.

    python -m benchmarks.quality.geo [FOLDER] [--split dev|test] [--misses] [--json]

FOLDER holds `corpora/geo` and `corpora/peer_cases`; default: the folder `shared` beside the project. `dev` is
LGL and GeoVirus with the peer's cases, `test` TR-News and GeoWebNews. See docs/reference/benchmarks.md.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.quality.command import judge, parser_of, skipped
from benchmarks.quality.corpora import MissingError
from benchmarks.quality.geo_corpora import FILES, Text, Toponym, read_corpus
from benchmarks.quality.geo_peers import check_cases
from benchmarks.quality.reading import document_of
from benchmarks.quality.scores import share
from counterclaim.core.sphere import distance_km
from counterclaim.core.stages import compose
from counterclaim.core.types import PlaceMention, Sheet
from counterclaim.run.pipeline import PLACE_STAGES, read_document

CORPUS = "corpora/geo"
CASES = "corpora/peer_cases"
NEAR_KM = 161.0  # a hundred miles, the field's usual bound


class Outcome(NamedTuple):
    """What became of one annotated toponym. `km` is None where it was not placed or has no point."""

    found: bool
    placed: bool
    km: float | None


def outcomes(text: Text, places: Iterable[PlaceMention]) -> list[Outcome]:
    """An outcome for each toponym of a text; a mention matches where the two overlap, a placed one first."""
    known = sorted(places, key=lambda place: place.located is None)
    return [_outcome(toponym, known) for toponym in text.toponyms]


def _outcome(toponym: Toponym, places: list[PlaceMention]) -> Outcome:
    match = next((place for place in places if place.span.overlaps(toponym.span)), None)
    if match is None or match.located is None:
        return Outcome(match is not None, False, None)
    located = match.located
    km = None if toponym.point is None else distance_km(toponym.point, (located.lat, located.lon))
    return Outcome(True, True, km)


def score(found: list[Outcome]) -> dict[str, dict[str, Any]]:
    """Shares: of all toponyms found, and found and placed within 161 km; of those placed and comparable, so near."""
    compared = [one.km for one in found if one.km is not None]
    return {
        "found": share(one.found for one in found),
        "found and placed": share(one.km is not None and one.km <= NEAR_KM for one in found),
        "near, of placed": share(km <= NEAR_KM for km in compared),
    }


def measure(folder: Path, split: str, *, misses: bool = False) -> dict[str, Any]:
    """Rows by corpus and measure.

    Raises:
        MissingError: no corpus of the split is there.
    """
    read = compose(PLACE_STAGES)
    result: dict[str, Any] = {}
    missing: list[str] = []
    for name, pattern in FILES[split].items():
        try:
            texts = read_corpus(folder / CORPUS, pattern)
        except MissingError as error:
            missing.append(str(error))
            continue
        found = [
            outcome
            for number, text in enumerate(texts)
            for outcome in outcomes(
                text, read(Sheet(document=document_of(f"{name}-{number}", text.text))).places or ()
            )
        ]
        result |= {f"{name} {key}": row for key, row in score(found).items()}
    if not result:
        raise MissingError("; ".join(missing))
    for line in missing:
        print(f"left out: {line}", file=sys.stderr)
    if split == "dev":
        result["peer cases"] = _peers(folder, misses=misses)
    return result


def _peers(folder: Path, *, misses: bool) -> dict[str, Any]:
    verdicts = list(check_cases(folder / CASES, read_document))
    if misses:
        for verdict in verdicts:
            if not verdict.right:
                print(f"missed {verdict.test}: {verdict.words}: {verdict.found!r}", file=sys.stderr)
    return share(verdict.right for verdict in verdicts)


def main() -> int:
    parser = parser_of(__doc__, list(FILES))
    parser.add_argument("--misses", action="store_true", help="print the peer's assertions that fail")
    options = parser.parse_args()
    if skipped(options, CORPUS):
        return 0
    return judge("geo", options, lambda folder, split: measure(folder, split, misses=options.misses))


if __name__ == "__main__":
    sys.exit(main())
