"""Where tasks start: kept until they end, and shielded work runs whole."""

import asyncio
import gc

import pytest

from bot.tasks import shielded, start


class Work:
    """Work that begins, waits until it may end, and then says what it did."""

    def __init__(self) -> None:
        self.begun, self.may_end = asyncio.Event(), asyncio.Event()
        self.is_done = False

    async def run(self, failure: Exception | None = None) -> str:
        self.begun.set()
        await self.may_end.wait()
        self.is_done = True
        if failure is not None:
            raise failure
        return "done"


async def cancelled_in(work: Work, failure: Exception | None = None) -> asyncio.Task[str]:
    """Gives a caller that was cancelled while its work was going on."""
    caller = start(shielded(work.run(failure), "work"), "caller")
    await work.begun.wait()
    caller.cancel()
    await turns()
    return caller


async def turns() -> None:
    """Lets everything run that can run now."""
    for _ in range(10):
        await asyncio.sleep(0)


async def test_a_task_has_its_name_and_gives_its_result() -> None:
    work = Work()
    work.may_end.set()
    task = start(work.run(), "the work")
    assert (task.get_name(), await task) == ("the work", "done")


async def test_a_task_that_nobody_holds_runs_to_its_end() -> None:
    ended: list[str] = []

    async def alone() -> None:
        # Only this coroutine knows the future it waits for, so nothing else keeps the task.
        waited = asyncio.get_running_loop().create_future()
        asyncio.get_running_loop().call_later(0, waited.set_result, None)
        await waited
        ended.append("alone")

    start(alone(), "alone")
    gc.collect()
    await turns()
    assert ended == ["alone"]


async def test_an_ended_task_is_let_go() -> None:
    work = Work()
    work.may_end.set()
    task = start(work.run(), "the work")
    await task
    await turns()
    holders = [each for each in gc.get_referrers(task) if isinstance(each, set)]
    assert holders == []


async def test_shielded_work_gives_its_result() -> None:
    work = Work()
    work.may_end.set()
    assert await shielded(work.run(), "work") == "done"


async def test_shielded_work_raises_what_it_raised() -> None:
    work = Work()
    work.may_end.set()
    with pytest.raises(KeyError, match="it failed"):
        await shielded(work.run(KeyError("it failed")), "work")
    assert work.is_done


async def test_a_cancelled_caller_waits_until_its_work_is_done() -> None:
    work = Work()
    caller = await cancelled_in(work)
    assert (caller.done(), work.is_done) == (False, False)
    work.may_end.set()
    with pytest.raises(asyncio.CancelledError):
        await caller
    assert work.is_done


async def test_a_cancelled_caller_stays_cancelled_when_its_work_fails() -> None:
    work = Work()
    caller = await cancelled_in(work, KeyError("it failed"))
    work.may_end.set()
    with pytest.raises(asyncio.CancelledError):
        await caller
    assert work.is_done


async def test_work_runs_to_its_end_when_its_caller_is_cancelled_twice() -> None:
    work = Work()
    caller = await cancelled_in(work)
    caller.cancel()
    await turns()
    assert not work.is_done
    work.may_end.set()
    await turns()
    assert (caller.cancelled(), work.is_done) == (True, True)


async def test_a_time_limit_does_not_cut_work_short() -> None:
    work = Work()
    asyncio.get_running_loop().call_later(0.01, work.may_end.set)
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(0):
            await shielded(work.run(), "work")
    assert work.is_done


async def test_work_that_cancels_itself_cancels_its_caller() -> None:
    async def gives_up() -> None:
        raise asyncio.CancelledError

    with pytest.raises(asyncio.CancelledError):
        await shielded(gives_up(), "gives up")
    caller = start(shielded(gives_up(), "gives up"), "caller")
    await asyncio.wait({caller})
    assert caller.cancelled()
