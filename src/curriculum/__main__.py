"""`python -m curriculum` is the `curriculum` command."""

from curriculum.cli import main

main(prog_name="curriculum")
