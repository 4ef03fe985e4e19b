"""Rules about single files, whose mistakes are found while the files are read."""

from __future__ import annotations

from curriculum.rules import RULES, Rule

# Found outside of the files' texts: on the disk, in the last edition, by the calendar.
ON_DISK = {
    "files-are-files": """Only plain files stand in a curriculum: no links, pipes or devices.

    Bad: `content/secret.md` as a symbolic link to `/etc/passwd`
    Good: a copy of the text in `content/`
    """,
    "files-are-readable": """Every file and folder may be read.

    Bad: a file that only its owner may open
    Good: the same file, readable for everybody
    """,
    "files-are-few": """A curriculum has at most 20,000 files and 256 MB.

    Bad: a folder of raw survey scans in `content/`
    Good: the two scans that a page shows
    """,
    "folders-are-shallow": """No folder is more than eight levels deep.

    Bad: `content/a/b/c/d/e/f/g/h/i/page.md`
    Good: `content/a/page.md`
    """,
    "site-is-configured": """mkdocs.yml has a name, the theme `material`, both plugins and a day for the edition.

    Bad: `- curriculum: {edition: "2027.1", date: 1 March 2027}`
    Good: `- curriculum: {edition: "2027.1", date: "2027-03-01"}`
    """,
    "addresses-do-not-vanish": """Every address of the last edition is still there, or leads to what took its place.

    Bad: a module's folder renamed, and nothing said about its old address
    Good: the same with `formerly: [modules/collaboration/old-name]`
    """,
    "reviews-are-kept": """No module's review is overdue by more than a quarter; told by `check --review` only.

    Bad: `reviewed: "2024-01-10"` with `review_every: 12` in 2026
    Good: `reviewed: "2026-01-10"` after somebody has read the module for truth
    """,
}

_TEXTS = {
    **ON_DISK,
    "files-are-of-known-kinds": """Only text, YAML and images stand in `content/` and `modules/`.

    Bad: `modules/innovation/prototype-this-week/plan.docx`
    Good: `modules/innovation/prototype-this-week/worksheet.md`
    """,
    "files-have-a-place": """Every file has a name that the curriculum knows at its place.

    Bad: `modules/innovation/prototype-this-week/modul.yml`
    Good: `modules/innovation/prototype-this-week/module.yml`
    """,
    "files-are-small": """No text file is larger than 512 KB.

    Bad: a worksheet with a drawing pasted in as text
    Good: the drawing as an image file beside it
    """,
    "files-are-utf-8": """Every text file is encoded as UTF-8.

    Bad: a file saved as Latin-1 or UTF-16
    Good: the same file saved as UTF-8
    """,
    "characters-are-visible": """No text holds control characters or marks that turn its direction.

    Bad: a right-to-left override that hides what a line says
    Good: the same line without it
    """,
    "images-are-what-they-say": """An image is whole and of the kind that its name ends in.

    Bad: a JPEG photo named `map.png`
    Good: the same photo named `map.jpg`
    """,
    "images-are-small": """No image is larger than 2 MB or 24 million pixels, or 8,000 on a side.

    Bad: a photo as the camera took it
    Good: the same photo at 1,600 pixels
    """,
    "drawings-are-plain": """A drawing holds shapes and text: nothing that runs or is fetched from elsewhere.

    Bad: `<svg onload="…">`, `<image href="https://example.org/a.png"/>`
    Good: `<svg><path d="M0 0h9"/></svg>`
    """,
    "photos-hide-their-place": """No photo says by GPS data where it was taken.

    Bad: a phone's photo of a resident's street
    Good: the same photo, exported without its data
    """,
    "markdown-is-plain": """A Markdown file is small, and no paragraph of it is full of marks.

    Bad: a paragraph with twenty thousand `[`, which would take a minute to render
    Good: a file of at most 128 KB and 4,000 lines, in paragraphs that people can read
    """,
    "yaml-is-valid": """Every YAML file and front matter can be read.

    Bad: `title: "Find the right problem`
    Good: `title: "Find the right problem"`
    """,
    "yaml-is-plain": """YAML has no tags, anchors, aliases, merge keys or second documents.

    Bad: `audience: {mayor: &all {parts: [case], minutes: 90}, facilitator: *all}`
    Good: `audience: {mayor: {parts: [case], minutes: 90}, facilitator: {parts: [case], minutes: 120}}`
    """,
    "yaml-is-a-mapping": """A YAML file consists of keys with values.

    Bad: `- should-we-collaborate`
    Good: `modules: [should-we-collaborate]`
    """,
    "keys-are-unique": """No key stands twice in one mapping.

    Bad: `minutes: 90` and, below, `minutes: 60`
    Good: `minutes: 90`
    """,
    "keys-are-known": """Every key is one that the schema knows.

    Bad: `key_point: [Start small]`
    Good: `key_points: [Start small]`
    """,
    "fields-are-present": """Every field that must be there is there.

    Bad: a `module.yml` without `question`
    Good: `question: What must be true for this to work?`
    """,
    "values-are-valid": """Every value is of the kind that its field asks for.

    Bad: `minutes: "90"`
    Good: `minutes: 90`
    """,
    "ids-are-kebab-case": """Names of folders and files that become ids are in kebab-case.

    Bad: `modules/innovation/Prototype_this_week/module.yml`
    Good: `modules/innovation/prototype-this-week/module.yml`
    """,
    "ids-are-unique": """No two modules, cases, terms or references share an id.

    Bad: `modules/a/prototype/module.yml` and `modules/b/prototype/module.yml`
    Good: `modules/a/prototype/module.yml` and `modules/b/prototype-again/module.yml`
    """,
    "macros-are-known": """In `{{ }}` stands only a call of a known macro with plain values.

    Bad: `{{ tirm("pilot") }}`, `{{ term("pilot") | upper }}`, `{% include "file" %}`
    Good: `{{ term("pilot") }}`
    """,
}

RULES.update({id_: Rule(id_, None, text, firm=True) for id_, text in _TEXTS.items()})
