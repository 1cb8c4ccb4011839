"""The shell: load, decide, record; dispatch; answer. The order of I/O is written here only."""

from bot.engine.shell import Engine

__all__ = ["Engine"]
