"""What stands once for the whole site: its name, address, edition, contact and notices."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cached_property
from typing import Any

from curriculum.catalog import Catalog
from curriculum.sayings import Said, Sayings, sayings_in


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
    strings: Mapping[str, Said] = field(default_factory=dict, hash=False, compare=False, repr=False)
    """Words of the curriculum's own `content/strings/`, which win over the engine's."""

    @cached_property
    def say(self) -> Sayings:
        """Says the words of the site and its packets in the curriculum's language."""
        return sayings_in(self.language, self.strings)


def settings_from(site: Any, ours: Any, catalog: Catalog) -> Settings:
    """Return the settings of a site, with the words of its curriculum.

    `site` is all that stands in its mkdocs.yml, `ours` the plugin's part.
    """
    language = str(site.theme.get("language", "en"))
    return Settings(
        name=site.site_name,
        url=(site.site_url or "").rstrip("/") + "/",
        description=site.site_description or "",
        edition=ours.edition,
        date=ours.date,
        contact=ours.contact,
        notice=ours.notice,
        repository=(site.repo_url or "").rstrip("/"),
        language=language,
        strings=catalog.strings(language),
    )


def midnight(day: str) -> int:
    """Return the beginning of a day, written as ISO 8601, in seconds since 1970 (UTC)."""
    return int(datetime.fromisoformat(day).replace(tzinfo=UTC).timestamp())
