"""Embeds: shortcodes, bare links and what is left of a player or post shown from elsewhere."""

from __future__ import annotations

from counterclaim.core.patterns import pattern
from counterclaim.lexicons.notices import phrases_of

_SHORTCODE = pattern(
    rf"""^(?: \[ /? {phrases_of("shortcodes")} \b [^\]]* \]             # [youtube NdT15 650]
            | \[ /? [a-z][a-z0-9_-]* (?: \s [^\]]* [=0-9_] [^\]]* )? /? \]  # [any-name id="5"]
         ) (?: .* \[ / [a-z][a-z0-9_-]* \] )? $""",
)
_BARE_LINK = pattern(r"^(?: https?:// | www\. ) \S+ $", ignore_case=True)
_START = pattern(rf"^ {phrases_of('embed_starts')}", ignore_case=True)
_LONGEST = 25  # words


def explain_embed(text: str) -> str | None:
    """Why the line is an embed, or None.

    >>> explain_embed("[youtube NdT15Mf_mk0 650]"), explain_embed("[They fled on foot.]")
    ('a shortcode', None)
    """
    if text.startswith("[") and _SHORTCODE.search(text):
        return "a shortcode"
    if text[:1] in "hHwW" and _BARE_LINK.search(text):
        return "a bare link"
    if len(text.split()) <= _LONGEST and _START.search(text):
        return "stands for something shown elsewhere"
    return None
