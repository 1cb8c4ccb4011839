"""What wrote each reply is kept with it, from its stream to its row, and counted by month."""

from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import pytest

from bot.engine.counts import Written, add, by_model
from bot.engine.instructed import used_since
from bot.engine.tally import Tally
from bot.errors import ModelUnreachable, StoreError
from bot.made import By, Made, Maker, Origin, dump, load
from bot.making import Making
from bot.ports import Unit
from bot.records import HOUSE, Owner, ReplyRow
from bot.repair.stack import Version, makers_after, taken_back
from bot.strings import ENGLISH
from bot.words import Draft, Prompt
from tests.fakes import FakeStore, FakeVault
from tests.play import Play, ScriptedModel, play
from tests.scene import AT

T = TypeVar("T")
ORIGIN = Origin((Maker("small"), Maker("large")), "1-abc", "2026-11-12", "", "0.1.0")


class Named(ScriptedModel):
    """Names itself in what it streams, as endpoints do."""

    called = ""

    async def stream(self, prompt: Prompt) -> AsyncIterator[Draft]:
        async for draft in super().stream(prompt):
            yield replace(draft, called=self.called)


def playing(folder: Path, *models: ScriptedModel) -> Play:
    of = play(folder, models[0])
    of.after, of.origin, of.making = models[1:], ORIGIN, Making(("small", "large"), ())
    return of


async def kept(of: Play) -> list[Made | None]:
    return [load(row.made) for row in await of.store.sweep(ReplyRow)]


def says(*words: str) -> Named:
    left = list(words)
    return Named(lambda _: [left.pop(0) if len(left) > 1 else left[0]])


async def test_a_reply_keeps_what_wrote_it_and_the_name_its_endpoint_gave(tmp_path: Path) -> None:
    model = says("Take the bus.")
    model.called = "small-2"
    async with playing(tmp_path, model).running() as p:
        await p.type("how do I get there?")
        assert await kept(p) == [ORIGIN.made(0, "small-2")]
        assert "small-2" in "\n".join(await p.type("/attune why"))


async def test_the_endpoint_that_stood_in_is_named_and_not_the_one_that_failed(
    tmp_path: Path,
) -> None:
    failing = Named(lambda _: [ModelUnreachable("away")])
    async with playing(tmp_path, failing, says("Take the bus.")).running() as p:
        await p.type("how do I get there?")
        assert await kept(p) == [ORIGIN.made(1)]


async def test_what_no_model_wrote_says_so(tmp_path: Path) -> None:
    failing = Named(lambda _: [ModelUnreachable("away")])
    async with playing(tmp_path, failing).running() as p:
        await p.type("I want to kill myself tonight")
        assert await kept(p) == [ORIGIN.made(None)]
        assert ENGLISH.why.fixed in "\n".join(await p.type("/attune why"))


async def test_words_of_the_program_in_place_of_a_draft_are_its_own(tmp_path: Path) -> None:
    async with playing(tmp_path, says("I love you. I love you so much.")).running() as p:
        await p.type("hello")
        assert [one and one.by for one in await kept(p)] == [By.PROGRAM]


async def test_a_repair_names_who_wrote_it_and_its_undoing_the_first_again(tmp_path: Path) -> None:
    model = says("You should take the bus.", "The bus leaves at nine, from the corner by the bank.")
    model.called = "one"
    async with playing(tmp_path, model).running() as p:
        await p.type("how do I get there?")
        model.called = "two"
        await p.type("/react 🔧")
        assert [one and one.model for one in await kept(p)] == ["two"]
        assert "two wrote this repair" in "\n".join(await p.type("/attune why"))
        await p.type("/unreact 🔧")
        assert [one and one.model for one in await kept(p)] == ["one"]


async def test_a_model_that_is_called_otherwise_is_news_before_the_next_reply(
    tmp_path: Path,
) -> None:
    model = says("Take the bus.")
    model.called = "small-1"
    said = ENGLISH.continuity.models.format(now="small-2", before="small-1")
    async with playing(tmp_path, model).running() as p:
        await p.type("how do I get there?")
        assert said not in "\n".join(await p.type("and back?"))
        model.called = "small-2"
        assert said not in "\n".join(await p.type("and then?"))
        assert said in "\n".join(await p.type("and at night?"))
        assert said not in "\n".join(await p.type("and on Sunday?"))


async def test_replies_are_counted_by_month_and_model_when_the_process_ends(tmp_path: Path) -> None:
    async with playing(tmp_path, says("Take the bus.")).running() as p:
        await p.type("how do I get there?", "and back?")
    (one,) = await p.store.reading(by_model)
    assert (one.by, one.model, one.replies) == ("model", "small", 2)


async def test_counts_are_read_by_month_and_a_name_may_hold_colons() -> None:
    store = FakeStore(FakeVault())
    tally = {
        "2026-12:written:model:llama3:8b": 2,
        "2026-11:written:demonstration:": 1,
        "2026-11:x": 9,
    }

    async def work(unit: Unit) -> None:
        await add(tally, unit)

    await store.deciding(HOUSE, work)
    assert await store.reading(by_model) == (
        Written("2026-11", "demonstration", "", 1),
        Written("2026-12", "model", "llama3:8b", 2),
    )


class Away(FakeStore):
    """Cannot be reached."""

    async def deciding(self, lock: Owner, work: Callable[[Unit], Awaitable[T]]) -> T:
        raise StoreError("away")


async def test_what_cannot_be_stored_is_still_counted() -> None:
    tally = Tally()
    tally.note(AT, "x")
    with pytest.raises(StoreError):
        await tally.keep(Away(FakeVault()))
    tally.note(AT, "x")
    assert list(tally.waiting.values()) == [2]


async def test_instructions_are_used_since_the_day_they_came_and_again_when_they_come_back() -> (
    None
):
    store, day = FakeStore(FakeVault()), AT.date()
    assert await used_since(store, "a", day) == day.isoformat()
    later = day.replace(year=day.year + 1)
    assert await used_since(store, "a", later) == day.isoformat()
    assert await used_since(store, "b", later) == later.isoformat()
    assert await used_since(store, "a", later) == later.isoformat()


def test_each_version_left_names_what_was_made_before_it() -> None:
    first, second, third = (dump(Made(model=one)) for one in ("a", "b", "c"))
    stack = (Version("tap", "", 1, "A", made=first), Version("tap", "", 2, "B", made=second))
    for numbers, stands in (((1,), third), ((2,), second), ((1, 2), first), ((), third)):
        left = taken_back(stack, numbers).versions
        chained, now = makers_after(stack, left, third)
        assert now == stands
        assert [one.made for one in chained][:1] == [first][: len(left)]
