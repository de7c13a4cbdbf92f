"""Incidents with the claims they are made of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from msgspec.structs import asdict

from counterclaim.core import incidents, types
from counterclaim.core.daywords import day_words
from counterclaim.core.incidents import Account, FiledClaim
from counterclaim.core.located import Located
from counterclaim.core.wording import claim_words
from counterclaim.export.gather import gathered
from counterclaim.export.tables import INCIDENT_COLUMNS, incident_cells
from counterclaim.incidents import across
from counterclaim.incidents.accounts import accounts_of
from counterclaim.incidents.filing import file_claims
from counterclaim.incidents.profiles import DEFAULT_PROFILE, Settings
from counterclaim.incidents.profiles import reconcile as run_profile
from counterclaim.library.display import render
from counterclaim.library.figures import Reconciled, shown
from counterclaim.library.results import Results
from counterclaim.run.workers import workers as spread_over


class Incident(incidents.Incident, frozen=True, kw_only=True):
    """What is held to have happened, with who says what; in a notebook it shows the accounts side by side.

    `filed` are its claims with their documents and sentences; `relations` tell which of them contradict, repeat,
    revise or corroborate which, and why.
    """

    filed: tuple[FiledClaim, ...] = ()

    @property
    def accounts(self) -> tuple[Account, ...]:
        """What each speaker says; the documents' own voice last."""
        return accounts_of(self, self.filed)

    @property
    def where(self) -> Located | None:
        """Where it lies on the map; None where nobody can tell."""
        return gathered(self, self.filed).where

    def tally(self, profile: str = DEFAULT_PROFILE, settings: Settings | None = None) -> Reconciled:
        """Its figures reconciled by a named rule.

        Raises:
            NotFoundError: there is no such profile.
        """
        return shown(run_profile(profile, self.filed, settings))

    def __repr__(self) -> str:
        lines = [f"{self.code}  {self.title}"]
        for account in self.accounts:
            said = "; ".join(dict.fromkeys(claim_words(one.claim) for one in account.claims))
            lines.append(f"  {account.speaker or 'own voice'}: {said}")
        return "\n".join(lines)

    def _repr_html_(self) -> str:
        return render(
            "incident.html",
            incident=self,
            day=day_words(self.when),
            disputes=self._disputes(),
            result=self.tally(),
        )

    def _disputes(self) -> list[tuple[FiledClaim, FiledClaim, str]]:
        by_id = {one.claim.id: one for one in self.filed}
        return [
            (by_id[told.claim], by_id[told.other], told.basis)
            for told in self.relations
            if told.kind == "contradicts" and {told.claim, told.other} <= by_id.keys()
        ]


def link(sheets: Iterable[types.Sheet], *, workers: int = 1) -> Results[Incident]:
    """The incidents that the sheets tell of, those of several documents brought together, by code.

    From some 100,000 claims on, several `workers` are quicker: processes that change nothing of the result. A script
    that asks for them keeps what it does behind `if __name__ == "__main__":`.

    >>> from counterclaim.library.reading import read
    >>> first = read("Rebels said an air strike near Aleppo on 3 May 2016 killed 14 soldiers.", doc="a")
    >>> [incident] = link([first])
    >>> incident.title
    'Air strike, near Aleppo, 3 May 2016'
    >>> incident.tally().tallies[0].low.number
    14

    Raises:
        DataError: `workers` is less than 1.
        WorkerError: a worker was ended from outside, as for want of memory.
    """
    filed = [one for sheet in sheets for one in file_claims(sheet)]
    by_id = {one.claim.id: one for one in filed}
    with spread_over(workers) as spread:
        found = across.link(filed, spread=spread)
    return as_results(
        with_claims(incident, [by_id[claim] for claim in incident.claims]) for incident in found
    )


def with_claims(incident: incidents.Incident, filed: Sequence[FiledClaim]) -> Incident:
    """The incident, with its claims and its display."""
    return Incident(**(asdict(incident) | {"filed": tuple(filed)}))


def as_results(found: Iterable[Incident]) -> Results[Incident]:
    """Incidents as a table has them: columns as in the export `incidents`."""
    return Results(found, _row)


def _row(incident: Incident) -> Mapping[str, Any]:
    cells = incident_cells(gathered(incident, incident.filed), DEFAULT_PROFILE, Settings())
    return {column.name: cells.get(column.name) for column in INCIDENT_COLUMNS}
