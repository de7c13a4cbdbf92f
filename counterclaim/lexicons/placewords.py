"""Unlisted places, by the words around them: "the village of X", "X airport", "near X"."""

from __future__ import annotations

from typing import NamedTuple

from counterclaim.lexicons.tokens import UPPER, Word, bare_end

KIND_NOUNS = {
    noun: kind
    for kind, nouns in {
        "province": "province governorate oblast wilayat wilaya state department canton prefecture",
        "city": "city",
        "town": "town township municipality settlement",
        "village": "village hamlet",
        "district": "district neighbourhood neighborhood quarter suburb area subdistrict county commune borough",
        "camp": "camp",
        "airport": "airport airfield",
        "base": "base airbase barracks garrison",
        "crossing": "crossing checkpoint",
        "region": "region island islands valley peninsula mountains countryside enclave plain desert forest",
        "water": "river lake sea gulf strait dam",
    }.items()
    for noun in nouns.split()
}
# Words that may stand between a name and its noun: "Yarmouk refugee camp", "Taftanaz air base".
_NOUN_MODIFIERS = frozenset(
    "refugee military air international border displacement idp army naval administrative self".split()
)
_PREPOSITIONS = frozenset("in near outside around towards toward".split())
_WITHIN = frozenset(["in", "at"])
_SHELLING = frozenset("shelled shelling bombarded bombarding".split())
_OF_PLACES = frozenset(
    """shelling bombardment bombing siege outskirts centre center north south east west northeast northwest southeast
    southwest suburbs capture recapture liberation fall battle residents people skies control parts""".split()
)
PARTICLES = frozenset(
    "al el ul er ar as ash esh at et ad ed az ez es an en de la le del do da dos of".split()
)
NOT_PLACES = frozenset(
    """january february march april may june july august september october november december
    monday tuesday wednesday thursday friday saturday sunday ramadan easter christmas eid
    the a an this that these those his her its their our my your he she it they we i you
    parliament congress senate twitter facebook telegram youtube whatsapp arabic english french russian
    islam mr mrs ms dr president prime minister general colonel captain king prince sheikh
    and but or if when while where what who how there here then also however meanwhile earlier later
    no not one two three four five six seven eight nine ten mid early late god allah""".split()
)
# What stands before the name of a ship: "USS Fallujah".
SHIPS = frozenset("ins hms uss hmas hmcs mv frigate destroyer corvette tanker trawler".split())
# What stands before the name of a person.
TITLES = frozenset(
    """mr mrs ms dr president minister general colonel captain major lieutenant king prince sheikh
    senator ambassador pope judge professor commander sir imam""".split()
)
_LONGEST = 4  # words of a name


class Guess(NamedTuple):
    """A name that the words around it make a place: `words[first:]` up to code point `end`."""

    first: int
    end: int
    kind: str | None


def guessed_places(
    text: str, words: list[Word], closed: frozenset[int], listed: dict[int, int]
) -> list[Guess]:
    """Names made places by a noun or preposition; `listed` ones only to say what kind they are here.

    Args:
        text: what the words are of.
        words: in order.
        closed: positions of words inside names of parties.
        listed: first word of each listed place, and the word after its last.
    """
    guesses: list[Guess] = []
    next_free = 0
    for at, word in enumerate(words):
        if at < next_free or not (word.case or word.norm in PARTICLES or at in listed):
            continue
        if word.norm in _WITHIN and not word.case and text[word.end : word.end + 1] == " ":
            continue  # "at Taftanaz", but not "at-Tall"
        after = listed.get(at) or _name_end(words, at, closed, listed)
        if after is None:
            continue
        kind = _kind_before(words, at) or _kind_after(words, after)
        if (
            kind
            or _after_preposition(words, at)
            or _after_act(words, at)
            or (_is_within(words, at) and _stands_before_area(text, words, after, closed, listed))
        ):
            guesses.append(Guess(at, bare_end(text, words[after - 1]), kind))
        next_free = after
    return guesses


def _name_end(words: list[Word], at: int, closed: frozenset[int], listed: dict[int, int]) -> int | None:
    if not _may_name(words, at, closed) or (words[at].norm in PARTICLES and not words[at].joined):
        return None
    after = at + 1
    while after < min(len(words), at + _LONGEST) and words[after - 1].joined and after not in listed:
        particle = words[after].norm in PARTICLES and words[after].norm != "of"
        if not particle and not _may_name(words, after, closed):
            break
        if words[after].norm in KIND_NOUNS:
            break
        after += 1
    while after > at and (words[after - 1].norm in PARTICLES or not words[after - 1].case):
        after -= 1
    if after <= at or words[after - 1].norm in KIND_NOUNS:
        return None
    return after


def _may_name(words: list[Word], at: int, closed: frozenset[int]) -> bool:
    word = words[at]
    if (
        at in closed
        or word.norm in NOT_PLACES
        or word.stem in NOT_PLACES
        or word.norm[:1].isdigit()
        or len(word.norm) < 2
    ):
        return False
    if word.case == UPPER:
        return False
    return bool(word.case) or (word.norm in PARTICLES and word.joined and word.norm != "of")


def _kind_before(words: list[Word], at: int) -> str | None:
    """ "the town of X", "village X"."""
    back = at - 1
    if back >= 0 and words[back].norm == "of" and words[back].joined:
        back -= 1
        return KIND_NOUNS.get(words[back].norm) or _plural_kind(words[back]) if back >= 0 else None
    if (
        back >= 0
        and words[back].joined
        and not words[back].case
        and words[back].norm in ("village", "town", "camp")
    ):
        return KIND_NOUNS[words[back].norm]
    return None


def _plural_kind(word: Word) -> str | None:
    """ "the towns of X and Y", "the cities of X"."""
    if word.norm == "cities":
        return "city"
    return KIND_NOUNS.get(word.stem) if word.stem else None


def _kind_after(words: list[Word], after: int) -> str | None:
    """ "X province", "X refugee camp"."""
    while after < len(words) and words[after - 1].joined:
        if words[after].norm in KIND_NOUNS:
            return KIND_NOUNS[words[after].norm]
        if words[after].norm not in _NOUN_MODIFIERS:
            return None
        after += 1
    return None


def _is_within(words: list[Word], at: int) -> bool:
    return at > 0 and words[at - 1].joined and words[at - 1].norm in _WITHIN


def _stands_before_area(
    text: str, words: list[Word], after: int, closed: frozenset[int], listed: dict[int, int]
) -> bool:
    """ "Mwembeni, Lamu County", "Shirqat, Iraq": a place right behind a comma."""
    if after == len(words) or text[bare_end(text, words[after - 1]) : words[after].start] != ", ":
        return False
    area = _name_end(words, after, closed, listed)
    return after in listed or (area is not None and _kind_after(words, area) is not None)


def _after_act(words: list[Word], at: int) -> bool:
    """ "The shelling of X", "shelled X", "the outskirts of X": what is shelled or has outskirts is a place."""
    if at and words[at - 1].joined and words[at - 1].norm in _SHELLING:
        return True
    return at > 1 and words[at - 1].norm == "of" and words[at - 1].joined and words[at - 2].norm in _OF_PLACES


def _after_preposition(words: list[Word], at: int) -> bool:
    if at == 0 or not words[at - 1].joined or words[at - 1].norm not in _PREPOSITIONS:
        return False
    return words[at].norm not in TITLES
