"""Drafts of a message to somebody: written whole, shown to their person alone, and not kept.

What they were asked for stays in memory for a while (`drafted`), so that two taps below them have
them written again. Every draft is held to the same rules, also one that is written again.
"""

from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import aclosing, suppress
from dataclasses import dataclass, field, replace
from typing import cast

import structlog

from bot.actions.ask import Ask
from bot.actions.platform import Say
from bot.choices import Choice, WriteAgain
from bot.engine.codec import Sending, dump
from bot.engine.drafted import Asked
from bot.engine.exchange import size
from bot.engine.noticed import Carried
from bot.engine.reply import plainly
from bot.engine.reply_inputs import Facts
from bot.engine.workbench import Workbench
from bot.errors import ModelError, PlatformAway, PlatformError
from bot.layout.markup import small, to_copy, with_last
from bot.ports import Model, Unit
from bot.prompt.reaching import for_drafts, once_more, wanted_of
from bot.prompt.request import ReplyRequest
from bot.reach import Redraft, Wanted
from bot.reach.drafts import READ, is_enough, joined, sendable
from bot.records import AskRow, OutboxRow, ReplySend, send_key
from bot.words import Draft, Prompt, Said

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class _Written:
    """What is said in the end, and how many characters it took.

    Args:
        is_shown: there are drafts.
    """

    text: str = field(repr=False)
    characters: int = 0
    is_noticed: bool = False  # it carries the small line that was owed
    is_shown: bool = False


@dataclass(frozen=True, slots=True)
class Reaching:
    """Answers an ask for drafts.

    Args:
        send: sends the row that holds what is said.
    """

    bench: Workbench
    send: Callable[[tuple[OutboxRow, ...]], Awaitable[None]]

    async def reach(self, row: AskRow, ask: Ask, facts: Facts | None = None) -> None:
        """Writes the drafts and says them, or in one line why there are none."""
        sources = self.bench.sources
        known = facts or await sources.facts(row, ask)
        asked = sources.request(ask, known, None)
        words = await self._words(row, ask, asked, known)
        written = await self._from(words, asked, ask)
        line = await sources.notice(ask)
        written = replace(written, text=with_last(written.text, small(line)), is_noticed=bool(line))
        await self.send(await self._kept(row, ask, written, words))

    async def _words(
        self, row: AskRow, ask: Ask, asked: ReplyRequest, known: Facts
    ) -> Asked | None:
        """Gives what drafts are wanted for; None where a tap names words that are gone."""
        if ask.drafts:
            return self._remembered(row, ask)
        wanted = wanted_of(asked, await self._history(ask, known))
        return Asked(ask.scope, ask.asked_at, _epochs(row), wanted)

    def _remembered(self, row: AskRow, ask: Ask) -> Asked | None:
        """Gives the words that a tap names, with how they are to be written now."""
        words = self.bench.drafted.find(ask.drafts, self.bench.clock.now())
        is_theirs = words is not None and words.scope == ask.scope
        if words is None or ask.redraft is None or not is_theirs or not words.left:
            return None
        if words.epochs != _epochs(row):
            return None
        grave = words.wanted.is_grave or bool(ask.crisis)
        return replace(words, wanted=replace(words.wanted, is_grave=grave)).again(ask.redraft)

    async def _from(self, words: Asked | None, asked: ReplyRequest, ask: Ask) -> _Written:
        """Gives what is said: the drafts, or why there are none."""
        if words is None:
            return _Written(self.bench.strings_for(ask).reach.gone)
        return await self._written(for_drafts(asked, words.wanted), words.wanted, ask)

    async def _history(self, ask: Ask, known: Facts) -> tuple[Said, ...]:
        """Gives what was said up to the ask; a command may come before anything was."""
        if not ask.message:
            return ()
        try:
            return await self.bench.sources.history(ask, known)
        except PlatformError as failure:
            if ask.reaches == "words" or isinstance(failure, PlatformAway):
                raise
            return ()  # what a command's would be read up to is gone

    async def _written(self, prompt: Prompt, wanted: Wanted, ask: Ask) -> _Written:
        strings = self.bench.strings_for(ask)
        try:
            drafts, characters = await self._drafts(prompt, wanted)
        except ModelError as failure:
            return _Written(plainly(failure, strings.failures))
        if drafts is None:
            return _Written(strings.reach.no_model)
        shown = laid_out(strings.reach.lead, drafts) if drafts else strings.reach.failed
        return _Written(shown, characters, is_shown=bool(drafts))

    async def _drafts(self, prompt: Prompt, wanted: Wanted) -> tuple[tuple[str, ...] | None, int]:
        """Gives the drafts of the first endpoint that answers; None of one with set words."""
        *others, last = self.bench.models
        for model in others:
            with suppress(ModelError):
                return await _tried(model, prompt, wanted)
            log.warning("an endpoint failed, the next is asked")
        return await _tried(last, prompt, wanted)

    # What is said goes out like a decision's own sends: its row is written in the unit that ends
    # the ask, and dropped once it is said. Killed before that unit, the next process writes the
    # drafts again, of which nobody saw any; killed after it, the row is found and sent. No other
    # row holds a word of them, and that one is gone within the day, as all in transit is.
    #
    # The words are remembered in that unit too: an erase by the same person waits for its lock, and
    # forgets them after it. Of an erase in another process the epochs tell, and no card is left.
    async def _kept(
        self, row: AskRow, ask: Ask, written: _Written, words: Asked | None
    ) -> tuple[OutboxRow, ...]:
        """Ends the ask, and gives the row of what is said; nothing if it may not show any more."""

        async def keep(unit: Unit) -> tuple[OutboxRow, ...]:
            stands = await self.bench.standing.stands_in(row, unit)
            await unit.drop(AskRow, row.owner, row.key)
            if not stands:
                return ()
            await self.bench.books.spent(unit, ask, written.characters)
            if written.is_noticed:
                await self.bench.books.carries(unit, row, ask, Carried(notice=True))
            choices = self._again(row, ask, words) if written.is_shown or ask.drafts else ()
            send = self._send_of(row, ask, written.text, choices)
            await unit.put(send)
            return (send,)

        person = self.bench.names.person(ask.scope.person)
        return await self.bench.store.deciding(person, keep)

    def _again(self, row: AskRow, ask: Ask, words: Asked | None) -> tuple[Choice, ...]:
        """Remembers the words, and gives the taps that have them written again, if any is left."""
        if words is None:
            return ()
        key, said = ask.drafts or row.key, self.bench.strings_for(ask).reach.again
        self.bench.drafted.keep(key, words)
        return tuple(Choice(said[how], WriteAgain(key, how)) for how in Redraft if words.left)

    def _send_of(self, row: AskRow, ask: Ask, text: str, choices: tuple[Choice, ...]) -> OutboxRow:
        say = Say(text, to=ask.scope.person, choices=choices)
        out = Sending(ask.room, ask.scope, ask.is_direct, say, language=ask.language)
        key, now = send_key(ReplySend(row.key)), self.bench.clock.now()
        return OutboxRow(row.owner, key, at=now, body=dump(out))


def _epochs(row: AskRow) -> tuple[int, int, int]:
    return row.epoch, row.space_epoch, row.house_epoch


def laid_out(lead: str, drafts: tuple[str, ...]) -> str:
    """Gives drafts under a line, each by itself to copy."""
    return "\n".join((lead, *map(to_copy, drafts)))


async def _tried(
    model: Model, prompt: Prompt, wanted: Wanted
) -> tuple[tuple[str, ...] | None, int]:
    """Gives the better of two tries, of which the second is made only where the first lacks any."""
    first = await _whole(model, prompt)
    if first.is_written:
        return None, 0
    found, characters = sendable(first, wanted), size(prompt) + len(first.proposed)
    if is_enough(found):
        return found, characters
    try:
        again = once_more(prompt)
        second = await _whole(model, again)
    except ModelError:
        if not found:
            raise
        return found, characters
    better = max(found, sendable(second, wanted), key=len)
    return better, characters + size(again) + len(second.proposed)


async def _whole(model: Model, prompt: Prompt) -> Draft:
    """Gives all that a model proposes, up to as much as is read."""
    pieces = list[Draft]()
    stream = cast("AsyncGenerator[Draft, None]", model.stream(prompt))
    async with aclosing(stream) as drafts:
        async for draft in drafts:
            pieces.append(draft)
            if sum(len(one.proposed) for one in pieces) > READ:
                break
    return joined(pieces)
