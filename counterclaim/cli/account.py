"""`counterclaim account`: who may sign in to the web pages, and what they may do there."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from counterclaim.cli.options import chosen_format, format_option, store_option
from counterclaim.cli.tables import print_lines, print_table

if TYPE_CHECKING:
    from counterclaim.store import Store

ROLES = ("reader", "coder", "reviewer", "admin")
role_option = click.option(
    "--role", type=click.Choice(ROLES), required=True, help="Each may do what those before it may."
)


@click.group()
def account() -> None:
    """Give people accounts for the web pages, and take them away.

    Passwords are asked for, or read as one line from standard input; they never stand on the command line.
    """


@account.command()
@click.argument("name")
@role_option
@store_option
def add(name: str, role: str, store_path: Path) -> None:
    """Give somebody an account."""
    from counterclaim.store.passwords import Passwords
    from counterclaim.store.people import add_person

    with existing(store_path) as store:
        add_person(store, name, role, Passwords().make_hash(_ask_password()))
    click.echo(f"{name} may sign in as {role}", err=True)


@account.command("role")
@click.argument("name")
@click.argument("role", type=click.Choice(ROLES))
@store_option
def change_role(name: str, role: str, store_path: Path) -> None:
    """Let somebody do more or less, from their next request on."""
    from counterclaim.store.people import set_role

    with existing(store_path) as store:
        set_role(store, name, role)
    click.echo(f"{name} is {role} now", err=True)


@account.command("password")
@click.argument("name")
@store_option
def change_password(name: str, store_path: Path) -> None:
    """Give somebody a new password; their sessions end."""
    from counterclaim.store.passwords import Passwords
    from counterclaim.store.people import set_password

    with existing(store_path) as store:
        set_password(store, name, Passwords().make_hash(_ask_password()))
    click.echo(f"{name} has a new password; their sessions ended", err=True)


@account.command()
@click.argument("name")
@click.option("--undo", is_flag=True, help="Let them in again.")
@store_option
def disable(name: str, undo: bool, store_path: Path) -> None:
    """Keep somebody out; their sessions end. What they decided stays."""
    from counterclaim.store.people import set_disabled

    with existing(store_path) as store:
        set_disabled(store, name, disabled=not undo)
    click.echo(f"{name} may {'sign in again' if undo else 'no longer sign in'}", err=True)


@account.command("list")
@store_option
@format_option("table", "jsonl")
def list_accounts(store_path: Path, output_format: str | None) -> None:
    """List everybody with an account."""
    from counterclaim.store import Store
    from counterclaim.store.people import list_people

    with Store.open(store_path, read_only=True) as store:
        people = list_people(store)
    if chosen_format(output_format, "table") == "jsonl":
        print_lines(people)
        return
    print_table(
        ("Name", "Role", "Since", "Disabled"),
        [(one.name, one.role, one.made_at[:10], (one.disabled_at or "")[:10]) for one in people],
    )


def existing(path: Path) -> Store:
    """The store, for writing; unlike for `read`, one must be there.

    Raises:
        NotFoundError: there is none.
    """
    from counterclaim.store import Store

    if path.exists():
        return Store.open(path)
    return Store.open(path, read_only=True)  # says that there is none


def _ask_password() -> str:
    if sys.stdin.isatty():
        return str(click.prompt("Password", hide_input=True, confirmation_prompt=True))
    return sys.stdin.readline().rstrip("\r\n")
