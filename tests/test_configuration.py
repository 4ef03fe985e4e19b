"""What is said about a mkdocs.yml before MkDocs reads it."""

from __future__ import annotations

from pathlib import Path

import pytest

from curriculum.configuration import OPTIONS, RULE, configuration_findings
from curriculum.examine import examine
from curriculum.plugin import CurriculumConfig
from folders import small_at

GOOD = """\
site_name: Small
site_url: !ENV [SITE_URL, "https://example.org/"]
theme: {name: material, palette: {scheme: default}}
plugins:
  - curriculum:
      edition: "2026.1"
      date: "2026-11-22"
  - macros: {module_name: macros/main}
extra: !!python/name:some.thing ''
"""


@pytest.mark.parametrize(
    "text",
    [
        GOOD,
        GOOD.replace('"2026-11-22"', "!ENV DAY"),
        GOOD.replace('"2026-11-22"', '""'),
        GOOD.replace("  - curriculum:", "  curriculum:").replace("  - macros:", "  macros:"),
        GOOD.replace("theme: {name: material, palette: {scheme: default}}", "theme: material"),
        "INHERIT: ../base.yml\n",
    ],
)
def test_what_mkdocs_takes_is_no_finding(text: str) -> None:
    """Whatever tags stand in it, and whether plugins are a list or a mapping."""
    assert [] == configuration_findings(text)


@pytest.mark.parametrize(
    ("was", "becomes", "line", "message"),
    [
        ("site_name: Small", "site_nam: Small", 1, "the site has no name"),
        ("name: material", "name: readthedocs", 3, "the theme is not `material`, for which the"),
        ("  - curriculum:", "  - curiculum:", 5, "the plugin `curriculum` is missing"),
        ("  - macros: {module_name: macros/main}\n", "", 5, "the plugin `macros` is missing"),
        ("      edition:", "      editon:", 6, "the plugin `curriculum` has no option `editon`"),
        ('"2026-11-22"', "22 November 2026", 7, "`22 November 2026` is not the day of an edition"),
        ('"2026-11-22"', "2026-11-22", 7, "`2026-11-22` is not the day of an edition"),
        ('"2026-11-22"', '"2026-13-01"', 7, "`2026-13-01` is not the day of an edition"),
        ("theme: {", "theme: }", 3, "this is not valid YAML: "),
        ("site_name: Small", "\tsite_name: Small", 1, "this is not valid YAML: "),
        ("site_name: Small", "site_name: \x07", 1, "this is not valid YAML: "),
        (GOOD, "[" * 100_000, 1, "its parts are nested too deeply"),
        (GOOD, "- a list\n", 1, "it has no keys"),
        (GOOD, "", 1, "it has no keys"),
    ],
)
def test_a_mistake_is_told_with_its_line(was: str, becomes: str, line: int, message: str) -> None:
    """Before MkDocs says it in its own words, or builds something else."""
    found = configuration_findings(GOOD.replace(was, becomes))
    assert RULE == found[0].rule
    assert line == found[0].line
    assert found[0].message.startswith(message)


def test_every_option_of_the_plugin_is_known() -> None:
    """What the plugin takes, the check must not refuse."""
    assert sorted(OPTIONS) == sorted(CurriculumConfig())


def test_it_is_part_of_every_check(tmp_path: Path) -> None:
    """A pull request that breaks the site's own file is told so, beside its other mistakes."""
    root = small_at(tmp_path / "small")
    assert [] == examine(root)[1]
    file = root / "mkdocs.yml"
    file.write_text(file.read_text("utf-8").replace("name: material", "name: mkdocs"), "utf-8")
    assert [("mkdocs.yml", RULE)] == [(found.path, found.rule) for found in examine(root)[1]]
