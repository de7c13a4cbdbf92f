"""`datapackage.json`: what an export holds, by which rules it was made, and how many rows were refused."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from counterclaim import __version__
from counterclaim.core.ids import hash_bytes
from counterclaim.export.gather import Record
from counterclaim.export.made import MEDIA_TYPES, File, Refusal, json_file
from counterclaim.incidents.profiles import Settings
from counterclaim.incidents.profiles.settings import name_settings
from counterclaim.store.schema import HEAD

NAME = "datapackage.json"


class Told(NamedTuple):
    """How one format of an export was made."""

    format: str
    profile: str | None  # versioned; None where the format holds no reconciled figures


def describe(
    record: Record,
    formats: Sequence[Told],
    settings: Settings,
    files: Iterable[File],
    refused: Sequence[Refusal],
) -> File:
    """A Frictionless data package over the files. It holds no time of writing: the same store gives the same bytes."""
    reasons = Counter(one.reason for one in refused)
    package = {
        "profile": "data-package",
        "name": "counterclaim-export",
        "title": "What documents claim, and who is credited",
        "description": "Layouts called _like follow another project's columns; its coding rules they do not follow.",
        "resources": [_resource(file) for file in files],
        "counterclaim": {
            "version": __version__,
            "schema": HEAD,
            "formats": [{"format": one.format, "profile": one.profile} for one in formats],
            "settings": name_settings(settings),
            "filters": record.filters.in_words(),
            "incidents": len(record.incidents),
            "claims": len(record.claims),
            "stages": list(record.stages),
            "linked_by": sorted({one.incident.maker for one in record.incidents if one.incident.maker}),
            "refused": {
                "rows": len(refused),
                "reasons": dict(sorted(reasons.items())),
                "table": "refused.csv",
            },
        },
    }
    return json_file(NAME, package)


def _resource(file: File) -> dict[str, object]:
    told: dict[str, object] = {
        "name": file.name.replace(".", "-").lower(),
        "path": file.name,
        "type": "table" if file.columns is not None else "file",
        "mediatype": MEDIA_TYPES[file.ending],
        "bytes": len(file.data),
        "hash": f"sha256:{hash_bytes(file.data)}",
    }
    if file.ending != "parquet":
        told["encoding"] = "utf-8"
    if file.columns is not None:
        told["profile"] = "tabular-data-resource"
        told["format"] = file.ending
        told["schema"] = {"fields": [_field(*column) for column in file.columns]}
        if file.ending == "tsv":
            told["dialect"] = {"delimiter": "\t"}
    return told


def _field(name: str, kind: str, about: str) -> dict[str, str]:
    return {"name": name, "type": kind} | ({"description": about} if about else {})
