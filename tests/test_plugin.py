"""What the plugin does in a real MkDocs build, on small curricula on a disk."""

from __future__ import annotations

import logging
import os
import re
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import jinja2
import pytest
from lxml import html

from curriculum.plugin import build_site
from folders import MKDOCS, read

Small = Callable[..., Path]
MACROS_FIRST = re.sub(r"(  - curriculum: .*\n)(  - macros: .*\n)", r"\2\1", MKDOCS)


def built(root: Path) -> dict[str, bytes]:
    """Build a curriculum without its search index and return the site's files."""
    build_site(root / "mkdocs.yml", root / "out", with_search=False)
    return read(root / "out")


def article(site: Mapping[str, bytes], path: str) -> Any:
    """Return the article of a page."""
    (found,) = html.document_fromstring(site[path].decode()).xpath("//article")
    return found


def generate(
    root: Path, *arguments: str, program: str = "mkdocs"
) -> subprocess.CompletedProcess[str]:
    """Run a generator's own command in a curriculum."""
    return subprocess.run(
        [sys.executable, "-m", program, "build", *arguments],
        cwd=root,
        check=False,
        capture_output=True,
        text=True,
    )


def test_modules_and_made_pages_are_on_the_site(small: Small) -> None:
    """Modules from outside of `content/` and pages nobody wrote stand at their addresses."""
    site = built(small())
    pages = {path for path in site if path.endswith("index.html")}
    assert {
        "index.html",
        "find/index.html",
        "modules/garden/soil/index.html",
        "modules/garden/soil/worksheet/index.html",
        "cases/drought/epilogue/index.html",
        "paths/season/index.html",
        "agendas/day/index.html",
        "glossary/index.html",
    } <= pages
    soil = article(site, "modules/garden/soil/index.html")
    assert "Sand is gritty." in soil.text_content()
    assert "Diagnose one plot" in soil.text_content()


def test_images_are_published_and_yaml_is_not(small: Small) -> None:
    """What a reader sees is copied; what people write metadata in is not."""
    site = built(small())
    assert "frameworks/balance.svg" in site
    assert [] == [path for path in site if path.endswith((".yml", ".yaml", ".md"))]


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("modules/garden/soil/index.html", "edit/main/modules/garden/soil/index.md"),
        ("modules/garden/index.html", "edit/main/modules/garden/track.yml"),
        ("cases/drought/index.html", "edit/main/content/cases/drought/index.md"),
        ("paths/season/index.html", "edit/main/content/paths/season.yml"),
        ("glossary/index.html", "edit/main/content/glossary.yml"),
        ("find/index.html", None),
    ],
)
def test_a_page_links_to_the_file_one_would_change(
    built_once: dict[str, bytes], page: str, expected: str | None
) -> None:
    """The edit link opens the Markdown or the YAML; what nobody wrote has none."""
    links = html.document_fromstring(built_once[page].decode()).xpath(
        "//a[@rel='edit'][contains(@class, 'md-content__button')]/@href"
    )
    found = [re.sub(r"[^/]+/\.\./", "", link) for link in links]
    assert ([f"https://example.org/repository/{expected}"] if expected else []) == found


@pytest.fixture(scope="module")
def built_once(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The small curriculum with a facilitator's note and with hostile titles, built once."""
    from folders import small_at  # noqa: PLC0415  (a fixture of another scope)

    note = "# Soil\n\n!!! facilitator\n    Bring a spade.\n\n## What it is\n\nSand.\n"
    hostile = "{{ 7*7 }}<script>alert(1)</script>"
    root = small_at(
        tmp_path_factory.mktemp("plugin"),
        {
            "modules/garden/soil/index.md": note,
            "content/paths/season.yml": [{"find": "title: Season", "put": f"title: '{hostile}'"}],
            "modules/garden/water/module.yml": [
                {"find": "title: Water", "put": f"title: '{hostile}'"},
                {
                    "find": "changes:",
                    "put": "allow: [{rule: titles-agree, reason: A test}]\nchanges:",
                },
                {"find": "summary: People", "put": "summary: '\"><script>alert(2)</script> People"},
                {"find": "count their water.", "put": "count {{ 7*7 }} water.'"},
            ],
        },
    )
    return built(root)


@pytest.mark.parametrize("path", ["paths/season/index.html", "modules/garden/water/index.html"])
def test_a_hostile_title_is_only_a_title(built_once: dict[str, bytes], path: str) -> None:
    """Braces are not evaluated and HTML is not HTML: in the heading, the head and the menu."""
    page = html.document_fromstring(built_once[path].decode())
    title = "{{ 7*7 }}<script>alert(1)</script>"
    assert f"{title} – Small" == page.findtext(".//title")
    assert [True] == [title in heading.text_content() for heading in page.iter("h1")] or title


def test_nothing_a_contributor_wrote_becomes_a_script(built_once: dict[str, bytes]) -> None:
    """On no page of the site is there a script or a sum that came from a title or a summary."""
    for path, raw in built_once.items():
        if path.endswith(".html"):
            text = raw.decode()
            assert "<script>alert" not in text, path
            assert "49" not in re.sub(
                r"<svg.*?</svg>|<script.*?</script>", "", text, flags=re.DOTALL
            ), path


def test_a_facilitators_note_is_marked(built_once: dict[str, bytes]) -> None:
    """A note for the facilitator is in the page, in a box of its own that the theme folds away."""
    soil = article(built_once, "modules/garden/soil/index.html")
    (note,) = soil.xpath(".//div[@class='admonition facilitator']")
    assert "Bring a spade." in note.text_content()


def test_the_contents_list_holds_the_frames_headings(built_once: dict[str, bytes]) -> None:
    """What the frame adds to the Markdown is in the contents list, in the order of the page."""
    page = html.document_fromstring(built_once["modules/garden/soil/index.html"].decode())
    listed = [link.get("href") for link in page.xpath("//*[@data-md-component='toc']//a")]
    there = [
        f"#{heading.get('id')}" for heading in page.xpath("//article//h2[@id]|//article//h3[@id]")
    ]
    assert there == listed
    assert "#what-it-is" in listed


def test_every_page_carries_the_policy(built_once: dict[str, bytes]) -> None:
    """No page of a build may run or load what is not on the list."""
    for path, raw in built_once.items():
        if path.endswith(".html"):
            assert raw.decode().count('http-equiv="Content-Security-Policy"') == 1, path


@pytest.mark.parametrize(
    "path",
    [
        "modules/garden/track.yml",
        "modules/garden/water/module.yml",
        "content/cases/drought/case.yml",
        "content/paths/season.yml",
        "content/agendas/day.yml",
    ],
)
def test_a_title_with_a_call_runs_nothing(small: Small, path: str) -> None:
    """The macros plugin renders the titles of pages: those of ours are only words to it."""
    call = "{{ cycler.__init__.__globals__.os.mkdir(dict(canary=1)|first) }}"
    root = small()
    text = re.sub(r"(?m)^title: .*$", f'title: "{call}"', (root / path).read_text("utf-8"))
    if "changes:" in text:
        text += "allow: [{rule: titles-agree, reason: A test}]\n"
    (root / path).write_text(text, "utf-8")
    made = generate(root)
    assert [] == list(root.rglob("canary"))
    assert made.returncode == 0, made.stderr


PROBES = {
    "content/index.md": "{{ cycler.__init__.__globals__.os.popen('touch CANARY').close() }}",
    "modules/garden/soil/index.md": "{% set x = lipsum.__globals__['os'].system('touch CANARY') %}",
    "modules/garden/soil/worksheet.md": "{{ joiner.__init__.__globals__.os.system('touch CANARY') }}",
    "modules/garden/water/index.md": "{% for x in [namespace.__init__.__globals__.os.system('touch CANARY')] %}{% endfor %}",
    "content/cases/drought/index.md": "{{ term('clay', words=cycler.__init__.__globals__.os.popen('touch CANARY').close()) }}",
    "content/cases/drought/epilogue.md": "{{ cycler.__init__.__globals__.os.popen('touch CANARY').close() | upper }}",
    "content/frameworks/balance.md": "{% if cycler.__init__.__globals__.os.system('touch CANARY') %}x{% endif %}",
}


@pytest.mark.parametrize("probe", PROBES.values(), ids=PROBES)
def test_each_probe_would_run_if_it_were_rendered(
    probe: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The probes below are live: plain Jinja runs each of them."""
    monkeypatch.chdir(tmp_path)
    environment = jinja2.Environment(autoescape=True)
    environment.globals["term"] = lambda id_, words="": f"{id_}{words}"
    environment.from_string(probe).render()
    assert (tmp_path / "CANARY").exists()


@pytest.mark.parametrize("mkdocs", [MKDOCS, MACROS_FIRST], ids=["ours first", "macros first"])
def test_hostile_calls_stop_a_plain_build_before_anything_runs(small: Small, mkdocs: str) -> None:
    """`mkdocs build`, whatever the order of the plugins: all named at once, and nothing was run."""
    canary = {path: probe.replace("CANARY", "canary") for path, probe in PROBES.items()}
    root = small(
        {path: f"# A page\n\nWords.\n\n{text}\n" for path, text in canary.items()}, mkdocs=mkdocs
    )
    front = "---\ntitle: A page\nsummary: One.\n---\n\n"
    balance = root / "content/frameworks/balance.md"
    balance.write_text(front + balance.read_text("utf-8"), "utf-8")
    made = generate(root)
    assert made.returncode == 1
    named = set(re.findall(r"(\S+:\d+): .*\[macros-are-known\]", made.stderr))
    lines = {path: 10 if path.endswith("balance.md") else 5 for path in PROBES}
    assert {f"{path}:{line}" for path, line in lines.items()} == named
    assert [] == list(root.rglob("canary"))
    assert not (root / ".site").exists()
    assert "Traceback" not in made.stderr


def test_a_hostile_title_in_front_matter_is_not_evaluated(small: Small) -> None:
    """The title of an authored page is refused when it holds a call, before macros see it."""
    probe = "{{ cycler.__init__.__globals__.os.popen('touch canary').read() }}"
    root = small({"content/about.md": f'---\ntitle: "{probe}"\n---\n\n# About\n'})
    made = generate(root)
    assert made.returncode == 1
    assert "content/about.md:" in made.stderr
    assert [] == list(root.rglob("canary"))


@pytest.mark.parametrize(
    ("matter", "expected"),
    [
        ("template: redirect.html", "`template` is not known here"),
        ("description: x", "`description` is not known here"),
        ("status: new", "`status` is not known here"),
        ("render_macros: true", "`render_macros` is not known here"),
    ],
)
def test_front_matter_other_than_title_is_refused(
    small: Small, caplog: pytest.LogCaptureFixture, matter: str, expected: str
) -> None:
    """What would change the template or be printed raw is a finding at its line."""
    root = small({"content/about.md": f"---\ntitle: About\n{matter}\n---\n\n# About\n"})
    with caplog.at_level(logging.ERROR), pytest.raises(SystemExit):
        built(root)
    found = [record.getMessage() for record in caplog.records]
    assert any(line.startswith("content/about.md:3: ") and expected in line for line in found), (
        found
    )


def test_all_findings_come_at_once_and_leave_the_last_site(small: Small) -> None:
    """`curriculum build` with mistakes: exit 1, every mistake with its line, the old site as it was."""
    root = small()
    command = [
        sys.executable,
        "-c",
        "from curriculum.cli import main; main()",
        "build",
        "--no-packets",
    ]
    good = subprocess.run(command, cwd=root, check=False, capture_output=True, text=True)
    assert good.returncode == 0, good.stderr
    old = read(root / "site")
    (root / "modules/garden/soil/index.md").write_text("# Soil\n\n[gone](gone.md)\n", "utf-8")
    path = root / "content/paths/season.yml"
    path.write_text(path.read_text("utf-8") + "colour: red\n", "utf-8")
    bad = subprocess.run(command, cwd=root, check=False, capture_output=True, text=True)
    assert bad.returncode == 1
    assert "modules/garden/soil/index.md:3: " in bad.stderr
    assert "content/paths/season.yml:9: " in bad.stderr
    assert "Traceback" not in bad.stderr
    assert old == read(root / "site")
    assert [] == list((root / ".releases").glob(".new-*"))


def test_properdocs_builds_the_same_site(small: Small) -> None:
    """The fork of MkDocs gives equal bytes, but for the tag that names the generator."""
    root = small()
    env = os.environ | {"SOURCE_DATE_EPOCH": "0"}
    sites = []
    for program in ("mkdocs", "properdocs"):
        subprocess.run(
            [
                sys.executable,
                "-m",
                program,
                "build",
                "-q",
                "-f",
                "mkdocs.yml",
                "-d",
                f"out-{program}",
            ],
            cwd=root,
            env=env,
            check=True,
        )
        files = read(root / f"out-{program}")
        sites.append(
            {
                path: re.sub(rb'<meta name="generator"[^>]*>', b"", raw)
                for path, raw in files.items()
                if not path.startswith("pagefind/")
            }
        )
    assert sorted(sites[0]) == sorted(sites[1])
    assert [] == [path for path, raw in sites[0].items() if raw != sites[1][path]]
