"""`counterclaim read --llm` as a user runs it; without the option nothing is sent."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.command import run_command
from tests.llm.conftest import KEY, Reply, Server, claims, said

WIRE = "Shells hit the market in Dorel on Monday, killing at least 12 people, the health ministry said.\n"
# Ends the process with code 99 where it connects to, or looks up, any host.
NO_NETWORK = """
import os, sys
sys.addaudithook(lambda event, _: os._exit(99) if event in ("socket.connect", "socket.getaddrinfo") else None)
from counterclaim.cli.main import main
try:
    main()
finally:
    assert not {"httpx2", "counterclaim.llm.client"} & sys.modules.keys()
"""
Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def run(tmp_path: Path, server: Server) -> Run:
    """Run the command in a folder with a page and settings that name the server of the test."""
    settings = tmp_path / "settings.toml"
    tables = f'[llm.toy]\nbase_url = "{server.url}"\nmodel = "toy-1"\nkey_env = "TOY_KEY"\n'
    settings.write_text(tables, "utf-8")
    (tmp_path / "wire.txt").write_text(WIRE, "utf-8")
    settled = {
        "COUNTERCLAIM_SETTINGS": str(settings),
        "XDG_CACHE_HOME": str(tmp_path / "cache"),
        "TOY_KEY": KEY,
    }

    def command(
        *arguments: str, code: int = 0, script: str | None = None
    ) -> subprocess.CompletedProcess[str]:
        if script is None:
            return run_command(tmp_path, *arguments, code=code, env=settled)
        done = subprocess.run(
            [sys.executable, "-c", script, *arguments],
            capture_output=True,
            encoding="utf-8",
            cwd=tmp_path,
            env=os.environ | settled,
            timeout=120,
        )
        assert done.returncode == code, done.stderr
        return done

    return command


def test_the_models_claims_are_in_the_sheet_and_the_store_says_who_made_them(
    run: Run, server: Server, tmp_path: Path
) -> None:
    server.replies = [claims(said("event", "Shells hit", event_type="siege"), said("event", "Shells flew"))]
    sheet = json.loads(run("read", "wire.txt", "--llm", "toy", "--store", "s.db").stdout)
    assert [c["quote"] for c in sheet["claims"] if c["maker"] == "llm.toy/toy-1"] == ["Shells hit"]
    assert any(c["type"] == "casualty" and c["min"] == 12 for c in sheet["claims"])
    found = run("query", "SELECT maker FROM claims WHERE maker LIKE 'llm.%'", "--store", "s.db").stdout
    assert "llm.toy/toy-1" in found
    issues = run("issues", "--store", "s.db").stdout
    assert "llm.quote_not_found" in issues
    assert "claims_llm.v1:toy/toy-1" in issues
    for kept in [path for path in tmp_path.rglob("*") if path.is_file()]:
        assert KEY.encode() not in kept.read_bytes(), kept


@pytest.mark.parametrize(
    "reply", [Reply(f'{{"error": "no {KEY}"}}'.encode(), 401), claims(said("event", KEY))]
)
def test_the_key_is_shown_nowhere(run: Run, server: Server, tmp_path: Path, reply: Reply) -> None:
    server.replies = [reply]
    done = run("read", "wire.txt", "--llm", "toy", "--store", "s.db")
    assert server.headers[0]["authorization"] == f"Bearer {KEY}"
    assert KEY not in done.stdout + done.stderr + run("issues", "--store", "s.db").stdout
    for kept in [path for path in tmp_path.rglob("*") if path.is_file()]:
        assert KEY.encode() not in kept.read_bytes(), kept


def test_a_failing_endpoint_leaves_the_rules_claims_and_a_warning(run: Run, server: Server) -> None:
    server.replies = [Reply(b"<html>login</html>", 403)]
    done = run("read", "wire.txt", "--llm", "toy")
    assert "llm.refused" in done.stderr
    assert any(claim["type"] == "casualty" for claim in json.loads(done.stdout)["claims"])


def test_nothing_is_sent_unless_asked(run: Run, server: Server, tmp_path: Path) -> None:
    run("read", "wire.txt", "--store", "s.db", script=NO_NETWORK)
    assert server.connections == 0
    assert not (tmp_path / "cache").exists()


def test_the_guard_of_the_test_above_sees_a_connection(run: Run, server: Server) -> None:
    run("read", "wire.txt", "--llm", "toy", script=NO_NETWORK, code=99)
    assert server.asked == []


def test_an_unknown_name_lists_the_known_ones_and_the_file(run: Run, server: Server, tmp_path: Path) -> None:
    done = run("read", "wire.txt", "--llm", "tou", "--store", "s.db", code=1)
    assert "known: toy" in done.stderr
    assert str(tmp_path / "settings.toml") in done.stderr
    assert not (tmp_path / "s.db").exists()
    assert server.connections == 0


@pytest.mark.parametrize("package", ["httpx2", "pydantic"])
def test_a_missing_package_is_named_with_the_way_to_install_it(run: Run, package: str) -> None:
    script = f"import sys; sys.modules[{package!r}] = None\nfrom counterclaim.cli.main import main\nmain()"
    done = run("read", "wire.txt", "--llm", "toy", script=script, code=1)
    assert "pip install 'counterclaim[llm]'" in done.stderr
    assert package in done.stderr


def test_reading_without_the_option_needs_none_of_its_packages(run: Run) -> None:
    script = "import sys; sys.modules['httpx2'] = None\nfrom counterclaim.cli.main import main\nmain()"
    assert json.loads(run("read", "wire.txt", script=script).stdout)["claims"]
