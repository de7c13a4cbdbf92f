"""`counterclaim serve`: the web interface over a store."""

from __future__ import annotations

from pathlib import Path

import click

from counterclaim.cli.options import store_option


@click.command()
@store_option
@click.option(
    "--host",
    default="127.0.0.1",
    show_default=True,
    help="Address to listen on; the default is this machine only.",
)
@click.option("--port", type=click.IntRange(0, 65_535), default=8_350, show_default=True)
@click.option(
    "--allow-host",
    "allowed_hosts",
    multiple=True,
    metavar="NAME",
    help="Host name that visitors may use; may be repeated.",
)
@click.option("--open", "open_page", is_flag=True, help="Open the first page in a browser.")
def serve(store_path: Path, host: str, port: int, allowed_hosts: tuple[str, ...], open_page: bool) -> None:
    """Serve the pages of a store until interrupted."""
    from counterclaim.store import Store

    Store.open(store_path, read_only=True).close()  # a missing store is an error here, not on a page
    import uvicorn

    from counterclaim.web.app import create_app

    click.echo(f"Serving {store_path} at http://{host}:{port}/ (stop with Ctrl+C)", err=True)
    if open_page:
        import threading
        import webbrowser

        threading.Timer(1.0, webbrowser.open, [f"http://{host}:{port}/"]).start()
    app = create_app(store_path, allowed_hosts=allowed_hosts)
    uvicorn.run(app, host=host, port=port, log_level="warning", server_header=False, access_log=False)
