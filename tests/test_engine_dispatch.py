"""What follows a decision: its tasks are kept until they are done, and its reply takes its turn."""

import asyncio
from pathlib import Path

import structlog

from bot.engine.dispatch import TOO_LATE, Dispatch
from bot.engine.following import Following
from bot.strings import ENGLISH
from tests.play import ScriptedModel, play


async def test_what_an_event_causes_is_waited_for_with_all_that_it_causes_meanwhile() -> None:
    following, done = Following(), list[str]()

    async def second() -> None:
        done.append("second")

    async def first() -> None:
        following.start(second())
        done.append("first")

    following.start(first())
    await following.settled()
    assert (done, len(following)) == (["first", "second"], 0)


async def test_a_task_that_fails_is_logged_without_words_and_ends_no_other() -> None:
    following, done = Following(), list[str]()

    async def fails() -> None:
        raise ValueError("the heron sleeps at noon")

    async def goes_on() -> None:
        done.append("done")

    with structlog.testing.capture_logs() as logs:
        following.start(fails())
        following.start(goes_on())
        await following.settled()
    assert ([one["error"] for one in logs], done) == (["ValueError"], ["done"])
    assert "heron" not in str(logs)


async def test_closing_ends_what_would_never_end() -> None:
    following = Following()
    following.start(asyncio.Event().wait())  # type: ignore[arg-type]
    await following.close()
    assert len(following) == 0


async def test_a_reply_that_is_too_late_at_the_next_start_says_so_and_leaves_nothing_open(
    tmp_path: Path,
) -> None:
    p = play(tmp_path, ScriptedModel(lambda _prompt: ["One."]))
    async with p.running():
        assert isinstance(p.model, ScriptedModel)
        p.model.gates[0] = asyncio.Event()
        await p.session.line("/go hello")
    p.clock.pass_by(seconds=TOO_LATE.total_seconds() + 1)
    async with p.running():
        dispatch = p.companion._dispatch
        assert isinstance(dispatch, Dispatch)
        await p.companion.settled()
        assert (dispatch.left, dispatch.bench.begun) == (set(), set())
    assert any(ENGLISH.failures.too_late in one.get("text", "") for one in p.shown)
