"""How the files of a curriculum become a catalog; pure: bytes in, values and findings out."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field, replace
from posixpath import basename, splitext
from typing import NamedTuple, TypeVar

from curriculum import schema
from curriculum.body import Body, read_body
from curriculum.bounds import too_much
from curriculum.calls import Pieces, calls_of, read_calls
from curriculum.catalog import CASE_FILES, PART_FILES, Catalog, Entry
from curriculum.findings import Finding, suggest
from curriculum.images import check_image
from curriculum.kinds import ENTRIES, LISTS, STRINGS, claims, unread
from curriculum.schema import Authored
from curriculum.source import MATTER, Record, decode, front_matter, read_yaml, rest
from curriculum.validate import remains, validate

T = TypeVar("T", bound=Authored)
Signatures = Mapping[str, inspect.Signature]


class Readers(NamedTuple):
    """What reads Markdown; whoever remembers what was read before gives others."""

    body: Callable[[str, str], Body] = read_body
    calls: Callable[[str, str, Signatures], tuple[Pieces, list[Finding]]] = read_calls
    measure: Callable[[str, str], list[Finding]] = too_much


PLAIN = Readers()

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_SUFFIXES = {"md", "yml", "png", "jpg", "webp", "svg"}


@dataclass
class _Work:
    """What has been read so far."""

    files: frozenset[str]
    left_out: frozenset[str]
    records: dict[str, Record] = field(default_factory=dict)
    bodies: dict[str, Body] = field(default_factory=dict)
    pieces: dict[str, Pieces] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    declared: dict[str, set[str]] = field(default_factory=dict)
    values: dict[str, dict[str, object]] = field(default_factory=dict)
    damaged: list[tuple[str, Entry[Authored]]] = field(default_factory=list)
    unreadable: set[str] = field(default_factory=set)

    def declare(self, kind: str, id_: str, path: str, line: int = 1) -> bool:
        known = self.declared.setdefault(kind, set())
        if id_ in known:
            message = f"the id `{id_}` is used twice among the {kind.replace('_', ' ')}"
            self.findings.append(
                Finding(path, line, "ids-are-unique", message, "give one of them another name")
            )
            return False
        known.add(id_)
        return True


def assemble(
    files: Mapping[str, bytes],
    macros: Signatures,
    readers: Readers = PLAIN,
    left_out: Collection[str] = (),
) -> tuple[Catalog, list[Finding]]:
    """Read every file and return the catalog with all that is wrong in single files.

    `files` maps paths below the root (`modules/…`, `content/…`) to their bytes. `macros` are the
    signatures that Markdown may call. `left_out` are the paths of files and folders that are there
    and were not read: nobody is told that they are missing. What is wrong *between* files is for `curriculum.rules`.
    """
    work = _Work(frozenset(files), frozenset(left_out))
    texts = _texts(work, files, readers)
    for path, text in texts.items():
        if path.endswith(".md"):
            work.bodies[path] = readers.body(path, text)
            _read_markdown(work, path, text, macros, readers)
        else:
            record, findings = read_yaml(path, text)
            work.findings += findings
            if record:
                work.records[path] = record
    # Files that could not be read take their place too: their ids are declared all the same.
    for path in files:
        if path.endswith((".md", ".yml")):
            _enter(work, path)
    for path, (kind, key, model) in LISTS.items():
        if path in files:
            _enter_list(work, path, kind, key, model)
    for kind, id_ in claims(files, left_out):
        work.declared.setdefault(kind, set()).add(id_)
    work.unreadable |= set(unread(left_out))
    return _catalog(work), sorted(work.findings)


def _texts(work: _Work, files: Mapping[str, bytes], readers: Readers) -> dict[str, str]:
    texts = {}
    for path, raw in files.items():
        suffix = splitext(path)[1].removeprefix(".")
        if suffix not in _SUFFIXES:
            what = f"a `.{suffix}` file" if suffix else f"the file `{basename(path)}`"
            message = f"{what} has no place in a curriculum"
            hint = "use " + ", ".join(f"`.{known}`" for known in sorted(_SUFFIXES))
            work.findings.append(Finding(path, 1, "files-are-of-known-kinds", message, hint))
        elif suffix in {"md", "yml"}:
            text, findings = decode(path, raw)
            findings += readers.measure(path, text) if suffix == "md" else []
            work.findings += findings
            if not findings:
                texts[path] = text
        else:
            work.findings += check_image(path, raw)
    return texts


def _read_markdown(work: _Work, path: str, text: str, macros: Signatures, readers: Readers) -> None:
    matter, skipped = front_matter(text)
    # Read apart from each other, as the site does: a mark in one must hide nothing in the other.
    pieces, findings = readers.calls(path, "\n" * skipped + rest(text, skipped), macros)
    work.pieces[path] = pieces
    work.findings += findings
    for finding in read_calls(path, matter and f"\n{matter}", {})[1]:
        work.findings.append(replace(finding, hint="front matter takes no macros"))
    if MATTER.match(text) and not matter:
        message = "the front matter is empty or does not end"
        hint = "put `---` on a line of its own after the last key"
        work.findings.append(Finding(path, 1, "yaml-is-valid", message, hint))
    if matter:
        record, findings = read_yaml(path, matter, first_line=2)
        work.findings += findings
        if record:
            work.records[path] = record


def _enter(work: _Work, path: str) -> None:
    """Give a file its place in the catalog, or say that it has none."""
    for kind, (pattern, model) in ENTRIES.items():
        found = pattern.fullmatch(path)
        if found:
            _enter_entry(work, kind, found["id"], path, model)
            return
    if path.endswith(".md"):
        record = work.records.get(path)
        if record:
            work.findings += validate(schema.FrontMatter, record)[1]
    elif path not in LISTS and not STRINGS.fullmatch(path):
        message = "nothing in a curriculum has this name"
        known = [*LISTS, "module.yml", "case.yml", "track.yml"]
        hint = suggest(path.rpartition("/")[2], [name.rpartition("/")[2] for name in known])
        work.findings.append(Finding(path, 1, "files-have-a-place", message, hint))


def _enter_entry(work: _Work, kind: str, id_: str, path: str, model: type[Authored]) -> None:
    if not _ID.fullmatch(id_):
        message = f"`{id_}` cannot be an id"
        hint = "use small letters, digits and single hyphens"
        work.findings.append(Finding(path, 1, "ids-are-kebab-case", message, hint))
    if not work.declare(kind, id_, path):
        return
    record = work.records.get(path)
    if not record:
        body = work.bodies.get(path)
        if body and not body.matter:
            message = "the front matter with `title` and `summary` is missing"
            hint = "begin the file with the lines `---`, `title: …`, `summary: …`, `---`"
            work.findings.append(Finding(path, 1, "fields-are-present", message, hint))
        return
    value, findings = validate(model, record)
    work.findings += findings
    entry = Entry(id_, path, value or remains(model, record), record, _parts(work, kind, path))
    if value:
        work.values.setdefault(kind, {})[id_] = entry
    else:
        work.damaged.append((kind, entry))


def _parts(work: _Work, kind: str, path: str) -> dict[str, str]:
    names = {"modules": PART_FILES, "cases": CASE_FILES}.get(kind, {})
    folder = path.rpartition("/")[0]
    return {
        part: f"{folder}/{name}" for part, name in names.items() if f"{folder}/{name}" in work.files
    }


def _enter_list(work: _Work, path: str, kind: str, key: str, model: type[Authored]) -> None:
    record = work.records.get(path)
    if not record:
        work.unreadable.add(kind)
        return
    for name in record.value:
        if name != key:
            message, hint = f"the key `{name}` is not known here", f"the list is called `{key}`"
            work.findings.append(
                Finding(path, record.line((name,)), "keys-are-known", message, hint)
            )
    rows = record.value.get(key)
    if not isinstance(rows, list):
        work.unreadable.add(kind)
        message = f"`{key}` is missing or not a list"
        work.findings.append(
            Finding(path, 1, "fields-are-present", message, f"begin with `{key}:`")
        )
        return
    for number, row in enumerate(rows):
        line = record.line((key, number))
        id_ = row.get("id") if isinstance(row, dict) else None
        if isinstance(id_, str) and not work.declare(kind, id_, path, line):
            continue
        value, findings = validate(model, record, (key, number))
        work.findings += findings
        if value:
            work.values.setdefault(kind, {})[value.id] = value  # type: ignore[attr-defined]


def _catalog(work: _Work) -> Catalog:
    declared = {kind: frozenset(ids) for kind, ids in work.declared.items()}
    values: dict[str, dict[str, object]] = work.values
    return Catalog(
        bodies=work.bodies,
        pieces=work.pieces,
        calls={path: calls_of(pieces) for path, pieces in work.pieces.items()},
        records=work.records,
        files=work.files,
        left_out=work.left_out,
        declared=declared,
        damaged=tuple(work.damaged),
        unreadable=frozenset(work.unreadable),
        **values,  # type: ignore[arg-type]
    )
