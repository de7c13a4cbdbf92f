"""Atlases kept as long as nothing is written to their store, each for those who are shown the same."""

from __future__ import annotations

from collections import OrderedDict
from threading import Lock

from counterclaim.store import Store
from counterclaim.store.positions import read_positions
from counterclaim.store.tolls import read_tolls
from counterclaim.store.version import file_version
from counterclaim.web.atlas import Atlas, make_atlas

MOST = 4  # atlases; one of 100,000 incidents takes some 20 MB

_kept: OrderedDict[tuple[object, ...], Atlas] = OrderedDict()
_lock = Lock()  # while one request makes an atlas, the others wait for it


def open_atlas(store: Store) -> Atlas:
    """The atlas of what the store shows to whoever asks."""
    version = file_version(store.path)
    with _lock, store.reading() as connection:
        key = (store.path, version, store.sight)
        if version is not None and key in _kept:
            _kept.move_to_end(key)
            return _kept[key]
        atlas = make_atlas(read_positions(connection), read_tolls(connection))
        if version is not None:
            _kept[key] = atlas
            while len(_kept) > MOST:
                _kept.popitem(last=False)
        return atlas
