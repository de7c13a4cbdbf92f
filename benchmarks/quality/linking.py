"""Measures how well claims of many documents are brought together to incidents.

    python -m benchmarks.quality.linking [FOLDER] [--split planted|hard|dev|train|seed] [--json]

`planted` and `hard`: invented incidents with known truth (benchmarks/quality/planted.py), which need no folder; pairs of
claims that are together and should be, and revision lines found whole. In `hard`, one incident in twenty has a
twin in its town on its day, and one report in ten names no town. `dev`, `train` and `seed`: annotated
documents of FOLDER/gold, B-cubed of incidents over all documents, from our own claims and from the annotated
ones. Exit code 1: a measure fell below its floor.
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import msgspec
from msgspec.structs import replace

from benchmarks.quality.claims import gold_documents, load_scorer
from benchmarks.quality.command import Result, judge, parser_of
from benchmarks.quality.planted import planted
from benchmarks.quality.planted_world import Line, lines
from benchmarks.quality.scores import share
from counterclaim.claims.locations import place_claims
from counterclaim.core.claims import Casualty, Claim, claim_id
from counterclaim.core.incidents import FiledClaim, Incident
from counterclaim.core.types import Sheet
from counterclaim.incidents.across import link
from counterclaim.incidents.filing import file_claims
from counterclaim.incidents.revisions import revision_lines
from counterclaim.incidents.within import label_incidents
from counterclaim.run.pipeline import read_document

HAPPENINGS = 600  # some 2,500 documents and 9,000 claims
PLANTED = ("planted", "hard")
_SPLITS = (*PLANTED, "dev", "train", "seed")


def measure(folder: Path, split: str) -> Result:
    """The result of one split."""
    if split in PLANTED:
        return measure_planted(HAPPENINGS, hard=split == "hard")
    return measure_gold(folder, split)


def measure_planted(number: int, seed: int = 1, *, hard: bool = False) -> Result:
    """Pairs of claims and revision lines of so many planted incidents, labelled within documents and linked."""
    filed: list[FiledClaim] = []
    truth: dict[str, int | None] = {}
    for told in planted(number, seed, hard=hard):
        filed += file_claims(label_incidents(told.sheet))
        truth |= told.truth
    incidents = link(filed)
    linked = {claim: incident.code for incident in incidents for claim in incident.claims}
    by_id = {one.claim.id: one for one in filed}
    wanted = lines(number, seed, hard=hard)
    return {**pair_rows(truth, linked), "revision lines": _lines_row(wanted, incidents, by_id, truth)}


def pair_rows(truth: Mapping[str, int | None], linked: Mapping[str, str]) -> Result:
    """Of the pairs of claims put together, how many are of one happening, and of those, how many were put together.

    A claim about no single happening belongs with no other.

    >>> rows = pair_rows({"a": 1, "b": 1, "c": None}, {"a": "X", "b": "X", "c": "X"})
    >>> rows["pairs right"]["percent"], rows["pairs found"]["percent"]
    (33.3, 100.0)
    """
    together = Counter(linked.values())
    true = Counter(about for about in truth.values() if about is not None)
    both = Counter(
        (linked[claim], about) for claim, about in truth.items() if about is not None and claim in linked
    )
    hits, put, wanted = (
        sum(n * (n - 1) // 2 for n in counted.values()) for counted in (both, together, true)
    )
    return {
        "pairs right": {"percent": round(100 * hits / put, 1) if put else 0.0, "n": put},
        "pairs found": {"percent": round(100 * hits / wanted, 1) if wanted else 0.0, "n": wanted},
    }


def _lines_row(
    wanted: Sequence[Line],
    incidents: Sequence[Incident],
    by_id: Mapping[str, FiledClaim],
    truth: Mapping[str, int | None],
) -> dict[str, Any]:
    """Planted revision lines whose speaker and figures come back in their order, with no other figure."""
    found: dict[int | None, set[tuple[str, tuple[int | None, ...]]]] = defaultdict(set)
    for incident in incidents:
        filed = [by_id[claim] for claim in incident.claims]
        about = Counter(truth[claim] for claim in incident.claims).most_common(1)[0][0]
        for line in revision_lines(filed):
            figures = tuple(one.claim.min for one in line.claims if isinstance(one.claim, Casualty))
            found[about].add((line.speaker or "", figures))
    return share((line.speaker, line.figures) in found[line.happening] for line in wanted)


def measure_gold(folder: Path, split: str) -> Result:
    """B-cubed of incidents over all documents of a split, from our own claims and from the annotated ones."""
    scorer = load_scorer(folder)
    gold: list[dict[str, Any]] = []
    read: list[Sheet] = []
    annotated: list[tuple[Sheet, list[str | None]]] = []
    for document, claims in gold_documents(folder, split):
        sheet = read_document(document)
        gold.append({"doc": document.doc, "text": document.text, "claims": claims})
        read.append(sheet)
        placed, labels = with_claims(sheet, claims)
        annotated.append((label_incidents(placed), labels))
    codes = _codes(read)
    found = {
        sheet.document.doc: {
            "claims": [
                {**msgspec.to_builtins(claim), "incident": codes.get(claim.id)}
                for claim in sheet.claims or ()
            ]
        }
        for sheet in read
    }
    known = _codes([sheet for sheet, _ in annotated])
    items = [
        (label, known.get(claim.id, f"none {claim.id}"))
        for sheet, labels in annotated
        for claim, label in zip(sheet.claims or (), labels, strict=True)
        if label is not None
    ]
    return {"own claims": scorer.score(gold, found)["incidents"], "gold claims": scorer.bcubed(items)}


def _codes(sheets: Iterable[Sheet]) -> dict[str, str]:
    incidents = link([one for sheet in sheets for one in file_claims(sheet)])
    return {claim: incident.code for incident in incidents for claim in incident.claims}


def with_claims(sheet: Sheet, rows: Sequence[Mapping[str, Any]]) -> tuple[Sheet, list[str | None]]:
    """The sheet with the annotated claims in the place of our own, and the annotated incident of each."""
    claims: list[Claim] = []
    for row in rows:
        claim: Claim = msgspec.convert({**row, "incident": None}, Claim)
        passages = enumerate(sheet.passages or ())
        passage = max((at for at, each in passages if each.span.start <= claim.start), default=0)
        article = sheet.passages[passage].article if sheet.passages else 0
        claim = replace(claim, passage=passage, article=article)
        claims.append(replace(claim, id=claim_id(sheet.document.id, claim)))
    return place_claims(replace(sheet, claims=tuple(claims))), [row.get("incident") for row in rows]


def main() -> int:
    options = parser_of(__doc__, _SPLITS).parse_args()
    if options.split not in PLANTED and not (options.folder / "gold").is_dir():
        print(f"skipped: no gold at {options.folder}; measuring planted incidents only")
        options.split = "planted"
    return judge("linking", options, measure)


if __name__ == "__main__":
    sys.exit(main())
