"""MUC-3/MUC-4: the messages' texts, and what the 24-slot answer keys say of human targets."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from benchmarks.quality.corpora import find_files
from counterclaim.core.patterns import pattern

KEYS = {"train": "*key-dev-*", "dev": "*key-tst[12]*", "test": "*key-tst[34]*"}
TEXTS = {"train": "*dev-muc3-*", "dev": "*tst[12]-muc[34]", "test": "*tst[34]-muc[34]"}
MESSAGE, TEMPLATE, NUMBER, EFFECT = 0, 1, 21, 23

_MESSAGE = pattern(r"(?:DEV|TST\d)-MUC\d-\d{4}\b")
_BODY = pattern(r"\[TEXT\]\s*")


@dataclass(frozen=True)
class Target:
    """People whom an incident hit. Several fills are alternatives; none: the slot was left empty."""

    names: frozenset[str]
    numbers: tuple[str, ...] = ()  # "1", "5-" at least, "-26" at most, "4-6", "~100" about, "PLURAL"
    effects: tuple[str, ...] = ()  # "DEATH", "INJURY", "NO INJURY OR DEATH", "REGAINED FREEDOM", …
    optional: bool = False  # the key accepts it and does not ask for it


def read_texts(folder: Path, split: str) -> dict[str, str]:
    """The bodies of a split's messages by id, in the case in which they are stored."""
    found: dict[str, list[str]] = {}
    for _, content in sorted(find_files(folder, TEXTS[split]).items()):
        message = ""
        for line in content.decode("latin-1").splitlines(keepends=True):
            opens = _MESSAGE.match(line)
            if opens is not None:
                message = opens.group(0)
            elif message:
                found.setdefault(message, []).append(line)
    return {message: _body("".join(lines)) for message, lines in found.items()}


def read_targets(folder: Path, split: str) -> dict[str, tuple[Target, ...]]:
    """The human targets of every message that has a filled template."""
    found: dict[str, tuple[Target, ...]] = {}
    for _, content in sorted(find_files(folder, KEYS[split]).items()):
        found |= parse_keys(content.decode("latin-1"))
    return found


def parse_keys(keys: str) -> dict[str, tuple[Target, ...]]:
    """The human targets of all templates of a message; one that two templates tell alike is one target.

    >>> parse_keys('''0.  MESSAGE: ID                     DEV-MUC3-9999
    ... 1.  MESSAGE: TEMPLATE               1
    ... 21. HUM TGT: NUMBER                 2: "NURSES"
    ... 23. HUM TGT: EFFECT OF INCIDENT     INJURY: "NURSES"''')
    {'DEV-MUC3-9999': (Target(names=frozenset({'NURSES'}), numbers=('2',), effects=('INJURY',), optional=False),)}
    """
    found: dict[str, tuple[Target, ...]] = {}
    for slots in _templates(keys):
        if slots.get(TEMPLATE, ["*"])[0] == "*":
            continue
        message = slots[MESSAGE][0].partition(" ")[0]
        known = found.get(message, ())
        fresh = [target for target in _targets(slots) if not any(_alike(target, other) for other in known)]
        found[message] = (*known, *fresh)
    return found


def _templates(keys: str) -> Iterator[dict[int, list[str]]]:
    """The fills of each template by slot."""
    slots: dict[int, list[str]] = {}
    fills: list[str] = []
    for line in keys.splitlines():
        if not line.strip() or line.startswith(";"):
            continue
        slot, dot, rest = line.partition(".")
        if dot and slot.isdigit():
            if int(slot) == MESSAGE:
                if slots:
                    yield slots
                slots = {}
            fills = slots.setdefault(int(slot), [])
            line = rest.strip().partition("  ")[2]
        fills.append(line.strip())
    if slots:
        yield slots


def _targets(slots: dict[int, list[str]]) -> list[Target]:
    """The people of one template, put together from the slots that cross-refer to their names."""
    optional = "OPTIONAL" in slots[TEMPLATE][0]
    targets: dict[frozenset[str], Target] = {}
    for slot in (NUMBER, EFFECT):
        for fill in slots.get(slot, []):
            values, _, reference = fill.partition('"')
            options = tuple(
                value.replace("- ", "-").replace(" -", "-").strip(" ?():") for value in values.split("/")
            )
            if options[0] in ("-", "*", ""):
                continue
            names = frozenset(name.strip(' "') for name in reference.split(" / "))
            target = targets.get(names, Target(names))
            target = replace(target, numbers=options) if slot == NUMBER else replace(target, effects=options)
            targets[names] = replace(target, optional=target.optional or optional or "?" in values)
    return list(targets.values())


def _alike(one: Target, other: Target) -> bool:
    return bool(one.names & other.names) and (one.numbers, one.effects) == (other.numbers, other.effects)


def _body(message: str) -> str:
    """The text behind the header "PLACE, DAY (AGENCY) -- [TEXT]"."""
    opens = _BODY.search(message)
    return message[opens.end() :] if opens is not None else message
