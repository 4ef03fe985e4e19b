"""`curriculum new`: scaffolds that say in their comments what to write."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from shlex import quote

import click

from curriculum.assemble import assemble
from curriculum.caches import write_whole
from curriculum.catalog import Catalog
from curriculum.editors import json_schemas
from curriculum.findings import suggest
from curriculum.macros import SIGNATURES
from curriculum.new import (
    CannotBeginError,
    Texts,
    Wish,
    new_agenda,
    new_case,
    new_curriculum,
    new_module,
    new_path,
    wish,
    with_module,
)
from curriculum.roots import Refusal, find_root
from curriculum.tree import read_files
from curriculum.words import count_words

_title = click.option("--title", default="", help="Its title; made from the id if not given.")


@click.group()
def command() -> None:
    """Begin a module, a case, a path, an agenda or a whole curriculum.

    New files say in their comments what to put where. A file that exists is never written over.

    \b
    Example:
      curriculum new module innovation/prototype-this-week --title "Prototype this week"
      curriculum new curriculum my-course
    """


@command.command()
@click.argument("place", metavar="TRACK/ID")
@_title
def module(place: str, title: str) -> None:
    """Begin a module in a track, and the track if there is none.

    TRACK/ID are the folders: `innovation/my-module` stands in `modules/innovation/my-module`.

    \b
    Example:
      curriculum new module innovation/prototype-this-week
    """
    track, _, id_ = place.strip("/").removeprefix("modules/").rpartition("/")
    if not track:
        message = f"`{place}` names no track"
        raise Refusal(message, f"write `curriculum new module TRACK/{id_}`")
    root = find_root()
    listed = root / "modules" / track / "track.yml"
    _begin(root, lambda catalog: _module(catalog, track, wish(id_, title, _today())))
    _list_in_track(listed, id_)
    _say_next()


def _module(catalog: Catalog, track: str, wished: Wish) -> Texts:
    """Return the files of a module; a track that is nearly one of the others is none of its own."""
    near = "" if track in catalog.tracks else suggest(track, catalog.tracks)
    if near:
        message = f"there is no track `{track}`"
        raise CannotBeginError(message, near)
    return new_module(catalog, track, wished)


def _list_in_track(track: Path, module: str) -> None:
    """Add a module to its track's list, or ask the author to."""
    text = track.read_text(encoding="utf-8")
    if f"- {module}\n" in text:
        return
    changed = with_module(text, module)
    if changed is None:
        click.echo(f"add `{module}` to `modules` in {track}")
        return
    write_whole(track, changed.encode())
    click.echo(f"listed in {track.parent.name}/{track.name}")


@command.command()
@click.argument("id_", metavar="ID")
@_title
def case(id_: str, title: str) -> None:
    """Begin a case: its facts, its story and its epilogue.

    \b
    Example:
      curriculum new case medellin-metrocable --title "Medellín: a line up the hill"
    """
    _begin(find_root(), lambda catalog: new_case(catalog, wish(id_, title, _today())))
    _say_next()


@command.command()
@click.argument("id_", metavar="ID")
@_title
def path(id_: str, title: str) -> None:
    """Begin a learning path with the first module that is ready.

    \b
    Example:
      curriculum new path first-100-days
    """
    _begin(find_root(), lambda catalog: new_path(catalog, wish(id_, title, _today())))
    _say_next()


@command.command()
@click.argument("id_", metavar="ID")
@_title
def agenda(id_: str, title: str) -> None:
    """Begin an agenda: one day with the first module that is ready.

    \b
    Example:
      curriculum new agenda three-day-convening
    """
    _begin(find_root(), lambda catalog: new_agenda(catalog, wish(id_, title, _today())))
    _say_next()


@command.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
def curriculum(folder: Path) -> None:
    """Begin a curriculum from a sample of six modules that builds.

    DIR is made if it is missing. Replace the sample's texts by your own, one by one.

    \b
    Example:
      curriculum new curriculum my-course
      cd my-course
      curriculum build
    """
    schemas = {f"schema/{name}": text for name, text in json_schemas().items()}
    _write(folder, new_curriculum() | schemas, quiet=True)
    click.echo(f"next: `cd {quote(str(folder))}` and `curriculum check`")


def _begin(root: Path, plan: Callable[[Catalog], Texts]) -> None:
    catalog, _ = assemble(read_files(root), SIGNATURES)
    try:
        texts = plan(catalog)
    except CannotBeginError as error:
        raise Refusal(str(error), error.hint) from None
    _write(root, texts)


def _say_next() -> None:
    click.echo("next: write each `(write: …)`; `curriculum check` lists them")


def _write(root: Path, texts: Texts, *, quiet: bool = False) -> None:
    """Write new files; nothing is written if one of them exists."""
    for path in texts:
        if (root / path).exists():
            message = f"`{root / path}` exists already; nothing was written"
            raise Refusal(message, "choose another name, or delete it first")
    written: list[Path] = []
    try:
        for path, text in texts.items():
            write_whole(root / path, text.encode())
            written.append(root / path)
    except OSError:
        for file in written:
            file.unlink(missing_ok=True)
        raise
    for path in () if quiet else texts:
        click.echo(f"wrote {path}")
    if quiet:
        click.echo(f"wrote {count_words(len(texts), 'file')} to {root}")


def _today() -> str:
    return date.today().isoformat()  # noqa: DTZ011  (the author's own day is meant)
