"""Caps are set by name, told in the docs, and every mistake in setting one is named."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from counterclaim.core.errors import DataError
from counterclaim.inputs.limits import DEFAULTS, Limits, set_limits

HOWTO = Path(__file__).parents[2] / "docs" / "howto" / "inputs.md"


def test_caps_are_set_by_name_and_the_others_stay() -> None:
    assert set_limits(["pages=5", "file_mib=64"]) == msgspec.structs.replace(DEFAULTS, pages=5, file_mib=64)


@pytest.mark.parametrize(
    "setting",
    ["page=5", "pages", "pages=", "pages=0", "pages=-1", "pages=1e9", "pages=99999999999999", "pages=²"],
)
def test_a_cap_that_cannot_be_set_is_named(setting: str) -> None:
    with pytest.raises(DataError, match="page"):
        set_limits([setting])


def test_the_docs_tell_every_cap_with_its_default() -> None:
    told: dict[str, int] = {}
    for line in HOWTO.read_text("utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip("|").split(" | ")]
        if len(cells) == 3 and cells[0].startswith("`"):
            names = cells[0].replace("`", "").split(", ")
            numbers = cells[1].split(", ")
            told |= {name: int(number.replace(",", "")) for name, number in zip(names, numbers, strict=True)}
    assert told == {name: getattr(DEFAULTS, name) for name in Limits.__struct_fields__}
