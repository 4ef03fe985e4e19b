"""Small trees as data: contributions that are wrong or right, and how they come onto a disk."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from curricula import base, changed

HERE = Path(__file__).parent


class Tree(NamedTuple):
    """One contribution: its family and name, what it changes, and what people are then told."""

    name: str
    changes: Mapping[str, Any]
    findings: str


def trees(folder: str) -> Iterator[Tree]:
    """Yield every tree of a folder of this one (`bad`, `good`)."""
    for file in sorted((HERE / folder).glob("*.yml")):
        for name, tree in yaml.safe_load(file.read_text(encoding="utf-8")).items():
            yield Tree(f"{file.stem}: {name}", tree["files"], tree.get("findings", ""))


def plant(root: Path, changes: Mapping[str, Any]) -> Path:
    """Write the small curriculum with some changes below a root and return the root.

    Besides what `changed` takes, a file may be `{link: target}`, `{pipe: true}`, `{hex: bytes}`
    or `{folder: true}`.
    """
    special = {path: change for path, change in changes.items() if _is_special(change)}
    plain = {path: change for path, change in changes.items() if path not in special}
    for path, text in changed(base(), plain).items():
        _target(root, path).write_bytes(text if isinstance(text, bytes) else text.encode())
    for path, change in special.items():
        target = _target(root, path)
        target.unlink(missing_ok=True)
        if "link" in change:
            target.symlink_to(change["link"])
        elif "pipe" in change:
            os.mkfifo(target)
        elif "folder" in change:
            target.mkdir()
        else:
            target.write_bytes(bytes.fromhex(change["hex"]))
    return root


def _is_special(change: object) -> bool:
    return isinstance(change, dict) and not {"repeat"} & change.keys()


def _target(root: Path, path: str) -> Path:
    target = root / path
    target.parent.mkdir(parents=True, exist_ok=True)
    return target
