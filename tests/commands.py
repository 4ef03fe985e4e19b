"""How tests run the `curriculum` command: as people do, and never to a traceback."""

from __future__ import annotations

from click.testing import CliRunner, Result

from curriculum.cli import main


def run(*arguments: str) -> Result:
    """Run the command in the working directory."""
    result = CliRunner().invoke(main, arguments)
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result
