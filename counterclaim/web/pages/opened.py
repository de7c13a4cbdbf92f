"""The store as a request sees it: opened for reading, closed with the answer."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from fastapi import Depends, Request

from counterclaim.core.errors import NotFoundError, StoreError
from counterclaim.store import Store


def open_store(request: Request) -> Iterator[Store]:
    """The store, for one request.

    Raises:
        StoreError: it is gone or cannot be read.
    """
    try:
        store = Store.open(request.app.state.store_path, read_only=True)
    except NotFoundError as error:  # of the store, not of a thing in it
        raise StoreError(str(error)) from error
    with store:
        yield store


OpenStore = Annotated[Store, Depends(open_store)]
