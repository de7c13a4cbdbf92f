"""A second opinion on linking between documents: the same tellings linked by Splink, and where the two disagree.

    python -m benchmarks.quality.second_opinion [FOLDER] [--split planted|hard|dev|train] [--disagreements] [--json]

Needs the extra `bench`. `planted` and `hard` are invented (benchmarks/quality/planted.py); `dev` and `train` the annotated
claims of FOLDER/gold, brought together within documents as annotated. Scored are our incidents, Splink's pairs of a
chance of 0.5 or more joined to groups, and the same without the pairs that our linking never joins ("barred").
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from itertools import combinations
from pathlib import Path
from typing import Any

from benchmarks.quality.candidates import met
from benchmarks.quality.command import Result, judge, parser_of
from benchmarks.quality.coreference import b_cubed, clusters_of
from benchmarks.quality.corpora import MissingError
from benchmarks.quality.linking import HAPPENINGS, PLANTED
from benchmarks.quality.scores import Score, percents, share
from benchmarks.quality.second_opinion_tellings import Homes, Tellings, annotated_tellings, planted_tellings
from counterclaim.incidents.compare import keeps_apart, reasons
from counterclaim.incidents.group import Pair, parts_of
from counterclaim.incidents.told import Told

LEAST = 0.5
SPLITS = (*PLANTED, "dev", "train")
Names = tuple[str, str]


def measure(folder: Path, split: str, *, show: bool = False) -> Result:
    """Pairs and B-cubed of ours and each of Splink's, and how often either is right where it alone joins two tellings.

    "share a key" is how many of the pairs of one happening our linking compares at all.

    Args:
        folder: holds `gold`, for annotated splits.
        split: one of SPLITS.
        show: print each pair that only one of them joins.
    """
    known = tellings_of(folder, split)
    candidates = {tuple(sorted((one.name, other.name))) for one, other in met(known.told.values())}
    rows: dict[str, Any] = {
        "share a key": share(pair in candidates for pair in _together(known.true)),
        **rows_of("ours", known.true, known.ours),
    }
    for system, score in opinions(known.told.values()).items():
        try:
            scores = score()
        except ValueError as failure:
            print(f"{split}, {system}: left out, too few pairs to learn from ({failure})", file=sys.stderr)
            continue
        joined = [names for names, chance in scores.items() if chance >= LEAST]
        allowed = [
            (one, other) for one, other in joined if not keeps_apart(known.told[one], known.told[other])
        ]
        rows |= rows_of(system, known.true, homes := connected(known.told, joined))
        rows |= rows_of(f"{system}, barred", known.true, connected(known.told, allowed))
        for who, pairs in disagreements(known.ours, homes).items():
            rows[f"{system}: {who}"] = share(known.true[one] == known.true[other] for one, other in pairs)
            if show:
                print("\n".join(f"{system}, {who}: {described(known, names)}" for names in pairs))
    return rows


def tellings_of(folder: Path, split: str) -> Tellings:
    if split in PLANTED:
        return planted_tellings(HAPPENINGS, hard=split == "hard")
    return annotated_tellings(folder, split)


def opinions(told: Iterable[Told]) -> dict[str, Callable[[], Mapping[Names, float]]]:
    """By name, what gives each candidate pair its chance. Labels are those of other planted tellings.

    Raises:
        MissingError: Splink is not installed.
    """
    try:
        from benchmarks.quality import second_opinion_splink as splink
    except ImportError as missing:
        raise MissingError(f"{missing}; install the extra: pip install -e '.[bench]'") from missing
    told = list(told)

    def by_labels() -> Mapping[Names, float]:
        teacher = planted_tellings(HAPPENINGS, seed=2, hard=True)
        return splink.scores_by_labels(told, splink.OUR_KEYS, teacher.told.values(), teacher.true)

    return {
        "Splink, EM": partial(splink.scores_by_em, told, splink.OUR_KEYS),
        "Splink, EM, wider keys": partial(splink.scores_by_em, told, splink.WIDER_KEYS),
        "Splink, labels": by_labels,
    }


def rows_of(system: str, true: Homes, homes: Homes) -> dict[str, Any]:
    """Pairs of tellings put together, and B-cubed over tellings.

    >>> rows_of("x", {"a": "1", "b": "1", "c": "2"}, {"a": "1", "b": "1", "c": "1"})["x: pairs"]["p"]
    33.3
    """
    pairs = Score()
    pairs.add(
        _pairs((true[name], homes[name]) for name in true), _pairs(true.values()), _pairs(homes.values())
    )
    gold, pred = clusters_of(true), clusters_of(homes)
    return {
        f"{system}: pairs": pairs.row(),
        f"{system}: B-cubed": percents(*b_cubed(gold, pred), len(gold), len(pred)),
    }


def connected(told: Iterable[str], joined: Iterable[Names]) -> Homes:
    """The group of each telling, where everything joined by some chain of pairs is one group."""
    parts = parts_of(told, [Pair(1.0, one, other, "") for one, other in joined])
    return {name: part[0] for part in parts for name in part}


def disagreements(ours: Homes, splinks: Homes) -> dict[str, list[Names]]:
    """The pairs that one side alone puts together."""
    mine, theirs = _together(ours), _together(splinks)
    return {"by ours alone": sorted(mine - theirs), "by Splink alone": sorted(theirs - mine)}


def described(known: Tellings, names: Names) -> str:
    """What the two tellings say, whether they are of one happening, and what our linking thinks of the pair."""
    one, other = (known.told[name] for name in names)
    right = "right" if known.true[one.name] == known.true[other.name] else "wrong"
    why = keeps_apart(one, other) or ", ".join(reasons(one, other))
    return f"{right} ({why})\n" + "\n".join(f"    {_summary(each)}" for each in (one, other))


def _summary(told: Told) -> str:
    kinds, places = sorted(told.kinds), sorted(told.keys | told.wide)
    figures = sorted(map(str, told.figures))
    return f"{told.name}: {kinds} at {places} on {told.when or told.spread}, published {told.published}, {figures}"


def _pairs(homes: Iterable[object]) -> int:
    return sum(count * (count - 1) // 2 for count in Counter(homes).values())


def _together(homes: Mapping[str, str]) -> set[Names]:
    members: dict[str, list[str]] = defaultdict(list)
    for name in sorted(homes):
        members[homes[name]].append(name)
    return {pair for names in members.values() for pair in combinations(names, 2)}


def main() -> int:
    parser = parser_of(__doc__, SPLITS)
    parser.add_argument("--disagreements", action="store_true")
    options = parser.parse_args()
    if options.split not in PLANTED and not (options.folder / "gold").is_dir():
        print(f"skipped: no gold at {options.folder}; measuring planted tellings only")
        options.split = "planted"
    return judge("second_opinion", options, partial(measure, show=options.disagreements))


if __name__ == "__main__":
    sys.exit(main())
