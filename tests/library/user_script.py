"""What somebody writes who uses the library; `make lint` checks its types as strictly as they may."""

from __future__ import annotations

from pathlib import Path

import counterclaim

TEXT = "Rebels said an air strike near Aleppo on 3 May 2016 killed 14 soldiers."


def list_speakers(folder: Path) -> list[str]:
    """Everybody who gives a figure of ten or more killed."""
    sheet: counterclaim.Sheet = counterclaim.read(TEXT, doc="note", published="2016-05-04")
    with counterclaim.open_store(folder / "my.db") as store:
        added = store.add(sheet)
        assert [one.outcome for one in added] == ["added"]
        for incident in store.incidents(kind="air_strike", limit=5):
            result: counterclaim.Reconciled = incident.tally("ucdp-like")
            for tally in result.tallies:
                low: int | None = tally.low.number
                assert (incident.kind, low, len(result.to_dicts())) == ("air_strike", 14, 1)
        claims = store.claims(harm="killed", figure_min__gte=10)
    try:
        assert counterclaim.reconcile([counterclaim.Figure(speaker="Army", min=3), *claims]).trace[0].why
        assert counterclaim.reconcile([{"speaker": "Army", "min": 3}]).tallies
    except counterclaim.CounterclaimError as error:
        raise SystemExit(str(error)) from error
    return [speaker for one in claims for speaker in one.claim.speakers]
