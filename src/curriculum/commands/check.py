"""`curriculum check`: every mistake with its file and line."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import click

from curriculum.caches import write_whole
from curriculum.catalog import Catalog
from curriculum.examine import examine
from curriculum.findings import Finding, as_github, as_json, as_text
from curriculum.fixes import FIXABLE, difference, mended
from curriculum.reviews import overdue
from curriculum.roots import find_root, inside
from curriculum.sarif import as_sarif
from curriculum.words import count_words


@click.command()
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "github", "json", "sarif"]),
    default="text",
    help="`github` marks the lines of a pull request, `json` and `sarif` are for tools.",
)
@click.option("--fix", is_flag=True, help="Mend what needs no judgment, and show what changed.")
@click.option("--review", is_flag=True, help="Report modules whose review is a quarter overdue.")
@click.option("--prose", is_flag=True, help="Warn of texts hard to read and of words not American.")
@click.argument("paths", nargs=-1, metavar="[PATH]...")
def command(form: str, paths: tuple[str, ...], *, fix: bool, review: bool, prose: bool) -> None:
    """Report every mistake with its file, its line and a hint.

    All is read; with PATH only what stands in those files and folders is reported. The exit is 1
    if there is a mistake, and 0 if there are only warnings. `curriculum rules` explains each rule.

    With `--fix` missing quotes, around dates too, levels of headings, lists of parts and the line
    that names the schema are mended, and an image gets a mark where its words belong. No word is changed; what
    changed is shown as a difference, which `git apply -R` takes back.

    With `--prose` sentences and spelling are read too. What it finds are warnings.

    \b
    Example:
      curriculum check
      curriculum check modules/innovation --prose
      curriculum check --fix
    """
    root = find_root()
    wanted = [inside(root, path) for path in paths]
    catalog, found = examine(root)
    if fix and _fix(root, [each for each in found if not wanted or _within(each.path, wanted)]):
        catalog, found = examine(root)
    if review:
        today = datetime.now(UTC).date().isoformat()
        found = sorted([*found, *overdue(catalog, today)])
    if prose:
        from curriculum.prose import read_prose  # noqa: PLC0415  (slow to import, seldom wanted)

        found = sorted([*found, *read_prose(catalog)])
    everywhere = len(found)
    found = [finding for finding in found if not wanted or _within(finding.path, wanted)]
    if form in {"json", "sarif"}:
        click.echo(as_json(found) if form == "json" else as_sarif(found))
    else:
        for finding in found:
            click.echo((as_github if form == "github" else as_text)(finding))
    click.echo(summary(catalog, found, everywhere - len(found)), err=True)
    raise SystemExit(any(finding.severity == "error" for finding in found))


def _fix(root: Path, found: list[Finding]) -> bool:
    """Mend files and show what changed; return whether anything did."""
    changed = False
    for path in sorted({finding.path for finding in found if finding.rule in FIXABLE}):
        before = (root / path).read_bytes()
        after = mended(path, before, found)
        if after != before:
            click.echo(difference(path, before.decode("utf-8-sig"), after.decode("utf-8-sig")))
            write_whole(root / path, after)
            changed = True
    return changed


def _within(path: str, folders: list[str]) -> bool:
    return any(folder in {".", path} or path.startswith(f"{folder}/") for folder in folders)


def summary(catalog: Catalog, found: list[Finding], elsewhere: int = 0) -> str:
    """Return one line about a check: what was read, or how much is wrong, here and elsewhere."""
    more = f"; {count_words(elsewhere, 'finding')} in other files" if elsewhere else ""
    if found:
        files = len({finding.path for finding in found})
        return f"{count_words(len(found), 'finding')} in {count_words(files, 'file')}{more}"
    if elsewhere:
        return f"no findings here{more}"
    modules, cases = len(catalog.modules), len(catalog.cases)
    return f"{count_words(modules, 'module')}, {count_words(cases, 'case')}: no findings"
