"""Example pages as sheets, and sheets as lines that a person can compare."""

from __future__ import annotations

import json
from pathlib import Path

from msgspec.structs import replace

from counterclaim.core.codec import encode_sheet
from counterclaim.core.types import Sheet
from counterclaim.inputs.inputs import read_inputs
from counterclaim.run.pipeline import read_document

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
GOLDEN = Path(__file__).parent / "sheets"


def read_example(name: str, published: str | None = None) -> Sheet:
    """The sheet of an example page, its origin written the same on any machine."""
    [reading] = read_inputs([str(EXAMPLES / name)], published=published)
    assert reading.document is not None
    return read_document(replace(reading.document, origin=f"examples/{name}"))


def lines_of(sheet: Sheet) -> list[str]:
    """One line per record of each layer, without the reader's marks and scores.

    Those differ in their last digits between processors; what is claimed does not.
    """
    fields = json.loads(encode_sheet(sheet))
    del fields["tags"]
    for claim in fields["claims"]:
        del claim["score"]
    lines = []
    for layer in sorted(fields):
        values = fields[layer] if isinstance(fields[layer], list) else [fields[layer]]
        lines += [f"{layer} {json.dumps(value, ensure_ascii=False, sort_keys=True)}" for value in values]
    return lines
