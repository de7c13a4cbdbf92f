"""Odd data that a stage noticed, kept with its place so that nothing vanishes without a trace."""

from __future__ import annotations

from typing import Literal

import msgspec

from counterclaim.core.spans import Span

Severity = Literal["info", "warning", "error"]


class Issue(msgspec.Struct, frozen=True):
    """One oddity. `span` is None where it concerns the whole input."""

    code: str  # dotted, thing first: "input.empty", "date.no_year"
    severity: Severity
    maker: str  # the stage that noticed, with its version
    message: str
    span: Span | None = None
