"""In a notebook a sheet shows its claims underlined, an incident its accounts; nothing comes from elsewhere."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest

import counterclaim
from counterclaim.core.types import Document
from counterclaim.library.incidents import with_claims
from counterclaim.library.reading import shown
from tests.library.conftest import FIRST
from tests.method.telling import figure

HOSTILE = "<img src=x onerror=alert(1)>\"'</td><script>alert(1)</script>"


class Shown(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__()
        self.underlined: list[str] = []
        self.words = ""
        self._open: list[bool] = []
        self.attributes: set[str] = set()
        self.tags: set[str] = set()
        self.feed(html)
        assert not self._open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}
        if tag != "br":
            self._open.append("underline" in (dict(attrs).get("style") or ""))

    def handle_endtag(self, tag: str) -> None:
        self._open.pop()

    def handle_data(self, data: str) -> None:
        self.words += data
        if any(self._open):
            self.underlined.append(data)


@pytest.fixture(scope="module")
def sheet() -> counterclaim.Sheet:
    return counterclaim.read(FIRST, doc="first", outlet="Coast Post", published="2016-05-04")


def test_every_claim_is_underlined_in_the_text(sheet: counterclaim.Sheet) -> None:
    page = Shown(sheet._repr_html_())
    assert FIRST in page.words
    for claim in sheet.claims or ():
        assert claim.quote in "".join(page.underlined)


def test_an_incident_shows_each_account_the_contradiction_and_the_tally(sheet: counterclaim.Sheet) -> None:
    [incident] = counterclaim.link([sheet])
    words = Shown(incident._repr_html_()).words
    for part in ("army", "rebels", "14 killed (soldiers)", "Contradiction", "3–14 killed", "accounts.v1"):
        assert part in words


def test_displays_run_and_load_nothing_whatever_the_record_holds(sheet: counterclaim.Sheet) -> None:
    hostile = Document(
        id="x", doc=HOSTILE, text=HOSTILE, sha256="", origin=HOSTILE, outlet=HOSTILE, title=HOSTILE
    )
    told = [figure(9, 9, HOSTILE, document=HOSTILE, sentence=HOSTILE, group=HOSTILE), figure(3, 3, "army")]
    [strike] = counterclaim.link([sheet])
    incident = with_claims(
        strike.__class__(
            code=HOSTILE, title=HOSTILE, place=HOSTILE, claims=tuple(one.claim.id for one in told)
        ),
        told,
    )
    for html in (
        shown(sheet.__class__(document=hostile))._repr_html_(),
        incident._repr_html_(),
        counterclaim.reconcile(told)._repr_html_(),
    ):
        page = Shown(html)
        assert page.tags <= {*"div p b br span bdi ul li table thead tbody tr th td".split()}
        assert page.attributes <= {"class", "style", "title", "dir", "scope", "rowspan"}
        assert "url(" not in html
        assert HOSTILE in page.words


def test_a_short_display_names_speaker_and_figure(sheet: counterclaim.Sheet) -> None:
    assert repr(sheet).splitlines()[:2] == [
        f"Sheet of first: {len(sheet.claims or ())} claims",
        "  rebels: 14 killed (soldiers) “killed 14 soldiers”",
    ] or "rebels: 14 killed (soldiers)" in repr(sheet)
    assert "army: 3 killed (soldiers)" in repr(counterclaim.link([sheet])[0])
