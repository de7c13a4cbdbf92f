"""What a person decides about a claim, and what follows from it, before anything is written."""

from __future__ import annotations

import json
from typing import Any, Literal, NamedTuple

import msgspec
from msgspec.structs import replace

from counterclaim.core.claims import Claim, claim_id
from counterclaim.core.errors import DataError
from counterclaim.core.spans import Span, trim
from counterclaim.core.types import Sheet
from counterclaim.store.added import adding, place_claim
from counterclaim.store.rulings import Ruling, fix

ClaimAction = Literal["accept", "reject", "fix", "move", "unsure"]
CLAIM_ACTIONS: tuple[ClaimAction, ...] = ("accept", "reject", "fix", "move", "unsure")
REASONS: dict[str, str] = {  # of a rejection, by the word that the audit keeps; the keys 1 to 6 at the desk
    "not_said": "The text does not say this",
    "wrong_value": "Wrong number or kind",
    "wrong_speaker": "Credited to somebody who does not say it",
    "told_twice": "The same claim is there already",
    "no_claim": "Background, no claim",
    "other": "Another reason",
}
MOST_MOVED = 2_000  # code points of a claim that a person marks: some paragraphs


class Choice(msgspec.Struct, frozen=True, kw_only=True):
    """One decision about one claim. `fields` are what a fix sets; `span` is where a move puts the claim."""

    action: ClaimAction
    fields: dict[str, Any] = {}
    span: tuple[int, int] | None = None
    reason: str | None = None
    why: str = ""
    accepting: bool = True  # a fix or move also accepts the claim as it then is


class Plan(NamedTuple):
    """Rulings to add, and how the claims they touch read after them, by id."""

    rulings: tuple[Ruling, ...]
    after: dict[str, dict[str, Any]]


def state_of(claim: Claim, decision: str | None) -> dict[str, Any]:
    """A claim as the audit holds it before and after a decision."""
    return {"decision": decision, "claim": msgspec.to_builtins(claim)}


def plan(sheet: Sheet | None, claim: Claim, decision: str | None, choice: Choice, who: str) -> Plan:
    """What a choice about a claim comes to.

    Args:
        sheet: the claim's document; only a move looks at it.
        claim: as ruled until now.
        decision: accept, reject or None until now.
        choice: the person's.
        who: the person.

    Raises:
        DataError: the choice is not whole, or the claim cannot take it.
    """
    match choice.action:
        case "unsure":
            return Plan((), {})
        case "fix":
            return _fixed(claim, decision, choice)
        case "move":
            if sheet is None:
                raise TypeError("to move a claim, give its document")
            return _moved(sheet, claim, choice, who)
        case "accept" | "reject":
            if choice.action == "reject" and choice.reason not in (None, *REASONS):
                raise DataError(f"no reason is called {choice.reason!r}; there are {', '.join(REASONS)}")
            ruling = Ruling(claim.id, choice.action)
            return Plan((ruling,), {claim.id: state_of(claim, choice.action)})


def _fixed(claim: Claim, decision: str | None, choice: Choice) -> Plan:
    fixed, rulings = claim, []
    for field, value in choice.fields.items():
        fixed = fix(fixed, field, value)
        rulings.append(Ruling(claim.id, "fix", field, json.dumps(value)))
    if not rulings:
        raise DataError("no field was changed; accept the claim if it is right as it is")
    if choice.accepting:
        rulings.append(Ruling(claim.id, "accept"))
        decision = "accept"
    return Plan(tuple(rulings), {claim.id: state_of(fixed, decision)})


def _moved(sheet: Sheet, claim: Claim, choice: Choice, who: str) -> Plan:
    """The claim where it stood is rejected, and the person's own claim stands where they put it."""
    moved = stand_at(sheet, claim, choice.span, who, beside=claim.id)
    if moved.id == claim.id:
        raise DataError("the words are those that it had; mark others, or accept the claim")
    here = {each.id for each in sheet.claims or ()}
    added = () if moved.id in here else (adding(sheet.document.id, moved, claim.id),)
    rulings = (Ruling(claim.id, "reject"), *added, Ruling(moved.id, "accept"))
    return Plan(rulings, {claim.id: state_of(claim, "reject"), moved.id: state_of(moved, "accept")})


def stand_at(
    sheet: Sheet, claim: Claim, span: tuple[int, int] | None, who: str, beside: str | None = None
) -> Claim:
    """A person's own claim that says what `claim` says in the words at `span`; blanks at its ends do not count.

    Raises:
        DataError: no words, too many, or words of two articles.
    """
    text = sheet.document.text
    if span is None or not 0 <= span[0] < span[1] <= len(text):
        raise DataError(f"no words of the text lie at {span}; mark a first and a last word")
    words = trim(text, *span)
    if not 0 < words.end - words.start <= MOST_MOVED:
        raise DataError(f"mark at least one word and at most {MOST_MOVED:,} characters")
    _within_one_article(sheet, words)
    moved = place_claim(
        sheet,
        replace(
            claim, start=words.start, end=words.end, quote=words.of(text), maker=f"person:{who}", score=None
        ),
        beside,
    )
    return replace(moved, id=claim_id(sheet.document.id, moved))


def _within_one_article(sheet: Sheet, words: Span) -> None:
    touched = {each.article for each in sheet.passages or () if each.span.overlaps(words)}
    if len(touched) > 1:
        raise DataError("the words stand in two articles; a claim stands in one")
