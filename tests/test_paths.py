"""Which routes a learning path has."""

from __future__ import annotations

import pytest

from curricula import base, catalog_of, changed, report
from curriculum import paths
from curriculum.paths import CAP, Outcomes, Route
from curriculum.schema import Choice, LearningPath, PathOption, PathStep

MINUTES = {"a": 10, "b": 20, "c": 40, "d": 80}


def _path(*steps: PathStep | Choice, **fields: object) -> LearningPath:
    return LearningPath.model_validate(
        {
            "title": "t",
            "summary": "s",
            "audience": ["mayor"],
            "budget": 90,
            **fields,
            "steps": list(steps),
        }
    )


def _step(module: str, *, optional: bool = False) -> PathStep:
    return PathStep(module=module, optional=optional)


def _choice(count: int, *options: list[str]) -> Choice:
    made = [PathOption(label="x", modules=option) for option in options]
    return Choice(choose=count, prompt="?", options=made)


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        (_path(_step("a"), _step("b")), [Route(("a", "b"), 30)]),
        (
            _path(_step("a"), _step("b", optional=True)),
            [Route(("a", "b"), 30), Route(("a",), 10)],
        ),
        (
            _path(_step("a"), _choice(1, ["b"], ["c", "d"])),
            [Route(("a", "b"), 30), Route(("a", "c", "d"), 130)],
        ),
        (
            _path(_choice(2, ["a"], ["b"], ["c"])),
            [Route(("a", "b"), 30), Route(("a", "c"), 50), Route(("b", "c"), 60)],
        ),
        (_path(_choice(3, ["a"], ["b"])), []),
    ],
)
def test_every_route_is_expanded(path: LearningPath, expected: list[Route]) -> None:
    """Optional steps and choices each double or divide the way, in the path's order."""
    routes = paths.expand(path, MINUTES.__getitem__)
    assert expected == list(routes)
    assert len(expected) == paths.number_of_routes(path)


def test_no_more_than_the_cap_is_expanded() -> None:
    """A path that explodes costs no more than 512 routes, and its number is known."""
    path = _path(*(_choice(10, *([letter] for letter in "abcdefghijklmnopqrst")) for _ in range(9)))
    assert CAP == len(paths.expand(path, lambda _: 1))
    assert 184_756**9 == paths.number_of_routes(path)


def test_time_is_a_range() -> None:
    """The shortest and the longest route count; a path without a route takes no time."""
    path = _path(_step("a"), _choice(1, ["b"], ["c", "d"]))
    assert (30, 130) == paths.minutes_range(paths.expand(path, MINUTES.__getitem__))
    assert (0, 0) == paths.minutes_range(())


def test_outcomes_are_split() -> None:
    """What every route has is promised; the rest depends on the reader's choice."""
    path = _path(_step("a"), _choice(1, ["b", "d"], ["c", "d"]), _step("c", optional=True))
    found = paths.expand(path, MINUTES.__getitem__)
    assert Outcomes(("a", "d"), ("b", "c")) == paths.outcomes(path, found)
    assert Outcomes((), ("a", "b", "d", "c")) == paths.outcomes(path, ())


def test_minutes_follow_the_role_and_the_session() -> None:
    """The slowest role counts; the short session counts its rows; an unknown module nothing."""
    catalog = catalog_of(base())
    slow = _path(_step("soil"), audience=["team-member", "facilitator"])
    short = _path(_step("water"), use="short_session")
    strange = _path(_step("soil"), audience=["mayor"])
    assert 90 == paths.step_minutes(catalog, slow, "soil")
    assert 40 == paths.step_minutes(catalog, short, "water")
    assert 60 == paths.step_minutes(catalog, strange, "soil")
    assert 0 == paths.step_minutes(catalog, slow, "nothing")


def test_routes_of_a_catalog_have_its_minutes() -> None:
    """The small curriculum's path takes one or two hours."""
    catalog = catalog_of(base())
    routes = paths.routes(catalog, catalog.paths["season"].value)
    assert (Route(("soil", "water"), 120), Route(("soil",), 60)) == routes


def test_a_prerequisite_is_missing_on_one_branch_only() -> None:
    """The finding names the route on which it is missing, once."""
    steps = """steps:
  - choose: 1
    prompt: Which?
    options:
      - {label: A, modules: [soil, water]}
      - {label: B, modules: [water]}
  - {module: soil, optional: true}
"""
    head = base()["content/paths/season.yml"].partition("steps:")[0].replace("120", "180")
    texts = changed(base(), {"content/paths/season.yml": head + steps})
    said = report(texts)
    assert "the route `water`, `soil` does not have before it" in said
    assert 1 == said.count("path-prerequisites-come-first")
    assert 1 == said.count("routes-pass-once")


def test_short_sessions_stand_alone() -> None:
    """With `use: short_session` prerequisites are advice."""
    head = base()["content/paths/season.yml"].replace(
        "budget: 120", "budget: 60\nuse: short_session"
    )
    texts = changed(base(), {"content/paths/season.yml": head.replace("  - {module: soil}\n", "")})
    assert "" == report(texts)


def test_a_finding_stands_at_the_option_that_has_the_module() -> None:
    """Choices before and after do not draw the line to themselves."""
    steps = """steps:
  - choose: 1
    prompt: Which?
    options:
      - {label: A, modules: [soil]}
      - {label: B, modules: [soil]}
  - choose: 1
    prompt: Which?
    options:
      - {label: A, modules: [water]}
      - {label: B, modules: [soil]}
"""
    head = base()["content/paths/season.yml"].partition("steps:")[0]
    said = report(changed(base(), {"content/paths/season.yml": head + steps}))
    assert said.startswith("content/paths/season.yml:10: a route has the module `soil` twice")
    twice = steps.replace("[water]", "[water, water]")
    said = report(changed(base(), {"content/paths/season.yml": head + twice}))
    assert "content/paths/season.yml:15: a route has the module `water` twice" in said
