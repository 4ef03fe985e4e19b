"""Which pages explain what contributors may write: the fields of YAML and the macros, from docstrings."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from dataclasses import dataclass

from curriculum import schema
from curriculum.editors import KINDS
from curriculum.macros import SIGNATURES, VOCABULARY
from curriculum.page import Page
from curriculum.sayings import ENGLISH, Sayings
from curriculum.schema import Authored


@dataclass(frozen=True)
class Field:
    """One key of a YAML file, as the guide explains it."""

    name: str
    text: str
    """What it means, in Markdown-free words."""
    required: bool


@dataclass(frozen=True)
class Kind:
    """One kind of YAML, or of a mapping inside one."""

    name: str
    text: str
    fields: tuple[Field, ...]


@dataclass(frozen=True)
class Word:
    """One macro, as an author calls it."""

    name: str
    call: str
    text: str


def kinds() -> Iterator[Kind]:
    """Yield everything that may be written in YAML: whole files first, then what stands in them."""
    files = [model for model, _ in KINDS.values()]
    models = [getattr(schema, name) for name in schema.__all__]
    inner = [model for model in models if issubclass(model, Authored) and model not in files]
    for model in [*files, *inner]:
        if model.model_fields:
            yield Kind(model.__name__, inspect.getdoc(model) or "", tuple(_fields(model)))


def _fields(model: type[Authored]) -> Iterator[Field]:
    for name, about in model.model_fields.items():
        yield Field(about.alias or name, about.description or "", about.is_required())


def words() -> Iterator[Word]:
    """Yield every macro in the order in which the vocabulary has them."""
    for name, word in VOCABULARY.items():
        bare = SIGNATURES[name].replace(return_annotation=inspect.Signature.empty)
        plain = [part.replace(annotation=part.empty) for part in bare.parameters.values()]
        call = f"{{{{ {name}{bare.replace(parameters=plain)} }}}}"
        yield Word(name, call.replace("'", '"'), inspect.getdoc(word) or "")


def guide(say: Sayings = ENGLISH) -> Iterator[Page]:
    """Yield the pages of the guide that are made from docstrings."""
    about = (("kind", say("kind.contributors")),)
    yield Page(
        "contribute/fields.md",
        "What may stand in YAML",
        "fields.html",
        "Every key of every YAML file, and what it means.",
        edit="src/curriculum/schema/module.py",
        filters=about,
        values={"kinds": list(kinds())},
        weight=0.3,
    )
    yield Page(
        "contribute/macros.md",
        "Macros in Markdown",
        "macros.html",
        "The words an author may use between double braces, and what each one prints.",
        edit="src/curriculum/macros.py",
        filters=about,
        values={"vocabulary": list(words())},
        weight=0.3,
    )
