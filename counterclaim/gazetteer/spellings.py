"""Which of the further names of a GeoNames feature are worth keeping."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from counterclaim.core.patterns import pattern

LONGEST = 60  # characters

# Latin letters after a capital, or Arabic or Cyrillic ones. A name in small Latin letters is a
# machine's transcription of another script ("mdynt hms"), three or four capitals are an airport's code.
_KEPT = pattern(
    r"""(?: ['’‘ʻʼʿʾ`´]? \p{Lu} [\p{Latin}\p{M}\p{N}\ '’‘ʻʼʿʾ`´.,()/-]+
      | [\p{Arabic}\p{M}\ -]+
      | [\p{Cyrillic}\p{M}\ 'ʼ’-]+ )"""
)
_CODE = pattern(r"[A-Z]{2,4}")


def kept_spellings(names: Iterable[str]) -> Iterator[str]:
    """The names in Latin, Arabic or Cyrillic letters that are no codes and no transcriptions.

    >>> list(kept_spellings(["Hims", "QHS", "mdynt hms", "حمص", "霍姆斯", "Homs"]))
    ['Hims', 'حمص', 'Homs']
    """
    for name in names:
        if len(name) <= LONGEST and _KEPT.fullmatch(name) and not _CODE.fullmatch(name):
            yield name
