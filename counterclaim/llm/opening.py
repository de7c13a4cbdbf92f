"""Opens the extractor for an endpoint by its name in the settings."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager

from counterclaim.core.errors import DataError
from counterclaim.core.stages import Stage
from counterclaim.llm.cache import Answers, cache_folder
from counterclaim.llm.settings import read_endpoint


@contextmanager
def open_extractor(name: str) -> Iterator[Stage]:
    """The stage that asks the endpoint called `name`; the connection ends with the block.

    Raises:
        DataError: the settings have no such endpoint or a wrong value, or a needed package is missing.
    """
    endpoint = read_endpoint(name)
    try:
        from counterclaim.llm.client import Client
        from counterclaim.llm.extractor import Extractor
    except ModuleNotFoundError as error:
        raise DataError(f"--llm needs {error.name}; install it: pip install 'counterclaim[llm]'") from error
    with closing(Client(endpoint)) as client:
        yield Extractor(endpoint, client, Answers(cache_folder())).stage
