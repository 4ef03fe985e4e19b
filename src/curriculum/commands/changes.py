"""`curriculum changes`: what a reader would notice, compared with another state of the curriculum."""

from __future__ import annotations

from pathlib import Path

import click

from curriculum.assemble import Readers, assemble
from curriculum.bodies import KeptBodies
from curriculum.caches import cache_folder
from curriculum.catalog import Catalog
from curriculum.changes import changes
from curriculum.macros import SIGNATURES
from curriculum.notice import as_markdown, as_words
from curriculum.roots import Refusal, find_root
from curriculum.tree import FOLDERS, read_tree
from curriculum.words import count_words


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
    old, wrong = _catalog(before)
    if wrong:
        said = f"`{before}` has {count_words(wrong, 'finding')} in reading its files"
        click.echo(f"{said}; what is said about those files may be wrong", err=True)
        click.echo("  hint: `curriculum check` there says which they are", err=True)
    found = changes(old, _catalog(root)[0])
    click.echo(as_markdown(found) if form == "markdown" else as_words(found), nl=False)


def _catalog(root: Path) -> tuple[Catalog, int]:
    """Return a curriculum as far as it can be read, and how many findings there are in reading it."""
    kept, tree = KeptBodies(cache_folder(root)), read_tree(root)
    readers = Readers(kept.read, kept.calls)
    catalog, found = assemble(tree.files, SIGNATURES, readers, tree.left_out)
    kept.keep()
    return catalog, len(tree.findings) + len(found)
