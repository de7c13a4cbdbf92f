"""What a sentence says of an agreement: between whom, brokered by whom, without whom, if what, for how long."""

from __future__ import annotations

from typing import Literal

import msgspec

from counterclaim.core.patterns import pattern
from counterclaim.lexicons.actors import find_actors

TermKind = Literal["party", "broker", "excludes", "condition", "lasts"]


class Term(msgspec.Struct, frozen=True, kw_only=True):
    """One such detail, in the sentence's words or as the party is listed, and the claim that has it."""

    kind: TermKind
    words: str
    claim: str


_STOP = r"(?:that|which|who|was|were|is|are|has|had|have|to|on|in|after|before|since|halted|collapsed|fell|began|begins|came|comes|took|takes|entered|went|started|held|broke|ended|will|would|and)"
_SIDE = r"(?:(?:the|its|local)\ )?[\w’'.-]+(?:\ [\w’'.-]+){0,4}?"
_BETWEEN = pattern(
    rf"\bbetween\ (?P<one>{_SIDE})\ and\ (?P<other>{_SIDE})(?:\ {_STOP}\b|[,.;:)]|$)", ignore_case=True
)
_BROKERED = pattern(
    r"\b(?:brokered|mediated|negotiated|sponsored|overseen|guaranteed)\ by\ (?P<words>[^.;:]{2,80})",
    ignore_case=True,
)
_BROKERS = pattern(r"(?P<words>[^.;:,]{2,60}?)\ (?:has\ |had\ |have\ )?brokered\b", ignore_case=True)
_EXCLUDES = pattern(
    r"""\b(?: exclud(?:es|ed|ing) | except(?:\ for)? | with\ the\ exception\ of | not\ including
          | (?:does|did|do|would|will)\ not\ (?:apply\ to|cover|include|extend\ to) )\ (?P<words>[^.;:]{2,100})""",
    ignore_case=True,
)
_CONDITION = pattern(  # "if confirmed" is no condition of a truce: the clause must speak of it
    r"""\b(?P<words>(?: (?:if|provided(?:\ that)?|as\ long\ as|so\ long\ as)\ [^.;:,]{0,80}?
            \b(?: cease-?fires? | truces? | deals? | agreements? | pauses? | holds? | respect\w* | compl(?:y|ies|ied) | observe[sd]? )\b
          | (?:on\ condition\ that|in\ exchange\ for|in\ return\ for)\ ) [^.;:,]{0,80})""",
    ignore_case=True,
)
_LASTS = pattern(
    r"""\b(?P<words>(?: for\ (?:an\ initial\ |at\ least\ |about\ )?(?:\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve)
          \ (?:hours?|days?|weeks?|months?|years?)(?:\ (?:each|a|every)\ day)? | \d+-(?:hour|day|week|month)\b ))""",
    ignore_case=True,
)


def terms_in(sentence: str, claim_id: str) -> list[Term]:
    """The details of a sentence about an agreement, in the order of their kinds.

    >>> [(one.kind, one.words) for one in terms_in("A truce between the army and rebels began, excluding ISIS.", "c")]
    [('party', 'army'), ('party', 'rebels'), ('excludes', 'ISIS')]
    """
    found: list[tuple[TermKind, str]] = []
    for match in _BETWEEN.finditer(sentence):
        found += [("party", _named(match[side] or "")) for side in ("one", "other")]
    for match in (*_BROKERED.finditer(sentence), *_BROKERS.finditer(sentence)):
        found += [("broker", hit.actor.name) for hit in find_actors(match["words"] or "")]
    for kind, cue in (("excludes", _EXCLUDES), ("condition", _CONDITION), ("lasts", _LASTS)):
        found += [(kind, " ".join((match["words"] or "").split())) for match in cue.finditer(sentence)]  # type: ignore[misc]
    return [Term(kind=kind, words=words, claim=claim_id) for kind, words in dict.fromkeys(found) if words]


def _named(words: str) -> str:
    """The party as it is listed, else its words without the article."""
    hits = find_actors(words)
    if len(hits) == 1:
        return hits[0].actor.name
    return words.strip().removeprefix("the ").removeprefix("The ")
