"""A start that waits for its database, which another process holds or which is not up yet.

Only a transient fault is waited for; a full disk or a wrong password ends the start at once.
"""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager

import structlog
from tenacity import (
    AsyncRetrying,
    RetryCallState,
    Retrying,
    retry_if_exception_type,
    wait_random_exponential,
)

from adapters.cli.compose import opened, ready_schema
from bot.errors import StoreAway
from bot.ports import Store, Vault
from bot.settings import Settings

SHORTEST_WAIT_S, LONGEST_WAIT_S = 1.0, 30.0
log = structlog.get_logger()


def ready_at_last(settings: Settings) -> str | None:
    """Migrates the database to this program's schema once it answers, as `ready_schema` does."""
    for attempt in Retrying(
        wait=_waits(), retry=retry_if_exception_type(StoreAway), before_sleep=_tell, reraise=True
    ):
        with attempt:
            return ready_schema(settings)
    raise AssertionError("unreachable")


@asynccontextmanager
async def opened_at_last(settings: Settings) -> AsyncIterator[tuple[Store, Vault]]:
    """Opens keys and database once they answer, and closes both at the end."""
    async with AsyncExitStack() as stack:
        async for attempt in AsyncRetrying(
            wait=_waits(),
            retry=retry_if_exception_type(StoreAway),
            before_sleep=_tell,
            reraise=True,
        ):
            with attempt:
                kept = await stack.enter_async_context(opened(settings))
        yield kept


def _waits() -> wait_random_exponential:
    return wait_random_exponential(2, LONGEST_WAIT_S, min=min(SHORTEST_WAIT_S, LONGEST_WAIT_S))


def _tell(state: RetryCallState) -> None:
    failure = state.outcome.exception() if state.outcome is not None else None
    wait = state.next_action.sleep if state.next_action is not None else 0
    log.warning("the start waits for the database", what=str(failure), seconds=round(wait))
