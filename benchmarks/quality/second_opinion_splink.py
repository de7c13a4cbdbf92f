"""Tellings linked by Splink: Fellegi and Sunter's model with term frequencies, its weights found by EM or from labels.

Source: Linacre and others, Splink: Free software for probabilistic record linkage at scale, International Journal of
Population Data Science 7(3), 2022.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import pyarrow as pa
import splink.comparison_level_library as levels
from splink import DuckDBAPI, Linker, SettingsCreator
from splink.blocking_rule_library import CustomRule
from splink.comparison_library import CustomComparison
from splink.internals.comparison_level_creator import ComparisonLevelCreator

from counterclaim.incidents.block import keys_of
from counterclaim.incidents.told import MARKS, Told

_SEED = 1
_RANDOM_PAIRS = 2e6
_RECALL_OF_SURE = 0.3  # share of true pairs that _SURE finds; set by hand
_COPY = 0.6  # share of MinHash values, as in compare.py

_OTHER_DOCUMENT = "l.document_id <> r.document_id"
# As our linking blocks: a key that one posts and the other asks for, which is mutual (counterclaim/incidents/block.py).
OUR_KEYS = (
    CustomRule(
        f"l.key = r.key AND {_OTHER_DOCUMENT} AND list_has_any(l.posted, r.asked)", arrays_to_explode=["key"]
    ),
)
# A place, a figure or the day of publication alone. Candidates grow with the store, so this is no way to link in one.
WIDER_KEYS = (
    *OUR_KEYS,
    CustomRule(f"l.places = r.places AND {_OTHER_DOCUMENT}", arrays_to_explode=["places"]),
    CustomRule(f"l.figures = r.figures AND {_OTHER_DOCUMENT}", arrays_to_explode=["figures"]),
    CustomRule(f"l.published = r.published AND {_OTHER_DOCUMENT}"),
)
_SURE = CustomRule(f"l.place = r.place AND l.first = r.first AND l.figure = r.figure AND {_OTHER_DOCUMENT}")
# EM runs on the pairs of one rule, for the comparisons that the rule leaves open; so once for each of these.
_TRAINING = (
    CustomRule(f"l.place = r.place AND l.first = r.first AND {_OTHER_DOCUMENT}"),
    CustomRule(f"l.figure = r.figure AND l.published = r.published AND {_OTHER_DOCUMENT}"),
)

Level = tuple[str, str]  # a condition in SQL and its name
Model = dict[str, Any]  # as Splink saves one
Rules = Sequence[CustomRule]
Scores = dict[tuple[str, str], float]  # of candidate pairs, by names in the order of the alphabet; 0 to 1


def record_of(told: Told, label: str | None) -> dict[str, Any]:
    """A telling as a row: what `compare.FEATURES` looks at, an empty list or None where nothing is told."""
    window, keys = told.window, keys_of(told)
    known = window is not None and window.told and not window.any_year
    largest = max(told.figures, key=lambda figure: (figure[1] or figure[2] or 0, str(figure)), default=None)
    lat, lon, radius_km = told.points[0] if told.points else (None, None, None)  # the most exact
    return {
        "unique_id": told.name,
        "document_id": told.document_id,
        "label": label,
        "key": sorted(keys.posted | keys.asked),
        "posted": sorted(keys.posted),
        "asked": sorted(keys.asked),
        "place": min(told.keys, default=None),
        "places": sorted(told.keys),
        "wide": sorted(told.wide | told.lies_in),
        "lat": lat,
        "lon": lon,
        "radius_km": radius_km,
        "first": window.first if window is not None and known else None,
        "last": window.last if window is not None and known else None,
        "published": told.published,
        "kinds": sorted(told.kinds),
        "figure": None if largest is None else " ".join(map(str, largest)),
        "figures": sorted(" ".join(map(str, figure)) for figure in told.figures),
        "sides": sorted(told.sides),
        "targets": sorted(told.targets),
        "weapons": sorted(told.weapons),
        "words": sorted(told.words),
        "marks": list(told.marks),
    }


_SCHEMA = pa.schema(
    [
        *(
            (name, pa.string())
            for name in ("unique_id", "document_id", "label", "place", "published", "figure")
        ),
        *((name, pa.list_(pa.int64())) for name in ("key", "posted", "asked", "marks")),
        *(
            (name, pa.list_(pa.string()))
            for name in ("places", "wide", "kinds", "figures", "sides", "targets", "weapons", "words")
        ),
        *((name, pa.float64()) for name in ("lat", "lon", "radius_km")),
        *((name, pa.int64()) for name in ("first", "last")),
    ]
)


def scores_by_em(told: Iterable[Told], rules: Rules) -> Scores:
    """With the weights that expectation maximisation finds in these tellings, without labels.

    Raises:
        ValueError: as Splink raises it where there are too few pairs to learn from.
    """
    linker = _linker(told, _settings(rules))
    _learn_without_labels(linker)
    for rule in _TRAINING:
        linker.training.estimate_parameters_using_expectation_maximisation(rule, record_sample_proportion=1.0)
    return _scored(linker)


def scores_by_labels(
    told: Iterable[Told], rules: Rules, taught: Iterable[Told], labels: Mapping[str, str]
) -> Scores:
    """With the weights of other tellings whose happenings are known, by name."""
    teacher = _linker(taught, _settings(rules), labels)
    _learn_without_labels(teacher)
    teacher.training.estimate_m_from_label_column("label")
    return _scored(_linker(told, teacher.misc.save_model_to_json()))


def _learn_without_labels(linker: Linker) -> None:
    """How many pairs are one happening, and how often two that are not agree by chance."""
    linker.training.estimate_probability_two_random_records_match([_SURE], recall=_RECALL_OF_SURE)
    linker.training.estimate_u_using_random_sampling(max_pairs=_RANDOM_PAIRS, seed=_SEED, num_chunks=1)


def _scored(linker: Linker) -> Scores:
    predicted = linker.inference.predict(threshold_match_probability=0.0, warning_mode="never")
    found: Scores = {}
    for row in predicted.as_record_list():
        one, other = sorted((row["unique_id_l"], row["unique_id_r"]))
        found[one, other] = row["match_probability"]
    return found


def _linker(
    told: Iterable[Told], settings: SettingsCreator | Model, labels: Mapping[str, str] | None = None
) -> Linker:
    rows = [record_of(one, (labels or {}).get(one.name)) for one in told]
    table = DuckDBAPI().register(pa.Table.from_pylist(rows, schema=_SCHEMA))
    return Linker(table, settings, log_level=logging.ERROR)


def _settings(rules: Rules) -> SettingsCreator:
    return SettingsCreator(
        link_type="dedupe_only",
        comparisons=[
            _comparison(
                "place",
                "(len(places_l) = 0 AND lat_l IS NULL) OR (len(places_r) = 0 AND lat_r IS NULL)",
                levels.ExactMatchLevel("place", term_frequency_adjustments=True),
                ("len(list_intersect(places_l, places_r)) > 0", "a name in common"),
                ("len(list_intersect(wide_l, wide_r)) > 0", "one province"),
            ),
            _comparison(
                "day",
                "first_l IS NULL OR first_r IS NULL",
                ("first_l = last_l AND first_r = last_r AND first_l = first_r", "one day"),
                ("first_l <= last_r AND first_r <= last_l", "days that can be one"),
                ("first_l <= last_r + 2 AND first_r <= last_l + 2", "two days apart"),
            ),
            _comparison(
                "figures",
                _empty("figures"),
                _common("figures", 2),
                levels.ExactMatchLevel("figure", term_frequency_adjustments=True),
                _common("figures", 1),
            ),
            *(
                _comparison(name, _empty(name), _common(name, 1))
                for name in ("kinds", "sides", "targets", "weapons")
            ),
            _comparison("words", _empty("words"), *(_common("words", least) for least in (6, 3, 1))),
            _comparison("marks", _empty("marks"), (_ALIKE, "nearly the same sentences")),
        ],
        blocking_rules_to_generate_predictions=list(rules),
        em_convergence=0.001,  # at the default, chances that fall to 0 end it with an error
        retain_matching_columns=False,
    )


_ALIKE = f"len(list_filter(list_zip(marks_l, marks_r), lambda pair: pair[1] = pair[2])) >= {_COPY * MARKS}"


def _comparison(name: str, untold: str, *found: Level | ComparisonLevelCreator) -> CustomComparison:
    """The levels of agreement in one thing, best first; `untold` is the condition under which it says nothing."""
    named = [
        {"sql_condition": level[0], "label_for_charts": level[1]} if isinstance(level, tuple) else level
        for level in found
    ]
    null = {"sql_condition": untold, "label_for_charts": "not told", "is_null_level": True}
    return CustomComparison([null, *named, levels.ElseLevel()], output_column_name=name)


def _empty(name: str) -> str:
    return f"len({name}_l) = 0 OR len({name}_r) = 0"


def _common(name: str, least: int) -> Level:
    return f"len(list_intersect({name}_l, {name}_r)) >= {least}", f"{least} in common"
