"""The last gates of the MkDocs plugin: what other plugins changed is looked at again."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from mkdocs.exceptions import PluginError
from mkdocs_macros.plugin import MacrosPlugin

from curricula import base, catalog_of
from curriculum import calls
from curriculum.macros import VOCABULARY
from curriculum.pages import pages
from curriculum.plugin import CurriculumPlugin
from curriculum.sandbox import checked_texts, confine
from curriculum.titles import title_html

PATH = "modules/garden/soil/index.md"


@pytest.fixture
def plugin() -> CurriculumPlugin:
    """The plugin with the small curriculum, as after `on_config`."""
    made = CurriculumPlugin()
    made.catalog = catalog_of(base())
    made._pages = {page.uri: page for page in pages(made.catalog)}  # noqa: SLF001
    made._checked = checked_texts(made.catalog)  # noqa: SLF001
    return made


def _page(uri: str = PATH, **meta: object) -> Any:
    return SimpleNamespace(file=SimpleNamespace(src_uri=uri), meta=meta, url="x/", title="x")


def _markdown(plugin: CurriculumPlugin, text: str, page: Any) -> str:
    config: Any = None
    return plugin.on_page_markdown(text, page=page, config=config, files=config)


def test_a_text_that_was_checked_is_not_read_again(
    plugin: CurriculumPlugin, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Reading the calls of every page twice costs 6 % of a build."""

    def fail(*_arguments: object) -> None:
        raise AssertionError

    monkeypatch.setattr(calls, "read_calls", fail)
    text = base()[PATH]
    assert _markdown(plugin, text, _page()) == text


@pytest.mark.parametrize("text", ["{{ config }}", "{% include 'a' %}", "a\n\n{{ tirm('x') }}"])
def test_a_text_that_was_changed_since_is_read_again(plugin: CurriculumPlugin, text: str) -> None:
    """Even the end of a text that was checked, because a mark may have stood before it."""
    with pytest.raises(PluginError):
        _markdown(plugin, base()[PATH] + text, _page())
    assert _markdown(plugin, "# Other\n", _page()) == "# Other\n"


def test_a_page_that_nobody_checked_stops_the_build(plugin: CurriculumPlugin) -> None:
    """Whatever put it there."""
    with pytest.raises(PluginError, match="not part of the curriculum"):
        _markdown(plugin, "", _page("other.md"))


def test_front_matter_reaches_neither_macros_nor_the_theme(plugin: CurriculumPlugin) -> None:
    """Only a title and a description are left, and both are ours."""
    page = _page(
        render_macros=False, ignore_macros=True, template="x.html", term="x", title="{{ x }}"
    )
    _markdown(plugin, base()[PATH], page)
    assert page.meta == {"title": "Soil", "description": "People read their own ground."}


@pytest.mark.parametrize("html", ["<script>alert(1)</script>", "<p onclick='x'>a</p>"])
def test_a_rendered_page_with_more_than_markdown_stops_the_build(
    plugin: CurriculumPlugin, html: str
) -> None:
    """However it came through."""
    config: Any = None
    with pytest.raises(PluginError):
        plugin.on_page_content(html, page=_page(), config=config, files=config)


def test_macros_are_rendered_in_our_environment(plugin: CurriculumPlugin) -> None:
    """Whatever delimiters, filters and variables mkdocs.yml gave the macros plugin."""
    macros = MacrosPlugin()
    confine([object(), macros], VOCABULARY, plugin.word, {})
    macros._page = _page()  # noqa: SLF001
    text = macros.env.from_string("{{ term('clay') }} {{ run_sheet() }}").render(config=1)
    assert 'href="../../../glossary/#clay"' in text
    assert macros.env.loader is None
    assert not macros.env.filters


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("A & B", "A &amp; B"),
        ("{{ x }}", "&#123;&#123; x }}"),
        ("{%", "&#123;%"),
        ("<b>", "&lt;b&gt;"),
    ],
)
def test_a_title_is_only_a_title(title: str, expected: str) -> None:
    """For the theme, which prints it raw, and for macros, which look for calls in it."""
    assert title_html(title) == expected
