""" "Take it private": moves one exchange into a direct message, if its own person taps."""

from dataclasses import dataclass
from typing import Any

from adapters.discord import ids
from adapters.discord.api import Api, DiscordRefused
from adapters.discord.components import content, nonce
from adapters.discord.history import History, replied_to
from adapters.discord.sends import Sends
from adapters.discord.sentences import said_on_discord
from adapters.discord.threads import LONGEST
from adapters.discord.translate import Head
from bot.ids import MessageId, PersonId, SendKey
from bot.records import part_of
from bot.strings import Strings
from bot.text.chunking import parts

JSON = dict[str, Any]
LINK = "https://discord.com/channels/@me/{channel}"
MOST_OF_A_QUESTION = 600


@dataclass(frozen=True, slots=True)
class MoveToDm:
    """Copies a person's message in a channel, and the bot's whole answer, to a direct message."""

    api: Api
    past: History
    sends: Sends

    async def over(self, tap: Head, message: MessageId, strings: Strings) -> str:
        """Copies the exchange of a reply once, and gives what to tell the person who tapped.

        Args:
            strings: those of that person.
        """
        event, _, person, where = tap
        room, key = where.room, SendKey(event)
        asked = replied_to(await self.past.message(room, message))
        said = await self.past.message(room, MessageId(asked)) if asked is not None else None
        if said is None or str((said.get("author") or {}).get("id")) != ids.user(person):
            return strings.rooms.not_yours
        answer = await self.past.answer(room, MessageId(str(said["id"])))
        try:
            channel = await self._direct(person)
            begins = f"{strings.replies.carried_over}\n{self._quoted(said)}"
            await self._say(key, channel, f"{begins}\n\n{answer}")
        except DiscordRefused:
            return said_on_discord(strings).no_direct
        link = LINK.format(channel=channel)
        return said_on_discord(strings).taken_private.format(link=link)

    async def _direct(self, person: PersonId) -> str:
        body = {"recipient_id": ids.user(person)}
        return str((await self.api.ask("POST", "/users/@me/channels", body))["id"])

    def _quoted(self, said: JSON) -> str:
        words = self.past.me.without(str(said.get("content") or ""))[:MOST_OF_A_QUESTION]
        return "> " + words.replace("\n", "\n> ")

    async def _say(self, key: SendKey, channel: str, text: str) -> None:
        """Says a text in as many messages as it takes, each later one as a reply to the first."""
        first = ""
        for place, piece in enumerate(parts(text, LONGEST)):
            body = content(piece)
            body |= {"nonce": nonce(part_of(key, place)), "enforce_nonce": True}
            body |= {"message_reference": {"message_id": first}} if first else {}
            said = await self.sends.said(part_of(key, place), channel, body)
            first = first or said
