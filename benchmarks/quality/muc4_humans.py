"""Human targets of MUC-4 keys against casualty claims: the slots NUMBER and EFFECT OF INCIDENT.

A claim answers for one target: its figure is the number, its harm the effect. The keys tell people one by
one where they are named, and leave out incidents that are no terrorism; messages without a filled template are
left out here too. Templates are not aligned: a message's targets are one bag.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from benchmarks.quality.muc4_keys import Target
from benchmarks.quality.reading import document_of
from benchmarks.quality.scores import Score, match
from counterclaim.core.claims import Casualty
from counterclaim.run.pipeline import read_document

EFFECTS = {  # harm: effects that it states, and those that a count of nobody states
    "killed": (("DEATH",), ("NO DEATH", "NO INJURY OR DEATH")),
    "wounded": (("INJURY",), ("NO INJURY", "NO INJURY OR DEATH")),
    "killed_or_wounded": (("DEATH", "INJURY"), ("NO INJURY OR DEATH", "NO INJURY", "NO DEATH")),
    "rescued": (("REGAINED FREEDOM",), ()),
    "abducted": ((), ()),  # kidnapped: the keys leave the effect empty
}


def human_claims(name: str, text: str) -> list[Casualty]:
    """The casualty claims of a message that answer for targets, each figure of an incident once."""
    claims = read_document(document_of(name, unwrapped(text))).claims or ()
    found: dict[tuple[object, ...], Casualty] = {}
    for claim in claims:
        if isinstance(claim, Casualty) and claim.harm in EFFECTS and claim.scope != "cumulative":
            key = (claim.harm, claim.min, claim.max, (claim.group or "").lower(), claim.incident)
            found.setdefault(key, claim)
    return list(found.values())


def unwrapped(text: str) -> str:
    """The text with a line per paragraph; the messages are wrapped at column 70.

    >>> unwrapped("TWO NURSES\\nDIED.\\n\\nNO ONE CLAIMED IT.\\n")
    'TWO NURSES DIED.\\n\\nNO ONE CLAIMED IT.'
    """
    return "\n\n".join(" ".join(paragraph.split()) for paragraph in text.split("\n\n"))


def score_humans(golds: Sequence[Iterable[Target]], preds: Sequence[Sequence[Casualty]]) -> dict[str, Score]:
    """Slot by slot, and both at once; a message's targets and claims at the same place of the two lists."""
    scores = {name: Score() for name in ("number", "effect", "number and effect")}
    for targets, claims in zip(golds, preds, strict=True):
        targets = list(targets)
        _add(scores["number"], [t for t in targets if t.numbers], claims, has_number)
        affected = [claim for claim in claims if claim.harm != "abducted"]
        _add(scores["effect"], [t for t in targets if t.effects], affected, has_effect)
        both = [t for t in targets if t.numbers and t.effects]
        _add(scores["number and effect"], both, affected, lambda t, c: has_number(t, c) and has_effect(t, c))
    return scores


def _add(
    score: Score,
    targets: Sequence[Target],
    claims: Sequence[Casualty],
    agree: Callable[[Target, Casualty], bool],
) -> None:
    """What the key only accepts is neither asked for nor held against the claim that has it."""
    asked = [target for target in targets if not target.optional]
    hits = match(asked, claims, agree)
    taken = {id(claim) for _, claim in hits}
    rest = [claim for claim in claims if id(claim) not in taken]
    spare = match([target for target in targets if target.optional], rest, agree)
    score.add(len(hits), len(asked), len(claims) - len(spare))


def has_number(target: Target, claim: Casualty) -> bool:
    """Whether the claim's figure is one that the key gives.

    "About 100" answers "~100" and "100"; words such as "several", and a plural without a number, answer "PLURAL".
    """
    return any(_is_number(number, claim) for number in target.numbers)


def has_effect(target: Target, claim: Casualty) -> bool:
    stated, nobody = EFFECTS[claim.harm]
    return bool(set(nobody if claim.max == 0 else stated) & set(target.effects))


def _is_number(number: str, claim: Casualty) -> bool:
    if number == "PLURAL":
        uncounted = claim.min is None and claim.max is None
        return claim.max != 1 and (uncounted or claim.qualifier in ("vague", "none", "unknown"))
    low, dash, high = number.removeprefix("~").partition("-")
    if not dash:
        return claim.min == claim.max == int(low)
    least = claim.min - 1 if claim.min is not None and claim.qualifier == "more_than" else claim.min
    most = claim.max + 1 if claim.max is not None and claim.qualifier == "fewer_than" else claim.max
    bounds = (int(low) if low else None, int(high) if high else None)
    return bounds in ((least, most), (claim.min, claim.max))
