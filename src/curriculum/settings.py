"""What stands once for the whole site: its name, address, edition, contact and notices."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any


@dataclass(frozen=True)
class Settings:
    """The site's own facts, from mkdocs.yml."""

    name: str
    """The name of the curriculum."""
    url: str
    """The public address, with a slash at the end."""
    description: str = ""
    """One sentence for search engines."""
    edition: str = ""
    """The edition, such as `2026.1`."""
    date: str = ""
    """The day of the edition, as ISO 8601."""
    contact: str = ""
    """A mail address or a page where mistakes are reported."""
    notice: str = ""
    """Words for every footer and every cover, such as that the curriculum is independent."""
    repository: str = ""
    """The public address of the repository, without a slash at the end."""
    language: str = "en"
    """The language of the curriculum, as BCP 47."""


def settings_from(site: Any, ours: Any) -> Settings:
    """Return the settings that stand in a mkdocs.yml: `site` is all of it, `ours` the plugin's part."""
    return Settings(
        name=site.site_name,
        url=(site.site_url or "").rstrip("/") + "/",
        description=site.site_description or "",
        edition=ours.edition,
        date=ours.date,
        contact=ours.contact,
        notice=ours.notice,
        repository=(site.repo_url or "").rstrip("/"),
        language=str(site.theme.get("language", "en")),
    )


def midnight(day: str) -> int:
    """Return the beginning of a day, written as ISO 8601, in seconds since 1970 (UTC)."""
    return int(datetime.fromisoformat(day).replace(tzinfo=UTC).timestamp())
