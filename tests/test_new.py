"""What `curriculum new` writes is right but for the sentences that its author writes."""

from __future__ import annotations

import re

import pytest

from curricula import base, catalog_of, changed, report
from curriculum.catalog import Catalog
from curriculum.new import (
    CannotBeginError,
    new_agenda,
    new_case,
    new_curriculum,
    new_module,
    new_path,
    wish,
    with_module,
)

TODAY = "2026-11-22"


@pytest.fixture
def catalog() -> Catalog:
    """The small curriculum."""
    return catalog_of(base())


def _rules(said: str) -> set[str]:
    lines = (line for line in said.splitlines() if not line.startswith("  hint"))
    return {line.rpartition("[")[2].rstrip("]") for line in lines}


def _with_track(texts: dict[str, str], module: str) -> dict[str, str]:
    track = "modules/garden/track.yml"
    listed = with_module(texts[track], module)
    assert listed is not None
    return {**texts, track: listed}


def test_a_module_lacks_only_its_sentences(catalog: Catalog) -> None:
    """Every finding on a fresh module is a sentence to be written, and there are some."""
    texts = new_module(catalog, "garden", wish("sun", 'The "sun"', TODAY))
    assert {"sentences-are-written"} == _rules(report(_with_track({**base(), **texts}, "sun")))
    assert texts["modules/garden/sun/index.md"].startswith('# The "sun"\n')


def test_a_module_in_a_new_track_begins_the_track(catalog: Catalog) -> None:
    """The track stands at the first free position and lists the module."""
    texts = new_module(catalog, "tools", wish("spade", "", TODAY))
    assert {"sentences-are-written"} == _rules(report({**base(), **texts}))
    assert "position: 2\n" in texts["modules/tools/track.yml"]


def test_a_case_lacks_its_sentences_and_its_place(catalog: Catalog) -> None:
    """Who writes over every mark is told that the country and the coordinates still stand for none."""
    texts = new_case(catalog, wish("fresh", "", TODAY))
    assert {"sentences-are-written"} < _rules(report({**base(), **texts}))
    written = {path: re.sub(r"\(write: [^()]*\)", "Words", text) for path, text in texts.items()}
    assert (
        "content/cases/fresh/case.yml:9: `country`: no country has the code `ZZ` [values-are-valid]\n"
        "  hint: use the two capital letters of ISO 3166-1, such as `CO`\n"
        "content/cases/fresh/case.yml:11: `coordinates` are 0.0 and 0.0, which is in the open sea "
        "[coordinates-are-on-earth]\n"
        "  hint: write the latitude and the longitude of the city, such as `[37.96, -121.29]`\n"
    ) == report({**base(), **written})


def test_the_first_source_of_a_case_asks_for_a_key(catalog: Catalog) -> None:
    """Its key is a name that nobody would choose, so a mark stands beside it."""
    said = report({**base(), **new_case(catalog, wish("fresh", "", TODAY))})
    assert "still to be written: (write: what you did not read, or take this line out" in said


@pytest.mark.parametrize("begin", [new_path, new_agenda])
def test_the_others_lack_only_their_sentences(catalog: Catalog, begin: object) -> None:
    """A path and an agenda pass every other rule."""
    texts = begin(catalog, wish("fresh", "", TODAY))  # type: ignore[operator]
    assert {"sentences-are-written"} == _rules(report({**base(), **texts}))


@pytest.mark.parametrize(
    ("begin", "id_"),
    [
        (lambda catalog, wanted: new_module(catalog, "garden", wanted), "soil"),
        (new_case, "drought"),
        (new_path, "season"),
        (new_agenda, "day"),
    ],
)
def test_ids_that_exist_are_refused(catalog: Catalog, begin: object, id_: str) -> None:
    """Nothing is written over."""
    with pytest.raises(CannotBeginError, match=f"there is already the .* `{id_}`"):
        begin(catalog, wish(id_, "", TODAY))  # type: ignore[operator]


@pytest.mark.parametrize("begin", [new_case, new_path, new_agenda])
def test_what_needs_something_else_says_so(begin: object) -> None:
    """An empty curriculum has no track for a case and no module for a path."""
    with pytest.raises(CannotBeginError) as refused:
        begin(Catalog(), wish("fresh", "", TODAY))  # type: ignore[operator]
    assert refused.value.hint != ""


def test_a_path_begins_with_what_is_ready() -> None:
    """Drafts are passed over, and what the first module requires is assumed."""
    draft = {"modules/garden/soil/module.yml": [{"find": "status: pilot", "put": "status: draft"}]}
    texts = new_path(catalog_of(changed(base(), draft)), wish("fresh", "", TODAY))
    assert "assumes: [soil]" in texts["content/paths/fresh.yml"]


@pytest.mark.parametrize(
    ("id_", "title", "hint"),
    [
        ("A b", "", "try `a-b`"),
        ("", "", "use small letters, digits and single hyphens"),
        ("a" * 61, "", f"try `{'a' * 60}`"),
        ("a", "{{ x }}", "write it in plain words"),
        ("a", "x\ny", "write it in plain words"),
    ],
)
def test_ids_and_titles_must_be_able_to_stand_in_files(id_: str, title: str, hint: str) -> None:
    """A refusal says what would do."""
    with pytest.raises(CannotBeginError) as refused:
        wish(id_, title, TODAY)
    assert hint == refused.value.hint


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("modules: [a, b]\n", "modules: [a, b, c]\n"),
        ("modules: []\nx: 1\n", "modules: [c]\nx: 1\n"),
        ("modules:\n  - a\n  - b", "modules:\n  - a\n  - b\n  - c\n"),
        ("modules:\n- a\nx: 1\n", "modules:\n- a\n- c\nx: 1\n"),
        ("modules: [a, c]\n", "modules: [a, c]\n"),
        ("modules: [a, c-d]\n", "modules: [a, c-d, c]\n"),
        ('modules:\n  - "c"\n  - b\n', 'modules:\n  - "c"\n  - b\n'),
        ("modules:\n  - a # not c\n", "modules:\n  - a # not c\n  - c\n"),
        ("modules: >\n  x\n", None),
        ("x: 1\n", None),
        ("modules:\n", None),
    ],
)
def test_a_track_lists_one_module_more(text: str, expected: str | None) -> None:
    """Unless it is listed; the author's own way of writing lists is kept, an unusual one left alone."""
    assert expected == with_module(text, "c")


def test_the_sample_has_no_mistake() -> None:
    """Six modules in three tracks, two cases that say they are invented, a path and an agenda."""
    texts = {p: t for p, t in new_curriculum().items() if p.startswith(("content/", "modules/"))}
    catalog = catalog_of(texts)
    assert "" == report(texts)
    assert (6, 3) == (len(catalog.modules), len(catalog.tracks))
    assert [True, True] == [case.value.fictional for case in catalog.cases.values()]
    assert {".gitignore", "README.md", "mkdocs.yml", "macros/main.py"} <= set(new_curriculum())
