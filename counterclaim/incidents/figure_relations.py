"""How two figures of one incident stand to each other."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from counterclaim.core.claims import Casualty, Harm
from counterclaim.core.incidents import FiledClaim, Relation, RelationKind
from counterclaim.core.patterns import pattern
from counterclaim.core.wording import figure_words, harmed_words, label_words
from counterclaim.incidents.figures import (
    bears_on,
    can_both_be,
    counts_some_of,
    is_counted,
    same_count,
    same_figure,
)
from counterclaim.incidents.said import groups_of, sayings
from counterclaim.incidents.signs import same_place, spot_of
from counterclaim.incidents.voices import may_speak_for_one, same_voice

_WORD = pattern(r"[\p{L}\p{N}]+")
# Share of words in common from which two quotes are one statement. A caption that repeats a sentence
# with a credit added shares 9 of 10; two sentences about one town share half.
SAME_WORDING = 0.75
# Different words that a sentence needs before its wording tells of a copy: "Nine people were killed" is
# what anybody would write.
COPIED_WORDS = 8


class Figures:
    """The figures of one incident: whom each counts, and which are replaced."""

    def __init__(self, filed: Sequence[FiledClaim]) -> None:
        self._groups = groups_of(filed)
        said = sayings(filed, self._groups)
        standing = {one.claim.id for figure in said if figure.after is None for one in figure.claims}
        self._replaced = {one.claim.id for figure in said for one in figure.claims} - standing
        self._revised: dict[tuple[str, str], str] = {}
        for figure in said:
            if figure.after is not None:
                after, basis = figure.after
                self._revised[after.claim.id, figure.first.claim.id] = basis

    def relate(self, one: FiledClaim, other: FiledClaim) -> Relation | None:
        """How the two stand to each other; None where they count different people or nothing."""
        a, b = one.claim, other.claim
        if not isinstance(a, Casualty) or not isinstance(b, Casualty) or not self._same_people(a, b):
            return None
        if same_voice(one, other):
            return self._of_one_voice(one, other, a, b)
        if not is_counted(a) or not is_counted(b):
            return None
        if _is_copy(one, other, a, b):
            return relation_of(other, one, "repeats", "nearly the same words and figure, nobody being named")
        if {one.claim.id, other.claim.id} & self._replaced:
            return None
        pair = f"{figure_words(a.min, a.max, a.qualifier)} and {figure_words(b.min, b.max, b.qualifier)}"
        harm = label_words(a.harm if bears_on(b, a.harm) else b.harm)
        if counts_some_of(a, b) or counts_some_of(b, a):
            return None
        if can_both_be(a, b):
            if may_speak_for_one(one, other):
                return None
            return relation_of(one, other, "corroborates", f"{pair} can both be the number {harm}")
        return relation_of(one, other, "contradicts", f"{pair} cannot both be the number {harm}")

    def _same_people(self, a: Casualty, b: Casualty) -> bool:
        harm: Harm = a.harm if bears_on(b, a.harm) else b.harm
        group = self._groups.get((harm, a.id))
        if group is None or group != self._groups.get((harm, b.id)):
            return False
        return same_count(a, b) and same_place(spot_of(a.place), spot_of(b.place)) is not False

    def _of_one_voice(self, one: FiledClaim, other: FiledClaim, a: Casualty, b: Casualty) -> Relation | None:
        if same_figure(a, b):
            return relation_of(
                other, one, "repeats", f"the same speaker gives the same figure: {harmed_words(a)}"
            )
        for later, earlier, said, before in ((one, other, a, b), (other, one, b, a)):
            basis = self._revised.get((later.claim.id, earlier.claim.id))
            if basis is not None:
                old = figure_words(before.min, before.max, before.qualifier)
                return relation_of(
                    later,
                    earlier,
                    "revises",
                    f"{harmed_words(said)} after {old}, from the same speaker: {basis}",
                )
        if one.document_id != other.document_id or can_both_be(a, b):
            return None
        if {one.claim.id, other.claim.id} & self._replaced:
            return None
        pair = f"{figure_words(a.min, a.max, a.qualifier)} and {figure_words(b.min, b.max, b.qualifier)}"
        return relation_of(
            one, other, "contradicts", f"one document has the same speaker give {pair} {label_words(a.harm)}"
        )


def same_wording(one: str, other: str) -> bool:
    """Whether two stretches share so many words that they are one statement."""
    first, second = _words(one), _words(other)
    return bool(first) and len(first & second) / len(first | second) >= SAME_WORDING


@lru_cache(maxsize=1_000)  # each claim of an incident is compared with each other
def _words(text: str) -> frozenset[str]:
    return frozenset(match.group(0).lower() for match in _WORD.finditer(text))


def _is_copy(one: FiledClaim, other: FiledClaim, a: Casualty, b: Casualty) -> bool:
    """Whether two outlets that name nobody print one agency's sentence."""
    return (
        not a.speakers
        and not b.speakers
        and same_figure(a, b)
        and len(_words(one.sentence)) >= COPIED_WORDS
        and same_wording(one.sentence, other.sentence)
    )


def relation_of(one: FiledClaim, other: FiledClaim, kind: RelationKind, basis: str) -> Relation:
    """That the first claim stands so to the other."""
    return Relation(kind=kind, claim=one.claim.id, other=other.claim.id, basis=basis)
