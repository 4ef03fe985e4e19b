"""How the text of a YAML file becomes plain values that remember their lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import yaml

from curriculum.findings import Finding

Path = tuple[str | int, ...]

MAX_BYTES, MAX_DEPTH = 512 * 1024, 24

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_INTEGER = re.compile(r"-?(0|[1-9][0-9]{0,15})")
_DECIMAL = re.compile(r"-?(0|[1-9][0-9]{0,15})\.[0-9]{1,16}")
_WORDS: dict[str, object] = {"true": True, "false": False, "null": None, "~": None, "": None}
MATTER, _CLOSE = re.compile(r"---[ \t]*\n"), re.compile(r"(---|\.\.\.)[ \t]*")
FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff]"
)
"""Controls, lines that editors do not count, marks that turn a text, halves of characters."""


@dataclass(frozen=True)
class Record:
    """The value of one YAML file, with the line of every part of it."""

    path: str
    value: Any
    lines: dict[Path, int] = field(default_factory=dict)
    first: str = ""
    """The first line of its text, where editors look for the schema."""

    def line(self, where: Path = ()) -> int:
        """Return the line of a part, or of the nearest part around it that has one."""
        while where and where not in self.lines:
            where = where[:-1]
        return self.lines.get(where, 1)


class Text(NamedTuple):
    """A decoded file and what is wrong with its encoding."""

    text: str
    findings: list[Finding]


def decode(path: str, raw: bytes) -> Text:
    """Decode a file: UTF-8 with or without a byte order mark, any line ends, no control characters."""
    if len(raw) > MAX_BYTES:
        message = f"the file is {len(raw):,} bytes long; at most {MAX_BYTES:,} are read"
        return Text("", [Finding(path, 1, "files-are-small", message, "split it")])
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        message = f"byte {raw[error.start]:#04x} is not UTF-8"
        hint = "save the file as UTF-8 in your editor"
        return Text("", [Finding(path, line, "files-are-utf-8", message, hint)])
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    found = FORBIDDEN.search(text)
    if not found:
        return Text(text, [])
    line = text.count("\n", 0, found.start()) + 1
    return Text("", [_invisible(path, line, found.group())])


def _invisible(path: str, line: int, character: str) -> Finding:
    message = f"the invisible character U+{ord(character):04X} is not allowed"
    hint = "delete it; it can make text read differently from what it does"
    return Finding(path, line, "characters-are-visible", message, hint)


@dataclass
class _Open:
    """A mapping or a list that is still being filled."""

    value: Any
    where: Path
    key: str | None = None


def read_yaml(path: str, text: str, first_line: int = 1) -> tuple[Record | None, list[Finding]]:
    """Read YAML strictly: one document, no tags, anchors, aliases, merge keys or duplicate keys.

    `first_line` is the line of the file on which `text` begins. Scalars are read by YAML 1.2's
    core rules, so `NO`, `010`, `1:30` and unquoted dates stay strings.
    """
    reader = _Reader(path, first_line)
    try:
        for event in yaml.parse(text, Loader=_LOADER):
            reader.take(event)
            if reader.stopped:
                break
    except yaml.MarkedYAMLError as error:
        unclosed = "end of stream" in (error.problem or "") and error.context_mark
        mark = error.context_mark if unclosed else error.problem_mark or error.context_mark
        last = text.rstrip("\n").count("\n")
        line = first_line + min(mark.line if mark else 0, last)
        message = f"this is not YAML: {error.problem or error.context}"
        hint = "check the indentation, the quotes and the colons near this line"
        reader.findings.append(Finding(path, line, "yaml-is-valid", message, hint))
    except yaml.YAMLError as error:
        message = f"this is not YAML: {str(error).splitlines()[0]}"
        reader.findings.append(Finding(path, first_line, "yaml-is-valid", message))
    if reader.findings:
        return None, reader.findings
    if not isinstance(reader.value, dict):
        what = "empty" if reader.value is None else "not a mapping of keys to values"
        message, hint = f"the file is {what}", "write `key: value` lines"
        return None, [Finding(path, first_line, "yaml-is-a-mapping", message, hint)]
    return Record(path, reader.value, reader.lines, text.partition("\n")[0].rstrip()), []


class _Reader:
    """Builds values from YAML events with a stack of its own, so that depth cannot hurt."""

    def __init__(self, path: str, first_line: int) -> None:
        self.path, self.first_line = path, first_line
        self.findings: list[Finding] = []
        self.lines: dict[Path, int] = {}
        self.value: Any = None
        self.documents = 0
        self.stopped = False
        self._open: list[_Open] = []

    def take(self, event: Any) -> None:
        if isinstance(event, yaml.ScalarEvent):
            self._scalar(event)
        elif isinstance(event, yaml.MappingStartEvent | yaml.SequenceStartEvent):
            self._start(event)
        elif isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent):
            self._open.pop()
        elif isinstance(event, yaml.AliasEvent):
            self._refuse(event, f"alias `*{event.anchor}`", "write the value out in full")
        elif isinstance(event, yaml.DocumentStartEvent):
            self.documents += 1
            if event.tags or event.version:
                self._refuse(event, "a line that begins with `%`", "delete it")
            elif self.documents > 1:
                self._refuse(event, "a second document (`---`)", "keep one document to a file")

    def _refuse(self, event: Any, what: str, hint: str) -> None:
        line = self.first_line + event.start_mark.line
        message = f"{what} is not allowed here"
        self.findings.append(Finding(self.path, line, "yaml-is-plain", message, hint))
        self.stopped = True

    def _plain(self, event: Any) -> None:
        if event.anchor:
            self._refuse(event, f"anchor `&{event.anchor}`", "write the value out in full")
        elif event.tag and event.tag != "!":
            self._refuse(event, f"tag `{event.tag}`", "write a plain value")

    def _start(self, event: Any) -> None:
        self._plain(event)
        if len(self._open) >= MAX_DEPTH:
            self._refuse(event, f"nesting deeper than {MAX_DEPTH} levels", "make it flatter")
        value: Any = {} if isinstance(event, yaml.MappingStartEvent) else []
        parent = self._open[-1] if self._open else None
        if parent and isinstance(parent.value, dict) and parent.key is None:
            self._refuse(event, "a list or mapping as a key", "use a word as the key")
            return
        where = self._place(value, self.first_line + event.start_mark.line)
        self._open.append(_Open(value, where))

    def _scalar(self, event: Any) -> None:
        self._plain(event)
        line = self.first_line + event.start_mark.line
        # An escape such as "\\u202e" is no such character in the file, but it is one in the value.
        hidden = FORBIDDEN.search(event.value)
        if hidden:
            self.findings.append(_invisible(self.path, line, hidden.group()))
        parent = self._open[-1] if self._open else None
        if parent and isinstance(parent.value, dict) and parent.key is None:
            self._key(parent, event, line)
        else:
            self._place(_scalar(event), line)

    def _key(self, parent: _Open, event: Any, line: int) -> None:
        key = event.value
        if key == "<<":
            self._refuse(event, "merge key `<<`", "write the keys out in full")
        elif key in parent.value:
            message = f"the key `{key}` stands here twice"
            first = self.lines[*parent.where, key]
            hint = f"keep one of them; the first is on line {first}"
            self.findings.append(Finding(self.path, line, "keys-are-unique", message, hint))
        parent.key = key
        self.lines[*parent.where, key] = line

    def _place(self, value: Any, line: int) -> Path:
        """Put a value into the collection that is open, and return its path."""
        if not self._open:
            self.value = value
            self.lines[()] = line
            return ()
        parent = self._open[-1]
        if isinstance(parent.value, dict):
            where: Path = (*parent.where, parent.key or "")
            parent.value[parent.key] = value
            parent.key = None
        else:
            where = (*parent.where, len(parent.value))
            parent.value.append(value)
            self.lines[where] = line
        return where


def _scalar(event: Any) -> object:
    text: str = event.value
    if not event.implicit[0]:
        return text
    if text in _WORDS:
        return _WORDS[text]
    if _INTEGER.fullmatch(text):
        return int(text)
    return float(text) if _DECIMAL.fullmatch(text) else text


def front_matter(text: str) -> tuple[str, int]:
    """Return the YAML between `---` lines at the top (or ``) and the number of lines it takes.

    The same lines that MkDocs takes, or else what is checked would not be what is published.
    """
    lines = text.split("\n") if MATTER.match(text) else []
    end = next((n for n, line in enumerate(lines[2:-1], 2) if _CLOSE.fullmatch(line)), None)
    return ("\n".join(lines[1:end]), end + 1) if end else ("", 0)


def rest(text: str, skipped: int) -> str:
    """Return a text without its first lines."""
    return "\n".join(text.split("\n")[skipped:])


def walk_strings(value: Any, where: Path = ()) -> Iterator[tuple[Path, str]]:
    """Yield every string in a value with its path."""
    if isinstance(value, str):
        yield where, value
    elif isinstance(value, dict):
        for key, part in value.items():
            yield from walk_strings(part, (*where, key))
    elif isinstance(value, list):
        for number, part in enumerate(value):
            yield from walk_strings(part, (*where, number))
