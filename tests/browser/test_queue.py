"""Whether the queue counts the days to each review in the browser, and stands without it."""

from __future__ import annotations

import datetime as dt

import pytest
from served import Site, Visit

QUEUE = "contribute/queue/"


def cells(text: list[str]) -> set[str]:
    """Return what stands behind the days, without the days."""
    return {words.partition("(")[2].rstrip(")") for words in text}


@pytest.mark.parametrize("after", [0, 3, 40, 400, -3])
def test_the_queue_says_how_far_a_review_is_off(site: Site, visit: Visit, after: int) -> None:
    """In words and in the largest unit that fits; what is over is strong."""
    page = visit("about:blank", raw=True)
    page.goto(site.address + QUEUE)
    first = dt.date.fromisoformat(
        page.locator("time[data-due]").first.get_attribute("datetime") or ""
    )
    page.clock.set_fixed_time(dt.datetime.combine(first + dt.timedelta(days=after), dt.time(12)))
    page.reload()
    said = cells(page.locator("td:has(time[data-due])").all_inner_texts())
    expected = {
        0: "today",
        3: "3 days ago",
        40: "6 weeks ago",
        400: "13 months ago",
        -3: "in 3 days",
    }
    assert expected[after] in said
    assert bool(page.locator("td strong").count()) == (after > 0)


def test_the_queue_stands_without_scripts(visit: Visit) -> None:
    """The days are there; only the counting is not."""
    page = visit(QUEUE, java_script_enabled=False)
    assert page.locator("time[data-due]:visible").count() > 0
    assert {""} == cells(page.locator("td:has(time[data-due])").all_inner_texts())
