"""What the tests of packets need: a small curriculum, composed, and a folder to make packets in."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import small
from printing import SETTINGS, read_small

from curriculum.catalog import Catalog
from curriculum.packets.document import PrintDocument, compose
from curriculum.packets.make import Workshop
from curriculum.packets.packet import Kind
from curriculum.packets.plan import plan
from curriculum.rendered import Rendered

Compose = Callable[..., PrintDocument]


@pytest.fixture(scope="session")
def curriculum() -> tuple[Catalog, dict[str, Rendered]]:
    """The small curriculum: its catalog and its rendered pages."""
    return read_small()


@pytest.fixture(scope="session")
def composed(curriculum: tuple[Catalog, dict[str, Rendered]]) -> Compose:
    """A function that composes the packet of a name."""
    catalog, pages = curriculum
    kinds: tuple[Kind, ...] = ("module", "path", "case", "track", "agenda", "book")
    packets = {packet.name: packet for packet in plan(catalog, kinds, sizes=(False, True))}

    def by_name(name: str) -> PrintDocument:
        document = compose(catalog, packets[name], pages, SETTINGS)
        assert isinstance(document, PrintDocument)
        return document

    return by_name


@pytest.fixture
def workshop(tmp_path: Path) -> Workshop:
    """A curriculum's folder with its images, and folders for packets and their cache."""
    root = tmp_path / "root"
    for path, text in small.texts().items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    return Workshop(root, tmp_path / "out", tmp_path / "cache")
