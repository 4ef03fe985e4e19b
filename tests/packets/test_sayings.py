"""What a packet itself says: a language is one file, and it is complete."""

from __future__ import annotations

import re

import pytest

from curriculum import words
from curriculum.packets.cover import LICENSES
from curriculum.packets.sayings import FOLDER, sayings_in

PACKAGE = FOLDER.parent
LANGUAGES = sorted(file.stem for file in FOLDER.glob("*.yml"))


def _english() -> set[str]:
    """Return all that the package says in English: in its templates, its code and its word lists."""
    sources = [*PACKAGE.glob("*.py"), *PACKAGE.glob("print/*.html")]
    call = re.compile(r"say\(\s*(?:\"([^\"]+)\"|'([^']+)')(?:\s+(?:if|else)[^,()]*?\"([^\"]+)\")?")
    either = re.compile(r"say\(\s*(['\"])([^'\"]+)\1 if .+? else (['\"])([^'\"]+)\3")
    text = "\n".join(source.read_text("utf-8") for source in sources)
    said = {part for found in call.findall(text) for part in found if part}
    said |= {part for found in either.findall(text) for part in (found[1], found[3])}
    said |= {"Page {page} of {pages}", "(page {page})"}
    said |= {license_.sentence for license_ in LICENSES.values()}
    said |= {f"{{amount}} per {per}" for per in ("person", "table", "room")}
    for vocabulary in (words.MODES, words.ROLES, words.PARTS, words.STATUSES):
        said |= set(vocabulary.values())
    return said - {"{amount} per ", words.STATUSES["stable"]}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_is_a_complete_file(language: str) -> None:
    """Every English word of the packets is translated, with its values, and nothing can break a style."""
    said = sayings_in(language).said
    assert sorted(_english() - set(said)) == []
    for english, other in said.items():
        values = re.findall(r"\{\w+\}", english)
        assert sorted(re.findall(r"\{\w+\}", other)) == sorted(values)
        assert '"' not in other
        assert "\\" not in other


def test_a_region_speaks_its_language() -> None:
    """Brazilian Portuguese is read from `pt.yml`; a language without a file stays English."""
    assert sayings_in("pt-BR")("Contents") == "Sumário"
    assert sayings_in("pt-BR").day("2026-11-22") == "22 de novembro de 2026"
    assert sayings_in("sv")("Contents") == "Contents"
    assert sayings_in("en").minutes(150) == words.minutes_words(150)
    assert sayings_in("en").day("2026-11-02") == words.day_words("2026-11-02")
    assert sayings_in("pl").minutes(125) == "2 godziny 5 minut"
    assert sayings_in("zh").minutes(90) == "1小时30分钟"
    assert [sayings_in(code).direction for code in ("ar", "he", "fr")] == ["rtl", "rtl", "ltr"]
