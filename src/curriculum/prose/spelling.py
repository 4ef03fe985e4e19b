"""Which words are not spelled as in American English, though they are neither names nor quoted."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from curriculum.catalog import Catalog
from curriculum.findings import Finding
from curriculum.prose.dictionary import british, is_known, is_listed, meant, misspelled
from curriculum.prose.passages import CITED, Passage
from curriculum.source import walk_strings

RULE = "prose-is-american"
_WORD = re.compile(r"(?<![\w@.])[^\W\d_]+(?:['’-][^\W\d_]+)*(?![\w@])")
_QUOTED = re.compile(r"[“\"][^”\"]*[”\"]")
_JOINED = re.compile(r"[^\W\d_a-z]\w*(?: [^\W\d_A-Z]{1,3}){1,3} (?=[^\W\d_a-z])")
_LONGEST = 40
"""Letters of a word that is looked up; longer ones are none."""
_MOST = 100
"""So many words are told at once; nobody reads more."""
_ADVISED = 12
"""For so many a better word is looked for, which is slow."""
_OFTEN = 50
"""So often one word is told in one paragraph."""
_AROUND = " \n“”‘’\"'([*"
_BEFORE_SENTENCE = (".", "!", "?", "…", ":", ";", "–", "—", "·", "|", "/")
_TITLES = frozenset({"title", "publisher", "container_title", "name", "family", "city"})


def strange_words(catalog: Catalog, passages: Iterable[Passage]) -> Iterator[Finding]:
    """Yield a finding for each line and word that the dictionary does not know."""
    texts = list(passages)
    titles = _titles(catalog)
    names = {_base(name) for title in titles for name in _WORD.findall(title) if _is_name(name)}
    names |= {name for passage in texts for name in _names(passage.text)}
    accepted = names | {word for word in _trade(catalog) if not _is_wrong(word)}
    told: set[tuple[str, int, str]] = set()
    for passage in texts:
        for place, word in _doubtful(passage, accepted):
            if len(told) >= _MOST:
                return
            found = (passage.path, passage.line_at(place), word)
            if found not in told and not _is_of_others(passage, place, word, titles):
                told.add(found)
                yield _finding(*found, advise=len(told) <= _ADVISED)


def _finding(path: str, line: int, word: str, *, advise: bool) -> Finding:
    right = meant(word) if advise and len(word) <= _LONGEST else british(word) or misspelled(word)
    word = word if len(word) <= _LONGEST else word[:_LONGEST] + "…"
    hint = f"did you mean `{right}`?" if right else "choose a word that is listed"
    if british(word):
        message = f"`{word}` is British spelling"
    elif misspelled(word):
        message = f"`{word}` is misspelled"
    else:
        message = f"`{word}` is not in the dictionary of American English"
        hint += " If it is right: a word of the trade can go into the glossary, a foreign one in italics"
    return Finding(path, line, RULE, message, hint, "warning")


def _doubtful(passage: Passage, accepted: set[str]) -> Iterator[tuple[int, str]]:
    """Yield each word that may be wrong with its place; names and words of the glossary are right."""
    seen: Counter[str] = Counter()
    for found in _WORD.finditer(passage.text):
        written = _base(found[0])
        word = written.lower()
        seen[word] += 1
        # Each look into the dictionary takes a while: a name is looked for only where it is wrong.
        if (
            written in accepted
            or seen[word] > _OFTEN
            or (_is_name(written) and not _is_wrong(word))
        ):
            continue
        if len(word) <= _LONGEST and (is_listed(written) or is_known(word)):
            continue
        if not _is_name(written):
            if not _joins_names(passage.text, found.start()):
                yield found.start(), word
        elif _begins(passage.text, found.start()) and _is_wrong(word):
            # A capital may be a name's or the sentence's: only what is surely wrong is told.
            yield found.start(), word


def _trade(catalog: Catalog) -> Iterator[str]:
    """Yield each word that the glossary explains."""
    for term in catalog.terms.values():
        yield from _WORD.findall(term.term)


def _is_wrong(word: str) -> bool:
    """Whether a word is surely wrong if it is no name."""
    return bool(british(word.lower()) or misspelled(word.lower()))


def _base(word: str) -> str:
    return word.replace("’", "'").removesuffix("'s")


def _is_name(word: str) -> bool:
    return word != word.lower()


def _names(text: str) -> Iterator[str]:
    """Yield each word with a capital within a sentence."""
    for found in _WORD.finditer(text):
        if _is_name(found[0]) and not _begins(text, found.start()):
            yield _base(found[0])


def _begins(text: str, place: int) -> bool:
    """Whether a sentence begins at a place."""
    before = text[:place].rstrip(_AROUND)
    return not before or before.endswith(_BEFORE_SENTENCE)


def _joins_names(text: str, place: int) -> bool:
    """Whether a small word stands between two names, as in `Patricia de Lille`."""
    return any(found.start() < place < found.end() for found in _JOINED.finditer(text))


def _is_of_others(passage: Passage, place: int, word: str, titles: set[str]) -> bool:
    """Whether words are quoted from somebody, set in italics, linked to, or a published title."""
    if any(begin <= place < end for begin, end in passage.set_apart):
        return True
    for quoted in _QUOTED.finditer(passage.text):
        cited = passage.has_sources or CITED in passage.text[quoted.end() :]
        if cited and quoted.start() < place < quoted.end():
            return True
    return any(word in title.lower() and title in passage.text for title in titles)


def _titles(catalog: Catalog) -> set[str]:
    """Return the titles and names of everything that others published or are called by."""
    found = set()
    for path, record in catalog.records.items():
        for where, text in walk_strings(record.value):
            if where[-1] in _TITLES and _published(path, where):
                found.add(text)
    return found


def _published(path: str, where: tuple[str | int, ...]) -> bool:
    listed = path in {"content/references.yml", "content/further-reading.yml", "content/people.yml"}
    return listed or "sources" in where or "people" in where or where == ("city",)
