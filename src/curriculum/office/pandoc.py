"""How pandoc is run: in an empty folder, without the network, with a fixed clock."""

from __future__ import annotations

import os
import subprocess
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import pypandoc

FILTER = Path(__file__).parent / "filter.lua"


class ConversionError(Exception):
    """A file that pandoc could not make, or made with something missing: its words about it."""


@dataclass(frozen=True)
class Conversion:
    """HTML that is to become a file of another format, and what is done with that file then."""

    text: str
    to: str
    """The format, as pandoc calls it."""
    arguments: tuple[str, ...] = ()
    files: Mapping[str, bytes] = field(default_factory=dict)
    """What the text and the arguments name, by name."""
    epoch: int = 0
    """The time that the file says it was made, in seconds since 1970."""
    finish: Callable[[bytes], bytes] = bytes

    def run(self) -> bytes:
        """Return what pandoc makes of it, in whatever thread: no tree of XML is touched here.

        Raises ConversionError when pandoc fails or complains: a picture left out is a failure.
        """
        with tempfile.TemporaryDirectory(prefix="curriculum-") as folder:
            for name, raw in self.files.items():
                (Path(folder) / name).write_bytes(raw)
            command = [_program(), "--from=html", f"--to={self.to}", "--output=out"]
            command += ["--fail-if-warnings", f"--lua-filter={FILTER}", *self.arguments]
            done = subprocess.run(
                command,
                input=self.text.encode(),
                cwd=folder,
                env=_environment(self.epoch),
                capture_output=True,
                check=False,
            )
            if done.returncode:
                raise ConversionError(done.stderr.decode("utf-8", "replace").strip())
            return (Path(folder) / "out").read_bytes()

    def made(self) -> bytes:
        """Return the finished file. Raises ConversionError."""
        return self.finish(self.run())


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
