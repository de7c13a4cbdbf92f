"""Displays for notebooks: everything from outside escaped, nothing loaded from anywhere."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from jinja2 import Environment

TEMPLATES = Path(__file__).parent / "templates"


def render(template: str, **names: Any) -> str:
    """The fragment of HTML that a template makes of the names."""
    return _environment().get_template(template).render(**names)


@cache
def _environment() -> Environment:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined  # not before something is shown

    from counterclaim.core.claims import claim_type
    from counterclaim.core.daywords import dated_words
    from counterclaim.core.wording import claim_words, label_words, speaker_words
    from counterclaim.incidents.tallies import tally_words
    from counterclaim.web.reader.cut import Marks, cut_document

    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(
        claim=claim_words,
        dated=dated_words,
        label=label_words,
        speaker=speaker_words,
        tag=claim_type,
        tally=tally_words,
    )
    environment.globals.update(cut=lambda sheet, claims: cut_document(sheet, Marks(claims)))
    return environment
