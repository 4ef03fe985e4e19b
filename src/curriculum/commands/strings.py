"""`curriculum strings`: the file of a language, with every word of the interface."""

from __future__ import annotations

import click

from curriculum.caches import write_whole
from curriculum.lexicon import lexicon
from curriculum.roots import Refusal, find_root


@click.command()
@click.argument("language", metavar="LANGUAGE")
def command(language: str) -> None:
    """Write the words of the interface, to be translated or changed.

    LANGUAGE is a short name such as `pl` or `pt-BR`; the file is `content/strings/LANGUAGE.yml`.
    What the file says already stays. What nobody has translated stands in it in English, in a
    comment: translate the line and take the `#` away.

    \b
    Example:
      curriculum strings pl
    """
    from curriculum.examine import examine  # noqa: PLC0415  (reads all; --help needs nothing)
    from curriculum.rules.strings import forms_of, tag_of  # noqa: PLC0415
    from curriculum.sayings import flat  # noqa: PLC0415

    tag = tag_of(language)
    if forms_of(language) is None:
        message = f"`{language}` is not a language"
        hint = "write it as `pl` or `pt-BR`" if forms_of(tag) is None else f"did you mean `{tag}`?"
        raise Refusal(message, hint)
    root = find_root()
    catalog, found = examine(root)
    path = f"content/strings/{tag}.yml"
    if any(finding.path == path and finding.severity == "error" for finding in found):
        message = f"`{path}` has mistakes, so it is not written anew"
        raise Refusal(message, "mend them first: `curriculum check` says where they are")
    record = catalog.records.get(path)
    text = lexicon(tag, flat(record.value) if record else {})
    write_whole(root / path, text.encode())
    left = sum(line.startswith("  # ") for line in text.split("\n"))
    click.echo(f"{path}: {left} words are still in English" if left else f"{path}: every word")
