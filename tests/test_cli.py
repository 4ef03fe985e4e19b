"""The `curriculum` command: what it prints, how it ends, and that it never shows a traceback."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from commands import run
from curricula import base, changed
from curriculum import __version__, tree
from curriculum.caches import cache_folder
from curriculum.cli import main
from curriculum.commands import check
from curriculum.editors import json_schemas

COMMANDS = ["check", "rules", "schema", "new"]
NEW = ["module", "case", "path", "agenda", "curriculum"]


def test_a_good_curriculum_has_no_findings(root: Path) -> None:
    """Nothing on standard output, one line on the other, exit 0."""
    result = run("check")
    assert (
        "",
        "2 modules, 1 case: no findings\n",
        0,
    ) == (result.stdout, result.stderr, result.exit_code)
    assert (cache_folder(root) / "bodies.json").is_file()
    assert not (root / ".curriculum").exists()


def test_findings_are_printed_and_counted(root: Path) -> None:
    """Every file is read in one run; the exit says that something is wrong."""
    texts = changed(
        base(), {"content/index.md": "Home\n", "modules/garden/soil/worksheet.md": None}
    )
    (root / "content/index.md").write_text(texts["content/index.md"])
    (root / "modules/garden/soil/worksheet.md").unlink()
    result = run("check")
    assert (
        "content/index.md:1: the file has no title [pages-have-one-title]\n"
        "  hint: begin it with `# ` and the title\n"
        "modules/garden/soil/module.yml:9: the part `worksheet` is named, but there is no "
        "`modules/garden/soil/worksheet.md` [parts-exist]\n"
        "  hint: write the file, or take the part out\n"
    ) == result.stdout
    assert ("2 findings in 2 files\n", 1) == (result.stderr, result.exit_code)


def test_a_check_may_be_about_some_files(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Paths count from where one is, and a folder stands for all in it."""
    (root / "content/index.md").write_text("Home\n")
    (root / "modules/garden/soil/index.md").write_text("Soil\n")
    told = "1 finding in 1 file; 1 finding in other files\n"
    assert told == run("check", "modules").stderr
    assert told == run("check", "modules/garden/soil/index.md").stderr
    assert "no findings here; 2 findings in other files\n" == run("check", "mkdocs.yml").stderr
    assert "2 findings in 2 files\n" == run("check", ".").stderr
    monkeypatch.chdir(root / "modules")
    assert told == run("check", "garden").stderr


def test_findings_have_three_forms(root: Path) -> None:
    """Text for people, commands for pull requests, JSON for tools."""
    (root / "content/index.md").write_text("Home\n")
    assert run("check", "--format", "github").stdout.startswith("::error file=content/index.md,")
    assert [1] == [row["line"] for row in json.loads(run("check", "--format", "json").stdout)]


@pytest.mark.parametrize("command", ["check", "schema", "new module a/b", "rules --allowed"])
def test_outside_of_a_curriculum_is_a_clear_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    """The message says where one was looked for, and what to do."""
    monkeypatch.chdir(tmp_path)
    result = run(*command.split())
    assert 2 == result.exit_code
    assert result.stderr.startswith(f"Error: `{tmp_path}` is in no curriculum")
    assert "  hint: change into one" in result.stderr


def test_paths_that_are_not_there_are_clear_errors(root: Path) -> None:
    """A typing mistake is not taken for a good curriculum."""
    assert run("check", "modles").stderr.startswith("Error: there is no `modles`\n  hint: ")
    assert "is outside of the curriculum" in run("check", str(root.parent)).stderr
    assert 2 == run("check", "modles").exit_code


def test_unknown_commands_are_refused_with_those_that_exist() -> None:
    """A hint lists them."""
    result = run("chek")
    assert 2 == result.exit_code
    assert "there is no command `chek`" in result.stderr
    assert "`check`" in result.stderr


def test_unknown_options_are_the_users_mistake() -> None:
    """Click's own words, exit 2."""
    assert 2 == run("--nope").exit_code


@pytest.mark.parametrize(
    "arguments", [[], *([name] for name in COMMANDS), *(["new", n] for n in NEW)]
)
def test_every_help_has_an_example(arguments: list[str]) -> None:
    """One can copy a line and run it."""
    assert "Example:\n" in run(*arguments, "--help").stdout


def test_the_version_is_told() -> None:
    """The package's own."""
    assert f"curriculum, version {__version__}\n" == run("--version").stdout


def test_the_engines_own_mistake_is_one_line(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody is shown a traceback who did not ask for it."""

    def fail(_root: Path) -> None:
        raise KeyError("x")  # noqa: EM101

    monkeypatch.setattr(check, "examine", fail)
    result = run("check")
    assert result.stderr.startswith("Error: the engine made a mistake: KeyError: 'x'\n  hint: ")
    monkeypatch.setenv("CURRICULUM_TRACEBACK", "1")
    assert isinstance(CliRunner().invoke(main, ["check"]).exception, KeyError)
    assert root.exists()


def test_a_file_that_cannot_be_read_is_a_finding(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its name is told, and the rest is read; root may read all, so the refusal is made here."""
    read = tree.read_regular

    def refuse(file: Path, flags: int) -> bytes:
        if file == root / "content/index.md":
            raise PermissionError(13, "Permission denied", str(file))
        return read(file, flags)

    monkeypatch.setattr(tree, "read_regular", refuse)
    result = run("check")
    assert 1 == result.exit_code
    assert "content/index.md:1: " in result.stdout
    assert "[files-are-readable]" in result.stdout


def test_a_folder_that_cannot_be_made_is_a_clear_error(root: Path) -> None:
    """The operating system's reason is told."""
    result = run("schema", "--output", str(root / "mkdocs.yml" / "x"))
    assert 2 == result.exit_code
    assert "Not a directory" in result.stderr


def test_rules_are_listed_and_explained() -> None:
    """A list with a sentence each; one rule in full; a near word for a wrong id."""
    assert "parts-exist\n  Every part" in run("rules").stdout
    assert "Bad: " in run("rules", "parts-exist").stdout
    assert run("rules", "html-is-not-raw").stdout.endswith("No `allow` can silence it.\n")
    assert "did you mean `parts-exist`?" in run("rules", "parts-exis").stderr
    assert "`curriculum rules` lists them" in run("rules", "q").stderr


def test_exceptions_are_listed_with_their_reason(root: Path) -> None:
    """Nothing is silenced in secret."""
    module = root / "modules/garden/soil/module.yml"
    allow = "allow: [{rule: titles-agree, reason: A pun}]\nchanges:"
    module.write_text(module.read_text().replace("changes:", allow))
    assert ("modules/garden/soil/module.yml:21: titles-agree\n  A pun\n") == run(
        "rules", "--allowed"
    ).stdout


def test_schemas_are_written(root: Path) -> None:
    """Into `schema/` of the curriculum, or where one says."""
    assert f"{len(json_schemas())} schemas in {root / 'schema'}\n" == run("schema").stdout
    assert 0 == run("schema", "--output", "other").exit_code
    assert json_schemas() == {path.name: path.read_text() for path in (root / "other").iterdir()}


def test_eight_faults_in_one_module_are_told_in_onerun(root: Path) -> None:
    """Each at its file and line, whatever kind of fault it is."""
    changes = {
        "modules/garden/water/module.yml": [
            {"find": "status: pilot", "put": "status: pilot\ncolour: blue"},
            {"find": "requires: [soil]", "put": "requires: [soyl]"},
            {"find": "text: Decide which", "put": "text: Understand which"},
        ],
        "modules/garden/water/index.md": "# Water\n\n![](tank.png)\n\n#### Deep\n\n{{ tirm() }}\n",
        "modules/garden/water/practitioner-guide.md": "Guide\n\n<b>Bold</b>\n",
    }
    texts = changed(base(), changes)
    for path in changes:
        (root / path).write_text(texts[path])
    rows = json.loads(run("check", "--format", "json", "modules/garden/water").stdout)
    told = {(row["path"].rpartition("/")[2], row["line"], row["rule"]) for row in rows}
    assert told >= {
        ("module.yml", 6, "keys-are-known"),
        ("module.yml", 13, "objectives-begin-with-verbs"),
        ("module.yml", 15, "prerequisites-exist"),
        ("index.md", 3, "images-have-alt-text"),
        ("index.md", 3, "images-exist"),
        ("index.md", 5, "headings-skip-no-level"),
        ("index.md", 7, "macros-are-known"),
        ("practitioner-guide.md", 1, "pages-have-one-title"),
        ("practitioner-guide.md", 3, "html-is-not-raw"),
    }
