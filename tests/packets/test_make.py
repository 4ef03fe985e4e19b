"""How a list of packets becomes files."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from curriculum.packets import cache
from curriculum.packets.document import PrintDocument
from curriculum.packets.make import Workshop, make
from curriculum.packets.pdf import Pdf
from curriculum.packets.verdict import Broken, Verdict

Compose = Callable[[str], PrintDocument]
NAMES = ("piers.senior-official.a4.pdf", "arches.senior-official.a4.pdf")


class Here(Executor):
    """An executor that does the work at once, in this process."""

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        """Do it."""
        future: Future[Any] = Future()
        future.set_result(fn(*args, **kwargs))
        return future


def test_packets_are_written_with_index_and_checksums(
    composed: Compose, workshop: Workshop
) -> None:
    """Files, `packets.json` and `SHA256SUMS` say the same."""
    seen: list[tuple[int, int, str]] = []
    documents = [composed(name) for name in NAMES]
    made, findings = make(documents, workshop, lambda n, of, name, _: seen.append((n, of, name)))
    assert findings == []
    assert [result.state for result in made] == ["made", "made"]
    assert [number for number, *_ in seen] == [1, 2]
    rows = json.loads((workshop.output / "packets.json").read_text())
    assert [row["name"] for row in rows] == list(NAMES)
    first = (workshop.output / NAMES[0]).read_bytes()
    assert rows[0]["sha256"] == hashlib.sha256(first).hexdigest()
    assert (rows[0]["size"], rows[0]["pages"]) == (len(first), made[0].pages)
    subprocess.run(
        ["sha256sum", "--check", "--strict", "SHA256SUMS"],
        cwd=workshop.output,
        check=True,
        capture_output=True,
    )
    assert sorted(path.name for path in workshop.output.iterdir()) == sorted(
        ["accessibility.json", "packets.json", "SHA256SUMS", *NAMES]
    )


def test_an_unchanged_packet_is_not_rendered_again(
    composed: Compose, workshop: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The second time, only the changed packet is made; the files are the same."""
    documents = [composed(name) for name in NAMES]
    make(documents, workshop)
    before = (workshop.output / NAMES[0]).read_bytes()
    changed = [
        documents[0],
        replace(documents[1], html=documents[1].html.replace("Draw a bridge", "Draw it")),
    ]
    made, _ = make(changed, workshop)
    assert [result.state for result in made] == ["cached", "made"]
    assert (workshop.output / NAMES[0]).read_bytes() == before
    monkeypatch.setattr(cache, "tools", lambda: "another version")
    assert [result.state for result in make(documents[:1], workshop)[0]] == ["made"]


def test_a_changed_image_changes_the_key(
    composed: Compose, workshop: Workshop, tmp_path: Path
) -> None:
    """The key counts what an image shows, and a damaged entry is made again."""
    image = tmp_path / "a.svg"
    image.write_text("<svg/>")
    document = composed(NAMES[0])
    before = cache.key_of(document, {"a.svg": image})
    image.write_text("<svg></svg>")
    assert cache.key_of(document, {"a.svg": image}) != before
    cache.store(workshop.cache, before, Pdf(b"%PDF", 3))
    assert cache.load(workshop.cache, before) == Pdf(b"%PDF", 3)
    entry = next(workshop.cache.glob("*/*.packet"))
    entry.write_bytes(entry.read_bytes() + b"x")
    assert cache.load(workshop.cache, before) is None
    entry.write_bytes(b"not an entry")
    assert cache.load(workshop.cache, before) is None


def test_a_failing_packet_stops_no_other(composed: Compose, workshop: Workshop) -> None:
    """A missing image and an image that is none are findings; the other packet is made."""
    missing, broken, good = composed(NAMES[1]), composed(NAMES[0]), composed("first.mayor.a4.pdf")
    (workshop.root / "modules/building/arches/pier.svg").rename(
        workshop.root / "modules/building/arches/pear.svg"
    )
    (workshop.root / "modules/building/piers/pier.svg").write_bytes(b"no image")
    case = composed("case-harbor.facilitator.a4.pdf")
    made, findings = make([missing, broken, good, case], workshop)
    assert [result.state for result in made] == ["failed", "failed", "failed", "made"]
    assert [finding.rule for finding in findings] == ["images-exist", "packets-are-made"]
    assert findings[0].path == "modules/building/arches/index.md"
    assert findings[0].hint == "did you mean `pear.svg`?"
    assert (workshop.output / case.packet.name).exists()
    assert not (workshop.output / NAMES[0]).exists()


def test_a_folder_that_cannot_be_made_is_an_error(composed: Compose, workshop: Workshop) -> None:
    """Where a file stands in its place, nothing is written; this holds for root as well."""
    workshop.output.write_text("taken")
    with pytest.raises(OSError, match=r"exists|Not a directory"):
        make([composed(NAMES[0])], workshop)
    assert workshop.output.read_text() == "taken"


def test_a_full_disk_is_a_finding(
    composed: Compose, workshop: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file that cannot be finished is not there under its name, nor under another."""
    write = Path.write_bytes

    def full(file: Path, content: bytes) -> int:
        if ".pdf." in file.name:
            write(file, content[:10])
            raise OSError(28, "No space left on device")
        return write(file, content)

    monkeypatch.setattr(Path, "write_bytes", full)
    made, findings = make([composed(NAMES[0])], workshop)
    assert made[0].state == "failed"
    assert "No space left on device" in findings[0].message
    assert not [path for path in workshop.output.iterdir() if ".pdf" in path.name]


def test_a_disk_that_is_really_full(tmp_path: Path) -> None:
    """With no room for large files the small packet is made, the large one is not, not even in part."""
    script = (
        "import resource, sys; sys.path.insert(0, sys.argv[1])\n"
        "from pathlib import Path; from printing import SETTINGS, read_small; import small\n"
        "from curriculum.packets import make_packets; from curriculum.packets.plan import plan\n"
        "from curriculum.rendered import Work\n"
        "root = Path(sys.argv[2]); catalog, pages = read_small()\n"
        "for path, text in small.texts().items():\n"
        "    (root / path).parent.mkdir(parents=True, exist_ok=True); (root / path).write_text(text)\n"
        "from curriculum.packets.pdf import Sheet, _style; _style(Sheet('a4'))  # fonts are kept in files\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (90_000, 90_000))\n"
        "two = [p for p in plan(catalog, papers=('a4',)) if p.name in sys.argv[3:]]\n"
        "work = Work(catalog, SETTINGS, list(pages.values()))\n"
        "made = make_packets(two, lambda: work, root, root / 'out', jobs=1)\n"
        "print([m.name for m in made.made]); print([f.message for f in made.findings])\n"
    )
    names = ("piers.senior-official.a4.pdf", "first.mayor.a4.pdf")
    here = Path(__file__).parent
    run = subprocess.run(
        [sys.executable, "-c", script, str(here), str(tmp_path), *names],
        capture_output=True,
        check=True,
        text=True,
    )
    made, findings = run.stdout.splitlines()[-2:]
    assert made == "['piers.senior-official.a4.pdf']"
    assert "`first.mayor.a4.pdf` was not made: File too large" in findings
    listed = ["SHA256SUMS", "accessibility.json", "packets.json", "piers.senior-official.a4.pdf"]
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == listed
    assert list((tmp_path / ".curriculum").rglob(".*.packet*")) == []


def test_several_processes_make_the_same_bytes(composed: Compose, workshop: Workshop) -> None:
    """Two workers, an executor of one's own and this process give equal files, in the given order."""
    documents = [composed(name) for name in NAMES]
    sums = []
    for number, (jobs, executor) in enumerate(((1, None), (2, None), (1, Here()))):
        shop = replace(workshop, cache=workshop.cache / str(number), jobs=jobs)
        made, _ = make(documents, shop, executor=executor)
        assert [result.name for result in made] == list(NAMES)
        sums.append([result.sha256 for result in made])
    assert sums[0] == sums[1] == sums[2]


def test_a_broken_executor_is_a_finding(composed: Compose, workshop: Workshop) -> None:
    """Work that an executor lost is reported for its packet."""
    pool = ThreadPoolExecutor(1, initializer=_fail)
    made, findings = make([composed(NAMES[0])], workshop, executor=pool)
    assert made[0].state == "failed"
    assert "its process ended" in findings[0].message


def _fail() -> None:
    raise SystemExit


def test_every_packet_is_checked_and_the_report_says_so(
    composed: Compose, workshop: Workshop
) -> None:
    """The report counts the rules of each packet; one from the cache keeps its verdict."""
    for state in ("made", "cached"):
        made, findings = make([composed(NAMES[0])], workshop)
        assert (made[0].state, findings) == (state, [])
        report = json.loads((workshop.output / "accessibility.json").read_text())
        assert report["rules"] > 100
        assert (report["packets"], report["failed"]) == (1, 0)
        assert report["results"][0]["name"] == NAMES[0]
        assert report["results"][0]["published"]


def test_a_packet_that_breaks_a_rule_is_not_published(
    composed: Compose, workshop: Workshop
) -> None:
    """It is held back with the rule's own words, also from the cache; the other packet is made."""
    good, bad = composed(NAMES[1]), composed(NAMES[0])
    bad = replace(
        bad, html=bad.html.replace("<title>", '<title hidden="">', 1).replace("<h2", "<h5")
    )
    for _ in range(2):
        made, findings = make([bad, good], workshop)
        assert [result.state == "failed" for result in made] == [True, False]
        assert [(f.path, f.rule) for f in findings] == [
            ("modules/building/piers/index.md", "packets-are-accessible")
        ]
        assert "of PDF/UA-1 (" in findings[0].message
    assert not (workshop.output / NAMES[0]).exists()
    report = json.loads((workshop.output / "accessibility.json").read_text())
    assert [row["published"] for row in report["results"]] == [False, True]


def test_many_broken_rules_are_shortened() -> None:
    """A verdict in one line shows three rules and counts the others."""
    broken = tuple(Broken(f"7.{number}", "no", 1) for number in range(5))
    assert Verdict(104, broken).words() == "7.0: no; 7.1: no; 7.2: no; and 2 more"
    assert Verdict(104, broken[:1]).words() == "7.0: no"
