"""Files of a corpus are found wherever they lie: loose, gzipped, in an archive."""

from __future__ import annotations

import gzip
import tarfile
from pathlib import Path

import pytest

from benchmarks.quality.corpora import MissingError, find_files, read_rows


def packed(folder: Path, name: str, **files: str) -> None:
    """A tar archive in `folder` whose members stand under data/."""
    with tarfile.open(folder / name, "w:gz") as archive:
        for stem, content in files.items():
            path = folder / stem
            path.write_text(content, "utf-8")
            archive.add(path, f"data/{stem.replace('__', '/')}.txt")
            path.unlink()


def test_a_file_is_found_loose_gzipped_and_in_an_archive(tmp_path: Path) -> None:
    (tmp_path / "test").mkdir()
    (tmp_path / "test" / "a.txt").write_text("loose", "utf-8")
    (tmp_path / "test" / "b.txt.gz").write_bytes(gzip.compress(b"zipped"))
    packed(tmp_path, "more.tar.gz", test__c="archived", train__d="not asked for")
    assert find_files(tmp_path, "*test/*.txt") == {
        "test/a.txt": b"loose",
        "test/b.txt": b"zipped",
        "data/test/c.txt": b"archived",
    }


def test_what_is_missing_is_named(tmp_path: Path) -> None:
    (tmp_path / "dev.txt").write_text("here", "utf-8")
    with pytest.raises(MissingError, match=r"no file like \*test\.txt in .*") as missing:
        find_files(tmp_path, "*dev.txt", "*test.txt")
    assert "*dev.txt" not in str(missing.value)


def test_rows_are_the_lines_of_a_file(tmp_path: Path) -> None:
    (tmp_path / "half.jsonl.gz").write_bytes(gzip.compress(b'{"n": 1}\n\n{"n": 2}\n'))
    assert read_rows(tmp_path, "*half.jsonl") == [{"n": 1}, {"n": 2}]
