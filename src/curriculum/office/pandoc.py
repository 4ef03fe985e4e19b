"""How pandoc is run: in an empty folder, without the network, with a fixed clock."""

from __future__ import annotations

import os
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

import pypandoc

FILTER = Path(__file__).parent / "filter.lua"


class ConversionError(Exception):
    """A file that pandoc could not make, or made with something missing: its words about it."""


def convert(
    text: str,
    to: str,
    arguments: Sequence[str] = (),
    files: Mapping[str, bytes] | None = None,
    *,
    epoch: int = 0,
) -> bytes:
    """Return HTML as a file of another format; `files` are what it names, by name.

    `epoch` is the time that the file says it was made, in seconds since 1970. Raises
    ConversionError when pandoc fails or complains: a picture that is left out is a failure.
    """
    with tempfile.TemporaryDirectory(prefix="curriculum-") as folder:
        for name, raw in (files or {}).items():
            (Path(folder) / name).write_bytes(raw)
        command = [_program(), "--from=html", f"--to={to}", "--output=out", "--fail-if-warnings"]
        command += [f"--lua-filter={FILTER}", *arguments]
        done = subprocess.run(
            command,
            input=text.encode(),
            cwd=folder,
            env=_environment(epoch),
            capture_output=True,
            check=False,
        )
        if done.returncode:
            raise ConversionError(done.stderr.decode("utf-8", "replace").strip())
        return (Path(folder) / "out").read_bytes()


@cache
def default_file(name: str) -> bytes:
    """Return one of pandoc's own files, such as `reference.docx`."""
    command = [_program(), "--print-default-data-file", name]
    return subprocess.run(command, capture_output=True, check=True).stdout


@cache
def _program() -> str:
    path: str = pypandoc.get_pandoc_path()
    return path


def _environment(epoch: int) -> dict[str, str]:
    """Return what pandoc may know of this machine: where `rsvg-convert` is, and the time we say."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    return kept | {"SOURCE_DATE_EPOCH": str(epoch), "LC_ALL": "C.UTF-8"}


@cache
def version() -> str:
    """Return pandoc's version."""
    return str(pypandoc.get_pandoc_version())
