"""Crisis, limits, style and erasing: dialogues with a whole Attune."""

import asyncio

from bot.engine import Engine
from bot.events import Outcome
from bot.records import AskRow, CountRow, LedgerRow, OutboxRow, RepairRow, ReplyRow, ScopeRow
from bot.snapshot import Guards
from bot.strings import ENGLISH
from tests.conversations.stage import SAID, model_of, next_prompt, status
from tests.play import Play


async def test_a_crisis_outranks_pause_under_18_and_every_guard(p: Play) -> None:
    p.guards = Guards(waiting=0, messages_a_minute=0, tokens_a_day=0)
    async with p.running():
        await p.type("/attune pause", "/attune under-18")
        assert ENGLISH.crisis.first in "\n".join(await p.type("I want to kill myself"))


async def test_over_the_guard_one_kind_line(p: Play) -> None:
    p.guards = Guards(messages_a_minute=2)
    async with p.running():
        await p.type("one", "two")
        assert await p.type("three") == ["r4 (only you)> " + ENGLISH.limits.minute]
        assert await p.type("four") == []
        p.clock.pass_by(minutes=1)
        assert (await p.type("five"))[0] == "r5> Tell them first thing."


async def test_the_days_tokens_count_what_is_sent_and_what_comes_back(p: Play) -> None:
    p.guards = Guards(messages_a_minute=100, tokens_a_day=1000)
    async with p.running():
        assert ENGLISH.limits.day not in "\n".join(await p.type("one", "/react 🔧"))
        assert await p.type("two") == ["r3 (only you)> " + ENGLISH.limits.day]
        p.clock.pass_by(hours=24)
        assert (await p.type("three"))[0] == "r4> Tell them first thing."


async def test_a_style_upwards_is_not_used_where_the_level_has_no_room(p: Play) -> None:
    await p.type("hello")
    await p.type("/attune on", "/choose Yes", "/attune style warmer", "/attune style shorter")
    assert "Warmer" in await next_prompt(p)
    await p.type("off")
    assert "Warmer" not in await next_prompt(p)
    assert "Short: three" in await next_prompt(p)


async def test_an_erase_in_one_place_leaves_what_waits_about_another(p: Play) -> None:
    await p.type("/room lounge", "@attune hello", "/attune on for 2", "/choose Yes")
    p.clock.pass_by(days=3)
    await p.type("@attune hello", "/room dm", "/attune data erase", "/choose Erase")
    assert ENGLISH.consent.renew in "\n".join(await p.type("hello"))


async def test_a_line_that_waited_names_the_ceiling_of_its_own_space(p: Play) -> None:
    await p.type("/room lounge", "/as admin", "/attune-admin ceiling attuned", "/as you")
    await p.type("@attune hello", "/attune on attuned for 2", "/choose Yes")
    p.clock.pass_by(days=3)
    shown = "\n".join(await p.type("@attune hello", "/room dm", "hello"))
    assert ENGLISH.consent.renew in shown
    assert "ceiling" not in shown


async def test_every_repair_is_recorded_also_after_it_was_put_back(p: Play) -> None:
    await p.type(SAID, "/react 🔧", "/choose Wanted a plan", "/choose Put it back")
    await p.type("/unreact 🔧 r2", "/react 🔧 r2")
    kinds = await p.store.sweep(RepairRow)
    assert [(row.kind, row.again) for row in kinds] == [
        ("cold", True),
        ("wanted a plan", True),
        ("cold", False),
    ]


async def test_style_upwards_needs_a_level_and_downwards_none(p: Play) -> None:
    await p.type("hello")
    assert ENGLISH.style.upward in "\n".join(await p.type("/attune style warmer"))
    await p.type("/attune style shorter")
    assert "shorter" in "\n".join(await p.type("/attune style"))
    await p.type("/attune style whole", SAID)
    says = [one["do"] for one in p.shown[-2:]]
    assert says == ["seen", "say"]
    await p.type("/attune style reset")
    assert ENGLISH.style.none in "\n".join(await p.type("/attune style"))


async def test_an_erase_asks_once_and_leaves_nothing_but_the_ledger(p: Play) -> None:
    await p.type("hello")
    await p.type("/attune on", "/choose Yes", SAID, "/react 🔧")
    await p.type("/attune data erase")
    receipt = "\n".join(await p.type("/choose Erase"))
    assert "Receipt: " in receipt
    for kind in (ScopeRow, ReplyRow, RepairRow, AskRow, OutboxRow):
        assert await p.store.sweep(kind) == ()
    assert "Kept: nothing" in await status(p)
    entries: list[LedgerRow] = p.store.kept.entries  # type: ignore[attr-defined]
    assert [entry.state for entry in entries] == ["requested", "given", "withdrawn"]


async def test_replies_to_one_person_come_in_the_order_they_asked(p: Play) -> None:
    await p.type("/go the first", "/go the second")
    await p.companion.settled()
    answers = [one["reply_to"] for one in p.shown if one["do"] == "say" and one["reply_to"]]
    assert answers == ["u1", "u2"]


async def test_one_reply_is_written_at_a_time_for_one_person_in_all_rooms(p: Play) -> None:
    model_of(p).gates[0] = asyncio.Event()
    for name in ("a", "b", "c"):
        await p.type(f"/room {name}", "/go @attune hello")
    await model_of(p).reached.wait()
    assert len(model_of(p).prompts) == 1
    model_of(p).gates[0].set()
    await p.companion.settled()
    assert len(model_of(p).prompts) == 3


async def test_the_first_reply_is_known_as_the_first_also_after_a_command(p: Play) -> None:
    await p.type("/attune status", "hello", "and?")
    assert [prompt.brief.first for prompt in model_of(p).prompts] == [True, False]


async def test_words_of_others_never_reach_the_model(p: Play) -> None:
    await p.type("/room lounge", "/as eve", "a secret of eve's", "/as ada", "@attune hello")
    await p.type("/as ada", "/reply u1 @attune what about this")
    sent = "\n".join(line.text for prompt in model_of(p).prompts for line in prompt.lines)
    assert "secret" not in sent
    assert "(someone else's message)" in sent


async def test_an_event_that_comes_twice_counts_once(p: Play) -> None:
    seen: list[Outcome] = []
    original = p.companion.handle

    async def twice(event: object) -> Outcome:
        first = await original(event)  # type: ignore[arg-type]
        seen.append(await original(event))  # type: ignore[arg-type]
        return first

    p.session._handle = twice
    assert len(await p.type("hello")) == 2
    assert seen == [Outcome.SEEN_BEFORE]
    assert isinstance(p.companion, Engine)


async def test_what_the_governor_did_is_counted_without_words(p: Play) -> None:
    model_of(p).script = lambda _prompt: ["What a brilliant question! ", "Tell them on Monday."]
    await p.type("When should I tell them?")
    await p.type("And who else should know?")
    counts = {one.key.partition(":")[2]: one.count for one in await p.store.sweep(CountRow)}
    assert counts == {"governor:flattery:drop": 2}
