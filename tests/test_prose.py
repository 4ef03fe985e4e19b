"""What `check --prose` tells: hard texts, words that are not American, and nothing else."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result

from curricula import LEAST, Texts, base, catalog_of, changed
from curriculum.cli import main
from curriculum.findings import as_text
from curriculum.prose import read_prose
from curriculum.prose.dictionary import is_known, meant
from curriculum.prose.passages import Passage
from curriculum.prose.reading import grade_of, sentences_of
from curriculum.rules.prose import PROSE
from trees import plant

FILES = sorted((Path(__file__).parent / "prose").glob("*.yml"))
BRITISH = {"modules/garden/soil/index.md": "# Soil\n\nThe colour of soil.\n"}
OFFLINE = """
import socket
def refuse(*_): raise SystemExit("the network was asked for")
socket.socket.connect = socket.getaddrinfo = refuse
from curriculum.cli import main
main(["check", "--prose"])
"""


def _told(texts: Texts) -> str:
    return "".join(as_text(finding) + "\n" for finding in read_prose(catalog_of(texts)))


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A curriculum on a disk that has one British word, with the working directory in it."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.chdir(plant(tmp_path, {**BRITISH, "mkdocs.yml": LEAST}))
    return tmp_path


def _run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["check", *arguments])


def test_each_rule_about_prose_has_its_file() -> None:
    """With a curriculum that passes and one that does not."""
    assert sorted(PROSE) == [file.stem for file in FILES]


def test_the_small_curriculum_reads_well() -> None:
    """What every other case changes is right to begin with."""
    assert "" == _told(base())


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_good_prose_is_left_alone(file: Path) -> None:
    """Names, titles, quotations, tables, code and short texts are no reason for a warning."""
    case = yaml.safe_load(file.read_text(encoding="utf-8"))
    assert "" == _told(changed(base(), case["passes"]))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_bad_prose_is_told_with_its_line(file: Path) -> None:
    """Each file says, word for word, what people see."""
    case = yaml.safe_load(file.read_text(encoding="utf-8"))
    assert case["findings"] == _told(changed(base(), case["fails"]))


def test_prose_is_read_only_when_asked_for(root: Path) -> None:
    """A warning is told on its line, and the exit stays 0."""
    assert "" == _run().stdout
    result = _run("--prose")
    assert "modules/garden/soil/index.md:3: warning: `colour` is British" in result.stdout
    assert ("1 finding in 1 file\n", 0) == (result.stderr, result.exit_code)
    (root / "content/index.md").write_text("No title\n")
    assert 1 == _run("--prose").exit_code


def test_prose_is_read_in_the_files_that_are_asked_for(root: Path) -> None:
    """As with every other finding."""
    assert root.exists()
    assert "1 finding" in _run("--prose", "modules/garden/soil").stderr
    assert "no findings" in _run("--prose", "content").stderr


def test_warnings_have_every_form(root: Path) -> None:
    """A pull request marks them as warnings, and tools are told their level."""
    assert root.exists()
    marked = _run("--prose", "--format", "github").stdout
    assert marked.startswith("::warning file=modules/garden/soil/index.md,line=3,")
    assert "warning" == json.loads(_run("--prose", "--format", "json").stdout)[0]["severity"]
    run = json.loads(_run("--prose", "--format", "sarif").stdout)["runs"][0]
    assert ["warning"] == [result["level"] for result in run["results"]]
    assert set(PROSE) < {rule["id"] for rule in run["tool"]["driver"]["rules"]}


def test_a_module_may_be_excepted() -> None:
    """With `allow` and a reason, as from other rules."""
    allow = "allow: [{rule: prose-is-american, reason: It is about British gardens}]\nchanges:"
    edit = [{"find": "changes:", "put": allow}]
    texts = changed(base(), {**BRITISH, "modules/garden/soil/module.yml": edit})
    assert "" == _told(texts)


def test_nothing_is_fetched_from_the_network(root: Path) -> None:
    """Not even by a library that would like to, and the answer is the same each time."""
    place = {**os.environ, "HOME": str(root)}
    command = [sys.executable, "-W", "error", "-c", OFFLINE]
    runs = [subprocess.run(command, env=place, capture_output=True, check=True) for _ in "12"]
    assert runs[0].stdout == runs[1].stdout
    assert b"`colour` is British spelling" in runs[0].stdout


def test_an_ordinary_check_loads_no_dictionary(root: Path) -> None:
    """It is run at each save and must stay quick."""
    assert root.exists()
    code = "import sys; from curriculum.cli import main; main(['check'], standalone_mode=False)"
    seen = (
        "finally: print([name for name in ('textstat', 'nltk', 'spylls') if name in sys.modules])"
    )
    script = f"try:\n {code}\nexcept SystemExit: pass\n{seen}"
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True, text=True)
    assert "[]\n" == run.stdout


@pytest.mark.parametrize(
    ("word", "known"),
    [
        ("frontline", True),
        ("unserious", True),
        ("pre-mortem", True),
        ("funders", True),
        ("there'd", True),
        ("colours", False),
        ("commited", False),
        ("blorft", False),
        ("colour-blind", False),
    ],
)
def test_words_are_known_by_their_parts(word: str, known: bool) -> None:  # noqa: FBT001
    """Compounds and regular forms need no list of our own; misspellings that look so are told."""
    assert known == is_known(word)


def test_what_was_meant_is_told_where_it_can_be_guessed() -> None:
    """From lists first, then from the dictionary."""
    assert ["color", "committed", "councilor"] == [
        meant(word) for word in ("colour", "commited", "councillor")
    ]
    assert "" == meant("qqxxqqzzqq")


def test_sentences_end_where_a_reader_thinks_so() -> None:
    """Not at a title before a name, not within a number; each has its line."""
    passage = Passage(
        "a.md", 7, "Ask Dr. Lee.\nIt cost 2.5 million – or more! “Why?” she asked. End"
    )
    assert [
        (7, "Ask Dr Lee."),
        (8, "It cost 25 million or more."),
        (8, "“Why” she asked."),
        (8, "End."),
    ] == list(sentences_of(passage))
    assert [] == list(sentences_of(Passage("a.md", 1, "—")))


def test_grades_are_those_of_textstat() -> None:
    """Short words in short sentences are below school, long ones far above it."""
    assert -1 == round(grade_of("The cat sat on the mat. The dog ran to the cat."))
    assert 27 < grade_of("Organizational interdependencies necessitate collaboration.")
