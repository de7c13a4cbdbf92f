"""`counterclaim token`: secrets with which programs ask the HTTP API."""

from __future__ import annotations

from pathlib import Path

import click

from counterclaim.cli.account import existing, role_option
from counterclaim.cli.options import chosen_format, format_option, store_option
from counterclaim.cli.tables import print_lines, print_table


@click.group()
def token() -> None:
    """Give programs tokens for the HTTP API, and take them away."""


@token.command()
@click.argument("name")
@role_option
@store_option
def add(name: str, role: str, store_path: Path) -> None:
    """Make a token and print it: it is shown only now, and sent as `Authorization: Bearer …`."""
    from counterclaim.store.tokens import add_token

    with existing(store_path) as store:
        secret = add_token(store, name, role)
    click.echo(secret)
    click.echo(f"keep it: token {name} is not shown again", err=True)


@token.command()
@click.argument("name")
@store_option
def revoke(name: str, store_path: Path) -> None:
    """Let a token no longer count, from its next request on."""
    from counterclaim.store.tokens import revoke_token

    with existing(store_path) as store:
        revoke_token(store, name)
    click.echo(f"token {name} is revoked", err=True)


@token.command("list")
@store_option
@format_option("table", "jsonl")
def list_all(store_path: Path, output_format: str | None) -> None:
    """List every token, without its secret."""
    from counterclaim.store import Store
    from counterclaim.store.tokens import list_tokens

    with Store.open(store_path, read_only=True) as store:
        tokens = list_tokens(store)
    if chosen_format(output_format, "table") == "jsonl":
        print_lines(tokens)
        return
    print_table(
        ("Name", "Role", "Since", "Revoked"),
        [(one.name, one.role, one.made_at[:10], (one.revoked_at or "")[:10]) for one in tokens],
    )
