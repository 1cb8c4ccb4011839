"""Capabilities: what a platform can do in a room. The core never asks which platform it is."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Growth:
    """How a reply appears while it is written; by default each word as soon as it may be seen.

    Args:
        hold_s: the first words wait so long for the rest, so that a quick reply is one message.
        placeholder_s: a reply without words for so long stands as a placeholder, by which it can
            be stopped; None: never.
        anew_s: first words so long after their message take no placeholder's place, as an edit
            tells nobody: they are a new message, and the placeholder goes; None: never.
    """

    hold_s: float = 0.0
    placeholder_s: float | None = None
    anew_s: float | None = None


LIVE = Growth()


@dataclass(frozen=True, slots=True)
class Capabilities:
    """What can be done in a room; by default what every platform can do.

    Args:
        lengths: the most characters of a reply's first message, its second and so on; the last
            holds for every message after it, and for what is no reply.
        can_grow: a reply may be streamed by edits; else it is sent whole.
        follows_threads: who addressed the bot in a thread may go on there without its name.
        serves_guests: people may use the bot where it is no member.
        renders_moments: a moment in `layout.markup` is shown to each reader in their own time.
        has_servers: a shared space has many rooms, and what holds in one holds in all of them.
        has_roles: what people may be is told by roles that have names.
        has_powers: how much they may do is told by a number.
        has_lists: the values of one thing stand in one list, which marks the one that holds.
        has_pickers: rooms and roles are picked from the platform's own lists.
        answers_apart: what one person alone may read of a shared room stands in another room.
        takes_marks: the bot may put an emoji on a message there.
        growth: how a reply appears while it is written.
        largest_file: the most bytes of all files that are sent with a message; 0: none can be.
    """

    lengths: tuple[int, ...] = (2000,)
    can_grow: bool = True
    follows_threads: bool = False
    serves_guests: bool = False
    renders_moments: bool = False
    has_servers: bool = False
    has_roles: bool = False
    has_powers: bool = False
    has_lists: bool = False
    has_pickers: bool = False
    answers_apart: bool = False
    takes_marks: bool = True
    growth: Growth = LIVE
    largest_file: int = 0

    @property
    def longest(self) -> int:
        """The most characters of a message that is no reply."""
        return self.lengths[-1]


EVERYWHERE = Capabilities()  # what every platform can do
