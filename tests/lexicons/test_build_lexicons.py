from __future__ import annotations

import runpy
from pathlib import Path

from counterclaim.lexicons.actors import all_actors
from counterclaim.lexicons.places import all_places

ROOT = Path(__file__).parents[2]


def test_the_shipped_lexicons_are_what_their_sources_build() -> None:
    build = runpy.run_path(str(ROOT / "resources" / "build_lexicons.py"))["build"]
    shipped = ROOT / "counterclaim" / "lexicons"
    for file_name, text in build().items():
        assert (shipped / file_name).read_text("utf-8") == text, (
            f"run resources/build_lexicons.py: {file_name}"
        )


def test_no_two_listed_parties_have_one_name() -> None:
    names = [actor.name for actor in all_actors()]
    assert sorted(set(names)) == sorted(names)


def test_what_a_party_belongs_to_or_speaks_for_is_known_too() -> None:
    from counterclaim.lexicons.actors import actor_of

    for actor in all_actors():
        for other in (actor.parent, actor.speaks_for):
            assert other is None or actor_of(other) is not None, f"{actor.name}: {other}"


def test_the_lexicons_cover_many_wars() -> None:
    wars = "SY IQ UA YE PS IL LB SD SS ET SO ML BF NE NG CD CF MZ LY AF PK IN MM PH LK CO MX HT AZ GE BA GB PE SV"
    parties = {actor.country for actor in all_actors()}
    places = {place.country for place in all_places()}
    assert set(wars.split()) - {"GE"} <= parties
    assert set(wars.split()) <= places
    assert len(all_actors()) >= 450
    assert len(all_places()) >= 900
