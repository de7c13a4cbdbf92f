"""Bytes to readings: tells what they are and hands them to the reader of that kind."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import BinaryIO

from counterclaim.inputs.given import Given
from counterclaim.inputs.kinds import HEAD, Kind, tell_kind
from counterclaim.inputs.plain import read_plain
from counterclaim.inputs.readings import Reading, refuse

_STREAMED = frozenset({"jsonl", "csv", "warc", "zip", "gzip", "parquet", "mbox"})
_SEEKING = frozenset({"zip", "parquet"})


def read_contents(
    data: bytes, *, doc: str, origin: str, given: Given, kind: str | None = None
) -> Iterator[Reading]:
    """The readings of bytes in memory; `kind` where the caller knows it already."""
    yield from read_stream(BytesIO(data), data[:HEAD], doc=doc, origin=origin, given=given, kind=kind)


def read_stream(
    stream: BinaryIO, head: bytes, *, doc: str, origin: str, given: Given, kind: str | None = None
) -> Iterator[Reading]:
    """The readings of a stream that begins with `head`, which is still to be read from it.

    Tables, archives and web archives of any size are read piece by piece; zip and Parquet files need a
    stream that can seek. Readers of other kinds than text are imported when a file asks for one.
    """
    kind = kind or tell_kind(head)
    if kind in _STREAMED:
        yield from _read_many(kind, stream, head, doc, origin, given)
        return
    data = stream.read(given.limits.file_bytes + 1)
    if kind == "plain":
        yield read_plain(data, doc=doc, origin=origin, given=given)
    elif kind == "json":
        from counterclaim.inputs.tables import read_json

        yield from read_json(data, origin=origin, stem=doc, given=given)
    elif kind == "mail":
        from counterclaim.inputs.mail import read_mail

        yield from read_mail(data, doc=doc, origin=origin, given=given, read_contents=read_contents)
    elif kind == "xlsx":
        from counterclaim.inputs.workbooks import read_workbook

        yield from read_workbook(data, doc=doc, origin=origin, given=given)
    elif kind == "xml":
        yield refuse(origin, "input.xml", "is XML but no feed or page; save its text and read that")
    else:
        from counterclaim.inputs.converted import read_converted

        yield from read_converted(kind, data, doc=doc, origin=origin, given=given)


def needs_seek(kind: Kind) -> bool:
    """Whether a file of the kind is read from its end."""
    return kind in _SEEKING


def _read_many(
    kind: str, stream: BinaryIO, head: bytes, doc: str, origin: str, given: Given
) -> Iterator[Reading]:
    """The readings of a file that holds many documents."""
    from counterclaim.inputs import archives, mbox, tables, warc

    def read_web_archive(inner: BinaryIO, *, doc: str, origin: str, given: Given) -> Iterator[Reading]:
        return warc.read_warc(inner, doc=doc, origin=origin, given=given, read_contents=read_contents)

    if kind == "jsonl":
        yield from tables.read_json_lines(stream, origin=origin, stem=doc, given=given)
    elif kind == "csv":
        yield from tables.read_csv(stream, head, origin=origin, stem=doc, given=given)
    elif kind == "mbox":
        yield from mbox.read_mbox(stream, doc=doc, origin=origin, given=given, read_contents=read_contents)
    elif kind == "parquet":
        yield from tables.read_parquet(stream, origin=origin, stem=doc, given=given)
    elif kind == "zip":
        yield from archives.read_zip(
            stream,
            doc=doc,
            origin=origin,
            given=given,
            read_contents=read_contents,
            read_warc=read_web_archive,
        )
    elif kind == "warc" or archives.is_packed_warc(head):
        yield from read_web_archive(stream, doc=doc, origin=origin, given=given)
    else:
        yield from archives.read_gzip(
            stream, doc=doc, origin=origin, given=given, read_contents=read_contents
        )
