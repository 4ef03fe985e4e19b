"""Whether a PDF can be read by everybody: the rules of PDF/UA-1 that it was held against, and those it breaks."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.metadata import version

TOOL = "page-validation"
_SHOWN = 3


@dataclass(frozen=True)
class Broken:
    """One rule that a PDF breaks."""

    rule: str
    """Its number in the Matterhorn protocol or the standard, as the checker calls it."""
    message: str
    times: int


@dataclass(frozen=True)
class Verdict:
    """What a check of one PDF found."""

    rules: int = 0
    """How many rules it was held against; 0 where it was not checked."""
    broken: tuple[Broken, ...] = ()

    def words(self) -> str:
        """Return the broken rules in one line, the first few of them in full."""
        named = [f"{rule.rule}: {rule.message}" for rule in self.broken[:_SHOWN]]
        more = len(self.broken) - len(named)
        return "; ".join([*named, f"and {more} more"] if more else named)


UNCHECKED = Verdict()


def judge(content: bytes) -> Verdict:
    """Hold a PDF against the rules of PDF/UA-1 that a program can check."""
    import page  # noqa: PLC0415  (only workers need it)

    limits = page.SafetyLimits.unlimited()  # we made the file ourselves
    report = page.validate_pdf_bytes(content, profile="ua1", limits=limits)
    found: dict[str, list[str]] = {}
    for failure in report.failures:
        found.setdefault(failure.rule_id, []).append(failure.message)
    broken = (Broken(rule, texts[0], len(texts)) for rule, texts in found.items())
    return Verdict(report.rules.total, tuple(broken))


def tool() -> str:
    """Return the checker and its version."""
    return f"{TOOL} {version(TOOL)}"
