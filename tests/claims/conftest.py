"""Claims read from a few sentences: one article by hand, a passage per sentence, and every layer."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from counterclaim.annotate.counts import find_counts
from counterclaim.annotate.mentions import find_mentions
from counterclaim.annotate.places import find_places
from counterclaim.annotate.times import find_times
from counterclaim.claims.assemble import read_claims_by_rules
from counterclaim.core.claims import Casualty, Claim, claim_type
from counterclaim.core.ids import hash_bytes
from counterclaim.core.spans import Span, quote_of
from counterclaim.core.types import Article, Document, Passage, Segment, Sheet

PUBLISHED = "2021-06-16"  # a Wednesday
ANNOTATING = (find_counts, find_mentions, find_places, find_times)


def sheet_of(*sentences: str) -> Sheet:
    """A sheet of one article whose passages are the sentences, with its claims by rules."""
    return read_claims_by_rules(annotated(*sentences))


def annotated(*sentences: str) -> Sheet:
    """A sheet of one article whose passages are the sentences, ready for claims."""
    text = " ".join(sentences)
    passages: list[Passage] = []
    at = 0
    for sentence in sentences:
        span = Span(at, at + len(sentence))
        quote = quote_of(text, span)
        passages.append(
            Passage(
                span=span, exact=quote.exact, prefix=quote.prefix, suffix=quote.suffix, article=0, segment=0
            )
        )
        at = span.end + 1
    digest = hash_bytes(text.encode())
    whole = Span(0, len(text))
    sheet = Sheet(
        document=Document(
            id=digest[:16], doc="page", text=text, sha256=digest, origin="page", published=PUBLISHED
        ),
        segments=(Segment(kind="article", span=whole, article=0),),
        articles=(Article(span=whole, published=PUBLISHED, published_basis="given"),),
        passages=tuple(passages),
    )
    for layer in ANNOTATING:
        sheet = layer(sheet)
    return sheet


@pytest.fixture(scope="session")
def read() -> Callable[..., Sheet]:
    """`read("A sentence.", "Another.")` is the sheet of an article with these sentences."""
    return sheet_of


@pytest.fixture(scope="session")
def credit_problems() -> Callable[[list[str], str, str], list[str]]:
    """What differs, in words, between a written credit and that of each claim about some words."""
    return find_credit_problems


@pytest.fixture(scope="session")
def has_claim() -> Callable[[str, str], bool]:
    """Whether a sentence makes the claim that is written as "event shelling target=market; place=Taiz"."""
    return lambda sentence, written: any(matches(claim, written) for claim in sheet_of(sentence).claims or ())


@pytest.fixture(scope="session")
def figures_of() -> Callable[[str], list[str]]:
    """The casualties of a sentence in text order, each as "killed 9 - at_least unknown part"."""
    return lambda sentence: [
        write_figure(claim) for claim in sheet_of(sentence).claims or () if isinstance(claim, Casualty)
    ]


@pytest.fixture(scope="session")
def figure_problems() -> Callable[[list[str], list[str]], list[str]]:
    """Where the casualties of a report differ, in text order, from "killed 9 - at_least unknown part < army"."""
    return find_figure_problems


def find_figure_problems(sentences: list[str], written: list[str]) -> list[str]:
    found = [claim for claim in sheet_of(*sentences).claims or () if isinstance(claim, Casualty)]
    lines = [f"{write_figure(claim)} < {' ; '.join(claim.speakers)}" for claim in found]
    if len(found) != len(written):
        return [f"{len(found)} figures, not {len(written)}", *lines]
    return [
        f"{line}, not {wanted}"
        for claim, line, wanted in zip(found, lines, written, strict=True)
        if write_figure(claim) != wanted.partition("<")[0].strip()
        or not _are_named(claim.speakers, wanted.partition("<")[2])
    ]


def write_figure(claim: Casualty) -> str:
    """A casualty as harm, least, most, qualifier, status and scope; - is no bound."""
    low, high = ("-" if bound is None else str(bound) for bound in (claim.min, claim.max))
    return " ".join((claim.harm, low, high, claim.qualifier, claim.status, claim.scope))


def _are_named(speakers: tuple[str, ...], names: str) -> bool:
    """Whether as many speakers as names are there, and each name is one of theirs."""
    wanted = _names(names)
    return len(wanted) == len(speakers) and all(
        any(_is_one_of(said, name) for said in speakers) for name in wanted
    )


def find_credit_problems(sentences: list[str], words: str, credit: str) -> list[str]:
    sheet = sheet_of(*sentences)
    start = sheet.document.text.index(words)
    about = [claim for claim in sheet.claims or () if is_about(claim, start, start + len(words))]
    if not about:
        return [f"no claim about {words!r}"]
    return [
        f"{claim.speakers} via {claim.via}, {claim.explicitness}, {claim.modality}: {claim.quote!r}"
        for claim in about
        if not is_credited(claim, *(part.strip() for part in credit.split("|")))
    ]


def is_about(claim: Claim, start: int, end: int) -> bool:
    """Whether the claim and the words share half of the shorter one."""
    shared = min(claim.end, end) - max(claim.start, start)
    return shared > 0 and 2 * shared >= min(claim.end - claim.start, end - start)


def is_credited(claim: Claim, speakers: str, via: str, explicitness: str, modality: str) -> bool:
    relays = _names(via)
    carried = [name for name in claim.via if name not in claim.speakers]
    return (
        _are_named(claim.speakers, speakers)
        and len(relays) == len(carried)
        and all(map(_is_one_of, carried, relays))
        and (explicitness == "-" or claim.explicitness in explicitness.split("/"))
        and claim.modality in modality.split("/")
    )


def matches(claim: Claim, written: str) -> bool:
    """Whether a claim is the one written: its type, its main value, then `field=value; field=value`."""
    head, _, fields = re.sub(r" (?=\w+=)", "|", written, count=1).partition("|")
    kind, _, value = head.partition(" ")
    main = MAIN_VALUE.get(kind)
    if claim_type(claim) != kind or (
        value and (main is None or getattr(claim, main) not in value.split("/"))
    ):
        return False
    return all(_has_field(claim, *field.strip().split("=")) for field in fields.split(";") if field)


MAIN_VALUE = {
    "casualty": "harm",
    "event": "event_type",
    "control": "change",
    "damage": "outcome",
    "agreement": "status",
    "responsibility": "stance",
    "plan": "modality",
}


def _has_field(claim: Claim, name: str, wanted: str) -> bool:
    found = getattr(claim, name)
    if wanted == "-" or found is None:
        return wanted == "-" and found is None
    if isinstance(found, int):
        return str(found) == wanted
    return _is_one_of(found, wanted)


def _names(joined: str) -> list[str]:
    return [name.strip() for name in joined.split(";") if name.strip()]


def _is_one_of(found: str, names: str) -> bool:
    return any(is_same_name(found, name) for name in names.split("/"))


def is_same_name(left: str, right: str) -> bool:
    """Equal but for case, articles and punctuation; or one name's words all stand in the other."""
    one, other = _words(left), _words(right)
    return bool(one) and bool(other) and (one <= other or other <= one)


def _words(name: str) -> set[str]:
    plain = name.lower().replace("’", "").replace("'", "")
    return set(re.findall(r"[^\W_]+", plain)) - {"the", "a", "an", "of", "for", "and", "in", "on", "to", "at"}
