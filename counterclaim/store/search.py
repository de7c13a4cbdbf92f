"""Full-text search over passages, whatever the spelling of letters and accents."""

from __future__ import annotations

from functools import lru_cache

from anyascii import anyascii
from sqlalchemy import Connection, text

from counterclaim.store.rows import FoundPassage

_FIND = text(
    """SELECT d.id, d.doc, COALESCE(a.outlet, d.outlet), p.position, p.start, p."end", p.text
    FROM passage_index
    JOIN passages AS p ON p.id = passage_index.rowid
    JOIN documents AS d ON d.id = p.document_id
    LEFT JOIN articles AS a ON a.document_id = p.document_id AND a.position = p.article
    WHERE passage_index MATCH :words
    ORDER BY passage_index.rank, d.doc, d.id, p.position
    LIMIT :limit"""
)


def fold(words: str) -> str:
    """The words in plain lower-case letters, as the index has them.

    >>> fold("Straße in Dayr az-Zawr, دير الزور"), fold("Харьков’s")
    ('strasse in dayr az-zawr, dyr lzwr', "kharkov's")
    """
    return (words if words.isascii() else "".join(map(_plain, words))).casefold()


@lru_cache(maxsize=20_000)  # letters; more than the scripts of news have
def _plain(letter: str) -> str:
    """The letter in ASCII. A soft sign or glottal stop, "'" in ASCII, would cut its word in two."""
    return anyascii(letter).replace("'", "").replace("`", "") if letter.isalpha() else anyascii(letter)


def match_all(words: str) -> str | None:
    """A full-text query for passages with every one of the words; None where there is no word.

    Nothing in `words` is read as query syntax.

    >>> match_all("air-strike OR 62*"), match_all(" ?! ")
    ('"air-strike" "or" "62*"', None)
    """
    terms = [term for term in fold(words).split() if any(letter.isalnum() for letter in term)]
    return " ".join('"' + term.replace("\x00", " ").replace('"', '""') + '"' for term in terms) or None


def find_passages(connection: Connection, words: str, limit: int) -> list[FoundPassage]:
    """Passages with every one of the words, best match first."""
    query = match_all(words)
    if query is None:
        return []
    return [
        FoundPassage(
            document_id=row[0],
            doc=row[1],
            outlet=row[2],
            passage=row[3],
            start=row[4],
            end=row[5],
            text=row[6],
        )
        for row in connection.execute(_FIND, {"words": query, "limit": limit})
    ]
