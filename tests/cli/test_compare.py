from __future__ import annotations

import json
from pathlib import Path

from counterclaim.cli.compare import comparison_lines
from counterclaim.core.incidents import Incident
from counterclaim.incidents.compared import compare_speaker
from tests.cli.conftest import EXAMPLES, Run
from tests.method.telling import figure


def lines_of(incidents: int) -> str:
    told = [
        (
            Incident(code=f"I{n:02d}", title=f"Raid {n}", when="2016-09-10"),
            [
                figure(2 * n, 2 * n, "Karsa Monitor", document=f"m{n}", published="2016-09-11"),
                figure(n, n, "Norland Ministry", document=f"n{n}"),
            ],
        )
        for n in range(1, incidents + 1)
    ]
    return "\n".join(comparison_lines(compare_speaker("Karsa Monitor", told)))


def test_the_comparison_is_printed_with_its_number_and_its_warning() -> None:
    text = lines_of(12)
    assert text.index("A comparison, not accuracy") < text.index("median ×2.00")
    assert "95 % interval ×2.00 to ×2.00 (sign test)" in text
    assert "lower 0, equal 0, higher 12 (n = 12)" in text
    assert "Of 12 ranges it gives the low end 0 times alone" in text
    assert "First figure after the day: median 1 days" in text
    assert "Compared with: Norland Ministry 12." in text


def test_too_few_comparisons_are_only_counted() -> None:
    text = lines_of(9)
    assert "Too few to compare: 9, and fewer than 10 are not shown." in text
    assert "×" not in text


def test_a_speaker_is_compared_by_its_short_name(run: Run, tmp_path: Path) -> None:
    run("read", *sorted(EXAMPLES.glob("*.txt")), "--store", "s.db")
    told = json.loads(run("compare", "SOHR", "--store", "s.db").stdout)
    assert told["speaker"] == "Syrian Observatory for Human Rights"
    assert [(one["figure"], one["others"], one["voices"]) for one in told["compared"]] == [
        (83.0, 62.0, ["Russian military", "US-led coalition"])
    ]
    assert told["overall"]["spread"] is None
    assert "no speaker is called" in run("compare", "Nobody of this name", "--store", "s.db", code=1).stderr
