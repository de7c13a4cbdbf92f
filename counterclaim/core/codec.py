"""A sheet as one JSON line, and back."""

from __future__ import annotations

import msgspec

from counterclaim.core.errors import DataError
from counterclaim.core.types import Sheet

_encoder = msgspec.json.Encoder(order="deterministic")
_decoder = msgspec.json.Decoder(Sheet)


def encode_sheet(sheet: Sheet) -> bytes:
    """One line of JSON without its newline. `doc` stands at the top too, for scoring tools."""
    fields = msgspec.to_builtins(sheet)
    return _encoder.encode({"doc": sheet.document.doc, **fields})


def decode_sheet(line: bytes) -> Sheet:
    """The sheet of a JSON line.

    Raises:
        DataError: the line is no sheet; the message says where it differs.
    """
    try:
        return _decoder.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise DataError(f"not a sheet: {error}") from error
