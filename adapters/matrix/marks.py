"""The bot's own emojis under messages: each put once, and taken back."""

from collections.abc import Collection, Sequence
from contextlib import suppress
from dataclasses import dataclass
from uuid import uuid4

from adapters.matrix.errors import MatrixRefused
from adapters.matrix.form import NUMBERS, OFFERED, reaction
from adapters.matrix.homeserver import Homeserver

STANDS = "M_DUPLICATE_ANNOTATION"


@dataclass(frozen=True, slots=True)
class Marks:
    """Puts emojis on messages and takes them back."""

    home: Homeserver

    async def put(self, room: str, event: str, emoji: str) -> str | None:
        """Puts an emoji on a message, and gives its id; None if it stands there already."""
        try:
            return await self.home.send(room, "m.reaction", reaction(event, emoji), uuid4().hex)
        except MatrixRefused as refused:
            if refused.code != STANDS:
                raise
        return None

    async def take_back(self, room: str, event: str, emojis: Collection[str]) -> None:
        """Takes back whichever of these emojis the bot put on a message."""
        for one in await self.home.relations(room, event, "m.annotation"):
            key = one.get("content", {}).get("m.relates_to", {}).get("key")
            if one.get("sender") == self.home.me and key in emojis:
                await self.redact(room, str(one["event_id"]))

    async def redact(self, room: str, mark: str) -> None:
        """Takes one emoji back by its id; doing so again changes nothing (idempotent)."""
        await self.home.redact(room, mark, f"delete {mark}")

    async def offer(self, room: str, event: str, before: Sequence[str], now: Sequence[str]) -> None:
        """Puts a number on a message for each choice, and takes surplus ones back."""
        with suppress(MatrixRefused):  # where it may not react, its people still can
            for number in OFFERED[len(before) : len(now)]:
                await self.put(room, event, number)
        if len(now) < len(before):
            await self.take_back(room, event, NUMBERS[len(now) : len(before)])
