"""The words an author may use in `{{ }}`; what each one prints is in `curriculum.macros`."""

from __future__ import annotations

from typing import Any

from curriculum.macros import VOCABULARY


def define_env(env: Any) -> None:
    """Give every word of the engine to the Markdown pages."""
    plugin = env.conf["plugins"]["curriculum"]
    for name in VOCABULARY:
        env.macro(plugin.word(name, lambda: env.page), name)
