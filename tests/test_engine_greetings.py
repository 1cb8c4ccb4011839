"""A shared room is greeted once a day, as far as this process remembers."""

from dataclasses import replace
from datetime import timedelta

from bot.decide import Decision
from bot.engine.greetings import RoomGreetings
from tests.scene import DIRECT, SHARED, commands, says

GREETS = Decision(greets=True)
HOUR = timedelta(hours=1)


def test_a_room_has_been_greeted_for_a_day() -> None:
    rooms, hello = RoomGreetings(), says("hello", SHARED)
    rooms.note(hello, Decision())
    assert not rooms.has(hello)
    rooms.note(hello, GREETS)
    assert rooms.has(replace(hello, at=hello.at + 23 * HOUR))
    assert not rooms.has(replace(hello, at=hello.at + 24 * HOUR))


def test_what_one_person_reads_alone_greets_no_room() -> None:
    rooms = RoomGreetings()
    for event in (says("hello", DIRECT), commands("status", SHARED)):
        rooms.note(event, GREETS)
        assert not rooms.has(event)
    assert not rooms.has(says("hello", SHARED))
    rooms.note(says("hello", SHARED), GREETS)
    assert not rooms.has(commands("status", SHARED))
