"""The same pages as plain Markdown files, for generators that do not know this engine, and for measuring."""

from __future__ import annotations

from curriculum.pages import Page
from curriculum.templating import Frames


def stage(pages: list[Page], framed: Frames) -> dict[str, str]:
    """Return each page's Markdown by its MkDocs source URI.

    An authored page is its file as it stands, with its macro calls; a made page is its HTML, which
    Markdown lets through, marked so that no macro is looked for in it.
    """
    bodies = framed.catalog.bodies
    return {
        page.uri: bodies[page.source].text if page.source else _made(framed.render(page))
        for page in pages
    }


def _made(article: str) -> str:
    # Markdown ends a block of HTML at an empty line that stands outside of every element.
    lines = "\n".join(line for line in article.splitlines() if line.strip())
    return f"{{% raw %}}\n<div>\n{lines}\n</div>\n{{% endraw %}}\n"
