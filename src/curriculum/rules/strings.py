"""Rules about the words of the interface: those that a curriculum says instead of the engine's."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any

from babel import Locale, UnknownLocaleError

from curriculum.catalog import Catalog
from curriculum.findings import suggest
from curriculum.rules import Fault, rule
from curriculum.sayings import PLURAL, VALUE, Said, shipped
from curriculum.source import Record

FOLDER = "content/strings/"
_MOST = 100
"""So many mistakes of one file are told at once; nobody reads more."""


@rule
def strings_are_known(catalog: Catalog) -> Iterator[Fault]:
    """Every word in `content/strings/` is one that the site says, with the same values.

    The file is called by its language, as BCP 47. A word may have forms for numbers where it has
    the value `{n}`: `one`, `two`, `few` and `many` as the language needs them, and always `other`.

    Bad: `find: {title: Szukaj, leed: Wszystko}`, or `packet: {page: Strona}`
    Good: `find: {title: Szukaj}`, and `packet: {page: "Strona {page} z {pages}"}`
    """
    for path, record in sorted(catalog.records.items()):
        if not path.startswith(FOLDER):
            continue
        language = path.removeprefix(FOLDER).removesuffix(".yml")
        forms = forms_of(language)
        if forms is None:
            message = f"`{language}` is not a language"
            tag = tag_of(language)
            hint = "call the file by the language, such as `pl.yml` or `pt-BR.yml`"
            hint = hint if forms_of(tag) is None else f"call the file `{tag}.yml`"
            yield Fault(path, 1, message, hint)
        elif language != tag_of(language):
            message = f"the site looks for the words of `{language}` in `{tag_of(language)}.yml`"
            yield Fault(path, 1, message, f"call the file `{tag_of(language)}.yml`")
        wrong = _wrong(record, forms or frozenset({"other"}))
        for where, message, hint in islice(wrong, _MOST):
            yield Fault(path, record.line(where), message, hint)


_CASES = {2: str.upper, 4: str.capitalize}
"""How a country and a script are written, by their lengths; all else is small."""
_Wrong = tuple[tuple[str, ...], str, str]
"""Where something stands, what is wrong with it, and what to do."""


def forms_of(language: str) -> frozenset[str] | None:
    """Return the forms that words for a number have in a language; None where it is none."""
    try:
        locale = Locale.parse(language, sep="-")
    except (ValueError, UnknownLocaleError):
        return None
    return locale.plural_form.tags | {"other"}


def tag_of(language: str) -> str:
    """Return the name of a language with the capitals of BCP 47: `es`, `pt-BR`, `zh-Hans`."""
    first, *more = language.replace("_", "-").split("-")
    return "-".join([first.lower(), *(_CASES.get(len(each), str.lower)(each) for each in more)])


def _wrong(record: Record, forms: frozenset[str]) -> Iterator[_Wrong]:
    groups = sorted({id_.rpartition(".")[0] for id_ in shipped("en")})
    for group, entries in record.value.items():
        if group not in groups:
            yield (group,), f"the site has no words called `{group}`", suggest(group, groups)
        elif not isinstance(entries, dict):
            yield (
                (group,),
                f"`{group}` is not a list of words",
                "write one word under it on each line",
            )
        else:
            for name, said in entries.items():
                for message, hint in _entry(group, name, said, forms):
                    yield (group, name), message, hint


def _entry(group: str, name: str, said: Any, forms: frozenset[str]) -> Iterator[tuple[str, str]]:
    english, id_ = shipped("en"), f"{group}.{name}"
    if id_ in english:
        yield from _word(id_, said, english[id_], forms)
    else:
        names = [each.removeprefix(f"{group}.") for each in english if each.startswith(f"{group}.")]
        hint = (
            suggest(name, sorted(names))
            or "take it out, or look for its name in the engine's `en.yml`"
        )
        yield f"the site says nothing called `{id_}`", hint


def _word(id_: str, said: Any, english: Said, forms: frozenset[str]) -> Iterator[tuple[str, str]]:
    """Yield what is wrong with one word, and what to do."""
    wanted = values_of(english)
    if isinstance(said, str):
        yield from _values(id_, said, wanted, wanted)
    elif not isinstance(said, dict) or not all(isinstance(form, str) for form in said.values()):
        yield f"`{id_}` is not a text", "write it in quotes"
    elif PLURAL not in wanted:
        yield f"`{id_}` has no number, so it has one form", "write one text"
    else:
        for form in sorted(set(said) - forms):
            known = ", ".join(f"`{name}`" for name in sorted(forms))
            yield f"`{id_}` has the form `{form}`, which the language lacks", f"it has {known}"
        if "other" not in said:
            yield f"`{id_}` has no form `other`", "add it: it serves where no form fits"
        for text in said.values():
            yield from _values(id_, text, wanted, wanted - {PLURAL})


def values_of(said: Said) -> frozenset[str]:
    """Return the names of the values that some words have, in any of their forms."""
    texts = said.values() if isinstance(said, Mapping) else [said]
    return frozenset(name for text in texts for name in VALUE.findall(text))


def _values(
    id_: str, text: str, wanted: frozenset[str], needed: frozenset[str]
) -> Iterator[tuple[str, str]]:
    found = values_of(text)
    for name in sorted(needed - found):
        yield f"`{id_}` lacks the value `{{{name}}}`", f"write `{{{name}}}` where it belongs"
    for name in sorted(found - wanted):
        known = suggest(name, sorted(wanted)) or "take it out: nothing would stand in its place"
        yield f"`{id_}` has the value `{{{name}}}`, which is not there", known
    if set("{}") & set(VALUE.sub("", text)):
        yield f"`{id_}` has a brace that is no value's", "take it out, or write a value as `{name}`"
    if not text.strip():
        yield f"`{id_}` is empty", "write the words, or take the line out"
