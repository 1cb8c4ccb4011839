"""What is observed of a message: where it may be, which of it, and how it is kept and dropped."""

from dataclasses import replace
from datetime import timedelta

from bot.actions.observing import DropObserved, KeepTold, Observe
from bot.choices import of_noticed
from bot.decide.observing import observed
from bot.engine.apply import observing
from bot.engine.apply.table import APPLIES
from bot.levels import Level
from bot.markers import Marker, Observation, kept, told
from bot.markers.shares import Shares
from bot.markers.told import Told
from bot.reading import Reading
from bot.records import EpisodeRow, MarkersRow, ObservationRow, Owner, Row
from bot.records.observed import FADED
from tests.scene import AT, Known, known, on, says
from tests.test_engine_apply import Stand

DAY = AT.date()
SAID = says("you are the only one who gets me")
MARKED = Reading(
    marked=Shares(exclusivity=0.9, functioning=0.7),
    reasons={Marker.EXCLUSIVITY: "only_you", Marker.FUNCTIONING: "sleep"},
)
ONE = Observation(Marker.EXCLUSIVITY, DAY, 0.9, "only_you")
OTHER = Observation(Marker.FUNCTIONING, DAY, 0.7, "sleep")


def heard(level: Level = Level.ATTUNED, *, direct: bool = True) -> Known:
    return replace(known(level, direct=direct), reading=MARKED)


def test_in_a_direct_message_at_attuned_what_a_yes_covers_is_observed() -> None:
    assert on(observed)(SAID, heard()) == (Observe((ONE,)),)


def test_what_was_ticked_is_observed_too() -> None:
    ticked = heard()
    ticked = replace(ticked, scope=replace(ticked.scope, functioning=True))
    assert on(observed)(SAID, ticked) == (Observe((ONE, OTHER)),)


def test_nothing_is_observed_that_the_yes_did_not_cover_also_at_its_level() -> None:
    uncovered = heard()
    scope = replace(uncovered.scope, notices=False, functioning=True)
    assert on(observed)(SAID, replace(uncovered, scope=scope)) == ()


def test_nothing_is_observed_in_a_shared_room_or_below_attuned_or_while_a_life_is_at_risk() -> None:
    at_risk = replace(heard(), episode=EpisodeRow(Owner("p")))
    for state in (heard(direct=False), heard(Level.WARM), at_risk):
        assert on(observed)(SAID, state) == ()


def test_anothers_words_are_not_observed() -> None:
    assert on(observed)(replace(SAID, others="she said so"), heard()) == ()


async def test_an_observation_is_kept_under_its_message_by_its_day_alone() -> None:
    at = Stand()
    await at.applied(Observe((ONE, OTHER)))
    row = await at.one(ObservationRow)
    assert row.key == at.names.message(SAID.where.room, SAID.message)
    assert row.at == AT.replace(hour=0)
    assert kept.load(row.body, DAY) == (ONE, OTHER)


async def test_of_a_marker_and_day_the_strongest_stay_and_of_a_scope_the_newest_messages() -> None:
    at, weak = Stand(), replace(ONE, strength=0.6)
    same_day = tuple(
        ObservationRow(at.owner, str(one), at=AT, body=kept.dump((weak, OTHER) if one else (weak,)))
        for one in range(kept.MOST_A_DAY)
    )
    await at.applied(Observe((ONE,)), rows=same_day)
    each = [kept.load(row.body, DAY) for row in await at.store.sweep(ObservationRow)]
    strengths = [one.strength for seen in each for one in seen if one.marker is ONE.marker]
    assert sorted(strengths, reverse=True) == [0.9, *[0.6] * (kept.MOST_A_DAY - 1)]
    assert sum(OTHER in seen for seen in each) == kept.MOST_A_DAY - 1

    long_ago = tuple(
        ObservationRow(
            at.owner,
            f"{ago}",
            at=AT - timedelta(days=ago),
            body=kept.dump((replace(ONE, day=DAY - timedelta(days=ago)),)),
        )
        for ago in range(1, kept.MOST + 9)
    )
    at = Stand()
    await at.applied(Observe((ONE,)), rows=tuple(replace(row, owner=at.owner) for row in long_ago))
    left = [row.at for row in await at.store.sweep(ObservationRow)]
    assert len(left) == kept.MOST
    assert min(one for one in left if one) == AT - timedelta(days=kept.MOST - 1)


async def test_a_dropped_marker_leaves_the_others_and_a_drop_of_all_leaves_nothing() -> None:
    at = Stand()
    rows: tuple[Row, ...] = (
        ObservationRow(at.owner, "a", at=AT, body=kept.dump((ONE, OTHER))),
        ObservationRow(at.owner, "b", at=AT, body=kept.dump((ONE,))),
    )
    said = KeepTold({Marker.EXCLUSIVITY: Told(disputes=2)})
    await at.applied(said, DropObserved(Marker.EXCLUSIVITY), rows=rows)
    left = await at.one(ObservationRow)
    assert kept.load(left.body, DAY) == (OTHER,)
    assert told.load((await at.one(MarkersRow)).body) == said.told
    await at.applied(DropObserved())
    assert not await at.store.sweep(ObservationRow)
    assert not await at.store.sweep(MarkersRow)


def test_each_of_its_actions_is_applied_in_one_place_and_each_choice_names_one_marker() -> None:
    places = {APPLIES[one].__module__ for one in (Observe, KeepTold, DropObserved)}
    assert places == {observing.__name__}
    assert of_noticed.NoticedWhy(Marker.WITHDRAWAL) != of_noticed.NoticedWhy(Marker.EXCLUSIVITY)
    assert timedelta(days=90) == FADED
