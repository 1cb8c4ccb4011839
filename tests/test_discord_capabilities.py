"""What Discord says that it can do, room by room."""

from adapters.discord import ids
from adapters.discord.capabilities import capabilities
from bot.capabilities import EVERYWHERE, Capabilities

CHANNEL, DIRECT = ids.room("5"), ids.room("5", is_direct=True)
ASIDE = ids.aside("7", "8")


def test_threads_are_followed_in_a_server_only() -> None:
    rooms = (CHANNEL, DIRECT, ASIDE)
    assert [capabilities(room).follows_threads for room in rooms] == [True, False, False]


def test_guests_are_served_in_every_room() -> None:
    assert all(capabilities(room).serves_guests for room in (CHANNEL, DIRECT, ASIDE))


def test_values_stand_in_lists_in_every_room() -> None:
    assert all(capabilities(room).has_lists for room in (CHANNEL, DIRECT, ASIDE))


def test_what_every_platform_can_do_is_neither() -> None:
    assert Capabilities((2000,), True, False, False) == EVERYWHERE
