"""What the tests of exports need: the small curriculum with more in it, and its site built once."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from curricula import base, catalog_of, changed
from curriculum.catalog import Catalog
from curriculum.plugin import build_site
from folders import read, small_at

HOSTILE = "Water & </script><script>alert(1)</script> “now”"
MORE = {
    "modules/garden/water/module.yml": [
        {"find": "references: [moore-1995]", "put": "references: [moore-1995, okoro-2020]"},
        {"find": "title: Water", "put": f"title: '{HOSTILE}'"},
        {"find": "minutes: 60\nlevel: introductory", "put": "minutes: 75\nlevel: advanced"},
        {"find": "{minutes: 60, mode: plenary", "put": "{minutes: 75, mode: plenary"},
        {
            "find": "contributions: {authorship: [team]}",
            "put": "contributions: {authorship: [team, ada]}\nlicense: CC-BY-SA-4.0",
        },
        {
            "find": '  - {date: "2026-11-22", edition: "2026.1", what: First published}',
            "put": '  - {date: "2027-02-03", edition: "2027.1", what: The sheet is shorter}\n'
            '  - {date: "2026-11-22", edition: "2026.1", what: First published}',
        },
    ],
    "modules/garden/water/index.md": [
        {"find": "# Water", "put": "# Water & &lt;/script>&lt;script>alert(1)&lt;/script> “now”"}
    ],
    "content/cases/drought/case.yml": [
        {
            "find": "publisher: A press,",
            "put": "publisher: A press, year: 2001, url: 'https://example.org/paper',",
        },
        {
            "find": "questions:",
            "put": "timeline:\n  - {when: June, what: The tank is filled}\n"
            "  - {when: August, what: SECRET-RAIN, after: true}\n"
            "epilogue_facts:\n  - {text: SECRET-END, sources: [paper], confidence: high}\nquestions:",
        },
    ],
    "content/agendas/day.yml": [
        {"find": "minutes: 60, do: Water", "put": "minutes: 75, do: Water"}
    ],
    "content/paths/season.yml": [{"find": "budget: 120", "put": "budget: 140"}],
    "content/people.yml": [
        {
            "find": "  - {id: team",
            "put": "  - {id: ada, name: Ada Okoro, kind: person, orcid: 0000-0002-1825-0097, url: 'https://example.org/ada'}\n  - {id: team",
        }
    ],
    "content/references.yml": [
        {
            "find": "references:\n",
            "put": "references:\n"
            "  - {id: okoro-2020, type: article-journal, title: 'Soil & 100% of {it}', author: [{family: Okoro, given: Ada}, {literal: Soil & Sons}],"
            " container-title: UNSEEN, page: 1–9, issued: '2020-05', DOI: 10.1000/a_b, unverified_fields: [container-title]}\n",
        }
    ],
}
Site = Mapping[str, bytes]


@pytest.fixture(scope="session")
def catalog() -> Catalog:
    """The catalog of the small curriculum."""
    return catalog_of(changed(base(), MORE))


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Every file of its site."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("NO_MKDOCS_2_WARNING", "1")
        patch.delenv("SOURCE_DATE_EPOCH", raising=False)
        root = small_at(tmp_path_factory.mktemp("exports"), MORE)
        build_site(root / "mkdocs.yml", root / "out", with_search=False)
        return read(Path(root / "out"))
