"""Which macro calls are allowed in Markdown, and that nothing else is."""

from __future__ import annotations

import pytest

from curriculum.calls import Call, calls_of, example, read_calls
from curriculum.macros import SIGNATURES

HOSTILE = [
    "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
    "{{ config.theme.get_env() }}",
    "{{ self.__init__.__globals__ }}",
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "{{ term.__globals__ }}",
    "{{ term('x').__class__ }}",
    "{{ term('x')|attr('__class__') }}",
    "{{ term('x') | upper }}",
    "{{ term('x') ~ 'y' }}",
    "{{ term('x') + 'y' }}",
    "{{ term(config) }}",
    "{{ term(self) }}",
    "{{ term('x' if config else 'y') }}",
    "{{ term('x' | upper) }}",
    "{{ term(term('x')) }}",
    "{{ term('a' ~ 'b') }}",
    "{{ term(('a', 'b')) }}",
    "{{ term({'a': 'b'}) }}",
    "{{ term(['a'][0]) }}",
    "{{ term(-1) }}",
    "{{ term(*['x']) }}",
    "{{ term(**{'id': 'x'}) }}",
    "{{ term(id='x', evil=1) }}",
    "{{ lipsum() }}",
    "{{ range(9) }}",
    "{{ namespace() }}",
    "{{ joiner().x }}",
    "{{ term['x'] }}",
    "{{ config }}",
    "{{ 1 }}",
    "{{ 'x' }}",
    "{{ ['x'] }}",
    "{{ term('x')() }}",
    "{{ (term)('x')('y') }}",
    "{{ term('x') if true }}",
    "{{ not term('x') }}",
    "{{ term('x') is defined }}",
    "{{ term('x') in ['x'] }}",
    "{% include '/etc/passwd' %}",
    "{% import 'x' as y %}",
    "{% from 'x' import y %}",
    "{% extends 'x' %}",
    "{% set x = 1 %}",
    "{% set x %}a{% endset %}",
    "{% for x in [1] %}{{ x }}{% endfor %}",
    "{% if true %}x{% endif %}",
    "{% macro m() %}{% endmacro %}",
    "{% call term('x') %}{% endcall %}",
    "{% filter upper %}x{% endfilter %}",
    "{% block b %}{{ config }}{% endblock %}",
    "{% with x = 1 %}{% endwith %}",
    "{% autoescape false %}{{ term('x') }}{% endautoescape %}",
    "{% print(term('x').x) %}",
    "{% do x %}",
    "{% debug %}",
    "{{ term('x' }}",
    "{{",
    "{% raw %} never closed",
    "{{ " + "(" * 5000 + " }}",
    "{{ write('a', 'b', " + "9" * 6000 + ") }}",
]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_calls_are_refused(text: str) -> None:
    """Only a known macro with plain values may stand in a page; all else is a finding."""
    pieces, findings = read_calls("a.md", f"# Title\n\n{text}\n", SIGNATURES)
    assert findings != []
    assert [] == calls_of(pieces)
    assert {"macros-are-known"} == {finding.rule for finding in findings}


def test_known_calls_are_read_with_their_lines() -> None:
    """A call keeps its name, its plain arguments and its line."""
    text = '# Title\n{{ term("x") }}\n{{ choose("a", label="B?", options=["c", "d"]) }}\n'
    assert (
        (
            "# Title\n",
            Call("term", ("x",), (), 2),
            "\n",
            Call("choose", ("a",), (("label", "B?"), ("options", ["c", "d"])), 3),
        ),
        [],
    ) == read_calls("a.md", text, SIGNATURES)


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("No braces at all", ("No braces at all",)),
        ("{# only a remark #}", ()),
        ("{% raw %}{{ anything.__class__ }}{% endraw %}", ("{{ anything.__class__ }}",)),
    ],
)
def test_remarks_and_raw_braces_are_no_calls(text: str, printed: tuple[str, ...]) -> None:
    """Comments and `{% raw %}` say nothing to run."""
    assert (printed, []) == read_calls("a.md", text, SIGNATURES)


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        ('{{ tirm("x") }}', "there is no macro `tirm`", "did you mean `term`?"),
        (
            "{{ term() }}",
            "`term` is called wrongly: missing a required argument: `id`",
            'write `term("id", words="")`',
        ),
        (
            '{{ write("a", "b", "4") }}',
            "`write` is called wrongly: `lines` must be a whole number",
            'write `write("name", "label", lines=4)`',
        ),
        (
            '{{ write("a", "b", true) }}',
            "`write` is called wrongly: `lines` must be a whole number",
            'write `write("name", "label", lines=4)`',
        ),
        (
            '{{ choose("a", "b", ["c", 1]) }}',
            "`choose` is called wrongly: `options` must be a list of texts",
            'write `choose("name", "label", ["one", "two"])`',
        ),
        (
            "{{ term(none) }}",
            "`term` is called wrongly: `id` must be plain text in quotes",
            'write `term("id", words="")`',
        ),
    ],
)
def test_wrong_calls_say_how_to_write_them(text: str, message: str, hint: str) -> None:
    """The hint shows the macro as an author would write it."""
    _, (finding,) = read_calls("a.md", text, SIGNATURES)
    assert (message, hint) == (finding.message, finding.hint)


def test_every_macro_can_be_shown() -> None:
    """The example of each macro is a call that is allowed."""
    for name, signature in SIGNATURES.items():
        shown = example(name, signature)
        assert [] == read_calls("a.md", f"{{{{ {shown} }}}}", SIGNATURES)[1], shown
