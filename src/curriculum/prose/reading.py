"""How hard a text is to read, and which of its sentences is the hardest."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import groupby

from textstat.textstat import textstatistics

from curriculum.findings import Finding
from curriculum.prose.passages import CALLED, CITED, Passage

RULE = "prose-reads-easily"
GRADE = 13
GRADE_FOR_ALL = 11
"""For briefings and worksheets, which everybody reads."""
_FOR_ALL = re.compile(r"modules/[^/]+/[^/]+/(index|worksheet)\.md")
_FEWEST_WORDS = 100
# A shorter sentence may have a high grade for one long name; nobody stumbles over it.
_SHORT_SENTENCE = 10
_END = re.compile(r"[.!?…][”’\"')\]]*(?=\s+[“‘\"'(\[]*[^\W\da-z]|\s+\d)")
_ABBREVIATED = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|Prof|St|No|vs|e\.g|i\.e|[A-Z])\.$")
_APART = re.compile(r"[–—/]")
_INNER = re.compile(r"[.!?…]")

_LONGEST = 40
"""So many letters of a word are counted; a longer one is none."""
Sentence = tuple[int, str]


def hard_texts(passages: Iterable[Passage]) -> Iterator[Finding]:
    """Yield a finding for each file that reads harder than it may, at its hardest sentence."""
    prose = (passage for passage in passages if passage.is_prose)
    for path, own in groupby(prose, key=lambda passage: passage.path):
        sentences = [sentence for passage in own for sentence in sentences_of(passage)]
        whole = " ".join(text for _, text in sentences)
        most = GRADE_FOR_ALL if _FOR_ALL.fullmatch(path) else GRADE
        grade = round(grade_of(whole), 1)
        if len(whole.split()) >= _FEWEST_WORDS and grade > most:
            line = _hardest(sentences)
            message = f"the text reads at grade {grade}; its hardest sentence is on line {line}"
            hint = f"make two sentences of one and choose shorter words, until the grade is {most}"
            yield Finding(path, line, RULE, message, hint, "warning")


def sentences_of(passage: Passage) -> Iterator[Sentence]:
    """Yield each sentence with its line, as plain words with one full stop at the end."""
    begin = 0
    ends = [found.end() for found in _END.finditer(passage.text)]
    for end in [*ends, len(passage.text)]:
        sentence = passage.text[begin:end]
        if end in ends and _ABBREVIATED.search(sentence):
            continue
        words = _INNER.sub("", _APART.sub(" ", sentence.replace(CITED, "").replace(CALLED, "it")))
        if words.strip():
            line = passage.line_at(begin + len(sentence) - len(sentence.lstrip()))
            yield (
                line,
                f"{' '.join(word[:_LONGEST] for word in words.replace('’', chr(39)).split())}.",
            )
        begin = end


def _hardest(sentences: list[Sentence]) -> int:
    long = [each for each in sentences if len(each[1].split()) >= _SHORT_SENTENCE]
    return max(long or sentences, key=lambda each: grade_of(each[1]))[0]


def grade_of(text: str) -> float:
    """Return the grade by Flesch and Kincaid of a text: years of school in the United States."""
    return float(_statistics().flesch_kincaid_grade(text))


@cache
def _statistics() -> textstatistics:
    statistics = textstatistics()
    # With `en_US` syllables come from a list that is fetched from the network at run time. By
    # this name they are counted where Pyphen would divide words, which is about 0.6 grades lower.
    statistics.set_lang("en-US")
    return statistics
