"""Generates a reply: the governor's releases, from the first endpoint that begins one."""

import asyncio
from collections.abc import AsyncGenerator, Awaitable, Callable, Iterator
from contextlib import aclosing, suppress
from dataclasses import dataclass, field, replace
from typing import Generic, TypeVar, cast

import structlog

from bot.errors import ClassifierError, ModelError
from bot.governor.check import Finding
from bot.governor.filter import Governed, Release
from bot.governor.leanings import Leanings
from bot.metering import NO_METER, Meter, fault_of
from bot.ports import Model
from bot.prompt import noted
from bot.tasks import start
from bot.words import Draft, Prompt, PromptLine

T = TypeVar("T")
MOST_JUDGED = 4  # sentences of one reply
GOES_ON = "(go on)"
CARRIES_ON = "Carry on right after your last sentence, with what is new, in the same language."
log = structlog.get_logger()


class Silenced(Exception):
    """A reply may not be shown any further."""


@dataclass(slots=True)
class Generation:
    """Streams one reply; asks the next endpoint only while no sentence was released.

    Args:
        models: the endpoints, in the order in which they are asked.
        governing: makes a new governor for each try.
        may_show: asked before every release; False ends the reply with Silenced.
        pause_s: after so many seconds without a token, a readable part is released.
        judge: asked about a fault that a sentence leans to but not surely; True keeps the sentence
            back, None means that the judge is not asked about that fault.
        leanings: the classifier's figures for a sentence; after one without an answer, only rules
            judge the rest of the reply, so that nobody waits for the classifier twice.
    """

    models: tuple[Model, ...]
    governing: Callable[[], Governed]
    may_show: Callable[[], Awaitable[bool]]
    pause_s: float
    judge: Callable[[str, str], Awaitable[bool | None]] | None = None
    leanings: Callable[[str], Awaitable[Leanings]] | None = None
    meter: Meter = NO_METER
    judged: int = 0  # sentences
    governed: Governed = field(init=False)
    has_failed: bool = False  # the endpoint that was asked last, before any word of it was shown
    place: int = 0  # of the endpoint that was asked last
    called: str = ""  # how that endpoint named its model
    has_said: bool = False  # something was released

    def __post_init__(self) -> None:
        self.governed = self.governing()

    async def texts(self, prompt: Prompt) -> AsyncGenerator[str, None]:
        """Yields the released text. Raises the last endpoint's ModelError, or Silenced."""
        for place, model in enumerate(self.models):
            self.place = place
            self.governed, self.has_failed, self.called = self.governing(), False, ""
            is_last = place == len(self.models) - 1
            async with aclosing(self._tried(model, prompt, is_last=is_last)) as released:
                async for text in released:
                    self.has_said = True
                    yield text
            if not self.has_failed:
                return

    @property
    def writer(self) -> tuple[int | None, str]:
        """Which endpoint wrote what was released, None: none did; and how it named its model."""
        is_own = self.governed.is_own or not self.has_said
        return (None, "") if is_own else (self.place, self.called)

    async def _tried(
        self, model: Model, prompt: Prompt, *, is_last: bool
    ) -> AsyncGenerator[str, None]:
        """Yields the releases of one endpoint, and notes if it failed before any word."""
        said = ""
        try:
            async for text in self._draft(model, prompt):
                said += text
                yield text
            wanted = self.governed.wants
            if wanted is not None:
                self.governed.begin_again()
                async for text in self._draft(model, again(prompt, said, wanted)):
                    said += text
                    yield text
        except ModelError as failure:
            self.meter.model_failed(self.place, fault_of(failure))
            if said or is_last:
                raise
            self.has_failed = True
            log.warning("an endpoint failed, the next is asked", error=type(failure).__name__)

    async def _draft(self, model: Model, prompt: Prompt) -> AsyncGenerator[str, None]:
        governed = self.governed
        stream = cast("AsyncGenerator[Draft, None]", model.stream(prompt))
        async with aclosing(with_moments(stream, self._until_pause_s)) as read:
            async for draft in read:
                self.called = draft.called if draft and draft.called else self.called
                more = governed.flush() if draft is None else governed.feed(draft)
                async for text in self._shown(more):
                    yield text
                if governed.is_over:  # closed, the stream lets the server stop writing
                    break
        async for text in self._shown(governed.end()):
            yield text

    def _until_pause_s(self, passed: int) -> float | None:
        """Gives after how many seconds without a token there is a pause: one, however long."""
        return None if passed else self.pause_s

    async def _shown(self, releases: Iterator[Release]) -> AsyncGenerator[str, None]:
        """Yields the releases that may be shown; each is checked before the next is decided."""
        for release in releases:
            if release.unread:
                self.governed.leanings = await self._leaning(release.unread)
                continue
            is_against = await self._is_judged(release)
            await self._check()
            if is_against:
                self.governed.take_back(release.suspected)
            elif release.text:
                yield release.text

    async def _leaning(self, sentence: str) -> Leanings | None:
        """Gives the classifier's figures for a sentence, or None if it does not answer in time."""
        if self.leanings is None:
            return None
        try:
            return await self.leanings(sentence)
        except ClassifierError as failure:
            log.info("no answer of the classifier: rules judge this reply alone", why=str(failure))
            self.leanings = None
            return None

    async def _is_judged(self, release: Release) -> bool:
        """Returns whether the judge keeps a release back; asked only a few times a reply."""
        if self.judge is None or not release.suspected or self.judged >= MOST_JUDGED:
            return False
        is_against = await self.judge(release.suspected, self.governed.newest.strip())
        self.judged += is_against is not None
        return is_against or False

    async def _check(self) -> None:
        if not await self.may_show():
            raise Silenced


def again(prompt: Prompt, said: str, wanted: Finding) -> Prompt:
    """Gives the prompt of the one redraft, which continues after the shown part.

    It says what the reply should be, and does not quote what it should not have been.
    """
    if not said.strip():
        *lines, last = prompt.lines
        last = replace(last, text=noted(last.text, wanted.instruct))
        return replace(prompt, lines=(*lines, last))
    note = noted(GOES_ON, f"{wanted.instruct} {CARRIES_ON}")
    go_on = (PromptLine("assistant", said.strip()), PromptLine("user", note))
    return replace(prompt, lines=(*prompt.lines, *go_on))


async def with_moments(
    stream: AsyncGenerator[T, None], left_s: Callable[[int], float | None]
) -> AsyncGenerator[T | None, None]:
    """Yields the stream's items, and None at each moment at which something is due without one.

    Closing this closes the stream too, also while one waits for it.

    Args:
        left_s: gives the seconds until the next moment, by how many have passed since the last
            item; None: there is none.
    """
    # The stream is never read under a timeout, which would cancel it in the middle of a piece: the
    # read goes on in a task of its own, and a moment is only that it has not ended yet.
    async with aclosing(_Pieces(stream)) as pieces:
        while True:
            coming, passed = start(_next(stream), "next piece"), 0
            pieces.coming = coming
            while not (await asyncio.wait({coming}, timeout=left_s(passed)))[0]:
                passed += 1
                yield None
            come = await coming
            if not come:
                return
            yield come[0]


@dataclass(slots=True)
class _Pieces(Generic[T]):
    """A stream and the task that reads its next piece."""

    stream: AsyncGenerator[T, None]
    coming: "asyncio.Task[tuple[T, ...]] | None" = None

    async def aclose(self) -> None:
        """Ends the pending read, then closes the stream: not possible in the other order."""
        if self.coming is not None and not self.coming.done():
            self.coming.cancel()
            with suppress(asyncio.CancelledError):
                await self.coming
        await self.stream.aclose()


async def _next(stream: AsyncGenerator[T, None]) -> tuple[T, ...]:
    # Inside a task, the end of a stream must not be a StopAsyncIteration.
    try:
        return (await anext(stream),)
    except StopAsyncIteration:
        return ()
