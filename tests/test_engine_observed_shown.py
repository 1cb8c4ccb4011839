"""What was observed in a scope is loaded where it is shown, and nowhere else."""

from collections.abc import Awaitable, Callable
from dataclasses import replace

import pytest

from bot.choices import Choice, KeepAll, RepairAs, ShowNoticed
from bot.engine.load import Gathering
from bot.engine.load.by_event import of_reaction
from bot.engine.load.commands import of_command
from bot.engine.load.observed import of_repair, of_scope, of_tap
from bot.events import CommandGiven
from bot.levels import Level
from bot.markers import Marker, Observation, kept, told
from bot.markers.told import Told
from bot.records import MarkersRow, ObservationRow
from bot.rupture import Rupture
from bot.snapshot import Observed, Post, Snapshot
from tests.scene import AT, SHARED, commands, known, post, reacts, taps
from tests.test_engine_load import SCOPE, Stand

SEEN = (Observation(Marker.EXCLUSIVITY, AT.date(), 0.9, "only_you"),)
HEARD = {Marker.EXCLUSIVITY: Told(disputes=2)}
ALL = Observed(SEEN, HEARD)
TAP = taps("x")
ATTUNED = known(Level.ATTUNED).as_kind(Snapshot)


@pytest.fixture
def at() -> Stand:
    return Stand()


async def read(at: Stand, reads: Callable[[Gathering], Awaitable[Observed]]) -> Observed:
    """Gives what is read where something was observed, and answered by its person."""
    rows = (
        ObservationRow(at.owner, "m", at=AT, body=kept.dump(SEEN)),
        MarkersRow(at.owner, body=told.dump(HEARD)),
    )

    async def by(facts: Gathering, _event: CommandGiven) -> Observed:
        return await reads(facts)

    return await at.by(by, commands("noticed"), *rows)


async def test_it_is_loaded_with_what_its_person_heard_of_it_and_said(at: Stand) -> None:
    assert await read(at, lambda facts: of_scope(facts, SCOPE)) == ALL


@pytest.mark.parametrize(
    ("card", "seen"),
    [
        (post(Choice("x", ShowNoticed())), ALL),
        (post(Choice("x", KeepAll())), Observed()),
        (post(Choice("x", RepairAs(Rupture.COLD))), ALL),
        (post(Choice("y", RepairAs(Rupture.COLD))), Observed()),
        (None, Observed()),
    ],
)
async def test_a_tap_reads_it_only_below_what_was_noticed_and_where_a_reply_is_written_again(
    at: Stand, card: Post | None, seen: Observed
) -> None:
    assert await read(at, lambda facts: of_tap(facts, TAP, card, ATTUNED)) == seen


@pytest.mark.parametrize(
    ("event", "seen"),
    [
        (commands("noticed"), ALL),
        (commands("status"), Observed()),
        (commands("noticed", SHARED), Observed()),
    ],
)
async def test_a_command_reads_it_only_where_it_shows_it(
    at: Stand, event: CommandGiven, seen: Observed
) -> None:
    async def observed(facts: Gathering) -> Observed:
        return (await of_command(facts, event)).observed

    assert await read(at, observed) == seen


@pytest.mark.parametrize(
    ("level", "seen"), [(Level.ATTUNED, ALL), (Level.ONGOING, ALL), (Level.WARM, Observed())]
)
async def test_a_reply_that_is_written_again_reads_it_where_it_may_change_replies(
    at: Stand, level: Level, seen: Observed
) -> None:
    scope, there = known(level).scope, known(level, direct=False).as_kind(Snapshot)

    async def observed(facts: Gathering) -> Observed:
        await facts.unit.put(replace(scope, owner=at.owner))
        in_shared = await of_repair(facts, reacts(), SCOPE, there)
        assert in_shared == Observed()
        by_command = (await of_command(facts, commands("repair"))).observed
        assert (await of_reaction(facts, reacts())).observed == Observed()
        for row in at.reply("r", "m2"):
            await facts.unit.put(row)
        assert (await of_reaction(facts, reacts())).observed == by_command
        return by_command

    assert await read(at, observed) == seen
