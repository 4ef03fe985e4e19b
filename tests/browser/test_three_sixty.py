"""Whether a 360 works with files alone, shows no group of fewer than three, and sends nothing anywhere."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect
from served import Site, Visit
from test_access import violations

from curriculum.sixty import OWN, RATERS

HERE = Path(__file__).parent
PLACE = "three-sixty/"
# Kinds in the order of the rater's sheet: supervisor, peer, direct report.
SEVEN = [0, 1, 1, 2, 2, 2, 2]
INK = "e => { const s = getComputedStyle(e); return e.matches('circle') ? s.fill : s.stroke; }"
MARK = "(scales, point) => scales.forEach((s) => s.querySelectorAll('input')[point].click())"


class Round:
    """One leader, the files of a round, and the folder they are handed on in."""

    def __init__(self, visit: Visit, folder: Path) -> None:
        self.visit = visit
        self.folder = folder
        self.requests: list[str] = []

    def page(self, role: str, **options: Any) -> Page:
        """Open the page in a browser of its own, as one role; from then on requests are noted."""
        page = self.visit(PLACE, **options)
        page.wait_for_load_state("networkidle")
        page.on("request", lambda request: self.requests.append(request.url))
        page.get_by_role("radio", name=role).check()
        return page

    def save(self, page: Page, button: str) -> Path:
        """Press a button that saves a file and return the file."""
        with page.expect_download() as download:
            page.get_by_role("button", name=button).click()
        file = self.folder / download.value.suggested_filename
        download.value.save_as(file)
        return file

    def invite(self, name: str = "A. B.") -> tuple[Path, Path]:
        """Make an invitation and the leader's own view, in which every mark is a 3."""
        page = self.page("the leader")
        page.get_by_label("Your name or initials").fill(name)
        page.get_by_label("Answers by").fill("2027-03-08")
        page.get_by_label("Your coach’s name").fill("Coach C.")
        invitation = self.save(page, "Save the invitation")
        page.locator('[data-role="leader"] .field--scale').evaluate_all(MARK, 2)
        return invitation, self.save(page, "Save my own view")

    def answer(self, invitation: Path, kind: int, words: str) -> Path:
        """Answer as a rater: each mark is 2, the last is 4 for a direct report."""
        page = self.page("a rater")
        page.locator('[data-role="rater"] input[type="file"]').set_input_files(invitation)
        expect(page.locator("[data-for]")).to_contain_text(
            "Send the file to Coach C. and to nobody else"
        )
        page.locator('[data-role="rater"] .field--choose input').nth(kind).check()
        scales = page.locator('[data-role="rater"] .field--scale')
        scales.evaluate_all(MARK, 1)
        if kind == 2:
            scales.last.locator("input").nth(3).check()
        page.locator('[data-role="rater"] textarea').first.fill(words)
        file = self.save(page, "Save my answers for the coach")
        page.context.close()
        return file

    def answers(self, invitation: Path, kinds: list[int]) -> list[Path]:
        """Return the files of some raters: the first is filled in by hand, the others follow its shape."""
        files = [self.answer(invitation, kinds[0], "Words of rater 0")]
        shape = json.loads(files[0].read_text("utf-8"))
        last = list(shape["value"]["marks"])[-1]
        for number, kind in enumerate(kinds[1:], 1):
            value = shape["value"] | {"kind": kind, "id": f"{number:032x}"}
            value["marks"] = shape["value"]["marks"] | {last: 4 if kind == 2 else 2}
            value["texts"] = {"keep": f"Words of rater {number}"}
            file = self.folder / f"answers-{number}.json"
            file.write_text(json.dumps(shape | {"value": value}), "utf-8")
            files.append(file)
        return files

    def add(self, page: Page, *files: Path) -> str:
        """Give files to the coach's page and return what it says."""
        page.locator('[data-role="coach"] [data-say]').evaluate("line => line.replaceChildren()")
        page.locator('[data-role="coach"] input[type="file"]').set_input_files(list(files))
        line = page.locator('[data-role="coach"] [data-say]')
        expect(line).to_contain_text(re.compile("files? added"))
        return line.inner_text()


@pytest.fixture
def feedback(visit: Visit, tmp_path: Path) -> Iterator[Round]:
    """A round in which no page may ask for anything after it was loaded."""
    made = Round(visit, tmp_path)
    yield made
    assert [] == [url for url in made.requests if not url.startswith("blob:")]


def test_a_whole_round(feedback: Round) -> None:
    """One leader and seven raters: four of a kind stand apart, the smaller kinds do not."""
    invitation, own = feedback.invite()
    files = [feedback.answer(invitation, kind, f"Words {n}") for n, kind in enumerate(SEVEN)]
    page = feedback.page("the coach")
    assert "9 of 9 files added." in feedback.add(page, *files, own, invitation)
    sheet = page.locator("[data-sheet]")
    heads = sheet.locator("thead th").all_inner_texts()
    assert ["Own view", "Others together (7)", "“I report to this person” (4)"] == heads[1:4]
    assert heads[4:] == ["As a picture"]
    last = sheet.locator("tbody tr").last.locator("td").all_inner_texts()
    assert last[:3] == ["3", "3.1\n0–3–0–4", "4.0\n0–0–0–4"]
    chart = sheet.locator("[data-chart] li")
    assert chart.count() == 5
    assert "own view 3.0, others 2.0" in chart.first.inner_text()
    assert chart.first.locator("svg .sixty__self").count() == 1
    words = sheet.locator("[data-words]").first.locator("li").all_inner_texts()
    assert sorted(words) == [f"Words {n}" for n in range(7)]
    assert "supervisor" not in sheet.inner_text()


def test_the_sums_keep_their_rule() -> None:
    """The rule of three itself is tested where it stands, with Node.js."""
    done = subprocess.run(
        ["node", "--test", str(HERE / "sixty-sums.test.js")],
        check=False,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(
    ("kinds", "heads", "left"),
    [
        ([1, 2], [], ""),
        ([0, 1, 2], ["Others together (3)"], ""),
        (
            [0, 2, 2, 2],
            ["Others together (3)", "“I report to this person” (3)"],
            "1 of the answers",
        ),
        ([1, 1, 2, 2, 2], ["Others together (3)", "“I report to this person” (3)"], "2 of the"),
    ],
)
def test_no_group_of_fewer_than_three_is_shown(
    feedback: Round, kinds: list[int], heads: list[str], left: str
) -> None:
    """Neither apart nor by subtraction; with two answers there is nothing at all."""
    invitation, own = feedback.invite()
    page = feedback.page("the coach")
    feedback.add(page, invitation, own, *feedback.answers(invitation, kinds))
    if not heads:
        assert not page.locator("[data-sheet]").is_visible()
        assert (
            "Nothing is shown before there are three" in page.locator("[data-count]").inner_text()
        )
        assert "Words of rater" not in page.content()
        return
    found = page.locator("[data-sheet] thead th").all_inner_texts()
    assert found == ["Statement", "Own view", *heads, "As a picture"]
    assert left in page.locator("[data-left]").inner_text()
    assert bool(left) == bool(page.locator("[data-left]").inner_text())


def test_an_answer_has_no_name_and_no_time_in_it(feedback: Round) -> None:
    """The file says the round, the kind, the marks and the words, and nothing about who or when."""
    invitation, _ = feedback.invite()
    file = feedback.answer(invitation, 1, "Go on.")
    saved = json.loads(file.read_text("utf-8"))
    assert set(saved) == {"kind", "edition", "round", "value"}
    assert set(saved["value"]) == {"id", "kind", "marks", "texts"}
    assert saved["value"]["texts"] == {"keep": "Go on."}
    assert len(saved["value"]["marks"]) == 24


def test_bad_and_foreign_files_change_nothing(feedback: Round) -> None:
    """Each is named with what is wrong, and what was added stays."""
    invitation, own = feedback.invite()
    other, _ = feedback.invite("X. Y.")
    answers = feedback.answers(invitation, [1, 1, 1])
    page = feedback.page("the coach")
    assert "was not added: add the invitation first." in feedback.add(page, answers[0])
    assert "5 of 5 files added." in feedback.add(page, invitation, own, *answers)
    saved = json.loads(answers[0].read_text("utf-8"))

    def changed(name: str, value: Any) -> Path:
        file = feedback.folder / name
        file.write_text(value if isinstance(value, str) else json.dumps(value), "utf-8")
        return file

    mark = saved["value"] | {"id": "f" * 32, "marks": {"a1": 9}}
    words = saved["value"] | {"id": "f" * 32, "texts": {"keep": "x" * 4001}}
    said = feedback.add(
        page,
        answers[1],
        other,
        changed("half.json", answers[0].read_text("utf-8")[:99]),
        changed("list.json", []),
        changed("worksheet.json", {"kind": "curriculum-answers", "value": {}}),
        changed("proto.json", saved | {"kind": "curriculum-360-constructor"}),
        changed("edition.json", saved | {"edition": "00000000"}),
        changed("mark.json", saved | {"value": mark}),
        changed("words.json", saved | {"value": words}),
        changed("huge.json", "[" + " " * 200_001 + "]"),
    )
    assert "0 of 10 files added." in said
    for expected in (
        "“answers-1.json” holds answers that were added already.",
        "“360-invitation-X-Y-.json” belongs to another invitation.",
        "“half.json” is damaged, or is not a file of this page.",
        "“list.json” was not saved on this page.",
        "“worksheet.json” was not saved on this page.",
        "“proto.json” was not saved on this page.",
        "“edition.json” was made with other questions",
        "“mark.json” is damaged: something in it cannot be right.",
        "“words.json” is damaged: something in it cannot be right.",
        "“huge.json” is too large",
    ):
        assert expected in said
    assert "Others together (3)" in page.locator("[data-sheet] thead").inner_text()


def test_a_rater_loses_nothing(feedback: Round) -> None:
    """A wrong file, an invitation of somebody else and Clear leave the answers or bring them back."""
    invitation, own = feedback.invite()
    other, _ = feedback.invite("X. Y.")
    page = feedback.page("a rater")
    opens = page.locator('[data-role="rater"] input[type="file"]')
    said = page.locator('[data-role="rater"] [data-say]').first
    opens.set_input_files(own)
    expect(said).to_contain_text("is not an invitation")
    opens.set_input_files(invitation)
    text = page.locator('[data-role="rater"] textarea').first
    text.fill("Mine")
    opens.set_input_files(other)
    expect(said).to_contain_text("Your answers are about “A. B.”")
    page.get_by_role("button", name="Save my answers").click()
    expect(page.locator('[data-role="rater"] [data-say]').last).to_contain_text("Say first how")
    page.get_by_role("button", name="Clear my answers").click()
    assert text.input_value() == ""
    page.get_by_role("button", name="Undo").click()
    assert text.input_value() == "Mine"
    assert (
        page.evaluate("Object.keys(localStorage).filter((k) => k.startsWith('curriculum'))") == []
    )


def test_the_leader_comes_back_to_an_invitation(feedback: Round) -> None:
    """An own view that is saved later belongs to the same round."""
    invitation, own = feedback.invite()
    page = feedback.page("the leader")
    page.locator('[data-role="leader"] .field--scale input').first.check()
    page.get_by_role("button", name="Save my own view").click()
    expect(page.locator('[data-role="leader"] [data-say]').last).to_contain_text("invitation first")
    page.locator('[data-role="leader"] input[type="file"]').set_input_files(invitation)
    expect(page.get_by_label("Your coach’s name")).to_have_value("Coach C.")
    later = feedback.save(page, "Save my own view")
    rounds = [json.loads(file.read_text("utf-8"))["round"] for file in (own, later)]
    assert rounds[0] == rounds[1]


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [1280, 360])
def test_everybody_can_use_every_state(feedback: Round, width: int, dark: bool) -> None:  # noqa: FBT001
    """Axe finds nothing on the page as it comes, as each role, with messages and with the sheet."""
    invitation, own = feedback.invite()
    files = feedback.answers(invitation, SEVEN)
    page = feedback.page("the leader", width=width, dark=dark)
    assert [] == violations(page)
    page.get_by_role("radio", name="a rater").check()
    opens = page.locator('[data-role="rater"] input[type="file"]')
    opens.set_input_files(own)
    expect(page.locator(".sixty__say--bad")).to_be_visible()
    assert [] == violations(page)
    opens.set_input_files(invitation)
    expect(page.locator("[data-form]")).to_be_visible()
    assert [] == violations(page)
    page.get_by_role("radio", name="the coach").check()
    feedback.add(page, invitation, own, *files, files[0])
    expect(page.locator(".sixty__say--bad").last).to_be_visible()
    assert [] == violations(page)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.emulate_media(forced_colors="active")
    colors = [
        page.locator(f"[data-chart] {each}").first.evaluate(INK)
        for each in (".sixty__others", ".sixty__self")
    ]
    assert len({*colors, page.locator("body").evaluate("e => getComputedStyle(e).color")}) == 1


def test_the_address_names_a_role(visit: Visit) -> None:
    """A link to the page can say for whom it is."""
    page = visit(f"{PLACE}#rater")
    assert page.get_by_role("radio", name="a rater").is_checked()
    assert page.locator('[data-role="rater"]').is_visible()


def test_the_round_is_walked_with_keys_alone(feedback: Round) -> None:
    """Arrows choose a role, Tab reaches its first field, and a space chooses an answer."""
    page = feedback.page("the leader")
    page.get_by_role("radio", name="the leader").focus()
    page.keyboard.press("ArrowRight")
    assert page.locator('[data-role="rater"]').is_visible()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Open the invitation"
    # That it asks for a file is seen at the field, without opening the system's dialog.
    page.evaluate(
        "() => { HTMLInputElement.prototype.click = function () { window.asked = this.type; }; }"
    )
    page.keyboard.press("Enter")
    assert page.evaluate("window.asked") == "file"


def test_the_sheet_prints_alone(feedback: Round) -> None:
    """On paper stand the sheet and lines for what comes of it, without buttons and files."""
    invitation, own = feedback.invite()
    page = feedback.page("the coach")
    feedback.add(page, invitation, own, *feedback.answers(invitation, SEVEN))
    page.emulate_media(media="print")
    assert page.locator(".sixty__goal").is_visible()
    for hidden in ("h1", ".sixty__roles", ".sixty__who", "[data-count]", "[data-print]", "#coach"):
        assert not page.locator(hidden).first.is_visible(), hidden
    assert page.locator("[data-table]").is_visible()


def test_without_scripts_the_paper_kit_is_named(site: Site, visit: Visit) -> None:
    """Nothing that would do nothing is offered, and the sheets on paper are one link away."""
    page = visit(PLACE, java_script_enabled=False)
    assert page.locator(".md-content button:visible").count() == 0
    assert not page.locator("[data-sixty]").is_visible()
    links = site.links(PLACE)
    for path in (OWN, RATERS):
        assert path.removeprefix("content/").removesuffix(".md") + "/" in links
    assert page.locator("noscript a").first.is_visible()
