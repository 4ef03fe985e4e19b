"""`curriculum verify`: whether a site or a folder of downloads is as it was published."""

from __future__ import annotations

from pathlib import Path

import click

from curriculum.checksums import NAME, list_of, verify
from curriculum.findings import as_text
from curriculum.roots import Refusal
from curriculum.words import count_words


@click.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
def command(folder: Path) -> None:
    """Tell whether the files below DIR are as they were published.

    DIR is a site, or a folder of downloads such as `site/packets`. Each file is compared with the
    list in DIR/SHA256SUMS; the exit is 1 if one is missing, changed or extra. `sha256sum --check`
    reads the same list, but says nothing of files that are too many.

    \b
    Example:
      curriculum verify site
      curriculum verify site/packets
    """
    # A list that is a link would be read, and shown, from outside of the folder.
    if not (folder / NAME).is_file() or (folder / NAME).is_symlink():
        message = f"there is no `{folder / NAME}`"
        raise Refusal(message, "name the folder of a site, or of downloads, that has this list")
    # The published site is a link to a release; what lies in it must be no link.
    found = list(verify(folder.resolve()))
    for finding in found:
        click.echo(as_text(finding))
    count = list_of(folder).count("\n")
    good = f"{count_words(count, 'file')}: all as published"
    click.echo(count_words(len(found), "finding") if found else good, err=True)
    raise SystemExit(bool(found))
