"""Whether everything that can be called, written or broken is named somewhere in the docs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest
from click import Group
from click.testing import CliRunner

from curriculum import rules, schema
from curriculum.catalog import Catalog
from curriculum.cli import main
from curriculum.editors import json_schemas
from curriculum.guide import guide
from curriculum.macros import VOCABULARY
from curriculum.rulebook import rulebook
from curriculum.settings import Settings
from curriculum.templating import frames

ROOT = Path(__file__).parents[1]
COMMANDS = main.list_commands(None)  # type: ignore[arg-type]


def docs() -> str:
    """Return the text of all documents: the root's and those about contributing."""
    folders = ("content/contribute", "docs")
    paths = [
        *ROOT.glob("*.md"),
        *(path for name in folders for path in ROOT.glob(f"{name}/**/*.md")),
    ]
    made = frames(Catalog(), Settings("", ""), None, {}, {})
    guides = [unescape(made.render(page)) for page in (*guide(), *rulebook())]
    return "\n".join([*(path.read_text("utf-8") for path in sorted(paths)), *guides])


def fields() -> Iterator[str]:
    """Yield every field that may be written in YAML, as `Module.title`."""
    for name in sorted(vars(schema)):
        model = getattr(schema, name)
        if isinstance(model, type) and issubclass(model, schema.Authored):
            for field, about in model.model_fields.items():
                yield f"{name}.{about.alias or field}"


TEXT = docs()


def named(word: str) -> bool:
    """Whether a word stands in the docs as code."""
    return bool(re.search(rf"(?<![\w-]){re.escape(word)}(?![\w-])", TEXT))


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_in_the_docs(command: str) -> None:
    """Each command is named as it is typed."""
    assert named(f"curriculum {command}")


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_shows_an_example(command: str) -> None:
    """`--help` says what a command does and gives an example."""
    shown = CliRunner().invoke(main, [command, "--help"])
    assert shown.exit_code == 0
    assert re.search(rf"Examples?:\n    curriculum {command}", shown.output)


@pytest.mark.parametrize("kind", ["module", "case", "path", "agenda", "curriculum"])
def test_every_scaffold_is_in_the_docs(kind: str) -> None:
    """What can be begun with `curriculum new` is named as it is typed."""
    new = main.get_command(None, "new")  # type: ignore[arg-type]
    assert isinstance(new, Group)
    assert kind in new.commands
    assert named(f"curriculum new {kind}")


@pytest.mark.parametrize("rule", rules.RULES)
def test_every_rule_is_in_the_docs(rule: str) -> None:
    """Each rule is named by its id, so that who meets it can look it up."""
    assert named(rule)


@pytest.mark.parametrize("macro", VOCABULARY)
def test_every_macro_is_in_the_docs(macro: str) -> None:
    """Each word of `{{ }}` is shown as it is called."""
    assert re.search(rf"\{{\{{ {macro}\(", TEXT)


@pytest.mark.parametrize("field", list(fields()))
def test_every_field_is_in_the_docs(field: str) -> None:
    """Each field of the YAML is named."""
    assert named(field.rpartition(".")[2])


@pytest.mark.parametrize("name", json_schemas())
def test_every_field_is_explained_to_editors(name: str) -> None:
    """The schema that an editor reads has words for each field, and is the one in the repository."""
    text = json_schemas()[name]
    assert text == (ROOT / "schema" / name).read_text("utf-8")
    assert text.count('"description"') > 0
