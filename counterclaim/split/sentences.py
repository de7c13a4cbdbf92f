"""The stage that cuts running text into passages, a sentence each."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from msgspec.structs import replace
from nupunkt import PunktParameters, PunktSentenceTokenizer
from nupunkt.models import load_default_model

from counterclaim.core.issues import Issue
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
# A person's initials: "S.P. Tamilselvan said", "a spokesman, D.K.P. Silva"; not "fled the P.K.K. Turkey said".
_INITIALS = pattern(
    r"(?: , | \b(?: [A-Z]\p{Ll}+ | by | minister | commander | leader | spokesman | spokeswoman | chief ) ) \s (?: \p{Lu}\. ){2,4} $"
)
_SURNAME = pattern(r"(?:\p{Lu}\p{Ll}{3,}[\s,.”\"])")


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


# Code points. Sentences of news stay below 1,000; what is longer lost its full stops, and rules that
# look from word to word take time that grows faster than its length.
MAX_PASSAGE_LENGTH = 3_000


@stage("split_sentences.v2", reads="segments articles", writes="passages")
def split_sentences(sheet: Sheet) -> Sheet:
    """Passages of what is read for claims, in order; repeats and datelines are left out."""
    text, articles = sheet.document.text, sheet.articles or ()
    passages: list[Passage] = []
    issues = sheet.issues
    for index, segment in enumerate(sheet.segments or ()):
        if segment.article is None or segment.kind not in READ_FOR_CLAIMS or segment.repeats is not None:
            continue
        for start, end in _around_dateline(segment, articles[segment.article].dateline):
            for sentence in find_sentences(text, start, end):
                pieces = list(_in_reach(text, sentence))
                if len(pieces) > 1:
                    issues = (*issues, _too_long(sentence, len(pieces)))
                passages += [passage_of(text, span, segment.article, index) for span in pieces]
    return replace(sheet, passages=tuple(passages), issues=issues)


def passage_of(text: str, span: Span, article: int = 0, segment: int = 0) -> Passage:
    """The span as a passage of this article and segment, by their positions."""
    quote = quote_of(text, span)
    return Passage(
        span=span,
        exact=quote.exact,
        prefix=quote.prefix,
        suffix=quote.suffix,
        article=article,
        segment=segment,
    )


def _in_reach(text: str, sentence: Span) -> Iterator[Span]:
    """The sentence, cut at blanks where it is longer than any sentence a person writes."""
    start = sentence.start
    while sentence.end - start > MAX_PASSAGE_LENGTH:
        blank = max(
            text.rfind(" ", start + 1, start + MAX_PASSAGE_LENGTH),
            text.rfind("\t", start + 1, start + MAX_PASSAGE_LENGTH),
        )
        cut = blank if blank > start else start + MAX_PASSAGE_LENGTH
        yield trim(text, start, cut)
        start = trim(text, cut, sentence.end).start
    yield Span(start, sentence.end)


def _too_long(sentence: Span, pieces: int) -> Issue:
    message = (
        f"{sentence.end - sentence.start:,} characters without an end of sentence, read in {pieces} pieces"
    )
    return Issue("passage.long", "warning", "split_sentences.v2", message, sentence)


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
    """Whether the tokenizer cut behind an abbreviation although the sentence goes on: in lower case, or with a name."""
    after = line[cut : cut + 40].lstrip()
    if (
        _INITIALS.search(line[max(0, cut - 40) : cut].rstrip()) is not None
        and _SURNAME.match(after) is not None
    ):
        return True
    if not after or not (after[0].islower() or after[0] in ",;"):
        return False
    match = _OPEN_END.search(line[max(0, cut - 40) : cut].rstrip())
    if match is None:
        return False
    return match.start(1) < 0 or match["word"].casefold() in ABBREVIATIONS
