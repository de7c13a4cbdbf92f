"""What the frames share: the sentence, its phrases for people, and which of them are taken."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from counterclaim.claims.people import People, people_in
from counterclaim.claims.sentence import Sentence, Slot
from counterclaim.core.claims import Harm, Scope
from counterclaim.lexicons.words import act_classes

PART_OPENERS = (
    "including",
    "among them",
    "of whom",
    "of them",
    "included",
    "includes",
    "include",
    "among those killed",
    "among the dead",
    "among the victims",
    "among the wounded",
    "most of them",
    "many of them",
    "among whom",
    "mostly",
    "some of them",
)
ACTIVE = frozenset(
    """kill kills killing wounding wound wounds injuring injures injure executing beheading murdering maiming
    abducting kidnapping detaining arresting displacing besieging trapping evacuating rescuing freeing
    gassing capturing massacring slaughtering""".split()
)
OWN_VERB_LINKS = frozenset(['"', "”", "others", "more", "were", "was", "have", "been", "also"])
MAX_COUNTED_PART_GAP, MAX_PART_GAP = 5, 3  # tokens between an opener and its people


@dataclass(frozen=True)
class Figure:
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
    used: set[int] = field(default_factory=set)  # first tokens of the phrases taken
    found: list[Figure] = field(default_factory=list)

    @classmethod
    def of(cls, sentence: Sentence, sources: Sequence[Slot] = ()) -> Search:
        """A search that leaves out people who speak: "two medics said"."""
        people = [
            people
            for people in people_in(sentence)
            if not any(
                source.first <= people.slot.first and people.slot.last <= source.last for source in sources
            )
        ]
        return cls(sentence, people)

    def free(self) -> list[People]:
        """The phrases for people that no frame has taken, in text order."""
        return [people for people in self.people if people.slot.first not in self.used]

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
        """The token where words such as "including" open this phrase as a subset."""
        lows = self.sentence.low
        for slot, _ in self.sentence.find(PART_OPENERS):
            between = lows[slot.last : people.slot.first]
            near = len(between) <= (MAX_COUNTED_PART_GAP if people.counted else MAX_PART_GAP)
            broken = any(low in act_classes("harm") or low in ("said", ";", "who", "–") for low in between)
            if slot.last <= people.slot.first and near and not broken:
                return slot.first
        return None


def harm_of(word: str) -> Harm | None:
    """The harm that a verb or participle names."""
    return act_classes("harm").get(word)  # type: ignore[return-value]


def noun_harm_of(word: str) -> Harm | None:
    """The harm that a noun names."""
    return act_classes("harm_nouns").get(word)  # type: ignore[return-value]
