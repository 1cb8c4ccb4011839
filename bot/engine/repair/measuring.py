"""The measures of a repair: its kind and time, and whether the same fault came again."""

from dataclasses import dataclass, replace
from datetime import datetime

from bot.actions.ask import Ask
from bot.engine.corrections import came_again, corrected
from bot.engine.counts import REPAIR, count
from bot.engine.pseudonyms import Pseudonyms
from bot.ports import Unit
from bot.records import ConversationRow, Owner, RepairRow, ReplyRow
from bot.rupture import Rupture


@dataclass(frozen=True, slots=True)
class Measuring:
    """Records repairs in one unit of work: never a word of them."""

    unit: Unit
    names: Pseudonyms
    now: datetime

    async def measure(
        self, reply: ReplyRow, ask: Ask, kind: Rupture, number: int | None = None
    ) -> None:
        """Records and counts a repair of a reply, and marks earlier ones that it proves failed.

        Args:
            number: of the version that it made; None: it made none.
        """
        every = await self.unit.find(RepairRow, reply.owner)
        earlier = [one for one in every if one.reply == reply.key]
        if earlier:
            await self.unit.put(replace(earlier[-1], again=True))
        await self._failed(every, reply, kind)
        number = number or 1 + max((one.number for one in earlier), default=0)
        await self.unit.put(self._row(number, reply, ask, kind))
        await count(self.unit, self.now, [f"{REPAIR}{kind.value}"])

    async def _failed(self, every: tuple[RepairRow, ...], reply: ReplyRow, kind: Rupture) -> None:
        talk = await self.unit.get(ConversationRow, reply.owner, reply.room)
        since = talk.started_at if talk is not None else None
        for one in every:
            if one.kind == kind.value and came_again(one, reply, since):
                await self.unit.put(replace(one, failed=True))

    def _row(self, number: int, reply: ReplyRow, ask: Ask, kind: Rupture) -> RepairRow:
        return RepairRow(
            Owner(reply.owner),
            RepairRow.key_of(reply.key, number),
            at=self.now,
            kind=kind.value,
            seconds=(self.now - ask.asked_at).total_seconds(),
            level=int(ask.level),
            room=reply.room,
            turn=reply.turn,
            message=self.names.message(ask.room, ask.source) if ask.source is not None else "",
        )

    async def holds(self, owner: Owner, room: str, reply: str, kind: Rupture) -> None:
        """Stores a correction for the rest of its conversation."""
        talk = await self.unit.get(ConversationRow, owner, room)
        if talk is not None:
            await self.unit.put(corrected(talk, reply, kind))
