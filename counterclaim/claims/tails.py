"""What follows "…, X said": more of what X said, or whom X leans on.

"Shells killed 112, the monitor said, updating a toll of 98": both figures are the monitor's.
"Two died, the agency said, citing police": the police speak, the agency passes it on.
"""

from __future__ import annotations

from msgspec.structs import replace

from counterclaim.claims.clauses import closing, content_words, skip_adjuncts
from counterclaim.claims.credit import Credit
from counterclaim.claims.phrases import phrase_after
from counterclaim.claims.sentence import Sentence, Slot

LEANING = frozenset("citing quoting".split())
# What goes on with the speaker's words; participles of speech ("adding") are cues themselves.
CARRYING_ON = frozenset(
    """updating bringing raising revising taking pushing correcting lowering while with most many some mostly
    including among all half both up down""".split()
)
ADDING = frozenset("included include killed wounded injured left destroyed".split())
# What opens the rest of a sentence whose content stood before "X said".
AFTERTHOUGHTS = (
    LEANING | CARRYING_ON | frozenset("adding saying noting while as but and in on after when with".split())
)


def follows_afterthought(sentence: Sentence, index: int, *, marked: bool = True) -> bool:
    """Whether words at `index` go on behind "X said"; `marked`: only behind a comma."""
    if sentence.low[index : index + 1] == (",",):
        index += 1
    elif marked:
        return False
    after = sentence.low[index : index + 1]
    return bool(after) and after[0] in AFTERTHOUGHTS


def with_tails(sentence: Sentence, found: list[Credit]) -> list[Credit]:
    """The credits with the sources they lean on, and one more for each tail that goes on."""
    more: list[Credit] = []
    for credit in found:
        leaning = _leaning(sentence, credit)
        more.append(leaning)
        tail = _tail_of(sentence, leaning, found)
        if tail is not None:
            more.append(tail)
    return more


def _tail_start(sentence: Sentence, credit: Credit) -> int:
    """The first word behind cue, source and adjuncts of a credit whose content stands before."""
    assert credit.source is not None  # noqa: S101 - callers pass credits with a source
    behind = max(credit.cue.last, credit.source.last, credit.told.last if credit.told else 0)
    after = skip_adjuncts(sentence, behind)
    return after + 1 if sentence.low[after : after + 1] == (",",) else after


def _leaning(sentence: Sentence, credit: Credit) -> Credit:
    """ "…, the agency said, citing police", "The agency said two died, citing police"."""
    if credit.kind != "say" or credit.source is None or credit.relay is not None:
        return credit
    before = credit.content.last <= credit.cue.first
    start = _tail_start(sentence, credit) if before else credit.content.first + 2
    for index in range(start, start + 1 if before else credit.content.last):
        if sentence.low[index : index + 1] and sentence.low[index] in LEANING:
            cited = phrase_after(sentence, index + 1)
            if cited is None:
                continue
            content = credit.content if before else _before_mark(sentence, credit.content.first, index)
            return replace(credit, kind="quote", content=content, relay=cited)
    return credit


def _before_mark(sentence: Sentence, first: int, index: int) -> Slot:
    return Slot(first, index - 1 if sentence.low[index - 1] == "," else index)


def _adds(sentence: Sentence, start: int) -> bool:
    """ "The dead were farmers, it said, and included a nurse"."""
    second = sentence.low[start + 1 : start + 2]
    return sentence.low[start] == "and" and bool(second) and second[0] in ADDING


def _tail_of(sentence: Sentence, credit: Credit, found: list[Credit]) -> Credit | None:
    """More of the same speaker's words behind "X said", where nobody else speaks in them."""
    if credit.kind != "say" or credit.source is None or credit.content.last > credit.cue.first:
        return None
    start, end = _tail_start(sentence, credit), closing(sentence)
    opener = sentence.low[start : start + 1]
    goes_on = bool(opener) and (opener[0] in CARRYING_ON or _adds(sentence, start))
    if not goes_on or content_words(sentence, start, end) < 3:
        return None
    if any(other.cue.first >= start for other in found):
        return None
    return replace(credit, cue=Slot(start, start + 1), content=Slot(start, end), told=None)
