"""How a work or a source is printed in a list, as HTML; what nobody has seen is never printed."""

from __future__ import annotations

from markupsafe import Markup

from curriculum.sayings import ENGLISH, Sayings
from curriculum.schema import Reference, Source
from curriculum.words import full_name

_CONTAINED = {
    "article-journal",
    "article-magazine",
    "article-newspaper",
    "chapter",
    "paper-conference",
}


def as_seen(work: Reference) -> Reference:
    """Return a work without what nobody has seen; what every work has stays, such as its title."""
    fields = type(work).model_fields
    unseen = {
        name: field.get_default(call_default_factory=True)
        for name, field in fields.items()
        if (field.alias or name) in work.unverified_fields and not field.is_required()
    }
    return work.model_copy(update=unseen)


def reference_html(work: Reference, say: Sayings = ENGLISH) -> Markup:
    """Return one work in the order author, year, title, where, address."""
    work = as_seen(work)
    names = "; ".join(full_name(name) for name in work.author or work.editor)
    names += f" {say('references.editor')}" if work.editor and not work.author else ""
    year = (work.issued or "")[:4]
    title = Markup("{}") if work.type in _CONTAINED else Markup("<cite>{}</cite>")
    when = f"({year})" if year else ""
    by = _stop(" ".join(part for part in (names, when) if part))
    called = title.format(work.title) + _stop(work.title)[len(work.title) :]
    parts = [
        # No entry begins with a bare year.
        *((by, called) if names or not year else (title.format(work.title), by)),
        _where(work, say),
        _address(work),
    ]
    remark = "" if work.verified else say("references.not-verified")
    return Markup(" ").join(Markup("{}").format(part) for part in [*parts, remark] if part)


def _stop(text: str) -> str:
    """Return a text that ends like a sentence."""
    return text if not text or text[-1] in ".?!" else f"{text}."


def _where(work: Reference, say: Sayings) -> Markup:
    bits: list[Markup | str] = []
    if work.container_title:
        bits.append(Markup("<cite>{}</cite>").format(work.container_title))
    if work.container_title and work.volume:  # a number without its journal says nothing
        bits.append(f"{work.volume}({work.issue})" if work.issue else work.volume)
    if work.page:
        pages = work.page.replace("-", "–")
        bits.append(
            say("references.pages", pages=pages)
            if "–" in pages
            else say("references.page", page=pages)
        )
    if work.publisher:
        bits.append(work.publisher)
    return Markup(", ").join(bits) + "." if bits else Markup()


def _address(work: Reference) -> Markup:
    address = f"https://doi.org/{work.doi}" if work.doi else work.url
    return Markup('<a href="{0}">{0}</a>').format(address) if address else Markup()


def source_html(source: Source) -> Markup:
    """Return one source of a case: title, publisher, year, address, and what was not read."""
    year = f" ({source.year})" if source.year else ""
    text = Markup("{} {}").format(_stop(source.title), _stop(f"{source.publisher}{year}"))
    if source.url:
        text += Markup(' <a href="{0}">{0}</a>').format(source.url)
    return text + (f" [{source.note}]" if source.note else "")
