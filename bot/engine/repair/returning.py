"""Gives a reply the words from before a repair: undone, or left open by an earlier process."""

from dataclasses import dataclass

from bot.actions.ask import Ask
from bot.engine.bookkeeping import Bookkeeping
from bot.engine.codec import Sending, dump, load_versions
from bot.ports import Unit
from bot.records import AskRow, OutboxRow, ReplyRow, TakenBack, send_key
from bot.repair.stack import Version


def begun(ask: Ask, reply: ReplyRow | None) -> Version | None:
    """Gives the repair in place that an earlier process began and did not store, if there is one.

    Its words may stand in the room: that process may have ended on either side of showing them.
    """
    left = load_versions(reply.before)[reply.repairs :] if reply is not None else ()
    return left[0] if left and ask.in_place else None


@dataclass(frozen=True, slots=True)
class Returning:
    """Stores what restores the words from before one repair."""

    books: Bookkeeping
    row: AskRow
    ask: Ask

    async def row_for(self, unit: Unit, number: int) -> OutboxRow:
        """Stores and gives the row that takes the repair of a number back."""
        ask = self.ask
        sending = Sending(
            ask.room, ask.scope, ask.is_direct, None, ask.reply, (number,), ask.language
        )
        key, at = send_key(TakenBack(self.row.key)), self.books.clock.now()
        back = OutboxRow(self.row.owner, key, at=at, body=dump(sending))
        await unit.put(back)
        return back

    async def of_begun(self) -> tuple[OutboxRow, ...]:
        """Stores and gives the row that takes back what an earlier process began, if it did."""
        person = self.books.names.person(self.ask.scope.person)
        return await self.books.store.deciding(person, self._of_begun)

    async def _of_begun(self, unit: Unit) -> tuple[OutboxRow, ...]:
        left = begun(self.ask, await unit.get(ReplyRow, self.row.owner, self.ask.reply))
        return (await self.row_for(unit, left.number),) if left is not None else ()
