"""Passwords as the store keeps them: argon2id hashes, of which none can be turned back."""

from __future__ import annotations

from threading import BoundedSemaphore

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from counterclaim.core.errors import DataError

SHORTEST = 12  # characters; NIST SP 800-63B asks for 8 beside a second factor, which there is none of here
LONGEST = 1_000
_AT_ONCE = 2  # each takes 64 MiB while it runs


class Passwords:
    """Makes and checks hashes. `hasher` holds argon2's parameters: RFC 9106's second choice unless given."""

    def __init__(self, hasher: PasswordHasher | None = None) -> None:
        self._hasher = hasher or PasswordHasher()
        self._turns = BoundedSemaphore(_AT_ONCE)
        self._nobodys: str | None = None

    def make_hash(self, password: str) -> str:
        """The hash to keep.

        Raises:
            DataError: the password is too short or too long.
        """
        if len(password) < SHORTEST:
            raise DataError(f"a password has {SHORTEST} characters at least, this one {len(password)}")
        if len(password) > LONGEST:
            raise DataError(f"a password has {LONGEST} characters at most, this one {len(password)}")
        with self._turns:
            return self._hasher.hash(password)

    def fits(self, kept: str | None, password: str) -> bool:
        """Whether the password is the one of the hash; None fits none, and takes as long to say so."""
        with self._turns:
            if self._nobodys is None:
                self._nobodys = self._hasher.hash("nobody's password")
            try:
                self._hasher.verify(kept or self._nobodys, password[:LONGEST])
            except (VerificationError, InvalidHashError):
                return False
            return kept is not None
