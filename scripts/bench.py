"""What the engine costs: ratios against stock MkDocs with Material in the same run, and counts.

Each timed command runs in a process of its own, the two sides of a ratio in turn. Ratios are of
CPU seconds, which a shared machine changes least; the best of three counts.
"""

from __future__ import annotations

import gzip
import json
import os
import re
import shutil
import tempfile
import time
from pathlib import Path

import yaml
from bench_packets import packets
from measure import edit, run

from curriculum import rules
from curriculum.assemble import assemble
from curriculum.body import read_body
from curriculum.catalog import Catalog
from curriculum.macros import SIGNATURES, VOCABULARY, Place
from curriculum.navigation import fill
from curriculum.pages import pages
from curriculum.settings import Settings
from curriculum.sites import uri_of
from curriculum.stage import stage
from curriculum.templating import frames
from curriculum.tree import read_files

ROOT = Path(__file__).resolve().parent.parent
ROUNDS = 3
OURS = "import sys; from pathlib import Path; from curriculum.plugin import build_site; build_site(Path(sys.argv[1]) / 'mkdocs.yml', Path(sys.argv[2]), with_search=sys.argv[3] == 'all')"
GATES = (
    OURS
    + "; from curriculum import gates, release; gates.findings(release.Files(Path(sys.argv[2])))"
)
STOCK = "import sys, os; os.chdir(sys.argv[1]); from mkdocs.config import load_config; from mkdocs.commands.build import build; c = load_config(sys.argv[1] + '/mkdocs.yml', site_dir=sys.argv[2]); c.plugins.on_startup(command='build', dirty=False); build(c)"
MEMORY = (
    "; import resource; print('RSS', resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)"
)


def copy(target: Path) -> Path:
    """Copy the curriculum, without what was built from it."""
    for name in ("content", "modules", "macros", "overrides", "mkdocs.yml"):
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, target / name)
        elif source.exists():
            shutil.copy(source, target / name)
    (target / "overrides").mkdir(exist_ok=True)
    return target


STOCK_MACROS = """
import json, pathlib
said = json.loads((pathlib.Path(__file__).parent / "said.json").read_text())
def define_env(env):
    def word(name):
        return lambda *arguments, **keywords: said[env.page.file.src_uri].pop(0)
    for name in said["names"]:
        env.macro(word(name), name)
"""


def stock(root: Path, catalog: Catalog, target: Path) -> Path:
    """Write the same pages as a MkDocs site with Material, macros and the same menu, without us.

    Pages that we make from the catalog are there as HTML in Markdown. Its macros answer from a list of what ours said, so that both sides render the same text.
    """
    listed = pages(catalog)
    settings = Settings("Stock", "https://example.org/", date="2026-11-22")
    for uri, text in stage(listed, frames(catalog, settings, None, {}, {})).items():
        file = target / "docs" / uri
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    said: dict[str, list[str]] = {"names": list(VOCABULARY)}
    for page in listed:
        place = Place(catalog, page.source or "")
        calls = catalog.calls.get(page.source or "", [])
        answers = (VOCABULARY[c.name](place, *c.arguments, **dict(c.keywords)) for c in calls)
        said[page.uri] = list(answers)
    for path in catalog.files:
        if path.endswith((".svg", ".png", ".jpg", ".webp")):
            (target / "docs" / uri_of(path)).write_bytes((root / path).read_bytes())
    (target / "said.json").write_text(json.dumps(said), encoding="utf-8")
    (target / "words.py").write_text(STOCK_MACROS, encoding="utf-8")
    ours = yaml.load((root / "mkdocs.yml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506  (reads text only)
    theme = ours["theme"] | {"font": False, "palette": {"scheme": "default"}}
    theme.pop("custom_dir")
    config = {
        "site_name": "Stock",
        "site_url": "https://example.org/",
        "theme": theme,
        "plugins": [{"macros": {"module_name": "words"}}],
        "markdown_extensions": ours["markdown_extensions"],
        "nav": fill(ours["nav"], catalog),
    }
    (target / "mkdocs.yml").write_text(yaml.safe_dump(config), encoding="utf-8")
    return target


_COMMON = re.compile(r"\b(the|a|and|to|of|in|is|for|you|or|with|what|that|it|on|not|your) ")


def _renamed(text: str, number: int) -> str:
    """Return a text in which every paragraph has a word of its own; headings stay as they are."""
    own = "z" + "".join(chr(ord("a") + int(digit)) for digit in str(number))
    lines = (
        line if line.startswith("#") else _COMMON.sub(rf"\1 {own} ", line)
        for line in text.split("\n")
    )
    return "\n".join(lines)


def double(root: Path, target: Path, times: int) -> Path:
    """Write the curriculum with each module several times over, for large sites."""
    copy(target)
    for module in sorted((root / "modules").glob("*/*/module.yml")):
        for number in range(2, times + 1):
            folder = module.parent
            again = target / folder.relative_to(root).with_name(f"{folder.name}-{number}")
            shutil.copytree(folder, again)
            for part in again.glob("*.md"):  # no two modules may share a paragraph
                part.write_text(
                    _renamed(part.read_text(encoding="utf-8"), number), encoding="utf-8"
                )
    for track in (target / "modules").glob("*/track.yml"):
        ids = sorted(folder.parent.name for folder in track.parent.glob("*/module.yml"))
        text = track.read_text(encoding="utf-8")
        head = re.sub(r"\nmodules:.*", "", text, flags=re.DOTALL)
        track.write_text(head + "\nmodules: [" + ", ".join(ids) + "]\n", encoding="utf-8")
    return target


def best(code: str, *arguments: str) -> float:
    """Return the seconds of the fastest of some runs."""
    return min(run(code, *arguments)[0] for _ in range(ROUNDS))


def sites(folder: Path, catalog: Catalog) -> None:
    """Compare building the site with a stock build of the same Markdown."""
    ours, other = copy(folder / "ours"), stock(ROOT, catalog, folder / "stock")
    times: dict[str, list[float]] = {"stock": [], "ours": [], "all": []}
    for _ in range(ROUNDS):
        times["stock"].append(run(STOCK, str(other), str(folder / "a"))[0])
        times["ours"].append(run(OURS, str(ours), str(folder / "b"), "pages")[0])
        times["all"].append(run(GATES, str(ours), str(folder / "c"), "all")[0])
    base = min(times["stock"])
    print(f"stock MkDocs + Material, {len(pages(catalog))} pages: {base:.2f} CPU s")
    print(f"our MkDocs pass: {min(times['ours']) / base:.2f} times stock (at most 1.15)")
    print(f"with Pagefind and all gates: {min(times['all']) / base:.2f} times stock (at most 2)")


def reading() -> None:
    """Measure reading, validating and checking."""
    files = {path: raw for path, raw in read_files(ROOT).items() if path.endswith(".yml")}
    modules = [raw for path, raw in files.items() if path.endswith("/module.yml")]
    many = {f"modules/foundations/m-{n}/module.yml": modules[n % len(modules)] for n in range(300)}
    begun = time.perf_counter()
    catalog, _ = assemble(many, SIGNATURES)
    rules.findings(catalog)
    print(
        f"300 modules' metadata read, validated and checked: {time.perf_counter() - begun:.2f} s (at most 0.6)"
    )
    bodies = {path: raw.decode() for path, raw in read_files(ROOT).items() if path.endswith(".md")}
    begun = time.perf_counter()
    for path, text in bodies.items():
        read_body(path, text)
    print(
        f"Markdown, cold: {(time.perf_counter() - begun) / len(bodies) * 1000:.1f} ms a part (at most 12)"
    )
    print(f"curriculum check on the flagship: {best(CHECK, str(ROOT)):.2f} s (under 1)")


CHECK = "import sys, os; os.chdir(sys.argv[1]); from curriculum.cli import main; sys.argv = ['curriculum', 'check']; main()"


def many(folder: Path) -> None:
    """Check about 500 modules: everything new, and again with one file changed."""
    large = double(ROOT, folder / "many", 21)
    modules = len(list(large.glob("modules/*/*/module.yml")))
    parts = len(list(large.rglob("*.md")))
    # Some short paragraphs are equal in the copies: findings, and the exit 1, are no failure here.
    cold, _ = run(CHECK, str(large), ends=(0, 1))
    print(
        f"curriculum check, {modules} modules, all new: {cold:.1f} s, {cold / parts * 1000:.1f} ms a part (at most 12)"
    )
    edit(large / "modules/innovation/prototype-this-week/worksheet.md")
    again = min(run(CHECK, str(large), ends=(0, 1))[0] for _ in range(ROUNDS))
    print(f"again with one file changed: {again:.2f} s (under 3)")


def memory(folder: Path) -> None:
    """Measure the peak memory of a build of about 500 pages."""
    large = double(ROOT, folder / "large", 3)
    code = "from curriculum import plugin; plugin._report = lambda findings: None; " + OURS + MEMORY
    _, printed = run(code, str(large), str(folder / "d"), "pages")
    count = len(list((folder / "d").rglob("*.html")))
    print(
        f"peak memory at {count} pages: {printed.split('RSS')[1].strip()} MB (under 300 at 500 pages)"
    )


def weight(site: Path) -> None:
    """Add up what the first view of a module page transfers, with gzip."""
    page = site / "modules/foundations/public-value-triangle/index.html"
    text = page.read_text(encoding="utf-8")
    loaded = set(re.findall(r'(?:src|href)="([^"]+\.(?:css|js|woff2|svg|png))"', text))
    files = [page, *((page.parent / address).resolve() for address in loaded)]
    size = sum(len(gzip.compress(file.read_bytes(), 9)) for file in files if file.exists())
    print(f"first view of a module page: {size / 1000:.1f} KB with gzip (at most 110)")


def main() -> None:
    """Print every figure."""
    catalog, _ = assemble(read_files(ROOT), SIGNATURES)
    with tempfile.TemporaryDirectory(prefix="bench-") as name:
        folder = Path(name)
        os.environ["XDG_CACHE_HOME"] = str(folder / "kept")  # cold, whatever was built before
        reading()
        many(folder)
        sites(folder, catalog)
        weight(folder / "c")
        memory(folder)
        packets(folder)


if __name__ == "__main__":
    main()
