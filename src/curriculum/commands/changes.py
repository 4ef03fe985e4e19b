"""`curriculum changes`: what a reader would notice, compared with another state of the curriculum."""

from __future__ import annotations

from pathlib import Path

import click

from curriculum.assemble import assemble
from curriculum.bodies import KeptBodies
from curriculum.caches import cache_folder
from curriculum.catalog import Catalog
from curriculum.changes import changes
from curriculum.macros import SIGNATURES
from curriculum.notice import as_markdown, as_words
from curriculum.roots import Refusal, find_root
from curriculum.tree import FOLDERS, read_files


@click.command()
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "markdown"]),
    default="text",
    help="`markdown` is for a comment or a summary; nothing that people wrote acts in it.",
)
@click.argument("before", metavar="BEFORE", type=click.Path(path_type=Path))
def command(form: str, before: Path) -> None:
    """Say in words what changes for readers since the state in BEFORE.

    Broken promises come first: an address that leads nowhere, a part that is gone, an objective
    that nothing checks any more. Then what is new, moved, changed and gone, with minutes and
    words. The exit is 0 whatever changed; `curriculum check` says what is wrong.
    BEFORE is a folder with another state of the curriculum, such as the published one, which
    `git worktree add --detach ../before main` makes.

    \b
    Example:
      curriculum changes ../before
    """
    root = find_root()
    if not any((before / name).is_dir() for name in FOLDERS):
        message = f"`{before}` holds no curriculum: it has neither `content` nor `modules`"
        raise Refusal(message, "`git worktree add --detach ../before main` makes such a folder")
    found = changes(_catalog(before), _catalog(root))
    click.echo(as_markdown(found) if form == "markdown" else as_words(found), nl=False)


def _catalog(root: Path) -> Catalog:
    kept = KeptBodies(cache_folder(root))
    catalog, _ = assemble(read_files(root), SIGNATURES, kept.read, kept.calls)
    kept.keep()
    return catalog
