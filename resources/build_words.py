"""Turns resources/cues.yml and resources/acts.yml into the JSON that the package ships."""

from __future__ import annotations

import json
from pathlib import Path

import yaml

ROOT = Path(__file__).parent


def build() -> dict[str, str]:
    """JSON text by file name, as it should stand in counterclaim/lexicons/."""
    return {
        f"{name}.json": json.dumps(
            yaml.safe_load((ROOT / f"{name}.yml").read_text("utf-8")), ensure_ascii=False, indent=0
        )
        + "\n"
        for name in ("cues", "acts")
    }


if __name__ == "__main__":
    for file_name, text in build().items():
        (ROOT.parent / "counterclaim" / "lexicons" / file_name).write_text(text, "utf-8")
