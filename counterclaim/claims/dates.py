"""Which time of its sentence a claim is about."""

from __future__ import annotations

from counterclaim.claims.heads import ADVERBS
from counterclaim.claims.phrases import phrase_before
from counterclaim.claims.sentence import DASHES, Sentence, Slot
from counterclaim.core.types import Time
from counterclaim.lexicons.words import cue_classes, cue_words

Dated = tuple[str | None, str | None, str | None]  # words, EDTF and basis
_FEWEST_WORDS = 3  # of a date that is no time of the times layer: "during the funeral"
_DATING = frozenset(("date", "time", "interval"))  # what says when, not how long, how often or only "now"
_SAYING = frozenset(
    """said says reported reports announced told claimed stated added confirmed wrote posted declared saying reporting
    published issued dated""".split()
)
_SHORTEST_CAPITALS = 4
_LATEST_DATELINE = 5  # tokens before its day
_OPENING = ("On", "In", "By", "From", "Until", "After", "Before", "Of", "At")
_LEADS = frozenset("on late early earlier later in at a an statement interview conference tweet".split())
# Words that open a clause about something else: "… before the army retook it in December".
_OTHER = frozenset("before after despite where whose who".split())
_SINCE = frozenset(["since"])
_HELD = frozenset("held captive missing hostage detained imprisoned kidnapped captivity".split())
_LONGEST_RECORD = 8  # tokens
_LONGEST_SINCE = 8  # tokens
_SUPERLATIVES = frozenset(
    "deadliest bloodiest worst biggest largest heaviest fiercest gravest first most".split()
)
# Words that lead from the time of talk to what it is about: "met on Saturday on how to respond to an attack".
_TALK = frozenset("how whether about reports".split())
# What a death adds to: "died on Friday, bringing to 10 the number killed in the attack on 29 March".
_ADDING = frozenset("bringing taking raising pushing".split())


def date_near(sentence: Sentence, index: int) -> Dated:
    """Words, EDTF and basis of the time nearest to a token, of those that tell when it was.

    Left out: when somebody said it ("said on Friday"), the day on which the page was made, and times of a
    clause that tells of something else.
    """
    record = since_of_a_record(sentence)
    dating = [
        (slot, time)
        for slot, time in sentence.times
        if time.kind in _DATING
        and not is_of_saying(sentence, slot)
        and not (is_of_holding(sentence, slot) and slot.first - 1 != index)
        and not _is_stamp(sentence, slot, time)
        and not _OTHER & set(sentence.low[index + 1 : slot.first - 1])
        and not _TALK & set(sentence.low[slot.last : index])
        and (slot.first < record) == (index < record)
        and ";" not in sentence.low[min(slot.first, index) : max(slot.first, index)]
    ]
    dating = dating or [
        each for each in sentence.times if each[1].kind == "duration" and _goes_on(sentence, each[0])
    ]
    if not dating:
        return None, None, None
    dating = [each for each in dating if _since(sentence, index, each[0]) is None] or dating
    added = max((at for at in sentence.at(_ADDING) if at <= index), default=0)
    dating = [each for each in dating if each[0].first >= added] or dating
    slot, time = min(
        dating, key=lambda each: (min(abs(each[0].first - index), abs(each[0].last - index)), each[0].first)
    )
    if slot.first == record and time.edtf is not None:  # "since last August, when a raid killed 51"
        return sentence.words(slot.first + 1, slot.last), time.edtf.partition("/")[0], time.basis
    since = _since(sentence, index, slot)
    if since is not None and time.edtf is not None and "/" not in time.edtf:
        return sentence.words(since, slot.last), f"{time.edtf}/..", time.basis
    return sentence.words(slot.first, slot.last), time.edtf, time.basis


def date_of(sentence: Sentence, marked: Slot) -> Dated | None:
    """The time in which a stretch marked as a date stands, or the words of a longer one that is no time here."""
    for slot, time in sentence.times:
        if slot.meets(marked):
            return sentence.words(slot.first, slot.last), time.edtf, time.basis
    if marked.last - marked.first < _FEWEST_WORDS:
        return None
    return sentence.words(marked.first, marked.last), None, None


def since_of_a_record(sentence: Sentence) -> int:
    """Where "since" stands in "the deadliest raid since the truce began on 15 March"; the sentence's end if nowhere.

    It says since when nothing was as bad, not when the raid was nor that figures are of all the time since.
    """
    low = sentence.low
    for index in sentence.at(_SINCE):
        if not _SUPERLATIVES.isdisjoint(low[max(0, index - _LONGEST_RECORD) : index]):
            return index
    return len(low)


def _since(sentence: Sentence, index: int, slot: Slot) -> int | None:
    """Where "since" stands in "… since the truce took effect on July 8": from then on, and not on that day."""
    for at in range(max(index, slot.first - _LONGEST_SINCE), slot.first - 1):
        if sentence.low[at] == "since" and "," not in sentence.low[at : slot.first]:
            return at
    return None


def _goes_on(sentence: Sentence, slot: Slot) -> bool:
    """Whether a duration says through what time something went on: "for two years"."""
    return sentence.low[slot.first] in ("for", "over")


def is_of_saying(sentence: Sentence, slot: Slot) -> bool:
    """Whether the time says when somebody spoke: "a monitor said on Sunday", "the army on Sunday denied"."""
    if sentence.low[slot.last - 1].endswith("s"):  # "said Saturday's attack": the attack's day
        return False
    at = slot.first - 1
    while at >= 0 and sentence.low[at] in _LEADS:
        at -= 1
    said = sentence.low[max(0, at - 1) : at + 1]  # "said", or "told Reuters"
    return at >= 0 and (said[-1] in _SAYING or said[0] == "told" or _is_before_saying(sentence, at + 1, slot))


def _is_before_saying(sentence: Sentence, end: int, slot: Slot) -> bool:
    """Whether the time stands between who speaks, whose words end in `end`, and the verb of saying."""
    verb = slot.last
    while verb < len(sentence.low) and sentence.low[verb] in ADVERBS:
        verb += 1
    said = sentence.low[verb : verb + 1]
    if sentence.low[verb : verb + 2] == ("cast", "doubt"):
        return True
    if not said or said[0] not in cue_classes() or said[0] in cue_words("ambiguous"):
        return False
    after = sentence.low[verb + 1 :]
    return after[:1] != ("by",) and "lives" not in after and phrase_before(sentence, end) is not None


def is_of_holding(sentence: Sentence, slot: Slot) -> bool:
    """Whether the time says since when somebody was held: "two sailors they had held since May"."""
    return sentence.low[slot.first] == "since" and sentence.low[slot.first - 1] in _HELD


def _is_stamp(sentence: Sentence, slot: Slot, time: Time) -> bool:
    """Whether the time is a date that no word leads to, as pages bear one: "AFP Sunday 25 May 2014", "ADEN May 3"."""
    before = sentence.tokens[slot.first - 1].text if slot.first else ""
    if before.isupper() and len(before) >= _SHORTEST_CAPITALS:
        return True
    if slot.first <= _LATEST_DATELINE and DASHES & set(sentence.low[slot.last : slot.last + 2]):
        return True  # "Bogotá, 11 Nov. — "
    led = before[:1].islower() or before in (",", *_OPENING)
    return time.basis == "stated" and not led
