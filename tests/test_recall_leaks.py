"""Nothing that is held is told where it may not be: not another scope's, not what is private.

Three people in their direct messages and in two spaces, one of them with two rooms, over the real
core, a platform and a store in memory. Each thing held has a mark in it that is nowhere else. What
may be told is kept count of beside the program, by what people did.
"""

import asyncio
import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta

import pytest
import structlog
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.commands import command_in
from bot.engine.parts import Parts
from bot.engine.pseudonyms import Pseudonyms
from bot.engine.reply_inputs import Manner
from bot.engine.shell import Engine
from bot.events import ChoiceMade, CommandGiven, Event, MessageSeen, Outcome
from bot.ids import EventId, MessageId, PersonId, RoomId, Scope, SpaceId, Where
from bot.ports import Unit
from bot.records import MemoryRow, ScopeRow, SpaceRow, ThreadRow
from bot.strings import ENGLISH
from bot.words import Prompt
from tests.console_stage import SetClock
from tests.fake_chat import FakeChat, Posted
from tests.fakes import FakeStore, FakeVault
from tests.play import ScriptedModel
from tests.scene import HOUSE

WHY = ENGLISH.why
MARK = re.compile(r"zq\d+x")
PEOPLE = tuple(PersonId(f"p:{name}") for name in ("ada", "eve", "bo"))
PLACES = ("dm", "lounge", "garden", "bar")
SPACE_OF = {"lounge": "house", "garden": "house", "bar": "club"}
KINDS = ("private", "open here", "open elsewhere", "names eve")
DROPS = (WHY.not_here, WHY.drop)
ENDS = (
    *(("command", words) for words in ("off", "level warm", "pause 1h")),
    ("agree", "unticked"),
    ("erase", ""),
)
DEEDS = (
    *(("say", "") for _ in range(8)),
    *(("hold", kind) for kind in KINDS),
    *(("agree", level) for level in ("1", "2", "3", "3", "unticked")),
    *(("command", words) for words in ("off", "level warm", "pause 1h", "resume", "why")),
    *(("command", words) for words in ("why", "status", "data")),
    *(("tap", label) for label in DROPS),
    ("erase", ""),
)
SAY, AGREE, WHY_SO = ("say", ""), ("agree", "3"), ("command", "why")
MOVES = (
    *((deed,) for deed in DEEDS),
    *((AGREE, ("hold", kind), SAY) for kind in KINDS),
    *((AGREE, ("hold", "open here"), SAY, WHY_SO, ("tap", tap), SAY) for tap in DROPS),
    *((AGREE, ("hold", "private"), deed, SAY) for deed in ENDS),
)
Step = tuple[int, str, tuple[str, str]]


def steps(least: int, most: int) -> st.SearchStrategy[list[Step]]:
    """Gives what people do, one move after the other, each of one person in one place."""
    who, where = st.integers(0, len(PEOPLE) - 1), st.sampled_from(PLACES)
    moves = st.lists(st.tuples(who, where, st.sampled_from(MOVES)), min_size=least, max_size=most)
    return moves.map(lambda each: [(one, at, deed) for one, at, move in each for deed in move])


@dataclass
class Mark:
    """Something held: whose, where it may be mentioned, and whether it still stands."""

    scope: Scope
    open_in: str
    names_eve: bool
    stands: bool = True
    not_in: set[str] = field(default_factory=set)


@dataclass
class Agreed:
    """What holds in a scope, as people said it."""

    level: int = 0
    is_ticked: bool = False
    is_paused: bool = False


def is_summary(prompt: Prompt) -> bool:
    return prompt.lines[0].text.startswith("You keep the notes")


def reciting(prompt: Prompt) -> Sequence[str]:
    """Gives a reply that says all marks it was told, so that they would reach a platform.

    A summary is of what was said: it has no marks here, as its own tests hold what may be in it.
    """
    if is_summary(prompt):
        return ["You told of a launch."]
    every = MARK.findall("".join(line.text for line in prompt.lines))
    return ["Name the new date first. ", " ".join(dict.fromkeys(every)), " then."]


class Town:
    """The people, the places, and what may be told in each."""

    def __init__(self) -> None:
        self.vault = FakeVault()
        self.store, self.names = FakeStore(self.vault), Pseudonyms(self.vault)
        self.clock, self.model = SetClock(), ScriptedModel(reciting)
        self.chat = FakeChat(self.clock.now)
        parts = Parts(self.chat, (self.model,), self.store, self.vault, self.clock)
        guards = replace(HOUSE.guards, messages_a_minute=10_000, tokens_a_day=10**9)
        self.engine = Engine(parts, replace(HOUSE, guards=guards), Manner(pause_s=0.01))
        self.marks: dict[str, Mark] = {}
        self.agreed: dict[Scope, Agreed] = {}
        self.spoke: dict[str, set[PersonId]] = {}
        self.events = 0

    async def ready(self) -> None:
        async def open_all(unit: Unit) -> None:
            for space in ("house", "club"):
                await unit.put(SpaceRow(self.names.space(SpaceId(space)), ceiling=3))

        await self.store.deciding(self.names.space(SpaceId("house")), open_all)

    def at(self, who: PersonId, place: str) -> Where:
        """Gives where a person is; a direct message is a space of its own."""
        if place == "dm":
            room = f"dm {who}"
            return Where(RoomId(room), SpaceId(room), is_direct=True)
        return Where(RoomId(place), SpaceId(SPACE_OF[place]), is_direct=False)

    async def handled(self, event: Event) -> None:
        assert await self.engine.handle(event) is not Outcome.FAILED
        await self.engine.settled()
        await self.engine.summaries.settled()

    def _new(self, who: PersonId, where: Where) -> tuple[EventId, object, PersonId, Where]:
        self.events += 1
        return EventId(f"e{self.events}"), self.clock.now(), who, where

    # -- what people do ------------------------------------------------------------------------

    async def does(self, step: Step) -> None:
        number, place, (deed, what) = step
        who = PEOPLE[number]
        where = self.at(who, place)
        before = len(self.model.prompts)
        match deed:
            case "say":
                await self.says(who, where)
            case "hold":
                await self.holds(who, where, what)
            case "agree":
                await self.agrees(Scope(where.space, who), what)
            case "command":
                await self.commands(who, where, what)
            case "tap":
                await self.taps(who, where, what)
            case "erase":
                await self.erases(who, where)
        self.check(who, where, self.model.prompts[before:])

    async def says(self, who: PersonId, where: Where) -> None:
        self.spoke.setdefault(where.room, set()).add(who)
        message = self.chat.hear(where.room, who, "what about the launch")
        event = MessageSeen(*self._new(who, where), message, "what about the launch")  # type: ignore[arg-type]
        await self.handled(event)

    async def holds(self, who: PersonId, where: Where, kind: str) -> None:
        mark, scope = f"zq{len(self.marks)}x", Scope(where.space, who)
        is_open = kind != "private" and not where.is_direct
        room = "garden" if kind == "open elsewhere" else where.room
        body = f"the launch of Eve {mark}" if kind == "names eve" else f"the launch {mark}"
        self.marks[mark] = Mark(scope, room if is_open else "", kind == "names eve")
        row = (MemoryRow, ThreadRow)[len(self.marks) % 2](
            self.names.scope(scope),
            mark,
            self.clock.now(),
            open_in=self.names.room(RoomId(room)) if is_open else "",
            body=body,
        )

        async def put(unit: Unit) -> None:
            await unit.put(row)

        await self.store.deciding(self.names.person(who), put)

    async def agrees(self, scope: Scope, what: str) -> None:
        level = 3 if what == "unticked" else int(what)
        self.agreed[scope] = Agreed(level, is_ticked=what != "unticked" and level > 1)
        owner, now = self.names.scope(scope), self.clock.now()

        async def put(unit: Unit) -> None:
            row = await unit.get(ScopeRow, owner) or ScopeRow(owner)
            row = replace(row, state="given", level=level, memory=self.agreed[scope].is_ticked)
            row = replace(row, policy=HOUSE.policy, given_at=now, paused_until=None)
            await unit.put(replace(row, expires_at=now + timedelta(days=9), conversation=""))

        await self.store.deciding(self.names.person(scope.person), put)

    async def commands(self, who: PersonId, where: Where, words: str) -> None:
        line = f"attune {words}"
        new = self._new(who, where)
        await self.handled(CommandGiven(*new, command_in(line), line))  # type: ignore[arg-type]
        holds = self.agreed.setdefault(Scope(where.space, who), Agreed())
        match words:
            case "off":
                holds.level, holds.is_ticked = 0, False
            case "level warm":
                holds.level = min(holds.level, 1)
                holds.is_ticked = False
            case "pause 1h":
                holds.is_paused = True
            case "resume":
                holds.is_paused = False

    async def taps(self, who: PersonId, where: Where, label: str) -> None:
        """Taps below the newest card there that offers it; a mark is kept out, or gone."""
        own = [one for one in self.chat.posts(where.room) if one.to == who]
        card = next((one for one in reversed(own) if label in one.choices), None)
        if card is None:
            return
        await self.handled(ChoiceMade(*self._new(who, where), card.id, label))  # type: ignore[arg-type]
        for mark in MARK.findall(card.text):
            if label == WHY.drop:
                self.marks[mark].stands = False
            else:
                self.marks[mark].not_in.add(where.room)

    async def erases(self, who: PersonId, where: Where) -> None:
        await self.commands(who, where, "data erase")
        card = next(one for one in reversed(self.chat.posts(where.room)) if one.to == who)
        if ENGLISH.choices.erase not in card.choices:
            return
        tap = ChoiceMade(*self._new(who, where), card.id, ENGLISH.choices.erase)  # type: ignore[arg-type]
        await self.handled(tap)
        self.agreed[Scope(where.space, who)] = Agreed()
        for mark in self.marks.values():
            if mark.scope == Scope(where.space, who):
                mark.stands = False

    # -- what may be told ----------------------------------------------------------------------

    def may_be_told(self, mark: Mark, who: PersonId, where: Where) -> bool:
        holds = self.agreed.get(Scope(where.space, who), Agreed())
        is_used = holds.level > 1 and holds.is_ticked and not holds.is_paused
        is_theirs = mark.scope == Scope(where.space, who) and mark.stands
        if not (is_used and is_theirs) or where.room in mark.not_in:
            return False
        others = self.spoke.get(where.room, set()) - {who}
        is_open = mark.open_in == where.room and not (mark.names_eve and others)
        return where.is_direct or is_open

    def check(self, who: PersonId, where: Where, prompts: Sequence[Prompt]) -> None:
        for prompt in prompts:
            for mark in MARK.findall(prompt.lines[-1].text):
                of = self.marks[mark]
                was_said = is_summary(prompt) and of.scope == Scope(where.space, who)
                assert was_said or self.may_be_told(of, who, where), (mark, where.room)
        for post in self._posts():
            for mark in MARK.findall(post.text):
                self.check_post(self.marks[mark], post)

    def check_post(self, mark: Mark, post: Posted) -> None:
        """Holds that a mark is read by its person alone, or stands where it was open."""
        is_alone = post.to == mark.scope.person or post.room == f"dm {mark.scope.person}"
        assert is_alone or mark.open_in == post.room, post.room

    def _posts(self) -> list[Posted]:
        rooms = [*SPACE_OF, *(f"dm {who}" for who in PEOPLE)]
        return [post for room in rooms for post in self.chat.posts(RoomId(room))]


def played(steps: Sequence[Step]) -> Town:
    async def work() -> Town:
        town = Town()
        await town.ready()
        for step in steps:
            await town.does(step)
        await town.engine.close()
        return town

    with structlog.testing.capture_logs() as logs:
        town = asyncio.run(work())
    assert not MARK.search(str(logs))
    return town


@given(steps(1, 30))
@settings(max_examples=12)
def test_nothing_held_is_told_outside_its_scope_or_privately_said_before_others(
    every: list[Step],
) -> None:
    played(every[:60])


@pytest.mark.proof
@given(steps(100, 300))
@settings(max_examples=40)
def test_nor_in_forty_times_five_hundred_steps(every: list[Step]) -> None:
    played(every[:500])


def test_what_may_be_told_is_told() -> None:
    say, agree, ada, eve = SAY, AGREE, 0, 1
    held = tuple((ada, "lounge", ("hold", kind)) for kind in KINDS)
    town = played(
        (
            (ada, "lounge", agree),
            *held,
            (ada, "lounge", say),
            (eve, "lounge", say),
            (ada, "lounge", say),
            (ada, "garden", say),
            (ada, "dm", agree),
            (ada, "dm", ("hold", "private")),
            (ada, "dm", say),
        )
    )
    told = [MARK.findall(one.lines[-1].text) for one in town.model.prompts]
    assert [sorted(one) for one in told] == [["zq1x", "zq3x"], [], ["zq1x"], ["zq2x"], ["zq4x"]]
    recited = [post for post in town.chat.posts(RoomId("lounge")) if "zq1x" in post.text]
    assert recited
    assert MessageId("u1") not in {post.id for post in recited}
