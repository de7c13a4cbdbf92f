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


def test_what_the_rules_credit_stays_with_their_speaker_unless_a_mark_is_sure() -> None:
    sentences = ("The mayor of Goma said the road was closed.",)
    wrong = (("source", "the road"), ("cue", "said"), ("content", "the road was closed"))
    assert heard(marked(sentences, *wrong, score=0.85)) == heard(annotated(*sentences))


@pytest.mark.parametrize("nobody", ["Reports", "Rumours"])
def test_reports_are_no_speaker(nobody: str) -> None:
    sentence = f"{nobody} from the front had it that the bridge was mined."
    sheet = marked((sentence,), ("source", nobody), ("content", "the bridge was mined"))
    assert heard(sheet) == [[]]


def test_a_marked_speaker_is_named_without_what_is_told_of_them() -> None:
    sentence = "For one shepherd, who asked to stay unnamed, the raid bore one signature."
    sheet = marked(
        (sentence,),
        ("source", "one shepherd, who asked to stay unnamed,"),
        ("content", "the raid bore one signature"),
    )
    assert heard(sheet) == [[("shepherd", "the raid bore one signature")]]


def test_a_sure_mark_corrects_whom_a_rule_takes_for_the_speaker() -> None:
    sentence = "A local councilwoman, who asked not to be named, said five people had died."
    alone = heard(annotated(sentence))
    marks = (
        ("source", "A local councilwoman, who asked not to be named"),
        ("cue", "said"),
        ("content", "five people had died"),
    )
    assert heard(marked((sentence,), *marks)) == [[("local councilwoman", "five people had died")]]
    assert alone != heard(marked((sentence,), *marks))
    unsure = marked((sentence,), *marks, score=0.8)
    assert alone[0][0] in heard(unsure)[0]


@pytest.mark.parametrize(
    ("sentence", "source", "speaker"),
    [
        (
            "For the shepherds of Tillaberi have long held that the raid bore one signature.",
            "the shepherds of Tillaberi have",
            "shepherds of Tillaberi",
        ),
        (
            "For the shepherds of the plain the raid bore one signature.",
            "the shepherds of the",
            "shepherds",
        ),
    ],
)
def test_a_marked_speaker_ends_in_no_helping_word(sentence: str, source: str, speaker: str) -> None:
    sheet = marked((sentence,), ("source", source), ("content", "the raid bore one signature"))
    assert heard(sheet)[0] == [(speaker, "the raid bore one signature")]


def test_a_mark_over_the_words_of_two_leaves_the_second_their_own() -> None:
    sentence = "For the shepherds eight men died while the Bomu Rights Office gave a death toll of 12."
    content = "eight men died while the Bomu Rights Office gave a death toll of 12"
    sheet = marked((sentence,), ("source", "the shepherds"), ("content", content))
    assert {who for who, _ in heard(sheet)[0]} == {"shepherds", "Bomu Rights Office"}


APART = ("The mayor of Gao spoke at noon.", "The bridge has fallen.")
SAID = (("source", "The mayor of Gao"), ("cue", "spoke"))


@pytest.mark.parametrize(
    ("sentences", "words", "speakers"),
    [
        (APART, "The bridge has fallen", ["mayor of Gao"]),
        (
            (APART[0], "President Ali Noor has left the town."),
            "President Ali Noor has left the town",
            [],
        ),
        ((APART[0], "Shells fell, medics said."), "Shells fell, medics said", ["medics"]),
        (('He has "no doubt".', APART[1], APART[0]), "The bridge has fallen", []),
        (
            ('He has "no doubt".', "“The bridge has fallen.”", APART[0]),
            "The bridge has fallen",
            ["mayor of Gao"],
        ),
    ],
)
def test_what_another_sentence_says_is_a_speakers_unless_it_is_somebody_elses(
    sentences: tuple[str, ...], words: str, speakers: list[str]
) -> None:
    sheet = marked(sentences, *SAID, ("content", words))
    at = next(at for at, sentence in enumerate(sentences) if words in sentence)
    assert [name for name, _ in heard(sheet)[at]] == speakers
