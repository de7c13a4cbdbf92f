"""`counterclaim serve`: the web interface over a store."""

from __future__ import annotations

import gc
from pathlib import Path

import click

from counterclaim.cli.options import store_option
from counterclaim.core.errors import DataError
from counterclaim.core.hosts import is_loopback


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
@click.option(
    "--privacy",
    "privacy_path",
    type=click.Path(path_type=Path, dir_okay=False),
    help="TOML file of what pages may make a browser keep or ask for besides the necessary; visitors are asked.",
)
@click.option("--public", is_flag=True, help="Let visitors see what a person accepted, and nothing else.")
@click.option(
    "--api-rate",
    type=click.IntRange(0),
    default=600,
    show_default=True,
    help="Requests a minute to /api/v1 that one address or token may make; 0 for no limit.",
)
@click.option(
    "--api-origin",
    "api_origins",
    multiple=True,
    metavar="ORIGIN",
    help="Another site, such as https://example.org, whose pages may read /api/v1 in a browser; may be repeated.",
)
@click.option("--open", "open_page", is_flag=True, help="Open the first page in a browser.")
def serve(
    store_path: Path,
    host: str,
    port: int,
    allowed_hosts: tuple[str, ...],
    privacy_path: Path | None,
    public: bool,
    api_rate: int,
    api_origins: tuple[str, ...],
    open_page: bool,
) -> None:
    """Serve the pages of a store until interrupted.

    Over a store without accounts, whoever sits at this machine may do everything, and nobody else gets in. To let
    others in, give them accounts with `counterclaim account add`; to publish what was accepted, say --public.
    """
    from counterclaim.store import Store
    from counterclaim.store.people import has_people

    local = is_loopback(host) and not allowed_hosts
    with Store.open(store_path, read_only=True) as store:  # a missing store is an error here, not on a page
        if not (local or public or has_people(store)):
            raise DataError(
                f"{store_path} has no accounts, so that everybody who reaches {', '.join((host, *allowed_hosts))} could "
                "change it; add one with counterclaim account add NAME --role admin, or publish with --public"
            )
    import uvicorn

    from counterclaim.web.api.app import ApiLimits
    from counterclaim.web.app import create_app
    from counterclaim.web.guard import Access
    from counterclaim.web.listed import OURS, read_listed

    listed = OURS if privacy_path is None else read_listed(privacy_path)
    click.echo(f"Serving {store_path} at http://{host}:{port}/ (stop with Ctrl+C)", err=True)
    if not is_loopback(host):
        click.echo("Passwords cross the network in clear unless a proxy in front speaks https.", err=True)
    if open_page:
        import threading
        import webbrowser

        threading.Timer(1.0, webbrowser.open, [f"http://{host}:{port}/"]).start()
    app = create_app(
        store_path,
        allowed_hosts=allowed_hosts,
        listed=listed,
        access=Access(local=local, public=public),
        api=ApiLimits(api_rate, api_origins),
    )
    # A full collection looks at every object, and half of a slow page's time was that: what is loaded now stays.
    gc.collect()
    gc.freeze()
    uvicorn.run(app, host=host, port=port, log_level="warning", server_header=False, access_log=False)
