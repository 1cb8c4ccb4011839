"""How a reply grows on Discord: edits of one message, with a button that stops it."""

from functools import partial
from typing import Any, NamedTuple

from adapters.discord import ids
from adapters.discord.bodies import offered
from adapters.discord.cards import edited, is_card, words
from adapters.discord.components import (
    NOBODY,
    PRIVATE,
    STOP,
    OwnButton,
    Under,
    buttons,
    choices,
    content,
    quiet,
    under_of,
)
from adapters.discord.history import History
from adapters.discord.sentences import own_button, spoken_in
from adapters.kit.growing_messages import MOST_GROWING, Pace, Streams
from bot.bounded import BoundedMap, BoundedSet
from bot.capabilities import Growth
from bot.errors import PlatformError
from bot.ids import MessageId, RoomId
from bot.strings import Strings
from bot.words import Edit, Outgoing, Stage

JSON = dict[str, Any]
PACE = Pace(1.0, most=1000, slower_from=1000)
PINGS_AFTER_S = 60.0  # an answer that took longer calls whom it answers
GROWTH = Growth(hold_s=1.0, placeholder_s=2.0, anew_s=PINGS_AFTER_S)


class Look(NamedTuple):
    """What a message that grows shows: its words, and the adapter's own button under them."""

    content: str
    button: OwnButton | None

    def body(self) -> JSON:
        """Gives it as the body of an edit."""
        return content("", Under(own=self.button)) | {"content": self.content}


class GrowingReplies:
    """Changes the bot's own messages, each change by one call, and none that changes nothing.

    Of what this process said as growing, it knows what shows. Of anything else Discord is asked
    first: of a reply that an earlier process left, and of what is repaired. Its own button tells in
    which language it was said.
    """

    def __init__(self, past: History) -> None:
        self._past, self._api, self._me = past, past.api, past.me
        self._strings = past.strings
        self._speaks = BoundedMap[MessageId, Strings](MOST_GROWING)
        self._stays = BoundedSet[MessageId](MOST_GROWING)  # where admins want no offer to move
        self._streams = Streams[Look](PACE, "discord", words=lambda look: look.content)

    def button(self, stage: Stage, strings: Strings, *, begins_shared: bool) -> OwnButton | None:
        """Gives the adapter's own button under a reply: it stops what is not whole."""
        if stage is not Stage.WHOLE:
            return own_button(STOP, strings)
        return own_button(PRIVATE, strings) if begins_shared else None

    def begin(self, message: MessageId, new: Outgoing) -> None:
        """Adds a message that was said now and will grow."""
        strings = self._strings.to(new.language)
        if new.stays_here:
            self._stays.add(message)
        self._add(new.room, message, Look(quiet(new.text), own_button(STOP, strings)), strings)

    async def extend(self, room: RoomId, message: MessageId, text: str, *, is_last: bool) -> None:
        """Shows a reply's longer text soon, or its last one at once."""
        if await self._grown(room, message, text, is_last=is_last):
            return
        old = await self.own(room, message)
        if choices(old) or is_card(old):  # it is no reply that grows: what can be chosen stays
            if words(old) != quiet(text):
                await self._edit(room, message, edited(old, text, under_of(old)))
            return
        stands = self._stands(old)
        is_whole = stands.button is None or stands.button.custom_id != STOP
        strings = spoken_in(stands.button, self._strings) if stands.button else self._strings
        self._add(room, message, stands, strings)
        if is_last and is_whole:
            await self._streams.grow(message, Look(quiet(text), stands.button), is_last=True)
        else:
            await self._grown(room, message, text, is_last=is_last)

    async def _grown(self, room: RoomId, message: MessageId, text: str, *, is_last: bool) -> bool:
        """Shows more of a message that grows in this process; False of any other."""
        strings = self._speaks.get(message, self._strings)
        if is_last:
            self._speaks.pop(message, None)
        stage = Stage.WHOLE if is_last else Stage.GROWING
        own = self.button(stage, strings, begins_shared=self._may_move(room, message))
        return await self._streams.grow(message, Look(quiet(text), own), is_last=is_last)

    async def replace(self, room: RoomId, message: MessageId, new: Edit) -> None:
        """Puts other words, or other choices, in the place of a message at once."""
        is_reply = await self.end(message)
        # What grew here is talk. Of everything else Discord says what it is: it is asked in any
        # case, whether the message is the bot's own, and a card stays a card as long as it stands.
        stands = {} if is_reply and new.text is not None else await self.own(room, message)
        is_reply = is_reply or self._stands(stands).button is not None
        strings, is_shared = self._strings.to(new.language), self._may_move(room, message)
        own = own_button(PRIVATE, strings) if is_reply and is_shared else None
        below = offered(new, strings, own)
        text = new.text
        text = self._me.linked(text) if text is not None and is_card(stands) else text
        await self._edit(room, message, edited(stands, text, below))

    def _may_move(self, room: RoomId, message: MessageId) -> bool:
        """Returns whether a reply may offer to go on in private."""
        return begins_shared(room, message) and message not in self._stays

    async def end(self, message: MessageId) -> bool:
        """Lets a message grow no more; False if it did not grow in this process."""
        self._speaks.pop(message, None)
        return await self._streams.end(message)

    async def own(self, room: RoomId, message: MessageId) -> JSON:
        """Gives one of the bot's messages as Discord has it. Raises PlatformError for another's."""
        found = await self._past.message(room, message)
        if str(found.get("author", {}).get("id")) != self._me.id:
            raise PlatformError("Only a message of the bot's can be changed by it.")
        return found

    def _add(self, room: RoomId, message: MessageId, stands: Look, strings: Strings) -> None:
        self._speaks[message] = strings
        self._streams.begin(message, stands, partial(self._show, room, message))

    def _stands(self, message: JSON) -> Look:
        found = (
            OwnButton(str(one["custom_id"]), str(one.get("label"))) for one in buttons(message)
        )
        own = (one for one in found if one.custom_id in (STOP, PRIVATE))
        return Look(words(message), next(own, None))

    async def _show(self, room: RoomId, message: MessageId, look: Look) -> None:
        await self._edit(room, message, look.body())

    async def _edit(self, room: RoomId, message: MessageId, body: JSON) -> None:
        more = {"allowed_mentions": NOBODY, **body}
        self._past.pages.heard.made(await self._api.ask("PATCH", ids.path(room, message), more))


def begins_shared(room: RoomId, message: MessageId) -> bool:
    """Returns whether a message is in a channel that others read, and begins its reply."""
    return not ids.is_direct(room) and ids.reply_of(message) == message
