"""The JSON Schema that editors read says what the engine accepts."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from curricula import base
from curriculum.editors import DIALECT, KINDS, json_schemas
from curriculum.rules.upkeep import schema_line, schema_of

COMMITTED = Path(__file__).parent.parent / "schema"


def test_the_committed_schemas_are_current() -> None:
    """`curriculum schema` has been run since the schema changed."""
    committed = {path.name: path.read_text(encoding="utf-8") for path in COMMITTED.glob("*.json")}
    assert committed == json_schemas()


@pytest.mark.parametrize("name", json_schemas())
def test_every_field_is_described(name: str) -> None:
    """Editors show the sentence below each field."""
    schema = json.loads(json_schemas()[name])
    parts = [schema, *schema.get("$defs", {}).values()]
    missing = [
        field
        for part in parts
        for field, said in part.get("properties", {}).items()
        if not said.get("description")
    ]
    assert (DIALECT, []) == (schema["$schema"], missing)
    assert "$schema" == next(iter(schema))


def test_references_have_the_names_of_csl() -> None:
    """Authors write `container-title` and `DOI`."""
    fields = json.loads(json_schemas()["references.json"])["$defs"]["Reference"]["properties"]
    assert {"container-title", "DOI", "unverified_fields"} <= set(fields)


def test_every_yaml_of_a_curriculum_has_a_schema() -> None:
    """Each kind is named by at least one file of the small curriculum."""
    kinds = {schema_of(path) for path in base() if path.endswith(".yml")}
    assert set(KINDS) - {"city"} == kinds  # a city keeps its own file, outside
    assert "" == schema_of("content/strings/fr.yml")
    assert ("# yaml-language-server: $schema=../../schema/track.json") == schema_line(
        "modules/t/track.yml", "track"
    )
