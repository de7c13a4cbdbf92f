"""A web page to the text of its article; where none is found, to all its text."""

from __future__ import annotations

import re

import inscriptis
import lxml.html
import trafilatura
from trafilatura.metadata import extract_metadata

from counterclaim.inputs.convert.metadata import find_dates, find_publisher
from counterclaim.inputs.convert.pages import ConvertError, Note, Page
from counterclaim.inputs.convert.prescan import Tamed, tame
from counterclaim.inputs.decode import decode_bytes
from counterclaim.inputs.limits import Limits

# Words of running text (lines of at least `_LINE` words) in the article, of those on the page, below
# which the page is taken whole: live pages and lists of stories have no one article.
LEAST_SHARE = 0.1
LEAST_WORDS = 25  # an article has more; a page of fewer is taken whole too
_LINE = 12
_CHARSET = re.compile(
    rb"""<(?:meta|\?xml)[^>]{0,500}?(?:charset|encoding)\s*=\s*["']?([\w.:-]{2,40})""", re.I
)
_BLANKS = re.compile(r"[ \t\u00a0]+\n|\n{3,}")


def convert_html(data: bytes, limits: Limits, charset: str | None = None, address: str | None = None) -> Page:
    """The page's article with its metadata.

    Args:
        data: the page as it was served or saved.
        limits: caps on tags and text.
        charset: as the server named it.
        address: of the page, for its outlet.

    Raises:
        ConvertError: the bytes are no text, hold no words, or are not fit to be parsed.
    """
    found = _CHARSET.search(data[:4096])
    declared = charset or (found[1].decode("ascii") if found else None)
    decoded = decode_bytes(data, "", declared)
    notes = [Note(issue.code, issue.severity, issue.message.removeprefix(": ")) for issue in decoded.issues]
    if decoded.text is None:
        raise ConvertError(notes[0].code, notes[0].message)
    tamed = tame(decoded.text, limits)
    if tamed.flattened:
        told = f"{tamed.flattened:,} tags nested deeper than {limits.html_depth} were passed over, their words kept"
        notes.append(Note("input.html_nested", "warning", told))
    whole = page_text(tamed.html)
    if not whole.strip():
        raise ConvertError(
            "input.empty",
            "holds no words; if it is filled in by scripts, save it from a browser and read that",
        )
    article = trafilatura.extract(tamed.html, url=address, include_comments=False, favor_precision=True) or ""
    if _is_little(article, whole):
        told = "no article was found in the page; all its text was read"
        notes.append(Note("input.html_whole", "warning", told))
        article = whole
    return _with_metadata(article, tamed, decoded.encoding, address, notes)


def page_text(html: str) -> str:
    """All words of a page, laid out in lines as a browser would.

    >>> page_text("<ul><li>One<li>Two</ul>")
    '  * One\\n  * Two'
    """
    try:
        return _BLANKS.sub(
            lambda blanks: "\n" * min(2, blanks[0].count("\n")), inscriptis.get_text(html)
        ).strip("\n")
    except (ValueError, lxml.etree.LxmlError):  # nothing that could be parsed
        return ""


def _is_little(article: str, whole: str) -> bool:
    read, there = _running_words(article), _running_words(whole)
    return len(article.split()) < LEAST_WORDS or read < LEAST_SHARE * there


def _running_words(text: str) -> int:
    counts = (len(line.split()) for line in text.splitlines())
    return sum(count for count in counts if count >= _LINE)


def _with_metadata(article: str, tamed: Tamed, encoding: str, address: str | None, notes: list[Note]) -> Page:
    title = outlet = None
    try:
        tree = lxml.html.document_fromstring(re.sub(r"^\s*<\?xml[^>]*>", "", tamed.html))
    except (ValueError, lxml.etree.LxmlError):
        tree = None
    dates = find_dates(tamed.json_ld, {} if tree is None else _metas(tree))
    if tree is not None:
        known = extract_metadata(tree, default_url=address, date_config=_NO_DATES, extensive=False)
        title, outlet = known.title or None, known.sitename or None
    return Page(
        text=article,
        title=title,
        outlet=find_publisher(tamed.json_ld) or outlet,
        published=dates.published,
        modified=dates.modified,
        encoding=encoding,
        notes=tuple(notes),
    )


# trafilatura looks for dates in the text too, cuts their hours off and takes one kind for the other.
_NO_DATES = {
    "original_date": True,
    "extensive_search": False,
    "max_date": "1995-01-02",
    "min_date": "1995-01-01",
}


def _metas(tree: lxml.html.HtmlElement) -> dict[str, str]:
    metas: dict[str, str] = {}
    for meta in tree.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop")
        if name and meta.get("content"):
            metas.setdefault(name.lower(), meta.get("content", ""))
    return metas
