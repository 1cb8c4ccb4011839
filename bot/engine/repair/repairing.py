"""Repairs: answers the message again, and shows only a reply that is really different."""

import asyncio
from dataclasses import dataclass, field, replace
from functools import partial

from bot.actions.ask import Ask
from bot.decide.repairing import try_again
from bot.engine.codec import ReplyBody, load_reply_body, load_versions
from bot.engine.exchange import context_of, is_of_manner, line_under, said_in, size, with_recalled
from bot.engine.generate import Generation, Silenced
from bot.engine.reading import read_before
from bot.engine.repair.books import RepairBooks, Repaired
from bot.engine.repair.mending import Mending
from bot.engine.repair.returning import Returning, begun
from bot.engine.reply_inputs import Facts
from bot.engine.workbench import Assignment, Workbench
from bot.errors import ModelError
from bot.governor.context import Context
from bot.layout.markup import with_last
from bot.metering import Ended, What, found
from bot.prompt import build, own_words
from bot.recall.used import dump
from bot.records import AskRow, ReplyRow
from bot.repair import Exchange, RepairOutcome, guess, outcome, without_apology
from bot.repair.stack import kinds_of
from bot.rupture import Rupture
from bot.snapshot import corrections_of
from bot.strings import Strings
from bot.tasks import aside
from bot.words import Prompt, Said


@dataclass(frozen=True, slots=True)
class Second:
    """The second answer, which replaces the words that stand."""

    old: str = field(repr=False)
    text: str = field(repr=False)
    prompt: Prompt
    generation: Generation
    strings: Strings = field(repr=False)
    is_anew: bool = False  # to an edited message: nothing was wrong with the first

    @property
    def own(self) -> str:
        """The words that stand, without the lines that the program added."""
        return own_words(self.old, self.strings)

    @property
    def better(self) -> str:
        """The second answer, without the apology that a model puts before it."""
        said = own_words(self.text, self.strings)
        return said if self.is_anew else without_apology(said)


@dataclass(frozen=True, slots=True)
class Repairing:
    """Writes repairs."""

    bench: Workbench
    mending: Mending

    async def repair(self, row: AskRow, ask: Ask) -> None:
        """Shows a better reply, or says in one line that there is none and leaves the old one."""
        facts, books = await self.bench.sources.facts(row, ask), self.bench.books
        if facts.reply is None:
            await books.nothing(row, ask)
            return
        try:
            await self._better(Assignment(row, ask, facts), facts.reply)
        except Silenced:
            await self._nothing(row, ask, facts.reply)
        except asyncio.CancelledError:
            if await self.bench.stands(row):
                raise
            await self._nothing(row, ask, facts.reply)
        except ModelError:
            self._measured(ask, Ended.CUT)
            await self._put_back(row, ask, facts.reply)
            await self._tell(row, ask, _failed(ask, self.bench.strings_for(ask)))
            await books.nothing(row, ask)

    def _measured(self, ask: Ask, ended: Ended, second: Second | None = None) -> None:
        """Measures a repair; of one in a crisis not what the governor did to it."""
        whole_s = max(0.0, (self.bench.clock.now() - ask.asked_at).total_seconds())
        self.bench.meter.answer(What.REPAIR, ended, None, whole_s)
        if second is not None and not ask.crisis:
            every = second.generation.governed.findings
            found(self.bench.meter, ((one.rule, one.action) for one in every))

    async def _nothing(self, row: AskRow, ask: Ask, reply: ReplyRow) -> None:
        """Ends a repair of which nothing came; what an earlier process showed of it goes."""
        await self._put_back(row, ask, reply)
        await self.bench.books.nothing(row, ask)

    async def _put_back(self, row: AskRow, ask: Ask, reply: ReplyRow) -> None:
        if begun(ask, reply) is not None:
            await self.mending.send(await Returning(self.bench.books, row, ask).of_begun())

    async def _better(self, wanted: Assignment, reply: ReplyRow) -> None:
        ask, given = wanted.ask, load_reply_body(reply.body)
        history = await self.bench.sources.history(ask, wanted.facts)
        wanted = await self.bench.recalling(wanted, history)
        old = await self._replaced(ask, reply, given)
        kind = await _kind_of(history, ask, own_words(old, self.bench.strings))
        wanted = replace(wanted, kind=kind)
        second = await self._second(wanted, kind, history, old)
        came = await _outcome(second)
        repaired = _repaired(wanted, kind, second, given)
        if came is RepairOutcome.BETTER:
            repaired = replace(repaired, made=self.bench.made(second.generation))
        books = RepairBooks(self.bench.books, wanted.row, ask, repaired)
        if came is RepairOutcome.BETTER:
            await self.mending.show(books)
            self._measured(ask, Ended.WHOLE, second)
        else:
            self._measured(ask, Ended.CUT, second)
            words = _why_it_stays(came, ask, self.bench.strings_for(ask))
            await self._stays(books, reply, words)

    async def _replaced(self, ask: Ask, reply: ReplyRow, given: ReplyBody) -> str:
        """Gives the words to compare with: never those of an earlier process's own attempt.

        Against its own words the same answer would be no other one, and what was asked for would
        be told as not done.
        """
        left = begun(ask, reply)
        kept = left.text if left is not None else ""
        return kept or await self.bench.sources.standing_text(ask, given)

    async def _second(
        self, wanted: Assignment, kind: Rupture | None, history: tuple[Said, ...], old: str
    ) -> Second:
        ask = wanted.ask
        prompt = build(self.bench.sources.request(ask, wanted.facts, kind), history)
        context = await read_before(self._context(prompt, history, wanted, old))
        generation = self.bench.generation(wanted, context)
        text = "".join([text async for text in generation.texts(prompt)])
        strings = self.bench.strings_for(ask)
        return Second(old, text, prompt, generation, strings, ask.is_anew)

    def _context(
        self, prompt: Prompt, history: tuple[Said, ...], wanted: Assignment, old: str
    ) -> Context:
        """Gives what the rules look at; in a repair of manner also the position to keep."""
        ask, strings = wanted.ask, self.bench.strings_for(wanted.ask)
        context = context_of(prompt, said_in(history, ask), ask, strings)
        context = with_recalled(context, wanted.facts.recalled)
        if not is_of_manner(wanted.kind):
            return context
        earlier = (*context.earlier, own_words(old, strings))
        return replace(context, earlier=earlier, is_pushed=True, note=ask.note)

    async def _stays(self, books: RepairBooks, reply: ReplyRow, words: str) -> None:
        """Says in one line that the first reply stays; the correction itself still holds."""
        if not await self.bench.stands(books.row):
            raise Silenced
        await self._put_back(books.row, books.ask, reply)
        await self._tell(books.row, books.ask, words)
        await books.unchanged()

    async def _tell(self, row: AskRow, ask: Ask, words: str) -> None:
        """Says why there is no better version, and offers to try again."""
        again = try_again(ask, self.bench.strings_for(ask))
        message = await self.bench.writer(row, ask).tell(words, (again.label,))
        await self.bench.books.offer(row, ask, message, again)


async def _guessed(history: tuple[Said, ...], ask: Ask, old: str) -> Rupture:
    exchange = Exchange(said_in(history, ask), old, ask.level, ask.stance)
    return await aside(len(exchange.said) + len(old), guess, exchange)


async def _kind_of(history: tuple[Said, ...], ask: Ask, old: str) -> Rupture | None:
    """Gives how the reply landed wrong, guessed where it was not said; None where it did not."""
    return None if ask.is_anew else ask.rupture or await _guessed(history, ask, old)


async def _outcome(second: Second) -> RepairOutcome:
    """Gives what came of the second answer; to an edited message any words are an answer."""
    if second.is_anew:
        return RepairOutcome.BETTER if second.better.strip() else RepairOutcome.EMPTY
    better, chars = second.better, len(second.old) + len(second.better)
    came = await aside(chars, partial(outcome, second.own), better)
    is_apology = bool(second.text.strip()) and not better
    return RepairOutcome.REFUSED if came is not RepairOutcome.BETTER and is_apology else came


def _repaired(
    wanted: Assignment, kind: Rupture | None, second: Second, given: ReplyBody
) -> Repaired:
    better, begins = second.better, _begins(wanted, kind, second.strings)
    governed = second.generation.governed
    # A repair that is a message of its own leaves the first one standing, line and all.
    line = line_under(second.old, second.strings) if wanted.ask.in_place else ""
    return Repaired(
        given,
        kind,
        with_last(f"{begins}{better}", line),
        second.old,
        governed.only_questions,
        size(second.prompt) + len(better),
        (*((one.rule, one.action) for one in governed.findings), *wanted.facts.shaped),
        _tried(wanted.facts),
        wanted.ask.stance,
        dump(wanted.facts.recalled),
    )


def _begins(wanted: Assignment, kind: Rupture | None, strings: Strings) -> str:
    """Gives the lead before the better reply: in a shared room without what was off."""
    if kind is None:
        return ""
    if not wanted.ask.is_direct:
        return f"{strings.replies.carried_on}\n\n"
    return f"{strings.repair.lead(kind, _repairs_before(wanted.facts))}\n\n"


def _failed(ask: Ask, strings: Strings) -> str:
    return strings.replies.edited_stays if ask.is_anew else strings.repair.failed


def _why_it_stays(came: RepairOutcome, ask: Ask, strings: Strings) -> str:
    said = strings.repair
    if ask.is_anew:
        return strings.replies.edited_stays
    if came is RepairOutcome.SAME:
        return said.same
    return said.refused if came is RepairOutcome.REFUSED else said.empty


def _tried(facts: Facts) -> tuple[Rupture, ...]:
    """Gives what the reply was repaired as before, as long as a day ago."""
    reply = facts.reply
    standing = load_versions(reply.before)[: reply.repairs] if reply is not None else ()
    return kinds_of(standing)


def _repairs_before(facts: Facts) -> int:
    """Gives the number of earlier repairs in the conversation, of this reply too."""
    own = facts.reply.repairs if facts.reply is not None else 0
    others = {reply for reply, _ in corrections_of(facts.talk)}
    return own + len(others - {facts.reply.key if facts.reply is not None else ""})
