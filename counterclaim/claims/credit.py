"""One attribution: source phrase, cue and content."""

from __future__ import annotations

import msgspec

from counterclaim.claims.sentence import Slot


class Credit(msgspec.Struct, frozen=True):
    """One attribution. Slots are token ranges of the sentence; `source` None: nobody is named."""

    kind: str  # class of the cue: say, admit, deny, accuse, judge, demand, quote, put, hearsay
    cue: Slot
    source: Slot | None
    content: Slot
    relay: Slot | None = None  # who is quoted by the source, where the source passes it on
    told: Slot | None = None  # to whom it was told: "told Reuters"
    opens: bool = False  # the content is what follows the sentence: "The minister said:"
