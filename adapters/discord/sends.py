"""New messages: each key said once, also where Discord's own memory of it is too short."""

import asyncio
import json
from collections import OrderedDict
from datetime import timedelta
from typing import Any

from adapters.discord import names as ids
from adapters.discord.api import Api
from adapters.discord.form import ALONE, NOTE, content, nonce
from adapters.discord.kept import Kept
from adapters.discord.past import Me
from adapters.discord.whisper import Whispers
from bot import phrases
from bot.ids import MessageId, PersonId, RoomId, SendKey
from bot.ports import Clock

JSON = dict[str, Any]
SURELY = timedelta(minutes=2)  # for so long Discord knows a nonce, and longer
MOST = 5000
LOOKED_AT = 50


class Sends:
    """Says new messages. A key that was tried before is looked for, not said again."""

    def __init__(self, api: Api, me: Me, whispers: Whispers, kept: Kept, clock: Clock) -> None:
        self._api, self._me, self._whispers = api, me, whispers
        self._kept, self._clock = kept, clock
        self._began, self._busy = clock.now(), 0
        self.idle = asyncio.Event()  # while nothing is being said
        self.idle.set()
        self._said: OrderedDict[str, str] = OrderedDict()  # a key's nonce, and its message
        self._tried: OrderedDict[str, Any] = OrderedDict()

    async def said(self, key: SendKey, channel: str, body: JSON) -> str:
        """Says it in a channel, or gives the message that said it already."""
        name, now = nonce(key), self._clock.now()
        known = self._said.get(name)
        if known is not None:
            return known
        first = self._tried.setdefault(name, now)
        is_from_before = first == now and now - self._began < SURELY
        if is_from_before or now - first > SURELY:
            found = await self._found(channel, body)
            if found is not None:
                return self._keep(name, found)
        self._busy += 1
        self.idle.clear()
        try:
            made = await self._api.ask("POST", f"/channels/{channel}/messages", body)
        finally:
            self._busy -= 1
            if not self._busy:
                self.idle.set()
        return self._keep(name, str(made["id"]))

    async def whispered(self, key: SendKey, room: RoomId, to: PersonId, body: JSON) -> MessageId:
        """Says it to one person alone; the same key again says nothing."""
        name = nonce(key)
        if name not in self._said:
            self._keep(name, await self._whispers.say(room, to, body))
        return MessageId(self._said[name])

    async def noted(
        self, key: SendKey, room: RoomId, to: PersonId, text: str, choices: tuple[str, ...]
    ) -> MessageId:
        """Says that there is something for one person alone, which they open by a tap."""
        name = nonce(key)
        body = {**content(phrases.FOR_YOU_ALONE, (), extra=f"{NOTE}{name}")}
        body |= {"nonce": name, "enforce_nonce": True, "flags": ALONE}
        shown = MessageId(await self.said(key, ids.channel(room), body))
        kept = json.dumps({"text": text, "choices": choices, "message": shown})
        await self._kept.keep(to, f"note:{name}", kept)
        return shown

    def _keep(self, name: str, message: str) -> str:
        self._said[name] = message
        for kept in (self._said, self._tried):
            while len(kept) > MOST:
                kept.popitem(last=False)
        return message

    async def _found(self, channel: str, body: JSON) -> str | None:
        """Looks among the newest messages for the bot's own that says just this."""
        newest = await self._api.ask("GET", f"/channels/{channel}/messages", limit=str(LOOKED_AT))
        for one in newest:
            about = (one.get("message_reference") or {}).get("message_id")
            wanted = (body.get("message_reference") or {}).get("message_id")
            is_own = str(one.get("author", {}).get("id")) == self._me.id
            if is_own and about == wanted and one.get("content") == body["content"]:
                return str(one["id"])
        return None
