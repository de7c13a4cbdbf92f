"""Pages in English, Arabic and French: whole, each in its own words, numbers and days."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from babel import Locale
from babel.messages.catalog import Catalog
from hypothesis import given
from hypothesis import strategies as st
from starlette.testclient import TestClient

from counterclaim.core import daywords, located, wording
from counterclaim.core.claims import Control
from counterclaim.core.incidents import Incident
from counterclaim.core.located import Located
from counterclaim.core.types import Sheet
from counterclaim.incidents.profiles import PROFILES
from counterclaim.web import days, languages, words
from counterclaim.web.labels import gist
from counterclaim.web.listing import short_title
from counterclaim.web.located import located_words
from counterclaim.web.tallied import ABOUT
from resources.build_catalogues import bring_up_to_date, collect, read_catalogue, untranslated
from tests.web.conftest import Page

OTHERS = [code for code in languages.LANGUAGES if code != "en"]
PLACEHOLDER = re.compile(r"%\((\w+)\)s")
LATIN = re.compile(r"[A-Za-z]{3,}")
# Names that are the same in every language, and keys.
KEPT = set(
    "Counterclaim Airwars Global Privacy Control Not Track EDTF XXXX SQL SELECT CSV JSON json zip Parquet SHA gpc "
    "Shift Enter Natural Earth accounts airwars like low Clash".split()
)
ISOLATED = {"bdi", "blockquote", "code", "q", "kbd", "script", "style", "title", "option"}


@contextmanager
def speaking(language: str) -> Iterator[None]:
    token = languages._current.set(language)
    try:
        yield
    finally:
        languages._current.reset(token)


@pytest.fixture(scope="module")
def found() -> Catalog:
    return collect()


@pytest.mark.parametrize("language", OTHERS)
def test_every_string_of_the_pages_is_translated(found: Catalog, language: str) -> None:
    assert [message.id for message in untranslated(read_catalogue(language), found)] == []


@pytest.mark.parametrize("language", OTHERS)
def test_a_catalogue_holds_the_strings_of_the_code_and_no_others(found: Catalog, language: str) -> None:
    path = languages.CATALOGUES / f"{language}.po"
    assert path.read_bytes() == bring_up_to_date(read_catalogue(language), found), (
        "run python -m resources.build_catalogues"
    )


@pytest.mark.parametrize("language", OTHERS)
def test_a_translation_has_the_placeholders_of_the_english(language: str) -> None:
    for message in read_catalogue(language):
        if not message.id:
            continue
        ids = [message.id] if isinstance(message.id, str) else list(message.id)
        told = message.string or ""
        forms = [told] if isinstance(told, str) else list(told)
        wanted = set(PLACEHOLDER.findall(ids[-1]))
        for form in filter(None, forms):
            held = set(PLACEHOLDER.findall(form))
            # "one document" and "two documents" are told in Arabic without a numeral.
            assert held <= wanted, (message.id, form)
            assert wanted - held <= ({"n", "num", "number", "minutes"} if len(forms) > 1 else set()), (
                message.id,
                form,
            )
            assert "%" not in PLACEHOLDER.sub("", form).replace("%%", ""), (message.id, form)
            assert "<" not in form, (message.id, form)


@pytest.mark.parametrize("language", OTHERS)
def test_a_number_takes_the_form_that_its_language_has_for_it(language: str) -> None:
    forms = {
        "ar": {"zero": 0, "one": 1, "two": 2, "few": 3, "many": 4, "other": 5},
        "fr": {"one": 0, "many": 1, "other": 1},
    }[language]
    category = Locale.parse(language).plural_form
    known = read_catalogue(language).get("%(n)s claim")
    assert known is not None
    assert isinstance(known.string, tuple)
    with speaking(language):
        for number in (*range(130), 200, 1_003, 1_011, 1_000_000):
            told = known.string[forms[category(number)]]
            assert words.count_words(number, "claim") == told % {"n": words.number_words(number)}


def test_what_the_rules_are_about_is_translated_too() -> None:
    assert {profile.about for profile in PROFILES.values()} == set(ABOUT)


parts = st.sampled_from(
    "2016 198X 19XX 20XX XXXX 2016-09 XXXX-09 2016-22 2016-34 2016-40 XXXX-22 2016-09-17 XXXX-09-17 2016-07-06~ "
    "2016-09-18 2017-01-01 2016-09~ 2015-02-29 XXXX-02-29 .. unread".split()
)


@given(edtf=st.one_of(st.none(), parts, st.tuples(parts, parts).map("/".join)))
def test_days_read_in_english_as_on_the_command_line(edtf: str | None) -> None:
    assert days.day_words(edtf) == daywords.day_words(edtf)
    assert days.precision_words(edtf).replace(",", "") == daywords.precision_words(edtf).replace(",", "")
    for basis in (None, "published", "stated without a year"):
        one, other = days.dated_words(edtf, basis), daywords.dated_words(edtf, basis)
        assert one.replace(",", "") == other.replace(",", "")


bounds = st.one_of(st.none(), st.integers(0, 2_000_000))


@given(
    low=bounds,
    high=bounds,
    qualifier=st.sampled_from("exact at_least more_than fewer_than about vague".split()),
)
def test_figures_read_in_english_as_on_the_command_line(
    low: int | None, high: int | None, qualifier: str
) -> None:
    assert words.figure_words(low, high, qualifier) == wording.figure_words(low, high, qualifier)


@given(
    radius_km=st.one_of(st.integers(1, 3_000).map(float), st.sampled_from([0.2, 0.5])),
    precision=st.integers(1, 7),
    kind=st.sampled_from(["city", "province", "district", "water"]),
    country=st.sampled_from(["", "SY"]),
)
def test_places_read_in_english_as_on_the_command_line(
    radius_km: float, precision: int, kind: str, country: str
) -> None:
    place = Located(
        lat=35.0, lon=40.0, radius_km=radius_km, precision=precision, name="Karsa", kind=kind, country=country
    )
    assert located_words(place).striptags() == located.located_words(place)


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("ar", ["17 سبتمبر، السنة غير مذكورة", "17 إلى 18 سبتمبر 2016", "صيف 2016", "62 على الأقل", "1,200"]),
        (
            "fr",
            [
                "17 septembre, année non indiquée",
                "17 – 18 septembre 2016",
                "été 2016",
                "au moins 62",
                "1\u202f200",
            ],
        ),
    ],
)
def test_days_and_numbers_are_written_as_the_language_does(language: str, told: list[str]) -> None:
    with speaking(language):
        assert [
            days.day_words("XXXX-09-17"),
            days.day_words("2016-09-17/2016-09-18"),
            days.day_words("2016-22"),
            words.figure_words(62, None, "at_least"),
            words.number_words(1_200),
        ] == told


def test_who_holds_what_is_not_turned_round_between_two_latin_names() -> None:
    claim = Control(start=0, end=1, quote="", change="holds", holder="the army", place="Orlova")
    with speaking("ar"):
        assert gist(claim) == "<bdi>the army</bdi> يسيطر على <bdi>Orlova</bdi>"


def test_a_title_of_an_agreement_is_in_the_language_of_the_page() -> None:
    title = "Agreement, Orlova, day not stated"
    with speaking("fr"):
        assert short_title(Incident(code="A", title=title, kind="other", place="Orlova")) == "Accord, Orlova"


@pytest.mark.parametrize("language", languages.LANGUAGES)
def test_every_page_says_its_language_and_leads_to_itself_in_the_others(
    client: TestClient, pages: list[str], language: str
) -> None:
    for address in pages:
        asked = languages.in_language(language, address)
        answer = client.get(asked)
        page = Page(answer.text)
        (root,) = [given for tag, given in page.tags if tag == "html"]
        assert root == {"lang": language, "dir": "rtl" if language == "ar" else "ltr"}, asked
        assert answer.headers["content-language"] == language
        alternates = {
            given["hreflang"]: given["href"]
            for tag, given in page.tags
            if tag == "link" and given.get("rel") == "alternate" and "hreflang" in given
        }
        assert alternates == {other: languages.in_language(other, address) for other in languages.LANGUAGES}
        choices = {given["href"] for tag, given in page.tags if tag == "a" and "hreflang" in given}
        assert choices == set(alternates.values())


@pytest.mark.parametrize("language", OTHERS)
def test_links_and_forms_stay_in_the_language(client: TestClient, pages: list[str], language: str) -> None:
    for address in pages:
        page = Page(client.get(f"/{language}{address}").text)
        for tag, told in page.tags:
            target = told.get("href") or told.get("action") or told.get("hx-get") or ""
            if not target.startswith("/") or tag == "link" or "hreflang" in told:
                continue
            neutral = ("/static/", "/.well-known/", "/api/")
            assert target.startswith((f"/{language}/", *neutral)), (address, target)


class Shown(Page):
    """The words of a page that stand outside of names and quotations."""

    def __init__(self, html: str) -> None:
        self.own: list[str] = []
        self._path: list[tuple[str, bool]] = []
        super().__init__(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        super().handle_starttag(tag, attrs)
        told = dict(attrs)
        apart = tag in ISOLATED or (tag != "html" and ("lang" in told or "dir" in told))
        if not apart and not self._is_apart:
            self.own += [
                told.get(name) or "" for name in ("aria-label", "title", "alt", "placeholder", "data-label")
            ]
        if tag not in ("meta", "link", "input", "br", "img", "wbr", "hr", "path", "circle"):
            self._path.append((tag, apart))

    def handle_endtag(self, tag: str) -> None:
        super().handle_endtag(tag)
        while self._path and self._path.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        super().handle_data(data)
        if not self._is_apart:
            self.own.append(data)

    @property
    def _is_apart(self) -> bool:
        return any(apart for _, apart in self._path)


def test_an_arabic_page_has_no_english_words_of_our_own(
    client: TestClient,
    pages: list[str],
    wire: Sheet,
    bulletin: Sheet,
    hostile: Sheet,
    market: tuple[Sheet, ...],
) -> None:
    """What stands in the documents, or is called so there, is shown as it is."""
    told = KEPT | {
        word
        for sheet in (wire, bulletin, hostile, *market)
        for word in LATIN.findall(str(sheet))  # texts, titles, speakers, outlets
    }
    left: dict[str, set[str]] = {}
    for address in pages:
        for text in Shown(client.get(f"/ar{address}").text).own:
            for word in LATIN.findall(text):
                if word not in told:
                    left.setdefault(word, set()).add(address)
    assert left == {}


def test_what_no_language_has_is_english(client: TestClient) -> None:
    assert client.get("/de/").status_code == 404
    assert client.get("/en/").status_code == 404


def test_an_address_that_leads_away_is_never_offered(client: TestClient) -> None:
    for address in ("/ar//evil.example/", "//evil.example/", "/fr/%5C%5Cevil.example/"):
        page = Page(client.get(f"http://localhost{address}").text)
        for target in page.addresses:
            assert not target.startswith(("//", "/\\")), target
