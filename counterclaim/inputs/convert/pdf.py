"""A PDF's text layer to text."""

from __future__ import annotations

import logging
from io import BytesIO

import pypdf
from pypdf.errors import PyPdfError

from counterclaim.inputs.convert.pages import ConvertError, Note, Page
from counterclaim.inputs.convert.unwrap import unwrap
from counterclaim.inputs.limits import Limits, how_to_raise


def convert_pdf(data: bytes, limits: Limits) -> Page:
    """The text of all pages, broken lines joined. A page without text is named in a note.

    Its dates say when the file was made, not when its text was published, and are left alone.

    Raises:
        ConvertError: it is damaged, locked, too long, or holds pictures of text only.
    """
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = pypdf.PdfReader(BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise ConvertError(
                "input.locked", "is locked with a password; save a copy without one and read that"
            )
        count = len(reader.pages)
        if count > limits.pages:
            message = f"has {count:,} pages, more than {limits.pages:,}; {how_to_raise('pages', count)}"
            raise ConvertError("input.too_large", message)
        texts = [page.extract_text() for page in reader.pages]
        title = (reader.metadata.title if reader.metadata else None) or None
    except (
        PyPdfError,
        ValueError,
        KeyError,
        TypeError,
        AttributeError,
        IndexError,
        RecursionError,
        OSError,
    ) as error:
        raise ConvertError(
            "input.pdf", f"is a PDF that cannot be read ({error}); get a fresh copy"
        ) from error
    except ImportError as error:
        raise ConvertError("input.locked", f"is locked in a way that needs more: {error}") from error
    empty = [str(number) for number, text in enumerate(texts, start=1) if not text.strip()]
    if len(empty) == count:
        message = "is a PDF without text, perhaps a scan; run text recognition (OCR) on it and read that"
        raise ConvertError("input.pdf_no_text", message)
    notes: tuple[Note, ...] = ()
    if empty:
        told = f"no text on page {', '.join(empty[:20])}{' and others' if len(empty) > 20 else ''}; a scan or picture?"
        notes = (Note("input.pdf_no_text", "warning", told),)
    text = "\n".join(unwrap(_clean(text)) for text in texts if text.strip())
    return Page(text=text, title=str(title).strip() if title else None, notes=notes)


def _clean(text: str) -> str:
    """Without the control characters and half code points that broken fonts leave."""
    whole = text.encode("utf-8", "replace").decode("utf-8")
    return "".join(letter for letter in whole if letter >= " " or letter in "\n\t").replace("\x7f", "")
