"""Text is cut into the pieces and windows that the reader was trained on."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from counterclaim.models.load import load_tokenizer
from counterclaim.models.pieces import CAPITALISED, DIGITS, LOWER, UPPER, pieces_of, windows_of


def test_a_piece_knows_how_its_word_is_written() -> None:
    text = "UN monitors in Qal’at counted 140 dead"
    pieces = pieces_of(load_tokenizer(), text)
    shape_of = {
        text[start:end]: int(shape)
        for start, end, shape in zip(pieces.starts, pieces.ends, pieces.shapes, strict=True)
    }
    assert (shape_of["UN"], shape_of["monitors"], shape_of["140"]) == (UPPER, LOWER, DIGITS)
    assert {shape for word, shape in shape_of.items() if "Qal".startswith(word[:1])} == {CAPITALISED}


def test_windows_end_where_sentences_do() -> None:
    text = "Nine were killed in Marwa on Friday. The army denied it. Talks failed.\nMore followed"
    pieces = pieces_of(load_tokenizer(), text)
    cut = [text[pieces.starts[first] : pieces.ends[last - 1]] for first, last in windows_of(text, pieces, 9)]
    assert cut == [
        "Nine were killed in Marwa on Friday.",
        "The army denied it. Talks failed.",
        "More followed",
    ]


@given(st.text(max_size=300), st.integers(min_value=1, max_value=20))
def test_every_piece_is_in_one_window_whatever_the_text(text: str, limit: int) -> None:
    pieces = pieces_of(load_tokenizer(), text)
    windows = windows_of(text, pieces, limit)
    assert [at for first, last in windows for at in range(first, last)] == list(range(len(pieces)))
    assert all(0 < last - first <= limit for first, last in windows)


@given(st.text(max_size=120), st.integers(min_value=1, max_value=12))
def test_a_window_has_the_pieces_of_its_own_text(text: str, limit: int) -> None:
    pieces = pieces_of(load_tokenizer(), text)
    for first, last in windows_of(text, pieces, limit):
        if pieces.opens_word(first) and pieces.opens_word(last):
            own = pieces.between(first, last)
            alone = pieces_of(load_tokenizer(), text[pieces.starts[first] : pieces.ends[last - 1]])
            assert own.ids.tolist() == alone.ids.tolist()
            assert own.shapes.tolist() == alone.shapes.tolist()
            assert (own.starts.tolist(), own.ends.tolist()) == (alone.starts.tolist(), alone.ends.tolist())
