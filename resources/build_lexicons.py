"""Turns the lexicons of actors, nations and places from YAML into the JSON that the package ships."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import yaml

from counterclaim.lexicons.skeletons import skeleton_of
from counterclaim.lexicons.tokens import fold_phrase

ROOT = Path(__file__).parent
TARGET = ROOT.parent / "counterclaim" / "lexicons"


def build() -> dict[str, str]:
    """JSON text by file name, as it should stand in counterclaim/lexicons/."""
    return {
        "actors.json": _lines({"entries": build_actors()}),
        "nations.json": _lines(build_nations()),
        "places.json": _lines({"entries": build_places()}),
        "abbreviations.json": _lines({"entries": build_abbreviations()}),
    }


def _lines(tables: dict[str, list[Any]]) -> str:
    """One row a line, so that a change of one entry shows as one line."""
    parts = [
        json.dumps(name) + ": [\n" + ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows) + "\n]"
        for name, rows in tables.items()
    ]
    return "{" + ",\n".join(parts) + "}\n"


def _folded(names: list[str]) -> list[tuple[str, str]]:
    """Names as the index compares them: folded words, and the least case of each as a digit."""
    folded = dict.fromkeys(fold_phrase(name) for name in names)
    return [(" ".join(norms), "".join(map(str, cases))) for norms, cases in folded]


def _load(name: str) -> Any:
    return yaml.safe_load((ROOT / name).read_text("utf-8"))


def _names(joined: str) -> list[str]:
    return [name.strip() for name in joined.split(" / ") if name.strip()]


def build_actors() -> list[dict[str, Any]]:
    """Rows of Actor, ordered by name."""
    rows = []
    for kind, entries in _load("actors.yml").items():
        for entry in map(_entry, entries):
            name, *aliases = _names(entry["name"]) + _names(entry.get("aliases", ""))
            kept = [alias for alias in dict.fromkeys(aliases) if alias != name]
            row = {"name": name, "type": kind, "country": entry.get("country"), "aliases": kept}
            rows.append(row | {key: entry[key] for key in ("parent", "speaks_for") if key in entry})
            rows[-1]["folded"] = _folded([name, *kept])
    return sorted(rows, key=lambda row: str(row["name"]))


def _entry(entry: str | dict[str, str]) -> dict[str, str]:
    """The map of "Name / alias @country"."""
    if isinstance(entry, dict):
        return entry
    names, _, country = entry.partition(" @")
    return {"name": names, "country": country} if country else {"name": names}


def build_nations() -> dict[str, list[Any]]:
    """Nations, the words that name them, and their organs."""
    data = _load("demonyms.yml")
    nations, forms = [], []
    for at, (code, row) in enumerate(data["nations"].items()):
        name, others, adjectives, people, capitals, agency, *means = row
        adjective = (_names(adjectives) or [name])[0]
        nations.append(
            {
                "code": code,
                "name": name,
                "adjective": adjective,
                "agency": agency,
                "capital_means": means[0] if means else name,
            }
        )
        words = {
            "adjective": _names(adjectives),
            "region" if code in data["regions"] else "name": [name, *_names(others)],
            "people": [_without_article(p) for p in _names(people)] or [f"{a}s" for a in _names(adjectives)],
            "capital": _names(capitals),
        }
        # The same word as name and adjective ("US", "Congo"): the adjective reading comes first and owns
        # every organ; the grammar falls back on the name.
        both = set(words["adjective"]) & set(words.get("name", []))
        for kind, phrases in words.items():
            forms += [
                {"folded": folded, "nation": at, "kind": "both" if phrase in both else kind}
                for phrase in phrases
                if not (phrase in both and kind == "name")
                for folded in _folded([phrase])
            ]
    return {"nations": nations, "forms": forms, "organs": _organs(data)}


def _without_article(people: str) -> str:
    return people.removeprefix("the ")


def _organs(data: dict[str, Any]) -> list[dict[str, Any]]:
    organs: dict[str, tuple[str, str, bool]] = {}
    for kind, by_template in data["organs"].items():
        for template, phrases in by_template.items():
            own = template.removeprefix("{adjective} ")
            for phrase in ([] if own == "{agency}" else [own]) + phrases:
                organs.setdefault(phrase, (template, kind, True))
    for words, end in data["ministries"].items():
        template = "{adjective} Ministry of " + end
        for field in _names(words):
            for phrase in (f"{field} ministry", f"ministry of {field}", f"ministry of the {field}"):
                organs.setdefault(phrase, (template, "ministry", True))
            organs.setdefault(f"{field} department", (template, "ministry", True))
            for phrase in (f"{field} minister", f"minister of {field}", f"minister of the {field}"):
                organs.setdefault(phrase, (f"{{adjective}} {_names(words)[0]} minister", "official", True))
    for phrase in data["acts"]:
        organs.setdefault(phrase, ("{name}", "nation", False))
    return [
        {"folded": folded, "template": template, "type": kind, "covers_noun": covers}
        for phrase, (template, kind, covers) in sorted(organs.items())
        for folded in _folded([phrase])
    ]


def build_places() -> list[dict[str, Any]]:
    """Rows of Place, ordered by name and country."""
    nations = _load("demonyms.yml")
    rows = []
    for code, (name, others, *_) in nations["nations"].items():
        if code.isupper() or code in nations["former"]:
            rows.append({"name": name, "kind": "country", "country": code if code.isupper() else ""})
        elif code in nations["regions"]:
            rows.append({"name": name, "kind": "region", "country": ""})
        else:
            continue
        rows[-1]["aliases"] = _names(others)
    data = _load("places.yml")
    words_too = frozenset(data.pop("words_too"))
    for country, by_kind in data.items():
        for kind, entries in by_kind.items():
            for entry in entries:
                name, *aliases = _names(entry)
                code = "" if country == "several" else country
                kind = "province" if kind in ("state", "department") else kind
                rows.append({"name": name, "kind": kind, "country": code, "aliases": aliases})
    for row in rows:
        names = [row["name"], *row["aliases"]]
        row["folded"] = _folded(names)
        row["word_too"] = row["name"] in words_too
        row["skeletons"] = list(dict.fromkeys(map(skeleton_of, names)))
    return sorted(rows, key=lambda row: (str(row["name"]), str(row["country"]), str(row["kind"])))


def build_abbreviations() -> list[dict[str, str]]:
    """Rows of Abbreviation: "Pa.", "W.Va.", "TX", "NSW", ordered by themselves."""
    rows = [
        {"short": short, "name": names[0], "country": country}
        for country, divisions in _load("divisions.yml")["divisions"].items()
        for names in map(_names, divisions)
        for short in names[1:]
        if short.endswith(".") or short.isupper()
    ]
    return sorted(rows, key=lambda row: row["short"])


if __name__ == "__main__":
    for file_name, text in build().items():
        (TARGET / file_name).write_text(text, "utf-8")
        print(f"{file_name}: {len(text):,} characters")
