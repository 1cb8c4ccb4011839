"""Models whose time to first token is measured, and how many replies they bear at once."""

import asyncio
from collections.abc import AsyncGenerator, Callable
from contextlib import aclosing
from dataclasses import dataclass, field
from typing import cast

from bot.errors import ModelBusy, ModelUnreachable
from bot.model.concurrency_limit import MOST, ConcurrencyLimit, Sample
from bot.ports import Model
from bot.words import Draft, Prompt

_Drafts = AsyncGenerator[Draft, None]
OVERLOADED = (ModelBusy, ModelUnreachable)


@dataclass(slots=True)
class Measured:
    """ports.Model over another one, which learns from each request what that one bears."""

    model: Model
    answered: Callable[["Measured"], None]  # called when a reply of it has begun
    limit: ConcurrencyLimit = field(default_factory=ConcurrencyLimit)
    _at_once: int = 0

    @property
    def host(self) -> str | None:
        """The host the words are sent to; None when they stay on this machine."""
        return self.model.host

    @property
    def most(self) -> int:
        """How many replies it bears; what runs in this process bears as many as are allowed."""
        return self.limit.most if self.host is not None else MOST

    @property
    def sure(self) -> int:
        """How many of them it was not late with, as far as is known."""
        return self.limit.sure(_now()) if self.host is not None else MOST

    async def stream(self, prompt: Prompt) -> _Drafts:
        """Proposes words as the other model does, and notes when the first came, or that none."""
        self._at_once += 1
        asked = _Request(_now(), self._at_once)
        drafts = cast(_Drafts, self.model.stream(prompt))
        try:
            async with aclosing(drafts):
                async for draft in drafts:
                    self._came(asked)
                    yield draft
        except OVERLOADED:
            self.limit.note(Sample(asked.at, _now(), asked.at_once, has_failed=True))
            raise
        finally:
            self._at_once -= 1

    def _came(self, asked: "_Request") -> None:
        """Notes the first words of a reply; those after it say nothing of capacity."""
        if not asked.has_begun:
            asked.has_begun = True
            self.limit.note(Sample(asked.at, _now(), asked.at_once))
            self.answered(self)

    async def close(self) -> None:
        """Lets go of connections."""
        await self.model.close()


@dataclass(slots=True)
class _Request:
    at: float
    at_once: int
    has_begun: bool = False


class Capacity:
    """What the endpoints bear: the limit of the one that spoke last, because it has the load.

    An endpoint that fails is asked first all the same, and the next one answers; so the limits of
    both follow what each did, and that of the one that answers holds.
    """

    def __init__(self, models: tuple[Model, ...]) -> None:
        self.models = tuple(Measured(one, self._spoke) for one in models)
        self._last = self.models[0]
        self.changed: Callable[[], None] = lambda: None  # called when more may be borne than before

    @property
    def most(self) -> int:
        """How many replies may be written at once."""
        return self._last.most

    @property
    def sure(self) -> int:
        """How many may be written at once and none of them late."""
        return self._last.sure

    def _spoke(self, model: Measured) -> None:
        self._last = model
        self.changed()


def _now() -> float:
    return asyncio.get_running_loop().time()
