"""What people decided about the same claims without knowing of each other, and where they differ."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from sqlalchemy import Connection

from counterclaim.core.agreement import Agreement, alpha_of
from counterclaim.store.audit import Entry, read_entries
from counterclaim.store.choices import CLAIM_ACTIONS, Choice
from counterclaim.store.reviews_schema import audit

KEPT = "claim"  # verdict of whoever accepts a claim, as it is or corrected
REJECTED = "no claim"
# Where a claim stands is compared as a whole; what follows from other fields or says nothing of the text, not at all.
_NOT_COMPARED = frozenset(
    "id type start end quote article passage credit maker score incident where when_basis speaker_aliases".split()
)
SPAN = "span"


class Coding(NamedTuple):
    """The newest decision of one person on one claim that counts. `fields` is empty where they reject it."""

    entry: Entry
    verdict: str | None  # None: unsure
    fields: dict[str, str]  # canonical JSON, by name of the field


class Coded(NamedTuple):
    """A claim that several people coded."""

    claim: str
    codings: tuple[Coding, ...]
    settled: bool  # a reviewer who could see them decided since

    @property
    def differing(self) -> tuple[str, ...]:
        """The fields in which two people differ; "verdict" where they differ in whether it is a claim."""
        verdicts = {coding.verdict for coding in self.codings if coding.verdict is not None}
        if len(verdicts) > 1:
            return ("verdict",)
        kept = [coding.fields for coding in self.codings if coding.fields]
        names = sorted({name for fields in kept for name in fields})
        return tuple(name for name in names if len({fields.get(name) for fields in kept}) > 1)


def read_coded(connection: Connection) -> list[Coded]:
    """Every claim that two people or more coded, by id.

    A coder's decision counts, and of a reviewer's the first on a claim on which nobody else had decided.
    """
    entries = [
        entry
        for entry in reversed(read_entries(connection, audit.c.action.in_(CLAIM_ACTIONS)))
        if not entry.undone
    ]
    met: dict[str, dict[str, Coding]] = defaultdict(dict)
    seen: dict[str, set[str]] = defaultdict(set)
    settled: dict[str, int] = {}
    for entry in entries:
        claim = claim_of(entry)
        if entry.role == "coder" or not seen[claim] - {entry.who}:
            met[claim][entry.who] = read_coding(entry)
        elif entry.action != "unsure":
            settled[claim] = entry.number
        seen[claim].add(entry.who)
    return [
        Coded(
            claim,
            tuple(sorted(of.values(), key=lambda coding: coding.entry.number)),
            settled.get(claim, 0) > max(coding.entry.number for coding in of.values()),
        )
        for claim, of in sorted(met.items())
        if len(of) > 1
    ]


def claim_of(entry: Entry) -> str:
    """The claim that was decided on; a move touches the person's own claim too."""
    before: Mapping[str, Any] = json.loads(entry.before or "{}")
    return next((claim for claim in entry.claims if claim in before), entry.claims[0])


def choice_of(entry: Entry) -> Choice:
    """The decision of an entry, to be taken over by somebody else."""
    claim = claim_of(entry)
    old, new = _claims(entry.before), _claims(entry.after)
    fields: dict[str, Any] = {}
    span = None
    if entry.action == "fix":
        was, becomes = old.get(claim, {}), new.get(claim, {})
        fields = {name: value for name, value in becomes.items() if was.get(name) != value}
        fields |= dict.fromkeys(was.keys() - becomes.keys())
    if entry.action == "move":
        moved = next(one for name, one in new.items() if name != claim)
        span = (moved["start"], moved["end"])
    action = entry.action
    if action not in CLAIM_ACTIONS:
        raise ValueError(f"entry {entry.number} is no decision on a claim")
    return Choice(action=action, fields=fields, span=span, reason=entry.reason, why=entry.why)


def agreement_by_field(coded: Iterable[Coded]) -> dict[str, Agreement]:
    """How far people agree on whether it is a claim ("verdict"), on its words and on each field, by name."""
    verdicts: list[list[str]] = []
    values: dict[str, list[list[str | None]]] = defaultdict(list)
    for each in coded:
        verdicts.append([coding.verdict for coding in each.codings if coding.verdict is not None])
        kept = [coding.fields for coding in each.codings if coding.fields]
        for name in {name for fields in kept for name in fields}:
            values[name].append([fields.get(name) for fields in kept])
    return {"verdict": alpha_of(verdicts)} | {name: alpha_of(values[name]) for name in sorted(values)}


def read_coding(entry: Entry) -> Coding:
    """What an entry says about its claim."""
    claim = claim_of(entry)
    if entry.action == "unsure":
        return Coding(entry, None, {})
    if entry.action == "reject":
        return Coding(entry, REJECTED, {})
    told = _claims(entry.after)
    of = next((one for name, one in told.items() if name != claim), None) if entry.action == "move" else None
    of = of if of is not None else told.get(claim, {})
    fields = {name: json.dumps(value) for name, value in of.items() if name not in _NOT_COMPARED}
    return Coding(entry, KEPT, {**fields, SPAN: json.dumps([of.get("start"), of.get("end")])})


def _claims(states: str | None) -> dict[str, dict[str, Any]]:
    return {name: state["claim"] for name, state in json.loads(states or "{}").items()}
