"""Citypeers, the open platform for networks of cities that learn from each other."""

from importlib.metadata import version

__version__ = version("citypeers")
