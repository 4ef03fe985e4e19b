"""How the curriculum and the works it rests on are cited: BibTeX, RIS and a citation file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import yaml

from curriculum import schema
from curriculum.catalog import Catalog, Entry
from curriculum.references import as_seen
from curriculum.settings import Settings
from curriculum.sites import public_url
from curriculum.words import full_name

Fields = dict[str, str]

_TYPES = {
    "book": "book",
    "chapter": "incollection",
    "report": "techreport",
    "thesis": "phdthesis",
    "article-journal": "article",
    "article-magazine": "article",
    "article-newspaper": "article",
    "paper-conference": "inproceedings",
}
"""The BibTeX type of each CSL type; all others are `misc`."""
_CONTAINERS = {"article": "journal"}
_PUBLISHERS = {"techreport": "institution", "phdthesis": "school", "misc": "howpublished"}
_SPECIAL = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        **{mark: f"\\{mark}" for mark in "&%$#_{}"},
    }
)
_AS_IS = frozenset({"url", "doi", "author", "editor"})


def bibtex(kind: str, key: str, fields: Fields) -> str:
    """Return one entry; addresses and names stand as they are, all else is escaped for TeX."""
    lines = (
        f"  {name} = {{{value if name in _AS_IS else value.translate(_SPECIAL)}}},\n"
        for name, value in fields.items()
        if value
    )
    return f"@{kind}{{{key},\n{''.join(lines)}}}\n"


def works_bibtex(works: Iterable[schema.Reference]) -> str:
    """Return works as BibTeX, without what nobody has seen."""
    return "\n".join(_work(as_seen(work)) for work in works)


def _work(work: schema.Reference) -> str:
    kind = _TYPES.get(work.type, "misc")
    year, _, rest = (work.issued or "").partition("-")
    fields = {
        "author": " and ".join(_name(name) for name in work.author),
        "editor": " and ".join(_name(name) for name in work.editor),
        "title": work.title,
        _CONTAINERS.get(kind, "booktitle"): work.container_title or "",
        "volume": work.volume or "",
        "number": work.issue or work.number or "",
        "pages": (work.page or "").replace("–", "-").replace("-", "--"),
        "chapter": work.chapter_number or "",
        "edition": work.edition or "",
        _PUBLISHERS.get(kind, "publisher"): work.publisher or "",
        "address": work.publisher_place or "",
        "year": year,
        "month": rest.partition("-")[0],
        "doi": work.doi or "",
        "isbn": work.isbn or "",
        "issn": work.issn or "",
        "url": work.url or "",
        "note": "" if work.verified else "Details not verified",
    }
    return bibtex(kind, work.id, fields)


def _name(name: schema.ReferenceName) -> str:
    return _whole(name.literal) if name.literal else full_name(name).translate(_SPECIAL)


def _whole(name: str) -> str:
    """Return a name in braces, so that BibTeX does not take it apart."""
    return f"{{{name.translate(_SPECIAL)}}}"


def module_bibtex(catalog: Catalog, settings: Settings, module: Entry[schema.Module]) -> str:
    """Return how to cite a module, as BibTeX."""
    newest = module.value.changes[0]
    fields = {
        "author": " and ".join(_whole(person.name) for person in authors_of(catalog, [module])),
        "title": module.value.title,
        "booktitle": settings.name,
        "year": newest.date[:4],
        "month": newest.date[5:7],
        "edition": newest.edition,
        "url": public_url(settings.url, f"{module.folder}/index.md"),
        "note": f"License: {module.value.license}",
    }
    return bibtex("incollection", module.id, fields)


def module_ris(catalog: Catalog, settings: Settings, module: Entry[schema.Module]) -> str:
    """Return how to cite a module, as RIS (for Zotero, EndNote and Mendeley)."""
    newest = module.value.changes[0]
    rows = [
        ("TY", "CHAP"),
        *(("AU", person.name) for person in authors_of(catalog, [module])),
        ("TI", module.value.title),
        ("T2", settings.name),
        ("AB", module.value.summary),
        ("PY", newest.date[:4]),
        ("DA", newest.date.replace("-", "/")),
        ("ET", newest.edition),
        ("LA", settings.language),
        ("UR", public_url(settings.url, f"{module.folder}/index.md")),
        ("N1", f"License: {module.value.license}"),
        ("ER", ""),
    ]
    return "".join(f"{tag}  - {' '.join(value.split())}\r\n" for tag, value in rows)


def authors_of(
    catalog: Catalog, modules: Iterable[Entry[schema.Module]]
) -> Iterator[schema.Person]:
    """Yield who wrote some modules, each once."""
    ids = (id_ for module in modules for id_ in module.value.contributions.authorship)
    return (catalog.people[id_] for id_ in dict.fromkeys(ids) if id_ in catalog.people)


def citation_file(catalog: Catalog, settings: Settings) -> str:
    """Return `CITATION.cff` for the whole curriculum (Citation File Format 1.2.0).

    A name is given as it is printed: nobody guesses which part of it is the family's.
    """
    modules = catalog.in_order()
    authors = [_author(person) for person in authors_of(catalog, modules)]
    whole = {
        "cff-version": "1.2.0",
        "message": "If you use this curriculum, please cite it as below.",
        "type": "dataset",
        "title": settings.name,
        "abstract": settings.description,
        "authors": authors or [{"name": settings.name}],
        "version": settings.edition,
        "date-released": settings.date,
        "url": settings.url,
        "repository-code": settings.repository,
        "license": sorted({module.value.license for module in modules}),
    }
    given = {name: value for name, value in whole.items() if value}
    return yaml.safe_dump(given, sort_keys=False, allow_unicode=True, width=100)


def _author(person: schema.Person) -> dict[str, str]:
    author = {"name": person.name, "website": person.url or ""}
    author["orcid"] = f"https://orcid.org/{person.orcid}" if person.orcid else ""
    return {name: value for name, value in author.items() if value}
