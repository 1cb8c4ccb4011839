"""No sequence of changes, forged taps and strangers' commands lifts a level above its bounds."""

import json
from dataclasses import dataclass, field, replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.actions.of_spaces import KeepRule
from bot.choices import (
    AnswerSetUp,
    Choice,
    HearThreads,
    Meaning,
    PickForRule,
    SetDeepest,
    SetRule,
    UndoRule,
)
from bot.commands import command_in
from bot.decide import Decision
from bot.house_rules import (
    BY_NAME,
    DEEPEST,
    DEEPEST_FOR,
    DEEPEST_IN,
    LANGUAGES,
    number,
    spoken,
    value,
    with_value,
)
from bot.house_rules.rule import Bounds
from bot.ids import Named, RoomId, SpaceId, Where
from bot.levels import Level
from bot.records import EpisodeRow, Owner, SpaceRow
from bot.strings import OFFERED
from tests.scene import AT, SHARED, Known, commands, decide, known, post, says, taps, told

SPACES = ("house", "other", "above")
ROOMS, ROLES = ("lounge", "garden"), ("role:new", "role:mods")
NAMED = tuple((f"#{one}", Named(one, f"#{one}")) for one in ROOMS)
NAMED += tuple((f"@{one}", Named(one, f"@{one}", is_role=True)) for one in ROLES)
LEVELS = st.sampled_from(Level)
LINES = st.one_of(
    LEVELS.map(lambda one: f"ceiling {one.word}"),
    LEVELS.map(lambda one: f"set deepest {one.word}"),
    st.tuples(st.sampled_from(ROOMS), LEVELS).map(
        lambda one: f"set deepest-in #{one[0]} {one[1].word}"
    ),
    st.tuples(st.sampled_from(ROLES), LEVELS).map(
        lambda one: f"set deepest-for @{one[0]} {one[1].word}"
    ),
    st.sampled_from(("set deepest-in off", "set deepest-for off", "set deepest", "setup")),
    st.text(max_size=20).map(lambda one: f"set deepest {one}"),
)
WRITTEN = LEVELS.map(lambda one: json.dumps(one.word)) | st.text(max_size=12)
NUMBERS = st.integers(-1, 5)
TAPS: st.SearchStrategy[Meaning] = st.one_of(
    st.builds(SetRule, st.sampled_from((*BY_NAME, "none")), WRITTEN, NUMBERS),
    st.builds(
        UndoRule,
        st.sampled_from((*BY_NAME, "none")),
        WRITTEN,
        NUMBERS,
        st.sampled_from((None, AT - timedelta(days=1), AT + timedelta(days=1))),
    ),
    st.builds(AnswerSetUp, st.sampled_from((*BY_NAME, "none")), WRITTEN),
    st.builds(PickForRule, st.sampled_from(tuple(BY_NAME)), st.text(max_size=6)),
    st.builds(SetDeepest, LEVELS),
    st.builds(HearThreads, st.booleans()),
)
STEPS = st.tuples(st.sampled_from(SPACES), st.booleans(), LINES | TAPS, st.sampled_from(SPACES))


@dataclass
class Town:
    """Three spaces whose rows change only by what decisions say."""

    bounds: Bounds
    rows: dict[str, SpaceRow] = field(
        default_factory=lambda: {one: SpaceRow(Owner(one)) for one in SPACES}
    )

    def where(self, space: str, *, is_admin: bool) -> Where:
        """Gives a place in one of the spaces."""
        return replace(SHARED, space=SpaceId(space), by_admin=is_admin)

    def state(self, space: str, where: Where) -> Known:
        """Gives what is known there."""
        state = known(Level.ONGOING, direct=False)
        house = replace(state.house, bounds=self.bounds)
        return replace(state, house=house, space=self.rows[space], where=where)

    def does(self, space: str, what: str | Meaning, card: str, *, is_admin: bool) -> Decision:
        """Gives what a command, or a tap on a card of a space, leads to, once it is applied."""
        where = self.where(space, is_admin=is_admin)
        state = self.state(space, where)
        if isinstance(what, str):
            event = replace(commands("", where), command=command_in(f"/attune-admin {what}"))
            turn = decide(replace(event, named=NAMED), state)
        else:
            shown = replace(state, post=post(Choice("x", what), space=SpaceId(card)))
            turn = decide(replace(taps("x"), where=where), shown)
        for kept in (one for one in turn.actions if isinstance(one, KeepRule)):
            assert kept.space == where.space
            self._keep(kept)
        return turn

    def _keep(self, kept: KeepRule) -> None:
        row, rule = self.rows[kept.space], BY_NAME[kept.rule]
        if number(row, rule) == kept.number:
            self.rows[kept.space] = with_value(row, rule, rule.kind.load(json.loads(kept.value)))


@given(
    steps=st.lists(STEPS, max_size=12),
    bound=LEVELS,
    roles=st.none() | st.sets(st.sampled_from(ROLES)),
)
def test_no_sequence_lifts_anybody_above_any_bound(
    steps: list[tuple[str, bool, str | Meaning, str]], bound: Level, roles: set[str] | None
) -> None:
    town = Town(Bounds(bound))
    for space, is_admin, what, card in steps:
        before = dict(town.rows)
        town.does(space, what, card, is_admin=is_admin)
        changed = {one for one in SPACES if town.rows[one] != before[one]}
        assert changed <= {space}
        assert is_admin or not changed
        assert isinstance(what, str) or card == space or not changed or _is_old(what)
    for room in ROOMS:
        have = tuple(roles) if roles is not None else None
        where = replace(town.where("house", is_admin=False), room=RoomId(room), roles=have)
        state = replace(town.state("house", where), above=(town.rows["above"],))
        found = state.effective(AT).level
        assert found <= state.ceiling <= min(_bounds(town, room, roles, bound))


def _is_old(what: Meaning) -> bool:
    return isinstance(what, SetDeepest | HearThreads)


def _bounds(town: Town, room: str, roles: set[str] | None, bound: Level) -> list[Level]:
    """Gives each bound of a room and of somebody with these roles, read from the rows alone."""
    own, above = town.rows["house"], town.rows["above"]
    found = [bound, value(own, DEEPEST)]
    found += [value(above, DEEPEST)] if above.ceiling is not None else []
    for row in (own, above):
        found += [level for one, level in value(row, DEEPEST_IN) if one.id == room]
        found += [
            level for one, level in value(row, DEEPEST_FOR) if roles is None or one.id in roles
        ]
    return found


CODES = st.lists(st.sampled_from(OFFERED), unique=True, max_size=3).map(tuple)


@given(own=CODES, above=CODES, higher=CODES)
def test_no_place_is_spoken_to_in_a_language_that_a_space_above_does_not_allow(
    own: tuple[str, ...], above: tuple[str, ...], higher: tuple[str, ...]
) -> None:
    each = tuple(with_value(SpaceRow(Owner("s")), LANGUAGES, one) for one in (own, above, higher))
    assert set(spoken(each)) <= set(higher or above or own)
    assert set(spoken(each[:2])) <= set(above or own)
    assert bool(spoken(each)) is bool(own or above or higher)


@given(space=st.sampled_from(SPACES), what=LINES | TAPS)
def test_who_is_no_admin_changes_nothing_and_who_is_one_changes_their_own_space_alone(
    space: str, what: str | Meaning
) -> None:
    town = Town(Bounds())
    before = dict(town.rows)
    town.does(space, what, space, is_admin=False)
    assert town.rows == before


@pytest.mark.parametrize(
    "line",
    [
        "settings",
        "setup",
        "reports",
        "crisis-line off",
        "ceiling warm",
        "hear-threads on",
        *(f"set {name}" for name in BY_NAME),
        *(f"set {name} off" for name in BY_NAME),
    ],
)
def test_an_admin_reads_the_same_bytes_whoever_is_in_danger_or_agreed(line: str) -> None:
    town = Town(Bounds())
    where = town.where("house", is_admin=True)
    event = replace(commands("", where), command=command_in(f"/attune-admin {line}"), named=NAMED)
    calm = replace(town.state("house", where), scope=known().scope)
    episode = EpisodeRow(Owner("e"), at=AT, started_at=AT, referred=3)
    others = (
        calm,
        town.state("house", where),
        replace(calm, episode=episode),
        replace(town.state("house", where), episode=episode),
        replace(calm, scope=replace(calm.scope, state="withdrawn", level=3)),
    )
    read = {tuple(told(decide(event, state).actions)) for state in others}
    assert len(read) == 1


def test_a_level_that_is_set_too_deep_by_an_operators_bound_is_kept_no_deeper() -> None:
    town = Town(Bounds(Level.WARM))
    town.does("house", "set deepest ongoing", "house", is_admin=True)
    assert value(town.rows["house"], DEEPEST) is Level.WARM
    state = town.state("house", town.where("house", is_admin=False))
    turn = decide(replace(says("hello"), where=state.where or SHARED), state)
    assert turn.ask is not None
    assert turn.ask.level is Level.WARM
