"""Results kept for words that come again."""

from counterclaim.core.kept import Kept


def test_what_is_kept_never_grows_beyond_its_limit() -> None:
    asked = []

    def length(word: str) -> int:
        asked.append(word)
        return len(word)

    kept = Kept(length, most=2)
    assert [kept[word] for word in ("dam", "dam", "bridge", "road", "dam")] == [3, 3, 6, 4, 3]
    assert asked == ["dam", "bridge", "road", "dam"]
    assert len(kept) == 2


def test_links_and_text_without_blanks_are_not_kept() -> None:
    kept = Kept(len, most=1_000)
    assert kept["x" * 5_000] == 5_000
    assert not kept
