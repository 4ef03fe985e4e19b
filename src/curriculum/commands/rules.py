"""`curriculum rules`: what a curriculum must keep, in words."""

from __future__ import annotations

import inspect

import click

from curriculum import rules
from curriculum.assemble import assemble
from curriculum.catalog import Catalog
from curriculum.findings import suggest
from curriculum.macros import SIGNATURES
from curriculum.roots import Refusal, find_root
from curriculum.tree import read_files


@click.command()
@click.option("--allowed", is_flag=True, help="List where a rule is silenced, and why.")
@click.argument("id_", metavar="[ID]", default="")
def command(id_: str, *, allowed: bool) -> None:
    """List the rules, or explain one.

    The word in square brackets at the end of a finding is the ID of its rule.

    \b
    Example:
      curriculum rules
      curriculum rules objectives-begin-with-verbs
    """
    if allowed:
        _list_allowed(assemble(read_files(find_root()), SIGNATURES)[0])
    elif id_:
        click.echo(_explained(id_))
    else:
        for rule in rules.RULES.values():
            click.echo(f"{rule.id}\n  {rule.sentence}")


def _explained(id_: str) -> str:
    rule = rules.RULES.get(id_)
    if not rule:
        message = f"there is no rule `{id_}`"
        raise Refusal(message, suggest(id_, rules.RULES) or "`curriculum rules` lists them")
    firm = "\n\nNo `allow` can silence it." if rule.firm else ""
    return f"{rule.id}\n\n{inspect.cleandoc(rule.text)}{firm}"


def _list_allowed(catalog: Catalog) -> None:
    listed = [
        f"{entry.path}:{entry.line('allow', number)}: {allowance.rule}\n  {allowance.reason}"
        for entry in catalog.modules_and_cases()
        for number, allowance in enumerate(entry.value.allow)
    ]
    for text in listed:
        click.echo(text)
    if not listed:
        click.echo("no rule is silenced", err=True)
