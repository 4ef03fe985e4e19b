"""How what MkDocs says while it works reaches people: as findings and plain lines, once."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from curriculum.configuration import FILE, RULE
from curriculum.findings import Finding, as_text

_VALUE = re.compile(r"Config value '(?P<key>\w+)': (?P<rest>.*)", re.DOTALL)


def logged(findings: Iterable[Finding]) -> int:
    """Log findings as our plugin's, and return how many of them are errors."""
    log, errors = logging.getLogger("mkdocs.plugins.curriculum"), 0
    for finding in findings:
        is_error = finding.severity == "error"
        (log.error if is_error else log.warning)(as_text(finding))
        errors += is_error
    return errors


class _Printer(logging.Handler):
    """Prints records; one about a value in mkdocs.yml as a finding with its line."""

    def __init__(self, root: Path, level: int) -> None:
        super().__init__(level)
        self._root = root

    def emit(self, record: logging.LogRecord) -> None:
        """Print one record to the standard error; of other plugins only what is wrong."""
        if record.levelno < logging.WARNING and record.name.startswith("mkdocs.plugins"):
            return
        said = record.getMessage()
        found = _VALUE.match(said)
        click.echo(self._finding(found["key"], found["rest"]) if found else said, err=True)

    def _finding(self, key: str, said: str) -> str:
        text = (self._root / FILE).read_text("utf-8", "replace")
        place = re.search(rf"^{key}:", text, re.MULTILINE)
        line = text.count("\n", 0, place.start()) + 1 if place else 1
        return as_text(Finding(FILE, line, RULE, f"`{key}`: {' '.join(said.split())}"))


@contextmanager
def told(root: Path, *, everything: bool = False) -> Iterator[None]:
    """Print what MkDocs logs inside, also what is no warning if wanted; its way to end is exit 1.

    MkDocs prints its log only when its own command is run; without this no finding would be seen.
    """
    level = logging.INFO if everything else logging.WARNING
    log = logging.getLogger("mkdocs")
    printer, before = _Printer(root, level), log.level
    log.addHandler(printer)
    log.setLevel(level)
    try:
        yield
    except click.ClickException as error:
        if not isinstance(error, SystemExit):  # as that of MkDocs, which has been logged
            click.echo(error.format_message(), err=True)
        raise SystemExit(1) from None
    finally:
        log.removeHandler(printer)
        log.setLevel(before)
