"""Which folder is the curriculum that a command is about."""

from __future__ import annotations

from pathlib import Path

import click

MARK = "mkdocs.yml"


class Refusal(click.ClickException):
    """A command that cannot begin: what is missing, and a hint."""

    exit_code = 2

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(f"{message}\n  hint: {hint}" if hint else message)


def find_root(start: Path | None = None) -> Path:
    """Return the nearest folder upward that has a `mkdocs.yml`; `Refusal` where none has."""
    start = (start or Path.cwd()).resolve()
    for folder in (start, *start.parents):
        if (folder / MARK).is_file():
            return folder
    message = f"`{start}` is in no curriculum: no folder upward has a `{MARK}`"
    raise Refusal(message, "change into one, or begin one with `curriculum new curriculum DIR`")


def inside(root: Path, given: str) -> str:
    """Return a path that somebody typed relative to the root; `Refusal` where it is not inside."""
    path = Path(given)
    if not path.exists():
        message = f"there is no `{given}`"
        raise Refusal(message, "paths count from the folder in which you are")
    try:
        return path.resolve().relative_to(root).as_posix()
    except ValueError:
        message = f"`{given}` is outside of the curriculum in `{root}`"
        raise Refusal(message, f"name a file or folder below `{root}`") from None
