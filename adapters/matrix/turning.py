"""Goes on to the next choices of a message where its person takes the way to them."""

import asyncio
from dataclasses import dataclass, field, replace
from typing import Any

from adapters.matrix import ids
from adapters.matrix.addressed import relation
from adapters.matrix.form import OFFERED, OwnMessage, answered_in, number_of, own_message
from adapters.matrix.growing import GrowingReplies
from adapters.matrix.history import History
from adapters.matrix.inbox import Incoming
from bot.engine.lanes import Lanes
from bot.ids import SendKey

JSON = dict[str, Any]
WAY = len(OFFERED) - 1  # the number of the way to other choices


# Why no words come back. Whoever goes on edits the whole message, its words too, as they were read
# a moment before. So both stand in the message's lane: what replaces or deletes it meanwhile waits,
# and what was replaced before is read. A message that grows has no choices yet. Where others read a
# room by now that was one person's, nothing is said again. An event that is handled again after a
# kill has the same transaction, which a homeserver takes once.
@dataclass
class Turning:
    """Shows other choices of the bot's messages, in their place."""

    past: History
    growing: GrowingReplies
    _lanes: Lanes[asyncio.Lock] = field(default_factory=lambda: Lanes(asyncio.Lock))

    def still(self, event: str) -> asyncio.Lock:
        """Gives the lane in which a message is read and changed by one at a time."""
        return self._lanes[event]

    async def turned(self, one: Incoming) -> bool:
        """Shows the next choices if an emoji asks for them; False where it asks for another thing.

        Raises PlatformError if the homeserver is away or refuses.
        """
        content = one.source.get("content")
        relates = relation(content) if isinstance(content, dict) else {}
        event, key = relates.get("event_id"), relates.get("key")
        if not isinstance(event, str) or not isinstance(key, str) or number_of(key) != WAY:
            return False
        async with self.still(event):
            return await self._turned(one, event)

    async def _turned(self, one: Incoming, event: str) -> bool:
        found = self.past.heard.one(one.room, event)
        found = found or await self.past.home.event(one.room, event)
        post = own_message(found.get("content") or {})
        if found.get("sender") != self.past.home.me or post is None or not post.row.way:
            return False
        if not post.is_stoppable and await self._may_turn(one, post, found):
            turned = replace(post, passed=post.row.leads_to)
            key = ids.transaction(SendKey(f"matrix:turned:{one.event}"))
            await self.growing.edit(one.room, event, turned, key)
        return True

    # In a shared room nobody else goes on: between a look and a tap the choices could change.
    async def _may_turn(self, one: Incoming, post: OwnMessage, found: JSON) -> bool:
        """Returns whether a person may choose what others see: it is theirs, and still for them."""
        if one.room in self.past.rooms.direct:
            return not self.past.rooms.is_open(one.room)
        asked = answered_in(found, self.past.home.me)
        if post.of or asked is None:
            return post.of == one.sender
        answered = self.past.heard.one(one.room, asked) or await self.past.home.event(
            one.room, asked
        )
        return bool(answered.get("sender") == one.sender)
