"""Addresses to readings: fetched, kept, and read as the files they are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from msgspec.structs import replace

from counterclaim.inputs.contents import read_contents
from counterclaim.inputs.fetch.addresses import FetchError
from counterclaim.inputs.fetch.archive import keep
from counterclaim.inputs.fetch.fetcher import Fetcher
from counterclaim.inputs.given import Given
from counterclaim.inputs.readings import Reading, refuse


def read_addresses(
    urls: Iterable[str], folder: Path, given: Given, fetcher: Fetcher | None = None
) -> Iterator[Reading]:
    """The readings of each address; its raw bytes are kept in `folder` before they are read."""
    fetching = fetcher or Fetcher(given.limits)
    for url in urls:
        try:
            fetched = fetching.fetch(url)
        except FetchError as error:
            yield refuse(url, error.code, str(error))
            continue
        keep(fetched, folder)
        page = replace(given, charset=fetched.charset, address=fetched.final_url)
        yield from read_contents(fetched.data, doc=url, origin=url, given=page)
