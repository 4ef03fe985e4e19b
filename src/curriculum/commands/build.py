"""`curriculum build`: the site with its search and its packets, published in one step."""

from __future__ import annotations

import os
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING

import click

from curriculum.findings import as_text
from curriculum.progress import Progress
from curriculum.roots import Refusal, find_root
from curriculum.stopping import stoppable

if TYPE_CHECKING:
    from curriculum.build import Built

_NOTHING = "nothing was published; the last good site is as it was"


@click.command()
@click.option(
    "--output",
    type=click.Path(path_type=Path),
    default=None,
    help="Where the site is published; `site` beside mkdocs.yml when nothing is said.",
)
@click.option(
    "--jobs",
    type=click.IntRange(1, 64),
    default=2,
    show_default=True,
    help="How many packets are made at once.",
)
@click.option("--no-packets", is_flag=True, help="Build the pages only.")
@click.option(
    "--offline", is_flag=True, help="Offer the whole site as a ZIP that opens without a network."
)
@stoppable(_NOTHING)
def command(output: Path | None, jobs: int, no_packets: bool, offline: bool) -> None:  # noqa: FBT001  (click's)
    """Build the site with search and packets; publish it in one step.

    The new site is built and looked at beside the published one, which stays as it was when
    anything is wrong or you stop it with Ctrl+C. What has not changed is not made again.
    `--no-packets` is quick, but the site then offers no downloads to print.

    \b
    Example:
      curriculum build
      curriculum build --no-packets --output /tmp/draft
      curriculum build --offline
    """
    from curriculum.build import build  # noqa: PLC0415  (slow: MkDocs and WeasyPrint)
    from curriculum.release import BusyError  # noqa: PLC0415

    root = find_root()
    target = (output or root / "site").absolute()
    step = Progress("files").step
    try:
        built = build(
            root,
            target,
            jobs=jobs,
            with_packets=not no_packets,
            with_offline=offline,
            step=step,
        )
    except BusyError as error:
        message = "another build of this curriculum is running"
        raise Refusal(message, "wait until it has ended") from error
    except FileExistsError as error:
        message = f"`{target}` is there already, and this command did not make it"
        raise Refusal(message, "move it away, or choose another `--output`") from error
    except SystemExit:
        click.echo(_NOTHING, err=True)
        raise
    _tell(built, min(os.path.relpath(target), str(target), key=len))


def _tell(built: Built, output: str) -> None:
    """Say what was published and how to look at it, or why nothing was."""
    for finding in built.findings:
        click.echo(as_text(finding))
    if built.findings:
        click.echo(_NOTHING, err=True)
        raise SystemExit(1)
    new = f" ({built.rendered_packets} of them new)" if built.packets else ""
    click.echo(f"{built.pages} pages, {built.packets} packets{new} in {built.seconds:.0f} s")
    click.echo(f"published in {output}; look at it with:")
    click.echo(f"  python3 -m http.server --bind 127.0.0.1 --directory {quote(output)} 8000")
