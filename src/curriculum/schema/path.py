"""What may stand in content/paths/<id>.yml."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Discriminator, Field, Tag

from curriculum.schema.base import Authored, Id, Line, Prose, Role


class PathStep(Authored):
    """One module on the way."""

    module: Id
    """The module's id."""
    why: Line | None = None
    """Why it stands here, for the reader."""
    optional: bool = False
    """True when a reader may skip it."""
    together: bool | None = None
    """In a path for several roles: true when they do it as one group, false when each does it alone."""


class PathOption(Authored):
    """One branch of a choice."""

    label: Line
    """The situation in which a reader takes it, such as `A service is failing`."""
    modules: Annotated[list[Id], Field(min_length=1)]
    """The modules of this branch, in order."""
    why: Line | None = None
    """Why these modules answer it."""


class Choice(Authored):
    """A place where the path divides."""

    choose: Annotated[int, Field(ge=1, le=10)]
    """How many of the options a reader takes."""
    prompt: Line
    """The question that decides."""
    options: Annotated[list[PathOption], Field(min_length=2, max_length=20)]
    """The branches."""


def _kind(step: object) -> str:
    """Tell a choice from a step by its key, so that mistakes are reported for the right one."""
    keys = step if isinstance(step, dict) else vars(step) if isinstance(step, Authored) else {}
    return "choice" if "choose" in keys else "step"


AnyStep = Annotated[
    Annotated[PathStep, Tag("step")] | Annotated[Choice, Tag("choice")], Discriminator(_kind)
]


class LearningPath(Authored):
    """An audience's walk through modules; advice, never a lock."""

    title: Line
    """The path's name."""
    summary: Prose
    """One paragraph: for whom it is and what it leads to."""
    audience: Annotated[list[Role], Field(min_length=1)]
    """The roles it is for; every module on it must have parts for each."""
    budget: Annotated[int, Field(ge=1, le=6000)]
    """The most minutes that its longest route may take."""
    use: Literal["session", "short_session"] = "session"
    """`short_session` when each module stands alone in its 60-minute version."""
    assumes: list[Id] = []
    """Modules that its readers have done already."""
    steps: Annotated[list[AnyStep], Field(min_length=1)]
    """The modules and choices, in order."""
    formerly: list[str] = []
    """Addresses the path had before."""
