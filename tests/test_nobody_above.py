"""Whoever does whatever: no level above a ceiling, nothing kept without a yes, no words to admins.

Sequences of messages, commands and taps by people, admins of this space and of another, each in
any room, and taps on cards that are somebody else's. The model tells all that it is shown.
"""

import asyncio
from dataclasses import dataclass, replace

from hypothesis import given
from hypothesis import strategies as st

from bot.ids import PersonId, RoomId, Scope, SpaceId
from bot.levels import Level
from bot.records import (
    HELD,
    ImpactRow,
    MarkersRow,
    NormsRow,
    ObservationRow,
    Owner,
    Row,
    ScopeRow,
    SpaceRow,
    StudyRow,
    SummaryRow,
)
from bot.strings import ENGLISH
from tests.town import ADA, ADMINS, BOSS, EVE, HOUSE_SPACE, KIM, PEOPLE, ROOMS, Town

RELATIONAL = (*HELD, SummaryRow, NormsRow, ObservationRow, MarkersRow, ImpactRow, StudyRow)
KEEPING = (
    "attune memory add {}", "attune threads add {} by friday", "attune roles be a gardener {}",
    "attune roles when plum: listen", "attune impact ask", "attune impact on",
    "attune impact share", "attune study warm", "attune summary on",
    "remember that my sister is called {}",
)  # fmt: skip
COMMANDS = (
    "attune on warm", "attune on attuned", "attune off", "attune level warm", "attune why",
    "attune level ongoing", "attune under-18", "attune data", "attune status", "attune pause",
    "attune people add Nel: {}", "attune reports", "attune report r1", "attune noticed",
    "attune noticed weeks", "attune summary", "attune data erase", "attune threads",
    "attune memory",
)  # fmt: skip
OF_ADMINS = (
    *(f"attune-admin ceiling {level.word}" for level in Level),
    "attune-admin settings", "attune-admin reports", "attune-admin hear-threads on",
    "attune-admin crisis-line {} https://example.org",
)  # fmt: skip
SAID = (
    "hello {}", "remember that {}", "I'm 15", "off", "I want to kill myself {}", "yes",
    "you're the only one who gets me {}", "I stopped seeing my friends, I only talk to you {}",
)  # fmt: skip
YES = ENGLISH.choices.yes
LAST = ("attune memory add {}", "hello {}")
EVERYWHERE = (*ROOMS, RoomId("dm"))


@dataclass(frozen=True, slots=True)
class Step:
    """Somebody says something somewhere, or taps one of the last choices shown to anybody.

    Args:
        tap: how far back among all choices that stand; None: nothing is tapped.
        agrees: a yes to that level with all its ticks, in place of all else.
    """

    who: PersonId
    room: RoomId
    says: str = ""
    tap: int | None = None
    agrees: Level = Level.PLAIN
    loses: bool = False  # whether the admin of the house is none from now on, or is one again


who, rooms = st.sampled_from(PEOPLE), st.sampled_from(EVERYWHERE)
one, near = st.sampled_from((ADA, EVE, KIM)), st.sampled_from((RoomId("lounge"), RoomId("dm")))
steps = st.one_of(  # what anybody does anywhere, and more often what two people do in two rooms
    st.builds(Step, who, rooms, st.sampled_from((*COMMANDS, *KEEPING, *OF_ADMINS, *SAID))),
    st.builds(Step, who, rooms, tap=st.integers(0, 12)),
    st.builds(Step, who, rooms, agrees=st.sampled_from(list(Level)[1:])),
    st.builds(Step, st.just(BOSS), st.sampled_from(list(ROOMS)), st.sampled_from(OF_ADMINS)),
    st.builds(Step, st.just(BOSS), rooms, loses=st.just(True)),
    st.builds(Step, one, near, agrees=st.sampled_from(list(Level)[1:])),
    st.builds(Step, one, near, st.sampled_from(COMMANDS)),
    st.builds(Step, one, near, st.sampled_from(KEEPING)),
    st.builds(Step, one, near, st.sampled_from(KEEPING)),
    st.builds(Step, one, near, st.sampled_from(SAID)),
)
DM, LOUNGE = RoomId("dm"), RoomId("lounge")
DEEPEST = Step(BOSS, LOUNGE, "attune-admin ceiling ongoing")
YESES = tuple(
    Step(each, room, agrees=Level.ONGOING) for each in (ADA, EVE) for room in (DM, LOUNGE)
)
YOUNG = (Step(KIM, DM, "attune under-18"), Step(KIM, LOUNGE, agrees=Level.ONGOING))
LATE = (  # an admin opens the panel, is none any more, and taps all that stands on it
    Step(BOSS, LOUNGE, "attune-admin settings"),
    Step(BOSS, LOUNGE, loses=True),
    *(Step(BOSS, LOUNGE, tap=at) for at in range(6)),
)
beginnings = st.sampled_from(
    ((DEEPEST, *YESES), (DEEPEST, *YESES, *YOUNG), (*YESES[:2], *LATE), LATE, ())
)


class Watched(Town):
    """A town that is looked at after each step."""

    async def goes(self, step: Step) -> None:
        """Lets a step be done, and holds all that must be true after each event of it."""
        if step.loses:
            self._turns()
            return None
        if step.agrees is Level.PLAIN:
            return await self._one(step)
        await self._one(replace(step, says=f"attune on {step.agrees.word}"))
        for label in self._labels(step):
            await self._one(replace(step, says=label, tap=0))
        return None

    async def ends(self) -> None:
        """Lets everybody speak and want something kept in each room, as it all stands now."""
        for step in (
            Step(who, room, said) for who in PEOPLE for room in EVERYWHERE for said in LAST
        ):
            await self.goes(step)

    def _turns(self) -> None:
        if self.admins.pop(HOUSE_SPACE, None) is None:
            self.admins[HOUSE_SPACE] = BOSS

    def _labels(self, step: Step) -> list[str]:
        """Gives what is ticked on the newest card there, and its yes."""
        cards = [post for post in self.of(step.who) if YES in post.choices]
        return [*(one for one in cards[-1].choices if one[0] == "☐"), YES] if cards else []

    async def _one(self, step: Step) -> None:
        spaces, asked = {space: self._set_of(space) for space in ADMINS}, len(self.asked)
        kept, agreed = self._relational(), self._agreed()
        await self._does(step, f"zq{self.count}of{step.who[2:]}x")
        self.clock.pass_by(minutes=2)
        for space, was in spaces.items():
            assert self._set_of(space) == was or self.admins.get(space) == step.who
        assert all(self._agreed()[one] == agreed[one] for one in agreed if one[1] != step.who)
        assert all(self._may_be_kept(owner) for owner in self._relational() - kept)
        for prompt in self.asked[asked:]:
            assert prompt.brief.level <= self._deepest(step.who, step.room)
        for who in PEOPLE:
            assert not _told_of_others(who, self.read_by(who))

    async def _does(self, step: Step, word: str) -> None:
        every = [(post.id, label) for post in self.posts() for label in post.choices]
        own = [(post, label) for post, label in every if label == step.says]
        if step.tap is None:
            await self.says(step.who, step.room, step.says.format(word))
        elif own or every:
            await self.taps(step.who, step.room, *(own or every)[-1 - step.tap % len(own or every)])

    def _set_of(self, space: SpaceId) -> tuple[SpaceRow, ...]:
        return self.kept(SpaceRow, self.names.space(space))

    def _scopes(self) -> dict[Owner, tuple[SpaceId, PersonId]]:
        every = ((space, who) for who in PEOPLE for space in (*ADMINS, SpaceId(f"dm:{who}")))
        return {self.names.scope(Scope(space, who)): (space, who) for space, who in every}

    def _agreed(self) -> dict[tuple[SpaceId, PersonId], tuple[ScopeRow, ...]]:
        return {one: self.kept(ScopeRow, owner) for owner, one in self._scopes().items()}

    def _relational(self) -> set[tuple[type[Row], str, Owner]]:
        return {place for place in self.store.kept.rows if issubclass(place[0], RELATIONAL)}

    def _may_be_kept(self, place: tuple[type[Row], str, Owner]) -> bool:
        space, who = self._scopes()[place[2]]
        return self.agreed(who, space) > Level.PLAIN and not self.is_under_18(who)

    def _deepest(self, who: PersonId, room: str) -> Level:
        if self.is_under_18(who):
            return Level.PLAIN
        space = self.where(who, room).space
        return min(self.ceiling(space), self.agreed(who, space))


def _told_of_others(who: PersonId, text: str) -> bool:
    words = {part for part in text.replace(".", " ").split() if part.startswith("zq")}
    return any(f"of{other[2:]}x" in word for word in words for other in PEOPLE if other != who)


@given(beginnings, st.lists(steps, min_size=5, max_size=30))
def test_whoever_does_whatever_no_limit_is_passed(
    begun: tuple[Step, ...], then: list[Step]
) -> None:
    async def lives() -> None:
        town = Watched()
        for step in (*begun, *then):
            await town.goes(step)
        await town.ends()
        await town.close()

    asyncio.run(lives())
