"""Whether the theme still fits the Material below it, and keeps to its own policy."""

from __future__ import annotations

import base64
import gzip
import hashlib
import re
from pathlib import Path

import material
import pytest
from fontTools.ttLib import TTFont
from lxml import html

from curriculum import plugin, shrink
from curriculum.gates import findings
from curriculum.plugin import build_site
from curriculum.policy import SCRIPTS, policy

UPSTREAM = Path(material.__file__).parent / "templates"
THEME = Path(plugin.__file__).parent / "theme"
ASSETS = THEME / "assets/curriculum"
SCRIPTS_OF_OURS = [*sorted(ASSETS.glob("*.js")), THEME.parent / "templates/sw.js"]

# What we replace or fill, as it was when we last compared it with ours. After an upgrade: look at
# what changed upstream, carry over what matters, and put the new sum here.
COMPARED = {
    "404.html": "80c93494b5432b1bcdf292caeb67a0653c45b37372f49e08ad4a70ca695a7495",
    "base.html": "8536d352b0093623df9e0032894f321cbe264b15a9b48cdd962583772455dadb",
    "partials/content.html": "ce33929c85af129f6e2f3b0aed47159e9c4a519482d1938bae15f5ff4a3cfae5",
    "partials/copyright.html": "bc86bca3bf75070fe5d72e2a3463bdddf87c10f4d6459c945fe81c5d384e35ea",
    "partials/footer.html": "50c2a75f013b7b03fb97f381860c77df8fd5d13d68f90d3281754b68f69ec894",
    "partials/header.html": "8cf3fb15bcf969ff596649616fd99366b3c31c08d57a86d05308efc16d8fa75f",
    "partials/javascripts/base.html": "d6113712bc4deb30b4bd810ee0dfc28b6f04d2f88cc0016c0f1766eac7b762b6",
    "partials/javascripts/palette.html": "8790389765ea6036effddba548b15093bb05bdc75624eaeaf8b13f3c24be4ab5",
    "partials/logo.html": "e0925ef6c190174a5162ed1ecc55295016dd8a7beec3018db3e04aac283a2dd9",
    "partials/nav.html": "af33f6e032f632eb055c365eb5f1a975bf8456152fa768e69a1aad6d470b843f",
    "partials/palette.html": "fb935107ae7d3d7475965019eec36c1ad72bf1d154254dab2474921fcd2710e3",
    "partials/tabs.html": "d2c82916569e645a6b6dc5a36a2beddfaca5a66c8738c5b3e13b7d100ac2e8b7",
    "partials/toc-item.html": "418f31ce2e6d559934f610084a5c8493f9618b96268909601552ac48aa0c15c2",
    "partials/toc.html": "fde48f583563364b0e0e6865a5ab1e7060ec1826161f69f5cbee653e621b0f84",
}


@pytest.mark.parametrize("name", COMPARED)
def test_upstream_is_as_it_was_compared(name: str) -> None:
    """Each file of Material that we replace or rely on is the one we last looked at."""
    assert COMPARED[name] == hashlib.sha256((UPSTREAM / name).read_bytes()).hexdigest()


def test_every_file_that_replaces_one_of_material_is_compared() -> None:
    """No partial of ours takes the place of an upstream file that nobody watches."""
    ours = {path.relative_to(THEME).as_posix() for path in THEME.rglob("*.html")}
    replaced = {name for name in ours if (UPSTREAM / name).exists()} - {"main.html"}
    assert replaced <= set(COMPARED)


def test_every_block_we_fill_exists_upstream() -> None:
    """A block that Material no longer has would be dropped without a word."""
    blocks = re.compile(r"{%-? block (\w+)")
    ours = set(blocks.findall((THEME / "curriculum.html").read_text("utf-8")))
    assert ours <= set(blocks.findall((UPSTREAM / "base.html").read_text("utf-8")))


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The small curriculum, built."""
    from folders import read, small_at  # noqa: PLC0415  (a helper, not a fixture)

    root = small_at(tmp_path_factory.mktemp("theme"))
    build_site(root / "mkdocs.yml", root / "out", with_search=False)
    return read(root / "out")


def test_the_policy_names_the_inline_scripts_and_no_other(site: dict[str, bytes]) -> None:
    """The fixed list of hashes is what the pages of a build have inline, all of it."""
    used = set()
    for path, raw in site.items():
        if path.endswith(".html"):
            for script in html.document_fromstring(raw.decode()).iter("script"):
                if not script.get("src") and "json" not in (script.get("type") or ""):
                    digest = hashlib.sha256((script.text or "").encode()).digest()
                    used.add(base64.b64encode(digest).decode())
    assert set(SCRIPTS) == used


def test_the_policy_forbids_everything_that_is_not_ours() -> None:
    """Nothing is allowed unless it is named; no wildcard, no other host, nothing inline."""
    rules = dict(rule.split(" ", 1) for rule in policy().split("; "))
    assert rules["default-src"] == "'none'"
    assert rules["base-uri"] == rules["form-action"] == "'none'"
    assert [] == [
        rule for rule in rules.values() if "*" in rule or "http" in rule or "unsafe" in rule
    ]


def test_the_gates_pass_the_theme(site: dict[str, bytes]) -> None:
    """A small curriculum with nothing wrong gives a site that may be published."""
    assert [] == findings(site, "/small/")


@pytest.mark.parametrize("script", SCRIPTS_OF_OURS, ids=lambda path: path.name)
def test_a_script_is_small_and_classic(script: Path) -> None:
    """Each script is under 150 lines, strict, closed in itself, and no module."""
    text = script.read_text("utf-8")
    assert text.count("\n") <= 150
    assert text.startswith("/* ")
    assert '(() => {\n  "use strict";\n' in text
    assert not re.search(r"^(import|export)\b", text, re.MULTILINE)
    assert {"http://www.w3.org/2000/svg"} >= set(re.findall(r"https?://[\w./-]+", text))


def test_scripts_are_small_together() -> None:
    """All scripts of ours, as they are served, are at most 30 KB over the wire."""
    served = (shrink.script(path.read_text("utf-8")) for path in SCRIPTS_OF_OURS)
    assert sum(len(gzip.compress(text.encode(), 9)) for text in served) <= 30_000


@pytest.mark.parametrize("name", ["Börjesson", "Medellín", "Bogotá", "Łódź", "Erdoğan", "“1–2”…"])
def test_the_font_has_the_letters_of_names(name: str) -> None:
    """Latin-1, Latin Extended-A and punctuation are in the two cuts of the font."""
    known: set[int] = set()
    for font in (ASSETS / "fonts").glob("*.woff2"):
        known |= set(TTFont(font).getBestCmap())
    assert [] == [letter for letter in name if ord(letter) not in known]


def test_each_cut_of_the_font_has_what_its_rule_says() -> None:
    """A letter is fetched with the cut that has it, and the license stands beside them."""
    css = (ASSETS / "curriculum.css").read_text("utf-8")
    for name, ranges in re.findall(r'url\("fonts/(.*?)"\).*?unicode-range: (.*?);', css, re.DOTALL):
        known = set(TTFont(ASSETS / "fonts" / name).getBestCmap())
        claimed = set()
        for each in ranges.replace("U+", "").split(", "):
            low, _, high = each.partition("-")
            claimed |= set(range(int(low, 16), int(high or low, 16) + 1))
        assert known <= claimed | set(range(32)), name
    assert "SIL OPEN FONT LICENSE" in (ASSETS / "fonts/OFL.txt").read_text("utf-8")
