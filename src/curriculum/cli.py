"""The `curriculum` command."""

from __future__ import annotations

import os
from importlib import import_module
from pkgutil import iter_modules

import click

from curriculum import __version__, commands
from curriculum.findings import suggest
from curriculum.roots import Refusal


class Commands(click.Group):
    """Every file of `curriculum.commands` is a command; it is read only when it is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  (click's signature)
        """Return the names of the commands."""
        return sorted(found.name for found in iter_modules(commands.__path__))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a command by its name."""
        if cmd_name not in self.list_commands(ctx):
            return None
        command: click.Command = import_module(f"{commands.__name__}.{cmd_name}").command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command that was called; an unknown one is a refusal with a hint."""
        if self.get_command(ctx, args[0]) is None and not args[0].startswith("-"):
            names = self.list_commands(ctx)
            known = ", ".join(f"`{name}`" for name in names)
            message = f"there is no command `{args[0]}`"
            raise Refusal(message, suggest(args[0], names) or f"there are {known}")
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> object:
        """Run a command; what goes wrong is one line, never a traceback."""
        try:
            return super().invoke(ctx)
        except (click.ClickException, click.exceptions.Exit, click.Abort, BrokenPipeError):
            raise
        except OSError as error:
            where = f"`{error.filename}`: " if error.filename else ""
            message = f"{where}{error.strerror or error}"
            raise Refusal(message) from error
        except Exception as error:
            if os.environ.get("CURRICULUM_TRACEBACK"):
                raise
            message = f"the engine made a mistake: {type(error).__name__}: {error}"
            hint = "please report it; CURRICULUM_TRACEBACK=1 shows where it happened"
            raise Refusal(message, hint) from error


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="curriculum")
def main() -> None:
    """Turn Markdown modules with YAML metadata into a published curriculum.

    \b
    Example:
      curriculum new curriculum my-course
      cd my-course
      curriculum check
    """
