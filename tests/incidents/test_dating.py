"""What an incident's day rests on, and whose year settles whose day."""

import pytest

from counterclaim.core.claims import Event
from counterclaim.core.incidents import FiledClaim, Incident
from counterclaim.incidents.dating import day_basis, settles_year


def filed(doc: str, when: str | None, basis: str | None) -> FiledClaim:
    claim = Event(id=doc, start=0, end=4, quote="raid", event_type="attack", when=when, when_basis=basis)
    return FiledClaim(document_id=doc, doc=doc, outlet=None, claim=claim, sentence="raid", published=None)


RAID = Incident(code="CC-1", title="Raid", when="2016-09-17", claims=("wire", "radio"))


def test_a_documents_year_settles_the_day_of_another_and_both_are_named() -> None:
    told = [
        filed("radio", "XXXX-09-17", "stated without a year"),
        filed("wire", "2016-09-17", "resolved against 2016-09-18"),
    ]
    assert day_basis(RAID, told) == "resolved against 2016-09-18 in wire; settles the year for radio"
    assert day_basis(RAID, told[::-1]) == day_basis(RAID, told)


def test_one_documents_day_rests_on_its_own_words() -> None:
    assert day_basis(RAID, [filed("wire", "2016-09-17", "stated")]) == "stated"


def test_a_day_that_no_claim_gives_rests_on_nothing() -> None:
    assert day_basis(RAID, [filed("radio", None, "weekday; publication day not known")]) is None
    assert day_basis(Incident(code="CC-2", title="Raid"), [filed("wire", "2016-09-17", "stated")]) is None


@pytest.mark.parametrize(
    ("when", "other", "settles"),
    [
        ("2016-09-17", "XXXX-09-17", True),
        ("2016-09-17/2016-09-18", "XXXX-09-18", True),
        ("2016-09-17", "XXXX-09-19", False),
        ("XXXX-09-17", "XXXX-09-17", False),
        ("2016-09-17", "2016-09-17", False),
        ("2016-09-17", None, False),
    ],
)
def test_only_a_year_for_the_same_day_settles_anything(when: str, other: str | None, settles: bool) -> None:
    assert settles_year(when, other) is settles
