"""The endpoints a user has named: where they are, which model, and which variable holds the key."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import msgspec

from counterclaim.core.errors import DataError
from counterclaim.core.hosts import is_loopback
from counterclaim.core.patterns import pattern

_NAME = pattern(r"[A-Za-z0-9_-]+")
MIN_SECRET = 4  # characters; a shorter key is a dummy, and blotting it out would garble any message


class _Table(msgspec.Struct, forbid_unknown_fields=True, kw_only=True):
    """`[llm.NAME]` as it stands in the file."""

    base_url: str
    model: str
    key_env: str | None = None
    allow_http: bool = False
    timeout_s: float = 120.0
    body: dict[str, Any] = {}


@dataclass(frozen=True)
class Endpoint:
    """One endpoint, ready to be asked. `key` is "" where none is needed."""

    name: str
    base_url: str  # without a slash at its end: "https://api.example.org/v1"
    model: str
    key: str = field(default="", repr=False)
    timeout_s: float = 120.0  # for one request, from start to last byte
    body: Mapping[str, Any] = field(default_factory=dict)  # fields added to every request

    def scrub(self, text: str) -> str:
        """The text without the key, should a server have echoed it."""
        return text.replace(self.key, "[key]") if len(self.key) >= MIN_SECRET else text


def settings_path() -> Path:
    """`COUNTERCLAIM_SETTINGS`, or `counterclaim/settings.toml` in the user's configuration folder."""
    named = os.environ.get("COUNTERCLAIM_SETTINGS")
    if named:
        return Path(named)
    folder = os.environ.get("XDG_CONFIG_HOME")
    return (Path(folder) if folder else Path.home() / ".config") / "counterclaim" / "settings.toml"


def read_endpoint(name: str) -> Endpoint:
    """The endpoint that the settings file calls `name`.

    Raises:
        DataError: there is no such file or table, or a value in it is wrong; the message names the
            file, the table and the next step, and never the key.
    """
    path = settings_path()
    tables = _read_tables(path, name)
    if name not in tables:
        known = ", ".join(sorted(tables)) or "none"
        raise DataError(f"no endpoint {name!r} in {path} (known: {known}); add a table [llm.{name}] there")
    where = f"{path}, [llm.{name}]"
    if _NAME.fullmatch(name) is None:
        raise DataError(f"{where}: a name has letters, digits, - and _ only; rename the table")
    try:
        table = msgspec.convert(tables[name], _Table)
    except msgspec.ValidationError as error:
        raise DataError(f"{where}: {error}; see docs/howto/llm.md for what it may hold") from error
    if not table.model or not table.model.isprintable() or " " in table.model:
        raise DataError(f"{where}: model is empty or has blanks; write the model's name as the server has it")
    if not 0 < table.timeout_s <= 3_600:
        raise DataError(f"{where}: timeout_s is {table.timeout_s}; give seconds, more than 0, at most 3600")
    taken = sorted({"model", "messages", "stream"} & table.body.keys())
    if taken:
        raise DataError(f"{where}: body sets {', '.join(taken)}, which is not its to set; take it out")
    return Endpoint(
        name=name,
        base_url=_checked_url(table, where),
        model=table.model,
        key=_key(table.key_env, where),
        timeout_s=table.timeout_s,
        body=table.body,
    )


def _read_tables(path: Path, name: str) -> dict[str, Any]:
    try:
        settings = tomllib.loads(path.read_text("utf-8"))
    except FileNotFoundError as error:
        raise DataError(
            f"no endpoint {name!r}: there is no settings file {path}; make it with a table [llm.{name}] "
            "that has base_url and model (docs/howto/llm.md)"
        ) from error
    except OSError as error:
        raise DataError(f"{path}: {error.strerror}; check that it is a file you may read") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise DataError(f"{path}: not TOML: {error}; mend the file") from error
    tables = settings.get("llm", {})
    if not isinstance(tables, dict):
        raise DataError(f"{path}: llm is no table; write [llm.{name}]")
    return tables


def _checked_url(table: _Table, where: str) -> str:
    try:
        url = urlsplit(table.base_url)
        host, _ = url.hostname, url.port
    except ValueError as error:
        raise DataError(f"{where}: base_url is no address; write https://HOST/v1") from error
    if url.scheme not in ("http", "https") or not host or url.query or url.fragment:
        raise DataError(f"{where}: base_url is no plain http or https address; write https://HOST/v1")
    if "@" in url.netloc:
        raise DataError(
            f"{where}: base_url holds a password; put it into a variable that key_env names, and take it out"
        )
    if url.scheme == "http" and not (table.allow_http or is_loopback(host)):
        raise DataError(
            f"{where}: base_url would send documents to {host} unencrypted; use https, or set "
            "allow_http = true where the network between is your own"
        )
    return table.base_url.rstrip("/")


def _key(variable: str | None, where: str) -> str:
    if variable is None:
        return ""
    key = os.environ.get(variable, "").strip()
    if not key:
        raise DataError(f"{where}: the environment variable {variable} is not set; set it to the key")
    if not (key.isascii() and key.isprintable() and " " not in key):
        raise DataError(f"{where}: {variable} holds characters that no key has; set it anew")
    return key
