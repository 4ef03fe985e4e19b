"""Whether a word is in the dictionary of American English, and what was meant where it is not."""

from __future__ import annotations

import re
import warnings
from difflib import get_close_matches
from functools import cache
from importlib.metadata import distribution

from spylls.hunspell import Dictionary

_PREFIXES = (  # noqa: SIM905  (a list with one to a line is too long to be read)
    "anti bi co counter de down ex inter micro mid mini multi non out over post pre pro re semi"
    " sub super un under up"
).split()
_ENDINGS = "able d ed er ers ing ings ive less like ly ness r rs s wise".split()  # noqa: SIM905
_PART = 4
_NEAR = 0.7
_CONTRACTED = re.compile(r"'(?:s|d|ll|m|re|ve)$")


@cache
def is_known(word: str) -> bool:
    """Whether a word, or each part of it between hyphens, is in the dictionary."""
    bare = _CONTRACTED.sub("", word)
    if is_listed(word) or is_listed(bare):
        return True
    if british(bare) or misspelled(bare):
        return False
    parts = bare.split("-")
    if len(parts) > 1:
        return all(part in _PREFIXES or is_known(part) or _ends_one(part) for part in parts)
    return _is_formed(bare)


def meant(word: str) -> str:
    """Return the word that was probably meant, or the empty string."""
    bare = _CONTRACTED.sub("", word)
    listed = british(bare) or misspelled(bare)
    near = [] if listed else get_close_matches(bare, _hunspell().suggest(bare), 1, _NEAR)
    return listed or next(iter(near), "")


@cache
def is_listed(word: str) -> bool:
    """Whether a word is in the dictionary as it is written."""
    return bool(word) and bool(_hunspell().lookup(word))


def _is_formed(word: str) -> bool:
    """Whether a word is made of those that are listed, as `frontline`, `unserious`, `funder` are."""
    for prefix in _PREFIXES:
        if word.startswith(prefix) and _is_word(word.removeprefix(prefix)):
            return True
    for ending in _ENDINGS:
        if word.endswith(ending) and _is_word(word.removesuffix(ending), _PART - len(ending) // 2):
            return True
    places = range(_PART, len(word) - _PART + 1)
    return any(_is_word(word[:place]) and _is_word(word[place:]) for place in places)


def _is_word(part: str, shortest: int = _PART) -> bool:
    """Whether a part of a word is one by itself, and long enough for this to be no accident."""
    return len(part) >= shortest and is_listed(part)


def _ends_one(part: str) -> bool:
    """Whether a part is known behind a prefix only, as that of `postmortem` in `pre-mortem`."""
    return any(is_listed(prefix + part) for prefix in _PREFIXES)


def british(word: str) -> str:
    """Return the American spelling of a British one, or the empty string."""
    return _list("_en-GB_to_en-US").get(word, "")


def misspelled(word: str) -> str:
    """Return what a common misspelling stands for, or the empty string."""
    return _list("").get(word, "")


@cache
def _hunspell() -> Dictionary:
    path = distribution("spylls").locate_file("spylls/hunspell/data/en/en_US")
    with warnings.catch_warnings():
        # It leaves its files to be closed by the garbage collector.
        warnings.simplefilter("ignore", ResourceWarning)
        return Dictionary.from_files(str(path))


@cache
def _list(name: str) -> dict[str, str]:
    """Return a list of codespell's: each wrong word with the first right one."""
    place = distribution("codespell").locate_file(f"codespell_lib/data/dictionary{name}.txt")
    with open(str(place), encoding="utf-8") as lines:  # noqa: PTH123  (a wheel's path is no `Path`)
        pairs = (line.rstrip("\n").partition("->") for line in lines)
        return {wrong: right.partition(",")[0].strip() for wrong, _, right in pairs}
