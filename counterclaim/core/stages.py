"""Stages: functions from sheet to sheet that fill one layer and have a versioned name."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from msgspec.structs import replace

from counterclaim.core.errors import PipelineError
from counterclaim.core.types import Sheet


@dataclass(frozen=True)
class Stage:
    """A named step. `reads` and `writes` are layer names of `Sheet`."""

    name: str
    run: Callable[[Sheet], Sheet]
    reads: tuple[str, ...]
    writes: tuple[str, ...]

    def __call__(self, sheet: Sheet) -> Sheet:
        return self.run(sheet)


def stage(name: str, *, reads: str = "", writes: str) -> Callable[[Callable[[Sheet], Sheet]], Stage]:
    """Make a function a stage; `reads` and `writes` list layers separated by blanks."""

    def wrap(run: Callable[[Sheet], Sheet]) -> Stage:
        return Stage(name, run, tuple(reads.split()), tuple(writes.split()))

    return wrap


def compose(stages: Iterable[Stage]) -> Callable[[Sheet], Sheet]:
    """One function that runs the stages in order and notes their names on the sheet.

    Raises:
        PipelineError: a stage reads a layer that no earlier stage writes, or a name comes twice.
    """
    ordered = tuple(stages)
    written = {"document"}
    names: set[str] = set()
    for step in ordered:
        missing = [layer for layer in step.reads if layer not in written]
        if missing:
            raise PipelineError(f"{step.name} reads {', '.join(missing)}, which no earlier stage writes")
        if step.name in names:
            raise PipelineError(f"{step.name} stands twice in the pipeline")
        names.add(step.name)
        written.update(step.writes)

    def run(sheet: Sheet) -> Sheet:
        for step in ordered:
            sheet = step(sheet)
            sheet = replace(sheet, stages=(*sheet.stages, step.name))
        return sheet

    return run
