"""Makes a user's gazetteer of a GeoNames dump."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from counterclaim.core.errors import DataError
from counterclaim.gazetteer.geonames import Odd, read_division_names, read_places
from counterclaim.gazetteer.write import Place, Writer

EVERY = 100_000  # places between two calls of `progress`
NAMED = 5  # odd lines that the outcome tells of; the others are counted


class Imported(NamedTuple):
    """What came of an import."""

    path: Path
    places: int
    odd: int
    first_odd: tuple[Odd, ...]


def gazetteer_beside(store: Path) -> Path:
    """Where a store's own gazetteer lies: war.db has war.places beside it."""
    return store.with_suffix(".places")


def own_gazetteer(store: Path) -> Path | None:
    """The gazetteer beside a store, where the user imported one."""
    path = gazetteer_beside(store)
    return path if path.exists() else None


def import_geonames(
    dump: Path, into: Path, *, divisions: Path | None = None, progress: Callable[[int], object] | None = None
) -> Imported:
    """Read a dump line by line and put the gazetteer made of it in place of an earlier one.

    Args:
        dump: allCountries.zip, cities500.zip, SY.zip or one of their tables unpacked.
        into: the file to make; an earlier one stays until the new one is whole.
        divisions: admin1CodesASCII.txt; without it the dump's own ADM1 features name the divisions.
        progress: told how many places are read, now and then.

    Raises:
        DataError: the dump is not one, or holds no place.
    """
    names: dict[tuple[str, str], str] = {}
    odd: list[Odd] = []
    count = 0
    with Writer(into, f"GeoNames {dump.name} (geonames.org, CC BY 4.0)") as writer:
        for found in read_places(dump):
            if isinstance(found, Odd):
                count += 1
                odd = [*odd, found][:NAMED]
                continue
            _name_division(found, names)
            writer.add(found)
            if progress is not None and writer.count % EVERY == 0:
                progress(writer.count)
        if not writer.count:
            raise DataError(f"{dump}: no place in it; give a dump such as allCountries.zip or SY.zip")
        given = read_division_names(divisions) if divisions is not None else {}
        writer.finish(names | given)
        return Imported(into, writer.count, count, tuple(odd))


def _name_division(place: Place, names: dict[tuple[str, str], str]) -> None:
    if place.kind == "province" and place.division:
        names.setdefault((place.country, place.division), place.name)
