"""The incident that a group of happenings is: its title, its claims, its relations, and why they stand together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from counterclaim.core.ids import hash_bytes
from counterclaim.core.incidents import FiledClaim, Incident, Link, in_text
from counterclaim.incidents.group import Group
from counterclaim.incidents.relations import relate
from counterclaim.incidents.titles import NO_EVENT_TYPE, kind_of, place_of, title_of, when_of
from counterclaim.incidents.told import read_signs

MAKER = "link_incidents.v3"
_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford's base 32


def incident_of(group: Group, claims: Sequence[Sequence[FiledClaim]]) -> Incident:
    """The incident of a group; `claims` are those of each of its happenings, in text order."""
    filed = sorted((one for part in claims for one in part), key=in_text)
    reads = sorted(
        ((one, signs) for part in claims for one, signs in zip(*read_signs(part), strict=True)),
        key=lambda pair: in_text(pair[0]),
    )
    fixing, signs = [one for one, _ in reads], [read for _, read in reads]
    kinds = Counter(kind for told in group.told for kind in told.kinds)
    kind, place, when = kind_of(fixing, kinds), place_of(fixing, signs), when_of(signs)
    return Incident(
        code=_code(min(one.claim.id for one in filed)),
        title=title_of(kind, place, when or _month(group)),
        kind="other" if kind in NO_EVENT_TYPE else kind,
        place=place,
        when=when,
        claims=tuple(one.claim.id for one in filed),
        relations=relate(filed),
        links=_links(group),
        basis=_basis(group),
        maker=MAKER,
    )


def _month(group: Group) -> str | None:
    """The month, season or year that is told where no day is; of a longer time a title says nothing."""
    told = (one.spread for one in group.told if one.spread is not None)
    return min((spread for spread in told if "/" not in spread), default=None)


def _links(group: Group) -> tuple[Link, ...]:
    first_claim = {told.name: told.claims[0] for told in group.told}
    return tuple(
        Link(
            claim=first_claim[pair.one],
            other=first_claim[pair.other],
            score=round(pair.score, 4),
            basis=pair.basis,
        )
        for pair in group.pairs
    )


def _basis(group: Group) -> str:
    """The reasons that hold for most of the links, in the order of how often they do."""
    documents = len({told.document_id for told in group.told})
    if len(group.told) == 1:
        return "one document tells these claims as one happening"
    counted = Counter(reason for pair in group.pairs for reason in pair.basis.split(", "))
    most = [reason for reason, count in counted.most_common() if 2 * count >= len(group.pairs)]
    return f"{documents} {'document' if documents == 1 else 'documents'}: {', '.join(most)}"


def _code(claim_id: str) -> str:
    number = int(hash_bytes(claim_id.encode())[:8], 16) >> 2  # 30 bits are six digits
    return "CC-" + "".join(_ALPHABET[(number >> shift) & 31] for shift in range(25, -5, -5))
