"""Lines of a crisis in a shared room that cannot be taken away: tried again, and never hidden."""

import pytest
import structlog

from bot.engine.episodes import LASTS
from bot.errors import MessageFixed, NotAllowed, PlatformError, RoomGone
from bot.ids import MessageId
from bot.records import OutboxRow
from bot.strings import ENGLISH
from tests.play import Play

DANGER = "@attune I want to kill myself"
STAYS = "a message stays: it cannot be taken away there"


class Refusing:
    """Refuses to take anything away, and counts how often it was asked."""

    def __init__(self, p: Play, failure: PlatformError) -> None:
        self.console, self.failure, self.asked = p.session.console, failure, 0
        self.delete = self.console.delete
        self.console.delete = self  # type: ignore[method-assign,assignment]

    async def __call__(self, *_given: object) -> None:
        self.asked += 1
        raise self.failure

    def let(self) -> None:
        self.console.delete = self.delete  # type: ignore[method-assign]


async def in_a_shared_room(p: Play) -> MessageId:
    """Gives the line that the bot wrote there."""
    await p.type("hello", "/room lobby", "@attune hello", DANGER)
    return MessageId(next(str(one["id"]) for one in p.shown if one["text"] == ENGLISH.crisis.quiet))


async def passed(p: Play) -> None:
    p.clock.at += LASTS
    await p.companion.run_due()
    await p.companion.settled()


async def again(p: Play) -> None:
    await p.companion.again()
    await p.companion.settled()


def is_gone(p: Play, line: MessageId) -> bool:
    found = p.session.console.transcript.get(line)
    return found is not None and found.deleted


async def test_what_failed_is_tried_again_while_it_runs_and_less_and_less_often(p: Play) -> None:
    line = await in_a_shared_room(p)
    refusing = Refusing(p, PlatformError("not now"))
    await passed(p)
    for _ in range(15):
        await again(p)
    assert refusing.asked == 5  # at once, and after 1, 2, 4 and 8 rounds
    refusing.let()
    for _ in range(16):
        await again(p)
    assert is_gone(p, line)
    assert await p.store.sweep(OutboxRow) == ()
    assert ENGLISH.rooms.stays not in p.words


@pytest.mark.parametrize("failure", [NotAllowed("no"), RoomGone("gone")])
async def test_without_the_power_it_stays_and_its_person_reads_that_alone_once(
    p: Play, failure: PlatformError
) -> None:
    await in_a_shared_room(p)
    refusing = Refusing(p, failure)
    with structlog.testing.capture_logs() as logs:
        await passed(p)
        for _ in range(3):
            await again(p)
    assert refusing.asked == 1
    assert [one["event"] for one in logs].count(STAYS) == 1
    assert await p.store.sweep(OutboxRow) == ()
    assert ENGLISH.rooms.stays not in p.words
    said = [
        ENGLISH.rooms.stays in "\n".join(await p.type(line)) for line in ("/room dm", "hi", "hi")
    ]
    assert said == [False, True, False]


async def test_who_takes_it_away_is_told_at_once_that_it_stays(p: Play) -> None:
    line = await in_a_shared_room(p)
    Refusing(p, NotAllowed("no"))
    await p.type(f"/choose 2 {line}")
    (told,) = [one for one in p.shown if one["text"] == ENGLISH.rooms.stays]
    assert told["to"] == "you"
    assert ENGLISH.rooms.stays not in "\n".join(await p.type("/room dm", "hi"))


async def test_what_somebody_else_took_away_is_told_nobody(p: Play) -> None:
    await in_a_shared_room(p)
    refusing = Refusing(p, MessageFixed("gone"))
    await passed(p)
    await again(p)
    assert refusing.asked == 1
    assert ENGLISH.rooms.stays not in "\n".join(await p.type("/room dm", "hi", "/attune status"))
