"""Casualty claims: people killed, wounded, taken, driven out, with the figure's bounds.

Frames, each with its own maker name: subject ("62 soldiers were killed"), object ("killed 62
soldiers"), toll ("the death toll at 83"), noun ("15 deaths", "the deaths of 15"), part ("including
five children", "15 of the wounded").
"""

from __future__ import annotations

from dataclasses import dataclass

from counterclaim.claims.context import (
    agent_before,
    agent_by,
    back_over_auxiliaries,
    date_near,
    modality_of,
    place_near,
)
from counterclaim.claims.people import People, people_in
from counterclaim.claims.phrases import bare
from counterclaim.claims.sentence import Sentence, Slot
from counterclaim.core.claims import Casualty, Harm, Scope
from counterclaim.lexicons.words import act_classes, act_words

INTRANSITIVE = frozenset(
    """died die dies dying perished drowned fled flee fleeing flees surrendered surrendering suffocated
    suffocating choking defected disappeared suffocated""".split()
)
ADJECTIVAL = frozenset("dead missing homeless hostage stranded stuck unaccounted".split())
SYMPTOMS = frozenset(
    """from respiratory breathing burns injuries symptoms suffocation wounds convulsions difficulties
    asphyxiation choking problems poisoning""".split()
)
ACTIVE = frozenset(
    """kill kills killing wounding wound wounds injuring injures injure executing beheading murdering maiming
    abducting kidnapping detaining arresting displacing besieging trapping evacuating rescuing freeing
    gassing capturing""".split()
)
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
    "most of them",
    "many of them",
    "among whom",
    "mostly",
    "some of them",
)
GAP_BREAKERS = frozenset(
    [";", ":", "”", "said", "says", "according", "but", "after", "before", "because", "while"]
)
PASSIVES = frozenset(["was", "were", "been", "being", "be", "are", "is"])
EVACUATION_WORDS = (
    "evacuation",
    "evacuations",
    "evacuated",
    "evacuees",
    "convoy",
    "convoys",
    "buses",
    "safe passage",
    "deal",
    "transfer",
)
MAX_SUBJECT_GAP = 16
MAX_OBJECT_GAP = 4
MAX_TOLL_GAP = 9
MAX_LINKED_TOLL_GAP = 28
MAX_BARE_GAP = 3  # "33 … dead": a number without a noun stands close to its harm
TOLL_LINKS = frozenset("to at is was reached of hit hits stands passed exceeded reaches".split())
TOLL_BREAKERS = frozenset([";", "including", "since", "after", "when", "according"])
TOLL_OPENERS = frozenset("death the a put casualty overall total previous".split())
AFTER_ADJECTIVE = frozenset(
    """in on at by and or , . ; : – — - ( ) as after when during since while from near inside with for to
    said according including among this last over outside before so across because but that if who under behind at between""".split()
)


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


def casualties_in(sentence: Sentence) -> list[Casualty]:
    """Every casualty claim of a sentence, in text order, without speakers."""
    figures = _Frames(sentence).run()
    return [
        _claim(sentence, figure)
        for figure in sorted(figures, key=lambda figure: (figure.slot.first, figure.slot.last))
    ]


class _Frames:
    """Looks through one sentence, frame by frame; a phrase for people is used once."""

    def __init__(self, sentence: Sentence) -> None:
        self.sentence = sentence
        self.people = people_in(sentence)
        self.used: set[int] = set()
        self.found: list[Figure] = []
        self.triggers = self._triggers()

    def run(self) -> list[Figure]:
        self._tolls()
        self._shares()
        for index, harm in self.triggers:
            if not self._objects(index, harm):
                self._subjects(index, harm)
        self._nouns()
        self._parts()
        return self.found

    def _moved(self, index: int) -> Harm | None:
        """Harms that a verb names only beside certain words: "forced … from their homes"."""
        low, after = self.sentence.low[index], self.sentence.low[index + 1 : index + 12]
        if low == "forced" and {"homes", "flee"} & set(after):
            return "displaced"
        if low == "treated" and after[:1] == ("for",):
            return "wounded"
        if low == "lost" and any(
            people.status == "combatant" and people.counted and 0 < people.slot.first - index <= 2
            for people in self.people
        ):
            return "killed"
        if low in ("left", "leaving", "leave", "carrying", "granted") and self.sentence.has(EVACUATION_WORDS):
            return "evacuated"
        return None

    def _triggers(self) -> list[tuple[int, Harm]]:
        table = act_classes("harm")
        found: list[tuple[int, Harm]] = []
        for index, low in enumerate(self.sentence.low):
            harm = table.get(low) or self._moved(index)
            if harm is None or (
                low in ("suffered", "suffering")
                and not SYMPTOMS & set(self.sentence.low[index + 1 : index + 5])
            ):
                continue
            if not any(index == people.slot.last - 1 and people.harm_noun for people in self.people):
                found.append((index, harm))  # type: ignore[arg-type]
        return found

    def _add(
        self,
        people: People,
        harm: Harm,
        slot: Slot,
        trigger: int,
        frame: str,
        scope: Scope = "incident",
        agent: str | None = None,
    ) -> None:
        self.used.add(people.slot.first)
        self.found.append(Figure(people, harm, slot, trigger, frame, scope, agent))

    def _free(self) -> list[People]:
        return [people for people in self.people if people.slot.first not in self.used]

    def _tolls(self) -> None:
        """ "put the death toll at 83", "the toll from the blast has risen to 43"."""
        sentence = self.sentence
        for slot, phrase in sentence.find(act_words("toll_nouns")):
            if phrase == "toll" and sentence.low[slot.first - 1 : slot.first] == ("road",):
                continue
            counted = [
                people for people in self._free() if people.counted and not self._followed_by_own_verb(people)
            ]
            after = [people for people in counted if people.slot.first >= slot.last]
            near = [people for people in after if people.slot.first <= slot.last + MAX_TOLL_GAP]
            linked = [
                people
                for people in after
                if people.slot.first <= slot.last + MAX_LINKED_TOLL_GAP
                and sentence.low[people.slot.first - 1] in TOLL_LINKS
                and not any(low in TOLL_BREAKERS for low in sentence.low[slot.last : people.slot.first])
            ]
            before = [p for p in counted if p.group is None and slot.first - 3 <= p.slot.last <= slot.first]
            named = [
                people
                for people in near
                if sentence.low[people.slot.first - 1] not in ("include", "included", "includes")
            ]
            chosen = linked[:1] or (before[-1:] if phrase != "toll" else []) or named[:1] or before[-1:]
            if not chosen:
                continue
            people = chosen[0]
            self.used.update(other.slot.first for other in after if other.slot.first < people.slot.first)
            first = min(slot.first, people.slot.first)
            while first > 0 and sentence.low[first - 1] in TOLL_OPENERS:
                first -= 1
            self._add(people, "killed", Slot(first, max(slot.last, people.slot.last)), slot.first, "toll")

    def _shares(self) -> None:
        """ "15 of the wounded were in critical condition", "109 of the dead were evacuees"."""
        sentence = self.sentence
        for people in self._free():
            for index in range(people.slot.first, min(people.slot.last + 4, len(sentence.low))):
                if sentence.low[index : index + 1] != ("of",) or sentence.low[index + 1 : index + 2] not in (
                    ("the",),
                    ("those",),
                ):
                    continue
                noun = sentence.low[index + 2] if index + 2 < len(sentence.low) else ""
                harm = act_classes("harm").get(noun) or (
                    "killed" if noun in ("victims", "fatalities") else None
                )
                if harm is not None and (people.counted or people.qualifier == "vague"):
                    inner = [
                        p
                        for p in self._free()
                        if index + 2 < p.slot.first <= index + 5
                        and sentence.low[p.slot.first - 1] in ("were", "are", "was")
                    ]
                    group = inner[0].group if inner else None
                    self.used.update(
                        p.slot.first
                        for p in self.people
                        if p.slot.first in range(people.slot.first, index + 5)
                    )
                    share = People(
                        Slot(people.slot.first, index + 3),
                        group,
                        people.min,
                        people.max,
                        people.qualifier,
                        inner[0].status if inner else "unknown",
                    )
                    last = inner[0].slot.last if inner else index + 3
                    self._add(share, harm, Slot(people.slot.first, last), index + 2, "share", "part")  # type: ignore[arg-type]
                break

    def _objects(self, index: int, harm: Harm) -> bool:
        """ "killed at least 22 people", "killing and wounding dozens", "took 256 prisoners"."""
        sentence = self.sentence
        low = sentence.low[index]
        if low in INTRANSITIVE or low in ADJECTIVAL:
            return False
        passive = (
            index > 0
            and sentence.low[back_over_auxiliaries(sentence, index) : index]
            and any(word in PASSIVES for word in sentence.low[back_over_auxiliaries(sentence, index) : index])
        )
        if (passive and low not in ACTIVE) or low in ("left", "leave", "leaving", "granted", "treated"):
            return False
        start = index + 1
        undivided = (
            sentence.low[start : start + 1] in (("and",), ("or",))
            and act_classes("harm").get(sentence.low[start + 1] if start + 1 < len(sentence.low) else "")
            == "wounded"
            and harm == "killed"
        )
        doubled = sentence.low[start : start + 1] == ("and",) and sentence.low[start + 1 : start + 2] not in (
            (),
        )
        if undivided or (doubled and sentence.low[start + 1].endswith(("ed", "ing"))):
            start += 2  # "killed and wounded dozens", "killed and burned five men"
        for people in self._free():
            gap = sentence.low[start : people.slot.first]
            if (
                people.slot.first < start
                or len(gap) > MAX_OBJECT_GAP
                or (people.harm_noun == harm and not people.counted)
            ):
                continue
            if any(
                word in GAP_BREAKERS
                or word in act_classes("harm")
                or word in ("in", "by", "and", ",", "as", "when", "on", "of", "from", "were", "was")
                for word in gap
            ):
                break
            followed = self._followed_by_own_verb(people)
            if followed and low not in ACTIVE:
                break
            agent = agent_before(sentence, index)
            self._add(
                people,
                "killed_or_wounded" if undivided else harm,
                Slot(index, people.slot.last),
                index,
                "object",
                agent=agent,
            )
            self._joined(people, harm, index, agent)
            return True
        return False

    def _joined(self, people: People, harm: Harm, trigger: int, agent: str | None) -> None:
        """The second half of "killing three civilians and two soldiers"."""
        sentence = self.sentence
        for other in self._free():
            if (
                other.counted
                and other.slot.first - people.slot.last == 1
                and sentence.low[people.slot.last] == "and"
                and not self._followed_by_own_verb(other)
            ):
                self._add(
                    other, harm, Slot(other.slot.first, other.slot.last), trigger, "object", agent=agent
                )

    def _followed_by_own_verb(self, people: People) -> bool:
        after = people.slot.last
        sentence = self.sentence
        while after < len(sentence.low) and sentence.low[after] in (
            '"',
            "”",
            "others",
            "more",
            "were",
            "was",
            "have",
            "been",
            "others",
            "also",
        ):
            after += 1
        return (
            after < len(sentence.low)
            and sentence.low[after] in act_classes("harm")
            and sentence.low[after] not in ACTIVE
        )

    def _subjects(self, index: int, harm: Harm) -> None:
        """ "62 soldiers were killed", "33 dead", "about 200,000 civilians are trapped"."""
        sentence = self.sentence
        low = sentence.low[index]
        if low in ACTIVE and low not in ("killing",):
            return
        start = back_over_auxiliaries(sentence, index)
        if start == index and low not in INTRANSITIVE and self._is_adjective(index):
            return
        candidates = [
            people
            for people in self._free()
            if people.slot.last <= index and index - people.slot.last <= MAX_SUBJECT_GAP
        ]
        candidates = [
            p
            for p in candidates
            if not any(word in GAP_BREAKERS for word in sentence.low[p.slot.last : start])
        ]
        candidates = [
            p
            for p in candidates
            if not any(
                word in act_classes("harm") and word not in ("wounded",)
                for word in sentence.low[p.slot.last : start]
            )
        ]
        candidates = [p for p in candidates if p.group is not None or self._bare_subject(p, start)]
        main = [people for people in candidates if people.slot.last == index or not self._is_part(people)]
        counted = [people for people in main if people.counted]
        if not (counted or main):
            return
        adjacent = [people for people in counted if people.slot.last >= start]
        people = (adjacent or counted[-1:] or main[-1:])[0]
        if not people.counted and (
            people.slot.last < start - 1 or "who" in sentence.low[people.slot.last : start]
        ):
            return
        if not people.counted and low not in ADJECTIVAL and start == index and low not in INTRANSITIVE:
            if low in ("killed", "wounded", "injured") and index > 0 and people.slot.last == index:
                pass
            else:
                return
        last = index + 1
        if low == "hostage" or sentence.low[last : last + 1] == ("hostage",):
            harm = "abducted"
            last = max(last, index + (2 if low != "hostage" else 1))
        if sentence.low[last : last + 2] in (
            ("and", "wounded"),
            ("or", "wounded"),
            ("and", "injured"),
            ("or", "injured"),
        ) and not self._starts_people(last + 1):
            harm, last = "killed_or_wounded", last + 2
        self._add(
            people, harm, Slot(people.slot.first, last), index, "subject", agent=agent_by(sentence, index)
        )

    def _bare_subject(self, people: People, start: int) -> bool:
        """Whether a number without a noun stands close enough to be the subject: "33 dead"."""
        return start - people.slot.last <= MAX_BARE_GAP

    def _is_adjective(self, index: int) -> bool:
        """ "Two besieged towns": the participle belongs to the noun behind it."""
        after = self.sentence.tokens[index + 1 : index + 2]
        return (
            bool(after)
            and after[0].is_word
            and after[0].low not in AFTER_ADJECTIVE
            and not after[0].low.endswith("ly")
            and not self.sentence.is_time(index + 1)
            and after[0].low not in act_classes("harm")
        )

    def _starts_people(self, index: int) -> bool:
        return any(people.slot.first <= index < people.slot.last for people in self.people)

    def _nouns(self) -> None:
        """ "15 deaths", "another 10 bodies", "the deaths of 735 civilians", "caused casualties"."""
        sentence = self.sentence
        table = act_classes("harm_nouns")
        for people in self._free():
            if people.harm_noun and people.counted:
                self._add(people, people.harm_noun, people.slot, people.slot.last - 1, "noun")  # type: ignore[arg-type]
        for index, low in enumerate(sentence.low):
            harm = table.get(low)
            if harm is None or any(index in figure.slot for figure in self.found):
                continue
            if low in (
                "deaths",
                "death",
                "killing",
                "killings",
                "injury",
                "injuries",
                "massacre",
            ) and sentence.low[index + 1 : index + 2] == ("of",):
                for people in self._free():
                    if index + 2 <= people.slot.first <= index + 4:
                        self._add(people, harm, Slot(index, people.slot.last), index, "noun")  # type: ignore[arg-type]
                        break
            elif low in ("casualties", "fatalities", "deaths", "injuries"):
                negated = "no" in sentence.low[max(0, index - 3) : index]
                bare_people = People(
                    Slot(index, index + 1),
                    None,
                    0 if negated else None,
                    0 if negated else None,
                    "none" if negated else "unknown",
                    "unknown",
                )
                first = index - 1 if negated and sentence.low[index - 1] == "no" else index
                self._add(bare_people, harm, Slot(first, index + 1), index, "noun")  # type: ignore[arg-type]

    def _is_part(self, people: People) -> bool:
        return self._part_opener(people) is not None

    def _part_opener(self, people: People) -> int | None:
        sentence = self.sentence
        for slot, _ in sentence.find(PART_OPENERS):
            between = sentence.low[slot.last : people.slot.first]
            if (
                slot.last <= people.slot.first
                and len(between) <= (5 if people.counted else 3)
                and not any(
                    word in act_classes("harm") or word in ("said", ";", "who", "–") for word in between
                )
            ):
                return slot.first
        return None

    def _parts(self) -> None:
        """Subsets: "including 11 children", "15 of the wounded", "six were children"."""
        sentence = self.sentence
        for people in self._free():
            opener = self._part_opener(people)
            whole = self._whole_for(people)
            after = sentence.low[people.slot.last : people.slot.last + 4]
            if opener is not None and whole is None:
                whole = self._whole_named(opener, people)
            if opener is not None and whole is not None:
                first = opener if people.slot.first - opener <= 2 else people.slot.first
                self._add(
                    people,
                    whole.harm,
                    Slot(first, people.slot.last),
                    people.slot.first,
                    "part",
                    "part",
                    whole.agent,
                )
            elif whole is not None and after[:2] in (("were", "among"), ("was", "among"), ("are", "among")):
                slot = Slot(people.slot.first, people.slot.last + 2)
                self._add(people, whole.harm, slot, people.slot.first, "part", "part", whole.agent)
            elif (
                people.counted
                and people.group is None
                and whole is not None
                and after[:1] in (("were",), ("are",), ("was",), ("of",))
            ):
                inner = [p for p in self._free() if people.slot.last < p.slot.first <= people.slot.last + 3]
                if inner:
                    self.used.add(inner[0].slot.first)
                    part = People(
                        Slot(people.slot.first, inner[0].slot.last),
                        inner[0].group,
                        people.min,
                        people.max,
                        people.qualifier,
                        inner[0].status,
                    )
                    self._add(part, whole.harm, part.slot, people.slot.first, "part", "part", whole.agent)

    def _whole_named(self, opener: int, people: People) -> Figure | None:
        """ "Among the dead were four nurses": the opening words name the whole and its harm."""
        for low in self.sentence.low[opener : people.slot.first]:
            harm = "killed" if low == "victims" else act_classes("harm").get(low)
            if harm is not None:
                nobody = People(Slot(opener, opener + 1), None, None, None, "unknown", "unknown")
                return Figure(nobody, harm, nobody.slot, opener, "named")  # type: ignore[arg-type]
        return None

    def _whole_for(self, people: People) -> Figure | None:
        """The figure that a subset belongs to: the nearest before it, else the nearest after."""
        wholes = [figure for figure in self.found if figure.scope != "part"]
        before = [figure for figure in wholes if figure.people.slot.first < people.slot.first]
        if before:
            return max(before, key=lambda figure: figure.people.slot.first)
        return min(wholes, key=lambda figure: figure.people.slot.first, default=None)


def _claim(sentence: Sentence, figure: Figure) -> Casualty:
    people = figure.people
    span = sentence.span(figure.slot.first, figure.slot.last)
    date, when, basis = date_near(sentence, figure.trigger)
    scope = figure.scope
    if scope == "incident" and (
        figure.harm in ("displaced", "besieged") or sentence.has(act_words("cumulative"))
    ):
        scope = "cumulative"
    if _is_share(sentence, people):
        scope = "part"
    zero = people.min == 0 and people.max == 0
    return Casualty(
        start=span.start,
        end=span.end,
        quote=sentence.words(figure.slot.first, figure.slot.last),
        article=sentence.passage.article,
        passage=sentence.number,
        maker=f"figures.{figure.frame}.v1",
        harm=figure.harm,
        min=people.min,
        max=people.max,
        qualifier=people.qualifier,
        group=sentence.words(people.group.first, people.group.last) if people.group else None,
        status=people.status,
        scope=scope,
        perpetrator=figure.agent,
        place=place_near(sentence, figure.trigger),
        date=date,
        when=when,
        when_basis=basis,
        modality=modality_of(sentence, figure.slot),
        polarity="negated" if zero else "affirmed",
    )


def _is_share(sentence: Sentence, people: People) -> bool:
    """ "15 of the wounded", "one of those arrested"."""
    words = tuple(bare(low) for low in sentence.low[people.slot.first : people.slot.last + 3])
    return any(
        words[index : index + 2] in (("of", "the"), ("of", "those"), ("of", "them"), ("of", "whom"))
        and (
            index + 2 >= len(words)
            or words[index + 2] in act_classes("harm")
            or words[index + 2] in act_classes("harm_nouns")
            or words[index + 1] in ("them", "whom")
        )
        for index in range(len(words) - 1)
    )
