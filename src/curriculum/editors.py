"""What editors are told about each kind of YAML: its JSON Schema."""

from __future__ import annotations

import json

from curriculum import schema
from curriculum.schema import Authored

KINDS: dict[str, tuple[type[Authored], str]] = {
    "module": (schema.Module, "Module"),
    "case": (schema.Case, "Case"),
    "track": (schema.Track, "Track"),
    "path": (schema.LearningPath, "Learning path"),
    "agenda": (schema.Agenda, "Agenda"),
    "people": (schema.People, "People"),
    "references": (schema.References, "References"),
    "glossary": (schema.Glossary, "Glossary"),
    "further-reading": (schema.FurtherReadingFile, "Further reading"),
    "city": (schema.City, "City"),
}
"""Each kind by the name of its schema file: its model and its title."""

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def json_schemas() -> dict[str, str]:
    """Return the JSON Schema of every kind of YAML as text, by the name of its file."""
    return {f"{kind}.json": _text(model, title) for kind, (model, title) in KINDS.items()}


def _text(model: type[Authored], title: str) -> str:
    body = model.model_json_schema(by_alias=True)
    whole = {"$schema": DIALECT, **body, "title": title}
    return json.dumps(whole, indent=2, ensure_ascii=False) + "\n"
