"""Capabilities: what a platform can do in a room. The core never asks which platform it is."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Capabilities:
    """What can be done in a room; by default what every platform can do.

    Args:
        lengths: the most characters of a reply's first message, its second and so on; the last
            holds for every message after it, and for what is no reply.
        can_grow: a reply may be streamed by edits; else it is sent whole.
        follows_threads: who addressed the bot in a thread may go on there without its name.
        serves_guests: people may use the bot where it is no member.
    """

    lengths: tuple[int, ...] = (2000,)
    can_grow: bool = True
    follows_threads: bool = False
    serves_guests: bool = False

    @property
    def longest(self) -> int:
        """The most characters of a message that is no reply."""
        return self.lengths[-1]


EVERYWHERE = Capabilities()  # what every platform can do
