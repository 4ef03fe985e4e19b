"""How findings are told to code scanning: SARIF 2.1.0."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any
from urllib.parse import quote

from curriculum import __version__
from curriculum.findings import Finding
from curriculum.rules import RULES

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def as_sarif(findings: Iterable[Finding]) -> str:
    """Return findings as one run of SARIF, with every rule explained."""
    driver = {
        "name": "curriculum",
        "semanticVersion": f"{__version__}.0",
        "rules": [
            {
                "id": rule.id,
                "shortDescription": {"text": rule.sentence},
                "help": {"text": rule.text.strip()},
            }
            for rule in RULES.values()
        ],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(finding) for finding in findings],
    }
    return json.dumps(
        {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2, ensure_ascii=False
    )


def _result(finding: Finding) -> dict[str, Any]:
    text = f"{finding.message}\n{finding.hint}" if finding.hint else finding.message
    place = {
        "artifactLocation": {"uri": quote(finding.path), "uriBaseId": "%SRCROOT%"},
        "region": {"startLine": finding.line},
    }
    return {
        "ruleId": finding.rule,
        "level": finding.severity,
        "message": {"text": text},
        "locations": [{"physicalLocation": place}],
    }
