"""How far each claim moves the published ranges: the profile's range of its incident with and without the claim."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, Exists, exists, func, insert, select

from counterclaim.core.incidents import FiledClaim
from counterclaim.incidents.matched import match_tallies
from counterclaim.incidents.profiles import reconcile
from counterclaim.incidents.tallies import Bound, Reconciled, Tally
from counterclaim.store import schema
from counterclaim.store.nearby import read_claims_of
from counterclaim.store.reviews_schema import effects


def weigh(connection: Connection, profile: str, most: int) -> int:
    """Weigh the claims of up to `most` incidents of which that is not known; how many these were.

    An incident that is made anew is weighed anew: its rows go with it. Those with the most killed come first.

    Raises:
        NotFoundError: there is no such profile.
    """
    codes = _not_weighed(connection, profile, most)
    if not codes:
        return 0
    rows = [
        {"profile": profile, "code": code, "claim_id": claim, "people": people}
        for code, filed in read_claims_of(connection, codes).items()
        for claim, people in effects_of(profile, filed).items()
    ]
    known = {row["code"] for row in rows}
    rows += [  # incidents all of whose claims are rejected
        {"profile": profile, "code": member.code, "claim_id": member.claim_id, "people": 0}
        for member in connection.execute(
            select(schema.incident_claims).where(
                schema.incident_claims.c.code.in_([code for code in codes if code not in known])
            )
        )
    ]
    connection.execute(insert(effects), rows)
    return len(codes)


def count_not_weighed(connection: Connection, profile: str) -> int:
    """How many incidents are still to be weighed."""
    return connection.scalar(select(func.count()).select_from(schema.incidents).where(~_known(profile))) or 0


def _known(profile: str) -> Exists:
    return exists().where(effects.c.code == schema.incidents.c.code, effects.c.profile == profile)


def _not_weighed(connection: Connection, profile: str, most: int) -> Sequence[str]:
    """No claim is looked at for it, so that one incident more is found at once in a large store."""
    incident, counted = schema.incidents.c, schema.incident_counts.c
    has_claims = exists().where(schema.incident_claims.c.code == incident.code)
    return connection.scalars(
        select(incident.code)
        .join(schema.incident_counts, counted.code == incident.code)
        .where(~_known(profile), has_claims)
        .order_by(counted.killed_high.desc(), incident.code)
        .limit(most)
    ).all()


def effects_of(profile: str, filed: Sequence[FiledClaim]) -> dict[str, int]:
    """By how many people the ends of the ranges move, all together, if each of the claims is rejected.

    A range that goes away or comes up counts from nought.
    """
    whole = reconcile(profile, filed)
    told = {step.claim for step in whole.trace}
    return {
        one.claim.id: moved(whole, reconcile(profile, _without(filed, one))) if one.claim.id in told else 0
        for one in filed
    }


def _without(filed: Iterable[FiledClaim], one: FiledClaim) -> list[FiledClaim]:
    return [other for other in filed if other is not one]


def moved(before: Reconciled, after: Reconciled) -> int:
    """People between the low, best and high ends before and after, all ranges together."""
    return sum(
        abs(_number(old, end) - _number(new, end))
        for old, new in match_tallies(before.tallies, after.tallies)
        for end in ("low", "best", "high")
    )


def _number(tally: Tally | None, end: str) -> int:
    bound: Bound | None = getattr(tally, end, None)
    return 0 if bound is None or bound.number is None else bound.number
