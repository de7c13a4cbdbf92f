"""Write counterclaim/lexicons/notices.json from resources/notices.yml.

Run with the development tools installed: python resources/build_notices.py
"""

from __future__ import annotations

import json
from pathlib import Path

import yaml

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "resources" / "notices.yml"
TARGET = ROOT / "counterclaim" / "lexicons" / "notices.json"


def build_notices(source: Path = SOURCE) -> str:
    """The JSON text of the lexicon, its lists sorted, so that a rebuild shows what changed.

    Raises:
        ValueError: a list holds something that is no phrase, or a phrase twice.
    """
    lists: dict[str, list[str]] = yaml.safe_load(source.read_text("utf-8"))
    for name, phrases in lists.items():
        if not all(isinstance(phrase, str) and phrase.strip() == phrase != "" for phrase in phrases):
            raise ValueError(f"{source.name}: {name} holds something that is no phrase; quote it")
        if len(set(phrases)) != len(phrases):
            twice = sorted({phrase for phrase in phrases if phrases.count(phrase) > 1})
            raise ValueError(f"{source.name}: {name} holds {', '.join(twice)} twice")
    ordered = {name: sorted(phrases) for name, phrases in lists.items()}
    return json.dumps(ordered, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


if __name__ == "__main__":
    TARGET.write_text(build_notices(), "utf-8")
    print(f"wrote {TARGET.relative_to(ROOT)}")
