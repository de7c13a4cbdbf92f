"""RSS and Atom to a page for each entry."""

from __future__ import annotations

import re
from email.utils import parsedate_to_datetime
from typing import Any

import feedparser

from counterclaim.inputs.convert.html import page_text
from counterclaim.inputs.convert.pages import ConvertError, Note, Page
from counterclaim.inputs.convert.prescan import tame
from counterclaim.inputs.limits import Limits, how_to_raise

_HARMLESS = (feedparser.CharacterEncodingOverride, feedparser.NonXMLContentType)
_ENTITY = re.compile(rb"<!ENTITY", re.IGNORECASE)


def convert_feed(data: bytes, limits: Limits) -> list[Page]:
    """A page for each entry, with the feed's title as outlet; the text is the fullest the entry has.

    Raises:
        ConvertError: it is no feed, declares entities, or has no entry or more than `members`.
    """
    if _ENTITY.search(data):
        message = "declares XML entities, which no feed needs and attackers use; take the declaration out"
        raise ConvertError("input.xml", message)
    feed: Any = feedparser.parse(data)  # given a string it would open paths and addresses
    entries = feed.entries
    if not entries:
        reason = f" ({feed.bozo_exception})" if feed.bozo else ""
        raise ConvertError("input.empty", f"is a feed without entries{reason}; get a fresh copy")
    if len(entries) > limits.members:
        message = f"has {len(entries):,} entries, more than {limits.members:,}"
        raise ConvertError("input.too_large", f"{message}; {how_to_raise('members', len(entries))}")
    damage = Note(
        "input.feed", "warning", f"the feed is damaged ({feed.get('bozo_exception')}); entries may be missing"
    )
    notes = (damage,) if feed.bozo and not isinstance(feed.bozo_exception, _HARMLESS) else ()
    outlet = _plain(feed.feed.get("title"), limits)
    return [_page(entry, outlet, notes, limits) for entry in entries]


def _page(entry: Any, outlet: str | None, notes: tuple[Note, ...], limits: Limits) -> Page:
    bodies = [part.get("value", "") for part in entry.get("content", ())] + [entry.get("summary", "")]
    return Page(
        text=max((_plain(body, limits) or "" for body in bodies), key=len),
        name=entry.get("link") or entry.get("id"),
        title=_plain(entry.get("title"), limits),
        outlet=outlet,
        published=_date(entry.get("published")),
        modified=_date(entry["updated"]) if "updated" in entry else None,  # asked for, it warns
        notes=notes,
    )


def _plain(words: str | None, limits: Limits) -> str | None:
    """The words of a piece of HTML."""
    return page_text(tame(f"<div>{words}</div>", limits).html).strip() or None if words else None


def _date(words: str | None) -> str | None:
    """A date of RSS ("Sun, 18 Sep 2016 …") as ISO 8601, in its own time zone; others as they are."""
    if not words:
        return None
    try:
        return parsedate_to_datetime(words).isoformat()
    except ValueError:
        return words
