"""What the frames share: the sentence, its phrases for people, and which of them are taken."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import msgspec

from counterclaim.claims.couples import joined, named_in
from counterclaim.claims.frames.openers import opener_of
from counterclaim.claims.people import People, people_in
from counterclaim.claims.sentence import Sentence, Slot
from counterclaim.core.claims import Harm, Scope
from counterclaim.lexicons.words import act_classes

ACTIVE = frozenset(
    """kill kills killing wounding wound wounds injuring injures injure executing beheading murdering maiming
    abducting kidnapping detaining arresting displacing besieging trapping evacuating rescuing freeing
    gassing capturing massacring slaughtering""".split()
)
OWN_VERB_LINKS = frozenset(['"', "”", "others", "more", "were", "was", "have", "been", "also"])


class Figure(msgspec.Struct, frozen=True):
    """A casualty before it becomes a claim: who, what harm, which tokens, found by which frame."""

    people: People
    harm: Harm
    slot: Slot
    trigger: int
    frame: str
    scope: Scope = "incident"
    agent: str | None = None


@dataclass
class Search:
    """One sentence under search. A phrase for people is used once."""

    sentence: Sentence
    people: list[People] = field(default_factory=list)
    named: list[People] = field(default_factory=list)  # people by name, for verbs right beside them
    used: set[int] = field(default_factory=set)  # first tokens of the phrases taken
    found: list[Figure] = field(default_factory=list)

    @classmethod
    def of(cls, sentence: Sentence, sources: Sequence[Slot] = ()) -> Search:
        """A search that leaves out people who speak: "two medics said"."""
        people = joined(sentence, [people for people in people_in(sentence) if not _is_in(people, sources)])
        named = [people for people in named_in(sentence) if not _is_in(people, sources)]
        return cls(sentence, people, named)

    def free(self) -> list[People]:
        """The phrases for people that no frame has taken, in text order."""
        return [people for people in self.people if people.slot.first not in self.used]

    def free_named(self) -> list[People]:
        """People by name that no phrase for people covers and no frame has taken."""
        covered = {index for people in self.people for index in range(people.slot.first, people.slot.last)}
        return [
            people
            for people in self.named
            if people.slot.first not in self.used
            and (people.slot.first not in covered or people.slot.last - 1 not in covered)
        ]

    def take(self, figure: Figure) -> None:
        self.used.add(figure.people.slot.first)
        self.found.append(figure)

    def has_own_verb(self, people: People) -> bool:
        """Whether harm is told right behind a phrase: "and 20 others were wounded"."""
        lows = self.sentence.low
        after = people.slot.last
        while after < len(lows) and lows[after] in OWN_VERB_LINKS:
            after += 1
        return after < len(lows) and lows[after] in act_classes("harm") and lows[after] not in ACTIVE

    def part_opener(self, people: People) -> int | None:
        """The token where this phrase, or a list it stands in, opens as a subset of another."""
        return opener_of(self.sentence, self.people, people)


def _is_in(people: People, sources: Sequence[Slot]) -> bool:
    return any(source.first <= people.slot.first and people.slot.last <= source.last for source in sources)


def harm_of(word: str) -> Harm | None:
    """The harm that a verb or participle names."""
    return act_classes("harm").get(word)  # type: ignore[return-value]


def noun_harm_of(word: str) -> Harm | None:
    """The harm that a noun names."""
    return act_classes("harm_nouns").get(word)  # type: ignore[return-value]
