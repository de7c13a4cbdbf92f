"""A shelled market whose dead one monitor counts three times, and the same market three days later."""

from __future__ import annotations

from typing import Any

from counterclaim.core.claims import Assessment, Event, Responsibility
from counterclaim.core.incidents import Incident, Link
from counterclaim.core.located import Located
from counterclaim.core.types import Sheet
from tests.web.sheets import build_sheet, killed

MONDAY = (
    (
        "article",
        0,
        (
            "The Karsa Monitor said 43 people were killed at the Orlova market on 3 October. "
            "The Norland army said nobody was killed there. "
            "Hospitals reported many wounded. "
            "The mayor expressed deep regret for the loss of life.\n"
        ),
    ),
)
TUESDAY = (
    (
        "article",
        0,
        (
            "The Karsa Monitor counts 70 people killed at the market. "
            "The governor accused the Eastern Alliance of shelling it. "
            "A ministry demanded an apology.\n"
        ),
    ),
)
THURSDAY = (
    (
        "article",
        0,
        (
            "At least 112 people were killed, the Karsa Monitor now says. "
            "Citing the Norland Post, a medic spoke of about 90 people killed.\n"
        ),
    ),
)
LEAFLET = (("article", 0, "The town council speaks of 30 people killed at the market.\n"),)
AFTERWARDS = (
    (
        "article",
        0,
        "Rockets fell on the Orlova market again on 6 October. Four people were killed by them.\n",
    ),
)


def market_sheets() -> tuple[Sheet, ...]:
    """A shelling whose dead one monitor counts three times, and one of the same market three days later."""
    at: dict[str, Any] = {"start": 0, "end": 0, "quote": "", "explicitness": "named"}
    of: dict[str, Any] = {"group": "people", "place": "Orlova market", "when": "2016-10-03"}
    monitor, post = ("Karsa Monitor",), ("Norland Post",)
    spot = Located(
        lat=40.0,
        lon=30.0,
        radius_km=5,
        precision=2,
        name="Orlova",
        kind="town",
        why=("the only town of this name",),
    )
    later: dict[str, Any] = {"place": "Orlova market", "when": "2016-10-06"}
    return (
        build_sheet(
            "monday.txt",
            MONDAY,
            [
                (
                    "43 people were killed at the Orlova market",
                    killed(43, 43, speakers=monitor, where=spot, **of),
                ),
                ("nobody was killed there", killed(0, 0, speakers=("Norland Army",), **of)),
                (
                    "many wounded",
                    killed(None, None, "unknown", harm="wounded", speakers=("hospitals",), group=None),
                ),
                ("expressed deep regret for the loss of life", Assessment(**at, speakers=("mayor",))),
            ],
            outlet="Harbour Wire",
            published="2016-10-03",
        ),
        build_sheet(
            "tuesday.txt",
            TUESDAY,
            [
                ("70 people killed at the market", killed(70, 70, speakers=monitor, **of)),
                (
                    "accused the Eastern Alliance of shelling it",
                    Responsibility(
                        **at, stance="accuses", accused="Eastern Alliance", speakers=("governor",)
                    ),
                ),
                ("demanded an apology", Assessment(**at, speakers=("ministry",))),
            ],
            outlet="Norland Post",
            published="2016-10-04",
        ),
        build_sheet(
            "thursday.txt",
            THURSDAY,
            [
                ("At least 112 people were killed", killed(112, None, "at_least", speakers=monitor, **of)),
                (
                    "about 90 people killed",
                    killed(90, 90, "about", speakers=("medic",), via=post, **of),
                ),
            ],
            outlet="Harbour Wire",
            published="2016-10-06",
        ),
        build_sheet(
            "leaflet.txt", LEAFLET, [("30 people killed", killed(30, 30, speakers=("town council",), **of))]
        ),
        build_sheet(
            "afterwards.txt",
            AFTERWARDS,
            [
                (
                    "Rockets fell on the Orlova market again",
                    Event(start=0, end=0, quote="", event_type="shelling", **later),
                ),
                ("Four people were killed", killed(4, 4, **{"group": "people", **later})),
            ],
            published="2016-10-07",
        ),
    )


def market_incidents(sheets: tuple[Sheet, ...]) -> list[Incident]:
    """The shelling of the first four documents, and that of the last."""
    first = [claim for sheet in sheets[:4] for claim in sheet.claims or ()]
    after = sheets[4].claims or ()
    place = "Orlova market"
    return [
        Incident(
            code="R4",
            title="Shelling, Orlova market, 3 October 2016",
            kind="shelling",
            place=place,
            when="2016-10-03",
            claims=tuple(claim.id for claim in first),
            links=(Link(claim=first[0].id, other=first[4].id, score=0.93, basis="one place, one day"),),
            basis="4 documents: one place, one day",
            maker="by hand",
        ),
        Incident(
            code="R5",
            title="Shelling, Orlova market, 6 October 2016",
            kind="shelling",
            place=place,
            when="2016-10-06",
            claims=tuple(claim.id for claim in after),
        ),
    ]
