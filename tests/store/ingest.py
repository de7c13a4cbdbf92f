"""A program for test_killed.py: write sheets, link them, read them again, link them again.

Says "ready" when it begins and one line after each write, so that the test knows when to kill it.
"""

from __future__ import annotations

import sys
from pathlib import Path

from msgspec.structs import replace

from counterclaim.core.codec import decode_sheet
from counterclaim.core.incidents import Incident
from counterclaim.store import Store


def ingest(store_path: Path, lines: list[bytes]) -> None:
    """Write every sheet under two versions of its stages, with an incident per document after each."""
    with Store.open(store_path) as store:
        for version in ("claims.v1", "claims.v2"):
            for line in lines:
                store.write_sheet(replace(decode_sheet(line), stages=(version,)))
                sys.stdout.write("written\n")
                sys.stdout.flush()
            by_document: dict[str, list[str]] = {}
            for filed in store.claims():
                by_document.setdefault(filed.doc, []).append(filed.claim.id)
            store.write_incidents(
                [Incident(code=doc, title=doc, claims=tuple(ids)) for doc, ids in by_document.items()]
            )
            sys.stdout.write("linked\n")
            sys.stdout.flush()


if __name__ == "__main__":
    sheets = Path(sys.argv[2]).read_bytes().splitlines()
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    ingest(Path(sys.argv[1]), sheets)
