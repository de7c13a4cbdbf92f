"""The stage that asks an endpoint for claims and adds those that the text bears out."""

from __future__ import annotations

from msgspec.structs import replace

from counterclaim.core.claims import Claim
from counterclaim.core.issues import Issue, Severity
from counterclaim.core.spans import Span
from counterclaim.core.stages import Stage
from counterclaim.core.types import Sheet
from counterclaim.llm.answers import Answer, SaidClaim, parse_answer
from counterclaim.llm.cache import Answers
from counterclaim.llm.check import Checker, Refusal
from counterclaim.llm.client import Client
from counterclaim.llm.doubles import Known
from counterclaim.llm.failures import EndpointError
from counterclaim.llm.instructions import (
    Batch,
    Message,
    batches_of,
    encode_request,
    first_messages,
    repair_messages,
)
from counterclaim.llm.settings import Endpoint
from counterclaim.llm.wording import shorten

GIVE_UP_AFTER = 3  # documents in a row that fail; a long run is not spent on waiting for a dead endpoint


class Extractor:
    """Asks one endpoint about one sheet after another."""

    def __init__(self, endpoint: Endpoint, client: Client, answers: Answers) -> None:
        self._endpoint = endpoint
        self._client = client
        self._answers = answers
        self._failures = 0  # documents in a row
        self._maker = f"llm.{endpoint.name}/{endpoint.model}"
        self.stage = Stage(
            f"claims_llm.v1:{endpoint.name}/{endpoint.model}",
            self.read,
            reads=("passages", "articles", "counts", "mentions", "times", "claims"),
            writes=("claims",),
        )

    def read(self, sheet: Sheet) -> Sheet:
        """The sheet with the claims that the endpoint adds, and an issue for each that is refused.

        Raises:
            EndpointError: one of the requests got no answer; the sheet is then left as it was.
        """
        if self._failures >= GIVE_UP_AFTER:
            raise EndpointError(
                "llm.not_asked",
                f"endpoint {self._endpoint.name} was not asked, because it kept failing before",
            )
        try:
            answers = [(batch, self._ask(first_messages(sheet, batch))) for batch in batches_of(sheet)]
        except EndpointError as failure:
            self._failures = GIVE_UP_AFTER if failure.hopeless else self._failures + 1
            raise
        self._failures = 0
        checker, known = Checker(sheet, self._maker), Known(sheet.claims or ())
        added: list[Claim] = []
        issues: list[Issue] = []
        for batch, answer in answers:
            issues += self._misfits(sheet, batch, answer)
            for said in answer.claims:
                found = self._judge(sheet, batch, said, checker, known)
                if isinstance(found, Issue):
                    issues.append(found)
                elif found is not None:
                    known.add(found)
                    added.append(found)
        claims = sorted((*(sheet.claims or ()), *added), key=lambda claim: (claim.start, claim.end, claim.id))
        return replace(sheet, claims=tuple(claims), issues=(*sheet.issues, *issues))

    def _judge(
        self, sheet: Sheet, batch: Batch, said: SaidClaim, checker: Checker, known: Known
    ) -> Claim | Issue | None:
        """A claim that is new, an issue for one that is refused or differs; None for one that is known."""
        number = batch.find(said.passage)
        if number is None:
            why = f"{said.type} “{shorten(said.quote)}”: there is no sentence {said.passage}"
            return self._issue("llm.quote_not_found", why, _span(sheet, batch))
        claim = checker.check(said, number)
        if isinstance(claim, Refusal):
            return self._issue(claim.code, claim.why, (sheet.passages or ())[number].span)
        first = known.double_of(claim)
        if first is None:
            return claim
        note = _difference(first, claim)
        return self._issue("llm.differs", note, Span(claim.start, claim.end)) if note is not None else None

    def _ask(self, messages: list[Message]) -> Answer:
        """The answer to a question, with one chance to mend it."""
        words, answer = self._ask_once(messages)
        if not words or (answer.broken is None and not answer.misfits):
            return answer
        why = answer.broken or "; ".join(dict.fromkeys(misfit.why for misfit in answer.misfits[:3]))
        _, mended = self._ask_once(repair_messages(messages, words, why))
        return mended if mended.broken is None else answer

    def _ask_once(self, messages: list[Message]) -> tuple[str, Answer]:
        """The words of an answer and what they say, from the cache where they are known."""
        request = encode_request(self._endpoint, messages)
        kept = self._answers.find(self._endpoint, request)
        words = self._client.ask(request) if kept is None else kept
        answer = parse_answer(words)
        if kept is None and answer.broken is None:
            self._answers.keep(self._endpoint, request, words)
        return words, answer

    def _misfits(self, sheet: Sheet, batch: Batch, answer: Answer) -> list[Issue]:
        """An issue for each part of an answer that could not be read."""
        whole = _span(sheet, batch)
        if answer.broken is not None:
            why = f"the model's answer does not fit the schema: {answer.broken}"
            return [self._issue("llm.malformed", why, whole, "warning")]
        found = []
        for misfit in answer.misfits:
            number = batch.find(misfit.passage)
            span = whole if number is None else (sheet.passages or ())[number].span
            found.append(self._issue("llm.malformed", f"a claim does not fit the schema: {misfit.why}", span))
        return found

    def _issue(self, code: str, message: str, span: Span, severity: Severity = "info") -> Issue:
        return Issue(code, severity, self.stage.name, self._endpoint.scrub(message), span)


def _span(sheet: Sheet, batch: Batch) -> Span:
    passages = sheet.passages or ()
    return Span(passages[batch.numbers[0]].span.start, passages[batch.numbers[-1]].span.end)


def _difference(first: Claim, claim: Claim) -> str | None:
    """In what the model reads a claim otherwise that the sheet has already; None where it agrees."""
    for name in ("speakers", "polarity"):
        known, said = getattr(first, name), getattr(claim, name)
        if known != said:
            shown = [", ".join(v) or "nobody" if isinstance(v, tuple) else v for v in (said, known)]
            return f"“{shorten(claim.quote)}”: {name} {shown[0]}; kept as {shown[1]}"
    return None
