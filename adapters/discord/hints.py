"""Lines of the adapter's own: how to be heard, and where to pick a command that was typed."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from adapters.discord import ids, typed
from adapters.discord.chat import DiscordChat
from adapters.discord.history import replied_to
from adapters.discord.registered import Registered
from adapters.discord.sentences import said_on_discord
from adapters.discord.translate import Translation
from adapters.kit.notes import Notes
from adapters.kit.tongues import Tongues
from bot.crisis.tiers import Tier, stated
from bot.events import Event, MessageSeen, WordlessSeen
from bot.ids import PersonId, RoomId, SendKey
from bot.records import NoteRow
from bot.words import Outgoing

JSON = dict[str, Any]
DAY = timedelta(days=1)
WORDLESS = "words are needed"
UNHEARD, PROXIED = "unheard", "proxied"  # the sentences' keys, by which it is kept who was told
# Older releases kept it by how the English line began.
KEPT_BEFORE = {UNHEARD: "Your reply reached m", PROXIED: "I cannot tell who sp"}


@dataclass
class Hints:
    """Says at most once to a person what helps them to be heard."""

    hearing: Translation
    chat: DiscordChat
    kept: Notes
    registered: Registered
    tongues: Tongues

    async def unheard(self, name: str, data: JSON) -> None:
        """Says how to be heard: once to each person, and once in a channel where webhooks speak."""
        me = self.hearing.me
        if name != "MESSAGE_CREATE" or _author(data) == me.id:
            return
        where, message = self.hearing.where(data), str(data["id"])
        if data.get("webhook_id"):
            nobody = ids.person(str(where.room))
            if me.is_named(data) and data.get("application_id") != me.id:
                await self._once(nobody, where.room, PROXIED, message)
            return
        about = data.get("referenced_message") or {}
        is_reply = replied_to(data) is not None and not data.get("content")
        if is_reply and _author(about) == me.id:
            person = ids.person(_author(data))
            await self._once(person, where.room, UNHEARD, message)

    async def shows_way(self, event: MessageSeen) -> bool:
        """Says where to pick a command that was typed in public; False if no command was typed."""
        lone = typed.lone(event.text)
        given = typed.command(event.text)
        name = lone or (typed.meant(given) if given is not None else None)
        if name is None or stated(event.all_words).verdict.tier >= Tier.ELEVATED:
            return False
        if await self.kept.is_ignored(event.person):
            return False
        said = said_on_discord(await self.tongues.of(event.person))
        line = said.way_to_help if lone == "help" else said.way
        await self._to(event, line.format(link=self.registered.link(name)))
        return True

    async def is_first_today(self, event: WordlessSeen) -> bool:
        """Returns whether to say that words are needed: once a day, but after each bare mention."""
        if event.is_bare:
            return True
        told = await self.kept.of(event.person, WORDLESS)
        return told is None or event.at - datetime.fromisoformat(told) >= DAY

    def notes(self, event: Event) -> tuple[NoteRow, ...]:
        """Gives what is kept with the decision that says it: from then on a day is counted."""
        if not isinstance(event, WordlessSeen) or event.is_bare:
            return ()
        return (self.kept.about(event.person, WORDLESS, event.at.isoformat()),)

    async def _to(self, event: MessageSeen, line: str) -> None:
        name = f"way shown to {event.message}"
        if await self.kept.house(name) is None:
            await self.kept.keep_house(name, "shown", lasts=False)
            key, about = SendKey(f"discord:way:{event.message}"), event.message
            await self.chat.say(Outgoing(key, event.where.room, line, reply_to=about))

    async def _once(self, owner: PersonId, room: RoomId, key: str, message: str) -> None:
        if await self._was_told(owner, key):
            return
        await self.kept.keep(owner, f"told:{key}", "told")
        said = said_on_discord(await self.tongues.of(owner))
        line = {UNHEARD: said.unheard, PROXIED: said.proxied}[key]
        await self.chat.say(Outgoing(SendKey(f"discord:once:{message}"), room, line))

    async def _was_told(self, owner: PersonId, key: str) -> bool:
        names = (f"told:{key}", f"told:{KEPT_BEFORE[key]}")
        return any([await self.kept.of(owner, name) is not None for name in names])


def _author(message: JSON) -> str:
    return str((message.get("author") or {}).get("id"))
