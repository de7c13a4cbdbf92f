"""A Word document (DOCX) to text: paragraphs, tables and notes, without deleted words."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from io import BytesIO

from lxml import etree

from counterclaim.inputs.convert.pages import ConvertError, Page
from counterclaim.inputs.limits import Limits
from counterclaim.inputs.zips import ZipTrouble, read_member

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_TITLE = "{http://purl.org/dc/elements/1.1/}title"
_PARTS = ("word/document.xml", "word/footnotes.xml", "word/endnotes.xml")
_BREAKS = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}


def convert_docx(data: bytes, limits: Limits) -> Page:
    """A line for each paragraph, a tab between the cells of a row; foot- and endnotes at the end.

    Inserted words that wait for approval are kept, deleted ones are not there.

    Raises:
        ConvertError: the file is damaged, too large unpacked, or holds no words.
    """
    try:
        with zipfile.ZipFile(BytesIO(data)) as packed:
            there = [part for part in _PARTS if part in packed.namelist()]
            roots = [_parse(read_member(packed, packed.getinfo(part), limits)) for part in there]
            title = _title(packed, limits)
    except ZipTrouble as trouble:
        raise ConvertError(trouble.code, str(trouble)) from trouble
    except (zipfile.BadZipFile, etree.XMLSyntaxError, ValueError) as error:
        message = f"is a Word document that cannot be read ({error}); save it anew from a word processor"
        raise ConvertError("input.docx", message) from error
    text = "\n".join(line for root in roots for line in _lines_of(root))
    return Page(text=text, title=title)


def _parse(data: bytes) -> etree._Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    return etree.fromstring(data, parser)


def _title(packed: zipfile.ZipFile, limits: Limits) -> str | None:
    if "docProps/core.xml" not in packed.namelist():
        return None
    core = _parse(read_member(packed, packed.getinfo("docProps/core.xml"), limits))
    return (core.findtext(_TITLE) or "").strip() or None


def _lines_of(root: etree._Element) -> Iterator[str]:
    for element in root.iter(f"{_W}p", f"{_W}tr"):
        inside_row = any(above.tag == f"{_W}tr" for above in element.iterancestors())
        if inside_row or any(above.tag == _FALLBACK for above in element.iterancestors()):
            continue
        if element.tag == f"{_W}tr":
            cells = [" ".join(_words_of(cell).split()) for cell in element.iterchildren(f"{_W}tc")]
            yield "\t".join(cells)
        else:
            yield _words_of(element)


def _words_of(element: etree._Element) -> str:
    words = []
    for part in element.iter():
        if any(above.tag == _FALLBACK for above in part.iterancestors()):
            continue
        if part.tag == f"{_W}t":
            words.append(part.text or "")
        elif part.tag == f"{_W}p" and part is not element:
            words.append(" ")
        else:
            words.append(_BREAKS.get(str(part.tag), ""))
    return "".join(words)
