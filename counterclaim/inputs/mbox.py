"""Mailboxes in one file (mbox): each message as an e-mail of its own."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import BinaryIO

from counterclaim.inputs.given import Given
from counterclaim.inputs.limits import Limits, how_to_raise
from counterclaim.inputs.mail import read_mail
from counterclaim.inputs.plain import too_large
from counterclaim.inputs.readings import Reading, refuse

ReadContents = Callable[..., Iterator[Reading]]
_HEADER = re.compile(rb"[!-9;-~]+:")  # RFC 5322, 2.2: printable ASCII without a colon
_QUOTED = re.compile(rb">+From ")


def read_mbox(
    stream: BinaryIO, *, doc: str, origin: str, given: Given, read_contents: ReadContents
) -> Iterator[Reading]:
    """The readings of every message, numbered from 1; one message in memory at a time.

    Read as `read_mail` reads a file of its own, so that a message has one id however it was kept.
    """
    for number, message in enumerate(split_mbox(stream, given.limits), start=1):
        where = f"{origin}#{number}"
        if number > given.limits.members:
            limit = given.limits.members
            what = f"holds more than {limit:,} messages, those after were not read"
            yield refuse(origin, "input.too_large", f"{what}; {how_to_raise('members', 10 * limit)}")
            return
        if len(message) > given.limits.file_bytes:
            yield refuse(where, "input.too_large", too_large(given.limits))
        elif not message.strip():
            yield refuse(where, "input.empty", "is a message without a text")
        else:
            yield from read_mail(
                message, doc=f"{doc}#{number}", origin=where, given=given, read_contents=read_contents
            )


def split_mbox(stream: BinaryIO, limits: Limits) -> Iterator[bytes]:
    r"""The messages of a mailbox; of one over `file_mib` only little more than that.

    A message begins with a line "From …" after a blank line, a header line following it. A line ">From" in a
    message was "From" before it was put in the box.

    >>> from io import BytesIO
    >>> from counterclaim.inputs.limits import DEFAULTS
    >>> box = b"From a Mon\nSubject: x\n\nFrom here on\n>From us\n\nFrom b Tue\nSubject: y\n\nBye\n"
    >>> list(split_mbox(BytesIO(box), DEFAULTS))
    [b'Subject: x\n\nFrom here on\nFrom us\n', b'Subject: y\n\nBye\n']
    """
    most = limits.file_bytes + 1
    held: list[bytes] = []
    size = 0
    blank, begun = True, False
    line = stream.readline(most)
    while line:
        following = stream.readline(most)
        if blank and line.startswith(b"From ") and _HEADER.match(following):
            if begun:
                yield _without_last_blank(held)
            held, size, begun = [], 0, True
        elif size < most:
            held.append(line[1:] if _QUOTED.match(line) else line)
            size += len(line)
        blank = not line.strip()
        line = following
    if begun or held:
        yield _without_last_blank(held)


def _without_last_blank(lines: list[bytes]) -> bytes:
    """The message without the blank line that stands between it and the next."""
    return b"".join(lines[:-1] if lines and not lines[-1].strip() else lines)
