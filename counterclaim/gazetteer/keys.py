"""Two numbers for a name: one that all its spellings share, and one for how it is spelt."""

from __future__ import annotations

from zlib import crc32

from anyascii import anyascii

from counterclaim.lexicons.skeletons import skeleton_of

SPELLING_BITS = 15  # of a spelling's number; the bit above says that it is the place's own name
MAIN = 1 << SPELLING_BITS


def key_number(name: str) -> int:
    """32 bits that are equal for the spellings of one name, and seldom for others.

    >>> key_number("Dayr az Zawr") == key_number("Deir ez-Zor")
    True
    """
    return crc32(skeleton_of(name).encode())


def spelling_number(name: str) -> int:
    """15 bits that are equal for one spelling, whatever its case, accents, blanks and hyphens.

    >>> spelling_number("Al-Qāmishlī") == spelling_number("Al Qamishli")
    True
    """
    letters = "".join(filter(str.isalnum, anyascii(name).lower()))
    return crc32(letters.encode()) & (MAIN - 1)
