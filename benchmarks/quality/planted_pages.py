"""Reports on invented incidents: sentences as news has them, each with the claims in it and what they are about."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from msgspec.structs import replace

from benchmarks.quality.planted_world import Happening, Town
from counterclaim.core.claims import Casualty, Claim, Control, Event, Responsibility, Status
from counterclaim.core.located import Located
from counterclaim.core.spans import Span


@dataclass
class Page:
    """A document in the making: its text, claims and the happening each claim is about, None for none."""

    outlet: str
    published: date | None
    text: str = ""
    claims: list[tuple[Claim, int | None]] = field(default_factory=list)
    passages: list[Span] = field(default_factory=list)

    def say(self, sentence: str, *told: tuple[str, Claim, int | None]) -> None:
        """Add a sentence; `told` are claims with the words they stand in and their happening."""
        at = len(self.text) + 1 if self.text else 0
        self.text = f"{self.text} {sentence}" if self.text else sentence
        for words, claim, about in told:
            start = at + sentence.index(words)
            spanned = replace(
                claim, start=start, end=start + len(words), quote=words, passage=len(self.passages)
            )
            self.claims.append((spanned, about))
        self.passages.append(Span(at, len(self.text)))


def report(
    told: Happening, nth: int, outlet: str, earlier: Happening | None, random: Random, *, vague: bool
) -> Page:
    """The `nth` report on an incident, with a mention of an earlier one if there is one.

    If `vague`, one in ten names no town.
    """
    step = min(nth, len(told.raised))
    page = Page(outlet, told.day + timedelta(days=step if step else random.choice((0, 0, 1))))
    day, place = told.day, told.town
    says_day = random.random() < 0.85
    on = f" on {day:%A}" if says_day else ""
    speaker = told.raiser if nth <= len(told.raised) else random.choice(sorted(told.counts))
    fixed: dict[str, object] = {
        "place": place.name,
        "where": _located(place),
        "when": day.isoformat() if says_day else None,
    }
    fixed["date"] = f"on {day:%A}" if says_day else None
    where = f"in {place.name}"
    if vague and told.toll >= 8 and random.random() < 0.1:
        fixed["place"], fixed["where"], where = None, None, "near the front line"
    event = Event(start=0, end=0, quote="", event_type=told.kind, target=told.target)
    lead = f"{told.words[0]} hit a {told.target} {where}{on}"
    page.say(
        f"{lead}, the {speaker} said.",
        (lead, replace(event, speakers=(speaker,), explicitness="named", **fixed), told.number),
    )
    figure = told.counts[speaker] if speaker != told.raiser else (told.toll, *told.raised)[step]
    page.say(
        f"At least one child was among the {figure} {told.victims} killed, the {speaker} added."
        if random.random() < 0.3
        else f"It said {figure} {told.victims} were killed in the {told.words[1]}.",
        (f"{figure} {told.victims}", _killed(figure, told.victims, speaker), told.number),
    )
    other = next(name for name in told.counts if name != told.raiser)
    if random.random() < 0.5 and speaker == told.raiser:
        count = told.counts[other]
        page.say(
            f"The {other} put the number of dead at {count}.",
            (f"the number of dead at {count}", _killed(count, None, other), told.number),
        )
    if random.random() < 0.4:
        page.say(
            f"The {told.side} denied carrying out the {told.words[1]}.",
            (
                f"denied carrying out the {told.words[1]}",
                Responsibility(
                    start=0,
                    end=0,
                    quote="",
                    stance="denies",
                    accused=told.side,
                    polarity="negated",
                    speakers=(told.side,),
                    explicitness="named",
                ),
                told.number,
            ),
        )
    if earlier is not None:
        _tell_earlier(page, earlier)
    if random.random() < 0.3:
        total = random.randint(9, 99) * 100
        page.say(
            f"More than {total:,} people have been killed since the war began.",
            (
                f"{total:,} people",
                replace(_killed(total, "people", None), scope="cumulative", date="since the war began"),
                None,
            ),
        )
    if random.random() < 0.15:
        page.say(
            f"{place.name} has been under siege for months.",
            (
                f"{place.name} has been under siege",
                Control(start=0, end=0, quote="", change="besieges", place=place.name, date="for months"),
                None,
            ),
        )
    return page


def _tell_earlier(page: Page, earlier: Happening) -> None:
    day, place = earlier.day, earlier.town
    fixed = {
        "place": place.name,
        "where": _located(place),
        "when": day.isoformat(),
        "date": f"on {day.day} {day:%B}",
    }
    event = Event(start=0, end=0, quote="", event_type=earlier.kind)
    words = f"{earlier.words[1]} in {place.name} on {day.day} {day:%B}"
    figure = earlier.toll
    page.say(
        f"Another {words} killed {figure} {earlier.victims}.",
        (words, replace(event, **fixed), earlier.number),
        (
            f"killed {figure} {earlier.victims}",
            replace(_killed(figure, earlier.victims, None), **fixed),
            earlier.number,
        ),
    )


def _killed(figure: int, group: str | None, speaker: str | None) -> Casualty:
    status: dict[str, Status] = {
        "civilians": "civilian",
        "villagers": "civilian",
        "soldiers": "combatant",
        "fighters": "combatant",
    }
    return Casualty(
        start=0,
        end=0,
        quote="",
        harm="killed",
        min=figure,
        max=figure,
        qualifier="exact",
        group=group,
        status=status.get(group or "", "unknown"),
        speakers=(speaker,) if speaker else (),
        explicitness="named" if speaker else "outlet",
    )


def copy_of(page: Page, outlet: str) -> Page:
    """The same text in another outlet."""
    copied = Page(outlet, page.published, page.text, list(page.claims), list(page.passages))
    copied.say(f"This report was carried by {outlet}.")
    return copied


def _located(town: Town) -> Located:
    return Located(lat=town.lat, lon=town.lon, radius_km=4.0, precision=1, name=town.name, kind="town")
