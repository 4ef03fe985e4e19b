"""A small curriculum with one of everything that a packet must set."""

from __future__ import annotations

MODULE = """
title: {title}
summary: A short way to see {title}.
question: What is {title}?
status: pilot
minutes: 60
level: introductory
audience:
  mayor: {{parts: [briefing, case, worksheet], minutes: 60}}
  team-member: {{parts: [briefing, case, worksheet], minutes: 60}}
  senior-official: {{parts: [briefing, worksheet], minutes: 45}}
  facilitator: {{parts: [briefing, case, practitioner-guide, worksheet, slides, epilogue], minutes: 120}}
objectives:
  - {{level: apply, text: Draw a bridge, assessed_by: worksheet}}
key_points: [A bridge has two ends.]
case: harbor
group: {{min: 4, max: 20}}
materials: [{{item: Pens, per: person}}]
session:
  - {{minutes: 20, mode: alone, do: Read, part: briefing}}
  - {{minutes: 40, mode: pairs, do: Draw, part: worksheet}}
contributions: {{authorship: [team]}}
reviewed: "2026-11-22"
changes: [{{date: "2026-11-22", edition: "2026.1", what: First published}}]
"""

BRIEFING = """# {title}

Bridges stand on piers {{{{ cite("harbor/log") }}}} {{{{ cite("harbor/map") }}}}. See {{{{ term("pier") }}}}
and {{{{ cite("stone-1999") }}}}. Read [the *old* worksheet](worksheet.md#tides) first, then
[the harbor's own page](https://harbor.example.org/tides) twice: [again](https://harbor.example.org/tides).

The tide turns at noon.[^1]

[^1]: Footnote about the moon.

![Plan of a pier](pier.svg)

| Pier | Height |
|---|---|
| North | 12 |
| South | 7.5 |

!!! your-city "In your city"
    Name a bridge.

!!! facilitator "Only for you"
    SECRET-NOTE: ask about the ferry.

??? note "Folded"
    Unfolded words.
"""

WORKSHEET = """# Worksheet: your bridge

## Tides

{{{{ write("name", "What is its name?", 2) }}}}

{{{{ choose("kind", "Of what is it made?", ["Stone", "Wood"]) }}}}

{{{{ scale("old", "It is old.", "Never", "Always") }}}}

{{{{ tick("open", "It is open.") }}}}

{{{{ canvas("goal-card", "card") }}}}

!!! facilitator
    SECRET-HINT: wait a minute.
"""

CASE = """
title: Harbor and its bridge
summary: A city must choose.
city: Harbor
country: PL
coordinates: [54.3, 18.6]
years: "2019"
tracks: [building]
decision: Build or wait?
fictional: true
facts: [{text: The bridge was old., sources: [log], confidence: high}]
questions: [What would you do?]
exhibits:
  - {title: Ships, columns: [Year, Ships], rows: [["2018", "1,200"], ["2019", "950"]], sources: [log]}
sources:
  map: {title: "Zażółć gęślą jaźń", publisher: Port office, last_verified: "2026-11-22"}
  log: {title: Harbor log, publisher: Port office, year: 2019, url: "https://harbor.example.org/log", last_verified: "2026-11-22"}
  end: {title: SECRET-SOURCE, publisher: Port office, last_verified: "2026-11-22"}
changes: [{date: "2026-11-22", edition: "2026.1", what: First published}]
"""


def texts() -> dict[str, str]:
    """Return the files of the small curriculum."""
    files = {
        "modules/building/track.yml": "title: Building\nsummary: How to build.\n"
        "question: How?\ncolor: teal\nposition: 1\nmodules: [piers, arches]\n",
        "content/cases/harbor/case.yml": CASE,
        "content/cases/harbor/index.md": "# Harbor and its bridge\n\nThe council met {{ cite('log') }}.\n\n"
        "{{ exhibit(1) }}\n",
        "content/cases/harbor/epilogue.md": "# Epilogue\n\nSECRET-END: they waited {{ cite('end') }}.\n",
        "content/glossary.yml": "terms:\n  - {id: pier, term: pier, definition: What a bridge stands on.}\n",
        "content/references.yml": "references:\n  - id: stone-1999\n    type: book\n    title: On Stone\n"
        "    author: [{family: Stone, given: Ada}]\n    publisher: UNSEEN PRESS\n    issued: '1999'\n"
        "    unverified_fields: [publisher]\n",
        "content/people.yml": "people:\n  - {id: team, name: The team, kind: organization}\n",
        "content/paths/first.yml": "title: First days\nsummary: A start.\naudience: [mayor]\nbudget: 200\n"
        "steps:\n  - {module: piers}\n  - choose: 1\n    prompt: Which?\n    options:\n"
        "      - {label: This, modules: [arches]}\n      - {label: That, modules: [piers, arches]}\n",
        "content/agendas/day.yml": "title: One day\nsummary: A day.\naudience: [mayor]\ngroup: 12\n"
        "days:\n  - title: Monday\n    sessions:\n"
        "      - {start: '09:00', minutes: 60, do: Draw, mode: pairs, module: piers}\n"
        "follow_up: [Call each other after a week.]\n",
        "content/agendas/talk.yml": "title: A talk\nsummary: Any case.\naudience: [mayor]\ngroup: 6\n"
        "days:\n  - title: Noon\n    sessions:\n"
        "      - {start: '12:00', minutes: 60, do: Read and vote, mode: plenary}\n",
    }
    for id_, title in (("piers", "Piers"), ("arches", "Arches")):
        folder = f"modules/building/{id_}"
        files |= {
            f"{folder}/module.yml": MODULE.format(title=title),
            f"{folder}/index.md": BRIEFING.format(title=title),
            f"{folder}/worksheet.md": WORKSHEET.format(),
            f"{folder}/practitioner-guide.md": "# Guide\n\nSECRET-GUIDE.\n\n{{ run_sheet() }}\n",
            f"{folder}/slides.md": "# Slides\n\n## One\n\nA bridge.\n\n"
            "!!! facilitator\n    SECRET-SPEECH.\n",
            f"{folder}/pier.svg": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" '
            'width="90" height="90"><path d="M0 0h9v9z"/></svg>',
        }
    return files
