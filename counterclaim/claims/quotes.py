"""Which sentences stand wholly inside a quotation that an earlier sentence opened."""

from __future__ import annotations

from counterclaim.claims.sentence import Sentence


def open_quotes(text: str, sentences: list[Sentence]) -> set[int]:
    """Numbers of the passages that begin inside an open quotation of their article.

    Curly marks open and close by shape; straight ones by turns. A mark left open is closed at the
    end of its line, since damaged text loses closing marks.
    """
    inside: set[int] = set()
    depth = 0
    straight = False
    at = 0
    article = -1
    for sentence in sentences:
        start = sentence.passage.span.start
        if sentence.passage.article != article:
            article, depth, straight = sentence.passage.article, 0, False
            at = start
        for char in text[at:start]:
            depth, straight = _step(char, depth, straight)
        if depth or straight or (text[start] in '“"' and _all_quoted(text, sentence)):
            inside.add(sentence.number)
        at = start
    return inside


def _step(char: str, depth: int, straight: bool) -> tuple[int, bool]:
    if char == "“":
        return 1, straight
    if char == "”":
        return 0, straight
    if char == '"':
        return depth, not straight
    if char == "\n":
        return 0, False
    return depth, straight


def _all_quoted(text: str, sentence: Sentence) -> bool:
    """A sentence that is one quotation and nothing else."""
    span = sentence.passage.span
    words = text[span.start : span.end].rstrip(".!? ")
    closing = "”" if words[0] == "“" else '"'
    return closing not in words[1:-1]
