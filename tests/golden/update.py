"""Writes the golden sheets anew: `python -m tests.golden.update`. Read the difference before committing."""

from __future__ import annotations

from tests.golden.pages import EXAMPLES, GOLDEN, lines_of, read_example


def main() -> None:
    GOLDEN.mkdir(exist_ok=True)
    for path in sorted(EXAMPLES.glob("*.txt")):
        lines = lines_of(read_example(path.name))
        (GOLDEN / f"{path.stem}.jsonl").write_text("\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main()
