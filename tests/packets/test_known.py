"""Packets that are known from an earlier time are fetched, and nothing is rendered for them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from printing import SETTINGS

from curriculum.caches import cache_folder
from curriculum.catalog import Catalog
from curriculum.packets import Packets, make_packets
from curriculum.packets.make import Workshop
from curriculum.packets.plan import plan
from curriculum.rendered import Rendered, Work
from curriculum.state import state_of

Make = Callable[..., tuple[Packets, int]]


@pytest.fixture
def make(curriculum: tuple[Catalog, dict[str, Rendered]], workshop: Workshop) -> Make:
    """A function that makes two packets and says how often the pages were rendered for it."""
    catalog, pages = curriculum
    (workshop.root / "mkdocs.yml").write_text("site_name: Small\n")
    packets = [p for p in plan(catalog, ("module",), papers=("a4",)) if p.id == "piers"][:2]

    def made(
        state: str, output: str = "out", before: Callable[[], object] = bool
    ) -> tuple[Packets, int]:
        rendered: list[Work] = []

        def work() -> Work:
            before()
            rendered.append(Work(catalog, SETTINGS, list(pages.values())))
            return rendered[-1]

        target = workshop.output / output
        return make_packets(packets, work, workshop.root, target, state=state, jobs=1), len(
            rendered
        )

    return made


def _files(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.iterdir()}


def test_nothing_changed_and_nothing_is_rendered(make: Make, workshop: Workshop) -> None:
    """The second time the same bytes come from the cache, lists and report too, unrendered."""
    state = state_of(workshop.root)
    first, rendered = make(state, "first")
    again, more = make(state, "again")
    assert (rendered, more) == (1, 0)
    assert [made.state for made in first.made + again.made] == ["made", "made", "cached", "cached"]
    assert _files(workshop.output / "first") == _files(workshop.output / "again")


def test_what_is_not_in_the_cache_any_more_is_made_again(make: Make, workshop: Workshop) -> None:
    """A memory without its files is of no use and does no harm."""
    state = state_of(workshop.root)
    make(state)
    for file in cache_folder(workshop.root).rglob("*.packet"):
        file.unlink()
    again, rendered = make(state)
    assert (rendered, [made.state for made in again.made]) == (1, ["made", "made"])


def test_a_source_that_changes_meanwhile_is_not_remembered(make: Make, workshop: Workshop) -> None:
    """The packets are made, but belong to no state: neither to the old one nor to the new one."""
    state = state_of(workshop.root)
    page = workshop.root / "content/new.md"
    make(state, before=lambda: page.write_text("# New\n"))
    _, with_new = make(state_of(workshop.root))
    page.unlink()
    _, with_old = make(state)
    assert (with_new, with_old) == (1, 1)


def test_a_state_that_has_passed_is_not_believed(make: Make, workshop: Workshop) -> None:
    """Whoever read the sources before they changed gets nothing that belongs to before."""
    state = state_of(workshop.root)
    make(state)
    (workshop.root / "content/new.md").write_text("# New\n")
    assert make(state)[1] == 1
