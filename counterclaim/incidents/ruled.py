"""What people ruled about claims: of one happening, or of different ones. The latest ruling counts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from counterclaim.core.incidents import FiledClaim, Verdict


class Verdicts:
    """Rulings in force, found by the claims they name."""

    def __init__(self, verdicts: Iterable[Verdict] = ()) -> None:
        self._by_claim: dict[str, list[Verdict]] = defaultdict(list)
        for verdict in sorted(verdicts, key=lambda each: each.number):
            for claim in sorted({*verdict.claims, *verdict.others}):
                self._by_claim[claim].append(verdict)

    def joins(self, claim: str) -> bool:
        """Whether some ruling puts the claim together with others."""
        return any(verdict.decision == "same" for verdict in self._by_claim.get(claim, ()))

    def touching(self, claims: Iterable[str]) -> list[Verdict]:
        """Rulings that name one of the claims, newest first."""
        found = {each.number: each for claim in claims for each in self._by_claim.get(claim, ())}
        return [found[number] for number in sorted(found, reverse=True)]

    def between(self, one: Sequence[str], other: Sequence[str]) -> Verdict | None:
        """The newest ruling on claims of the one and claims of the other; None where nobody ruled."""
        if not self._by_claim:
            return None
        mine, theirs = set(one), set(other)
        return next((each for each in self.touching(one) if _is_about(each, mine, theirs)), None)

    def parts(self, label: str, filed: Sequence[FiledClaim]) -> Iterator[tuple[str, list[FiledClaim]]]:
        """The claims of a label, each part that a ruling takes out of it under a name of its own."""
        rest = list(filed)
        for verdict in reversed(self.touching(one.claim.id for one in rest)):
            if verdict.decision != "different":
                continue
            moved = [one for one in rest if one.claim.id in verdict.claims]
            kept = [one.claim.id for one in rest if one.claim.id not in verdict.claims]
            if moved and self.between([one.claim.id for one in moved], kept) == verdict:
                yield f"{label} apart {min(one.claim.id for one in moved)}", moved
                rest = [one for one in rest if one.claim.id in kept]
        if rest:
            yield label, rest


def _is_about(verdict: Verdict, mine: set[str], theirs: set[str]) -> bool:
    claims, others = set(verdict.claims), set(verdict.others)
    if verdict.decision == "same":
        both = claims | others
        return bool(both & mine and both & theirs)
    return bool((claims & mine and others & theirs) or (claims & theirs and others & mine))
