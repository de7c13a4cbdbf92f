"""Collects every string that visitors see and brings the catalogues of the other languages up to date.

    python -m resources.build_catalogues           # counterclaim/web/catalogues/*.po; says what waits for a translator
    python -m resources.build_catalogues --check   # changes nothing; fails where a catalogue is behind

What is not translated yet stands in the catalogue with nothing beside it, and pages show it in English. What is
no longer in the code is dropped.
"""

from __future__ import annotations

import argparse
import sys
from io import BytesIO
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.pofile import read_po, write_po

from counterclaim.store.select import LISTS
from counterclaim.web.languages import CATALOGUES, LANGUAGES

WEB = CATALOGUES.parent
_METHODS = [("**.py", "python"), ("templates/**.html", "jinja2")]
_OPTIONS: dict[str, dict[str, Any]] = {
    "templates/**.html": {"trim_blocks": "true", "lstrip_blocks": "true", "silent": "false"}
}
# As gettext's own tools write it, so that they keep the order of forms: none, one, two, few, many, other.
_PLURALS = {
    "ar": "nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5);"
}
_KEYWORDS = {**DEFAULT_KEYWORDS, "NN_": (1, 2)}


def collect() -> Catalog:
    """Every marked string of the web pages, in the order of files and lines, then the labels of lists and columns."""
    found = Catalog(charset="utf-8")
    for file, _line, words, _comments, context in extract_from_dir(
        WEB, method_map=_METHODS, options_map=_OPTIONS, keywords=_KEYWORDS
    ):
        found.add(words, None, [(Path(file).as_posix(), 0)], context=context)
    for listing in LISTS.values():
        for label in (listing.label, *(column.label for column in listing.columns)):
            found.add(label, None, [("../store/select/lists.py", 0)])
    return found


def read_catalogue(language: str) -> Catalog:
    """The catalogue of a language; an empty one where there is none yet."""
    path = CATALOGUES / f"{language}.po"
    if not path.exists():
        return Catalog(locale=language, charset="utf-8")
    with path.open("rb") as file:
        return read_po(file, locale=language)


def bring_up_to_date(catalogue: Catalog, found: Catalog) -> bytes:
    """The catalogue as a file: the strings of the code, with the translations that it has of them."""
    fresh = Catalog(
        locale=catalogue.locale,
        project="Counterclaim",
        charset="utf-8",
        header_comment=f"# Words of the web pages in {catalogue.locale_identifier}.",
        fuzzy=False,
    )
    language = str(catalogue.locale_identifier)
    if language in _PLURALS:
        fresh.mime_headers = [("Plural-Forms", _PLURALS[language])]
    for message in found:
        if message.id:
            known = catalogue.get(message.id, message.context)
            files = sorted({(file, 0) for file, _line in message.locations})
            fresh.add(message.id, known.string if known else None, files, context=message.context)
    file = BytesIO()
    write_po(file, fresh, sort_output=True, width=0, omit_header=False, include_lineno=False)
    lines = file.getvalue().decode().splitlines(keepends=True)
    # Days of the making and the maker's version would change the file without a change in it.
    volatile = (
        '"Report-Msgid-Bugs-To',
        '"POT-Creation-Date',
        '"PO-Revision-Date',
        '"Generated-By',
        '"Last-Translator',
        '"Language-Team',
    )
    return "".join(line for line in lines if not line.startswith(volatile)).encode()


def untranslated(catalogue: Catalog, found: Catalog) -> list[Message]:
    """The strings of the code that the catalogue has no whole translation of."""
    missing = []
    for message in found:
        known = catalogue.get(message.id, message.context) if message.id else None
        strings = known.string if known is not None else ""
        if message.id and not all(strings if isinstance(strings, tuple) else (strings,)):
            missing.append(message)
    return missing


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument(
        "--check", action="store_true", help="change nothing; fail where a catalogue is behind"
    )
    options = parser.parse_args()
    found = collect()
    behind = False
    CATALOGUES.mkdir(exist_ok=True)
    for language in LANGUAGES:
        if language == "en":
            continue
        catalogue, path = read_catalogue(language), CATALOGUES / f"{language}.po"
        text = bring_up_to_date(catalogue, found)
        missing = untranslated(catalogue, found)
        behind |= bool(missing) or not path.exists() or path.read_bytes() != text
        if not options.check:
            path.write_bytes(text)
        print(f"{path.name}: {len(found)} strings, {len(missing)} to translate")
        for message in missing:
            print(f"    {message.id!r}")
    if options.check and behind:
        sys.exit(
            "a catalogue is behind; run python -m resources.build_catalogues and translate what it names"
        )


if __name__ == "__main__":
    main()
