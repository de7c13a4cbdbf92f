"""Speakers from the reader's marks, where the rules hear nobody."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from counterclaim.claims.assemble import voices_of
from counterclaim.claims.sentence import sentences_of
from counterclaim.core.types import Sheet, Tag
from tests.claims.conftest import annotated


def heard(sheet: Sheet) -> list[list[tuple[str, str]]]:
    """For each sentence who is credited, and with which words."""
    sentences = sentences_of(sheet)
    return [
        [
            (
                voice.speakers[0].name if voice.speakers else "",
                sentence.words(voice.scope.first, voice.scope.last),
            )
            for voice in voices
        ]
        for sentence, voices in zip(sentences, voices_of(sheet, sentences), strict=True)
    ]


def marked(sentences: tuple[str, ...], *marks: tuple[str, str], score: float = 0.95) -> Sheet:
    sheet = annotated(*sentences)
    text = sheet.document.text
    tags = tuple(
        Tag(label, text.index(words), text.index(words) + len(words), score) for label, words in marks
    )
    return replace(sheet, tags={"attribution": tags})


UNHEARD = ("For the shepherds of Tillaberi the raid bore one signature.", "It came from across the river.")
MARKS = (
    ("source", "the shepherds of Tillaberi"),
    ("content", "the raid bore one signature"),
)


def test_the_rules_hear_nobody_in_this_sentence() -> None:
    assert heard(annotated(*UNHEARD)) == [[], []]


def test_a_marked_speaker_is_credited_with_the_marked_words() -> None:
    assert heard(marked(UNHEARD, *MARKS))[0] == [("shepherds of Tillaberi", "the raid bore one signature")]


def test_what_a_marked_speaker_says_in_the_next_sentence_is_theirs_too() -> None:
    both = (MARKS[0], ("content", "the raid bore one signature. It came from across the river"))
    assert heard(marked(UNHEARD, *both))[1] == [("shepherds of Tillaberi", "It came from across the river")]


def test_an_unsure_mark_credits_nobody() -> None:
    assert heard(marked(UNHEARD, *MARKS, score=0.6)) == [[], []]


def test_what_the_rules_credit_stays_with_their_speaker() -> None:
    sentences = ("The mayor of Goma said the road was closed.",)
    wrong = (("source", "the road"), ("cue", "said"), ("content", "the road was closed"))
    assert heard(marked(sentences, *wrong)) == heard(annotated(*sentences))


@pytest.mark.parametrize("nobody", ["Reports", "Rumours"])
def test_reports_are_no_speaker(nobody: str) -> None:
    sentence = f"{nobody} from the front had it that the bridge was mined."
    sheet = marked((sentence,), ("source", nobody), ("content", "the bridge was mined"))
    assert heard(sheet) == [[]]
