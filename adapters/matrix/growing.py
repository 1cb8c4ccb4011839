"""How a reply grows on Matrix: edits ever further apart, with an emoji that stops it."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any
from uuid import uuid4

import structlog

from adapters.kit.growing_messages import MOST_GROWING, Pace, Streams
from adapters.kit.retry import Sleep
from adapters.matrix import ids
from adapters.matrix.form import STOP, OwnMessage, edited, own_message
from adapters.matrix.history import History
from adapters.matrix.marks import Marks
from bot.bounded import BoundedMap
from bot.capabilities import Growth
from bot.errors import PlatformError
from bot.tasks import ended, start

JSON = dict[str, Any]
log = structlog.get_logger()
QUICK = 500  # characters: what takes longer than a millisecond is formatted in a thread
GROWTH = Growth(hold_s=1.0, placeholder_s=2.0, anew_s=60.0)
STOPS_AFTER_S = 1.0  # of words that stand: a reply that is whole by then needs no emoji
# An edit is an event that everybody's client fetches, decrypts and keeps, and each is the whole
# text. Sixty words, five or more a second, are to cost four: the message, the emoji that stops it,
# the last edit, and the emoji's going. So an edit before the last comes late, and the next ones
# later still. Only a placeholder's first words come soon: it says nothing.
PACE = Pace(12.0, most=15, slower_from=0, slower_by=1.25)  # 14 edits last a quarter of an hour
WORDS_S = 2.0


@dataclass(slots=True)
class _Offer:
    """The emoji under one message; once it is due, it may stand there."""

    is_due: bool
    putting: asyncio.Task[str | None] | None = None


# Why no emoji is left under a reply that is over. It is put in a task beside the reply's own, so
# the reply may end before it is due (then it never is), while it is on its way (then that is waited
# for), or after. What this process cannot know is asked for: whether one stands already, where it
# was refused as a second one, and under a message that another process left, whose own content
# tells that it was growing. The emoji goes before the reply counts as written: a process killed in
# between leaves the reply open, and the next one finishes both.
@dataclass
class Stops:
    """The emoji that ends a reply while it is written, where its person taps it."""

    marks: Marks
    sleep: Sleep = asyncio.sleep
    _offers: BoundedMap[str, _Offer] = field(default_factory=lambda: BoundedMap(MOST_GROWING))

    def offer(self, room: str, event: str, after_s: float) -> None:
        """Puts the emoji under a message in so many seconds, if it still grows by then."""
        if event not in self._offers:
            offer = self._offers[event] = _Offer(is_due=not after_s)
            offer.putting = start(self._put(room, event, offer, after_s), "stop")

    async def _put(self, room: str, event: str, offer: _Offer, after_s: float) -> str | None:
        if not offer.is_due:
            await self.sleep(after_s)
        offer.is_due = True
        try:
            return await self.marks.put(room, event, STOP)
        except PlatformError as failure:  # whoever reads it can put one there
            log.info("matrix: nothing to tap under a reply", what=str(failure))
            return None

    async def withdraw(self, room: str, event: str) -> None:
        """Takes the emoji away from under a reply that is over, wherever it came from."""
        offer = self._offers.pop(event, None)
        if offer is not None and not offer.is_due:
            await _never(offer)
            return
        try:
            mark = await _put(offer)
            if mark is not None:
                await self.marks.redact(room, mark)
            else:
                await self.marks.take_back(room, event, (STOP,))
        except PlatformError as failure:  # the words stand, and that is what counts
            log.warning("matrix: an emoji stays under a reply", what=str(failure))

    async def drop(self, event: str) -> None:
        """Puts none under a message that goes, and its emojis with it."""
        offer = self._offers.pop(event, None)
        if offer is not None:
            await _never(offer)

    async def close(self) -> None:
        """Puts no more (shutdown)."""
        while self._offers:
            await _never(self._offers.popitem()[1])


@dataclass
class GrowingReplies:
    """Changes the bot's own messages as they grow; what this process did not say is read first."""

    past: History
    marks: Marks
    streams: Streams[str] = field(default_factory=lambda: Streams[str](PACE, "matrix"))
    stops: Stops = field(init=False)

    def __post_init__(self) -> None:
        self.stops = Stops(self.marks)

    def begin(self, there: ids.Address, event: str, post: OwnMessage, *, is_late: bool) -> None:
        """Adds a message that was said and will grow.

        Args:
            is_late: whoever waits for its words has waited for long: it is a placeholder, or an
                earlier process may have said it.
        """
        first_s, stops_s = (WORDS_S, 0.0) if is_late else (None, STOPS_AFTER_S)
        self.streams.begin(event, post.text, partial(self._grown, there, event, post), first_s)
        self.stops.offer(there.room, event, stops_s)

    async def extend(self, at: ids.Address, event: str, text: str, *, is_last: bool) -> None:
        """Shows a reply's longer text soon, or its last one at once."""
        is_stoppable = True
        if not await self.streams.grow(event, text, is_last=is_last):
            post = await self.own(at.room, event, at.thread)
            is_stoppable = post.is_stoppable
            self.streams.begin(event, post.text, partial(self._grown, at, event, post))
            await self.streams.grow(event, text, is_last=is_last)
            if not is_last:
                self.stops.offer(at.room, event, 0.0)
        if is_last and is_stoppable:
            await self.stops.withdraw(at.room, event)

    async def end(self, event: str) -> bool:
        """Lets a message grow no more; False if it did not grow in this process."""
        await self.stops.drop(event)
        return await self.streams.end(event)

    async def edit(
        self, room: str, event: str, post: OwnMessage, transaction: str | None = None
    ) -> None:
        """Replaces a message by another one at once; a transaction sent again changes nothing."""
        body = await formed(partial(edited, event=event), post)
        await self.past.home.send(room, "m.room.message", body, transaction or uuid4().hex)

    async def own(self, room: str, event: str, thread: str | None) -> OwnMessage:
        """Gives one of the bot's messages as it stands. Raises PlatformError for another's."""
        source = await self.past.standing(room, event, thread)
        post = own_message(source.get("content", {}))
        if source.get("sender") != self.past.home.me or post is None:
            raise PlatformError("Only a message of the bot's can be changed by it.")
        return post

    async def _grown(self, there: ids.Address, event: str, post: OwnMessage, text: str) -> None:
        if not there.is_open and self.past.rooms.is_open(there.room):
            raise PlatformError("Others read that room now.")
        await self.edit(there.room, event, replace(post, text=text))


async def formed(form: Callable[[OwnMessage], JSON], post: OwnMessage) -> JSON:
    """Gives a message's content, and formats a long one in a thread beside the event loop."""
    if len(post.text) <= QUICK:
        return form(post)
    return await asyncio.to_thread(form, post)


async def _put(offer: _Offer | None) -> str | None:
    """Waits for an emoji that is on its way, and gives its id, if this process knows it."""
    if offer is None or offer.putting is None:
        return None
    await asyncio.wait({offer.putting})  # whoever is cancelled here does not cancel that
    return None if offer.putting.cancelled() else offer.putting.result()


async def _never(offer: _Offer) -> None:
    if offer.putting is not None:
        await ended(offer.putting)
