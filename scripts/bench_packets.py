"""What packets cost: alone, all of them cold and again, with one worksheet edited, and a book."""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from measure import edit, run

ONE = """
import gc, os, sys, time
from pathlib import Path
from curriculum.packets.document import compose
from curriculum.packets.make import Workshop, _job
from curriculum.packets.plan import plan
from curriculum.packets.work import work
from curriculum.packets.workers import rest_collector
from curriculum.render import rendered_work
root = Path(sys.argv[1])
catalog, settings, pages = rendered_work(root)
by_path = {page.path: page for page in pages}
packets = [packet for packet in plan(catalog, ("module",), ("a4",)) if packet.id == sys.argv[2]]
documents = [compose(catalog, packet, by_path, settings) for packet in packets]
jobs = [_job(document, Workshop(root, root, root)) for document in documents]
work(jobs[0])
rest_collector()
for job in jobs:
    print(job.name, *(round(value, 2) for value in (work(job)[2], work(job)[1].pages)))
    gc.collect()
"""


def packets(folder: Path) -> None:
    """Make packets alone, all of them cold, again, with one worksheet edited, and a book."""
    ours = folder / "ours"
    _, printed = run(ONE, str(ours), "public-value-triangle")
    for line in printed.splitlines():
        name, seconds, pages = line.rsplit(maxsplit=2)
        print(f"{name}, alone in one process: {seconds} s, {float(pages):.0f} pages")
    seconds, rows = _command(ours, folder / "packets")
    count = sum(row["pages"] for row in rows)
    modules = [row for row in rows if row["kind"] == "module"]
    print(
        f"{len(rows)} packets, {count} pages, cold, two processes: {seconds:.0f} s, {seconds / count:.3f} s a page (at most 0.035)"
    )
    participants = [row for row in modules if "facilitator" not in row["roles"]]
    for whose, some in (("one", modules), ("one participants'", participants)):
        length = sum(row["pages"] for row in some) / len(some)
        each = length * seconds / count
        print(
            f"of these {whose} packet of a module, {length:.0f} pages on average: {each:.2f} s (at most 1.2), 300 of them {300 * each:.0f} s (under 120)"
        )
    seconds, _ = _command(ours, folder / "packets")
    print(f"again with nothing changed: {seconds:.1f} s (under 2)")
    before = {row["name"]: row["sha256"] for row in rows}
    edit(ours / "modules/innovation/prototype-this-week/worksheet.md")
    seconds, rows = _command(ours, folder / "packets")
    other = [row["name"] for row in rows if before[row["name"]] != row["sha256"]]
    print(f"one worksheet edited: {len(other)} other packets, {seconds:.0f} s")
    book = ("--track", "foundations", "--audience", "facilitator", "--paper", "a4")
    seconds, rows = _command(ours, folder / "book", *book)
    count = sum(row["pages"] for row in rows)
    print(
        f"a book of {count} pages: {seconds:.0f} s, {seconds / count * 240:.0f} s for 240 (under 20)"
    )
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
    print(f"peak memory of any process: {peak} MB (under 500)")


def _command(root: Path, output: Path, *wish: str) -> tuple[float, list[dict[str, Any]]]:
    """Return the wall seconds of `curriculum packets`, and the rows of its list."""
    command = [sys.executable, "-m", "curriculum", "packets", "--output", str(output), *wish]
    begun = time.perf_counter()
    subprocess.run([*command, "--jobs", "2"], check=True, cwd=root, capture_output=True)
    seconds = time.perf_counter() - begun
    return seconds, json.loads((output / "packets.json").read_text(encoding="utf-8"))
