"""Lines that say again what stood earlier."""

from collections.abc import Callable

from counterclaim.core.types import Segment

LabelText = Callable[[str], tuple[Segment, ...]]

LEAD = "Jets have destroyed two fuel depots near the port of Sarum and damaged a third."
NEXT = "The navy said the depots had been empty for a month and nobody was hurt there."


def test_a_caption_that_repeats_a_sentence_is_labelled_a_repeat(label_text: LabelText) -> None:
    text = f"{LEAD}\n{NEXT}\nJets have destroyed two fuel depots near the port of Sarum (photo EPA)\n{NEXT[:-5]}ever.\n"
    caption = label_text(text)[2]
    assert caption.kind == "caption"
    assert caption.repeats is not None
    assert caption.repeats.of(text) == "Jets have destroyed two fuel depots near the port of Sarum"


def test_a_pull_quote_without_full_stop_is_a_caption_that_repeats(label_text: LabelText) -> None:
    text = (
        f"{LEAD}\n{NEXT}\nThe depots had been empty for a month\nA third sentence of the story stands here.\n"
    )
    quote = label_text(text)[2]
    assert quote.repeats is not None
    assert quote.repeats.of(text) == "the depots had been empty for a month"


def test_a_sentence_in_full_twice_stays_article_but_is_known_as_a_repeat(label_text: LabelText) -> None:
    text = f"{LEAD}\n{NEXT}\n{LEAD.upper()}\n"
    again = label_text(text)[2]
    assert again.kind == "article"
    assert again.repeats is not None
    assert again.repeats.of(text) == LEAD.rstrip(".")


def test_what_goes_on_beyond_the_repeated_words_is_no_repeat(label_text: LabelText) -> None:
    text = f"{LEAD}\n{LEAD.rstrip('.')}, killing four guards.\n"
    assert [segment.repeats for segment in label_text(text)] == [None, None]


def test_four_words_are_too_few_for_a_repeat(label_text: LabelText) -> None:
    text = f"{LEAD}\n{NEXT}\nThe navy said the.\n"
    assert label_text(text)[2].repeats is None


def test_the_first_of_two_equal_lines_is_never_the_repeat(label_text: LabelText) -> None:
    first, second = label_text(f"{LEAD}\n{LEAD}\n")
    assert first.repeats is None
    assert second.repeats is not None
    assert first.span.covers(second.repeats)
