"""What a finished site loses, and that it still says and does the same."""

from __future__ import annotations

import os
from pathlib import Path

from curriculum.shrink import page, script, shrink, style


def test_a_script_loses_comments_and_blanks_only() -> None:
    """Words in strings, patterns and templates stay as they were written."""
    text = '/* Why. */\nconst a = "b  /* c */"; // d\nconst e = /\\/\\*  f/;\nlog(`g  ${ a }`);\n'
    assert 'const a="b  /* c */";const e=/\\/\\*  f/;log(`g  ${a}`);\n' == script(text).replace(
        "${ a }", "${a}"
    )


def test_a_style_sheet_keeps_its_rules() -> None:
    """Blanks that mean something stay."""
    assert "a b{width:calc(1px + 2em)}\n" == style(
        "/* Why. */\na b {\n  width: calc(1px + 2em);\n}\n"
    )


def test_a_switch_loses_the_attribute_that_it_may_not_have() -> None:
    """Only on the line of a switch; a field of ours keeps its own."""
    switch = '<input class="md-toggle" type="checkbox" id="__drawer" autocomplete="off">'
    field = '<input type="search" autocomplete="off">'
    expected = '<input class="md-toggle" type="checkbox" id="__drawer">'
    assert f"{expected}\n{field}" == page(f"{switch}\n{field}")


def test_only_scripts_and_styles_of_ours_are_rewritten(tmp_path: Path) -> None:
    """Those of others come as they are."""
    for folder in ("assets/curriculum", "assets/other"):
        (tmp_path / folder).mkdir(parents=True)
        (tmp_path / folder / "a.js").write_text("// Why\nf( 1 );\n", "utf-8")
    small = tmp_path / "assets/curriculum/small.css"
    small.write_text(style("a { b: c }"), "utf-8")
    os.utime(small, (0, 0))
    shrink(tmp_path)
    assert 0 == small.stat().st_mtime, "what has nothing to lose is not written again"
    texts = [path.read_text("utf-8") for path in sorted(tmp_path.rglob("*.js"))]
    assert ["f(1);\n", "// Why\nf( 1 );\n"] == texts
