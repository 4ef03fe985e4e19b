"""Whether a day, a host and a port that nobody could mean are refused with a hint."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest
from click.testing import CliRunner

from curriculum.cli import main


@pytest.mark.parametrize("day", ["foo", "1.3.2027", "2027-02-30", ""])
@pytest.mark.parametrize(
    "command",
    [
        ["edition", "2027.1", "--date"],
        ["agenda", "open-day", "--output", "x.ics", "--start"],
        ["links", __file__, "--history", "x.json", "--date"],
    ],
)
def test_what_is_no_day_is_refused(command: list[str], day: str) -> None:
    """A day is written as `2027-03-01` in every command; nothing is written for another."""
    told = CliRunner().invoke(main, [*command, day])
    assert (2, f"Error: `{day}` is not a day") == (told.exit_code, told.stderr.splitlines()[0])
    assert "`2027-03-01`" in told.stderr


@pytest.mark.parametrize("address", ["foo", "127.0.0.1", "127.0.0.1:99999", "127.0.0.1:x"])
def test_what_is_no_address_is_refused(address: str) -> None:
    """A preview needs a host and a port."""
    told = CliRunner().invoke(main, ["serve", "--address", address])
    assert (2, f"Error: `{address}` is not a host and a port") == (
        told.exit_code,
        told.stderr.splitlines()[0],
    )


def test_an_address_in_use_is_told_apart(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Where something listens already, a preview says so and how to choose another address."""

    def listen(_file: Path, address: str, *, open_browser: bool) -> None:
        assert not open_browser
        host, _, port = address.rpartition(":")
        with socket.socket() as second:
            second.bind((host, int(port)))

    monkeypatch.setattr("curriculum.plugin.serve_site", listen)
    (tmp_path / "mkdocs.yml").write_text("", "utf-8")
    monkeypatch.chdir(tmp_path)
    with socket.socket() as first:
        first.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{first.getsockname()[1]}"
        told = CliRunner().invoke(main, ["serve", "--address", address])
    assert 2 == told.exit_code
    assert f"something else listens on `{address}`" in told.stderr


def test_no_silenced_rule_is_said(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A list that is empty says so."""
    (tmp_path / "mkdocs.yml").write_text("", "utf-8")
    monkeypatch.chdir(tmp_path)
    assert "no rule is silenced\n" == CliRunner().invoke(main, ["rules", "--allowed"]).stderr
