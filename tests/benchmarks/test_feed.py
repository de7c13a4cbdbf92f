"""The made-up feed of the speed benchmark."""

from benchmarks.speed.feed import WORDS, feed


def test_one_document_in_ten_tells_of_a_conflict() -> None:
    documents = list(feed(30, one_in=10))
    told = [at for at, document in enumerate(documents) if "the death toll" in document.text]
    assert set(told) <= {0, 10, 20}
    assert told


def test_no_two_documents_are_the_same_and_a_seed_gives_the_same_feed() -> None:
    documents = list(feed(20, one_in=2))
    assert len({document.id for document in documents}) == 20
    assert documents == list(feed(20, one_in=2))
    assert documents[0] != next(feed(1, one_in=2, seed=2))


def test_documents_have_four_hundred_words_and_a_sentence_more_at_most() -> None:
    assert all(WORDS <= len(document.text.split()) < WORDS + 30 for document in feed(20, one_in=2))
