"""What stage two may take over from a pull request: a number, words in a box, and alerts field by field.

Everything in the ZIP was made by a program that the pull request may have changed. So it is read as
data from memory, each file up to a bound, and nothing of it is run, unpacked to a disk or trusted.

usage: tell.py number|comment|alerts told.zip
"""

from __future__ import annotations

import base64
import gzip
import io
import json
import lzma
import os
import re
import struct
import sys
import zipfile
import zlib
from pathlib import Path
from typing import Any

MARK = "<!-- curriculum: what changes for readers -->"
MOST_WORDS = 30_000
MOST_ALERTS = 500
MOST_BYTES = 5_000_000
MOST_LINES = 1_000_000
_NUMBER = re.compile(r"[1-9][0-9]{0,8}")
_RULE = re.compile(r"[a-z0-9]+(-[a-z0-9]+){0,12}")
_PATH = re.compile(r"(content|modules|editions)(/[\w.%-]+){1,8}")
_UNREADABLE = (
    *(KeyError, OSError, EOFError, ValueError, RuntimeError, IndexError),
    *(zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error),
)
_BLANKS = "\n\N{NO-BREAK SPACE}"


def member(raw: bytes, name: str, most: int) -> bytes:
    """Return the beginning of a file in a ZIP, at most `most` bytes; empty where there is none."""
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive, archive.open(name) as file:
            return file.read(most)
    except _UNREADABLE:
        return b""


def number(raw: bytes) -> str:
    """Return the number of the pull request as it claims, or nothing; GitHub is asked about it next."""
    text = member(raw, "number", 16).decode("ascii", "replace").strip()
    return text if _NUMBER.fullmatch(text) else ""


def boxed(text: str) -> str:
    """Return words in a box of code, in which nothing is a link, a mention, a picture or HTML."""
    shown = "".join(mark if mark.isprintable() or mark in _BLANKS else " " for mark in text)
    longest = max((len(run) for run in re.findall(r"`+", shown)), default=0)
    fence = "`" * max(4, longest + 1)
    return f"{fence}text\n{shown.strip()}\n{fence}"


def comment(raw: bytes, conclusion: str, run: str, preview: str) -> str:
    """Return the comment: the words in a box, and links that stage two made itself."""
    words = member(raw, "changes.txt", MOST_WORDS + 1)
    text = words[:MOST_WORDS].decode("utf-8", "replace")
    if len(words) > MOST_WORDS:
        text = f"{text.rpartition(chr(10))[0]}\n…"
    good = conclusion == "success"
    checked = "All checks passed." if good else "Something is still to be mended:"
    lines = [
        MARK,
        "**What changes for readers**",
        "",
        boxed(text) if text.strip() else "The words could not be made.",
        "",
        f"{checked} [All findings, each with its line]({run}).",
    ]
    if preview:
        lines.append(f"[The site with this change]({preview}): unpack it and open `index.html`.")
    lines += [
        "",
        "The box and the site were made by the program as it stands in this pull request.",
    ]
    return "\n".join(lines)


def alerts(raw: bytes) -> dict[str, Any]:
    """Return SARIF that is made anew: only rules, words, paths and lines of the right form."""
    try:
        told = json.loads(member(raw, "findings.sarif", MOST_BYTES))
        results = told["runs"][0]["results"]
    except (ValueError, KeyError, IndexError, TypeError, RecursionError):
        results = []
    rows = results[:MOST_ALERTS] if isinstance(results, list) else []
    driver = {"name": "curriculum", "rules": []}
    made = [alert for alert in map(_alert, rows) if alert]
    run = {"tool": {"driver": driver}, "results": made}
    return {"version": "2.1.0", "runs": [run]}


def _alert(row: Any) -> dict[str, Any] | None:
    try:
        place = row["locations"][0]["physicalLocation"]
        path, line = place["artifactLocation"]["uri"], place["region"]["startLine"]
        rule, words, level = row["ruleId"], row["message"]["text"], row["level"]
        good = _PATH.fullmatch(path) and ".." not in path and _RULE.fullmatch(rule)
        if not good or type(line) is not int or not 1 <= line < MOST_LINES:
            return None
        text = "".join(mark if mark.isprintable() else " " for mark in words[:1000])
    except (KeyError, IndexError, TypeError):
        return None
    where = {"artifactLocation": {"uri": path}, "region": {"startLine": line}}
    return {
        "ruleId": rule,
        "level": "warning" if level == "warning" else "error",
        "message": {"text": text.replace("[", "(").replace("]", ")")},
        "locations": [{"physicalLocation": where}],
    }


def main(what: str, file: str) -> str:
    """Return what the next step of the workflow sends, or nothing."""
    raw = Path(file).read_bytes()
    if what == "number":
        return number(raw)
    env = os.environ
    if what == "comment":
        body = comment(raw, env["CONCLUSION"], env["RUN_URL"], env.get("PREVIEW_URL", ""))
        return json.dumps({"body": body})
    packed = gzip.compress(json.dumps(alerts(raw)).encode(), mtime=0)
    ref = f"refs/pull/{number(raw)}/head"
    sarif = base64.b64encode(packed).decode()
    return json.dumps({"commit_sha": env["SHA"], "ref": ref, "sarif": sarif})


if __name__ == "__main__":
    sys.stdout.write(main(*sys.argv[1:3]))
