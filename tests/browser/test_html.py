"""Whether every page is HTML as the standard has it: the Nu checker (vnu) finds no error."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from served import ROOT, Site

from curriculum.device import additions
from curriculum.handouts import Handouts
from curriculum.plugin import build_site
from curriculum.sayings import Sayings
from folders import read, small_at

VNU = ROOT / "node_modules/vnu-jar/build/dist/vnu.jar"
SUM = "0" * 64


def _errors(folder: Path) -> list[str]:
    """Return every error in the pages of a folder."""
    command = ["java", "-jar", str(VNU), "--format", "json", "--errors-only", "--skip-non-html"]
    done = subprocess.run([*command, str(folder)], check=False, capture_output=True, text=True)
    found = json.loads(done.stderr)["messages"]
    return [f"{each['url'].rpartition(folder.name)[2]}: {each['message']}" for each in found]


def _handed(*_work: Any) -> Handouts:
    """Return one file of each sort for each module and path of the small curriculum."""
    common = {"roles": ("mayor", "facilitator"), "size": 2000000, "sha256": SUM}
    packet = SimpleNamespace(
        **common,
        name="p.pdf",
        paper="a4",
        large_print=True,
        pages=9,
        verdict=SimpleNamespace(rules=89, broken=()),
    )
    office = SimpleNamespace(**common, name="o.docx", format="docx", kind="module")
    bundle = SimpleNamespace(**common, name="z.zip", paper="letter", files=7)
    owners = ("soil", "water", "season")
    return Handouts(
        {id_: [packet] for id_ in owners},
        {id_: [office] for id_ in owners},
        {"season": [bundle]},
    )


def test_the_checker_finds_no_error_on_any_page(site: Site) -> None:
    """All pages of the flagship, the missing one too."""
    assert [] == _errors(site.folder)


def test_the_checker_finds_no_error_where_files_are_offered(tmp_path: Path) -> None:
    """Pages that offer packets, office files, ZIPs and to be kept."""
    root = small_at(tmp_path / "small")
    out = root / "out"
    build_site(root / "mkdocs.yml", out, _handed)
    for path, raw in additions(read(out), Sayings()).items():
        (out / path).write_bytes(raw)
    assert "z.zip" in (out / "downloads/index.html").read_text("utf-8")
    assert [] == _errors(out)


def test_the_checker_would_find_an_error(tmp_path: Path) -> None:
    """An id that stands twice."""
    text = "<!doctype html><html lang=en><title>T</title><p id=a>1<p id=a>2"
    (tmp_path / "a.html").write_text(text, "utf-8")
    assert ["/a.html: Duplicate ID “a”."] == _errors(tmp_path)
