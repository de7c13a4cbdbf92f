"""Incidents of every precision, of a place and of a day, in invented towns; and a store of them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from counterclaim.core.claims import Claim
from counterclaim.core.incidents import Incident, Relation
from counterclaim.core.located import Located
from counterclaim.core.types import Sheet
from counterclaim.store import Store
from tests.web.raid import HOSTILE
from tests.web.sheets import build_sheet, killed

DOREL = Located(
    lat=35.2, lon=40.1, radius_km=5, precision=1, name="Dorel", kind="town", country="SY", admin1="Karsa"
)
NEAR_DOREL = Located(lat=35.2, lon=40.1, radius_km=25, precision=2, name="Dorel", kind="town", country="SY")
KARSA = Located(lat=35.0, lon=39.5, radius_km=90, precision=4, name="Karsa", kind="province", country="SY")
SYRIA = Located(lat=35.0, lon=38.0, radius_km=240, precision=6, name="Syria", kind="country", country="SY")
ORLOVA = Located(lat=48.5, lon=38.0, radius_km=4, precision=1, name="Orlova", kind="town", country="UA")

# Code, kind, place in words, where it lies, day, and (speaker, low, high) of each figure.
TOLD: tuple[tuple[str, str, str | None, Located | None, str | None, list[tuple[str, int | None, int | None]]], ...] = (
    ("M1", "air_strike", "Dorel", DOREL, "2016-09-17", [("Coalition", 62, None), ("Monitor", 83, 83)]),
    ("M2", "shelling", "Dorel", DOREL, "2016-10", [("Monitor", 4, 4)]),
    ("M3", "shelling", "near Dorel", NEAR_DOREL, "2016-11-02", [("Residents", None, 9)]),
    ("M4", "air_strike", "Karsa province", KARSA, "2016-09-20", [("Army", 10, 10), ("Rebels", 45, 45)]),
    ("M5", "armed_clash", "Syria", SYRIA, "2016-12-01/2016-12-05", [("Army", 7, 7)]),
    ("M6", "bombing", "Orlova", ORLOVA, "2017-03-01", [("Police", 3, 3)]),
    ("M7", "shelling", "the village", None, "2016-09-18", [("Residents", 5, 5)]),
    ("M8", "air_strike", "Orlova", ORLOVA, "XXXX-06-02", [("Police", 0, 0)]),
    ("M9", HOSTILE, HOSTILE, None, None, [(HOSTILE, 1, 1)]),
)  # fmt: skip


def mapped_sheets() -> list[Sheet]:
    """A document for each incident."""
    return [_sheet(*one) for one in TOLD]


def _sheet(code: str, _kind: str, place: str | None, where: Any, when: str | None, figures: Any) -> Sheet:
    told: list[tuple[str, Claim]] = [
        (f"{number} people were killed in {code}", killed(low, high, speakers=(speaker,), place=place, where=where, when=when))
        for number, (speaker, low, high) in enumerate(figures, 1)
    ]  # fmt: skip
    return build_sheet(f"{code}.txt", [("article", 0, ". ".join(words for words, _ in told) + ".")], told)


def mapped_store(path: Path) -> Path:
    """A store of all of them. The first one's accounts contradict each other."""
    sheets = mapped_sheets()
    incidents = []
    for sheet, (code, kind, place, _, when, _) in zip(sheets, TOLD, strict=True):
        claims = tuple(claim.id for claim in sheet.claims or ())
        disputes = (
            (Relation(kind="contradicts", claim=claims[0], other=claims[1], basis="by hand"),)
            if code == "M1"
            else ()
        )
        title = f"{kind.replace('_', ' ').capitalize()}, {place}" if code != "M9" else HOSTILE
        incidents.append(
            Incident(
                code=code, title=title, kind=kind, place=place, when=when, claims=claims, relations=disputes
            )
        )
    with Store.open(path) as store:
        for sheet in sheets:
            store.write_sheet(sheet)
        store.write_incidents(incidents)
    return path
