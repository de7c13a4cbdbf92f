"""What a question to the library gives: a sequence of records, and a table of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Generic, TypeVar, overload

from counterclaim.core.errors import DataError

if TYPE_CHECKING:
    import pandas
    import polars

T = TypeVar("T")
Row = Mapping[str, Any]

_SHOWN = 10  # records in a short display


class Results(Sequence[T], Generic[T]):
    """Records in their order, to loop over, count and index; a slice is `Results` again.

    As a table they have the columns of the export of the same name, and None where nothing is stated.
    """

    def __init__(
        self, records: Iterable[T], row: Callable[[T], Row], words: Callable[[T], str] = repr
    ) -> None:
        self._records = tuple(records)
        self._row = row
        self._words = words

    def __len__(self) -> int:
        return len(self._records)

    @overload
    def __getitem__(self, at: int) -> T: ...
    @overload
    def __getitem__(self, at: slice) -> Results[T]: ...
    def __getitem__(self, at: int | slice) -> T | Results[T]:
        if isinstance(at, slice):
            return Results(self._records[at], self._row, self._words)
        return self._records[at]

    def __iter__(self) -> Iterator[T]:
        return iter(self._records)

    def __repr__(self) -> str:
        shown = [f"  {line}" for one in self._records[:_SHOWN] for line in self._words(one).splitlines()]
        more = [f"  … and {len(self) - _SHOWN:,} more"] if len(self) > _SHOWN else []
        return "\n".join([f"{len(self):,} result{'' if len(self) == 1 else 's'}", *shown, *more])

    def to_dicts(self) -> list[dict[str, Any]]:
        """A dictionary for each record, all with the same keys in the same order."""
        rows = [dict(self._row(one)) for one in self._records]
        names = dict.fromkeys(name for row in rows for name in row)
        return [{name: row.get(name) for name in names} for row in rows]

    def to_pandas(self) -> pandas.DataFrame:
        """A data frame in which whole numbers stay whole and what is not stated is `pandas.NA`.

        Raises:
            DataError: pandas is not installed.
        """
        try:
            import pandas
        except ImportError as error:
            raise DataError("to_pandas needs pandas: pip install 'counterclaim[pandas]'") from error
        return pandas.DataFrame(self.to_dicts()).convert_dtypes()

    def to_polars(self) -> polars.DataFrame:
        """A data frame in which what is not stated is null.

        Raises:
            DataError: polars is not installed.
        """
        try:
            import polars
        except ImportError as error:
            raise DataError("to_polars needs polars: pip install 'counterclaim[polars]'") from error
        return polars.DataFrame(self.to_dicts(), infer_schema_length=None)
