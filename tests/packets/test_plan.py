"""Which packets there are, and what may stand in them."""

from __future__ import annotations

from dataclasses import replace

from curriculum.catalog import FACILITATOR_PARTS, Catalog
from curriculum.packets.packet import Kind
from curriculum.packets.plan import offered, plan
from curriculum.rendered import Rendered

Small = tuple[Catalog, dict[str, Rendered]]
ALL: tuple[Kind, ...] = ("module", "path", "case", "track", "agenda")


def test_roles_with_equal_parts_share_one_file(curriculum: Small) -> None:
    """Mayor and team member get the same parts; the official's are fewer, the facilitator's more."""
    names = [packet.name for packet in plan(curriculum[0], ("module",), ("a4",))]
    assert names == [
        f"{id_}.{roles}.a4.pdf"
        for id_ in ("piers", "arches")
        for roles in ("mayor.team-member", "senior-official", "facilitator")
    ]


def test_each_packet_is_on_both_papers_and_on_request_in_large_print(curriculum: Small) -> None:
    """Paper and print size are part of the name."""
    packets = plan(curriculum[0], ("path",), sizes=(False, True))
    assert [packet.name for packet in packets] == [
        "first.mayor.a4.pdf",
        "first.mayor.letter.pdf",
        "first.mayor.a4.large.pdf",
        "first.mayor.letter.large.pdf",
    ]


def test_a_site_offers_modules_in_large_print_too(curriculum: Small) -> None:
    """Modules and paths on both papers, and modules once more in large print."""
    packets = offered(curriculum[0])
    large = {packet.kind for packet in packets if packet.large_print}
    assert large == {"module"}
    assert len(packets) == 6 * 2 * 2 + 1 * 2


def test_cases_that_no_module_tells_end_the_book(curriculum: Small) -> None:
    """A case of the library that stands alone is a chapter of its own; its epilogue is held back."""
    catalog = curriculum[0]
    harbor = catalog.cases["harbor"]
    alone = replace(
        harbor, id="alone", parts={k: f"content/cases/alone/{k}.md" for k in harbor.parts}
    )
    more = replace(catalog, cases={**catalog.cases, "alone": alone})
    last = {packet.roles[0]: packet.parts[-1] for packet in plan(more, ("book",), ("a4",))}
    assert {role: (part.owner, part.part) for role, part in last.items()} == {
        "mayor": ("alone", "case"),
        "senior-official": ("alone", "case"),
        "facilitator": ("alone", "epilogue"),
    }


def test_a_path_holds_the_modules_of_all_routes_once(curriculum: Small) -> None:
    """A module on two branches, and a case that two modules tell, are printed once."""
    packet = plan(curriculum[0], ("path",))[0]
    assert packet.owners == ("piers", "arches")
    paths = [part.path for part in packet.parts]
    assert len(paths) == len(set(paths))
    assert paths.count("content/cases/harbor/index.md") == 1


def test_participants_never_get_what_is_for_facilitators(curriculum: Small) -> None:
    """No participant's packet of any kind has a guide, slides or an epilogue."""
    for packet in plan(curriculum[0], ALL):
        if not packet.for_facilitators:
            assert not {part.part for part in packet.parts} & FACILITATOR_PARTS


def test_names_of_other_kinds_never_meet_those_of_modules(curriculum: Small) -> None:
    """All names are different."""
    names = [packet.name for packet in plan(curriculum[0], ALL, sizes=(False, True))]
    assert len(names) == len(set(names))
    assert "case-harbor.mayor.senior-official.team-member.a4.pdf" in names
    assert "modules-of-building.facilitator.letter.pdf" in names
    assert "agenda-day.facilitator.a4.pdf" in names


def test_what_has_no_part_yet_gets_no_packet(curriculum: Small) -> None:
    """A module and a case that nobody has written yet are left out, in every kind of packet."""
    catalog = curriculum[0]
    modules = {**catalog.modules, "arches": replace(catalog.modules["arches"], parts={})}
    cases = {"harbor": replace(catalog.cases["harbor"], parts={})}
    fewer = replace(catalog, modules=modules, cases=cases)
    packets = plan(fewer, ALL)
    assert {packet.kind for packet in packets} == {"module", "path", "track", "agenda"}
    assert {packet.id for packet in packets if packet.kind == "module"} == {"piers"}
