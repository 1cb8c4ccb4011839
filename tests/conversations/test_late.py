"""What came while it was down for long: one line; a life at risk is answered."""

from bot.events import MessageSeen
from bot.ids import EventId, MessageId
from bot.strings import ENGLISH
from tests.play import Play


async def late(p: Play, *messages: str) -> str:
    """Hands these over as a platform does that was away, and gives what was said to them."""
    before = len(p.shown)
    for place, text in enumerate(messages):
        new = EventId(f"late:{before}:{place}"), MessageId(f"late{before}{place}")
        seat, at = p.session.console.seat, p.clock.now()
        event = MessageSeen(new[0], at, seat.person, seat.where, new[1], text, is_late=True)
        await p.companion.handle(event)
        await p.companion.settled()
    return "\n".join(one["text"] for one in p.shown[before:])


async def test_all_that_is_late_gets_one_line(p: Play) -> None:
    async with p.running():
        assert (await late(p, "are you there", "hello", "hm")).count(
            ENGLISH.failures.came_late
        ) == 1


async def test_a_life_at_risk_outranks_age(p: Play) -> None:
    async with p.running():
        assert ENGLISH.crisis.first in await late(p, "I want to kill myself")
