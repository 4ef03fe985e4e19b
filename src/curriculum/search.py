"""How the finished site becomes searchable: Pagefind's index, without its ready-made screens."""

from __future__ import annotations

import errno
import gzip
import hashlib
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import cbor2

# What our own dialog never loads.
_SCREENS = (
    "pagefind-ui.*",
    "pagefind-modular-ui.*",
    "pagefind-component-ui.*",
    "pagefind-highlight.js",
)
_MAGIC = b"pagefind_dcd"
_FILTERS = 3
"""Where the metadata lists the filters: after the version, the pages and the word chunks."""


def index(site: Path) -> int:
    """Index a site in place and return how many pages were indexed.

    Raises `OSError` with the indexer's last words when it fails.
    """
    command = [
        sys.executable,
        "-m",
        "pagefind",
        "--site",
        str(site),
        "--output-subdir",
        "pagefind",
        "--exclude-selectors",
        ".headerlink",
        "--quiet",
    ]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    if done.returncode:
        said = done.stderr.strip().splitlines()
        message = f"the search index was not made: {said[-1] if said else done.returncode}"
        raise OSError(errno.EIO, message)
    bundle = site / "pagefind"
    for pattern in _SCREENS:
        for file in bundle.glob(pattern):
            file.unlink()
    _settle(bundle)
    entry = json.loads((bundle / "pagefind-entry.json").read_text(encoding="utf-8"))
    return sum(int(language["page_count"]) for language in entry["languages"].values())


def _settle(bundle: Path) -> None:
    """Give the lists of filters an order, so that two indexes of one site are equal.

    Pagefind writes them as they lie in memory. A filter is `[name, [[value, pages], …]]`; the
    metadata lists the filters' files, and `pagefind-entry.json` names the metadata.
    """
    for file in (*bundle.glob("*.js*"), *bundle.glob("wasm.*"), *bundle.glob("*/*.pf_*")):
        _check(file)
    renamed = {}
    for file in sorted(bundle.glob("filter/*.pf_filter")):
        name, values = _unpack(file)
        renamed[file.stem] = _replace(file, file.stem, [name, sorted(values)])
    entry = json.loads((bundle / "pagefind-entry.json").read_text(encoding="utf-8"))
    for _, language in sorted(entry["languages"].items()):
        file = bundle / f"pagefind.{language['hash']}.pf_meta"
        meta = _unpack(file)
        meta[_FILTERS] = sorted([name, renamed[hash_]] for name, hash_ in meta[_FILTERS])
        language["hash"] = _replace(file, language["hash"], meta)
    entry["languages"] = dict(sorted(entry["languages"].items()))
    (bundle / "pagefind-entry.json").write_text(json.dumps(entry), encoding="utf-8")


def _check(file: Path) -> None:
    """Raise `OSError` where a file was not written to its end: Pagefind does not say so itself."""
    try:
        raw = file.read_bytes()
        whole = gzip.decompress(raw).startswith(_MAGIC) if ".pf_" in file.name else bool(raw)
    except EOFError:
        whole = False
    if not whole:
        raise OSError(errno.EIO, "The search index is not whole; is the disk full?", str(file))


def _unpack(file: Path) -> Any:
    """Return what a file of the index holds."""
    return cbor2.loads(gzip.decompress(file.read_bytes()).removeprefix(_MAGIC))


def _replace(file: Path, old: str, value: object) -> str:
    """Write new content under a name made from it, in place of a file; return the new name."""
    raw = cbor2.dumps(value)
    language, _, digits = old.rpartition("_")
    new = f"{language}_{hashlib.sha256(raw).hexdigest()[: len(digits)]}"
    file.unlink()
    packed = gzip.compress(_MAGIC + raw, 9, mtime=0)
    file.with_name(file.name.replace(old, new)).write_bytes(packed)
    return new
