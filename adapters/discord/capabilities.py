"""What Discord can do: servers have threads, and an app can be used where it is no member."""

from dataclasses import replace

from adapters.discord import ids
from bot.capabilities import Capabilities
from bot.ids import RoomId

LARGEST = 8 * 1024 * 1024  # bytes: Discord takes ten in all
SERVER = Capabilities(
    follows_threads=True,
    serves_guests=True,
    renders_moments=True,
    has_servers=True,
    has_roles=True,
    largest_file=LARGEST,
    has_lists=True,
    has_pickers=True,
)
APART = replace(SERVER, follows_threads=False, has_pickers=False)
ASIDE = replace(APART, takes_marks=False)


def capabilities(room: RoomId) -> Capabilities:
    """Gives what the bot can do in a room, except for how long a message may be."""
    if ids.is_aside(room):
        return ASIDE
    return APART if ids.is_direct(room) else SERVER
