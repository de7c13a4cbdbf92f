"""Brings the catalogue of shipped models up to date: the SHA-256 of every file in each model's folder.

python -m training.catalogue
"""

from __future__ import annotations

import hashlib
import tomllib
from pathlib import Path

HOME = Path(__file__).resolve().parents[1] / "counterclaim" / "models"
OPENING = "# Every weight file that ships, checked by SHA-256 when it is opened. Written by training/catalogue.py.\n"


def main() -> None:
    path = HOME / "catalog.toml"
    entries = tomllib.loads(path.read_text("utf-8"))
    lines = [OPENING]
    for name, entry in entries.items():
        lines.append(f'[{name}]\nversion = "{entry["version"]}"\nfolder = "{entry["folder"]}"\n')
        lines.append(f"[{name}.sha256]")
        for file in sorted((HOME / entry["folder"]).iterdir()):
            lines.append(f'"{file.name}" = "{hashlib.sha256(file.read_bytes()).hexdigest()}"')
        lines.append("")
    path.write_text("\n".join(lines), "utf-8")


if __name__ == "__main__":
    main()
