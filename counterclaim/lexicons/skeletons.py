"""Skeletons of place names: what stays when spellings of one name differ.

Names from Arabic, Kurdish, Persian, Russian and Ukrainian reach English along many roads:
articles are assimilated or glued on, vowels and doubled letters vary, q and k change places.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache, partial

from anyascii import anyascii

from counterclaim.core.kept import Kept

_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z][a-z])")  # AlRaqqah; a name is short, so `re` is safe here
_SPLIT = re.compile(r"[^a-z0-9]+")
_APOSTROPHES = str.maketrans("", "", "'’‘ʼʻʿʾ`´.")
_ARTICLES = frozenset("al el ul il ar er as es ash esh at et ath eth ad ed adh az ez an en ur".split())
# An article that is part of the name and tells it from another: El Salvador and Salvador.
_KEPT = frozenset({"el salvador", "el paso", "el alto", "ar rum"})
# First parts of many names that are spelled in many ways.
_PARTS = {
    spelling: part
    for part, spellings in {
        "tel": "tal tall tell til",
        "kafr": "kfar kefr kafar kafer kefer kufr kfr",
        "beit": "bet bayt bait bit",
        "deir": "der dair",
        "jabal": "jebel djebel gebel jabel djabal gabal",
        "bani": "beni banu",
        "wadi": "ouadi oued wad",
        "marj": "merj mardj",
        "maarat": "maaret maarrat maarret marat maara maarra",
        "khan": "han",
        "sheikh": "sheik shekh shaykh shaikh cheikh shiekh",
        "abu": "abo aboo abou abi",
        "umm": "um om oum omm",
        "ras": "raas",
        "qalat": "qalaat kalat",
        "saint": "st",
        "mount": "mt",
        "fort": "ft",
        "ayn": "ain ein ayin",
        "nahr": "naher",
        "jisr": "jiser djisr gisr",
        "hajar": "hajr hajjar",
        "and": "wa",
    }.items()
    for spelling in spellings.split()
}
_DIGRAPHS = (
    ("kh", "X"),
    ("sch", "S"),
    ("sh", "S"),
    ("tch", "C"),
    ("ch", "C"),
    ("gh", "g"),
    ("dh", "d"),
    ("th", "t"),
    ("ph", "f"),
    ("zh", "z"),
    ("dj", "j"),
    ("ck", "k"),
    ("q", "k"),
    ("x", "ks"),
)
_VOWELS = re.compile(r"[aeiouwy]+")
_DOUBLED = re.compile(r"(.)\1+")
_PLAIN_VOWEL = str.maketrans("eyow", "iiuu")


@lru_cache(maxsize=50_000)
def skeleton_of(name: str) -> str:
    """The skeleton of a name: small letters and the capitals X (kh), S (sh) and C (ch).

    >>> skeleton_of("Al-Qāmishlī"), skeleton_of("Kamishly")
    ('kamiSli', 'kamiSli')
    >>> skeleton_of("Khan Sheikhoun") == skeleton_of("Khān Shaykhūn")
    True
    """
    plain = anyascii(_CAMEL.sub(" ", name).translate(_APOSTROPHES)).translate(_APOSTROPHES).lower()
    return skeleton_of_parts(_SPLIT.split(plain)) or name.strip()


def skeleton_of_parts(parts: Sequence[str]) -> str:
    """The skeleton of a name whose words are known, folded as those of `find_words`."""
    if not all(map(str.isalnum, parts)):  # a sign that ASCII writes as several, such as one half
        parts = [part for word in parts for part in _SPLIT.split(word) if part]
    if " ".join(parts) not in _KEPT:
        parts = [part for part in parts if part not in _ARTICLES] or parts
    return "".join([_known[at == 0][part] for at, part in enumerate(parts)])


def _part(part: str, *, first: bool) -> str:
    part = _PARTS.get(part, part)
    glued = part[0] in "ae" and part[1:2] == part[2:3] and part[1:2] in tuple("zrsdnt")
    if glued and len(part) > (6 if first else 4):
        part = part[2:]  # Arraqqah, Ezzor
    if part.endswith(("ah", "eh")) and len(part) > 3:
        part = part[:-2] + "a"
    for letters, sound in _DIGRAPHS:
        part = part.replace(letters, sound)
    return _DOUBLED.sub(r"\1", _VOWELS.sub(_vowel, part))


_known = {first: Kept(partial(_part, first=first), most=50_000) for first in (True, False)}


def _vowel(match: re.Match[str]) -> str:
    return _plain_vowels(match.group(), leads=match.start() == 0)


@lru_cache(maxsize=5_000)
def _plain_vowels(run: str, *, leads: bool) -> str:
    """A run of vowels as the one or two that spellings agree on; `leads`: it starts its part of the name."""
    lead = ""
    if leads and len(run) > 1 and run[0] in "wy":
        lead, run = run[0], run[1:]  # a consonant there: Yemen, Wau
    run = _DOUBLED.sub(r"\1", run.translate(_PLAIN_VOWEL))
    return lead + _DOUBLED.sub(r"\1", run.replace("au", "u").replace("ai", "i"))
