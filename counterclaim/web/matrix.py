"""Accounts side by side: a row for each speaker, a column for each kind of harm that is counted."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from counterclaim.core.claims import Casualty, Harm
from counterclaim.core.incidents import Account, FiledClaim, Incident
from counterclaim.web.labels import HARMS


class Row(NamedTuple):
    """One speaker's figures; `cells` has a tuple of claims for each column of the matrix."""

    account: Account
    cells: tuple[tuple[FiledClaim, ...], ...]


class Matrix(NamedTuple):
    """Rows as speakers are credited, the documents' own voice last."""

    harms: tuple[Harm, ...]
    rows: tuple[Row, ...]


def build_matrix(accounts: Iterable[Account]) -> Matrix:
    """Only harms that somebody counts become columns, only accounts with a figure become rows."""
    ordered = sorted(accounts, key=lambda account: account.speaker is None)
    counted = {claim.harm for account in ordered for _, claim in _casualties(account)}
    harms = tuple(harm for harm in HARMS if harm in counted)
    rows = []
    for account in ordered:
        cells = tuple(
            tuple(filed for filed, claim in _casualties(account) if claim.harm == harm) for harm in harms
        )
        if any(cells):
            rows.append(Row(account, cells))
    return Matrix(harms, tuple(rows))


def _casualties(account: Account) -> list[tuple[FiledClaim, Casualty]]:
    return [(filed, filed.claim) for filed in account.claims if isinstance(filed.claim, Casualty)]


def find_repeats(
    incident: Incident, filed: Mapping[str, FiledClaim], shown: Iterable[FiledClaim]
) -> dict[str, list[FiledClaim]]:
    """By the id of a shown claim, the claims that repeat it and that no row shows."""
    visible = {one.claim.id for one in shown}
    found: dict[str, list[FiledClaim]] = {}
    for relation in incident.relations:
        if relation.kind == "repeats" and relation.claim in filed and relation.claim not in visible:
            found.setdefault(relation.other, []).append(filed[relation.claim])
    return found
