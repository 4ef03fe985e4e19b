"""What is said in a language: forms for numbers, values, days, and what happens where words are missing."""

from __future__ import annotations

import pytest
from markupsafe import Markup

from curriculum import words
from curriculum.sayings import ENGLISH, Sayings, flat, sayings_in


@pytest.mark.parametrize(
    ("number", "expected"), [(1, "1 plik"), (3, "3 pliki"), (5, "5 plików"), (1.5, "1,5 pliku")]
)
def test_a_number_decides_the_form(number: float, expected: str) -> None:
    """Polish has four forms; each is used where Unicode's rules for plurals say so."""
    forms = {"one": "{n} plik", "few": "{n} pliki", "many": "{n} plików", "other": "{n} pliku"}
    say = Sayings("pl", {"count.files": forms})
    assert expected == say("count.files", n=number)


def test_a_form_that_is_missing_is_the_other_one() -> None:
    """Arabic has six forms; a translation that gives one of them serves for all."""
    say = Sayings("ar", {"count.files": {"other": "{n} ملف"}})
    assert "2 ملف" == say("count.files", n=2)


def test_values_are_text_unless_they_are_markup() -> None:
    """Markup in one value makes markup of all: words and other values are then escaped."""
    say = Sayings("en", {"a.b": "<{one}> & {two}, {three}"})
    assert "<&> & 1,200, {three}" == say("a.b", one="&", two=1200)
    marked = say("a.b", one=Markup("<b>1</b>"), two="<i>")
    assert Markup("&lt;<b>1</b>&gt; &amp; &lt;i&gt;, {three}") == marked


def test_a_value_is_never_read_as_words() -> None:
    """A brace or an attribute in a value, or in a translation, stands for itself."""
    say = Sayings("en", {"a.b": "{one} {one.__class__}"})
    assert "{two} {one.__class__}" == say("a.b", one="{two}", two="x")


def test_a_region_speaks_its_language() -> None:
    """Brazilian Portuguese is read from `pt.yml`; a language without a file stays English."""
    assert sayings_in("pt-BR")("packet.contents") == "Sumário"
    assert sayings_in("pt-BR").day("2026-11-22") == "22 de novembro de 2026"
    assert sayings_in("sv")("packet.contents") == "Contents"
    assert ENGLISH.minutes(150) == words.minutes_words(150)
    assert ENGLISH.day("2026-11-02") == words.day_words("2026-11-02")
    assert sayings_in("pl").minutes(125) == "2 godziny 5 minut"
    assert sayings_in("zh").minutes(90) == "1小时30分钟"
    assert [sayings_in(code).direction for code in ("ar", "he", "fr")] == ["rtl", "rtl", "ltr"]


def test_a_language_that_nobody_knows_has_english_customs() -> None:
    """A name that is no language breaks nothing."""
    assert "1 hour" == sayings_in("elvish").minutes(60)


@pytest.mark.parametrize(
    ("size", "expected"), [(1, "1 KB"), (312_400, "312 KB"), (14_400, "14 KB")]
)
def test_sizes_are_short(size: int, expected: str) -> None:
    """Up to a million bytes are kilobytes."""
    assert expected == ENGLISH.size(int(size))


def test_megabytes_have_one_place_after_the_point() -> None:
    """Large sizes are megabytes, with the language's own decimal mark."""
    assert "1.4 MB" == ENGLISH.size(1_400_000)
    assert "1,4 MB" == sayings_in("pl").size(1_400_000)


def test_a_curriculums_own_words_win() -> None:
    """What a curriculum says stands above what the engine says in that language."""
    say = sayings_in("pl", {"packet.contents": "Co tu jest"})
    assert ("Co tu jest", "Moduł") == (say("packet.contents"), say("kind.module"))


def test_only_words_become_words() -> None:
    """Lists, numbers and texts without a group are left out; a rule says so to people."""
    assert {"a.b": "c"} == flat({"a": {"b": "c", "d": 3, "e": ["f"]}, "g": "h"})
