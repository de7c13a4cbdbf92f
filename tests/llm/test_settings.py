"""The settings file: what it may hold, and what a user is told where it is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from counterclaim.core.errors import DataError
from counterclaim.llm.settings import read_endpoint, settings_path
from tests.llm.conftest import KEY

LOCAL = '[llm.local]\nbase_url = "http://localhost:8080/v1/"\nmodel = "org/toy:7b-q4"\n'


@pytest.fixture
def write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "settings.toml"
    monkeypatch.setenv("COUNTERCLAIM_SETTINGS", str(path))
    return path


def refused(path: Path, text: str, name: str = "local") -> str:
    path.write_text(text, "utf-8")
    with pytest.raises(DataError) as caught:
        read_endpoint(name)
    assert str(path) in str(caught.value)
    return str(caught.value)


def test_an_endpoint_on_this_machine_needs_an_address_and_a_model(write: Path) -> None:
    write.write_text(LOCAL, "utf-8")
    endpoint = read_endpoint("local")
    assert (endpoint.base_url, endpoint.model, endpoint.key) == (
        "http://localhost:8080/v1",
        "org/toy:7b-q4",
        "",
    )


def test_the_key_comes_from_the_variable_that_the_file_names(
    write: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TOY_KEY", f"{KEY}\n")
    write.write_text(LOCAL + 'key_env = "TOY_KEY"\ntimeout_s = 30\nbody = { seed = 7 }\n', "utf-8")
    endpoint = read_endpoint("local")
    assert (endpoint.key, endpoint.timeout_s, endpoint.body) == (KEY, 30.0, {"seed": 7})


def test_a_variable_that_is_not_set_is_named(write: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("TOY_KEY", raising=False)
    assert "TOY_KEY" in refused(write, LOCAL + 'key_env = "TOY_KEY"\n')


def test_a_key_that_is_none_is_not_shown(write: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TOY_KEY", "se cret")
    assert "se cret" not in refused(write, LOCAL + 'key_env = "TOY_KEY"\n')


def test_an_unknown_name_lists_the_known_ones(write: Path) -> None:
    message = refused(write, LOCAL + LOCAL.replace("local]", "big]"), name="bgi")
    assert "big, local" in message
    assert "[llm.bgi]" in message


def test_a_missing_file_is_named_with_what_to_put_into_it(write: Path) -> None:
    with pytest.raises(DataError, match=r"there is no settings file .*settings\.toml.*\[llm\.local\]"):
        read_endpoint("local")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[llm.local\n", "not TOML"),
        ("llm = 3\n", "no table"),
        ("[llm]\nlocal = 3\n", "[llm.local]"),
        ("", "known: none"),
        (LOCAL + 'key = "sk-123456"\n', "unknown field `key`"),
        (LOCAL.replace("model", "modell"), "model"),
        (LOCAL.replace("org/toy:7b-q4", ""), "model is empty"),
        (LOCAL + "timeout_s = 0\n", "timeout_s"),
        (LOCAL + 'body = { messages = "x" }\n', "messages"),
        (LOCAL.replace("http://localhost", "http://192.0.2.7"), "allow_http"),
        (LOCAL.replace("http://localhost", "http://localhost.example.org"), "allow_http"),
        (LOCAL.replace("http://localhost", "ftp://localhost"), "http or https"),
        (LOCAL.replace("http://localhost:8080/v1/", "localhost"), "http or https"),
        (LOCAL.replace("http://localhost:8080", "https://[::1"), "no address"),
        (LOCAL.replace("http://localhost:8080", "https://example.org:99999"), "no address"),
        (LOCAL.replace("http://", "https://ann:hunter22@"), "password"),
    ],
)
def test_a_wrong_value_names_file_table_and_next_step(write: Path, text: str, words: str) -> None:
    message = refused(write, text)
    assert words in message
    assert "hunter22" not in message
    assert "sk-123456" not in message


def test_a_name_with_other_characters_is_refused(write: Path) -> None:
    text = LOCAL.replace("llm.local", 'llm."a b"')
    assert "rename" in refused(write, text, name="a b")


@pytest.mark.parametrize("host", ["127.0.0.1", "[::1]", "localhost", "127.8.8.8"])
def test_this_machine_may_be_asked_without_encryption(write: Path, host: str) -> None:
    write.write_text(LOCAL.replace("localhost", host), "utf-8")
    assert host in read_endpoint("local").base_url


def test_another_machine_may_be_asked_without_encryption_where_the_user_says_so(write: Path) -> None:
    write.write_text(LOCAL.replace("localhost", "192.0.2.7") + "allow_http = true\n", "utf-8")
    assert read_endpoint("local").base_url == "http://192.0.2.7:8080/v1"


def test_the_file_is_looked_for_in_the_users_configuration_folder(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("COUNTERCLAIM_SETTINGS", raising=False)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    assert settings_path() == tmp_path / "counterclaim" / "settings.toml"
    monkeypatch.delenv("XDG_CONFIG_HOME")
    monkeypatch.setenv("HOME", str(tmp_path))
    assert settings_path() == tmp_path / ".config" / "counterclaim" / "settings.toml"


def test_a_folder_in_its_place_is_named(write: Path) -> None:
    write.mkdir()
    with pytest.raises(DataError, match="check that it is a file you may read"):
        read_endpoint("local")
