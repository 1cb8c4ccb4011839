"""Lines of a crisis in shared rooms: they stand while the episode lasts, and then they go."""

from datetime import timedelta

from bot.actions.platform import Delete
from bot.actions.state import HoldEpisode
from bot.crisis.tiers import Tier
from bot.engine.codec import Sending, load_sending
from bot.engine.episodes import LASTS, Episodes
from bot.engine.passing import Passing
from bot.engine.pseudonyms import Pseudonyms
from bot.ids import MessageId, Scope
from bot.ports import Unit
from bot.records import DueRow, EndLine, NoteRow, key_of
from tests.fakes import FakeStore, FakeVault
from tests.scene import ADA, AT, SHARED

SCOPE = Scope(SHARED.space, ADA)
LINE, ID = Sending(SHARED.room, SCOPE, is_direct=False), MessageId("r1")
GONE = Sending(SHARED.room, SCOPE, is_direct=False, action=Delete(ID))


async def test_a_line_goes_a_day_after_the_last_word_of_the_episode_and_no_earlier() -> None:
    vault = FakeVault()
    store, names = FakeStore(vault), Pseudonyms(vault)
    owner = names.scope(SCOPE)

    async def work(unit: Unit) -> None:
        passing, episodes = Passing(unit, names), Episodes(unit, names, SHARED.room)
        await episodes.hold(ADA, AT, HoldEpisode(int(Tier.ACUTE)))
        await passing.keep(LINE, ID, AT)
        (due,) = await unit.find(DueRow, owner)
        assert due.at == AT + LASTS
        last = AT + timedelta(hours=20)
        await episodes.hold(ADA, last, HoldEpisode(0))
        found = await passing.where(due)
        assert found == GONE
        assert await passing.end(due, found, AT + LASTS) is None
        (due,) = await unit.find(DueRow, owner)
        assert due.at == last + LASTS
        sent = await passing.end(due, found, last + LASTS)
        assert sent is not None
        assert load_sending(sent.body) == GONE
        assert await unit.find(DueRow, owner) == ()
        assert await unit.find(NoteRow, owner) == ()

    await store.deciding(names.person(ADA), work)


async def test_what_stands_is_known_to_an_erase_and_where_it_stands_is_sealed() -> None:
    vault = FakeVault()
    store, names = FakeStore(vault), Pseudonyms(vault)

    async def work(unit: Unit) -> None:
        passing = Passing(unit, names)
        await unit.put(NoteRow(names.scope(SCOPE), "noticed", AT))
        await passing.keep(LINE, ID, AT)
        assert await passing.standing(names.scope(SCOPE)) == (GONE,)
        unknown = DueRow(names.scope(SCOPE), key_of(EndLine("x")), AT)
        assert await passing.where(unknown) is None

    await store.deciding(names.person(ADA), work)
    assert not any(ID in repr(row) for row in await store.sweep(NoteRow))
