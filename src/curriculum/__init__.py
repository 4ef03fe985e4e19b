"""Turns Markdown modules with YAML metadata into a curriculum that people can find, follow and print."""

from __future__ import annotations

from importlib.metadata import version

__version__ = version("mkdocs-curriculum")
