"""What was observed is read in private alone, and whom they listed only where it is due."""

from dataclasses import replace
from datetime import timedelta

from bot.engine.load import Gathering, load
from bot.engine.load.observed import of_message
from bot.engine.pseudonyms import Pseudonyms
from bot.ids import Scope, Where
from bot.levels import Level
from bot.markers import Marker, Observation, kept, told
from bot.markers.told import Told
from bot.people import Listed, dump
from bot.ports import Unit
from bot.records import MarkersRow, ObservationRow, PeopleRow, Row, ScopeRow
from bot.snapshot import MessageSnapshot, Observed
from tests.fakes import FakeStore, FakeVault
from tests.scene import ADA, AT, DIRECT, HOUSE, SHARED, known, says

DAY = AT.date()
NEL = Listed(1, "Nel")
DAYS = tuple(DAY - timedelta(days=ago) for ago in (12, 9, 6, 3, 1))


async def seen(
    marker: Marker,
    where: Where = DIRECT,
    level: Level = Level.ATTUNED,
    said: Told | None = None,
    *,
    words: str = "hello",
) -> Observed:
    """Gives what a message reads of a marker that lasts, and of what was said of it."""
    vault = FakeVault()
    store, names = FakeStore(vault), Pseudonyms(vault)
    scope, person = names.scope(Scope(where.space, ADA)), names.person(ADA)
    each = [(day, Observation(marker, day, 1.0, "only_you")) for day in DAYS]
    noted = [
        ObservationRow(scope, str(day), at=AT - (DAY - day), body=kept.dump((one,)))
        for day, one in each
    ]
    rows: list[Row] = [replace(known(level).scope, owner=scope), *noted]
    rows.append(PeopleRow(person, body=dump((NEL,))))
    rows += [MarkersRow(scope, body=told.dump({marker: said}))] if said is not None else []

    async def work(unit: Unit) -> Observed:
        for row in rows:
            await unit.put(row)
        snapshot = await load(Gathering(unit, names, HOUSE), says(words, where))
        assert isinstance(snapshot, MessageSnapshot)
        assert isinstance(snapshot.scope, ScopeRow)
        return snapshot.observed

    return await store.deciding(person, work)


async def test_in_private_at_its_level_all_that_was_observed_is_read_and_what_was_said() -> None:
    said = Told(since=DAY)
    found = await seen(Marker.EXCLUSIVITY, said=said)
    assert [one.day for one in found.each] == sorted(DAYS)
    assert found.told == {Marker.EXCLUSIVITY: said}
    assert found.people == ()
    assert of_message.__module__ == "bot.engine.load.observed"


async def test_where_others_read_and_below_its_level_nothing_is_read() -> None:
    assert await seen(Marker.EXCLUSIVITY, SHARED) == Observed()
    assert await seen(Marker.EXCLUSIVITY, level=Level.WARM) == Observed()


async def test_whom_they_listed_is_read_where_one_may_be_asked_after_and_nowhere_else() -> None:
    withdrawal = Marker.WITHDRAWAL
    assert (await seen(withdrawal)).people == (NEL,)
    assert (await seen(withdrawal, said=Told(asked=DAY))).people == ()
    assert (await seen(withdrawal, said=Told(asked=DAY, fine=DAY))).people == ()
    assert (await seen(withdrawal, said=Told(stopped=DAY))).people == ()


async def test_where_a_message_tells_of_a_death_of_one_of_them_none_is_there_to_ask_after() -> None:
    assert (await seen(Marker.WITHDRAWAL, words="Nel died")).people == ()
    assert (await seen(Marker.WITHDRAWAL, words="Nel rang")).people == (NEL,)
