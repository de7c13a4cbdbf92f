"""“It” is the ministry, brigade or council of the sentences before, also one that no lexicon names."""

from __future__ import annotations

import pytest

from counterclaim.core.claims import Casualty
from tests.claims.conftest import sheet_of


@pytest.mark.parametrize(
    ("before", "speaker"),
    [
        ("The defence ministry denied that troops had opened fire.", "defence ministry"),
        ("The provincial health directorate said the clinic was full.", "provincial health directorate"),
        ("The town council said the bridge was closed.", "town council"),
    ],
)
def test_it_is_the_body_that_spoke_before(before: str, speaker: str) -> None:
    claims = sheet_of(before, "It put the number of wounded at 14.").claims or ()
    (figure,) = [claim for claim in claims if isinstance(claim, Casualty)]
    assert (figure.min, figure.harm, figure.speakers) == (14, "wounded", (speaker,))


def test_it_is_not_the_nurse_who_spoke_last() -> None:
    claims = (
        sheet_of(
            "The town council said the bridge was closed.",
            "A nurse said the clinic was full.",
            "It put the number of wounded at 14.",
        ).claims
        or ()
    )
    (figure,) = [claim for claim in claims if isinstance(claim, Casualty)]
    assert figure.speakers == ("town council",)
