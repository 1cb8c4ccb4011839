"""Whether an endpoint streams a reply piece by piece, or sends it all at once."""

import asyncio
from collections.abc import AsyncIterator
from typing import Protocol


class Step(Protocol):
    """One event of a stream."""

    @property
    def is_piece(self) -> bool:
        """Whether the event holds words or thinking."""


async def arrived(steps: AsyncIterator[Step], least: int) -> int | None:
    """Counts the pieces that had to be waited for, up to a number, or None if none came.

    A piece that is there without a pass of the event loop came in one packet with the one before.
    """
    apart, has_begun = 0, False
    while apart < least:
        waited = asyncio.Event()
        asyncio.get_running_loop().call_soon(waited.set)
        step = await anext(steps, None)
        if step is None:
            break
        has_begun = True
        apart += step.is_piece and waited.is_set()
    return apart if has_begun else None
