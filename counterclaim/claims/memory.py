"""The speakers of an article so far, as its later words may point back to them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

import msgspec

from counterclaim.claims.heads import TAIL_PREPOSITIONS
from counterclaim.core.claims import Explicitness

# Nouns for bodies that no lexicon names: "the provincial directorate", "the 18th Brigade".
BODIES = frozenset(
    """administration army authority brigade bureau cabinet coalition command commission committee council
    department directorate division embassy faction force front garrison government group hospital junta leadership
    militia ministry movement office organisation organization parliament party police presidency prosecution
    secretariat senate service tribunal union mission network broadcaster channel newspaper radio station television
    tv centre center agency""".split()
)
_ONE = ("person", "role")
Kind = Literal["person", "institution", "plural", "role"]


class Speaker(msgspec.Struct, frozen=True):
    """Somebody credited. `name` is what a claim carries; `aliases` the words that stood for them."""

    name: str
    kind: Kind
    explicitness: Explicitness
    aliases: tuple[str, ...] = ()
    type: str | None = None  # kind of actor in the lexicon
    is_voiced: bool = False  # an institution whose spokesperson spoke: "he" may mean it


@dataclass
class Memory:
    """The speakers and parties of an article so far, for words that point back."""

    speakers: list[Speaker] = field(default_factory=list)
    monitors: tuple[str, ...] = ()  # casualty recorders named anywhere in the article
    members: dict[str, Speaker] = field(default_factory=dict)  # surname to the institution spoken for
    short: dict[str, Speaker] = field(default_factory=dict)  # "unhcr" to who was introduced with it
    topic: Speaker | None = None  # the party that the sentence before opened with
    group: Speaker | None = None  # the last armed group named, whether it spoke or not
    allies: Speaker | None = None  # the last coalition, likewise
    author: Speaker | None = None  # whose statement the article is: its "we"

    def last(self, *kinds: Kind) -> Speaker | None:
        return next((speaker for speaker in reversed(self.speakers) if speaker.kind in kinds), None)

    def last_human(self) -> Speaker | None:
        """The last speaker that "he" or "she" can mean."""
        human = (s for s in reversed(self.speakers) if s.is_voiced or s.kind in ("person", "role"))
        return next(human, None)

    def last_person(self) -> Speaker | None:
        """The last speaker that "the commander" can mean: somebody named or described, no body."""
        return next((s for s in reversed(self.speakers) if s.kind in _ONE and not _is_body(s)), None)

    def last_of_types(self, types: frozenset[str]) -> Speaker | None:
        return next((speaker for speaker in reversed(self.speakers) if speaker.type in types), None)

    def last_body(self) -> Speaker | None:
        """The last speaker that "it" can mean: an institution, by name or by what it is ("the ministry")."""
        return next((s for s in reversed(self.speakers) if s.kind == "institution" or _is_body(s)), None)

    def add(self, speakers: list[Speaker]) -> None:
        self.speakers += speakers


def _is_body(speaker: Speaker) -> bool:
    return speaker.kind == "role" and head_of(speaker.name) in BODIES


def head_of(name: str) -> str:
    """The last word before the tails: "ministry" of "ministry of national defence"."""
    words = name.lower().split()
    tail = next((at for at, word in enumerate(words) if at and word in TAIL_PREPOSITIONS), len(words))
    return words[tail - 1]
