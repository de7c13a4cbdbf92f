"""`counterclaim export` as a user runs it: one file, a folder, filters, refusals, the same bytes twice."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from msgspec.structs import replace

from counterclaim.cli.export import FORMAT_NAMES
from counterclaim.cli.main import cli
from counterclaim.core.claims import claim_id
from counterclaim.core.ids import hash_bytes
from counterclaim.core.incidents import FiledClaim, Incident
from counterclaim.core.spans import Span, quote_of
from counterclaim.core.types import Article, Document, Passage, Segment, Sheet
from counterclaim.export import FORMATS
from counterclaim.store import Store
from tests.export.telling import DAY, event, toll

TEXT = "Shells fell on Hadira. " * 50
DEAD = {"group": "civilians", "status": "civilian"}


def sheet(doc: str, text: str, *told: FiledClaim) -> Sheet:
    """A sheet of one sentence with these claims."""
    span = Span(0, len(text))
    quote = quote_of(text, span)
    document = Document(
        id=hash_bytes(text.encode())[:16],
        doc=doc,
        text=text,
        sha256=hash_bytes(text.encode()),
        origin=f"pages/{doc}",
        outlet="Coast Monitor",
        title="=SUM(A1)",
        published="2016-09-18",
    )
    claims = [replace(one.claim, quote=text[one.claim.start : one.claim.end]) for one in told]
    return Sheet(
        document=document,
        segments=(Segment(kind="article", span=span, article=0),),
        articles=(Article(span=span, published="2016-09-18", published_basis="given"),),
        passages=(
            Passage(
                span=span, exact=quote.exact, prefix=quote.prefix, suffix=quote.suffix, article=0, segment=0
            ),
        ),
        claims=tuple(replace(claim, id=claim_id(document.id, claim)) for claim in claims),
        stages=("claims.v1",),
    )


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two incidents: one that can be written in every layout, and one whose year nobody states."""
    path = tmp_path_factory.mktemp("export") / "record.db"
    first = sheet(
        "a.txt", TEXT, toll(5, 5, "Local council", **DEAD), event("shelling", "ISIS", "Local council")
    )
    second = sheet("b.txt", TEXT + "Again.", toll(7, None, "medics", when="XXXX-05-14", **DEAD))
    with Store.open(path) as opened:
        opened.write_sheet(first)
        opened.write_sheet(second)
        opened.write_incidents(
            [
                Incident(
                    code=code,
                    title=f"Shelling, Hadira, {when}",
                    kind="shelling",
                    place="Hadira",
                    when=when,
                    claims=tuple(claim.id for claim in of.claims or ()),
                )
                for code, of, when in (("CC-A", first, DAY), ("CC-B", second, "XXXX-05-14"))
            ]
        )
    return path


def run(*arguments: str | Path, code: int = 0) -> Result:
    done = CliRunner().invoke(cli, ["export", *map(str, arguments)])
    assert done.exit_code == code, done.output
    return done


def table(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_one_format_is_printed_and_what_was_refused_is_said_apart(store: Path) -> None:
    done = run("ged", "--store", store)
    assert done.stdout.startswith("id,relid,year,")
    assert done.stdout_bytes.count(b"\r\n") == 2
    assert "ged_like.csv: 1 refused: no_year" in done.stderr


def test_a_file_gets_the_list_of_refused_rows_beside_it(store: Path, tmp_path: Path) -> None:
    run("acled", "--store", store, "--out", tmp_path / "events.csv")
    assert [row["country"] for row in table(tmp_path / "events.csv")] == ["Syria"]
    assert [row["reason"] for row in table(tmp_path / "events.refused.csv")] == ["no_year"]


def test_a_folder_gets_every_file_with_a_package_that_describes_them(store: Path, tmp_path: Path) -> None:
    run("all", "--store", store, "--out", tmp_path / "out")
    package = json.loads((tmp_path / "out" / "datapackage.json").read_text("utf-8"))
    written = {path.name for path in (tmp_path / "out").iterdir()}
    assert written == {resource["path"] for resource in package["resources"]} | {"datapackage.json"}
    assert [one["format"] for one in package["counterclaim"]["formats"]] == FORMAT_NAMES


def test_the_same_store_gives_the_same_bytes(store: Path, tmp_path: Path) -> None:
    for name in ("one", "two"):
        run("all", "--store", store, "--out", tmp_path / name)
    first, second = (
        {path.name: path.read_bytes() for path in (tmp_path / name).iterdir()} for name in ("one", "two")
    )
    assert first == second


@pytest.mark.parametrize(
    ("filters", "codes"),
    [
        ((), ["CC-A", "CC-B"]),
        (("--speaker", "medics"), ["CC-B"]),
        (("--country", "SYR", "--kind", "shelling"), ["CC-A", "CC-B"]),
        (("--country", "Iraq"), []),
        (("--kind", "air_strike"), []),
        (("--since", "2016-09-17", "--until", "2016-09-17"), ["CC-A"]),
        (("--since", "2016-09-18"), []),
        (("--code", "CC-B", "--code", "CC-A"), ["CC-A", "CC-B"]),
    ],
)
def test_filters_leave_the_incidents_that_meet_them_all(
    store: Path, tmp_path: Path, filters: tuple[str, ...], codes: list[str]
) -> None:
    run("incidents", "--store", store, "--out", tmp_path / "out", *filters)
    assert [row["code"] for row in table(tmp_path / "out" / "incidents.csv")] == codes
    package = json.loads((tmp_path / "out" / "datapackage.json").read_text("utf-8"))
    assert bool(package["counterclaim"]["filters"]) == bool(filters)


def test_claims_that_a_person_rejected_are_left_out_and_accepted_ones_marked(
    store: Path, tmp_path: Path
) -> None:
    copy = tmp_path / "copy.db"
    copy.write_bytes(store.read_bytes())
    with Store.open(copy) as opened:
        accepted, *_, rejected = [one.claim.id for one in opened.claims()]
        opened.rule(accepted, "accept", who="A. Coder", why="read it")
        opened.rule(rejected, "reject", who="A. Coder", why="another town")
    run("claims", "--store", copy, "--out", tmp_path / "claims.csv")
    rows = table(tmp_path / "claims.csv")
    assert rejected not in {row["claim_id"] for row in rows}
    assert [row["accepted"] for row in rows if row["claim_id"] == accepted] == ["yes"]


def test_an_annotation_quotes_the_stored_text(store: Path) -> None:
    page = json.loads(run("annotations", "--store", store).stdout)
    quotes = [each["target"]["selector"][1]["exact"] for each in page["items"]]
    assert quotes[0] == TEXT[:9]


def test_a_title_that_looks_like_a_formula_is_guarded_in_every_table(store: Path) -> None:
    assert "'=SUM(A1)" in run("claims", "--store", store).stdout
    assert ",=SUM" not in run("claims", "--store", store).stdout


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("timemap",), "name a folder with --out"),
        (("ged", "--profile", "ibc-like"), "leave --profile out"),
    ],
)
def test_what_cannot_be_done_is_said_with_the_next_step(
    store: Path, arguments: tuple[str, ...], words: str
) -> None:
    done = CliRunner().invoke(cli, ["export", *arguments, "--store", str(store)])
    assert words in str(done.exception)


def test_without_a_format_it_says_how_to_list_them(store: Path) -> None:
    assert "--list" in run("--store", store, code=2).output


def test_the_list_names_every_format() -> None:
    listed = run("--list").stdout
    assert list(FORMATS) == FORMAT_NAMES
    assert all(f"{name} " in listed for name in FORMATS)
