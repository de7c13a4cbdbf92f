"""Accounts, tokens, restrictions and names on the command line, which is the only place to make the first account."""

from __future__ import annotations

import json
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from counterclaim.cli.main import cli
from counterclaim.core.claims import Casualty
from counterclaim.core.errors import CounterclaimError
from counterclaim.store import Store
from counterclaim.store.people import find_credentials
from counterclaim.store.tokens import find_token
from tests.web.sheets import build_sheet

HOWTO = Path(__file__).parents[2] / "docs" / "howto" / "public-site.md"
PASSWORD = "a long enough password"  # noqa: S105  of no real account


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "s.db"
    claim = Casualty(start=0, end=0, quote="", harm="killed", min=3, max=3)
    with Store.open(path) as store:
        store.write_sheet(
            build_sheet(
                "a.txt",
                [("article", 0, "Lina Saad saw 3 dead.")],
                [("3 dead", claim)],
                outlet="Harbour Wire",
            )
        )
    return path


def run(path: Path, *arguments: str, given: str = "") -> Result:
    return CliRunner().invoke(cli, [*arguments, "--store", str(path)], input=given, catch_exceptions=True)


def refusal(path: Path, *arguments: str, given: str = "") -> str:
    done = run(path, *arguments, given=given)
    assert isinstance(done.exception, CounterclaimError), done.output
    return str(done.exception)


def test_accounts_are_made_changed_and_listed(path: Path) -> None:
    for arguments, given in (
        (("account", "add", "ada", "--role", "admin"), f"{PASSWORD}\n"),
        (("account", "add", "rana", "--role", "reader"), f"{PASSWORD}\n"),
        (("account", "role", "rana", "coder"), ""),
        (("account", "password", "rana"), "another long password\n"),
        (("account", "disable", "rana"), ""),
    ):
        assert run(path, *arguments, given=given).exit_code == 0
    listed = [
        json.loads(line) for line in run(path, "account", "list", "--format", "jsonl").stdout.splitlines()
    ]
    assert [(one["name"], one["role"], one["disabled_at"] is None) for one in listed] == [
        ("ada", "admin", True),
        ("rana", "coder", False),
    ]
    assert "hash" not in str(listed)
    assert run(path, "account", "disable", "rana", "--undo").exit_code == 0
    assert "rana" in run(path, "account", "list", "--format", "table").stdout
    with Store.open(path) as store:
        known = find_credentials(store, "rana")
    assert known is not None
    assert not known.disabled
    assert known.password_hash.startswith("$argon2id$")


def test_no_password_is_the_default(path: Path) -> None:
    assert "12 characters" in refusal(path, "account", "add", "ada", "--role", "admin", given="\n")
    assert "12 characters" in refusal(path, "account", "add", "ada", "--role", "admin", given="short\n")
    with Store.open(path) as store:
        assert find_credentials(store, "ada") is None


def test_an_account_for_a_store_that_is_not_there_makes_none(tmp_path: Path) -> None:
    path = tmp_path / "none.db"
    assert "no store" in refusal(path, "account", "add", "ada", "--role", "admin", given=f"{PASSWORD}\n")
    assert not path.exists()


def test_a_token_is_shown_once(path: Path) -> None:
    secret = run(path, "token", "add", "nightly", "--role", "reader").stdout.splitlines()[0]
    assert secret.startswith("cc_")
    with Store.open(path) as store:
        known = find_token(store, secret)
    assert known is not None
    assert known.role == "reader"
    listed = run(path, "token", "list", "--format", "jsonl").stdout
    assert "nightly" in listed
    assert secret not in listed
    assert run(path, "token", "revoke", "nightly").exit_code == 0
    with Store.open(path) as store:
        assert find_token(store, secret) is None
    assert "nightly" in run(path, "token", "list", "--format", "table").stdout
    assert "no token" in refusal(path, "token", "revoke", "nightly")


def test_what_is_restricted_can_be_listed_and_given_free(path: Path) -> None:
    assert "--why" in refusal(path, "restrict", "a.txt")
    assert run(path, "restrict", "a.txt", "--why", "the family asked", "--who", "vera").exit_code == 0
    listed = [json.loads(line) for line in run(path, "restrict", "--format", "jsonl").stdout.splitlines()]
    assert [(one["kind"], one["words"], one["why"], one["who"]) for one in listed] == [
        ("document", "a.txt", "the family asked", "vera")
    ]
    assert "the family asked" in run(path, "restrict", "--format", "table").stdout
    assert run(path, "restrict", "a.txt", "--lift").exit_code == 0


def test_a_name_is_redacted_listed_and_shown_again(path: Path) -> None:
    assert "--as" in refusal(path, "redact", "Lina Saad", "--why", "x")
    done = run(path, "redact", "Lina Saad", "--as", "witness", "--also", "Saad", "--why", "asked for it")
    assert "[person 1]" in done.output
    listed = json.loads(run(path, "redact", "--format", "jsonl").stdout)
    assert (listed["spellings"], listed["role"]) == (["Lina Saad", "Saad"], "witness")
    assert "[person 1]" in run(path, "redact", "--format", "table").stdout
    with Store.open(path, read_only=True, sight="masked") as store:
        assert store.sheet("a.txt").document.text.startswith("[P1]")
    assert run(path, "redact", "saad", "--lift").exit_code == 0


@pytest.mark.parametrize("more", [["--host", "0.0.0.0"], ["--allow-host", "desk.example"], ["--host", "::"]])  # noqa: S104
def test_a_store_without_accounts_is_not_served_to_others(path: Path, more: list[str]) -> None:
    said = refusal(path, "serve", *more)
    assert "no accounts" in said
    assert "counterclaim account add" in said
    assert "--public" in said


@pytest.mark.parametrize(
    ("more", "peopled", "access"),
    [
        ([], False, (True, False)),
        (["--host", "::1"], False, (True, False)),
        (["--host", "0.0.0.0"], True, (False, False)),  # noqa: S104
        (["--host", "0.0.0.0", "--public"], False, (False, True)),  # noqa: S104
        (["--allow-host", "desk.example"], True, (False, False)),
        (["--public"], True, (True, True)),
    ],
)
def test_who_keeps_the_store_depends_on_who_reaches_it(
    path: Path, more: list[str], peopled: bool, access: tuple[bool, bool], monkeypatch: pytest.MonkeyPatch
) -> None:
    import uvicorn

    from counterclaim.web import app

    seen: list[tuple[bool, bool]] = []
    monkeypatch.setattr(app, "create_app", lambda *_, **given: seen.append(given["access"][:2]))
    monkeypatch.setattr(uvicorn, "run", lambda *_, **__: None)
    if peopled:
        run(path, "account", "add", "ada", "--role", "admin", given=f"{PASSWORD}\n")
    assert run(path, "serve", *more).exit_code == 0
    assert seen == [access]


def test_the_commands_of_the_howto_do_what_it_says(path: Path) -> None:
    lines = [line for line in HOWTO.read_text("utf-8").splitlines() if line.startswith("counterclaim re")]
    assert len(lines) == 3
    for line in lines:
        arguments = shlex.split(line, comments=True)[1:]
        at = arguments.index("--store")
        assert run(path, *arguments[:at]).exit_code == 0, line
    with Store.open(path, read_only=True, sight="masked") as store:
        assert store.sheet("a.txt").document.text.startswith("[P1]")
