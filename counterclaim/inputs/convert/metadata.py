"""What a page says of itself: title, outlet, day of publication and of the last change, kept apart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import msgspec

from counterclaim.core.errors import DataError
from counterclaim.inputs.published import parse_published

ARTICLE_TYPES = ("article", "report", "posting", "page")  # ends of schema.org types, in lower case
_PUBLISHED = (
    "article:published_time og:published_time og:article:published_time datepublished dc.date.issued "
    "dcterms.created dcterms.issued pubdate publishdate publish-date publish_date sailthru.date dc.date "
    "parsely-pub-date cxenseparse:recs:publishtime article.published date"
).split()
_MODIFIED = (
    "article:modified_time og:updated_time og:modified_time datemodified dcterms.modified lastmod last-modified"
).split()


class Dates(msgspec.Struct, frozen=True):
    """Words of a page for its dates, None where it has none."""

    published: str | None = None
    modified: str | None = None


def find_dates(json_ld: Iterable[str], metas: Mapping[str, str]) -> Dates:
    """The dates in a page's JSON-LD blocks, else in its meta tags.

    Args:
        json_ld: the blocks' text; what is no JSON is passed over.
        metas: content by name or property, names in lower case.

    >>> find_dates(['{"@type": "NewsArticle", "datePublished": "2016-09-18T21:04Z"}'], {}).published
    '2016-09-18T21:04Z'
    """
    for item in _articles(json_ld):
        published, modified = _date(item.get("datePublished")), _date(item.get("dateModified"))
        if published:
            return Dates(published, modified)
    published = next((date for name in _PUBLISHED if (date := _date(metas.get(name)))), None)
    modified = next((date for name in _MODIFIED if (date := _date(metas.get(name)))), None)
    return Dates(published, modified)


def find_publisher(json_ld: Iterable[str]) -> str | None:
    """The publisher's name in a page's JSON-LD, or None."""
    for item in _articles(json_ld):
        publisher = item.get("publisher")
        for one in publisher if isinstance(publisher, list) else [publisher]:
            name = one.get("name") if isinstance(one, dict) else one
            if isinstance(name, str) and name.strip() and not name.startswith("http"):
                return name.strip()
    return None


def _articles(blocks: Iterable[str]) -> Iterator[Mapping[str, Any]]:
    """The objects of JSON-LD that tell of an article."""
    for block in blocks:
        try:
            parsed = msgspec.json.decode(block.strip())
        except (msgspec.DecodeError, RecursionError, UnicodeEncodeError):
            continue
        waiting = [parsed]
        while waiting:
            item = waiting.pop(0)
            if isinstance(item, list):
                waiting += item
            elif isinstance(item, dict):
                waiting += [item[key] for key in ("@graph", "mainEntity") if key in item]
                types = item.get("@type")
                names = types if isinstance(types, list) else [types]
                if any(isinstance(name, str) and name.lower().endswith(ARTICLE_TYPES) for name in names):
                    yield item


def _date(value: object) -> str | None:
    if not isinstance(value, str):
        return None
    try:
        parse_published(value)
    except DataError:
        return None
    return value.strip()
