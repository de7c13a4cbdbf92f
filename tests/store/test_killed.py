from __future__ import annotations

import random
import runpy
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from counterclaim.core.codec import encode_sheet
from counterclaim.core.types import Sheet
from counterclaim.store import Store
from counterclaim.store.checks import dump_lines

MakeSheet = Callable[..., Sheet]

INGEST = Path(__file__).parent / "ingest.py"
DOCUMENTS = 24
WRITES = 2 * (DOCUMENTS + 1)
KILLS = 15


def ingest(store: Path, lines: list[bytes]) -> list[str]:
    """What the store holds after an ingest that nobody interrupts."""
    runpy.run_path(str(INGEST))["ingest"](store, lines)
    with Store.open(store) as opened:
        return dump_lines(opened)


def kill_after(writes: int, pause_s: float, store: Path, sheets: Path) -> None:
    """Start an ingest and kill it that long after so many writes; 0 is while the store is made."""
    with subprocess.Popen([sys.executable, INGEST, store, sheets], stdout=subprocess.PIPE) as program:
        assert program.stdout is not None
        for _ in range(writes + 1):
            assert program.stdout.readline()
        time.sleep(pause_s)
        program.kill()


def test_killed_at_any_moment_the_store_is_sound_and_reading_on_gives_the_same(
    tmp_path: Path, make_sheet: MakeSheet
) -> None:
    texts = [f"Shelling killed {n} in Brod. The mayor counted {n + 3} dead." for n in range(DOCUMENTS)]
    lines = [encode_sheet(make_sheet(text, doc=f"{n}.txt")) for n, text in enumerate(texts)]
    sheets = tmp_path / "sheets.jsonl"
    sheets.write_bytes(b"\n".join(lines))
    whole = ingest(tmp_path / "whole.db", lines)
    chance = random.Random(62)
    cut_short = 0
    for kill, writes in enumerate([0, 0, *chance.sample(range(1, WRITES - 10), KILLS - 2)]):
        path = tmp_path / f"{kill}.db"
        kill_after(writes, chance.uniform(0, 0.02), path, sheets)
        with Store.open(path) as store:
            assert store.check() == [], f"killed after {writes} writes"
            cut_short += dump_lines(store) != whole
        assert ingest(path, lines) == whole, f"killed after {writes} writes"
    assert cut_short > KILLS // 2, "most kills must come before the end, or nothing was tried"
