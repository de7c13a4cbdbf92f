from __future__ import annotations

from itertools import combinations

import pytest

from counterclaim.annotate.mentions import find_mentions, mentions_in
from counterclaim.core.spans import Span
from counterclaim.core.types import Document, Passage, Sheet


def of_kind(text: str, kind: str) -> list[tuple[str, str]]:
    """(words, name) of the mentions of one kind."""
    return [(m.span.of(text), m.name) for m in mentions_in(text) if m.kind == kind]


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("US envoy Samantha Power spoke.", "US envoy Samantha Power", "Samantha Power"),
        ("Col. Ahmed al-Hamid denied it.", "Col. Ahmed al-Hamid", "Ahmed al-Hamid"),
        ("Foreign Minister Hina Khar spoke.", "Foreign Minister Hina Khar", "Hina Khar"),
        ("Musa Hilal, a tribal leader, spoke.", "Musa Hilal", "Musa Hilal"),
        ("the mayor, Oleh Kravchuk, said", "Oleh Kravchuk", "Oleh Kravchuk"),
        ("Mr Churkin left.", "Mr Churkin", "Vitaly Churkin"),
        ("Brig. Gen. Yahya Saree said", "Brig. Gen. Yahya Saree", "Yahya Saree"),
        ("a farmer named Jean Bosco Habimana", "Jean Bosco Habimana", "Jean Bosco Habimana"),
        ("Dr Lopez operated.", "Dr Lopez", "Lopez"),
    ],
)
def test_people_are_found_with_their_titles(text: str, words: str, name: str) -> None:
    assert of_kind(text, "person") == [(words, name)]


@pytest.mark.parametrize(
    "text",
    [
        "On Monday Gaza City was calm.",
        "They fled to al-Assad hospital.",
        "The Geneva Convention forbids it.",
        "Operation Steel Rain began.",
        "Dozens Killed As Rockets Strike Crowded Bus Station",
        "Good Friday was calm.",
    ],
)
def test_places_things_and_headlines_are_no_people(text: str) -> None:
    assert of_kind(text, "person") == []


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("A military source blamed rebels.", ["military source", "rebels"]),
        ("Residents and rescue workers dug.", ["Residents", "rescue workers"]),
        ("A Syrian military source said so.", ["Syrian military source"]),
        ("An AFP correspondent saw it.", ["AFP correspondent"]),
        ("SANAs reporter saw it.", ["SANA reporter"]),
        ("a Kurdish police source said", ["Kurdish police source"]),
        ("The monitor said the group lied.", ["monitor", "group"]),
        ("State media and local sources differ.", ["State media", "local sources"]),
        ("A rebel commander fled, reports say.", ["rebel commander", "reports"]),
        ("A spokesman for the Malian army said", ["spokesman"]),
        ("the ministry said", ["ministry"]),
        ("the rebel-held town, a group photo", []),
        ("the government decision", []),
    ],
)
def test_roles_without_a_name_are_found(text: str, roles: list[str]) -> None:
    assert [name for _, name in of_kind(text, "role")] == roles


def test_a_spokesman_leaves_his_institution_a_mention_of_its_own() -> None:
    text = "A spokesman for the Russian defence ministry and a Hezbollah spokesman disagreed."
    assert [name for _, name in of_kind(text, "actor")] == ["Russian Ministry of Defence", "Hezbollah"]


@pytest.mark.parametrize(
    ("text", "pronouns"),
    [
        ("It said they fled, he added.", ["it", "he"]),
        ("The army fled, it says.", ["it"]),
        ("She denied that it fell.", ["she", "it"]),
        ("He hit it.", ["he"]),
    ],
)
def test_pronouns_count_where_a_clause_starts(text: str, pronouns: list[str]) -> None:
    found = [name for _, name in of_kind(text, "pronoun")]
    assert [name for name in found if name != "they"] == pronouns


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("SANAs reporter and Turkeys health ministry", ["Turkish Ministry of Health"]),
        (
            "Ethiopias government and Tigray Peoples Liberation Front",
            ["Ethiopian government", "Tigray People's Liberation Front"],
        ),
        ("the Karachi Police Command said", ["Karachi Police Command"]),
        ("fighters of the Sayed Noor brigade left", ["Sayed Noor brigade"]),
        ("Lords Resistance Army rebels", ["Lord's Resistance Army"]),
    ],
)
def test_parties_are_found_in_damaged_text_and_beyond_the_lexicon(text: str, names: list[str]) -> None:
    assert [name for _, name in of_kind(text, "actor")] == names


def sheet_of(*sentences: str) -> Sheet:
    text, spans = "🙂 ", []
    for sentence in sentences:
        spans.append(Span(len(text), len(text) + len(sentence)))
        text += sentence + " "
    passages = tuple(
        Passage(span=span, exact=span.of(text), prefix="", suffix="", article=0, segment=0) for span in spans
    )
    return Sheet(document=Document(id="d", doc="d", text=text, sha256="", origin="-"), passages=passages)


def test_a_surname_alone_names_the_person_introduced_before() -> None:
    sheet = sheet_of("Nurse Fatima Osman fled.", "Osman said the RSF had come.")
    people = [m for m in find_mentions(sheet).mentions or () if m.kind == "person"]
    assert [m.name for m in people] == ["Fatima Osman", "Fatima Osman"]
    assert people[1].span.of(sheet.document.text) == "Osman"


def test_mentions_of_one_kind_never_overlap_and_stay_inside_their_passage() -> None:
    sheet = sheet_of(
        "Foreign Minister Sergei Lavrov told Syrian state news agency SANA that US officials and the UN lied.",
        "A senior Israeli army official and a Hamas-run health ministry doctor said it, President Salva Kiir said.",
        "UN envoy Staffan de Mistura, the UN Security Council and a Russian defence ministry spokesman met.",
    )
    mentions = find_mentions(sheet).mentions or ()
    for one, other in combinations(mentions, 2):
        assert one.kind != other.kind or not one.span.overlaps(other.span), (one, other)
    for mention in mentions:
        assert any(passage.span.covers(mention.span) for passage in sheet.passages or ())
