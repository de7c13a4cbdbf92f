"""E-mail and pages saved from a browser as one file (MHTML): the message, and its attachments as readings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from email import message_from_bytes, policy
from email.errors import MessageError
from email.message import EmailMessage, MIMEPart
from email.utils import parsedate_to_datetime

from msgspec.structs import replace

from counterclaim.core.ids import hash_bytes, hash_fields
from counterclaim.core.types import Document
from counterclaim.inputs.convert.unwrap import unwrap
from counterclaim.inputs.decode import decode_bytes
from counterclaim.inputs.given import Given
from counterclaim.inputs.plain import find_trouble, too_large
from counterclaim.inputs.readings import Reading, check_published, issue, refuse

ReadContents = Callable[..., Iterator[Reading]]
_SHORT_PLAIN = 200  # characters; a shorter text part beside an HTML part only says that there is one


def read_mail(
    data: bytes, *, doc: str, origin: str, given: Given, read_contents: ReadContents
) -> Iterator[Reading]:
    """The message's words under its subject, published on the day it was sent; then what is attached.

    Of a message in plain text and HTML the plain text is read, lines joined that were broken at its width.
    A page that a browser saved is read as the page. Pictures and the like are counted in a remark.

    Args:
        data: the mail as it was sent or saved.
        doc: the name of the message.
        origin: where it stands.
        given: what its giver says; the day it was sent goes first.
        read_contents: reads an attachment's bytes, as `counterclaim.inputs.contents.read_contents` does.
    """
    if len(data) > given.limits.file_bytes:
        yield refuse(origin, "input.too_large", too_large(given.limits))
        return
    try:
        message = message_from_bytes(data, policy=policy.default)
        parts = [part for part in message.walk() if not part.is_multipart()]
        plain, html = _bodies(message)
    except (
        MessageError,
        ValueError,
        LookupError,
        RecursionError,
        AttributeError,
        IndexError,
        KeyError,
    ) as error:
        yield refuse(
            origin, "input.mail", f"is e-mail that cannot be read ({error}); save its text and read that"
        )
        return
    sent = _day_sent(message)
    given = replace(given, published=sent or given.published)
    if message.get_content_type() == "multipart/related" and html is not None:  # saved by a browser
        page = replace(
            given, charset=html.get_content_charset(), address=str(html.get("Content-Location") or "") or None
        )
        yield from read_contents(_payload(html), doc=doc, origin=origin, given=page)
        return
    yield from _read_message(message, plain, html, data, doc, origin, given, read_contents)
    passed_over: Counter[str] = Counter()
    for part in parts:
        if part is plain or part is html:
            continue
        payload = _payload(part)
        kind = part.get_content_type()
        attached = part.get_filename()
        if not attached and kind in ("text/plain", "text/html"):
            continue  # another form of the body, or the footer of a mailing list
        if kind.startswith(("image/", "audio/", "video/", "font/")) or not payload:
            passed_over[kind] += 1
            continue
        name = attached or kind
        yield from read_contents(
            payload, doc=f"{doc}#{name}", origin=f"{origin}#{name}", given=given.inside()
        )
    if passed_over:
        kinds = ", ".join(f"{count} {kind}" for kind, count in passed_over.most_common())
        yield Reading(
            None, (issue("input.passed_over", "info", f"{origin}: attachments not read: {kinds}"),), origin
        )


def _bodies(message: EmailMessage) -> tuple[MIMEPart | None, MIMEPart | None]:
    """The parts that hold the message in plain text and in HTML."""
    plain, html = message.get_body(("plain",)), message.get_body(("html",))
    if plain is not None and html is not None and len(_payload(plain)) < _SHORT_PLAIN < len(_payload(html)):
        return None, html
    return (plain, None if plain is not None and message.get_content_type() != "multipart/related" else html)


def _read_message(
    message: EmailMessage,
    plain: MIMEPart | None,
    html: MIMEPart | None,
    data: bytes,
    doc: str,
    origin: str,
    given: Given,
    read_contents: ReadContents,
) -> Iterator[Reading]:
    title = " ".join(str(message.get("Subject", "")).split()) or None
    if plain is None and html is not None:
        page = replace(given, charset=html.get_content_charset())
        for reading in read_contents(_payload(html), doc=doc, origin=origin, given=page):
            document = reading.document
            titled = None if document is None else replace(document, title=title or document.title)
            yield replace(reading, document=titled)
        return
    decoded = (
        decode_bytes(_payload(plain), origin, plain.get_content_charset()) if plain is not None else None
    )
    if decoded is None or decoded.text is None:
        yield refuse(origin, "input.empty", "is e-mail without a text; see its attachments")
        return
    text = unwrap(decoded.text)
    trouble = find_trouble(text, given.limits)
    if trouble is not None:
        yield refuse(origin, *trouble)
        return
    edtf, date_issues = check_published(given.published, origin)
    digest = hash_bytes(data)
    document = Document(
        id=hash_fields([digest, text]),
        doc=doc,
        text=text,
        sha256=digest,
        origin=origin,
        title=title,
        outlet=given.outlet,
        published=edtf,
        encoding=decoded.encoding,
    )
    yield Reading(document, decoded.issues + date_issues, origin)


def _payload(part: MIMEPart) -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _day_sent(message: EmailMessage) -> str | None:
    try:
        return parsedate_to_datetime(str(message.get("Date"))).date().isoformat()
    except (ValueError, TypeError):
        return None
