"""Which of the tagged words belong together: told in a text with its parts in brackets."""

from __future__ import annotations

import pytest

from counterclaim.claims.linked import Tagged, link_attributions
from counterclaim.core.types import Tag
from counterclaim.split.sentences import find_sentences

OPENS = {"[": "source", "<": "cue", "{": "content"}
CLOSES = "]>}"


def parts_of(marked: str) -> tuple[str, list[Tag]]:
    """The text without brackets, and the tags that they stood for."""
    text, tags = "", list[Tag]()
    opened: list[tuple[str, int]] = []
    for letter in marked:
        if letter in OPENS:
            opened.append((OPENS[letter], len(text)))
        elif letter in CLOSES:
            label, start = opened.pop()
            tags.append(Tag(label, start, len(text), 1.0))
        else:
            text += letter
    return text, tags


def linked(marked: str) -> list[tuple[str | None, str | None, str]]:
    """(source, cue, content) of each attribution, in words."""
    text, tags = parts_of(marked)
    starts = [sentence.start for sentence in find_sentences(text, 0, len(text))]

    def words(tag: Tagged | None) -> str | None:
        return text[tag.start : tag.end] if tag is not None else None

    found = link_attributions(tags, starts)
    return [(words(a.source), words(a.cue), words(a.content) or "") for a in found]


def test_a_speaker_before_the_verb_is_credited_with_what_follows() -> None:
    assert linked("[The mayor] <said> {the bridge had fallen}.") == [
        ("The mayor", "said", "the bridge had fallen")
    ]


def test_a_speaker_behind_the_verb_is_credited_too() -> None:
    assert linked("{“The bridge fell,”} <said> [Anna Berg], a nurse.") == [
        ("Anna Berg", "said", "“The bridge fell,”")
    ]


def test_both_halves_of_an_interrupted_quotation_have_one_cue() -> None:
    found = linked("{“The bridge fell,”} [she] <said>, {“and nobody came.”}")
    assert [(source, cue) for source, cue, _ in found] == [("she", "said"), ("she", "said")]


def test_neighbouring_sentences_keep_their_own_speakers() -> None:
    found = linked(
        "[Rebels] <said> {they had left the town}. {The army was still there,} [a resident] <told> us."
    )
    assert found == [
        ("Rebels", "said", "they had left the town"),
        ("a resident", "told", "The army was still there,"),
    ]


def test_what_nobody_is_named_for_has_a_cue_and_no_source() -> None:
    found = linked(
        "[The army] <said> {it held the dam}. It <is believed> that {nine people drowned below it}."
    )
    assert found[1] == (None, "is believed", "nine people drowned below it")


def test_a_source_serves_two_verbs_of_its_sentence() -> None:
    found = linked("[The ministry] <said> {the depot was empty}, <adding> that {nobody was hurt}.")
    assert [(source, cue) for source, cue, _ in found] == [
        ("The ministry", "said"),
        ("The ministry", "adding"),
    ]


def test_of_two_speakers_the_one_before_the_verb_is_likelier() -> None:
    found = linked("[The envoy], back from a visit to the port, <said> of [the rebels]: {they would talk}.")
    assert found == [("The envoy", "said", "they would talk")]


def test_a_long_statement_in_between_keeps_its_speaker_from_the_next() -> None:
    statement = (
        "{the hamlets on both banks had been cleared before dawn and all of their people taken to the town}"
    )
    found = linked(
        f"[The army] <said> {statement}, although two miles downstream {{a child}} <was feared> drowned."
    )
    assert found[1] == (None, "was feared", "a child")


def test_later_sentences_of_a_quotation_take_its_cue() -> None:
    quotation = "{“We saw four trucks coming from the old cement works. }{They stopped at the well. }{Then they burned it.”}"
    found = linked(f"[A shepherd] <said>: {quotation}")
    assert [(source, cue) for source, cue, _ in found] == [("A shepherd", "said")] * 3


def test_a_speaker_in_the_same_sentence_goes_before_a_verb_in_another() -> None:
    """The verb of the second sentence was missed; its speaker was not."""
    found = linked("[The army] <said> {it held the dam}. [Rebels] insisted {they had taken it that morning}.")
    assert found[1] == ("Rebels", None, "they had taken it that morning")


def test_words_far_from_any_verb_have_neither_cue_nor_source() -> None:
    filler = "Nothing else was heard from the valley that week. " * 12
    assert linked(f"[The army] <said> so. {filler}{{The dam had burst}}.") == [
        (None, None, "The dam had burst")
    ]


@pytest.mark.parametrize("marked", ["", "Nothing was said.", "[The army] <said> nothing."])
def test_no_content_no_attribution(marked: str) -> None:
    assert linked(marked) == []


def test_the_order_of_the_tags_changes_nothing() -> None:
    text, tags = parts_of("[Rebels] <said> {they left}. {The army was there,} [a resident] <told> us.")
    starts = [sentence.start for sentence in find_sentences(text, 0, len(text))]
    assert link_attributions(tags, starts) == link_attributions(tags[::-1], starts)
