"""Which sentences stand inside a quotation that runs over several of them."""

from __future__ import annotations

import re

from counterclaim.claims.sentence import Sentence

_MARK = re.compile('["“”]')  # one character: nothing that `re` could be slow on


def quoted_runs(text: str, sentences: list[Sentence]) -> list[list[int]]:
    """Runs of positions in `sentences` that share one quotation, opened in the first of each run.

    Curly marks open and close by shape; straight ones by turns. A mark left open is closed at the
    end of its line, since damaged text loses closing marks.
    """
    runs: list[list[int]] = []
    open_run: list[int] = []
    article = -1
    at = 0
    for position, sentence in enumerate(sentences):
        span = sentence.passage.span
        if sentence.passage.article != article or "\n" in text[at : span.start]:
            open_run = []
        article = sentence.passage.article
        if open_run:
            open_run.append(position)
        for char in _MARK.findall(text, max(at, span.start), span.end):
            opens = char == "“" or (char == '"' and not open_run)
            if opens and not open_run:
                open_run = [position]
                runs.append(open_run)
            elif char == "”" or (char == '"' and open_run):
                open_run = []
        at = span.end
    return [run for run in runs if len(run) > 1]


def is_wholly_quoted(sentence: Sentence) -> bool:
    """A sentence that is one quotation and nothing else."""
    words = sentence.passage.exact.strip().rstrip(".!?,")
    closing = {"“": "”", '"': '"'}.get(words[:1])
    return closing is not None and closing not in words[1:-1].rstrip(".!?,")


def opens_quoted(sentence: Sentence) -> bool:
    """Whether a sentence begins with a quotation."""
    return sentence.passage.exact.lstrip()[:1] in ("“", '"')


def quotes(sentence: Sentence) -> bool:
    """Whether a sentence holds the end of a quotation."""
    return any(mark in sentence.passage.exact for mark in ("”", '"'))


def closes_quoted(sentence: Sentence) -> bool:
    """Whether a sentence ends with a quotation: nobody is named behind it."""
    return sentence.passage.exact.rstrip()[-1:] in ("”", '"')
