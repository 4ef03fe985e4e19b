"""Whether the words of the interface stand in one file: each once, all of them used, in each language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from jinja2 import Environment, nodes
from lxml import html

from curriculum import plugin, rules
from curriculum.assemble import assemble
from curriculum.catalog import Catalog
from curriculum.lexicon import lexicon
from curriculum.sayings import FOLDER, flat, shipped
from curriculum.source import read_yaml

ROOT = Path(__file__).parents[1]
SOURCE = Path(plugin.__file__).parent
SCRIPTS = SOURCE / "theme/assets/curriculum"
TEMPLATES = [
    *(SOURCE / "templates/pages").glob("*.html"),
    *(SOURCE / "theme").rglob("*.html"),
    *(SOURCE / "packets/print").glob("*.html"),
]
LANGUAGES = sorted(file.stem for file in FOLDER.glob("*.yml"))
GUIDE = {"api.html", "fields.html", "macros.html", "rule.html", "rules.html"}
"""The engine's own guide for contributors and programmers: in English, as the docstrings it shows."""
NAMES = {"/SHA256SUMS", "BibTeX", "RIS", "A4", "SHA-256", "ZIP", "curriculum packets"}
"""What is called the same in every language."""
FAMILIES = [
    "case",
    "role",
    "roles",
    "part",
    "mode",
    "status",
    "level",
    "format",
    "license",
    "kind",
    "length",
    "count",
    "agenda",
    "keep",
    "device",
    "materials",
    "facilitate",
    "path",
    "three-sixty",
    "feed",
    "search.js",
]
"""Groups whose words are asked for by a name that is put together when the page is made."""


def said_in(path: Path) -> set[str]:
    """Return the ids that a file of the engine names in full."""
    text = path.read_text("utf-8")
    ids = set(re.findall(r"""["']([a-z0-9-]+\.[a-z0-9-]+)["']""", text))
    if path.suffix == ".js":
        ids = {re.sub(r"^([a-z-]+)\.", r"\1.js.", id_) for id_ in ids}
    return ids & set(shipped("en"))


def sources() -> Iterator[Path]:
    """Yield every file of the engine that says something."""
    yield from (file for file in SOURCE.rglob("*.py") if "scaffold" not in file.parts)
    yield from TEMPLATES
    yield from SCRIPTS.glob("*.js")


def test_every_word_is_used() -> None:
    """No word stands in the file that no page, packet or script says."""
    used = set().union(*(said_in(path) for path in sources()))
    scripts = "\n".join(path.read_text("utf-8") for path in SCRIPTS.glob("*.js"))
    left = [id_ for id_ in shipped("en") if id_ not in used and not _put_together(id_, scripts)]
    assert [] == left


def _put_together(id_: str, scripts: str) -> bool:
    """Whether a word is asked for by a name that is made of parts."""
    group, _, name = id_.rpartition(".")
    if group.startswith("canvas-") or group in FAMILIES or name in {"title", "description"}:
        return True
    return group.endswith(".js") and re.search(rf'"{re.escape(name)}"', scripts) is not None


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_every_word_that_is_asked_for_exists(path: Path) -> None:
    """A template that asks for a word nobody wrote would fail on somebody's page only."""
    tree = Environment(autoescape=True, extensions=[]).parse(path.read_text("utf-8"))
    asked = [
        call.args[0].value
        for call in tree.find_all(nodes.Call)
        if isinstance(call.node, nodes.Name) and call.node.name == "say"
        if call.args and isinstance(call.args[0], nodes.Const)
    ]
    assert [] == [id_ for id_ in asked if id_ not in shipped("en")]


def test_scripts_ask_for_words_that_exist() -> None:
    """Each id in a script stands in the group that is called like the script."""
    for path in sorted(SCRIPTS.glob("*.js")):
        asked = re.findall(r'\bsaid(?:\.parts)?\("([^"`]+)"', path.read_text("utf-8"))
        asked += re.findall(r'\? "(\w+\.[\w-]+)" : "', path.read_text("utf-8"))
        for id_ in asked:
            group, _, name = id_.partition(".")
            assert f"{group}.js.{name}" in shipped("en"), (path.name, id_)
            assert f"{group}.js" == path.name


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_templates_hold_no_words(path: Path) -> None:
    """What people read comes from the file of words, also in labels, titles and placeholders."""
    if path.name in GUIDE:
        return
    assert [] == [words for words in literals(path) if words not in NAMES]


def literals(path: Path) -> Iterator[str]:
    """Yield every text that a template itself writes: what stands around `{{ }}` and `{% %}`."""
    tokens = Environment(autoescape=True).lex(path.read_text("utf-8"))
    text, mark = "", False
    for _, kind, value in tokens:
        if kind == "data":
            text, mark = text + value, False
        elif not mark and kind in {"variable_begin", "block_begin"}:
            text, mark = text + "0", True
    for element in html.fragment_fromstring(text, create_parent="div").iter():
        if not isinstance(element.tag, str) or element.tag in {"script", "style"}:
            continue
        labels = [element.get(name) for name in ("aria-label", "title", "placeholder", "alt")]
        for words in (element.text, element.tail, *labels):
            line = " ".join((words or "").replace("0", " ").split())
            if re.search(r"[^\W\d_]{2}", line):
                yield line


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_expressions_hold_no_words(path: Path) -> None:
    """No constant inside `{{ }}` is a sentence either."""
    if path.name in GUIDE:
        return
    tree = Environment(autoescape=True).parse(path.read_text("utf-8"))
    texts = [node.value for node in tree.find_all(nodes.Const) if isinstance(node.value, str)]
    assert [] == [text for text in texts if re.search(r"[A-Z][a-z]+|[a-z] [a-z]", text)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_languages_that_come_with_the_engine_keep_the_rule(language: str) -> None:
    """A file of ours is held to what a curriculum's own file is held to."""
    path = f"content/strings/{language}.yml"
    catalog, found = assemble({path: (FOLDER / f"{language}.yml").read_bytes()}, {})
    said = [f for f in (*found, *rules.findings(catalog)) if f.path == path]
    assert [] == said
    assert catalog.strings(language) == shipped(language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_packet_speaks_one_language(language: str) -> None:
    """Every word that stands on paper is translated, so that no packet is half in English."""
    needed = {id_ for id_ in shipped("en") if id_.partition(".")[0].startswith("canvas-")}
    for path in (*(SOURCE / "packets").rglob("*"), *(SOURCE / "office").glob("*.py")):
        if path.suffix in {".py", ".html"}:
            needed |= said_in(path)
    for name in ("macros.py", "references.py", "words.py"):
        needed |= said_in(SOURCE / name)
    for group in ("role", "part", "mode", "license"):
        needed |= {id_ for id_ in shipped("en") if id_.startswith(f"{group}.")}
    assert [] == sorted(needed - set(shipped(language)))


def test_no_word_can_break_the_style_of_a_packet() -> None:
    """What the style sheet sets as text holds no sign that ends it."""
    texts = [
        shipped(language).get(id_, "")
        for language in LANGUAGES
        for id_ in ("packet.page", "packet.see")
    ]
    assert [] == [text for text in texts if re.search(r'["\\]', str(text))]


def test_the_flagship_says_every_word_itself() -> None:
    """Its file of words has exactly the engine's words, in the engine's order."""
    path = ROOT / "content/strings/en.yml"
    record, found = read_yaml("content/strings/en.yml", path.read_text("utf-8"))
    assert [] == found
    assert record is not None
    own = flat(record.value)
    assert list(shipped("en")) == list(own)
    assert lexicon("en", own) == path.read_text("utf-8"), "run `curriculum strings en`"


def test_a_new_language_begins_in_comments() -> None:
    """Of a language that nobody translated, all but names stands in comments, which YAML can read."""
    text = lexicon("sv", {"find.title": "Hitta en modul"})
    catalog = Catalog(records={})
    record, found = read_yaml("content/strings/sv.yml", text)
    assert ([], True) == (found, record is not None)
    assert record is not None
    assert {
        "find": {"title": "Hitta en modul"},
        "format": {"pptx": "PowerPoint", "pdf": "PDF"},
    } == {group: dict(words) for group, words in record.value.items()}
    assert {} == catalog.strings("sv")
    assert "  # lead: " in text
    assert text == lexicon("sv", flat(record.value))
