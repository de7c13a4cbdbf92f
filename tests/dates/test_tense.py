"""On which side of the publication day a sentence puts its time."""

import pytest

from counterclaim.core.edtf import Tense
from counterclaim.dates.tense import tense_at


@pytest.mark.parametrize(
    ("sentence", "tense"),
    [
        ("The bridge fell on [Monday].", "past"),
        ("Talks will resume on [Monday].", "future"),
        ("The council is due to vote on [Monday].", "future"),
        ("They vowed to march on [Friday].", "future"),
        ("The camp is to be closed on [Friday].", "future"),
        ("On [Friday], the court will hear them.", "future"),
        ("A convoy could leave as early as [Tuesday].", "future"),
        ("The [March 3] deadline passed without a deal.", "future"),
        ("The party won the election in [November].", "past"),
        ("A vote in [November] may end the war.", "future"),
        ("He will be tried. He was caught in [March].", "past"),
        ("They waited until [Monday].", None),
        ("They will wait until [Monday].", "future"),
        ("Jets over the valley, [May 3]", None),
        ("They will look for a way round [Monday’s] ruling.", None),
        ("Officials said on [Monday] the road was cut.", "past"),
    ],
)
def test_the_verb_before_the_time_tells(sentence: str, tense: Tense | None) -> None:
    start, end = sentence.index("["), sentence.index("]") - 1
    assert tense_at(sentence.replace("[", "").replace("]", ""), start, end) == tense
