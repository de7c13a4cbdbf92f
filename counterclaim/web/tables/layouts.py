"""The layouts of other projects, made of the incidents or claims that a list shows."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Collection, Sequence

from msgspec.structs import replace

from counterclaim.core.errors import NotFoundError
from counterclaim.export import FORMATS, File, Filters, Made, export, gather
from counterclaim.store import Store
from counterclaim.store.select import Selection, as_query, select_all
from counterclaim.store.select.selection import DEFAULT_LIMIT
from counterclaim.web.tables.view import View

# What is made claim by claim; all others are made of incidents.
OF_CLAIMS = ("claims", "claimreview", "annotations")
_EARLIEST = (1980, 1, 1, 0, 0, 0)  # that a zip can hold: the same store gives the same bytes


def formats_for(view: View) -> list[tuple[str, tuple[str, str]]]:
    """Address, name and English words of each layout that fits the list; [] for other lists."""
    name = view.selection.list
    if name not in ("claims", "incidents"):
        return []
    query = as_query(replace(view.selection, after="", sort="", columns=(), limit=DEFAULT_LIMIT))
    asked = "&".join(part for part in ("of=claims" if name == "claims" else "", query) if part)
    return [
        (f"/exports/{format_name}{f'?{asked}' if asked else ''}", (format_name, one.about))
        for format_name, one in FORMATS.items()
        if name == "incidents" or format_name in OF_CLAIMS
    ]


def make_layout(store: Store, name: str, selection: Selection, profile: str | None = None) -> Made:
    """The layout's files, refused.csv and datapackage.json last; `profile` where the layout leaves the choice.

    Raises:
        NotFoundError: there is no such layout, or none of claims.
        DataError: a package that it needs is not installed.
    """
    known = FORMATS if selection.list == "incidents" else OF_CLAIMS
    if name not in known:
        raise NotFoundError(f"{selection.list} have no layout {name!r}; there are {', '.join(known)}")
    key = "code" if selection.list == "incidents" else "id"
    with store.reading() as connection:
        wanted = {
            str(row[key]) for row in select_all(connection, replace(selection, columns=(key,), after=""))
        }
    with_texts = FORMATS[name].reads_texts
    if selection.list == "incidents":
        record = gather(store, Filters(codes=tuple(sorted(wanted) or [""])), with_texts=with_texts)
    else:
        record = gather(store, with_texts=with_texts)
        record = record._replace(claims=tuple(one for one in record.claims if one.claim.id in wanted))
    return export(record, [name], profile)


def zipped(files: Sequence[File] | Collection[File]) -> bytes:
    """The files in one; the same files give the same bytes."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in files:
            archive.writestr(zipfile.ZipInfo(file.name, _EARLIEST), file.data, zipfile.ZIP_DEFLATED)
    return held.getvalue()
