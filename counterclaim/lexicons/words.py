"""Cue words of attribution and words for acts, as data of general news English, loaded once."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

import msgspec

_VERB_CLASSES = ("say", "admit", "deny", "accuse", "judge", "demand", "quote", "put")


@cache
def _table(name: str) -> dict[str, Any]:
    data = files("counterclaim.lexicons").joinpath(f"{name}.json").read_bytes()
    table: dict[str, Any] = msgspec.json.decode(data)
    return table


@cache
def cue_classes() -> dict[str, str]:
    """Every verb of attribution with what its saying does: {"said": "say", "denied": "deny"}."""
    return {word: kind for kind in _VERB_CLASSES for word in _table("cues")[kind]}


@cache
def cue_names() -> frozenset[str]:
    """Every verb of attribution, whatever its saying does."""
    return frozenset(cue_classes())


@cache
def cue_words(name: str) -> frozenset[str]:
    """The cue words of one list: "hearsay", "role_heads", "pronouns", …"""
    return frozenset(_table("cues")[name])


@cache
def anaphors() -> dict[str, tuple[str, ...]]:
    """Kind of speaker to the nouns that point back to one ("the monitor")."""
    return {kind: tuple(words) for kind, words in _table("cues")["anaphors"].items()}


@cache
def act_words(name: str) -> frozenset[str]:
    """The words of a list of acts without parts: "things", "intent", …"""
    return frozenset(_table("acts")[name])


@cache
def act_classes(name: str) -> dict[str, str]:
    """Word or phrase to its class, for a table of acts such as "harm", "people" or "events".

    Where a word stands in two classes, the first listed wins.
    """
    found: dict[str, str] = {}
    for kind, words in _table("acts")[name].items():
        for word in words:
            found.setdefault(word, kind)
    return found


@cache
def act_names(name: str) -> frozenset[str]:
    """Every word and phrase of a table of acts, whatever its class."""
    return frozenset(act_classes(name))
