"""`curriculum packets`: the packets of some modules, paths and roles, without building the site."""

from __future__ import annotations

import os
from collections.abc import Iterator
from concurrent.futures import Executor
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import click

from curriculum.catalog import Catalog
from curriculum.examine import read_catalog
from curriculum.findings import Finding, as_text
from curriculum.office.plan import PACKET_FORMATS, Format, packet_jobs
from curriculum.packets import Packets
from curriculum.packets.city import NAME_LETTERS, NO_CITY, CityFace, read_city, read_logo
from curriculum.packets.made import Made
from curriculum.packets.packet import FORMATS, PAPERS, ROLES, Packet
from curriculum.packets.wish import KINDS, Problem, Wish, wanted
from curriculum.progress import Progress
from curriculum.rendered import Work
from curriculum.roots import Refusal, find_root
from curriculum.state import state_of
from curriculum.stopping import stoppable
from curriculum.words import size_words

if TYPE_CHECKING:
    from curriculum.office.make import Office, OfficeFile

_FILE = click.Path(path_type=Path, dir_okay=False)
_OPTIONS = (
    click.option("--module", multiple=True, metavar="ID", help="A module's packets."),
    click.option("--path", multiple=True, metavar="ID", help="A learning path's packets."),
    click.option("--case", multiple=True, metavar="ID", help="A case by itself."),
    click.option("--track", multiple=True, metavar="ID", help="All modules of a track."),
    click.option("--agenda", multiple=True, metavar="ID", help="An agenda and all its modules."),
    click.option(
        "--part", multiple=True, metavar="ID/PART", help="A part, in a packet of your own."
    ),
    click.option("--book", is_flag=True, help="The whole curriculum as one book."),
    click.option("--audience", type=click.Choice(ROLES), help="Only this role's packets."),
    click.option("--paper", type=click.Choice(PAPERS), help="Only on this paper."),
    click.option("--large-print", is_flag=True, help="In 18 point letters."),
    click.option("--crop-marks", is_flag=True, help="With bleed and marks for a print shop."),
    click.option("--cover", metavar="NAME", help="The name of your city, for the cover."),
    click.option("--logo", type=_FILE, help="Your city's logo, for the cover."),
    click.option("--city", type=_FILE, help="A YAML file with name, logo, contact and notes."),
    click.option(
        "--format",
        type=click.Choice((*FORMATS, *PACKET_FORMATS)),
        default="pdf",
        show_default=True,
        help="What to make.",
    ),
    click.option(
        "--output",
        type=click.Path(path_type=Path, file_okay=False),
        required=True,
        help="The folder for the files; it is made if it is missing.",
    ),
    click.option(
        "--jobs", type=click.IntRange(1, 64), default=2, show_default=True, help="How many at once."
    ),
    click.option(
        "--scheduler",
        metavar="ADDRESS",
        help="Work on the Dask cluster of this scheduler, such as tcp://10.0.0.1:8786.",
    ),
)


def _with_options(function: Any) -> Any:
    for option in reversed(_OPTIONS):
        function = option(function)
    return function


@click.command()
@_with_options
@stoppable("stopped; what was made before is complete")
def command(output: Path, jobs: int, **given: Any) -> None:
    """Make packets as files: those that are named, or all of the site.

    An ID is the name of a folder or file, such as `story-of-self`. What is named may be named more
    than once; parts go into one packet, in the order in which they are named.

    \b
    Example:
      curriculum packets --module story-of-self --audience mayor --paper a4 --output ~/packets
      curriculum packets --part story-of-self/worksheet --cover "City of X" --output ~/packets
      curriculum packets --path role-mayor --format docx --output ~/packets
    """
    root = find_root()
    state = state_of(root)
    catalog = read_catalog(root)
    edited = given["format"] in PACKET_FORMATS
    if edited:
        _refuse_idle(given)
    packets = wanted(catalog, _wish(given | ({"format": "pdf"} if edited else {})))
    if isinstance(packets, Problem):
        raise Refusal(packets.message, packets.hint)
    city = _city(catalog, given["cover"], given["logo"], given["city"])
    _writable(output)
    wishes = (root, packets, city, output)
    if edited:
        _tell(output, _made_office(*wishes, given["format"], state=state, jobs=jobs))
    with _executor(given["scheduler"], root) as executor:
        _tell(output, _made(*wishes, state=state, jobs=jobs, executor=executor))


def _refuse_idle(given: dict[str, Any]) -> None:
    """Refuse options that would do nothing to a file without pages of its own."""
    for name in ("crop_marks", "scheduler"):
        if given[name]:
            option, form = f"--{name.replace('_', '-')}", given["format"]
            message = f"`{option}` does nothing to `--format {form}`"
            raise Refusal(message, f"leave out `{option}`, or make PDFs")


def _wish(given: dict[str, Any]) -> Wish:
    return Wish(
        named={kind: given[kind] for kind in KINDS},
        parts=given["part"],
        **{
            name: given[name]
            for name in ("book", "audience", "paper", "large_print", "crop_marks", "format")
        },
    )


def _city(catalog: Catalog, name: str | None, logo: Path | None, file: Path | None) -> CityFace:
    """Return the city that prints; a name and a logo given as options go before those of its file."""
    if name and len(name) > NAME_LETTERS:
        message = f"the city's name has {len(name)} letters; at most {NAME_LETTERS} are printed"
        raise Refusal(message, "use a shorter name for `--cover`")
    city, findings = read_city(file, catalog.modules) if file else (NO_CITY, [])
    if logo:
        shown, flaws = read_logo(logo, str(logo))
        city, findings = replace(city, logo=shown), [*findings, *flaws]
    _stop_at(findings)
    return replace(city, name=name or city.name)


def _stop_at(findings: list[Finding]) -> None:
    for finding in findings:
        click.echo(as_text(finding), err=True)
    if findings:
        raise SystemExit(2)


def _writable(output: Path) -> None:
    """Refuse a folder that cannot be made or written, before any work is done."""
    try:
        output.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        message = f"`{output}` cannot be made: {error.strerror}"
        raise Refusal(message, "choose another `--output`") from error
    if not os.access(output, os.W_OK | os.X_OK):
        message = f"`{output}` cannot be written"
        raise Refusal(message, "choose another `--output`")


@contextmanager
def _executor(scheduler: str | None, root: Path) -> Iterator[Executor | None]:
    """Give the executor of a cluster, or none where no scheduler is named."""
    if scheduler is None:
        yield None
        return
    from curriculum.packets.cluster import ClusterError, cluster  # noqa: PLC0415  (an extra)

    try:
        with cluster(scheduler, root) as executor:
            yield executor
    except ClusterError as error:
        raise Refusal(str(error), error.hint) from error


def _made(
    root: Path, packets: list[Packet], city: CityFace, output: Path, **workers: Any
) -> Packets:
    from curriculum.packets import make_packets  # noqa: PLC0415  (slow: WeasyPrint)

    step = Progress("packets").step
    return make_packets(
        packets, lambda: _rendered(root), root, output, city=city, step=step, **workers
    )


def _rendered(root: Path) -> Work:
    from curriculum.render import rendered_work  # noqa: PLC0415  (slow: MkDocs)

    return rendered_work(root)


def _made_office(  # noqa: PLR0913  (all that files are made from)
    root: Path,
    packets: list[Packet],
    city: CityFace,
    output: Path,
    form: Format,
    *,
    state: str,
    jobs: int,
) -> Office:
    from curriculum.office.make import make_office  # noqa: PLC0415  (slow: WeasyPrint)
    from curriculum.office.render import OfficeSource  # noqa: PLC0415

    catalog, settings, pages = _rendered(root)
    by_path = {page.path: page for page in pages}
    work = OfficeSource(catalog, settings, by_path, root, city, state)
    step = Progress("files").step
    return make_office(work, packet_jobs(packets, [form]), output, workers=jobs, step=step)


def _tell(output: Path, result: Packets | Office) -> NoReturn:
    """Say what was made and what is wrong; the exit code tells as well."""
    for made in result.made:
        click.echo(_line(output, made))
    for finding in result.findings:
        click.echo(as_text(finding), err=True)
    raise SystemExit(1 if result.findings else 0)


def _line(output: Path, made: Made | OfficeFile) -> str:
    pages = f"{made.pages} pages, " if isinstance(made, Made) and made.pages else ""
    return f"{output / made.name}  {pages}{size_words(made.size)}"
