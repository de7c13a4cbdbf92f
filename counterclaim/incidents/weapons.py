"""What an attack is said to have been made with, in classes that reports call by many words."""

from __future__ import annotations

from functools import cache

from counterclaim.core.patterns import Patterns

_WORDS = {
    "barrel bomb": r"barrel[\ -]bombs?",
    "blade": r"kni(?:fe|ves) | machetes? | stabb\w+ | behead\w+",
    "car bomb": r"(?:car|truck|vehicle|motorcycle|van|lorry)[\ -]bomb\w* | booby[\ -]trapped\ (?:car|truck|vehicle|van) | svbied | vbied",
    "chlorine": r"chlorine",
    "cluster bomb": r"cluster[\ -](?:bombs?|munitions?)",
    "drone": r"drones? | uavs? | quadcopters?",
    "grenade": r"grenades? | rpgs?",
    "gun": r"gunm[ae]n | gunfire | shot\ dead | machine[\ -]guns? | rifles? | snipers?",
    "incendiary": r"napalm | phosphorus | incendiary | thermite",
    "mine": r"landmines? | land\ mines? | mines? | ieds? | roadside\ bombs? | improvised\ explosive\ devices?",
    "missile": r"missiles?",
    "mortar": r"mortars?",
    "nerve agent": r"sarin | nerve\ (?:agent|gas)",
    "rocket": r"rockets? | katyushas?",
    "suicide belt": r"suicide\ (?:vest|belt|jacket)s? | explosive\ (?:vest|belt)s?",
}
_CLASSES = tuple(_WORDS)


@cache
def _patterns() -> Patterns:
    return Patterns((rf"\b(?:{words})\b" for words in _WORDS.values()), ignore_case=True)


def weapons_in(text: str) -> frozenset[str]:
    """The classes of weapons that the words name.

    >>> sorted(weapons_in("A drone fired two missiles."))
    ['drone', 'missile']
    """
    return frozenset(_CLASSES[at] for at in _patterns().found_in(text))
