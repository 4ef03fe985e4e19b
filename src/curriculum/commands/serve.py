"""`curriculum serve`: a preview on this machine."""

from __future__ import annotations

import errno

import click

from curriculum.roots import Refusal, find_root

_PORTS = range(1, 65536)


@click.command()
@click.option(
    "--address",
    metavar="HOST:PORT",
    default="127.0.0.1:8000",
    show_default=True,
    help="Where it listens.",
)
@click.option("--open", "open_browser", is_flag=True, help="Open it in your browser.")
def command(address: str, open_browser: bool) -> None:  # noqa: FBT001  (click's)
    """Show the site on this machine; it follows your changes.

    Save a file, and the page in your browser is made anew. Ctrl+C ends it. The preview has no
    packets; `curriculum build` makes those.

    \b
    Example:
      curriculum serve --open
      curriculum serve --address 127.0.0.1:8001
    """
    port = address.rpartition(":")[2]
    if ":" not in address or not port.isdecimal() or int(port) not in _PORTS:
        message = f"`{address}` is not a host and a port"
        raise Refusal(message, "write it as `127.0.0.1:8001`")
    root = find_root()
    from curriculum.plugin import serve_site  # noqa: PLC0415  (slow: MkDocs)

    try:
        serve_site(root / "mkdocs.yml", address, open_browser=open_browser)
    except OSError as error:
        if error.errno != errno.EADDRINUSE:
            raise
        message = f"something else listens on `{address}`"
        raise Refusal(
            message, "stop it, or choose another with `--address 127.0.0.1:8001`"
        ) from error
