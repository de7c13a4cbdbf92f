"""The process that converts files others wrote: `python -m counterclaim.inputs.convert.worker`.

Requests and answers stand on standard input and output, each as its length (8 bytes) and MessagePack.
The process has a limit on memory; its parent kills it when a file takes too long.
"""

from __future__ import annotations

import os
import sys
import warnings

import msgspec

from counterclaim.core.messages import read_message, write_message
from counterclaim.inputs.convert.pages import ConvertError, Page
from counterclaim.inputs.limits import Limits


class Request(msgspec.Struct, frozen=True):
    kind: str
    data: bytes
    limits: Limits
    charset: str | None = None
    address: str | None = None


class Answer(msgspec.Struct, frozen=True):
    """Pages, or the code and message of what stood against it."""

    pages: tuple[Page, ...] = ()
    code: str | None = None
    message: str = ""


def convert(request: Request) -> Answer:
    """The pages of a file, whatever its bytes do to the libraries that read it."""
    try:
        return Answer(tuple(_pages(request)))
    except ConvertError as error:
        return Answer(code=error.code, message=str(error))
    except MemoryError:
        raise
    except Exception as error:  # a library's fault, which must not stop the next file
        told = f"{type(error).__name__}: {error}"[:300]
        message = (
            f"cannot be read as {request.kind} ({told}); get a fresh copy, or save its text and read that"
        )
        return Answer(code="input.convert", message=message)


def _pages(request: Request) -> list[Page]:
    """Converters are imported when a file asks for one: each takes a part of a second."""
    if request.kind == "html":
        from counterclaim.inputs.convert.html import convert_html

        return [convert_html(request.data, request.limits, request.charset, request.address)]
    if request.kind == "pdf":
        from counterclaim.inputs.convert.pdf import convert_pdf

        return [convert_pdf(request.data, request.limits)]
    if request.kind == "docx":
        from counterclaim.inputs.convert.docx import convert_docx

        return [convert_docx(request.data, request.limits)]
    if request.kind == "xlsx":
        from counterclaim.inputs.convert.xlsx import convert_xlsx

        return convert_xlsx(request.data, request.limits)
    from counterclaim.inputs.convert.feeds import convert_feed

    return convert_feed(request.data, request.limits)


def main() -> None:
    warnings.simplefilter("ignore")
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # what a library prints is no answer
    _limit_memory(int(sys.argv[1]))
    while (data := read_message(sys.stdin.buffer)) is not None:
        answer = convert(msgspec.msgpack.decode(data, type=Request))
        write_message(answers, msgspec.msgpack.encode(answer))


def _limit_memory(mib: int) -> None:
    try:
        import resource
    except ImportError:  # Windows has no such limit
        return
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    wanted = mib << 20
    resource.setrlimit(resource.RLIMIT_AS, (wanted if hard < 0 else min(wanted, hard), hard))


if __name__ == "__main__":
    main()
