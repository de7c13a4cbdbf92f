"""One strike that three speakers count differently, as a wire and a bulletin tell it; and a hostile page."""

from __future__ import annotations

from typing import Any

from counterclaim.core.claims import Assessment, Control, Damage, Event, Responsibility
from counterclaim.core.incidents import Incident, Relation
from counterclaim.core.types import Sheet
from tests.web.sheets import build_sheet, killed

HOSTILE = '<script>alert(\'x\')</script><img src=x onerror="alert(1)">" onmouseover="alert(2)'
WIRE = (
    ("menu", None, "🛰️ Home | World | 🔴 Live\n"),
    ("headline", 0, "Raid on Karsa barracks: what is known\n"),
    (
        "article",
        0,
        (
            "🚨 The coalition said its aircraft killed at least 62 soldiers at the Karsa barracks on 17 September. "
            "The Norland defence ministry said 62 soldiers were killed. "
            "The Karsa Monitor put the death toll at 83 and said at least 120 soldiers were wounded.\n"
            "The ministry quoted the army staff as saying that the raid had let the rebels advance. "
            "The Eastern Alliance denied that its aircraft had struck the barracks. "
            "If the soldiers were hit, it was an accident, the coalition said. "
            "Four fuel tanks were destroyed.\n"
        ),
    ),
    ("caption", 0, "Smoke over the Karsa barracks (photo: K. Ode)\n"),
    ("embed", 0, "[video 8812 https://video.example/embed/8812]\n"),
    (
        "article",
        1,
        "Rebels hold most of Karsa. Activists say about 35 rebels were killed near the town in May.\n",
    ),
    (
        "notice",
        None,
        "This website uses cookies to improve your experience.\r\nAccept  Reject\tRead more\n",
    ),
)
BULLETIN = (
    ("dateline", 0, "KARSA, 18 September 2016 – "),
    (
        "article",
        0,
        (
            "The Karsa Monitor repeated that 83 soldiers died in the raid of Saturday.\n"
            "قال مرصد كارسا إن 83 جنديا قتلوا و120 على الأقل جرحوا.\n"
            "More than 20 civilians were also reported killed."
        ),
    ),
)
HOSTILE_PAGE = (
    ("article", 0, f"{HOSTILE} 5 people were killed, {HOSTILE} said.\n"),
    ("embed", None, '<iframe src="https://evil.example/"></iframe>'),
)


def wire_sheet() -> Sheet:
    at: dict[str, Any] = {"start": 0, "end": 0, "quote": "", "explicitness": "named"}
    coalition, ministry, monitor = ("Coalition",), ("Norland Ministry of Defence",), ("Karsa Monitor",)
    return build_sheet(
        "wire.txt",
        WIRE,
        [
            ("its aircraft killed at least 62 soldiers", killed(62, None, "at_least", speakers=coalition)),
            (
                "its aircraft killed at least 62 soldiers at the Karsa barracks",
                Responsibility(**at, stance="admits", accused="Coalition", speakers=coalition),
            ),
            ("62 soldiers were killed", killed(62, 62, speakers=ministry)),
            ("put the death toll at 83", killed(83, 83, speakers=monitor)),
            (
                "at least 120 soldiers were wounded",
                killed(120, None, "at_least", harm="wounded", speakers=monitor),
            ),
            (
                "the raid had let the rebels advance",
                Assessment(**at, speakers=("Norland Army Staff",), via=ministry, modality="alleged"),
            ),
            (
                "The Eastern Alliance denied that its aircraft had struck the barracks",
                Responsibility(
                    **at, stance="denies", accused="Eastern Alliance", speakers=("Eastern Alliance",)
                ),
            ),
            (
                "aircraft had struck",
                Event(
                    **at,
                    event_type="air_strike",
                    actor="Eastern Alliance",
                    target="barracks",
                    polarity="negated",
                    speakers=("Eastern Alliance",),
                ),
            ),
            (
                "If the soldiers were hit, it was an accident",
                Assessment(**at, speakers=coalition, modality="conditional"),
            ),
            (
                "Four fuel tanks were destroyed",
                Damage(start=0, end=0, quote="", object="fuel tanks", min=4, max=4, outcome="destroyed"),
            ),
            (
                "Rebels hold most of Karsa",
                Control(start=0, end=0, quote="", holder="Rebels", place="Karsa"),
            ),
            (
                "about 35 rebels were killed",
                killed(35, 35, "about", speakers=("activists",), group="rebels", explicitness="unnamed"),
            ),
        ],
        title="Raid on Karsa barracks",
        outlet="Harbour Wire",
    )


def bulletin_sheet() -> Sheet:
    monitor = ("Karsa Monitor",)
    return build_sheet(
        "bulletin.txt",
        BULLETIN,
        [
            ("83 soldiers died", killed(83, 83, speakers=monitor)),
            ("83 جنديا قتلوا", killed(83, 83, speakers=("مرصد كارسا",), group="جنديا")),
            (
                "More than 20 civilians were also reported killed",
                killed(21, None, "more_than", group="civilians", status="civilian", explicitness="passive"),
            ),
        ],
        outlet="Monitor's bulletin",
        published="2016-09-18",
    )


def hostile_sheet() -> Sheet:
    return build_sheet(
        "hostile.html",
        HOSTILE_PAGE,
        [("5 people were killed", killed(5, 5, speakers=(HOSTILE,), via=(HOSTILE,), group=HOSTILE))],
        title=HOSTILE,
        outlet=HOSTILE,
        origin=HOSTILE,
    )


def strike_of(wire: Sheet, bulletin: Sheet) -> Incident:
    """The raid as both documents tell it; the last two claims of the wire are about something else."""
    told = (wire.claims or ())[:-2]
    again = bulletin.claims or ()
    coalition, admission, ministry, monitor = told[:4]
    denial = told[6]
    return Incident(
        code="K7Q2",
        title="Air strike, Karsa barracks, 17 September, year not stated",
        kind="air_strike",
        place="Karsa barracks",
        when="XXXX-09-17",
        claims=tuple(claim.id for claim in (*told, *again)),
        relations=(
            Relation(
                kind="contradicts",
                claim=ministry.id,
                other=monitor.id,
                basis="62 and 83 cannot both be the number killed",
            ),
            Relation(
                kind="corroborates",
                claim=coalition.id,
                other=ministry.id,
                basis="at least 62 and 62 can both be the number killed",
            ),
            Relation(kind="denies", claim=denial.id, other=admission.id, basis="one says it, one denies it"),
            Relation(
                kind="repeats", claim=again[0].id, other=monitor.id, basis="the same speaker, the same figure"
            ),
        ),
        basis="2 documents: one kind (air strike), one place (Karsa barracks), days that can be one",
        maker="by hand",
    )
