"""Which packets somebody gets for what was asked."""

from __future__ import annotations

from dataclasses import replace

import pytest

from curriculum.catalog import Catalog
from curriculum.packets.packet import Packet
from curriculum.packets.wish import Problem, Wish, wanted
from curriculum.rendered import Rendered

Small = tuple[Catalog, dict[str, Rendered]]


def packets(curriculum: Small, wish: Wish) -> list[Packet]:
    """Return the packets of a wish that can be granted."""
    found = wanted(curriculum[0], wish)
    assert not isinstance(found, Problem), found
    return found


def test_parts_stand_in_the_order_in_which_they_were_named(curriculum: Small) -> None:
    """A selection is one packet on each paper; a part named twice, or by two names, stands once."""
    names = ("arches/worksheet", "piers/case", "harbor/case", "arches/briefing", "arches/worksheet")
    found = packets(curriculum, Wish(parts=names))
    assert [packet.name for packet in found] == ["my-packet.a4.pdf", "my-packet.letter.pdf"]
    parts = [(part.owner, part.part) for part in found[0].parts]
    assert parts == [("arches", "worksheet"), ("piers", "case"), ("arches", "briefing")]
    assert [owner for owner, _ in found[0].runs()] == ["arches", "piers", "arches"]


def test_the_name_says_how_it_is_printed(curriculum: Small) -> None:
    """Role, paper, large print, crop marks and format are in the name."""
    wish = Wish(
        parts=("piers/practitioner-guide",),
        audience="facilitator",
        paper="letter",
        large_print=True,
        crop_marks=True,
        format="html",
    )
    names = [packet.name for packet in packets(curriculum, wish)]
    assert names == ["my-packet.facilitator.letter.large.crop.html"]


@pytest.mark.parametrize(
    ("wish", "message", "hint"),
    [
        (
            Wish(parts=("piers/worksheat",)),
            "there is no part `piers/worksheat`",
            "did you mean `piers/worksheet`?",
        ),
        (
            Wish(parts=("harbor",)),
            "there is no part `harbor`",
            "name one of its parts: `harbor/case`, `harbor/epilogue`",
        ),
        (
            Wish(parts=("#",)),
            "there is no part `#`",
            "write it as `ID/PART`, such as `story-of-self/worksheet`",
        ),
        (
            Wish(parts=("piers/epilogue",), audience="mayor"),
            "`piers/epilogue` is for facilitators only",
            "add `--audience facilitator`",
        ),
        (
            Wish({"track": ("bilding",)}),
            "there is no track `bilding`",
            "did you mean `building`?",
        ),
        (
            Wish({"case": ("x",)}),
            "there is no case `x`",
            "`curriculum check` says what is wrong with a case",
        ),
        (
            Wish({"path": ("first",)}, audience="facilitator"),
            "`first` has packets for `mayor`",
            "choose one of these with `--audience`, or leave the option out",
        ),
        (
            Wish({"path": ("first",), "agenda": ("day",)}, audience="team-member"),
            "`first` and `day` have packets for `mayor` and `facilitator`",
            "choose one of these with `--audience`, or leave the option out",
        ),
        (
            Wish(parts=("piers/self-assessment",)),
            "there is no part `piers/self-assessment`",
            (
                "name one of its parts: `piers/briefing`, `piers/case`, `piers/worksheet`, "
                "`piers/practitioner-guide`, `piers/slides`, `piers/epilogue`"
            ),
        ),
    ],
)
def test_what_is_not_there_is_refused(
    curriculum: Small, wish: Wish, message: str, hint: str
) -> None:
    """A wish that cannot be granted says why, and what to do."""
    assert wanted(curriculum[0], wish) == Problem(message, hint)


def test_a_module_without_parts_has_no_packet(curriculum: Small) -> None:
    """It is declared, and nobody has written it yet."""
    catalog = curriculum[0]
    bare = replace(catalog.modules["piers"], parts={})
    value = bare.value.model_copy(update={"case": None})
    changed = replace(catalog, modules={**catalog.modules, "piers": replace(bare, value=value)})
    hint = "write one of its parts first, such as a worksheet"
    expected = Problem("`piers` has no packet", hint)
    assert expected == wanted(changed, Wish({"module": ("piers",)}))


def test_a_selection_is_for_those_for_whom_its_modules_are(curriculum: Small) -> None:
    """The cover names no role that one of the modules is not for; a case by itself is for all."""
    catalog = curriculum[0]
    entry = catalog.modules["piers"]
    roles = ("team-member", "facilitator")
    audience = {role: entry.value.audience[role] for role in roles}
    value = entry.value.model_copy(update={"audience": audience})
    changed = replace(catalog, modules={**catalog.modules, "piers": replace(entry, value=value)})
    wish = Wish(parts=("arches/worksheet", "harbor/case"))
    everyone = ("mayor", "senior-official", "team-member")
    assert {everyone} == {packet.roles for packet in packets((changed, {}), wish)}
    wish = replace(wish, parts=(*wish.parts, "piers/worksheet"))
    (first, _) = packets((changed, {}), wish)
    assert (("team-member",), "my-packet.team-member.a4.pdf") == (first.roles, first.name)


def test_nothing_named_means_all_that_the_site_offers(curriculum: Small) -> None:
    """Without names there are the packets of modules and paths; with `book` only the book."""
    kinds = {packet.kind for packet in packets(curriculum, Wish())}
    assert kinds == {"module", "path"}
    books = packets(curriculum, Wish(book=True, paper="a4"))
    assert [packet.name for packet in books] == [
        "whole-curriculum.mayor.team-member.a4.pdf",
        "whole-curriculum.senior-official.a4.pdf",
        "whole-curriculum.facilitator.a4.pdf",
    ]


def test_a_book_holds_each_file_once(curriculum: Small) -> None:
    """The cases that a module tells are not printed again at the end."""
    for packet in packets(curriculum, Wish(book=True)):
        paths = [part.path for part in packet.parts]
        assert len(paths) == len(set(paths))
        assert "content/cases/harbor/index.md" in paths or "senior-official" in packet.roles
