"""What stands in the ZIP of a path, for whom, and that equal files give equal ZIPs."""

from __future__ import annotations

import hashlib
import io
import zipfile
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from curricula import base, catalog_of
from curriculum.bundles import FOLDER, contents, make_bundles
from curriculum.catalog import Catalog
from curriculum.checksums import NAME
from curriculum.handouts import Handouts
from curriculum.settings import Settings

CATALOG = catalog_of(base())
PATH = next(iter(CATALOG.paths.values()))
MODULE = PATH.value.steps[0].module  # type: ignore[union-attr]  # the first step is no choice
ROLE = PATH.value.audience[0]
OTHER = next(role for role in ("mayor", "team-member", "senior-official") if role != ROLE)
SETTINGS = Settings("Small", "https://example.org/small/", edition="2026.1", notice="Not theirs.")


def _packet(id_: str, role: str, paper: str = "a4", *, large: bool = False) -> Any:
    name = ".".join([id_, role, paper, *["large"] * large, "pdf"])
    return SimpleNamespace(id=id_, name=name, roles=(role,), paper=paper, large_print=large)


def _file(id_: str, role: str, format_: str) -> Any:
    return SimpleNamespace(name=f"{id_}.{role}.{format_}", roles=(role,), format=format_)


PACKETS = {
    PATH.id: [_packet(PATH.id, ROLE), _packet(PATH.id, ROLE, "letter")],
    MODULE: [
        _packet(MODULE, ROLE),
        _packet(MODULE, OTHER),
        _packet(MODULE, "facilitator"),
        _packet(MODULE, ROLE, "letter"),
        _packet(MODULE, ROLE, large=True),
    ],
}
OFFICE = {
    MODULE: [
        _file(MODULE, ROLE, "docx"),
        _file(MODULE, OTHER, "docx"),
        _file(MODULE, "facilitator", "pptx"),
        _file(MODULE, "facilitator", "pdf"),
    ]
}
MADE = Handouts(PACKETS, OFFICE)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site's folder with the files that were made."""
    for folder, owned in (("packets", PACKETS), ("office", OFFICE)):
        (tmp_path / folder).mkdir()
        for made in owned.values():
            for file in made:
                (tmp_path / folder / file.name).write_bytes(file.name.encode())
    return tmp_path


def test_a_zip_has_what_its_roles_and_those_who_run_it_need() -> None:
    """On one paper, without large print, other roles and slides as PDF; in the path's order."""
    assert {
        f"{PATH.id}.{ROLE}.a4.pdf": f"packets/{PATH.id}.{ROLE}.a4.pdf",
        f"participants/01-{MODULE}.{ROLE}.a4.pdf": f"packets/{MODULE}.{ROLE}.a4.pdf",
        f"facilitators/01-{MODULE}.facilitator.a4.pdf": f"packets/{MODULE}.facilitator.a4.pdf",
        f"word/01-{MODULE}.{ROLE}.docx": f"office/{MODULE}.{ROLE}.docx",
        f"slides/01-{MODULE}.facilitator.pptx": f"office/{MODULE}.facilitator.pptx",
    } == contents(PATH, MADE, "a4")


def test_zips_are_written_with_their_checksums(site: Path) -> None:
    """Each ZIP holds its files in one folder, with a text that says what they are."""
    bundles = make_bundles(CATALOG, SETTINGS, MADE, site)[PATH.id]
    assert [("a4", 6), ("letter", 5)] == [(each.paper, each.files) for each in bundles]
    sums = (site / FOLDER / NAME).read_text("utf-8")
    for bundle in bundles:
        raw = (site / FOLDER / bundle.name).read_bytes()
        digest = hashlib.sha256(raw).hexdigest()
        assert (digest, len(raw)) == (bundle.sha256, bundle.size)
        assert f"{digest}  {bundle.name}\n" in sums
        names = zipfile.ZipFile(io.BytesIO(raw)).namelist()
        assert {f"{PATH.id}.{bundle.paper}"} == {name.partition("/")[0] for name in names}
        about = zipfile.ZipFile(io.BytesIO(raw)).read(f"{PATH.id}.{bundle.paper}/README.txt")
        assert about.decode().startswith(f"{PATH.value.title}\nSmall · Edition 2026.1\nhttps://")


@pytest.mark.parametrize(
    ("ids", "said"),
    [
        (
            ["CC-BY-SA-4.0"],
            "CC BY-SA 4.0, https://creativecommons.org/licenses/by-sa/4.0/",
        ),
        (
            ["CC0-1.0"],
            "CC0 1.0, https://creativecommons.org/publicdomain/zero/1.0/",
        ),
        (
            ["CC0-1.0", "CC-BY-SA-4.0"],
            "CC BY-SA 4.0, https://creativecommons.org/licenses/by-sa/4.0/",
        ),
    ],
)
def test_a_zip_names_the_license_of_its_modules(site: Path, ids: list[str], said: str) -> None:
    """Where they have several, the strictest: under it all of them may be passed on together."""
    modules = {}
    for number, (id_, module) in enumerate(CATALOG.modules.items()):
        terms = ids[number % len(ids)]
        modules[id_] = replace(module, value=module.value.model_copy(update={"license": terms}))
    text = _about(replace(CATALOG, modules=modules), SETTINGS, site)
    assert f"License of the texts: {said}\n" in text


def test_a_zip_speaks_the_language_of_its_curriculum(site: Path) -> None:
    """Its edition is named in the words of the interface."""
    assert "Small · Wydanie 2026.1\n" in _about(CATALOG, replace(SETTINGS, language="pl"), site)


def _about(catalog: Catalog, settings: Settings, site: Path) -> str:
    """Return the text in the first ZIP of the path."""
    made = make_bundles(catalog, settings, MADE, site)[PATH.id]
    raw = (site / FOLDER / made[0].name).read_bytes()
    return zipfile.ZipFile(io.BytesIO(raw)).read(f"{PATH.id}.a4/README.txt").decode()


def test_a_zip_says_only_what_is_known(site: Path) -> None:
    """Without a notice there is none; a module that is gone from the curriculum is not named."""
    less = replace(CATALOG, modules={})
    about = _about(less, replace(SETTINGS, notice=""), site)
    assert "https://creativecommons.org/licenses/by/4.0/" == about.split()[-1].rstrip(".")


def test_equal_files_give_equal_zips(site: Path) -> None:
    """Made again, on whatever day, they are the same byte for byte."""
    first = make_bundles(CATALOG, SETTINGS, MADE, site)
    assert first == make_bundles(CATALOG, SETTINGS, MADE, site)


def test_a_path_without_files_has_no_zip(tmp_path: Path) -> None:
    """As when a site is built without packets."""
    assert {} == make_bundles(CATALOG, SETTINGS, Handouts(), tmp_path)
    assert not (tmp_path / FOLDER).exists()
