"""How a sentence is cut into words, and how phrases and layers are found in it."""

from collections.abc import Callable

import pytest

from counterclaim.claims.sentence import Sentence, sentences_of, tokens_of
from counterclaim.core.types import Sheet

Read = Callable[..., Sheet]


def first_sentence(read: Read, text: str) -> Sentence:
    return sentences_of(read(text))[0]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("F-16 jets", ["F-16", "jets"]),
        ("the army’s 140,000 men", ["the", "army’s", "140,000", "men"]),
        ("killed 3.", ["killed", "3", "."]),
        ("al-Shabaab said: “No.”", ["al-Shabaab", "said", ":", "“", "No", ".", "”"]),
        ("10–12 rebels", ["10", "–", "12", "rebels"]),
        ("", []),
        (" \n ", []),
    ],
)
def test_a_sentence_is_cut_into_words_and_marks(text: str, words: list[str]) -> None:
    assert [token.text for token in tokens_of(text, 0)] == words


def test_words_stand_where_the_document_has_them() -> None:
    assert [(token.start, token.end) for token in tokens_of("two men", 10)] == [(10, 13), (14, 17)]


def test_the_longest_phrase_is_found_at_each_place(read: Read) -> None:
    sentence = first_sentence(read, "He took control of the town, took over and took bread.")
    phrases = frozenset(["took", "took control", "took control of", "took over"])
    assert [phrase for _, phrase in sentence.find(phrases)] == ["took control of", "took over", "took"]


def test_a_phrase_is_not_found_across_the_edges_that_were_asked_for(read: Read) -> None:
    sentence = first_sentence(read, "Gunmen opened fire on a bus.")
    phrases = frozenset(["opened fire"])
    assert sentence.find(phrases, 2) == []
    assert sentence.find(phrases, 0, 2) == []
    assert len(sentence.find(phrases, 1, 3)) == 1


def test_words_are_told_by_where_they_stand(read: Read) -> None:
    sentence = first_sentence(read, "No drones fell and no jets flew.")
    assert sentence.at(frozenset(["no", "jets", "tanks"])) == [0, 4, 5]
    assert sentence.at(frozenset(["tanks"])) == []


def test_words_come_back_as_the_document_has_them(read: Read) -> None:
    sheet = read("Calm held.", "The army’s  men left.")
    sentence = sentences_of(sheet)[1]
    assert sentence.words(1, 3) == "army’s  men"
    assert sentence.span(1, 3).of(sheet.document.text) == "army’s  men"
    assert sentence.words(2, 2) == ""


def test_layers_are_found_by_the_words_they_cover(read: Read) -> None:
    sentence = first_sentence(read, "At least nine people died in Kharkiv on Monday, Hamas said.")
    lows = list(sentence.low)
    count, place = sentence.count_at(lows.index("nine")), lows.index("kharkiv")
    assert count is not None
    assert (count[1].min, count[1].max) == (9, None)
    assert sentence.is_place(place)
    assert not sentence.is_place(place - 1)
    assert sentence.is_time(lows.index("monday"))
    named = sentence.mention_at(lows.index("hamas"), "actor")
    assert named is not None
    assert named[1].name == "Hamas"
    assert sentence.mention_at(lows.index("people")) is None
