"""Rules about images."""

from __future__ import annotations

from collections.abc import Iterator

from curriculum.catalog import Catalog
from curriculum.findings import suggest
from curriculum.rules import Fault, firm_rule, rule
from curriculum.sites import resolve

_SUFFIXES = (".png", ".jpg", ".webp", ".svg")


@rule
def images_have_alt_text(catalog: Catalog) -> Iterator[Fault]:
    """Every image says in words what it shows.

    Bad: `![](triangle.svg)`
    Good: `![Three corners joined by lines: value, support, capacity](triangle.svg)`
    """
    for path, body in catalog.bodies.items():
        for image in body.images:
            if not image.text.strip():
                message = f"the image `{image.address}` has no alternative text"
                hint = f"write `![what it shows]({image.address})`"
                yield Fault(path, image.line, message, hint)


@firm_rule
def images_exist(catalog: Catalog) -> Iterator[Fault]:
    """Every image is a file of the curriculum, found from where it is used.

    Bad: `![A map](https://example.org/map.png)`, `![A map](mpa.png)`
    Good: `![A map](map.png)` with `map.png` beside the text
    """
    for path, body in catalog.bodies.items():
        for image in body.images:
            if "//" in image.address or ":" in image.address:
                message = f"the image `{image.address}` would be fetched from elsewhere"
                hint = "put the file beside the text; readers ask no other server for anything"
                yield Fault(path, image.line, message, hint)
            elif not _exists(catalog, path, image.address):
                message = f"there is no image `{image.address}`"
                hint = (
                    suggest(image.address, _near(catalog, path)) or "addresses count from this file"
                )
                yield Fault(path, image.line, message, hint)


def _exists(catalog: Catalog, path: str, address: str) -> bool:
    found = resolve(path, address)
    return found.endswith(_SUFFIXES) and catalog.has(found)


def _near(catalog: Catalog, path: str) -> list[str]:
    """Return the images in the folder of a file and below it, as they would be written there."""
    folder = path.rpartition("/")[0] + "/"
    images = (file for file in sorted(catalog.files) if file.endswith(_SUFFIXES))
    return [image.removeprefix(folder) for image in images if image.startswith(folder)]
