"""What a reader does on a page: writes, follows a path, runs a session, packs, and looks around."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from icalendar import Calendar
from playwright.sync_api import Page, expect
from served import Site, Visit
from test_access import violations

KEPT = "Object.keys(localStorage).filter((key) => key.startsWith('curriculum.answers'))"


def _assessment(site: Site) -> str:
    return next(
        f"{module.folder}/self-assessment/"
        for module in site.catalog.in_order()
        if "self-assessment" in module.parts
    )


def _word(page: Page) -> str:
    return page.locator("[data-keep-status]").inner_text()


def test_what_is_written_stays_in_this_browser(site: Site, visit: Visit, tmp_path: Path) -> None:
    """Answers are there after a reload, go into a file and come back from it."""
    page = visit(site.kinds["worksheet"])
    field = page.locator(".field textarea").first
    field.fill("Ask the drivers")
    expect(page.locator("[data-keep-status]")).to_contain_text("Kept at")
    page.reload()
    assert field.input_value() == "Ask the drivers"
    with page.expect_download() as download:
        page.get_by_role("button", name="Save as file").click()
    file = tmp_path / "answers.json"
    download.value.save_as(file)
    assert "Ask the drivers" in json.loads(file.read_text("utf-8"))["value"].values()
    page.get_by_role("button", name="Clear").click()
    page.get_by_role("dialog").get_by_role("button", name="Clear").click()
    expect(field).to_have_value("")
    assert page.evaluate(KEPT) == []
    page.locator("[data-keep-file]").set_input_files(file)
    expect(field).to_have_value("Ask the drivers")


def test_clearing_is_asked_for_and_can_be_undone(site: Site, visit: Visit) -> None:
    """Escape keeps everything; after Clear, Undo brings everything back."""
    page = visit(site.kinds["worksheet"])
    field = page.locator(".field textarea").first
    field.fill("Keep me")
    page.get_by_role("button", name="Clear").click()
    assert violations(page) == []
    page.keyboard.press("Escape")
    assert field.input_value() == "Keep me"
    page.get_by_role("button", name="Clear").click()
    page.get_by_role("dialog").get_by_role("button", name="Clear").click()
    expect(page.get_by_role("button", name="Undo")).to_be_focused()
    assert field.input_value() == ""
    page.keyboard.press("Enter")
    assert field.input_value() == "Keep me"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("{", "is not a file that was saved on this site"),
        ("[]", "was not saved from a page like this one"),
        (
            '{"kind": "curriculum-answers", "of": "x", "title": "Other", "value": {}}',
            "belongs to another page: Other",
        ),
    ],
)
def test_a_wrong_file_changes_nothing(
    site: Site, visit: Visit, tmp_path: Path, text: str, words: str
) -> None:
    """The page says what is wrong with a file and keeps what it has."""
    page = visit(site.kinds["worksheet"])
    page.locator(".field textarea").first.fill("Mine")
    (tmp_path / "wrong.json").write_text(text, "utf-8")
    page.locator("[data-keep-file]").set_input_files(tmp_path / "wrong.json")
    page.wait_for_selector(".keep__status--bad")
    assert words in _word(page)
    assert page.locator(".field textarea").first.input_value() == "Mine"


def test_marks_become_a_chart_with_its_table(site: Site, visit: Visit) -> None:
    """Each statement has a row with its mark in words and as a bar."""
    page = visit(_assessment(site))
    assert not page.locator("[data-chart]").is_visible()
    page.locator(".field--scale").nth(1).locator("input").nth(2).check()
    row = page.locator("[data-chart] tbody tr").nth(1)
    assert "3 of 4" in row.inner_text()
    assert row.locator(".chart__on").count() == 3
    assert violations(page) == []


def test_a_path_is_walked_and_gone_on_with(visit: Visit) -> None:
    """Steps that are done and the route that is taken are kept; the home page says what is next."""
    page = visit("paths/browser-test/")
    page.locator("[data-done]").first.check()
    page.locator("[data-take]").nth(0).check()
    page.locator("[data-take]").nth(1).check()
    assert page.locator("[data-take]:checked").count() == 1
    assert "1 of 2 steps done" in page.locator("[data-progress]").inner_text()
    assert page.locator(".map__stop.is-done").count() == 1
    assert violations(page) == []
    page.goto(page.url.removesuffix("paths/browser-test/"))
    assert "A path for tests 1 of 2 done" in page.locator("[data-continue]").inner_text()


def test_the_clock_leads_through_the_run_sheet(site: Site, visit: Visit) -> None:
    """Started early for the next step, it says so, and only a new step is read aloud."""
    page = visit(f"{site.module}facilitate/")
    page.get_by_label("The session starts at").fill("14:00")
    assert page.locator("[data-clock]").first.inner_text() == "14:00"
    page.get_by_role("button", name="Open the room clock").first.click()
    page.keyboard.press("Enter")
    step = page.locator("[data-room-do]")
    first = step.inner_text()
    page.get_by_role("button", name="Next step").click()
    assert step.inner_text() != first
    assert step.get_attribute("aria-live") == "polite"
    assert "ahead" in page.locator("[data-room-late]").inner_text()
    assert violations(page) == []
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.dataset.run") == "session-sheet"


def test_an_agenda_follows_the_day_and_the_zone(visit: Visit, tmp_path: Path) -> None:
    """The page shows the dates, and the calendar file holds the same moments."""
    page = visit("agendas/browser-test/", timezone_id="Europe/Madrid")
    page.get_by_label("First day").fill("2027-03-08")
    page.get_by_label("Time zone").select_option("America/New_York")
    words = page.locator("[data-day]").first.inner_text()
    assert words.startswith("Monday, March 8, 2027")
    with page.expect_download() as download:
        page.get_by_role("button", name="Save as calendar file").click()
    download.value.save_as(tmp_path / "agenda.ics")
    calendar = Calendar.from_ical((tmp_path / "agenda.ics").read_bytes())
    begins = [event["dtstart"].dt.isoformat() for event in calendar.walk("VEVENT")]
    assert begins == ["2027-03-08T14:00:00+00:00"]


def test_a_packet_is_put_together_and_printed(site: Site, visit: Visit) -> None:
    """Parts taken on their pages stand in order, with the command for a PDF, and print as one."""
    page = visit(site.module)
    page.add_init_script("window.print = () => { document.body.dataset.printed = 1; };")
    for part in ("", "worksheet/"):
        page.goto(f"{site.address}{site.module}{part}")
        page.get_by_role("button", name="Add to my packet").click()
    page.goto(f"{site.address}my-packet/")
    page.get_by_role("button", name="Down: Briefing").click()
    id_ = site.told.id
    command = f"curriculum packets --part {id_}/worksheet --part {id_}/briefing --output my-packet"
    assert page.locator("[data-packet-command]").inner_text() == command
    assert violations(page) == []
    page.get_by_role("button", name="Put together and print").click()
    page.wait_for_selector("body[data-printed]")
    assert page.locator(".composed > section").count() == 3
    ids = page.eval_on_selector_all("[id]", "elements => elements.map((e) => e.id)")
    assert len(ids) == len(set(ids))


def test_the_map_links_to_every_case(site: Site, visit: Visit) -> None:
    """Where there is room each city is a link; on a telephone the list stands alone."""
    page = visit("cases/")
    count = len(site.catalog.cases)
    assert page.locator(".world a:visible").count() == count
    assert violations(page) == []
    page.locator(".filter input").nth(1).check()
    assert 0 < page.locator(".world a:visible").count() < count
    assert page.locator(".world a:visible").count() == page.locator(".card:visible").count()
    page.set_viewport_size({"width": 360, "height": 800})
    assert page.locator(".world a:visible").count() == 0


def test_a_word_is_explained_on_focus_and_escape_hides_it(site: Site, visit: Visit) -> None:
    """The definition belongs to the link; the link still leads to the glossary."""
    path = next(
        page.rpartition("/")[0]
        for page, calls in site.catalog.calls.items()
        if page.startswith("modules/") and page.endswith("/index.md")
        if any(call.name == "term" for call in calls)
    )
    page = visit(f"{path}/")
    term = page.locator("a.term").first
    term.focus()
    assert page.locator("#definition").is_visible()
    assert term.get_attribute("aria-describedby") == "definition"
    assert "glossary/#" in (term.get_attribute("href") or "")
    assert violations(page) == []
    page.keyboard.press("Escape")
    assert not page.locator("#definition").is_visible()


@pytest.mark.parametrize("place", ["facilitate/", "worksheet/"])
def test_nothing_is_offered_that_needs_scripts_when_they_are_off(
    site: Site, visit: Visit, place: str
) -> None:
    """Without scripts a page shows no button that would do nothing."""
    page = visit(f"{site.module}{place}", java_script_enabled=False)
    assert page.locator(".md-content button:visible").count() == 0
    assert page.locator(".md-content noscript").count() > 0
