"""The shell: load, decide, apply; dispatch; answer. Only here is the order of I/O written."""

from bot.engine.shell import Engine

__all__ = ["Engine"]
