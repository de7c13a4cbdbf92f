"""Reads the example pages many times over and prints documents and words a second, and peak memory.

    python -m benchmarks.speed.read [--documents 200] [--store]

Each document is one article of an example page with its numbers changed, so that no two are the same.
With --store they are also written to a store in a temporary folder. One process, one core.
"""

from __future__ import annotations

import argparse
import resource
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from counterclaim.core.ids import hash_bytes
from counterclaim.core.types import Document
from counterclaim.run.local import link_store
from counterclaim.run.pipeline import read_document
from counterclaim.store import Store

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"


def documents(number: int) -> Iterator[Document]:
    """So many different documents, made of the example pages' texts."""
    texts = [path.read_text("utf-8") for path in sorted(EXAMPLES.glob("*.txt"))]
    for index in range(number):
        text = f"{texts[index % len(texts)]}\nBulletin {index}\n"
        digest = hash_bytes(text.encode())
        yield Document(id=digest[:16], doc=f"page-{index}", text=text, sha256=digest, origin=f"page-{index}")


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--documents", type=int, default=200)
    parser.add_argument("--store", action="store_true")
    options = parser.parse_args()
    list(map(read_document, documents(3)))  # lexicons load once
    words = claims = 0
    with tempfile.TemporaryDirectory() as folder, Store.open(Path(folder) / "speed.db") as store:
        began = time.perf_counter()
        for document in documents(options.documents):
            sheet = read_document(document)
            words += len(document.text.split())
            claims += len(sheet.claims or ())
            if options.store:
                store.write_sheet(sheet)
        seconds = time.perf_counter() - began
        print(
            f"{options.documents / seconds:.1f} documents/s, {words / seconds:,.0f} words/s, {claims} claims"
        )
        if options.store:
            began = time.perf_counter()
            found = link_store(store)
            print(f"linked to {found} incidents in {time.perf_counter() - began:.1f} s")
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


if __name__ == "__main__":
    main()
