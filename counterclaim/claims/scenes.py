"""Places described instead of named ("a bakery", "the town"), and the scene that later sentences keep to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from counterclaim.claims.sentence import Sentence, Slot
from counterclaim.core.claims import Claim, Event
from counterclaim.lexicons.places import place_of

# What is hit, stormed or stood in. Singular; a plural's s is taken off before the look-up.
_SITES = frozenset(
    """town city village district neighbourhood neighborhood quarter suburb area province region countryside camp base
    airbase airport airfield road highway street bridge checkpoint crossing border square market marketplace bakery school
    university hospital clinic mosque church shrine prison station building house home hotel cafe restaurant stadium
    headquarter barracks outpost position stronghold front frontline facility centre center point site location
    compound palace port refinery oilfield field plant factory mine farm shelter hideout tunnel garage stand""".split()
)
# Words that make a point or site one: "a medical point".
_VAGUE = frozenset(
    "point site location position field home house front stand centre center facility area".split()
)
_LEADS = frozenset(
    """a an the another its his her their this that several some many various two three four five six seven eight nine
    ten""".split()
)
_BEFORE = frozenset(
    """in at inside outside near on onto into hit hits hitting struck strikes target targeted targets targeting shelled
    shelling bombed bombing bomb attacked attack attacks storm stormed storming raided against over""".split()
)
_SHORT_VERB = 4  # letters of "is", "was", "does", which no town owns
_LONGEST = 6  # words of a description
_REACH = 14  # words behind the trigger
_VIOLENT = frozenset({"air_strike", "shelling", "chemical_attack", "suicide_bombing", "bombing", "attack"})
_ANYWHERE = frozenset({"other", "meeting", "notification"})  # two of these need not be in one place
_WIDE = frozenset(["country", "province", "region"])
_KEEPS = 8  # passages that a scene lasts
_SINGULAR = {"'s": "", "’s": "", "ies": "y", "s": ""}  # and without an owner's s


def described_near(sentence: Sentence, index: int) -> Slot | None:
    """The place described nearest to a token, first behind it, then before: from "a" or "the" up to its noun."""
    behind = range(index, min(len(sentence.tokens), index + _REACH))
    before = range(min(index, len(sentence.tokens)) - 1, max(0, index - _REACH) - 1, -1)
    for stretch in (behind, before):
        for at in stretch:
            if sentence.low[at] in (".", ";", ":") and at != index:
                break
            found = _phrase(sentence, at) if _may_lead(sentence, at) else None
            if found is not None:
                return found
    return None


def place_words(sentence: Sentence, slot: Slot) -> str:
    """The words of a place, without the owner's s: of "the town's streets", its apostrophe lost or not, "the town"."""
    words = sentence.words(slot.first, slot.last)
    bare = words.removesuffix("'s").removesuffix("’s")
    owned = sentence.low[slot.last : slot.last + 1]
    lost = bare == words and _singular(sentence.low[slot.last - 1]) + "s" == sentence.low[slot.last - 1]
    if lost and owned and owned[0].isalpha() and owned[0].endswith("s") and len(owned[0]) > _SHORT_VERB:
        return words[:-1]
    return bare


def holds_place(sentence: Sentence, slot: Slot) -> bool:
    """Whether words name a place, or describe one: "the landmine" and a lone "in" do neither."""
    if any(slot.meets(named) for named, _ in sentence.places):
        return True
    words = range(slot.first, slot.last)
    return any(_is_site(sentence.low[at]) or sentence.tokens[at].text[0].isupper() for at in words)


def _may_lead(sentence: Sentence, at: int) -> bool:
    """Whether a description may begin here: behind "in", "hit" or "shelling of", or as a sentence's subject."""
    low = sentence.low
    if at == 0 or low[at - 1] in _BEFORE or low[max(0, at - 3) : at] == ("in", "front", "of"):
        return True
    return low[at - 1] == "of" and low[max(0, at - 2)] in _BEFORE


def _phrase(sentence: Sentence, first: int) -> Slot | None:
    low = sentence.low
    if low[first] not in _LEADS and not low[first][0].isdigit():
        return None
    for at in range(first + 1, min(len(low), first + _LONGEST)):
        if (
            sentence.is_time(at)
            or not sentence.tokens[at].is_word
            or low[at] in ("of", "that", "which", "where", "and", *_BEFORE)
        ):
            return None
        if _is_site(low[at]) and not (at + 1 < len(low) and _is_site(low[at + 1])):
            if sentence.mention_at(at, "actor") is not None:
                return None  # "the Southern Front"
            vague = (
                _singular(low[at]) in _VAGUE
                and at == first + 1
                and low[first] not in ("the", "several", "this")
            )
            return None if vague else Slot(first, at + 1)
    return None


def _is_site(low: str) -> bool:
    return _singular(low) in _SITES


def _singular(low: str) -> str:
    for end, put in _SINGULAR.items():
        if low.endswith(end) and low.removesuffix(end) + put in _SITES:
            return low.removesuffix(end) + put
    return low


def in_scene(claims: Iterable[Claim]) -> list[Claim]:
    """Claims in text order; an event that names no place, or a country only, has that of the last event like it."""
    found: list[Claim] = []
    for claim in claims:
        kept = _placed(claim, found) if isinstance(claim, Event) else claim
        found.append(kept)
    return found


def _placed(event: Event, told: Sequence[Claim]) -> Event:
    country = _country(event.place)
    if event.event_type in _ANYWHERE or (event.place is not None and not country):
        return event
    place = _scene(event, told)
    if not place or (country and not _may_lie_in(place, country)):
        return event
    return replace(event, place=place)


def _country(words: str | None) -> str | None:
    """The country's code, where the words name a country and nothing smaller."""
    place = place_of(words) if words else None
    return place.country if place is not None and place.kind == "country" else None


def _may_lie_in(words: str, country: str) -> bool:
    """Whether the words name something smaller in the country, as far as the lexicons know."""
    place = place_of(words)
    return place is None or (place.country == country and place.kind != "country")


def _scene(claim: Event, told: Sequence[Claim]) -> str | None:
    """The place of the last event like it; of a town and its province the town."""
    wide = None
    for other in reversed(told):
        if other.article != claim.article or claim.passage - other.passage > _KEEPS:
            break
        if isinstance(other, Event) and other.place is not None and _alike(claim, other):
            place = place_of(other.place)
            if place is None or place.kind not in _WIDE:
                return other.place
            wide = wide or other.place
    return wide


def _alike(claim: Event, other: Event) -> bool:
    return claim.event_type == other.event_type or {claim.event_type, other.event_type} <= _VIOLENT
