"""Reads many documents and prints documents and words a second of one core, peak memory and loading time.

    python -m benchmarks.speed.read [--of examples|conflict|mixed] [--documents 200] [--rules] [--store]

    examples  the example pages, each with a line of its own, so that no two are the same
    conflict  made-up reports of 400 words, all on conflicts
    mixed     a made-up feed of documents of 400 words, of which one in ten is on a conflict

With --rules the trained reader is left out. With --store documents are also written to a store in a
temporary folder. One process, one core. Seconds are those the processor spent on this process, so that
waiting on a busy machine does not count.
"""

from __future__ import annotations

import argparse
import resource
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from benchmarks.speed.feed import feed
from counterclaim.core.ids import hash_bytes
from counterclaim.core.stages import compose
from counterclaim.core.types import Document, Sheet
from counterclaim.models.reader import load_reader
from counterclaim.run.local import link_store
from counterclaim.run.pipeline import RULE_STAGES, STAGES
from counterclaim.store import Store

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
KINDS = ("examples", "conflict", "mixed")
ONE_IN = {"conflict": 1, "mixed": 10}  # documents, one of which is on a conflict
_read, _read_by_rules = compose(STAGES), compose(RULE_STAGES)
WARM_UP = 20  # documents read before time counts: patterns are put together as text comes


def documents(kind: str, number: int, seed: int = 1) -> Iterator[Document]:
    """So many different documents of one of `KINDS`."""
    if kind != "examples":
        yield from feed(number, one_in=ONE_IN[kind], seed=seed)
        return
    texts = [path.read_text("utf-8") for path in sorted(EXAMPLES.glob("*.txt"))]
    for index in range(number):
        text = f"{texts[index % len(texts)]}\nBulletin {index}\n"
        digest = hash_bytes(text.encode())
        yield Document(id=digest[:16], doc=f"page-{index}", text=text, sha256=digest, origin=f"page-{index}")


def load(*, rules: bool) -> dict[str, float]:
    """Processor seconds until each part is ready in a fresh process."""
    began = time.process_time()
    _read_by_rules(Sheet(document=next(documents("examples", 1))))
    seconds = {"lexicons and patterns": time.process_time() - began}
    if not rules:
        began = time.process_time()
        load_reader()
        seconds["the trained reader"] = time.process_time() - began
    return seconds


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--of", choices=KINDS, default="examples")
    parser.add_argument("--documents", type=int, default=200)
    parser.add_argument("--rules", action="store_true")
    parser.add_argument("--store", action="store_true")
    options = parser.parse_args()
    for part, seconds in load(rules=options.rules).items():
        print(f"loading {part}: {seconds:.2f} s")
    read = _read_by_rules if options.rules else _read
    for document in documents(options.of, WARM_UP, seed=2):
        read(Sheet(document=document))
    made = list(documents(options.of, options.documents))
    words = claims = 0
    with tempfile.TemporaryDirectory() as folder, Store.open(Path(folder) / "speed.db") as store:
        began = time.process_time()
        for document in made:
            sheet = read(Sheet(document=document))
            words += len(document.text.split())
            claims += len(sheet.claims or ())
            if options.store:
                store.write_sheet(sheet)
        seconds = time.process_time() - began
        print(
            f"{options.of}: {options.documents / seconds:.1f} documents/s per core, "
            f"{words / seconds:,.0f} words/s, {claims} claims"
        )
        if options.store:
            began = time.process_time()
            found = link_store(store)
            print(f"linked to {found} incidents in {time.process_time() - began:.1f} s")
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


if __name__ == "__main__":
    main()
