"""Players of other sites that a document's text stands for: named and linked, never loaded by themselves."""

from __future__ import annotations

from typing import NamedTuple

from counterclaim.core.patterns import pattern
from counterclaim.web import consent

_TAG = pattern(
    r"""^\s*(?: \[ (?:youtube|yt) (?: \s+ (?: id | v | video )? \s* =? \s* ["']? ) (?P<tag>[A-Za-z0-9_-]{6,20}) \b [^\]]* \]
          | \[ (?:youtube|embed|video)\b [^\]]* \]? \s* (?P<shown>https?://\S+?) \s* (?: \[ / [a-z]+ \] )?
          | (?P<link>(?:https?://|www\.)\S+)
        )\s*$""",
    ignore_case=True,
)
_YOUTUBE = pattern(
    r"""^ (?:https?://)? (?:www\.|m\.)? (?: youtu\.be/ | youtube(?:-nocookie)?\.com/ (?: watch\?(?:[^\s#]*&)?v= | embed/ | shorts/ | live/ ) )
        (?P<id>[A-Za-z0-9_-]{6,20}) (?: [?&\#/\]] .* )? $""",
    ignore_case=True,
)


class Player(NamedTuple):
    """A video elsewhere. `frame` is None where this page may not hold it."""

    name: str
    page: str  # where it can be seen, on its own site
    frame: str | None
    listed: bool  # the operator lists the provider: a visitor who agrees can load it


def player_in(text: str) -> Player | None:
    """The player that an embed of the text stands for; None for anything that is not known to be one.

    >>> player_in("[youtube aB3_dEf-9hI 640 360]").page
    'https://www.youtube.com/watch?v=aB3_dEf-9hI'
    >>> player_in("https://youtu.be.example/aB3_dEf-9hI") is None
    True
    """
    match = _TAG.search(text)
    if match is None:
        return None
    found = match.groupdict()
    video = found["tag"]
    if video is None:
        link = _YOUTUBE.search(found["shown"] or found["link"] or "")
        if link is None:
            return None
        video = link["id"]
    host = consent.player_host("youtube")
    may_frame = host is not None and consent.may_frame("youtube")
    return Player(
        name="YouTube",
        page=f"https://www.youtube.com/watch?v={video}",
        frame=f"https://{host}/embed/{video}" if may_frame else None,
        listed=host is not None,
    )
