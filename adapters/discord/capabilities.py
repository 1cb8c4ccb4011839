"""What Discord can do: servers have threads, and an app can be used where it is no member."""

from adapters.discord import ids
from bot.capabilities import Capabilities
from bot.ids import RoomId

LARGEST = 8 * 1024 * 1024  # bytes: Discord takes ten in all


def capabilities(room: RoomId) -> Capabilities:
    """Gives what the bot can do in a room, except for how long a message may be."""
    is_of_a_server = not (ids.is_direct(room) or ids.is_aside(room))
    return Capabilities(
        follows_threads=is_of_a_server,
        serves_guests=True,
        renders_moments=True,
        has_servers=True,
        largest_file=LARGEST,
        has_lists=True,
        has_pickers=is_of_a_server,
        takes_marks=not ids.is_aside(room),
    )
