"""Texts and files to sheets, as `counterclaim read` reads them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from os import PathLike, fspath

from msgspec.structs import asdict, replace

from counterclaim.core import types
from counterclaim.core.errors import DataError
from counterclaim.core.issues import Issue
from counterclaim.core.types import Document
from counterclaim.core.wording import claim_words, speaker_words
from counterclaim.inputs.contents import read_contents
from counterclaim.inputs.given import Given
from counterclaim.inputs.inputs import read_inputs
from counterclaim.inputs.kinds import HEAD, tell_kind
from counterclaim.inputs.published import parse_published
from counterclaim.inputs.readings import Reading
from counterclaim.library.display import render
from counterclaim.run.local import Done, read_all
from counterclaim.run.pipeline import read_document

Path = str | PathLike[str]

_SHOWN = 12  # claims in a short display
_UNNAMED = "text"  # what messages call a text without a name


class Sheet(types.Sheet, frozen=True, kw_only=True):
    """One document and everything read out of it; in a notebook it shows its text with the claims underlined.

    `claims` are what it says, each with its speakers and span; `issues` what was odd. See the glossary for the
    other layers: `segments`, `articles`, `passages`, `mentions`, `places`, `times`.
    """

    def __repr__(self) -> str:
        claims = self.claims or ()
        shown = [
            f"  {speaker_words(claim)}: {claim_words(claim)} “{claim.quote}”" for claim in claims[:_SHOWN]
        ]
        more = [f"  … and {len(claims) - _SHOWN:,} more"] if len(claims) > _SHOWN else []
        return "\n".join([f"Sheet of {self.document.doc}: {_counted(len(claims))}", *shown, *more])

    def _repr_html_(self) -> str:
        return render("sheet.html", sheet=self, claims=self.claims or ())


def read(
    text: str | bytes,
    *,
    doc: str | None = None,
    outlet: str | None = None,
    published: str | None = None,
) -> Sheet:
    """Everything that one text, or one file's bytes, says and who says it.

    The first call opens the trained reader, which takes a second or two.

    >>> sheet = read("Rebels said 14 soldiers were killed near Dorel.", doc="note", published="2016-09-18")
    >>> sheet
    Sheet of note: 1 claim
      rebels: 14 killed (soldiers) “14 soldiers were killed”
    >>> sheet.claims[0].min, sheet.claims[0].speakers
    (14, ('rebels',))

    Args:
        text: an article or a page; HTML and, as bytes, every other kind that `counterclaim read` takes.
        doc: the name by which you know it; without one, a name is made of its content.
        outlet: who publishes it.
        published: day of publication, YYYY-MM-DD, YYYY-MM or YYYY; without it "on Sunday" has no date.

    Raises:
        DataError: the text is no str or bytes, cannot be read, holds several documents, or `published` is no date.
    """
    document, issues = document_of(text, doc=doc, outlet=outlet, published=published)
    return shown(_with_issues(read_document(document), issues))


def document_of(
    text: str | bytes, *, doc: str | None = None, outlet: str | None = None, published: str | None = None
) -> tuple[Document, tuple[Issue, ...]]:
    """The one document of a text, not yet read for claims, and what was odd about it.

    Raises:
        DataError: as `read` does.
    """
    if not isinstance(text, str | bytes):
        raise DataError(f"a text is str or bytes, not {type(text).__name__}; read_file(path) reads a file")
    data = _encoded(text) if isinstance(text, str) else text
    told = tell_kind(data[:HEAD])
    name = doc or _UNNAMED
    given = Given(
        outlet=outlet,
        published=None if published is None else parse_published(published),
        charset="utf-8" if isinstance(text, str) else None,
    )
    kind = told if isinstance(text, bytes) or told == "html" else "plain"
    document, issues = _only(name, read_contents(data, doc=name, origin=name, given=given, kind=kind))
    if doc is None:
        named = f"text-{document.id[:8]}"
        document = replace(document, doc=named, origin=named)
    return document, issues


def read_file(
    path: Path,
    *,
    outlet: str | None = None,
    published: str | None = None,
    columns: Mapping[str, str] | None = None,
) -> Sheet:
    """The sheet of a file that holds one document.

    Raises:
        DataError: there is no such file, it cannot be read, or it holds several documents.
    """
    given = None if published is None else parse_published(published)
    readings = read_inputs([fspath(path)], outlet=outlet, published=given, columns=columns)
    document, issues = _only(fspath(path), readings)
    return shown(_with_issues(read_document(document), issues))


def read_files(
    *paths: Path,
    outlet: str | None = None,
    published: str | None = None,
    columns: Mapping[str, str] | None = None,
) -> Iterator[Done]:
    """What became of everything in files, folders, globs, archives and tables, one by one as it is read.

    Each `Done` has the `origin`, the `outcome` ("read", "refused" or "remark"), the `sheet`, which is None where
    the input was refused, and `issues`, which say why.

    Args:
        paths: files, folders or globs.
        outlet: who publishes those that do not say so.
        published: day of publication of those that do not say so.
        columns: headings of tables by what they hold: {"text": "body"}.

    Raises:
        DataError: `published` is no date.
    """
    given = None if published is None else parse_published(published)
    found = read_all([fspath(path) for path in paths], outlet=outlet, published=given, columns=columns)
    return map(_shown_done, found)


def shown(sheet: types.Sheet) -> Sheet:
    """The sheet, with its display."""
    return Sheet(**asdict(sheet))


def _shown_done(done: Done) -> Done:
    return Done(done.origin, done.outcome, done.sheet and shown(done.sheet), done.issues)


def _only(name: str, readings: Iterable[Reading]) -> tuple[Document, tuple[Issue, ...]]:
    """The one document of the readings, with all that was odd."""
    told = list(readings)
    issues = tuple(issue for reading in told for issue in reading.issues)
    documents = [reading.document for reading in told if reading.document is not None]
    if len(documents) > 1:
        raise DataError(f"{name} holds {len(documents)} documents; save it as a file and take read_files")
    if not documents:
        raise DataError("; ".join(issue.message for issue in issues) or f"{name}: holds no document")
    return documents[0], issues


def _with_issues(sheet: types.Sheet, issues: tuple[Issue, ...]) -> types.Sheet:
    return replace(sheet, issues=issues + sheet.issues)


def _encoded(text: str) -> bytes:
    try:
        return text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise DataError(
            f"the text is no Unicode at {error.start:,}: half of a surrogate pair; decode its bytes again"
        ) from error


def _counted(claims: int) -> str:
    return f"{claims:,} claim{'' if claims == 1 else 's'}"
