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
from bot.ids import MessageId, PersonId, RoomId, SendKey
from bot.records import part_of
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

    async def over(self, key: SendKey, room: RoomId, person: PersonId, message: MessageId) -> str:
        """Copies the exchange of a reply once, and gives what to tell the person who tapped."""
        reply = await self.past.message(room, message)
        asked = replied_to(reply)
        said = await self.past.message(room, MessageId(asked)) if asked is not None else None
        if said is None or str((said.get("author") or {}).get("id")) != ids.user(person):
            return self.past.strings.rooms.not_yours
        answer = await self.past.answer(room, MessageId(str(said["id"])))
        try:
            channel = await self._direct(person)
            await self._say(key, channel, self._exchange(said, answer))
        except DiscordRefused:
            return said_on_discord(self.past.strings).no_direct
        return said_on_discord(self.past.strings).taken_private.format(
            link=LINK.format(channel=channel)
        )

    async def _direct(self, person: PersonId) -> str:
        body = {"recipient_id": ids.user(person)}
        return str((await self.api.ask("POST", "/users/@me/channels", body))["id"])

    def _exchange(self, said: JSON, answer: str) -> str:
        words = self.past.me.without(str(said.get("content") or ""))[:MOST_OF_A_QUESTION]
        quoted = words.replace("\n", "\n> ")
        return f"{self.past.strings.replies.carried_over}\n> {quoted}\n\n{answer}"

    async def _say(self, key: SendKey, channel: str, text: str) -> None:
        """Says a text in as many messages as it takes, each later one as a reply to the first."""
        first = ""
        for place, piece in enumerate(parts(text, LONGEST)):
            body = content(piece)
            body |= {"nonce": nonce(part_of(key, place)), "enforce_nonce": True}
            body |= {"message_reference": {"message_id": first}} if first else {}
            said = await self.sends.said(part_of(key, place), channel, body)
            first = first or said
