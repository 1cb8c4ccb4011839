"""The shell: load, decide, record; dispatch; answer. The order of I/O is written here only."""

from bot.companion.shell import Companion

__all__ = ["Companion"]
