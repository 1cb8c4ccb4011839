"""What is read back of the time between an invitation and the joining."""

from types import SimpleNamespace
from typing import Any

import pytest

from adapters.matrix.addressed import Me
from adapters.matrix.before import MOST, Before
from adapters.matrix.inbox import Incoming

JSON = dict[str, Any]
ME = Me("@attune:example.org", ["Attune"])
ADA, EVE = "@ada:example.org", "@eve:example.org"
ROOM = "!r"


def own(membership: str) -> JSON:
    member = {"type": "m.room.member", "state_key": ME.user, "content": {"membership": membership}}
    return {**member, "sender": ADA, "event_id": f"${membership}"}


def said(event: str, text: str, by: str = ADA) -> JSON:
    content = {"msgtype": "m.text", "body": text}
    return {"type": "m.room.message", "sender": by, "event_id": event, "content": content}


def sealed(event: str) -> JSON:
    return {"type": "m.room.encrypted", "sender": ADA, "event_id": event, "content": {}}


async def kept(*oldest_first: JSON, by: str | None = None, is_direct: bool) -> list[str]:
    """Gives the ids of what is kept, oldest first."""
    found: list[Incoming] = []

    async def page(_room: str, _start: str | None) -> JSON:
        return {"chunk": list(reversed(oldest_first))}

    async def add(incoming: tuple[Incoming, ...]) -> None:
        found.extend(incoming)

    home = SimpleNamespace(me=ME.user, page=page, clear=lambda _room, source: source)
    rooms = SimpleNamespace(is_direct=lambda _room: is_direct)
    before = Before(home, SimpleNamespace(add=add), rooms, ME)  # type: ignore[arg-type]
    await before.keep_said(ROOM, by)
    return [one.event for one in found]


async def test_only_what_came_between_the_invitation_and_the_joining_is_kept() -> None:
    told = (said("$1", "x"), own("invite"), said("$2", "y"), sealed("$3"), own("join"))
    assert await kept(*told, said("$4", "z"), by=ADA, is_direct=True) == ["$2", "$3"]


async def test_of_a_direct_room_only_the_words_of_who_asked_it_are_kept() -> None:
    told = (own("invite"), said("$1", "x"), said("$2", "y", EVE), own("join"))
    assert await kept(*told, by=ADA, is_direct=True) == ["$1"]


async def test_of_a_shared_room_only_what_names_it_and_can_be_read_is_kept() -> None:
    chat = (said("$1", "lunch?"), said("$2", "attune your guitar"), sealed("$3"))
    named = (said("$4", "Attune: hello"), said("$5", "@attune hello", EVE))
    assert await kept(own("invite"), *chat, *named, own("join"), is_direct=False) == ["$4", "$5"]


@pytest.mark.parametrize("more", [0, 30])
async def test_no_more_than_the_last_few_are_kept(more: int) -> None:
    told = [said(f"${number}", "x") for number in range(more)]
    found = await kept(own("invite"), *told, own("join"), by=ADA, is_direct=True)
    assert found == [f"${number}" for number in range(more)][-MOST:]
