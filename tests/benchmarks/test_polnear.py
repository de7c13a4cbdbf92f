"""Attributions against planted annotations: spans, contents, and sentences with their speakers."""

from __future__ import annotations

import tarfile
from pathlib import Path

import pytest

from benchmarks.quality import polnear
from benchmarks.quality.corpora import MissingError
from benchmarks.quality.polnear_corpus import Article, GoldAttribution, Spans, read_articles
from benchmarks.quality.polnear_credits import Credited, credits_by_tags, credits_by_voices
from benchmarks.quality.polnear_scores import is_speaker, score_credits, score_spans
from counterclaim.core.spans import Span
from counterclaim.core.stages import compose
from counterclaim.core.types import Tag
from counterclaim.run.pipeline import ANNOTATING
from tests.benchmarks.planted import PlantedReader, tag

TEXT = (
    "The dam above Orsa has burst, the mayor said. Nine people drowned below it.\n"
    "“We saw no warning,” Anna Berg told reporters, “and nobody came.” Rain fell all week.\n"
    "It is feared that the bridge is gone."
)


def spans(*words: str) -> Spans:
    return tuple(Span(TEXT.index(part), TEXT.index(part) + len(part)) for part in words)


GOLD = (
    GoldAttribution(spans("the mayor"), spans("said"), spans("The dam above Orsa has burst")),
    GoldAttribution(spans("Anna Berg"), spans("told"), spans("“We saw no warning,”", "“and nobody came.”")),
    GoldAttribution((), spans("is feared"), spans("that the bridge is gone")),
)
ARTICLE = Article("dam", TEXT, GOLD)


def standoff() -> str:
    """GOLD as a brat file."""
    lines, number = [], 0
    for at, attribution in enumerate(GOLD, 1):
        parts = []
        for role in ("Source", "Cue", "Content"):
            pieces: Spans = getattr(attribution, role.lower())
            if pieces:
                number += 1
                places = ";".join(f"{piece.start} {piece.end}" for piece in pieces)
                lines.append(f"T{number}\t{role} {places}\t{' '.join(piece.of(TEXT) for piece in pieces)}")
                parts.append(f"{role}:T{number}")
        lines.append(f"E{at}\tAttribution:T0 {' '.join(parts)}")
    return "\n".join(lines)


def corpus(folder: Path) -> Path:
    """A corpus folder with one article of the test part, annotated twice."""
    data = folder / polnear.CORPUS / "data" / "test"
    for name, content in (
        ("text/dam.txt", TEXT),
        ("attributions/dam_aa11.ann", standoff()),
        ("attributions/dam_bb22.ann", "T1\tCue 0 3\tThe\nE1\tAttribution:T1 Cue:T1"),
    ):
        (data / name).parent.mkdir(parents=True, exist_ok=True)
        (data / name).write_text(content, "utf-8")
    return folder


def test_an_article_counts_once_with_its_first_annotator(tmp_path: Path) -> None:
    assert read_articles(corpus(tmp_path), "test") == [ARTICLE]
    with tarfile.open(tmp_path / "polnear_test.tar.gz", "w:gz") as archive:
        archive.add(tmp_path / polnear.CORPUS / "data", "data")
    packed = tmp_path / "packed"
    packed.mkdir()
    (tmp_path / "polnear_test.tar.gz").rename(packed / "polnear_test.tar.gz")
    assert read_articles(packed, "test") == [ARTICLE]


def test_an_article_without_annotation_is_an_error(tmp_path: Path) -> None:
    data = corpus(tmp_path) / polnear.CORPUS / "data" / "test" / "text" / "other.txt"
    data.write_text("Nobody read this.", "utf-8")
    with pytest.raises(MissingError, match=r"no annotation other_\*\.ann"):
        read_articles(tmp_path, "test")


TAGS = [
    tag(TEXT, "content", "The dam above Orsa has burst"),
    tag(TEXT, "source", "mayor"),  # overlaps, is not exact
    tag(TEXT, "cue", "said"),
    tag(TEXT, "content", "Nine people drowned below it"),  # nobody says so
    tag(TEXT, "content", "We saw no warning"),  # exact but for quotation marks
    tag(TEXT, "source", "Anna Berg"),
    tag(TEXT, "cue", "told"),
    tag(TEXT, "content", "and nobody"),
]


def test_spans_count_by_overlap_and_by_equal_edges() -> None:
    scores = score_spans([ARTICLE], [TAGS])
    assert scores["source overlap"] == {"p": 100.0, "r": 100.0, "f1": 100.0, "gold": 2, "pred": 2}
    assert scores["source exact"]["r"] == 50.0
    assert scores["cue overlap"] == {"p": 100.0, "r": 66.7, "f1": 80.0, "gold": 3, "pred": 2}
    assert scores["content overlap"] == {"p": 75.0, "r": 75.0, "f1": 75.0, "gold": 4, "pred": 4}
    assert scores["content exact"]["p"] == 50.0


def test_a_source_that_several_share_counts_once() -> None:
    twice = Article("dam", TEXT, (GOLD[0], GoldAttribution(GOLD[0].source, (), ())))
    assert score_spans([twice], [[]])["source overlap"]["gold"] == 1


def test_linked_tags_score_as_contents_and_sentences() -> None:
    """Of five sentences three are credited; the tags credit the first two and the quotation."""
    credited = credits_by_tags(TEXT, TAGS)
    assert [(len(credit.content), credit.names) for credit in credited] == [
        (2, ("mayor",)),
        (2, ("Anna Berg",)),
    ]
    scores = score_credits([ARTICLE], [credited])
    assert (scores["sentences"]["gold"], scores["sentences"]["pred"]) == (3, 3)
    assert scores["sentences"]["f1"] == 66.7
    assert scores["sentence speakers"] == {"percent": 100.0, "n": 2}
    assert scores["contents"]["gold"] == 3
    assert scores["content speakers"]["percent"] == 100.0


def test_less_than_a_third_of_a_content_does_not_find_it() -> None:
    few = Credited(content=spans("The dam"), names=("the mayor",))
    scores = score_credits([ARTICLE], [[few]])
    assert scores["contents"] == {"p": 0.0, "r": 0.0, "f1": 0.0, "gold": 3, "pred": 1}
    assert scores["sentences"]["pred"] == 0


def test_a_sentence_with_the_wrong_speaker_is_found_and_not_right() -> None:
    wrong = Credited(
        content=spans("The dam above Orsa has burst"), source=spans("Anna Berg")[0], names=("Berg",)
    )
    scores = score_credits([ARTICLE], [[wrong]])
    assert scores["sentences"]["p"] == 100.0
    assert scores["sentence speakers"] == {"percent": 0.0, "n": 1}


def test_of_two_credits_the_one_that_covers_most_of_the_sentence_is_judged() -> None:
    aside = Credited(content=spans("above Orsa has burst"), names=("Berg",))
    whole = Credited(content=spans("The dam above Orsa has burst"), names=("the mayor",))
    assert score_credits([ARTICLE], [[aside, whole]])["sentence speakers"] == {"percent": 100.0, "n": 1}


@pytest.mark.parametrize(
    ("gold", "credit", "right"),
    [
        (GOLD[1], Credited((), source=spans("Anna")[0]), True),  # the words overlap
        (GOLD[1], Credited((), names=("Berg",)), True),  # one name's words are all in the other's
        (GOLD[1], Credited((), names=("Anna Lind",)), False),
        (GOLD[1], Credited(()), False),
        (GOLD[2], Credited(()), True),  # nobody is named
        (GOLD[2], Credited((), names=("residents",)), False),
    ],
)
def test_who_counts_as_the_right_speaker(gold: GoldAttribution, credit: Credited, right: bool) -> None:
    assert is_speaker(TEXT, gold, credit) is right


def test_a_pronoun_is_right_only_where_it_stands() -> None:
    text = "She was late. The road had been cut, she said."
    at = text.index("she")
    gold = GoldAttribution((Span(at, at + 3),), (), ())
    assert is_speaker(text, gold, Credited((), source=Span(at, at + 3), names=("Anna Berg",)))
    assert not is_speaker(text, gold, Credited((), source=Span(0, 3), names=("she",)))


def test_the_rules_credit_whom_the_text_names() -> None:
    scores = score_credits([ARTICLE], [credits_by_voices(ARTICLE, compose(ANNOTATING))])
    assert scores["sentences"]["r"] >= 66.7
    assert scores["sentence speakers"]["percent"] == 100.0


def test_perfect_tags_are_perfect_spans() -> None:
    tags = [
        Tag(part, span.start, span.end, 1.0)
        for attribution in GOLD
        for part in ("source", "cue", "content")
        for span in getattr(attribution, part)
    ]
    scores = polnear.measure_model([ARTICLE], PlantedReader({TEXT: tags}))
    assert {row.get("f1", row.get("percent")) for row in scores.values()} == {100.0}
