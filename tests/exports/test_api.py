"""What other programs read: complete, described by its schema, and never less than before."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from curricula import catalog_of
from curriculum.assemble import assemble
from curriculum.catalog import Catalog
from curriculum.exports.api import LISTS, api_files, api_schema
from curriculum.macros import SIGNATURES
from curriculum.settings import Settings
from curriculum.tree import read_files
from folders import ROOT

SETTINGS = Settings(
    name="Small", url="https://example.org/small/", edition="2026.1", date="2026-11-22"
)
PROMISED = Path(__file__).parent / "v1.txt"


def read(catalog: Catalog, name: str) -> Any:
    """Return one list of the files."""
    return json.loads(api_files(catalog, SETTINGS)[f"api/v1/{name}.json"])[name]


def names(schema: dict[str, Any]) -> Iterator[str]:
    """Yield every name that the schema knows, as `Module.title`."""
    for kind, part in {"Whole": schema, **schema["$defs"]}.items():
        for name in part.get("properties", {}):
            yield f"{kind}.{name}"


def test_no_name_is_ever_taken_away() -> None:
    """Every name that was promised for version 1 is still there; new ones are added to the list."""
    promised = PROMISED.read_text("utf-8").splitlines()
    now = sorted(names(api_schema()))
    assert [] == [name for name in promised if name not in now]
    assert [] == [name for name in now if name not in promised], "add them to tests/exports/v1.txt"


@pytest.mark.parametrize(
    "name", ["catalog.json", *(f"api/v1/{name}.json" for name in ("index", *LISTS))]
)
def test_each_file_is_as_the_schema_says(catalog: Catalog, name: str) -> None:
    """The published schema is valid, and every file keeps it."""
    schema = json.loads(api_files(catalog, SETTINGS)["api/v1/schema.json"])
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(json.loads(api_files(catalog, SETTINGS)[name]), schema)


def test_the_flagship_keeps_the_schema() -> None:
    """The real curriculum uses every field; its whole catalog is valid too."""
    catalog, _ = assemble(read_files(ROOT), SIGNATURES)
    files = api_files(catalog, SETTINGS)
    jsonschema.validate(json.loads(files["catalog.json"]), api_schema())


def test_the_schema_lets_names_be_added_and_none_be_missing() -> None:
    """A reader of today understands the files of tomorrow."""
    text = json.dumps(api_schema())
    assert '"additionalProperties": false' not in text
    module = api_schema()["$defs"]["ModuleRecord"]
    assert list(module["properties"]) == module["required"]


def test_a_module_says_what_its_author_wrote(catalog: Catalog) -> None:
    """Names are those of the YAML, with an id, an address and the parts; exceptions from rules are not said."""
    soil, water = read(catalog, "modules")
    assert ("soil", "garden", 60) == (soil["id"], soil["track"], soil["minutes"])
    assert soil["url"] == "https://example.org/small/modules/garden/soil/"
    assert soil["audience"]["facilitator"]["minutes"] == 90
    assert soil["take_home"] is None
    assert "allow" not in soil
    assert [
        {"part": "briefing", "url": f"{soil['url']}", "for_facilitators": False},
        {"part": "worksheet", "url": f"{soil['url']}worksheet/", "for_facilitators": False},
    ] == soil["parts"]
    epilogue = "https://example.org/small/cases/drought/epilogue/"
    assert {"part": "epilogue", "url": epilogue, "for_facilitators": True} in water["parts"]


def test_what_came_after_a_decision_is_not_told(catalog: Catalog) -> None:
    """Facts, events and exhibits of the epilogue are left out."""
    text = json.dumps(read(catalog, "cases"))
    assert "The tank is filled" in text
    assert "SECRET" not in text
    assert "Rain" not in text


def test_what_nobody_has_seen_is_null(catalog: Catalog) -> None:
    """A work's unverified fields are not told."""
    work = read(catalog, "references")[0]
    assert work["container-title"] is None
    assert work["DOI"] == "10.1000/a_b"
    assert work["ISBN"] is None


def test_paths_tell_their_minutes(catalog: Catalog) -> None:
    """The shortest and the longest route, as the path's page says them."""
    (path,) = read(catalog, "paths")
    assert (60, 120) == (path["shortest"], path["longest"])


def test_every_address_is_absolute(catalog: Catalog) -> None:
    """All links and addresses begin with the site's."""
    whole = json.loads(api_files(catalog, SETTINGS)["catalog.json"])
    found = [*whole["links"].values()]
    for name in ("tracks", "modules", "cases", "paths", "agendas", "frameworks", "glossary"):
        found += [item["url"] for item in whole[name]]
    assert found
    assert [] == [address for address in found if not address.startswith(SETTINGS.url)]


def test_the_whole_is_its_lists(catalog: Catalog) -> None:
    """`catalog.json` says the same as the files of `api/v1/` together."""
    files = api_files(catalog, SETTINGS)
    whole = json.loads(files["catalog.json"])
    for name in LISTS:
        assert whole[name] == json.loads(files[f"api/v1/{name}.json"])[name]


def test_an_empty_curriculum_has_empty_lists() -> None:
    """Nothing written, nothing told, and still valid."""
    whole = json.loads(api_files(catalog_of({}), SETTINGS)["catalog.json"])
    jsonschema.validate(whole, api_schema())
    assert whole["modules"] == []
