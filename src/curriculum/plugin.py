"""The MkDocs plugin: pages into the build, findings into the log, the catalog to macros and theme."""

from __future__ import annotations

import dataclasses
import functools
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

from jinja2 import Environment
from markupsafe import escape
from mkdocs.config import config_options as option
from mkdocs.config.base import Config, load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page as SitePage
from mkdocs.structure.toc import get_toc
from mkdocs.utils import write_file

from curriculum import article, calls, exports, navigation, search, shrink
from curriculum.caches import compiled_templates
from curriculum.catalog import Catalog
from curriculum.configuration import configuration_findings
from curriculum.contents import contents
from curriculum.examine import examine
from curriculum.findings import Finding
from curriculum.handouts import Handouts, Maker
from curriculum.macros import SIGNATURES, VOCABULARY, Place
from curriculum.page import HIDDEN
from curriculum.pages import Page, pages
from curriculum.policy import policy
from curriculum.redirects import redirects
from curriculum.rendered import Rendered
from curriculum.sandbox import checked_texts, confine
from curriculum.settings import Settings, midnight, settings_from
from curriculum.telling import logged, told
from curriculum.templating import frames
from curriculum.themewords import directed, theme_words, titled
from curriculum.titles import title_html
from curriculum.words import count_words

THEME = Path(__file__).parent / "theme"


class CurriculumConfig(Config):  # type: ignore[no-untyped-call]  # MkDocs has no types for it
    """What stands under the plugin in mkdocs.yml."""

    edition = option.Type(str, default="")
    date = option.Type(str, default="")
    contact = option.Type(str, default="")
    notice = option.Type(str, default="")
    search = option.Type(bool, default=True)


class CurriculumPlugin(BasePlugin[CurriculumConfig]):  # type: ignore[no-untyped-call]
    """Puts a curriculum's modules, cases, paths and agendas into a MkDocs site."""

    def __init__(self) -> None:
        self.catalog, self.settings = Catalog(), Settings("", "")
        self.rendered: list[Rendered] = []
        self.hand_out: Maker | None = None
        """Makes packets and other files from the rendered pages; set by `curriculum build`."""
        self._pages: dict[str, Page] = {}
        self._raw: dict[str, str] = {}
        self._checked: dict[str, calls.Pieces] = {}
        """The texts that `examine` read, as MkDocs gives them to macros, and what they consist of."""
        self._preview = False

    def on_startup(self, *, command: str, **_: object) -> None:
        """Remember whether this is a preview: MkDocs then writes a script into each page."""
        self._preview = command == "serve"

    def word(self, name: str, here: Callable[[], SitePage]) -> Callable[..., str]:
        """Return a macro of the engine for the page that is being rendered (see macros/main.py)."""

        @functools.wraps(VOCABULARY[name])
        def call(*arguments: Any, **keywords: Any) -> str:
            source = self._pages[here().file.src_uri].source or ""
            return VOCABULARY[name](
                Place(self.catalog, source, self.settings.say), *arguments, **keywords
            )

        return call

    @event_priority(-100)
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read the curriculum, stop at mistakes, and fill the menu."""
        root = _root(config)
        self.catalog, found = examine(root)
        _report(found)
        self._checked = checked_texts(self.catalog)
        confine(config.plugins.values(), VOCABULARY, self.word, self._checked)
        self.settings = settings_from(config, self.config, self.catalog)
        self._pages = {page.uri: page for page in pages(self.catalog, self.settings.say)}
        self._raw, self.rendered = {}, []
        if self.settings.date:
            # MkDocs dates the sitemap by this, so that two builds of one edition are equal.
            os.environ.setdefault("SOURCE_DATE_EPOCH", str(midnight(self.settings.date)))
        config.nav = navigation.fill(config.nav or [], self.catalog, self.settings.say)
        config.theme.dirs.insert(1 if config.theme.custom_dir else 0, str(THEME))
        config.watch.append(str(root / "modules"))
        return config

    @event_priority(-100)
    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add the modules and the made pages; keep YAML out of the published site."""
        root = _root(config)
        for file in [file for file in files if file.src_uri.endswith((".yml", "~"))]:
            files.remove(file)
        for path in sorted(self.catalog.files):
            if path.startswith("modules/") and not path.endswith(".yml"):
                file = File.generated(config, path, abs_src_path=str(root / path))
                file.edit_uri = f"../{path}"
                files.append(file)
        for page in self._pages.values():
            if page.source is None:
                made: Any = {"content": "", "inclusion": InclusionLevel.NOT_IN_NAV}
                file = File.generated(config, page.uri, **made)
                file.edit_uri = f"../{page.edit}" if page.edit else None
                files.append(file)
        return files

    @event_priority(100)
    def on_page_markdown(
        self, markdown: str, *, page: SitePage, config: MkDocsConfig, files: Files
    ) -> str:
        """Refuse, as the last gate before macros run, whatever is not a call of a known macro."""
        del config, files
        ours = self._pages.get(page.file.src_uri)
        if ours is None:
            message = f"{page.file.src_uri} is not part of the curriculum"
            raise PluginError(message)
        if markdown not in self._checked:
            _report(calls.read_calls(ours.source or ours.uri, markdown, SIGNATURES)[1])
        page.meta = {"title": title_html(ours.title), "description": str(escape(ours.description))}
        if ours.template in HIDDEN:
            page.meta["hide"] = list(HIDDEN[ours.template])
        return markdown

    def on_page_content(
        self, html: str, *, page: SitePage, config: MkDocsConfig, files: Files
    ) -> str:
        """Keep the rendered Markdown: packets and frames both start from it."""
        del config, files
        ours = self._pages[page.file.src_uri]
        _report(article.findings(ours.source or ours.uri, html))
        self._raw[ours.uri] = html = titled(html, self.settings.say)
        if ours.source:
            self.rendered.append(Rendered(ours.source, ours.uri, page.url, ours.title, html))
        return html

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Make the packets, then frame every page and give it its contents list."""
        work = (self.catalog, self.settings, self.rendered)
        made = self.hand_out(*work) if self.hand_out else Handouts()
        overrides = Path(config.theme.custom_dir) if config.theme.custom_dir else None
        framed = frames(self.catalog, self.settings, overrides, made.packets, self._raw)
        framed = dataclasses.replace(framed, office=made.office, zips=made.zips)
        if not self._preview:
            env.globals["policy"] = policy()
            # A build reads each template once; asking the disk at every include costs 5 % of it.
            env.auto_reload = False
            env.bytecode_cache = compiled_templates(_root(config))
            framed.environment.bytecode_cache = env.bytecode_cache
        for file in files.documentation_pages():
            page, ours = file.page, self._pages[file.src_uri]
            if page is None:
                continue
            page.content = framed.render(ours, self._raw.get(ours.uri, ""))
            page.toc = get_toc(contents(page.content))  # type: ignore[arg-type]  # its shape, not its class
            page.meta["curriculum"] = ours
            page.meta["linked"] = exports.linked_text(self.catalog, self.settings, ours)
        env.globals.update(theme_words(self.settings.say))
        env.globals.update(catalog=self.catalog, settings=self.settings)
        return env

    def on_post_page(self, output: str, **_: object) -> str:
        """Say of the whole page, not of its body only, from which side it is read, and tidy it."""
        return shrink.page(directed(output, self.settings.say))

    @event_priority(-100)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write what other programs read, then index the finished pages for search."""
        moved = redirects(self.catalog, self.settings, list(self._pages.values()))
        for path, text in {**exports.export_files(self.catalog, self.settings), **moved}.items():
            write_file(text.encode(), str(Path(config.site_dir) / path))
        shrink.shrink(Path(config.site_dir))
        if self.config.search:
            search.index(Path(config.site_dir))


def build_site(
    config_file: Path,
    site_dir: Path,
    hand_out: Maker | None = None,
    *,
    with_search: bool = True,
) -> CurriculumPlugin:
    """Build the site of a mkdocs.yml into a folder, strictly, and return the plugin with its pages."""
    from mkdocs.commands.build import build  # noqa: PLC0415  (slow to import; only builds need it)

    with told(config_file.parent):
        config, plugin = _configured(config_file, site_dir=str(site_dir), strict=True)
        plugin.hand_out = hand_out
        plugin.config.search = with_search
        config.plugins.on_startup(command="build", dirty=False)
        try:
            build(config)
        finally:
            config.plugins.on_shutdown()
    return plugin


def settings_of(config_file: Path, catalog: Catalog) -> Settings:
    """Return the site's own facts from a mkdocs.yml, without building anything."""
    with told(config_file.parent):
        config, plugin = _configured(config_file)
    return settings_from(config, plugin.config, catalog)


def _configured(file: Path, **options: Any) -> tuple[MkDocsConfig, CurriculumPlugin]:
    """Return what a mkdocs.yml says, and our plugin in it; stops at what is wrong in the file."""
    _report(configuration_findings(file.read_text("utf-8", "replace")))
    config = load_config(str(file), **options)
    return config, next(p for p in config.plugins.values() if isinstance(p, CurriculumPlugin))


def serve_site(config_file: Path, address: str | None, *, open_browser: bool) -> None:
    """Serve a preview that is made anew whenever a file changes; ends with Ctrl+C."""
    from mkdocs.commands.serve import serve  # noqa: PLC0415  (slow to import)

    # Live reload is off by default with some releases of click, so it is asked for.
    options: Any = {"livereload": True, "dev_addr": address, "strict": False}
    with told(config_file.parent, everything=True):
        _configured(config_file)
        serve(str(config_file), open_in_browser=open_browser, **options)


def _root(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path or "").resolve().parent


def _report(findings: list[Finding]) -> None:
    """Log every finding and stop the build at the first list that holds an error."""
    if errors := logged(findings):
        raise PluginError(count_words(errors, "finding"))
