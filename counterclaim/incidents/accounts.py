"""The accounts of an incident side by side: everything that one speaker says about it."""

from __future__ import annotations

from collections.abc import Sequence

from counterclaim.core.claims import Casualty, claim_type
from counterclaim.core.incidents import Account, FiledClaim, Incident

_HARMS_FIRST = ("killed", "wounded", "killed_or_wounded")


def accounts_of(incident: Incident, filed: Sequence[FiledClaim]) -> tuple[Account, ...]:
    """One account for each speaker, most figures first, then by name; the documents' own voice last.

    A claim of two speakers stands in the account of each. What a speaker repeats stands once, at its
    first mention; the outlets list everybody who carries it.
    """
    ids = frozenset(incident.claims)
    own = sorted(
        (one for one in filed if one.claim.id in ids),
        key=lambda one: (one.document_id, one.claim.start, one.claim.id),
    )
    repeats = {(told.claim, told.other) for told in incident.relations if told.kind == "repeats"}
    speakers = {speaker for one in own for speaker in one.claim.speakers or (None,)}
    accounts = [_account(speaker, own, repeats) for speaker in speakers]
    return tuple(sorted(accounts, key=_rank))


def _account(speaker: str | None, own: Sequence[FiledClaim], repeats: set[tuple[str, str]]) -> Account:
    said = [one for one in own if (speaker in one.claim.speakers if speaker else not one.claim.speakers)]
    ids = [one.claim.id for one in said]
    first = [one for one in said if not any((one.claim.id, other) in repeats for other in ids)]
    return Account(
        speaker=speaker,
        claims=tuple(sorted(first, key=_order)),
        outlets=tuple(dict.fromkeys(one.outlet or one.doc for one in said)),
    )


def _order(one: FiledClaim) -> tuple[int, int, str, int]:
    claim = one.claim
    if not isinstance(claim, Casualty):
        return 2, 0, one.document_id, claim.start
    harm = _HARMS_FIRST.index(claim.harm) if claim.harm in _HARMS_FIRST else len(_HARMS_FIRST)
    return (0 if claim.scope == "incident" else 1), harm, one.document_id, claim.start


def _rank(account: Account) -> tuple[bool, int, str]:
    figures = sum(claim_type(one.claim) == "casualty" for one in account.claims)
    return account.speaker is None, -figures, account.speaker or ""
