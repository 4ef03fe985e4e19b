"""Whether a Markdown file is small and plain enough to be read: what no parser takes long for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import accumulate

from curriculum.findings import Finding

# Measured with markdown-it-py 4.3 and Python-Markdown 3.11: what is squared in time is kept so low
# that no file takes either of them longer than 2 s. The flagship's largest file has a tenth of it.
MAX_BYTES = 128 * 1024
MAX_LINES = 4_000
MAX_HEADINGS = 300
MAX_INDENT = 60
MAX_QUOTES = 12
_MARKS: tuple[tuple[str, int, int], ...] = (
    ("[", 150, 4_000),
    ("<", 100, 2_000),
    ("*", 600, 8_000),
    ("_", 600, 8_000),
    ("`", 600, 8_000),
    ("!", 600, 8_000),
    ("\\", 600, 8_000),
    ("&", 600, 8_000),
    ("{", 300, 4_000),
    ("\n:", 40, 4_000),
)
"""Each mark with how often it may stand in one paragraph, list item or table row, and in a file."""

_HEADING = re.compile(r" {0,3}(#|=+ *$|-+ *$)")
_ITEM = re.compile(r" {0,3}([-*+]|\d{1,9}[.)])[ \t]")
_QUOTES = re.compile(r"[ \t>]*")


def too_much(path: str, text: str) -> list[Finding]:
    """Return why a Markdown file is not read, or nothing; each kind of fault once, where it begins."""
    faults: dict[str, Finding] = {}
    for line, what, hint in _faults(text):
        faults.setdefault(what, Finding(path, line, "markdown-is-plain", what, hint))
    return list(faults.values())


def _faults(text: str) -> Iterator[tuple[int, str, str]]:
    size = len(text.encode())
    if size > MAX_BYTES:
        yield 1, f"the file is {size:,} bytes long; at most {MAX_BYTES:,} are read", "split it"
        return
    lines = text.split("\n")
    if len(lines) > MAX_LINES:
        yield MAX_LINES, f"the file has more than {MAX_LINES:,} lines", "split it"
        return
    yield from _line_faults(lines)
    for mark, _, most in _MARKS:
        if text.count(mark) > most:
            line = _line_of(lines, mark, most)
            message = f"{_said(mark)} stands in the file more than {most:,} times"
            yield line, message, "split the file"
    for first, piece in _pieces(lines):
        for mark, most, _ in _MARKS:
            if piece.count(mark) > most:
                message = f"{_said(mark)} stands in one paragraph more than {most} times"
                yield first, message, "split the paragraph"


def _line_faults(lines: list[str]) -> Iterator[tuple[int, str, str]]:
    headings = 0
    for number, line in enumerate(lines, 1):
        before = _QUOTES.match(line)
        start = before.group() if before else ""
        if start.count(">") > MAX_QUOTES:
            yield number, f"more than {MAX_QUOTES} quotations stand in one another", "flatten them"
        if len(start.expandtabs(4)) > MAX_INDENT and line.strip():
            yield number, f"the line is indented by more than {MAX_INDENT} columns", "flatten it"
        headings += bool(_HEADING.match(line))
        if headings > MAX_HEADINGS:
            yield number, f"the file has more than {MAX_HEADINGS} headings", "split it"
            return


def _line_of(lines: list[str], mark: str, most: int) -> int:
    """Return the line on which a mark stands once too often."""
    counts = accumulate(f"\n{line}".count(mark) for line in lines)
    return next(number for number, count in enumerate(counts, 1) if count > most)


def _said(mark: str) -> str:
    words = {"\n:": "a line that begins with `:`", "`": "a back-tick"}
    return words.get(mark, f"`{mark}`")


def _pieces(lines: list[str]) -> Iterator[tuple[int, str]]:
    """Yield what is parsed in one go, with its first line: a paragraph, a list item, a table row."""
    run: list[str] = []
    for number, line in enumerate([*lines, ""], 1):
        if line.strip():
            run.append(line)
        elif run:
            yield from _split(number - len(run), run)
            run = []


def _split(first: int, run: list[str]) -> Iterator[tuple[int, str]]:
    indent = min(len(line) - len(line.lstrip()) for line in run)
    run = [line[indent:] for line in run]
    if _is_table(run):
        yield from enumerate(run, first)
    elif _ITEM.match(run[0]):
        starts = [number for number, line in enumerate(run) if _ITEM.match(line)]
        for start, end in zip(starts, [*starts[1:], len(run)], strict=True):
            yield first + start, "\n".join(run[start:end])
    else:
        yield first, "\n".join(run)


def _is_table(run: list[str]) -> bool:
    """Whether both readers of Markdown take some lines for a table."""
    if len(run) < 2:  # noqa: PLR2004  (a head and a rule)
        return False
    head, rule = run[0].strip().strip("|"), run[1].strip().strip("|")
    return "-" in rule and set(rule) <= set("|:- ") and head.count("|") == rule.count("|") > 0
