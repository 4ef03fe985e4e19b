"""Rules about the voice: told as warnings, by `check --prose` only."""

from __future__ import annotations

from curriculum.rules import RULES, Rule

PROSE = {
    "prose-reads-easily": """A text reads at grade 11 of Flesch–Kincaid or below, a guide or a case at 13; told by `check --prose` only.

    Briefings and worksheets are read by everybody, in a hurry. Counted are sentences in
    paragraphs and lists, and only in texts of a hundred words or more. Take the figure as a sign
    that somebody should read the text aloud, and no more than that.

    Bad: a briefing of sentences with forty words and four nouns in a row
    Good: the same in sentences of twelve to twenty words, with a verb that says who does what
    """,
    "prose-is-american": """Every word is spelled as in a dictionary of American English; told by `check --prose` only.

    Left alone are names, titles of published works, quotations with a source, code, words in
    italics and words of the glossary.

    Bad: `the councillors organise a programme`
    Good: `the councilors organize a program`
    """,
}

RULES.update({id_: Rule(id_, None, text, source=__name__) for id_, text in PROSE.items()})
