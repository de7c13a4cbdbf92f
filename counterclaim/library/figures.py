"""Figures that a researcher types, reconciled by a named rule."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

import msgspec
from msgspec.structs import asdict

from counterclaim.claims.groups import status_of
from counterclaim.core.claims import Casualty, FigureQualifier, Harm, Modality, Scope, Status, claim_id
from counterclaim.core.errors import DataError
from counterclaim.core.ids import hash_fields
from counterclaim.core.incidents import FiledClaim
from counterclaim.core.wording import harmed_words, label_words
from counterclaim.export.values import tally_values
from counterclaim.incidents import tallies
from counterclaim.incidents.profiles import DEFAULT_PROFILE, Settings
from counterclaim.incidents.profiles import reconcile as run_profile
from counterclaim.incidents.tallies import tally_words
from counterclaim.inputs.published import parse_published
from counterclaim.library.display import render
from counterclaim.library.results import Results

if TYPE_CHECKING:
    import pandas
    import polars


class Figure(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One speaker's figure. `min` and `max` are its bounds in people, both included; None is no bound.

    "At least 62" is `min=62`; "83" is `min=83, max=83`; "no casualties" is `min=0, max=0`.
    """

    speaker: str | None = None  # None: the outlet in its own voice
    min: int | None = None
    max: int | None = None
    harm: Harm = "killed"
    group: str | None = None  # "Syrian soldiers"
    status: Status | None = None  # without one, as the words of `group` tell: soldiers are combatants
    qualifier: FigureQualifier | None = None  # "about"; without one it follows from the bounds
    scope: Scope = "incident"
    modality: Modality = "asserted"
    perpetrator: str | None = None
    published: str | None = None  # YYYY-MM-DD, YYYY-MM or YYYY
    outlet: str | None = None
    doc: str | None = None  # where it stands; without one each figure is of a document of its own
    quote: str = ""  # the words themselves


class Reconciled(tallies.Reconciled, frozen=True, kw_only=True):
    """What one profile makes of the figures: `tallies` with low, best and high, and the `trace` of every figure."""

    def __repr__(self) -> str:
        lines = [f"  {tally_words(tally)}{_flags(tally)}" for tally in self.tallies]
        return "\n".join([f"Tallies by {self.profile}", *(lines or ["  nothing that this profile counts"])])

    def _repr_html_(self) -> str:
        return render("tallies.html", result=self)

    def to_dicts(self) -> list[dict[str, Any]]:
        """A dictionary for each tally: harm, people, low, best, high, whether it is open, flags, claims."""
        return self._rows().to_dicts()

    def to_pandas(self) -> pandas.DataFrame:
        """The tallies as a data frame; see `Results.to_pandas`."""
        return self._rows().to_pandas()

    def to_polars(self) -> polars.DataFrame:
        """The tallies as a data frame; see `Results.to_polars`."""
        return self._rows().to_polars()

    def _rows(self) -> Results[dict[str, Any]]:
        told: list[dict[str, Any]] = tally_values(self)["tallies"]
        return Results(told, lambda row: row)


def reconcile(
    figures: Iterable[Figure | FiledClaim | Mapping[str, Any]],
    profile: str = DEFAULT_PROFILE,
    settings: Settings | None = None,
) -> Reconciled:
    """Low, best and high of the figures of one incident, by a named rule, each bound with where it comes from.

    >>> told = [
    ...     {"speaker": "Russian military", "min": 62, "max": 62, "group": "soldiers"},
    ...     {"speaker": "Syrian Observatory", "min": 83, "max": 83, "group": "soldiers"},
    ... ]
    >>> reconcile(told)
    Tallies by accounts.v1
      62–83 killed (soldiers)  [disputed]
    >>> [tally] = reconcile(told, profile="ucdp-like").tallies
    >>> tally.low.number, tally.best.number, tally.high.number
    (62, 62, 83)

    Args:
        figures: each a `Figure`, a dictionary with its fields, such as a record of a data frame, or a claim of a sheet
            or store. Their order changes nothing.
        profile: a name that `counterclaim tally --list` lists.
        settings: ratings of speakers and other decisions.

    Raises:
        NotFoundError: there is no such profile.
        DataError: a figure has an unknown field or a value that it cannot have; the message says which.
    """
    filed = [_filed(number, one) for number, one in enumerate(figures, 1)]
    return shown(run_profile(profile, filed, settings))


def shown(result: tallies.Reconciled) -> Reconciled:
    """The result, with its display."""
    return Reconciled(**asdict(result))


def _filed(number: int, told: Figure | FiledClaim | Mapping[str, Any]) -> FiledClaim:
    """The figure as a claim of a document, `number` being its place from 1."""
    if isinstance(told, FiledClaim):
        return told
    figure = told if isinstance(told, Figure) else _parse(number, told)
    _check(number, figure)
    doc = figure.doc or figure.outlet or f"figure {number}"
    document = hash_fields([figure.doc or f"figure {number}", figure.outlet or ""])[:16]
    claim = Casualty(
        start=number,
        end=number,
        quote=figure.quote,
        speakers=(figure.speaker,) if figure.speaker else (),
        explicitness="named" if figure.speaker else "outlet",
        modality=figure.modality,
        harm=figure.harm,
        min=figure.min,
        max=figure.max,
        qualifier=figure.qualifier or _qualifier(figure),
        group=figure.group,
        status=figure.status or status_of(tuple((figure.group or "").lower().split())),
        scope=figure.scope,
        perpetrator=figure.perpetrator,
        maker="typed",
    )
    quote = figure.quote or harmed_words(claim)
    claim = msgspec.structs.replace(claim, quote=quote, id=claim_id(document, claim))
    return FiledClaim(
        document_id=document,
        doc=doc,
        outlet=figure.outlet,
        published=None if figure.published is None else _published(number, figure.published),
        sentence=quote,
        claim=claim,
    )


def _parse(number: int, told: Mapping[str, Any]) -> Figure:
    """The figure of a dictionary; empty cells of a data frame are not stated."""
    try:
        told = {name: _plain(value) for name, value in told.items() if not _is_empty(value)}
        return msgspec.convert(told, Figure)
    except msgspec.ValidationError as error:
        raise DataError(
            f"figure {number}: {error}; its fields are {', '.join(Figure.__struct_fields__)}"
        ) from error


def _is_empty(value: object) -> bool:
    if isinstance(value, float):
        return math.isnan(value)
    return type(value).__name__ in ("NoneType", "NAType", "NaTType")  # the latter two are pandas'


def _plain(value: Any) -> Any:
    """The value without its numpy dress; a column with empty cells has its whole numbers as 62.0."""
    value = value.item() if hasattr(value, "item") else value
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _check(number: int, figure: Figure) -> None:
    for name in ("min", "max"):
        value = getattr(figure, name)
        if value is not None and value < 0:
            raise DataError(f"figure {number}: {name} is {value}; count people from 0")
    if figure.min is not None and figure.max is not None and figure.min > figure.max:
        words = f"min {figure.min} is more than max {figure.max}"
        raise DataError(f"figure {number}: {words}; give the smaller as min")


def _published(number: int, words: str) -> str:
    try:
        return parse_published(words)
    except DataError as error:
        raise DataError(f"figure {number}: {error}") from error


def _qualifier(figure: Figure) -> FigureQualifier:
    match figure.min, figure.max:
        case None, None:
            return "unknown"
        case _, None:
            return "at_least"
        case None, _:
            return "at_most"
        case low, high:
            return "exact" if low == high else "between"


def _flags(tally: tallies.Tally) -> str:
    return f"  [{', '.join(label_words(flag) for flag in tally.flags)}]" if tally.flags else ""
