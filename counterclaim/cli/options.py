"""Options that several subcommands take."""

from __future__ import annotations

import getpass
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from counterclaim.core.errors import DataError
from counterclaim.inputs.limits import Limits, set_limits
from counterclaim.inputs.published import parse_published

DEFAULT_STORE = Path("counterclaim.db")
Function = TypeVar("Function", bound=Callable[..., Any])


def store_option_for(help_words: str) -> Callable[[Function], Function]:
    """`--store FILE`, with what the command does with it."""
    return click.option(
        "--store",
        "store_path",
        type=click.Path(path_type=Path, dir_okay=False),
        default=DEFAULT_STORE,
        show_default=True,
        envvar="COUNTERCLAIM_STORE",
        help=help_words,
    )


store_option = store_option_for("The store to read from.")


def format_option(*formats: str) -> Callable[[Function], Function]:
    """`--format`: the first format on a terminal, "jsonl" when piped."""
    return click.option(
        "--format",
        "output_format",
        type=click.Choice(formats),
        default=None,
        help=f"Default: {formats[0]} on a terminal, jsonl when piped.",
    )


def settings_option(function: Function) -> Function:
    """`--settings FILE`: what reconciling rests on that somebody decided."""
    return click.option(
        "--settings",
        "settings_file",
        type=click.File("rb"),
        help="Ratings of speakers and other decisions, in TOML, each with author and date.",
    )(function)


def limit_option(function: Function) -> Function:
    """`--limit NAME=NUMBER`, as often as wanted: raise or lower a cap on what is read."""
    return click.option(
        "--limit",
        "limits",
        metavar="NAME=NUMBER",
        multiple=True,
        callback=lambda _context, _parameter, settings: _limits(settings),
        help="Raise or lower a cap on what is read, such as file_mib=64; an unknown NAME lists them all.",
    )(function)


def _limits(settings: tuple[str, ...]) -> Limits:
    try:
        return set_limits(settings)
    except DataError as error:
        raise click.BadParameter(str(error)) from error


def day_option(words: str | None) -> str | None:
    """The day that `--published` names, or a usage error."""
    try:
        return parse_published(words) if words is not None else None
    except DataError as error:
        raise click.BadParameter(str(error)) from error


def who_option_for(help_words: str) -> Callable[[Function], Function]:
    """`--who NAME`, with what the person does."""
    return click.option(
        "--who", default=getpass.getuser, show_default="your user name", metavar="NAME", help=help_words
    )


def chosen_format(output_format: str | None, on_terminal: str) -> str:
    """What to print when the user did not say."""
    if output_format is not None:
        return output_format
    return on_terminal if sys.stdout.isatty() else "jsonl"
