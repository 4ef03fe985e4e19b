"""Making office files: equal bytes, kept work, what goes wrong, and LibreOffice opens them."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from curriculum.handouts import by_owner
from curriculum.office import pandoc
from curriculum.office.make import make_office
from curriculum.office.plan import Job, offered, packet_jobs, slide_jobs
from curriculum.office.render import OfficeSource
from curriculum.packets.plan import plan

EACH = (
    "piers.mayor.team-member.docx",
    "first.mayor.epub",
    "piers.slides.pptx",
    "piers.slides.pdf",
)


def test_a_site_offers_word_files_slides_and_books(work: OfficeSource) -> None:
    """One Word file for each group of roles, slides twice, a book for each path."""
    names = [job.name for job in offered(work.catalog)]
    assert names == [
        "piers.mayor.team-member.docx",
        "piers.senior-official.docx",
        "piers.facilitator.docx",
        "arches.mayor.team-member.docx",
        "arches.senior-official.docx",
        "arches.facilitator.docx",
        "piers.slides.pptx",
        "piers.slides.pdf",
        "arches.slides.pptx",
        "arches.slides.pdf",
        "first.mayor.epub",
        "whole-curriculum.facilitator.epub",
    ]


def test_two_papers_give_one_file(work: OfficeSource) -> None:
    """A4 and Letter packets of one role are one Word file."""
    names = [job.name for job in packet_jobs(plan(work.catalog, ("path",)), ["docx", "epub"])]
    assert names == ["first.mayor.docx", "first.mayor.epub"]


@pytest.mark.parametrize("name", EACH)
def test_the_same_work_gives_the_same_bytes(
    work: OfficeSource,
    jobs: dict[str, Job],
    made: Path,
    tmp_path: Path,
    name: str,
) -> None:
    """Made again, in another folder, at another time and without what was kept, byte for byte."""
    again = make_office(work, [jobs[name]], tmp_path / "again")
    assert not again.made[0].kept
    assert (tmp_path / "again" / name).read_bytes() == (made / name).read_bytes()


def test_what_has_not_changed_is_not_made_again(
    work: OfficeSource, jobs: dict[str, Job], tmp_path: Path
) -> None:
    """The second time it is kept; with another edition it is made anew; damage is noticed."""
    job = [jobs["piers.slides.pptx"]]
    assert [file.kept for file in make_office(work, job, tmp_path / "a").made] == [False]
    assert [file.kept for file in make_office(work, job, tmp_path / "a").made] == [True]
    other = replace(work, settings=replace(work.settings, edition="2027.1"))
    assert [file.kept for file in make_office(other, job, tmp_path / "a").made] == [False]
    for kept in (tmp_path / "cache").rglob("office/*"):
        kept.write_bytes(b"damaged")
    assert [file.kept for file in make_office(work, job, tmp_path / "a").made] == [False]


def test_what_is_of_no_use_any_more_is_forgotten(
    work: OfficeSource, jobs: dict[str, Job], tmp_path: Path
) -> None:
    """A kept file stays as long as something asks for it."""
    job = [jobs["piers.slides.pptx"]]
    make_office(work, job, tmp_path / "out")
    (kept,) = (tmp_path / "cache").rglob("office/*")
    old = kept.with_name("of-no-use")
    for file in (kept, old):
        file.touch()
        os.utime(file, (0, 0))
    assert [True] == [file.kept for file in make_office(work, job, tmp_path / "out").made]
    assert [kept] == list((tmp_path / "cache").rglob("office/*"))


def test_a_list_and_checksums_stand_beside_the_files(
    work: OfficeSource, jobs: dict[str, Job], tmp_path: Path
) -> None:
    """`office.json` says what each file is; `sha256sum -c` agrees."""
    steps: list[tuple[int, int, str]] = []
    names = ["piers.slides.pdf", "piers.slides.pptx"]
    done = make_office(
        work, [jobs[name] for name in names], tmp_path, step=lambda *step: steps.append(step)
    )
    rows = json.loads((tmp_path / "office.json").read_text("utf-8"))
    assert sorted(row["name"] for row in rows) == names
    assert all(row["size"] == (tmp_path / row["name"]).stat().st_size for row in rows)
    check = subprocess.run(["sha256sum", "-c", "--quiet", "SHA256SUMS"], cwd=tmp_path, check=False)
    assert check.returncode == 0
    assert list(by_owner(done.made)) == ["piers"]
    assert [step[:2] for step in steps] == [(1, 2), (2, 2)]


def test_a_missing_image_is_a_finding_and_the_others_are_made(
    work: OfficeSource, jobs: dict[str, Job], tmp_path: Path
) -> None:
    """Nothing is written under the name of the file that failed."""
    elsewhere = replace(work, root=tmp_path / "root")
    shutil.copytree(work.root, elsewhere.root)
    (elsewhere.root / "modules/building/piers/pier.svg").rename(
        elsewhere.root / "modules/building/piers/pear.svg"
    )
    names = ["piers.mayor.team-member.docx", "arches.mayor.team-member.docx"]
    done = make_office(elsewhere, [jobs[name] for name in names], tmp_path / "out")
    assert [file.name for file in done.made] == names[1:]
    (finding,) = done.findings
    assert (
        finding.message
        == "the image `modules/building/piers/pier.svg` cannot be shown: there is no such file"
    )
    assert finding.hint == "did you mean `pear.svg`?"
    assert not (tmp_path / "out" / names[0]).exists()


def test_slides_with_a_missing_image_are_a_finding(
    work: OfficeSource, jobs: dict[str, Job], tmp_path: Path
) -> None:
    """At the file that shows it."""
    job = jobs["piers.slides.pptx"]
    page = replace(work.pages[job.slides], html='<h2>A</h2><p><img src="gone.svg" alt="A"></p>')
    done = make_office(replace(work, pages={job.slides: page}), [job], tmp_path)
    assert [(job.slides, "images-exist")] == [(each.path, each.rule) for each in done.findings]


def test_a_module_without_slides_has_no_presentation(work: OfficeSource) -> None:
    """The others keep theirs."""
    piers = work.catalog.modules["piers"]
    parts = {name: path for name, path in piers.parts.items() if name != "slides"}
    modules = {**work.catalog.modules, "piers": replace(piers, parts=parts)}
    names = [job.name for job in slide_jobs(replace(work.catalog, modules=modules))]
    assert ["arches.slides.pptx", "arches.slides.pdf"] == names


@pytest.mark.parametrize("name", ["piers.mayor.team-member.docx", "piers.slides.pptx"])
def test_a_page_that_was_not_rendered_is_a_finding(
    work: OfficeSource, jobs: dict[str, Job], tmp_path: Path, name: str
) -> None:
    """The packet and the slides say which file they miss."""
    done = make_office(replace(work, pages={}), [jobs[name]], tmp_path)
    assert [finding.rule for finding in done.findings] == ["parts-are-rendered"]


def test_what_pandoc_complains_about_is_a_finding(
    work: OfficeSource, jobs: dict[str, Job], tmp_path: Path
) -> None:
    """A picture that cannot be read stops its file and no other."""
    elsewhere = replace(work, root=tmp_path / "root")
    shutil.copytree(work.root, elsewhere.root)
    (elsewhere.root / "modules/building/piers/pier.svg").write_text("no picture", "utf-8")
    done = make_office(elsewhere, [jobs["piers.facilitator.docx"]], tmp_path / "out")
    (finding,) = done.findings
    assert finding.rule == "packets-are-made"
    assert "`piers.facilitator.docx` was not made: " in finding.message


def test_a_cache_that_cannot_be_written_is_no_mistake(
    work: OfficeSource, jobs: dict[str, Job], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The file is made all the same."""
    (tmp_path / "file").write_text("", "utf-8")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    assert make_office(work, [jobs["piers.slides.pdf"]], tmp_path / "out").findings == ()


def test_pandoc_says_what_is_wrong() -> None:
    """An unknown format raises with pandoc's own words."""
    with pytest.raises(pandoc.ConversionError, match="nonsense"):
        pandoc.Conversion("<p>x</p>", "nonsense").run()


@pytest.mark.parametrize(
    ("name", "words"),
    [
        (
            "piers.facilitator.docx",
            [
                "What is its name?",
                "SECRET-GUIDE.",
                "Footnote about the moon.",
                "Works cited",
                "Contents",
            ],
        ),
        ("piers.slides.pptx", ["Piers", "One", "A bridge."]),
    ],
)
def test_libreoffice_opens_it_with_all_words(
    made: Path, tmp_path: Path, name: str, words: list[str]
) -> None:
    """Opened and printed by LibreOffice, every word is there."""
    profile = f"-env:UserInstallation=file://{tmp_path / 'profile'}"
    command = [
        "soffice",
        profile,
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        str(tmp_path),
        str(made / name),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    printed = subprocess.run(
        ["pdftotext", str(tmp_path / f"{Path(name).stem}.pdf"), "-"],
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    text = " ".join(printed.split())
    assert [] == [word for word in words if word not in text]
