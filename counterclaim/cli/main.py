"""The command `counterclaim` and what every subcommand shares."""

from __future__ import annotations

import sys
from collections.abc import Callable
from importlib import import_module
from keyword import iskeyword

import click

from counterclaim import __version__
from counterclaim.core.errors import CounterclaimError

# Subcommand to what it does: its module counterclaim.cli.NAME (import_ for a word of Python) is imported when it is called, so that --help stays fast.
COMMANDS = {
    "read": "Read files, folders, globs or - and print what they claim.",
    "import": "Import UCDP GED, ACLED, or a coder's table of claims.",
    "fetch": "Fetch pages by their addresses and keep their bytes.",
    "incidents": "List the incidents of a store, those with most accounts first.",
    "show": "Show an incident: who says what, sentence by sentence.",
    "tally": "Reconcile figures by a named rule.",
    "compare": "Compare a speaker's figures with those of independent others.",
    "lines": "Show who is said to control places, or what became of agreements.",
    "export": "Write incidents and claims in the formats of the field.",
    "rule": "Merge or split incidents, undo that, list all rulings.",
    "restrict": "Keep claims, documents or outlets from the public.",
    "redact": "Withhold names of victims, witnesses and others.",
    "audit": "List every decision of a person, and check that the chain of them is whole.",
    "query": "Run one SELECT over the store.",
    "dates": "Read a time phrase as an article of a given day means it.",
    "places": "Look up where places lie, and import a larger gazetteer.",
    "issues": "List the issues of a store.",
    "check": "Check that every quote stands in its document and no row is lost.",
    "serve": "Serve the pages of a store until interrupted.",
    "account": "Give people accounts for the web pages.",
    "token": "Give programs tokens for the HTTP API.",
}


class LazyGroup(click.Group):
    """Finds a subcommand's module when it is needed."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in COMMANDS:
            return None
        module = f"{cmd_name}_" if iskeyword(cmd_name) else cmd_name
        command: click.Command = getattr(import_module(f"counterclaim.cli.{module}"), module)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


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
