"""A fuzz target: no bytes in any file of a curriculum make the engine raise or take long.

Run by `scripts/fuzz`, which gives libFuzzer's options. A crash is written to a file with its bytes.
With `--short` it runs for some seconds, always with the same seed, from the files of the small
curriculum; the exit is not 0 when something was found.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import atheris

sys.path.insert(0, str(Path(__file__).parents[1]))
with atheris.instrument_imports(include=["curriculum", "markdown_it", "mdit_py_plugins"]):
    from curricula import base
    from curriculum import rules
    from curriculum.assemble import assemble
    from curriculum.findings import as_github, as_text
    from curriculum.macros import SIGNATURES

FILES = {path: text.encode() for path, text in base().items()}
PATHS = [*sorted(FILES), "content/a.md", "content/a.png", "content/a.jpg", "content/a.webp"]


def contribution(data: bytes) -> None:
    """Put bytes into one file; the first byte says which."""
    path = PATHS[data[0] % len(PATHS)] if data else PATHS[0]
    catalog, found = assemble({**FILES, path: data[1:]}, SIGNATURES)
    for finding in [*found, *rules.findings(catalog)]:
        as_text(finding).encode()
        as_github(finding).encode()


RUNS = 300
OPTIONS = ["-seed=2026", f"-runs={RUNS}", "-max_len=4096", "-timeout=5", "-verbosity=0"]


def seeds(folder: Path) -> list[str]:
    """Write every file of the small curriculum as a beginning, and return the options of a short run."""
    for number, path in enumerate(PATHS):
        (folder / str(number)).write_bytes(bytes([number]) + FILES.get(path, b""))
    return [sys.argv[0], *OPTIONS, f"-artifact_prefix={tempfile.mkdtemp()}/", str(folder)]


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as corpus:
        atheris.Setup(seeds(Path(corpus)) if "--short" in sys.argv else sys.argv, contribution)
        atheris.Fuzz()
