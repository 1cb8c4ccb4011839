"""Refused messages: told once, then silence that costs no commit and may come again."""

from pathlib import Path

from adapters.cli.compose import opened, ready_schema
from bot.events import Event, Outcome
from bot.settings import load
from bot.snapshot import Guards
from bot.strings import ENGLISH
from tests.conversations.stage import model_of
from tests.play import Play, ScriptedModel
from tests.statements import Costs, counting

TROLLS, TIMES = 30, 10
ONE_A_MINUTE = Guards(messages_a_minute=1)


async def flood(folder: Path) -> tuple[Costs, int, int]:
    """Thirty trolls who were told are refused ten times each; gives what that costs.

    Returns:
        What was asked of the databases, how often the model was asked, and what was shown.
    """
    settings = load({"ATTUNE_DATA_FOLDER": str(folder)}, None)
    ready_schema(settings)
    model = ScriptedModel(lambda _prompt: ["Yes."])
    async with opened(settings) as (store, vault):
        p = Play(folder, store, vault, model, guards=ONE_A_MINUTE)
        async with p.running():
            await said(p, 2)
            shown, prompts = len(p.shown), len(model.prompts)
            with counting(store) as found:
                await said(p, TIMES)
            seen = sum(one["do"] == "seen" for one in p.shown[shown:])
            return found, len(model.prompts) - prompts, len(p.shown) - shown - seen


async def said(p: Play, times: int) -> None:
    await p.type("/room lobby")
    for number in range(times):
        for troll in range(TROLLS):
            await p.type(f"/as troll{troll}", f"@attune number {number}")


async def test_three_hundred_refused_mentions_cost_no_commit_no_send_and_no_request(
    tmp_path: Path,
) -> None:
    found, prompts, shown = await flood(tmp_path)
    assert (found.commits, prompts, shown) == (0, 0, 0)
    assert found.transactions >= TROLLS * TIMES


async def test_a_refused_message_that_comes_again_is_neither_said_nor_answered_twice(
    p: Play,
) -> None:
    p.guards = ONE_A_MINUTE
    async with p.running():
        await p.type("one", "two")
        events: list[Event] = []
        handle = p.companion.handle

        async def kept(event: Event) -> Outcome:
            events.append(event)
            return await handle(event)

        p.session._handle = kept
        assert await p.type("three") == []
        asked = len(model_of(p).prompts)
    async with p.running():  # another process, which knows nothing of it from memory
        await p.companion.handle(events[-1])
        await p.companion.settled()
        assert len(model_of(p).prompts) == asked
        assert p.words.count(ENGLISH.limits.minute) == 1
