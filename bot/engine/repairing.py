"""Repair: the message is answered again, and only a reply that is really another is shown."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

from bot.actions import Ask
from bot.decide.repairing import try_again
from bot.engine.bookkeeping import Repaired
from bot.engine.codec import ReplyBody, load_reply_body
from bot.engine.exchange import context_of, is_of_manner, notice_of, said_in, size
from bot.engine.generate import Generation, Silenced
from bot.engine.mending import Mending
from bot.engine.reading import read_before
from bot.engine.reply_inputs import Facts, ReplyInputs
from bot.engine.streaming_message import StreamingMessage
from bot.errors import ModelError
from bot.governor.context import Context
from bot.prompt import build, own_words
from bot.records import AskRow
from bot.repair import Exchange, RepairOutcome, guess, outcome, without_apology
from bot.rupture import Rupture
from bot.snapshot import corrections_of
from bot.strings import Strings
from bot.tasks import aside
from bot.words import Prompt, Said


@dataclass(frozen=True, slots=True)
class Repairing:
    """Writes repairs.

    Args:
        releasing: makes what streams one reply.
        writer: makes what shows one.
    """

    sources: ReplyInputs
    mending: Mending
    releasing: Callable[[AskRow, Ask, Facts, Context, Rupture], Generation]
    writer: Callable[[AskRow, Ask], StreamingMessage]

    @property
    def strings(self) -> Strings:
        """What people read here."""
        return self.sources.house.strings

    async def repair(self, row: AskRow, ask: Ask) -> None:
        """Shows a better reply, or says in one line that there is none and leaves the old one."""
        facts, finish = await self.sources.facts(row, ask), self.mending.finish
        if facts.reply is None:
            await finish.nothing(row, ask)
            return
        try:
            await self._better(row, ask, facts, load_reply_body(facts.reply.body))
        except Silenced:
            await finish.nothing(row, ask)
        except asyncio.CancelledError:
            if await self.mending.stands(row):
                raise
            await finish.nothing(row, ask)
        except ModelError:
            await self._tell(row, ask, self.strings.repair.failed)
            await finish.nothing(row, ask)

    async def _better(self, row: AskRow, ask: Ask, facts: Facts, given: ReplyBody) -> None:
        history = await self.sources.history(ask, facts)
        old = await self.sources.standing_text(ask, given)
        own = own_words(old, self.strings)
        kind = ask.rupture or await _guessed(history, ask, own)
        prompt = build(self.sources.request(ask, facts, kind), history)
        context = await read_before(self._context(prompt, history, ask, own, kind))
        releasing = self.releasing(row, ask, facts, context, kind)
        written = "".join([text async for text in releasing.texts(prompt)])
        better = without_apology(own_words(written, self.strings))
        came = await aside(len(old) + len(better), partial(outcome, own), better)
        begins = self._begins(kind, facts, ask)
        governed = releasing.governed
        repaired = Repaired(
            given,
            kind,
            f"{begins}\n\n{better}{notice_of(old, self.strings)}",
            old,
            governed.only_questions,
            size(prompt) + len(better),
            tuple((one.rule, one.action) for one in governed.findings),
        )
        if came is RepairOutcome.BETTER:
            await self.mending.show(row, ask, repaired, self.writer(row, ask))
        else:
            came = RepairOutcome.REFUSED if written.strip() and not better else came
            await self._stays(row, ask, repaired, self._why_it_stays(came))

    def _begins(self, kind: Rupture, facts: Facts, ask: Ask) -> str:
        """Gives what stands before the better reply: where others read, nothing of what was off."""
        if not ask.is_direct:
            return self.strings.replies.carried_on
        return self.strings.repair.lead(kind, _repairs_before(facts))

    def _why_it_stays(self, came: RepairOutcome) -> str:
        said = self.strings.repair
        if came is RepairOutcome.SAME:
            return said.same
        return said.refused if came is RepairOutcome.REFUSED else said.empty

    async def _stays(self, row: AskRow, ask: Ask, repaired: Repaired, words: str) -> None:
        """Says in one line that the first one stays; what the person said of it still holds."""
        if not await self.mending.stands(row):
            raise Silenced
        await self._tell(row, ask, words)
        await self.mending.finish.unchanged(row, ask, repaired)

    def _context(
        self, prompt: Prompt, history: tuple[Said, ...], ask: Ask, old: str, kind: Rupture
    ) -> Context:
        """Gives what the rules look at; of a repair of the manner also the position it keeps."""
        context = context_of(prompt, said_in(history, ask), ask, self.strings)
        if not is_of_manner(kind):
            return context
        earlier = (*context.earlier, old)
        return replace(context, earlier=earlier, is_pushed=True, note=ask.note)

    async def _tell(self, row: AskRow, ask: Ask, words: str) -> None:
        """Says why there is no better version, and offers to try again."""
        again = try_again(ask)
        message = await self.writer(row, ask).tell(words, (again.label,))
        await self.mending.finish.offer(row, ask, message, again)


async def _guessed(history: tuple[Said, ...], ask: Ask, old: str) -> Rupture:
    exchange = Exchange(said_in(history, ask), old, ask.level, ask.stance)
    return await aside(len(exchange.said) + len(old), guess, exchange)


def _repairs_before(facts: Facts) -> int:
    """Gives how many repairs came before in the conversation, this reply's own among them."""
    own = facts.reply.repairs if facts.reply is not None else 0
    others = {reply for reply, _ in corrections_of(facts.talk)}
    return own + len(others - {facts.reply.key if facts.reply is not None else ""})
