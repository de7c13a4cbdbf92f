from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from counterclaim.core.codec import encode_sheet
from counterclaim.core.types import Sheet
from counterclaim.store import Store, query

MakeSheet = Callable[..., Sheet]

INGEST = Path(__file__).parent / "ingest.py"


def test_of_two_programs_that_make_a_store_at_once_both_find_it_sound(
    tmp_path: Path, make_sheet: MakeSheet
) -> None:
    sheets = tmp_path / "sheets.jsonl"
    sheets.write_bytes(
        b"\n".join(encode_sheet(make_sheet(f"Brod lost {n}.", doc=f"{n}.txt")) for n in range(9))
    )
    path = tmp_path / "both.db"
    programs = [
        subprocess.Popen([sys.executable, INGEST, path, sheets], stdout=subprocess.DEVNULL) for _ in range(2)
    ]
    assert [program.wait(timeout=60) for program in programs] == [0, 0]
    with Store.open(path, read_only=True) as store:
        assert store.check() == []
        assert len(store.documents()) == 9


def test_another_program_reads_while_one_writes(tmp_path: Path, make_sheet: MakeSheet) -> None:
    sheets = tmp_path / "sheets.jsonl"
    sheets.write_bytes(
        b"\n".join(encode_sheet(make_sheet(f"Brod lost {n}.", doc=f"{n}.txt")) for n in range(40))
    )
    path = tmp_path / "record.db"
    seen = [0]
    with subprocess.Popen([sys.executable, INGEST, path, sheets], stdout=subprocess.PIPE) as writer:
        assert writer.stdout is not None
        for line in writer.stdout:
            if line == b"ready\n":
                continue
            with Store.open(path, read_only=True) as reader:
                seen.append(len(reader.claims()))
                assert reader.check() == []
            assert len(query(path, "SELECT claim_id FROM figures").rows) >= seen[-1]
    assert writer.returncode == 0
    assert seen == sorted(seen)
    assert seen[-1] == 40
