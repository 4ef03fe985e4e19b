"""The commands of `curriculum`, each in a file of its name with its `command`."""
