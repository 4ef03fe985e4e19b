"""What the curriculum's voice rules find: texts that are hard to read, words that are not American."""

from __future__ import annotations

from curriculum.catalog import Catalog
from curriculum.findings import Finding
from curriculum.prose.passages import passages_of
from curriculum.prose.reading import hard_texts
from curriculum.prose.spelling import strange_words
from curriculum.rules import silenced


def read_prose(catalog: Catalog) -> list[Finding]:
    """Return warnings about every text of a curriculum in English, without what is allowed."""
    passages = list(passages_of(catalog))
    allowed = silenced(catalog)
    found = [*hard_texts(passages), *strange_words(catalog, passages)]
    return sorted(
        each for each in found if (each.path.rpartition("/")[0], each.rule) not in allowed
    )
