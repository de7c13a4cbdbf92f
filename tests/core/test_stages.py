"""Stages run in order, are named on the sheet, and are checked before they run."""

import pytest
from msgspec.structs import replace

from counterclaim.core.errors import PipelineError
from counterclaim.core.issues import Issue
from counterclaim.core.stages import compose, stage
from counterclaim.core.types import Document, Sheet

EMPTY = Sheet(document=Document(id="d", doc="d", text="", sha256="", origin="-"))


def noting(name: str) -> Issue:
    return Issue(code="test.ran", severity="info", maker=name, message="")


@stage("first.v1", reads="document", writes="passages")
def first(sheet: Sheet) -> Sheet:
    return replace(sheet, passages=(), issues=(*sheet.issues, noting("first.v1")))


@stage("second.v2", reads="document passages", writes="counts places")
def second(sheet: Sheet) -> Sheet:
    return replace(sheet, counts=(), places=(), issues=(*sheet.issues, noting("second.v2")))


def test_stages_run_in_order_and_leave_their_names() -> None:
    sheet = compose([first, second])(EMPTY)
    assert sheet.stages == ("first.v1", "second.v2")
    assert [issue.maker for issue in sheet.issues] == ["first.v1", "second.v2"]


def test_a_second_run_adds_the_names_again_and_keeps_the_first() -> None:
    run = compose([first])
    assert run(run(EMPTY)).stages == ("first.v1", "first.v1")


def test_no_stages_leave_the_sheet_as_it_is() -> None:
    assert compose([])(EMPTY) == EMPTY


def test_a_stage_says_which_layers_it_reads_and_writes() -> None:
    assert (second.name, second.reads, second.writes) == (
        "second.v2",
        ("document", "passages"),
        ("counts", "places"),
    )


def test_a_stage_can_be_called_alone() -> None:
    assert first(EMPTY).passages == ()
    assert first(EMPTY).stages == ()


def test_a_stage_before_what_it_reads_is_refused_by_name_and_layer() -> None:
    with pytest.raises(PipelineError, match=r"second\.v2 reads passages"):
        compose([second, first])


def test_a_stage_that_stands_twice_is_refused() -> None:
    with pytest.raises(PipelineError, match=r"first\.v1 stands twice"):
        compose([first, first])


def test_a_stage_that_reads_only_the_document_needs_nothing_before_it() -> None:
    assert compose(iter([first]))(EMPTY).passages == ()
