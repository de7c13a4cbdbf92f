"""Claims and figures in plain words, the same on the terminal and on the web.

The words add nothing to what was stated: a bound stays open.
"""

from __future__ import annotations

from counterclaim.core.claims import Casualty, Claim, claim_type


def figure_words(low: int | None, high: int | None, qualifier: str = "exact") -> str:
    """A figure with its hedge, as the source worded its bounds.

    >>> figure_words(62, None, "at_least"), figure_words(21, None, "more_than"), figure_words(83, 83)
    ('at least 62', 'more than 20', '83')
    >>> figure_words(35, 35, "about"), figure_words(10, 12, "between"), figure_words(None, None, "unknown")
    ('about 35', '10 to 12', 'number not stated')
    """
    if low is None and high is None:
        return "number not stated"
    if low is None or high is None:
        return _open_words(low, high, qualifier)
    if low != high:
        return f"{low:,} to {high:,}"
    if low == 0:
        return "none"
    return f"about {low:,}" if qualifier == "about" else f"{low:,}"


def _open_words(low: int | None, high: int | None, qualifier: str) -> str:
    if low is not None and qualifier == "more_than":
        return f"more than {low - 1:,}"
    if low is not None and qualifier == "vague":
        return f"{low:,} or more (in words)"
    if low is not None:
        return f"at least {low:,}"
    return f"fewer than {(high or 0) + 1:,}" if qualifier == "fewer_than" else f"at most {high or 0:,}"


def label_words(label: str) -> str:
    """A value of the vocabulary as words: "killed_or_wounded" is "killed or wounded"."""
    return label.replace("_", " ")


def harmed_words(claim: Casualty) -> str:
    """The figure with its harm: "at least 62 killed"."""
    return f"{figure_words(claim.min, claim.max, claim.qualifier)} {label_words(claim.harm)}"


def claim_words(claim: Claim) -> str:
    """The typed reading of a claim in a few words."""
    if isinstance(claim, Casualty):
        group = f" ({claim.group})" if claim.group else ""
        return harmed_words(claim) + group
    for name in ("event_type", "stance", "change", "outcome", "status"):
        value = getattr(claim, name, None)
        if value:
            return f"{claim_type(claim)}: {label_words(str(value))}"
    return claim_type(claim)


def speaker_words(claim: Claim) -> str:
    """Who is credited: "Syrian army, via Russian Ministry of Defence", or the document's own voice."""
    if not claim.speakers:
        return "reported, nobody named" if claim.explicitness == "passive" else "own voice"
    said = " and ".join(claim.speakers)
    return f"{said}, via {', via '.join(claim.via)}" if claim.via else said
