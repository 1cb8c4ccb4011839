"""Episodes under a key of their own, and what is remembered of a talk without its words."""

from dataclasses import replace
from datetime import timedelta
from functools import partial

from bot.actions.state import HoldEpisode
from bot.crisis.signs import What
from bot.crisis.tiers import Stated, Tier, stated
from bot.engine.episodes import LASTS, Episodes, end
from bot.engine.pseudonyms import Pseudonyms
from bot.engine.recent_risk import RecentRisk
from bot.events import MessageDeleted, MessageEdited
from bot.ids import EventId, MessageId, PersonId, RoomId
from bot.ports import Unit
from bot.records import HOUSE, CountRow, EpisodeRow
from tests.fakes import FakeStore, FakeVault
from tests.scene import ADA, AT, DIRECT, SHARED, says

EVE = PersonId("test:eve")
NEXT = replace(says("and"), message=MessageId("m2"))


async def test_an_episode_begins_goes_on_and_is_the_persons_alone() -> None:
    vault = FakeVault()
    store, names = FakeStore(vault), Pseudonyms(vault)

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

    await store.deciding(names.person(ADA), work)
    (row,) = await store.sweep(EpisodeRow)
    assert row.owner != names.person(ADA)


async def test_with_the_last_that_is_over_its_key_is_destroyed() -> None:
    vault = FakeVault()
    store, names = FakeStore(vault), Pseudonyms(vault)

    async def work(unit: Unit) -> None:
        await Episodes(unit, names).hold(ADA, AT, HoldEpisode(int(Tier.ACUTE)))
        lounge = Episodes(unit, names, RoomId("lounge"))
        await lounge.hold(ADA, AT + timedelta(hours=1), HoldEpisode(int(Tier.ACUTE)))

    owner = names.episode(ADA)
    await store.deciding(names.person(ADA), work)
    await store.deciding(owner, partial(end, owner=owner, at=AT + LASTS))
    assert [row.key for row in await store.sweep(EpisodeRow)] == [names.room(RoomId("lounge"))]
    await store.deciding(owner, partial(end, owner=owner, at=AT + LASTS + timedelta(hours=1)))
    assert await vault.existing_key(owner) is None


def test_signs_of_one_room_are_not_read_in_another() -> None:
    lately = RecentRisk(timedelta(minutes=30))
    first = says("I let everyone down")
    lately.note(first, stated(first.text))
    assert lately.before(replace(NEXT, where=SHARED)) == ()


def test_signs_are_remembered_for_as_long_as_a_talk_and_no_words() -> None:
    lately = RecentRisk(timedelta(minutes=30))
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
