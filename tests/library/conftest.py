"""A store made once of two small texts, and its texts."""

from __future__ import annotations

from pathlib import Path

import pytest

import counterclaim

FIRST = (
    "Rebels said an air strike near Aleppo on 3 May 2016 killed 14 soldiers. "
    "The army said that 3 soldiers were killed in the strike."
)
SECOND = "Activists said that shelling in Homs on 9 May 2016 killed two children."


@pytest.fixture(scope="session")
def store_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("library") / "record.db"
    with counterclaim.open_store(path) as store:
        store.add(FIRST, doc="first", outlet="Coast Post", published="2016-05-04")
        store.add(SECOND, doc="second")
    return path


@pytest.fixture
def store(store_path: Path) -> counterclaim.OpenedStore:
    return counterclaim.open_store(store_path)
