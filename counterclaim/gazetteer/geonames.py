"""Reads GeoNames dumps: allCountries.zip, cities500.zip, SY.txt and their tables of divisions."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, NamedTuple

from counterclaim.core.errors import DataError
from counterclaim.gazetteer.kinds import kind_of_code
from counterclaim.gazetteer.spellings import kept_spellings
from counterclaim.gazetteer.write import Place

COLUMNS = 19
NEXT_STEP = (
    "download a dump such as allCountries.zip, cities500.zip or SY.zip from GeoNames' export/dump folder"
)
_NOT_PLACES = ("readme.txt", "null.txt", "no-country.txt")


class Odd(NamedTuple):
    """A line that is no place, and what is wrong with it."""

    line: int
    why: str


def read_places(path: Path) -> Iterator[Place | Odd]:
    """Every place of a dump, in the file's order, with the lines that are none.

    Raises:
        DataError: the file is no dump: no zip with a table in it, or its first line has not the 19 columns.
    """
    with _opened(path) as file:
        for number, line in enumerate(file, start=1):
            try:
                yield _place(line.decode("utf-8").rstrip("\r\n").split("\t"))
            except (ValueError, UnicodeDecodeError) as error:
                if number == 1:
                    raise DataError(
                        f"{path}, line 1: {error}; this is no table of places: {NEXT_STEP}"
                    ) from error
                yield Odd(number, str(error))


def _place(cells: list[str]) -> Place:
    if len(cells) != COLUMNS:
        raise ValueError(f"{len(cells)} columns with tabs between them instead of {COLUMNS}")
    number, name, _, others, lat, lon, feature_class, feature_code, country, _, division = cells[:11]
    people = int(cells[14] or 0)
    place = Place(
        name=name,
        spellings=kept_spellings(others.split(",")),
        kind=kind_of_code(feature_class, feature_code, people),
        lat=float(lat),
        lon=float(lon),
        country=country,
        division=division,
        population=people,
        fame=others.count(",") + 1 if others else 0,
        number=int(number),
    )
    if not name or not (-90 <= place.lat <= 90 and -180 <= place.lon <= 180):
        raise ValueError(f"no name or a point off the Earth: {lat}, {lon}")
    return place


@contextmanager
def _opened(path: Path) -> Iterator[BinaryIO]:
    try:
        if path.suffix != ".zip":
            with path.open("rb") as file:
                yield file
            return
        with zipfile.ZipFile(path) as archive:
            tables = [
                member
                for member in archive.namelist()
                if member.endswith(".txt") and member.lower() not in _NOT_PLACES
            ]
            if len(tables) != 1:
                raise DataError(f"{path}: holds {len(tables)} tables instead of one; {NEXT_STEP}")
            with archive.open(tables[0]) as member:
                yield io.BufferedReader(member)  # type: ignore[type-var]
    except zipfile.BadZipFile as error:
        raise DataError(f"{path}: no whole zip file ({error}); download it again") from error
    except OSError as error:
        raise DataError(f"{path}: {error.strerror or error}; check that it is a file you may read") from error


def read_division_names(path: Path) -> dict[tuple[str, str], str]:
    """Names by country and code out of admin1CodesASCII.txt.

    Raises:
        DataError: a line is not "SY.11", name, name in ASCII and number with tabs between.
    """
    names: dict[tuple[str, str], str] = {}
    with _opened(path) as file:
        for number, line in enumerate(file, start=1):
            cells = line.decode("utf-8", "replace").rstrip("\r\n").split("\t")
            country, point, code = cells[0].partition(".")
            if len(cells) != 4 or not point:
                raise DataError(
                    f"{path}, line {number}: not a code such as SY.11 with its names; give admin1CodesASCII.txt"
                )
            names[country, code] = cells[1]
    return names
