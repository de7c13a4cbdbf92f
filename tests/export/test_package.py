"""The data package: what others' tools make of it, what it says about itself, and the same bytes each time."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from counterclaim import __version__
from counterclaim.core.errors import DataError
from counterclaim.export import FORMATS, Made, Record, export
from counterclaim.export.write import write_files
from counterclaim.incidents.profiles import Settings
from counterclaim.incidents.profiles.settings import Rating
from tests.export.reading import made, rows, value
from tests.export.telling import event, incident, record, strike_on_soldiers, toll

RATED = Settings(
    ratings=(
        Rating(
            speaker="Russian military", reliability="likely_unreliable", author="A. Coder", date="2026-01-05"
        ),
    )
)


def everything() -> Record:
    return record(
        strike_on_soldiers(),
        incident(
            toll(5, 5, "Local council", group="civilians", status="civilian"),
            event("shelling", "ISIS", "Local council"),
            code="CC-B",
            kind="shelling",
        ),
        incident(event("siege", None, "activists"), code="CC-C", kind="siege", when="XXXX-05-14", place=None),
    )


def all_formats(told: Record, settings: Settings | None = None) -> Made:
    return export(told, list(FORMATS), settings=settings)


@pytest.mark.filterwarnings("ignore")
def test_frictionless_finds_every_table_as_the_package_describes_it(tmp_path: Path) -> None:
    frictionless = pytest.importorskip("frictionless", reason="frictionless is not installed")
    write_files(tmp_path, all_formats(everything()).files)
    report = frictionless.Package(str(tmp_path / "datapackage.json")).validate()
    assert report.valid, report.flatten(["name", "type", "note"])
    tables = [task.name for task in report.tasks if task.type == "table"]
    assert {"ged_like-csv", "acled_like-csv", "polecat_like-tsv", "refused-csv"} <= set(tables)


def test_the_package_names_profiles_versions_settings_and_refused_rows() -> None:
    about = value(all_formats(everything(), RATED), "datapackage.json")["counterclaim"]
    assert about["version"] == __version__
    assert {"format": "ged", "profile": "ucdp-like.v2"} in about["formats"]
    assert about["stages"] == ["claims.v1"]
    assert about["settings"] not in ("none", "")
    assert about["refused"]["rows"] == len(rows(all_formats(everything()), "refused.csv")) > 0
    assert sum(about["refused"]["reasons"].values()) == about["refused"]["rows"]


def test_every_incident_is_in_a_table_or_among_the_refused() -> None:
    out = all_formats(everything())
    for name, code in (("ged_like.csv", "relid"), ("airwars_like.csv", "unique_reference_code")):
        written = " ".join(row[code] for row in rows(out, name))
        refused = {row["incident"] for row in rows(out, "refused.csv") if row["file"] == name}
        for one in everything().incidents:
            assert (one.incident.code in written) != (one.incident.code in refused)


def test_the_same_store_and_settings_give_the_same_bytes_in_whatever_order_they_were_read() -> None:
    first = all_formats(everything())
    told = list(everything().incidents)
    random.Random(7).shuffle(told)
    again = all_formats(record(*told))
    assert {file.name: file.data for file in first.files} == {file.name: file.data for file in again.files}


def test_other_settings_give_another_package() -> None:
    plain, rated = (value(all_formats(everything(), each), "datapackage.json") for each in (None, RATED))
    assert plain["counterclaim"]["settings"] == "none"
    assert rated["counterclaim"]["settings"] != "none"


def test_a_rating_moves_the_figures_of_the_row() -> None:
    told = record(incident(*strike_on_soldiers().filed[1:]))
    (before,) = rows(made(told, "ged"), "ged_like.csv")
    (after,) = rows(made(told, "ged", settings=RATED), "ged_like.csv")
    assert (before["best"], after["best"]) == ("62", "83")


@pytest.mark.parametrize("name", [name for name, each in FORMATS.items() if each.profile is not None])
def test_a_format_made_by_one_profile_takes_no_other(name: str) -> None:
    with pytest.raises(DataError, match="leave --profile out"):
        made(everything(), name, profile="gtd-like")


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file")
    with pytest.raises(DataError, match="taken"):
        write_files(tmp_path / "taken", made(everything(), "claims").files)
