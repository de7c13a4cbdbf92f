"""The stage that cuts running text into passages, a sentence each."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from msgspec.structs import replace
from nupunkt import PunktParameters, PunktSentenceTokenizer
from nupunkt.models import load_default_model

from counterclaim.core.patterns import pattern
from counterclaim.core.spans import Span, quote_of, trim
from counterclaim.core.stages import stage
from counterclaim.core.types import READ_FOR_CLAIMS, Passage, Segment, Sheet
from counterclaim.split.abbreviations import ABBREVIATIONS

# Ends that the tokenizer does not know: Arabic, Urdu, Hindi, Chinese marks; a full stop, lower-case word
# before it and capital after it without a blank between ("five people.The army"); a clock time before a
# new sentence ("at 5 p.m. Troops"); a plain "no" that is no number ("He said no. Troops").
_MISSED = pattern(
    r"""(?P<mark> [؟۔।。！？] [”"’»)]* ) \s*
      | \p{Ll}{2,} (?P<glued> [.!?] [”"’]? ) \p{Lu}[\p{Ll}’']+ [\s,]
      | \b [ap]\.m (?P<clock> \. ) \s+ (?: The|A|An|It|He|She|They|But|In|At|On|Two|Three|No|Some|Troops|Police|Officials|Residents )\b
      | \b no (?P<no> \. ) \s+ [^\d\s]"""
)
_OPEN_END = pattern(r"(?: (?:^|[\s(“\"]) (?: \p{L}\.){2,} | \b(?P<word> \p{L}+ )\. ) $")  # S.O.H.R. / Bn.
_CLOSERS = "\"'”’»)]"


@cache
def load_tokenizer() -> PunktSentenceTokenizer:
    """The tokenizer, with its learnt contexts and our own abbreviations, loaded once.

    Its own list is learnt from court papers and holds words such as "Homs", "depot" and "month", which
    would glue sentences of news together.
    """
    learnt = load_default_model().parameters
    own = PunktParameters(
        abbrev_types=set(ABBREVIATIONS),
        collocations=learnt.collocations,
        sent_starters=learnt.sent_starters,
        ortho_context=learnt.ortho_context,
    )
    return PunktSentenceTokenizer(own)


def find_sentences(text: str, start: int, end: int) -> Iterator[Span]:
    """The sentences of `text[start:end]` in order, without blanks at their edges; lines end sentences.

    Closing quotation marks stay with their sentence. Nothing but blanks is left out.

    >>> words = "“We fled.” Lt. Col. Ray said no. No. 5 Div. left."
    >>> [span.of(words) for span in find_sentences(words, 0, len(words))]
    ['“We fled.”', 'Lt. Col. Ray said no.', 'No. 5 Div. left.']
    """
    for line in text[start:end].splitlines(keepends=True):
        if not line.isspace():
            yield from _split_line(text, start, start + len(line))
        start += len(line)


@stage("split_sentences.v1", reads="segments articles", writes="passages")
def split_sentences(sheet: Sheet) -> Sheet:
    """Passages of what is read for claims, in order; repeats and datelines are left out."""
    text, articles = sheet.document.text, sheet.articles or ()
    passages: list[Passage] = []
    for index, segment in enumerate(sheet.segments or ()):
        if segment.article is None or segment.kind not in READ_FOR_CLAIMS or segment.repeats is not None:
            continue
        for start, end in _around_dateline(segment, articles[segment.article].dateline):
            for span in find_sentences(text, start, end):
                quote = quote_of(text, span)
                passages.append(
                    Passage(
                        span=span,
                        exact=quote.exact,
                        prefix=quote.prefix,
                        suffix=quote.suffix,
                        article=segment.article,
                        segment=index,
                    )
                )
    return replace(sheet, passages=tuple(passages))


def _around_dateline(segment: Segment, dateline: Span | None) -> list[tuple[int, int]]:
    span = segment.span
    if dateline is None or not span.covers(dateline):
        return [(span.start, span.end)]
    return [(span.start, dateline.start), (dateline.end, span.end)]


def _split_line(text: str, start: int, end: int) -> Iterator[Span]:
    """The sentences of one line: the tokenizer's, with what it misses cut and what it breaks mended."""
    line = text[start:end]
    cuts = {stop for _, stop in load_tokenizer().span_tokenize(line)}
    cuts = {cut for cut in cuts if not _breaks_a_sentence(line, cut)}
    for match in _MISSED.finditer(line):
        cuts.update(match.end(group) for group in (1, 2, 3, 4) if match.start(group) >= 0)
    last = 0
    for cut in sorted({*cuts, len(line)}):
        span = trim(text, start + last, start + cut)
        if span.start < span.end:
            yield span
        last = cut


def _breaks_a_sentence(line: str, cut: int) -> bool:
    """Whether the tokenizer cut behind an abbreviation although the sentence goes on in lower case."""
    before, after = line[max(0, cut - 40) : cut].rstrip(), line[cut : cut + 40].lstrip()
    if not after or not (after[0].islower() or after[0] in ",;"):
        return False
    match = _OPEN_END.search(before)
    if match is None:
        return False
    return match.start(1) < 0 or match["word"].casefold() in ABBREVIATIONS
