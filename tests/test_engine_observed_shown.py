"""What was observed in a scope is loaded where it is shown, and nowhere else."""

from collections.abc import Awaitable, Callable

import pytest

from bot.choices import Choice, KeepAll, ShowNoticed
from bot.engine.load import Gathering
from bot.engine.load.commands import of_command
from bot.engine.load.observed import of_scope, of_tap
from bot.events import CommandGiven
from bot.markers import Marker, Observation, kept, told
from bot.markers.told import Told
from bot.records import MarkersRow, ObservationRow
from bot.snapshot import Observed, Post
from tests.scene import AT, SHARED, commands, post, taps
from tests.test_engine_load import SCOPE, Stand

SEEN = (Observation(Marker.EXCLUSIVITY, AT.date(), 0.9, "only_you"),)
HEARD = {Marker.EXCLUSIVITY: Told(disputes=2)}
ALL = Observed(SEEN, HEARD)
TAP = taps("x")


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
        (None, Observed()),
    ],
)
async def test_a_tap_reads_it_only_below_what_was_noticed(
    at: Stand, card: Post | None, seen: Observed
) -> None:
    assert await read(at, lambda facts: of_tap(facts, TAP, card)) == seen


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
