"""Bring a store to the newest schema; a fresh file gets its tables the same way."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Engine

from counterclaim.store.schema import HEAD

MIGRATIONS = Path(__file__).parent / "migrations"


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    return config


def known_revisions() -> tuple[str, ...]:
    """Every revision this program can migrate from, newest first."""
    return tuple(script.revision for script in ScriptDirectory.from_config(_config()).walk_revisions())


def migrate(engine: Engine, revision: str = HEAD) -> None:
    """Run the missing migrations up to `revision` in one transaction.

    Two programs that open a fresh store at once wait for each other, and the second finds it done.
    """
    with engine.connect().execution_options(writing=True) as connection, connection.begin():
        config = _config()
        config.attributes["connection"] = connection
        command.upgrade(config, revision)
