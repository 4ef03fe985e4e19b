"""`curriculum schema`: the JSON Schema files that editors read."""

from __future__ import annotations

from pathlib import Path

import click

from curriculum.caches import write_whole
from curriculum.editors import json_schemas
from curriculum.roots import find_root
from curriculum.words import count_words


@click.command()
@click.option(
    "--output", type=click.Path(path_type=Path), help="The folder; `schema/` if not given."
)
def command(output: Path | None) -> None:
    """Write the JSON Schema of every kind of YAML, for help in editors.

    An editor that knows the schema explains each field while you write, and marks mistakes. New
    files name their schema in the first line.

    \b
    Example:
      curriculum schema --output schema
    """
    folder = output or find_root() / "schema"
    texts = json_schemas()
    for name, text in texts.items():
        write_whole(folder / name, text.encode())
    click.echo(f"{count_words(len(texts), 'schema')} in {folder}")
