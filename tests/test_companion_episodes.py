"""Episodes under a day's key, and what is remembered of a talk without its words."""

from dataclasses import replace
from datetime import timedelta

from bot.actions import HoldEpisode
from bot.companion.episodes import LASTS, Episodes
from bot.companion.lately import Lately
from bot.companion.names import Names
from bot.crisis.signs import What
from bot.crisis.tiers import Stated, Tier, stated
from bot.events import MessageDeleted, MessageEdited
from bot.ids import EventId, MessageId, PersonId, RoomId
from bot.ports import Unit
from bot.rows import HOUSE, CountRow, EpisodeKeyRow, EpisodeRow
from tests.fakes import FakeStore, FakeVault
from tests.scene import ADA, AT, DIRECT, SHARED, says

EVE = PersonId("test:eve")
NEXT = replace(says("and"), message=MessageId("m2"))


async def test_an_episode_begins_goes_on_and_is_the_persons_alone() -> None:
    vault = FakeVault()
    store, names = FakeStore(vault), Names(vault)

    async def work(unit: Unit) -> None:
        episodes = Episodes(unit, names)
        await episodes.hold(ADA, AT, HoldEpisode(0))
        assert await unit.find(CountRow, HOUSE) == ()
        await episodes.hold(ADA, AT, HoldEpisode(int(Tier.ELEVATED), is_referred=True))
        later = AT + timedelta(hours=20)
        await episodes.hold(ADA, later, HoldEpisode(0, is_declined=True, from_reserve=True))
        kept = await episodes.of(ADA, later)
        assert kept is not None
        assert (kept.started_at, kept.at, kept.turns) == (AT, later, 1)
        assert (kept.referred, kept.declined) == (3, 3)
        assert await episodes.of(EVE, later) is None
        assert await episodes.of(ADA, later + LASTS) is None
        (key,) = await unit.find(EpisodeKeyRow, HOUSE)
        assert key.at == later
        assert key.body not in repr(key)

    await store.deciding(names.person(ADA), work)
    (row,) = await store.sweep(EpisodeRow)
    assert row.owner != names.person(ADA)


async def test_the_row_of_one_day_says_nothing_once_the_key_of_that_day_is_gone() -> None:
    vault = FakeVault()
    store, names = FakeStore(vault), Names(vault)

    async def work(unit: Unit) -> None:
        episodes = Episodes(unit, names)
        await episodes.hold(ADA, AT, HoldEpisode(int(Tier.ACUTE)))
        await unit.drop(EpisodeKeyRow, HOUSE)
        assert await episodes.of(ADA, AT) is None

    await store.deciding(names.person(ADA), work)


async def test_a_shared_room_knows_its_own_and_alone_a_person_is_met_in_the_light_of_all() -> None:
    vault = FakeVault()
    store, names = FakeStore(vault), Names(vault)
    risk = HoldEpisode(int(Tier.ACUTE), is_referred=True, from_reserve=True)

    async def work(unit: Unit) -> None:
        lounge, kitchen = (Episodes(unit, names, RoomId(name)) for name in ("lounge", "kitchen"))
        alone = Episodes(unit, names)
        await lounge.hold(ADA, AT, risk)
        assert await kitchen.of(ADA, AT) is None
        met, there = await alone.of(ADA, AT), await lounge.of(ADA, AT)
        assert met is not None
        assert there is not None
        assert (met.referred, there.referred, met.turns) == (0, int(Tier.ACUTE), 1)
        await alone.hold(ADA, AT, HoldEpisode(0, from_reserve=True))
        there = await lounge.of(ADA, AT)
        assert there is not None
        assert there.turns == 2  # one reserve for all rooms
        assert await kitchen.of(ADA, AT) is None

    await store.deciding(names.person(ADA), work)
    rows = await store.sweep(EpisodeRow)
    assert not any(names.room(RoomId("lounge")) in repr(row) for row in rows)


async def test_what_began_alone_is_known_in_no_shared_room() -> None:
    vault = FakeVault()
    store, names = FakeStore(vault), Names(vault)

    async def work(unit: Unit) -> None:
        await Episodes(unit, names).hold(ADA, AT, HoldEpisode(int(Tier.ACUTE)))
        shared = Episodes(unit, names, RoomId("lounge"))
        assert await shared.of(ADA, AT) is None
        await shared.hold(ADA, AT, HoldEpisode(0, from_reserve=True))
        assert await shared.of(ADA, AT) is None

    await store.deciding(names.person(ADA), work)


def test_signs_of_one_room_are_not_read_in_another() -> None:
    lately = Lately(timedelta(minutes=30))
    first = says("I let everyone down")
    lately.note(first, stated(first.text))
    assert lately.before(replace(NEXT, where=SHARED)) == ()


def test_signs_are_remembered_for_as_long_as_a_talk_and_no_words() -> None:
    lately = Lately(timedelta(minutes=30))
    first = says("I let everyone down")
    lately.note(first, stated(first.text))
    (kept,) = lately.before(NEXT)
    assert kept.faint == {What.BURDENSOME}
    assert "everyone" not in repr(lately)
    edited = MessageEdited(EventId("e2"), AT, ADA, DIRECT, MessageId("m1"), "I let the dog out")
    assert lately.before(edited) == ()
    lately.note(edited, stated(edited.text))
    assert [one.faint for one in lately.before(NEXT)] == [frozenset()]
    lately.note(MessageDeleted(EventId("e3"), AT, ADA, DIRECT, MessageId("m1")), Stated())
    assert lately.before(NEXT) == ()
