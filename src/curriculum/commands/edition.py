"""`curriculum edition`: the record of what is published, so that no address is ever lost."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime

import click

from curriculum.caches import write_whole
from curriculum.days import day_option
from curriculum.editions import FOLDER, edition_text
from curriculum.examine import examine
from curriculum.pages import pages
from curriculum.roots import Refusal, find_root
from curriculum.tree import read_files
from curriculum.words import count_words

_ID = re.compile(r"[0-9]{4}(\.[0-9]{1,3}){1,2}")


@click.command()
@day_option
@click.option("--force", is_flag=True, help="Write a record anew that is there already.")
@click.argument("id_", metavar="ID")
def command(id_: str, day: date | None, *, force: bool) -> None:
    """Record every published address in `editions/ID.json`.

    Each stands there with its title, its version and its checksum. From then on `curriculum
    check` reports an address of it that is gone. Nothing is recorded while there is a finding.

    \b
    Example:
      curriculum edition 2026.1
    """
    root = find_root()
    if not _ID.fullmatch(id_):
        message = f"`{id_}` is no name for an edition"
        raise Refusal(message, "use the year and a number, such as `2026.1`")
    file = root / FOLDER / f"{id_}.json"
    if file.exists() and not force:
        message = f"`{FOLDER}/{id_}.json` is there already"
        raise Refusal(message, "choose the next number, or add `--force`")
    catalog, found = examine(root)
    if found:
        message = f"there is still something to mend: {count_words(len(found), 'finding')}"
        raise Refusal(message, "`curriculum check` tells what")
    made = pages(catalog)
    day = day or datetime.now(UTC).date()
    text = edition_text(id_, day.isoformat(), catalog, made, read_files(root))
    file.parent.mkdir(exist_ok=True)
    write_whole(file, text.encode())
    count = text.count('"sha256":')
    click.echo(f"{FOLDER}/{id_}.json: {count_words(count, 'page')}")
