"""`curriculum serve`: a preview on this machine."""

from __future__ import annotations

import click

from curriculum.roots import find_root


@click.command()
@click.option(
    "--address", default="127.0.0.1:8000", show_default=True, help="Host and port to listen on."
)
@click.option("--open", "open_browser", is_flag=True, help="Open it in your browser.")
def command(address: str, open_browser: bool) -> None:  # noqa: FBT001  (click's)
    """Show the site on this machine and make it anew whenever a file changes.

    \b
    Example:
      curriculum serve --open
    """
    from curriculum.plugin import serve_site  # noqa: PLC0415  (slow: MkDocs)

    serve_site(find_root() / "mkdocs.yml", address, open_browser=open_browser)
