"""What a reply used, in the store: loaded with who asks why, kept out of a room, dropped."""

from dataclasses import replace

from bot.actions.of_edits import CorrectHeld, ForgetHeld
from bot.choices import Choice, DropUsed
from bot.choices.of_recall import OfWhatWasUsed, ShowUsed
from bot.decide import Decision
from bot.engine.apply import Applying, apply
from bot.engine.codec import ReplyBody, dump, dump_post
from bot.engine.load import Gathering, load
from bot.engine.load.used import with_used
from bot.ids import MessageId
from bot.ports import Unit
from bot.reading import read
from bot.recall.used import dump as dump_used
from bot.records import MemoryRow, PostRow, ReplyRow
from bot.snapshot import CommandSnapshot, Snapshot, TapSnapshot
from tests.scene import AT, DIRECT, HOUSE, commands, says, taps
from tests.test_engine_parts import SCOPE, Stand


async def ready() -> Stand:
    """Gives a stand on which a reply used two rows, of which one is dropped since."""
    at = Stand()
    here = MemoryRow(at.owner, "m", AT, body="my sister is called Nel")
    body = dump(ReplyBody(DIRECT.room, SCOPE, MessageId("m1"), (MessageId("m2"),)))
    used = dump_used((here, replace(here, key="gone")))
    room, message = at.names.room(DIRECT.room), at.names.message(DIRECT.room, MessageId("m2"))
    card = dump_post((Choice("it", DropUsed("r", "m")),), SCOPE, is_direct=True)
    await at.put(
        here,
        ReplyRow(at.owner, "r", room=room, at=AT, used=used, body=body),
        PostRow(at.owner, message, "card", "", AT, card),
    )
    return at


async def loaded(at: Stand, words: str) -> Snapshot:
    event = taps(words) if words == "it" else commands(words)

    async def work(unit: Unit) -> Snapshot:
        return await load(Gathering(unit, at.names, HOUSE, read(event)), event)

    return await at.store.deciding(at.owner, work)


async def test_who_asks_why_and_who_taps_below_it_get_what_still_stands() -> None:
    at = await ready()
    for words in ("why", "it"):
        snapshot = await loaded(at, words)
        assert isinstance(snapshot, CommandSnapshot | TapSnapshot)
        assert snapshot.reply is not None
        assert [one.key for one in snapshot.reply.used] == ["m"]
    facts = Gathering(Unit, at.names, HOUSE)  # type: ignore[arg-type]
    assert await with_used(facts, None) is None
    other = await loaded(at, "repair")
    assert isinstance(other, CommandSnapshot)
    assert other.reply is not None
    assert other.reply.used == ()


async def test_a_row_is_kept_as_it_is_now_and_dropped_in_its_own_scope() -> None:
    at = await ready()

    async def done(action: CorrectHeld | ForgetHeld) -> None:
        async def work(unit: Unit) -> None:
            await apply(Applying(unit, at.names, says("hi"), Snapshot(HOUSE)), Decision((action,)))

        await at.store.deciding(at.owner, work)

    (row,) = await at.store.sweep(MemoryRow)
    await done(CorrectHeld(replace(row, not_in="room")))
    (row,) = await at.store.sweep(MemoryRow)
    assert row.not_in == "room"
    await done(ForgetHeld(row))
    assert await at.store.sweep(MemoryRow) == ()
    assert isinstance(ShowUsed("r"), OfWhatWasUsed)
