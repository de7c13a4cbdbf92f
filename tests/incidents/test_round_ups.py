"""Articles that tell of several attacks, and what keeps each apart."""

from __future__ import annotations

import pytest

from counterclaim.library import read


def incidents_of(*lines: str) -> list[set[str | None]]:
    """The labels of the claims of each line, read by all stages."""
    text = "\n".join(lines)
    sheet = read(text, published="2021-06-16")
    starts = [text.index(line) for line in lines]
    return [
        {
            claim.incident
            for claim in sheet.claims or ()
            if start <= claim.start < start + len(line) and claim.incident is not None
        }
        for start, line in zip(starts, lines, strict=True)
    ]


@pytest.mark.parametrize(
    "lines",
    [
        (
            "Hajjah: Warplanes bombed the market in Mustaba on Monday, killing 19 civilians. At least 30 were injured.",
            "Taiz: Two children were killed and five wounded by shelling of the al-Rawda quarter on Monday.",
        ),
        (
            "In Jolo, a bomb ripped through a cathedral on Sunday, killing 20 people.",
            "In Cotabato City, a grenade thrown into a mosque on Sunday wounded four people.",
            "In Isabela, on the island of Basilan, gunmen shot dead two village guards on Sunday.",
        ),
        (
            "A ferry was hit by shellfire off the coast of Mannar on Tuesday and 14 people were killed.",
            "On the same day an air raid on the village of Padahuthurai killed 15 people.",
        ),
    ],
    ids=["headings", "openings", "same day"],
)
def test_attacks_in_several_towns_are_kept_apart(lines: tuple[str, ...]) -> None:
    found = incidents_of(*lines)
    assert all(len(labels) == 1 for labels in found), found
    assert len(set().union(*found)) == len(lines)


def test_a_place_before_one_paragraph_makes_no_round_up() -> None:
    found = incidents_of(
        "Taiz: Shells hit a market on Monday, killing nine people.",
        "The shelling wounded 30 others, a doctor said.",
    )
    assert found[0] == found[1] != {None}
