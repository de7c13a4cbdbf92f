"""The lists that ship are the lists that people edit."""

import importlib.util
from importlib.resources import files
from pathlib import Path
from types import ModuleType

import pytest

from counterclaim.lexicons.notices import load_notices

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def builder() -> ModuleType:
    spec = importlib.util.spec_from_file_location("build_notices", ROOT / "resources" / "build_notices.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_lists_that_ship_are_built_from_the_ones_in_resources(builder: ModuleType) -> None:
    shipped = files("counterclaim.lexicons").joinpath("notices.json").read_text("utf-8")
    assert shipped == builder.build_notices(), "run python resources/build_notices.py"


@pytest.mark.parametrize("odd", ["a: [same, same]", "a: [yes]", "a: [' blank']"])
def test_a_list_with_an_odd_entry_is_refused(builder: ModuleType, tmp_path: Path, odd: str) -> None:
    source = tmp_path / "notices.yml"
    source.write_text(odd, "utf-8")
    with pytest.raises(ValueError, match="a holds"):
        builder.build_notices(source)


def test_whole_line_lists_are_written_as_lines_are_compared() -> None:
    lists = load_notices()
    for phrase in lists.notice_lines | lists.notice_lines_beside:
        assert phrase == phrase.casefold()
