"""Interactions: acknowledged first, then turned into what happened, or into the adapter's own."""

import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import structlog

from adapters.discord import names as ids
from adapters.discord.api import Api
from adapters.discord.carry import Carrying
from adapters.discord.commands import ON_MESSAGES, WRONG, completed, words_of
from adapters.discord.form import NOTE, PRIVATE, STOP, choice, content
from adapters.discord.hear import Hearing
from adapters.discord.kept import Kept
from adapters.discord.modal import asked_about, filled, wrong
from adapters.discord.rights import lack
from adapters.discord.threads import Threads
from adapters.discord.whisper import EPHEMERAL, Token, Whispers
from bot import phrases
from bot.errors import PlatformError
from bot.events import ChoiceMade, CommandGiven, Event, ReactionAdded
from bot.ids import MessageId, PersonId, SendKey
from bot.ports import Clock

JSON = dict[str, Any]
LINK = "https://discord.com/channels/{guild}/{channel}/{message}"
log = structlog.get_logger()
COMMAND, COMPONENT, COMPLETING, SUBMITTED = 2, 3, 4, 5
DEFER, DEFER_UPDATE, CHOICES, MODAL = 5, 6, 8, 9
TOO_OLD = timedelta(seconds=2.5)  # Discord takes an acknowledgement for three


@dataclass
class Acting:
    """Takes up one interaction at a time; who acted is who Discord says it was."""

    api: Api
    hearing: Hearing
    carrying: Carrying
    whispers: Whispers
    threads: Threads
    kept: Kept
    clock: Clock

    async def came(self, data: JSON) -> tuple[Event, Token] | None:
        """Acknowledges, and gives what happened; None where nothing is left for the core."""
        if self.clock.now() - ids.made_at(str(data["id"])) > TOO_OLD:
            log.warning("discord: an interaction came too late to be acknowledged")
            return None
        match data.get("type"):
            case 4:
                body = {"type": CHOICES, "data": {"choices": completed(data["data"])}}
                await self._answer(data, body)
            case 2 if data["data"].get("name") == WRONG:
                target = str(data["data"]["target_id"])
                await self._answer(data, {"type": MODAL, "data": wrong(target)})
            case 2 | 5:
                await self._answer(data, {"type": DEFER, "data": {"flags": EPHEMERAL}})
                return await self._commanded(await self._at_home(data))
            case 3:
                await self._answer(data, {"type": DEFER_UPDATE})
                return await self._pressed(await self._at_home(data))
        return None

    async def _answer(self, data: JSON, body: JSON) -> None:
        await self.api.ask("POST", f"/interactions/{data['id']}/{data['token']}/callback", body)

    async def _at_home(self, data: JSON) -> JSON:
        """Gives what was done about a message in a reply's thread as done to that reply."""
        given, message = data["data"], data.get("message") or {}
        about = given.get("target_id") or asked_about(given) or message.get("id")
        if about is None or data.get("guild_id") is None:
            return data
        channel, name = await self.threads.home(str(data["channel_id"]), str(about))
        if name == str(about):
            return data
        told = {**given, "target_id": name}
        return {**data, "channel_id": channel, "data": told, "message": {**message, "id": name}}

    def _begin(self, data: JSON, *, waits: bool) -> tuple[PersonId, Token]:
        person = ids.person(_user(data))
        token = Token(str(data["application_id"]), str(data["token"]), self.clock.now())
        shown = (data.get("message") or {}).get("id")
        is_alone = int((data.get("message") or {}).get("flags") or 0) & EPHEMERAL
        message = MessageId(str(shown)) if shown and is_alone else None
        room = self.hearing.where(data).room
        self.whispers.begin(room, person, token, message, waits=waits)
        return person, token

    async def _commanded(self, data: JSON) -> tuple[Event, Token] | None:
        person, token = self._begin(data, waits=True)
        given, name = data["data"], data["data"].get("name")
        if data["type"] == SUBMITTED:
            words = filled(given)
        elif name in ON_MESSAGES:
            words = f"attune {ON_MESSAGES[name]} {given['target_id']}"
        else:
            words = words_of(given)
        if words is None:
            return None
        if self._is_of_another(given):
            await self._whisper(data, person, content(phrases.NOT_MINE, ()))
            return None
        await self._tell_lack(data, person)
        event, about = ids.event("interaction", data["id"]), _link(data, words)
        where = self.hearing.where(data)
        return CommandGiven(event, self.clock.now(), person, where, words, about=about), token

    def _is_of_another(self, given: JSON) -> bool:
        """Whether a menu was opened on a message that is not the bot's."""
        shown = ((given.get("resolved") or {}).get("messages") or {}).values()
        me = self.hearing.me.id
        return any(str((one.get("author") or {}).get("id")) != me for one in shown)

    async def _pressed(self, data: JSON) -> tuple[Event, Token] | None:
        person, token = self._begin(data, waits=False)
        custom, message = str(data["data"].get("custom_id")), data.get("message") or {}
        head = (
            ids.event("interaction", data["id"]),
            self.clock.now(),
            person,
            self.hearing.where(data),
        )
        chosen = choice(custom)
        if chosen is not None:
            about = MessageId(chosen[0] or str(message.get("id")))
            return ChoiceMade(*head, about, chosen[1]), token
        if custom == STOP:
            return ReactionAdded(*head, MessageId(str(message.get("id"))), "⏹"), token
        if custom == PRIVATE:
            key = SendKey(str(head[0]))
            room, about = self.hearing.where(data).room, MessageId(str(message.get("id")))
            line = await self.carrying.over(key, room, person, about)
            await self._whisper(data, person, content(line, ()))
        elif custom.startswith(NOTE):
            await self._read(data, person, custom.removeprefix(NOTE))
        return None

    async def _tell_lack(self, data: JSON, person: PersonId) -> None:
        """Says what it may not do here and would need, to whoever gave a command."""
        lacking = lack(int(data.get("app_permissions") or 0)) if data.get("guild_id") else ()
        if lacking:
            line = phrases.LACKING.format(rights=", ".join(lacking))
            await self._whisper(data, person, content(line, ()))

    # -- the adapter's own buttons -------------------------------------------------------------

    async def _whisper(self, data: JSON, person: PersonId, body: JSON) -> MessageId:
        return await self.whispers.say(self.hearing.where(data).room, person, body)

    async def _read(self, data: JSON, person: PersonId, name: str) -> None:
        """Shows what waits for one person to that person: nobody else has such a note."""
        kept = await self.kept.of(person, f"note:{name}")
        if kept is None:
            await self._whisper(data, person, content(phrases.NOT_YOURS, ()))
            return
        note = json.loads(kept)
        shown = content(note["text"], tuple(note["choices"]), note["message"])
        await self._whisper(data, person, shown)


def _link(data: JSON, words: str) -> str:
    """Gives how people find the message that a command names; empty where it names none."""
    guild, named = data.get("guild_id"), MessageId(words.split()[-1])
    if guild is None or not ids.is_message(named):
        return ""
    channel, message = ids.place(ids.room(str(data["channel_id"])), named)
    return LINK.format(guild=guild, channel=channel, message=message)


def _user(data: JSON) -> str:
    """Gives who acted: in a server the member, in a direct message the user."""
    user = (data.get("member") or {}).get("user") or data.get("user") or {}
    if not user.get("id"):
        raise PlatformError("Discord did not say who acted.")
    return str(user["id"])


Handle = Callable[[Event], Awaitable[bool]]
