"""The store as a request sees it: opened when it is asked for, closed with the answer."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from fastapi import Depends, Request

from counterclaim.core.errors import NotFoundError, StoreError
from counterclaim.store import Store
from counterclaim.store.lens import Sight
from counterclaim.web import viewer


def open_store(request: Request) -> Iterator[Store]:
    """The store as whoever asks may see it, for reading, for one request.

    Raises:
        StoreError: it is gone or cannot be read.
    """
    with _opened(request, read_only=True, sight=viewer.sight()) as store:
        yield store


def open_for_writing(request: Request) -> Iterator[Store]:
    """The store, for writing, for one request; a route that takes it also takes a role by `at_least`.

    What is read through it is whole, withheld names and all: it is for changing things, not for showing them.

    Raises:
        StoreError: it is gone or cannot be written.
    """
    with _opened(request, read_only=False, sight="all") as store:
        yield store


def open_whole(request: Request) -> Iterator[Store]:
    """The store, for reading, whoever asks: for what decides who somebody is, never for a page.

    Raises:
        StoreError: it is gone or cannot be read.
    """
    with _opened(request, read_only=True, sight="all") as store:
        yield store


def _opened(request: Request, *, read_only: bool, sight: Sight) -> Store:
    path = request.app.state.store_path
    try:
        if not read_only:
            Store.open(path, read_only=True).close()  # a writer would make a store where one has gone
        return Store.open(path, read_only=read_only, sight=sight)
    except NotFoundError as error:  # of the store, not of a thing in it
        raise StoreError(str(error)) from error


OpenStore = Annotated[Store, Depends(open_store)]
WritableStore = Annotated[Store, Depends(open_for_writing)]
WholeStore = Annotated[Store, Depends(open_whole)]


def empty_is_none(value: object) -> object:
    """What a form sends for a field that was not filled in is None."""
    return value or None
