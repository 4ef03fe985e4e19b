"""Where work is kept, what is read twice, and that no bytes in any file make the engine raise."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some
from jinja2.exceptions import SecurityError

from curricula import base
from curriculum import bodies, unseen
from curriculum.article import VOCABULARY, strange
from curriculum.caches import cache_folder
from curriculum.examine import examine
from curriculum.findings import as_github, as_text
from curriculum.sandbox import Sandbox
from trees import plant

QUICK = settings(
    max_examples=80,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
PATHS = [
    *sorted(base()),
    "content/a.png",
    "content/a.jpg",
    "content/a.webp",
    "content/a.svg",
    "modules/x.md",
]
MARKS = some.text(
    alphabet="#[]()!`*_<>{}%\\\n -:|x\"'&;=~^@/.\t\u202e\ud800\x1b0é",
    max_size=160,
)


@QUICK
@given(some.sampled_from(PATHS), some.one_of(some.binary(max_size=200), MARKS))
def test_no_bytes_in_any_file_make_the_engine_raise(
    tmp_path: Path, path: str, raw: bytes | str
) -> None:
    """Whatever stands in a file, there are findings at worst, and all can be printed."""
    content = raw if isinstance(raw, bytes) else raw.encode("utf-8", "surrogatepass")
    (plant(tmp_path, {}) / path).write_bytes(content)
    for finding in examine(tmp_path)[1]:
        assert as_text(finding).encode()
        assert as_github(finding).encode()
        assert 1 <= finding.line <= max(1, content.count(b"\n") + content.count(b"\r") + 1) or (
            finding.path != path
        )


@QUICK
@given(some.text(alphabet="ab./\\ \n\u202e\x01é{<%-_~", min_size=1, max_size=30))
def test_no_name_makes_the_engine_raise(tmp_path: Path, name: str) -> None:
    """Names are only printed, never used."""
    parts = [part for part in name.split("/") if part not in {"", ".", ".."}]
    if parts:
        target = tmp_path / "content" / Path(*parts)
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(b"# A\n")
        except OSError:
            return
        assert all(as_text(finding) for finding in examine(tmp_path)[1])


def test_a_cache_stands_outside_of_the_tree(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each curriculum has a folder of its own, which no contributor can fill."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    one, two = cache_folder(tmp_path / "one"), cache_folder(tmp_path / "two")
    assert one.parent == tmp_path / "curriculum"
    assert one != two
    monkeypatch.setenv("XDG_CACHE_HOME", "cache")
    monkeypatch.setenv("HOME", "/home/somebody")
    assert cache_folder(tmp_path).parent == Path("/home/somebody/.cache/curriculum")


def test_without_a_home_nothing_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Never in the working folder, which is the tree."""
    monkeypatch.delenv("XDG_CACHE_HOME")
    monkeypatch.setattr(Path, "expanduser", lambda path: path)
    folder = cache_folder(tmp_path)
    with pytest.raises(OSError, match="Not a directory"):
        folder.mkdir(parents=True)
    assert examine(plant(tmp_path, {}))[1] == []
    assert {"content", "modules"} == {path.name for path in tmp_path.iterdir()}


def test_the_second_time_no_markdown_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was read is kept, and says the same."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    root = plant(tmp_path / "root", {"content/about.md": "# A\n\n[x](//y) <b> ![](z.png)\n"})
    first = examine(root)

    def fail(*_arguments: Any) -> None:
        raise AssertionError

    monkeypatch.setattr(bodies, "read_body", fail)
    assert first == examine(root)


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "<p onclick='x'>a</p>",
        "<p style='position:fixed'>a</p>",
        "<a href=' java\nscript:alert(1)'>a</a>",
        "<a href='//evil.example'>a</a>",
        "<a href='\\\\evil.example'>a</a>",
        "<img src='data:image/svg+xml,x'>",
        "<p id='__search'>a</p>",
        "<form action='https://evil.example'><input></form>",
        "<!-- a --><p>b</p>",
        "<?php a ?><p>b</p>",
        "<p>&#x202e;a</p>",
        "<details ontoggle=alert(1) open>a</details>",
        "<svg><script>alert(1)</script></svg>",
        "<div data-md-component='search'>a</div>",
        "<input formaction='javascript:alert(1)'>",
    ],
)
def test_a_rendered_page_may_not_hold_it(text: str) -> None:
    """The last gate, whatever the readers of Markdown thought."""
    assert list(strange(text, VOCABULARY))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "<p>a <em>b</em> <a href='../c/#d' title='e'>f</a></p>",
        "<table><tr><td style='text-align: left;'>a</td></tr></table>",
        "<ol start='2'><li>a</li></ol>",
        "<img src='a.png' alt='b'>",
        "<a href='https://example.org/'>a</a><a href='mailto:a@example.org'>b</a>",
        "<h2 id='steps'>a<a class='headerlink' href='#steps' title='x'>b</a></h2>",
    ],
)
def test_what_markdown_makes_may_stand_on_a_page(text: str) -> None:
    """And nothing is said about it."""
    assert not list(strange(text))


def test_what_is_nested_too_deeply_is_a_finding(monkeypatch: pytest.MonkeyPatch) -> None:
    """The site's reader of Markdown gives up; the check does not."""

    class Deep:
        def reset(self) -> None:
            """Do nothing."""

        def convert(self, _text: str) -> str:
            raise RecursionError

    monkeypatch.setattr(unseen, "_reader", Deep)
    assert unseen.unseen("a < b") == []
    assert unseen.unseen("<b>") == ["nothing, because its parts are nested too deeply"]


PROBES = [
    "{{ cycler }}",
    "{{ config }}",
    "{{ page }}",
    "{{ 'a' | upper }}",
    "{{ term.__globals__ }}",
    "{{ term.__class__ }}",
    "{{ self.__init__.__globals__ }}",
    "{% include 'a' %}",
    "{{ 1 is odd }}",
    "{{ other() }}",
    "{{ term(*config) }}",
    "{{ term(config) }}",
    "{{ term([page]) }}",
]


@pytest.mark.parametrize("probe", PROBES)
def test_the_sandbox_knows_our_words_only(probe: str) -> None:
    """Even without the list of allowed syntax nothing can be reached."""
    environment = Sandbox({"term": lambda *_: "said"}, {})
    assert environment.from_string("{{ term('a') }}").render(term="x", config=1) == "said"
    with pytest.raises(SecurityError):
        environment.from_string(probe).render(config={"a": 1}, page="x", cycler=1)
