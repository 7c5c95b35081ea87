"""The command line: thin. Verbs live in :mod:`hexapla.api` and the rooms."""

from hexapla.cli.app import main

__all__ = ["main"]
