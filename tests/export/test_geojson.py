"""Incidents on the map: points only where a point is known, plain days, and nothing dropped."""

from __future__ import annotations

import json
from typing import Any

import pytest
from geojson_pydantic import Feature, FeatureCollection, Point

from counterclaim.core.located import Located
from counterclaim.export.gather import Gathered
from tests.export.reading import data, made, value
from tests.export.telling import TOWN, event, incident, record, strike_on_soldiers, toll

NAME = "incidents.geojson"


def located(precision: int) -> Gathered:
    where = Located(
        lat=35.25, lon=40.125, radius_km=9.0, precision=precision, name="Orlova", kind="area", country="SY"
    )
    return incident(toll(3, 3, "medics", where=where))


@pytest.mark.parametrize("precision", range(1, 8))
def test_what_is_placed_by_its_province_or_worse_has_no_geometry(precision: int) -> None:
    (feature,) = value(made(record(located(precision)), "geojson"), NAME)["features"]
    assert (feature["geometry"] is None) == (precision >= 4)
    assert feature["properties"]["where_prec"] == precision


def test_a_validator_that_is_not_ours_takes_every_feature() -> None:
    told = record(strike_on_soldiers(), incident(event("siege", "ISIS"), code="CC-B", when=None, place=None))
    read: FeatureCollection[Feature[Point, dict[str, Any]]] = FeatureCollection.model_validate_json(
        data(made(told, "geojson"), NAME)
    )
    assert [feature.id for feature in read.features] == ["CC-AAAAAA", "CC-B"]
    assert read.features[1].geometry is None


def test_longitude_comes_first() -> None:
    (feature,) = value(made(record(strike_on_soldiers()), "geojson"), NAME)["features"]
    assert feature["geometry"]["coordinates"] == [TOWN.lon, TOWN.lat]


def test_days_are_plain_and_a_year_that_nobody_states_is_not_made_up() -> None:
    told = record(incident(*strike_on_soldiers().filed, when="XXXX-09-17"))
    (feature,) = value(made(told, "geojson"), NAME)["features"]
    about = feature["properties"]
    assert (about["edtf"], about["start"], about["end"]) == ("XXXX-09-17", None, None)


def test_unknown_is_null_and_none_is_nought() -> None:
    told = record(
        incident(toll(None, None, "medics", qualifier="unknown")), incident(toll(0, 0, "army"), code="CC-B")
    )
    first, second = value(made(told, "geojson"), NAME)["features"]
    assert first["properties"]["tallies"]["tallies"][0]["low"] is None
    assert second["properties"]["tallies"]["tallies"][0]["low"] == 0


def test_markup_in_a_title_stays_a_string() -> None:
    told = record(incident(toll(3, 3), title='</script><img src=x onerror="1">'))
    assert json.loads(data(made(told, "geojson"), NAME))["features"][0]["properties"]["title"].startswith(
        "</script>"
    )
