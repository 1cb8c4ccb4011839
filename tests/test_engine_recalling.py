"""Recalling for a reply: who it is read for, from which scope, and when not at all."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.actions.ask import Ask
from bot.engine.ahead import of_facts
from bot.engine.codec import dump
from bot.engine.recalling import Recalling
from bot.engine.reply_inputs import Facts
from bot.ids import MessageId, PersonId, Scope, SpaceId
from bot.levels import Level
from bot.ports import Unit
from bot.records import AskRow, ConversationRow, MemoryRow, Owner, ScopeRow, ThreadRow
from bot.words import Said
from tests.scene import ADA, AT, DIRECT, SHARED
from tests.test_engine_parts import Stand

SCOPE = Scope(DIRECT.space, ADA)
ASK = Ask(DIRECT.room, SCOPE, MessageId("u1"), Level.ATTUNED, None, True, AT)
FACTS = Facts({}, ConversationRow(Owner("x"), "room"), None, may_hold=True)
LETTER, FORM = "my sister is called Nel", "the tax form"


def said(text: str, by: PersonId = ADA) -> tuple[Said, ...]:
    return (Said(MessageId("u1"), by, AT, text, name="Somebody"),)


class Held(Stand):
    """A stand on which a person ticked that what they ask for is held."""

    async def ready(self) -> "Held":
        await self.put(
            ScopeRow(self.owner, state="given", level=2, memory=True),
            MemoryRow(self.owner, "m", AT - timedelta(days=60), body=LETTER),
            ThreadRow(self.owner, "t", AT - timedelta(days=60), body=FORM),
        )
        return self

    async def recalled(
        self, text: str, ask: Ask = ASK, facts: Facts = FACTS, *, turn: int = 4, epoch: int = 0
    ) -> list[str]:
        row = AskRow(self.names.scope(ask.scope), "k", turn=turn, epoch=epoch, body=dump(ask))
        recalling = Recalling(self.store, self.names, "en")
        got = await recalling.into(facts, row, ask, said(text))
        return [one.body for one in got.recalled]


async def test_what_fits_is_recalled_from_the_scope_of_the_reply_and_from_no_other() -> None:
    at = await Held().ready()
    assert await at.recalled("nel rang") == [LETTER]
    assert await at.recalled("it rains") == []
    for scope in (Scope(SpaceId("house"), ADA), Scope(DIRECT.space, PersonId("p:eve"))):
        assert await at.recalled("nel rang", replace(ASK, scope=scope)) == []


async def test_open_threads_are_taken_up_at_the_deepest_level_as_a_conversation_begins() -> None:
    at, deep = await Held().ready(), replace(ASK, level=Level.ONGOING)
    assert await at.recalled("hello", deep, turn=1) == [FORM]
    assert await at.recalled("hello", replace(deep, also=(MessageId("u0"),)), turn=2) == [FORM]
    assert await at.recalled("hello", deep, turn=2) == []
    assert await at.recalled("hello", ASK, turn=1) == []
    assert await at.recalled("hello", replace(deep, reply="r"), turn=1) == []


@pytest.mark.parametrize(
    ("words", "code"),
    [("good night", ""), ("bye, nel is at the door", ""), ("gute nacht", "de"), ("おやすみ", "ja")],
)
async def test_a_goodbye_is_answered_without_anything_that_is_held(words: str, code: str) -> None:
    at, deep = await Held().ready(), replace(ASK, level=Level.ONGOING, language=code)
    assert await at.recalled(words, deep, turn=1) == []


class Reads(Stand):
    """A stand whose store may not be looked at."""

    def __init__(self) -> None:
        super().__init__()
        self.store.reading = self._never  # type: ignore[method-assign,assignment]

    async def _never(self, _work: object) -> None:
        raise AssertionError("the store was looked at")


async def test_who_has_not_ticked_it_pays_no_look() -> None:
    at = Reads()
    row, recalling = AskRow(at.owner, "k"), Recalling(at.store, at.names, "en")
    facts = replace(FACTS, may_hold=False)
    assert await recalling.into(facts, row, ASK, said("nel rang")) == facts
    assert await recalling.into(FACTS, row, ASK, ()) == FACTS


@pytest.mark.parametrize("now", [{"memory": False}, {"epoch": 1}])
async def test_what_changed_since_it_was_asked_counts(now: dict[str, int]) -> None:
    at = await Held().ready()
    row = ScopeRow(at.owner, state="given", level=2, memory=True)
    await at.put(replace(row, **now))  # type: ignore[arg-type]
    assert await at.recalled("nel rang") == []


async def test_after_an_erase_nothing_is_there() -> None:
    at = await Held().ready()

    async def erase(unit: Unit) -> None:
        await unit.erase(at.owner)

    await at.store.deciding(at.owner, erase)
    assert await at.recalled("nel rang") == []


async def test_whether_it_may_be_used_is_known_from_the_look_that_a_reply_takes_anyway() -> None:
    at = await Held().ready()
    sources, row = at.bench().sources, AskRow(at.owner, "k", room="room")
    for changed, may in (
        ({}, True),
        ({"level": Level.WARM}, False),
        ({"crisis": "unsure"}, True),
        ({"crisis": "episode"}, False),
    ):
        ask = replace(ASK, **changed)
        assert (await sources.facts(row, ask)).may_hold is may
    assert (ScopeRow, at.owner, "") in of_facts(at.names, row, ASK)
    assert (ScopeRow, at.owner, "") not in of_facts(at.names, row, replace(ASK, level=Level.WARM))


async def test_in_a_shared_room_only_what_may_be_mentioned_there() -> None:
    at, scope = await Held().ready(), Scope(SHARED.space, ADA)
    owner, here = at.names.scope(scope), at.names.room(SHARED.room)
    await at.put(
        ScopeRow(owner, state="given", level=2, memory=True),
        MemoryRow(owner, "1", AT, body="the launch is secret"),
        MemoryRow(owner, "2", AT, open_in=here, body="the launch is in May"),
        MemoryRow(owner, "3", AT, open_in="other", body="the launch is late"),
    )
    ask = replace(ASK, scope=scope, room=SHARED.room, is_direct=False)
    assert await at.recalled("the launch", ask) == ["the launch is in May"]
