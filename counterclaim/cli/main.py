"""The command `counterclaim` and what every subcommand shares."""

from __future__ import annotations

import sys
from collections.abc import Callable
from importlib import import_module

import click

from counterclaim import __version__
from counterclaim.core.errors import CounterclaimError

# Subcommand to module and function: imported when called, so that --help stays fast.
COMMANDS = {
    "read": ("counterclaim.cli.read", "read"),
    "fetch": ("counterclaim.cli.fetch", "fetch"),
    "incidents": ("counterclaim.cli.incidents", "incidents"),
    "show": ("counterclaim.cli.show", "show"),
    "tally": ("counterclaim.cli.tally", "tally"),
    "lines": ("counterclaim.cli.lines", "lines"),
    "export": ("counterclaim.cli.export", "export"),
    "rule": ("counterclaim.cli.rule", "rule"),
    "query": ("counterclaim.cli.query", "query"),
    "dates": ("counterclaim.cli.dates", "dates"),
    "places": ("counterclaim.cli.places", "places"),
    "issues": ("counterclaim.cli.issues", "issues"),
    "check": ("counterclaim.cli.check", "check"),
    "serve": ("counterclaim.cli.serve", "serve"),
}


class LazyGroup(click.Group):
    """Finds a subcommand's module when it is needed."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in COMMANDS:
            return None
        module, name = COMMANDS[cmd_name]
        command: click.Command = getattr(import_module(module), name)
        return command


@click.command(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, package_name="counterclaim")
def cli() -> None:
    """Read conflict reporting and keep who claims what."""


def main(run: Callable[[], object] = cli) -> None:
    """Run the command; errors of ours become one line and exit code 1."""
    try:
        run()
    except CounterclaimError as error:
        click.echo(f"counterclaim: {error}", err=True)
        sys.exit(1)
    except BrokenPipeError:  # the reader of our output left, as `head` does
        sys.stderr.close()
        sys.exit(0)
