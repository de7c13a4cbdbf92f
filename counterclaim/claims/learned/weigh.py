"""How sure each claim is, from who found it: a rule, the trained reader, or both; unsure ones are let go."""

from __future__ import annotations

import math
from collections.abc import Sequence

import msgspec
from msgspec.structs import replace

from counterclaim.core.claims import Assessment, Casualty, Claim, Damage, Event, Intent, Plan, claim_type
from counterclaim.core.spans import share_of_shorter
from counterclaim.core.types import Tag
from counterclaim.models.confidence import confidence, threshold

# Who is credited with a sentence claims something in it: that much is kept of it.
LEAST = 0.15
LEAST_BY_RULE = 0.1


class Candidate(msgspec.Struct, frozen=True):
    """A claim, and the reader's mark of its type that covers it, if any."""

    claim: Claim
    by_rule: bool
    tag: Tag | None

    def features(self) -> dict[str, float]:
        """What its confidence is judged by; names as in the weights' file."""
        kind, claim = claim_type(self.claim), self.claim
        origin = "reader" if not self.by_rule else "both" if self.tag else "rule"
        score = min(max(self.tag.score, 0.02), 0.98) if self.tag else 0.5
        found = {
            "": 1.0,
            f"{kind}": 1.0,
            f"{origin}": 1.0,
            f"{kind} {origin}": 1.0,
            "score": math.log(score / (1 - score)),
            f"score {origin}": math.log(score / (1 - score)),
            "credited": float(bool(claim.speakers)),
            f"{kind} credited": float(bool(claim.speakers)),
        }
        length = math.log(len(claim.quote.split()) + 1)
        found[f"length {origin}"] = length
        found[f"{kind} length"] = length
        found[claim.maker] = 1.0
        if isinstance(claim, Casualty):
            found["uncounted"] = float(claim.min is None and claim.max is None)
            found[f"uncounted {origin}"] = found["uncounted"]
        return found


def candidates(by_rule: Sequence[Claim], tagged: Sequence[tuple[Claim, Tag]]) -> list[Candidate]:
    """The rules' claims beside the reader's of one sentence, one and the same claim once."""
    free = list(tagged)
    found: list[Candidate] = []
    for claim in by_rule:
        same = [(other, tag) for other, tag in free if _is_same(claim, other)]
        best = max(same, key=lambda pair: share_of_shorter(claim, pair[0]), default=None)
        if best is not None:
            free.remove(best)
        found.append(Candidate(claim, True, best[1] if best else None))
    return found + [
        Candidate(claim, False, tag)
        for claim, tag in free
        if not any(_tells(other, claim) for other in found)
    ]


def weighed(found: Sequence[Candidate]) -> list[Claim]:
    """The claims that are sure enough, each with its confidence; of what a speaker says, at least the surest."""
    scored = [(confidence(candidate.features()), number, candidate) for number, candidate in enumerate(found)]
    kept = {
        number
        for score, number, candidate in scored
        if score >= threshold(claim_type(candidate.claim), by_rule=candidate.by_rule)
    }
    for said in _by_speaker(scored).values():
        # A figure stands by itself or not at all.
        others = [row for row in said if not isinstance(row[2].claim, Casualty)]
        best = max(others, key=lambda row: (row[0], -row[1]), default=None)
        if best is not None and _is_enough(best) and kept.isdisjoint(number for _, number, _ in said):
            kept.add(best[1])
    return [
        replace(candidate.claim, score=round(score, 3))
        for score, number, candidate in scored
        if number in kept
    ]


Scored = tuple[float, int, Candidate]


def _is_enough(row: Scored) -> bool:
    """Whether a claim may stand for all that a speaker says; of what happened, a rule is believed sooner."""
    score, _, candidate = row
    happened = candidate.by_rule and not isinstance(candidate.claim, (Assessment, Intent, Plan))
    return score >= (LEAST_BY_RULE if happened else LEAST)


def _by_speaker(scored: Sequence[Scored]) -> dict[tuple[object, ...], list[Scored]]:
    """What each speaker is credited with in each sentence."""
    found: dict[tuple[object, ...], list[Scored]] = {}
    for row in scored:
        claim = row[2].claim
        if claim.speakers:
            found.setdefault((claim.article, claim.passage, claim.speakers), []).append(row)
    return found


def _is_same(one: Claim, other: Claim) -> bool:
    return type(one) is type(other) and share_of_shorter(one, other) >= 0.5 and not _other_figure(one, other)


def _tells(told: Candidate, claim: Claim) -> bool:
    """Whether a rule's claim tells already what the reader marks in `claim`.

    Where the reader marks two events in one long claim of a rule, the second is its own.
    """
    if type(told.claim) is not type(claim):
        return False
    if isinstance(claim, Casualty) and isinstance(told.claim, Casualty):
        figure = (told.claim.harm, told.claim.min, told.claim.max)
        if (claim.harm, claim.min, claim.max) == figure or _is_one_of(claim, told.claim):
            return True
    marked = None if _is_no_second(claim, told.claim) else told.tag
    return share_of_shorter(marked or told.claim, claim) >= 0.5


def _is_no_second(claim: Claim, told: Claim) -> bool:
    """Whether an event is of the sort of a rule's, or a loss has no count of its own: not another in its claim."""
    if isinstance(claim, Event) and isinstance(told, Event):
        return claim.event_type == told.event_type
    return isinstance(claim, Damage) and claim.min is None and claim.max is None


def _is_one_of(claim: Casualty, told: Casualty) -> bool:
    """Whether a rule counts these people already among others: "a policeman and a technician" are two."""
    if claim.group is None or told.group is None or claim.max is None:
        return False
    return claim.harm == told.harm and f"{claim.group} and " in told.group


def _other_figure(one: Claim, other: Claim) -> bool:
    """Whether two casualty claims count differently: "killed 16 and wounded 30" overlap, and are two."""
    if not (isinstance(one, Casualty) and isinstance(other, Casualty)):
        return False
    return one.harm != other.harm and (one.min, one.max) != (other.min, other.max)
