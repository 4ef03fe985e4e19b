"""Curricula on a disk: drawn folders, and the small curriculum ready for MkDocs."""

from __future__ import annotations

import shutil
import textwrap
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from curricula import Texts, base, changed
from curriculum.release import Files

ROOT = Path(__file__).parents[1]
MKDOCS = """\
site_name: Small
site_url: https://example.org/small/
repo_url: https://example.org/repository
edit_uri: edit/main/content/
docs_dir: content
site_dir: .site
strict: true
theme:
  name: material
  font: false
  palette:
    - media: "(prefers-color-scheme: light)"
      scheme: default
      primary: custom
      accent: custom
      toggle: {icon: material/weather-night, name: Switch to dark colors}
    - media: "(prefers-color-scheme: dark)"
      scheme: slate
      primary: custom
      accent: custom
      toggle: {icon: material/weather-sunny, name: Switch to light colors}
  features: [navigation.tabs, navigation.indexes, navigation.prune, content.action.edit]
extra: {scope: /, generator: false}
plugins:
  - curriculum: {edition: "2026.1", date: "2026-11-22"}
  - macros: {module_name: macros/main, on_error_fail: true, on_undefined: strict, include_dir: ""}
markdown_extensions:
  - admonition
  - tables
  - toc: {permalink: true}
validation:
  links: {not_found: warn, anchors: warn, absolute_links: warn, unrecognized_links: warn}
nav:
  - Home: index.md
  - Find: find.md
  - Tracks: modules/
  - Cases: cases/
  - Paths: paths/
  - Agendas: agendas/
  - Frameworks: frameworks/
  - More: [glossary.md, references.md, further-reading.md, people.md, downloads.md, api.md]
"""


def drawn(drawing: str) -> Texts:
    """Return the files of a drawing: folders end in `/`, a file's lines follow it after `| `."""
    texts: dict[str, list[str]] = {}
    above: list[tuple[int, str]] = []
    path = ""
    for line in textwrap.dedent(drawing).strip("\n").split("\n"):
        name = line.strip()
        if name.startswith("|"):
            texts[path].append(name.removeprefix("|").removeprefix(" "))
            continue
        depth = len(line) - len(line.lstrip())
        above = [(outer, folder) for outer, folder in above if outer < depth]
        path = "".join(folder for _, folder in above) + name
        if name.endswith("/"):
            above.append((depth, name))
        else:
            texts[path] = []
    return {path: "".join(f"{line}\n" for line in lines) for path, lines in texts.items()}


def write(root: Path, texts: Mapping[str, str | bytes]) -> None:
    """Write files below a root."""
    for path, text in texts.items():
        target = root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(text if isinstance(text, bytes) else text.encode())


def small_at(root: Path, changes: Mapping[str, Any] | None = None, *, mkdocs: str = MKDOCS) -> Path:
    """Write the small curriculum below a root, with its mkdocs.yml and macros."""
    write(root, changed(base(), changes) | {"mkdocs.yml": mkdocs})
    shutil.copytree(ROOT / "macros", root / "macros", dirs_exist_ok=True)
    return root


def read(folder: Path) -> dict[str, bytes]:
    """Return what a folder holds at this moment, by path."""
    return dict(Files(folder))
