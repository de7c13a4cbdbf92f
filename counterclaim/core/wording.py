"""Claims, figures and dates in plain words, the same on the terminal and on the web."""

from __future__ import annotations

from counterclaim.core.claims import Casualty, Claim, claim_type
from counterclaim.core.edtf import describe_day

_QUALIFIERS = {"at_least": "at least {}", "at_most": "up to {}", "about": "about {}", "vague": "at least {}"}
_LABELS = {
    "killed_or_wounded": "killed or wounded",
    "air_strike": "air strike",
}


def figure_words(claim: Casualty) -> str:
    """The figure as it was put: "at least 62", "more than 20", "10 to 12", "number not stated".

    >>> figure_words(Casualty(start=0, end=1, quote="", harm="killed", min=21, qualifier="more_than"))
    'more than 20'
    """
    if claim.qualifier == "more_than" and claim.min is not None:
        return f"more than {claim.min - 1:,}"
    if claim.qualifier == "fewer_than" and claim.max is not None:
        return f"fewer than {claim.max + 1:,}"
    if claim.min is not None and claim.max is not None and claim.min != claim.max:
        return f"{claim.min:,} to {claim.max:,}"
    number = claim.min if claim.min is not None else claim.max
    if number is None:
        return "number not stated"
    return _QUALIFIERS.get(claim.qualifier, "{}").format(f"{number:,}")


def label_words(label: str) -> str:
    """A value of the vocabulary as words: "killed_or_wounded" is "killed or wounded"."""
    return _LABELS.get(label, label.replace("_", " "))


def claim_words(claim: Claim) -> str:
    """The typed reading of a claim in a few words."""
    if isinstance(claim, Casualty):
        group = f" ({claim.group})" if claim.group else ""
        return f"{figure_words(claim)} {label_words(claim.harm)}{group}"
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


def date_words(edtf: str | None) -> str:
    """An EDTF date in words, with what is not known.

    >>> date_words("XXXX-09-17"), date_words(None)
    ('17 September (year not stated)', 'day not stated')
    """
    return describe_day(edtf) if edtf else "day not stated"
