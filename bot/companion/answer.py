"""Answer: history -> prompt -> model -> governor -> the platform. Slow; no lock, no transaction."""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import aclosing
from dataclasses import dataclass, field
from datetime import datetime
from typing import cast

from bot import phrases
from bot.actions import Ask, Choice
from bot.attunement import LEVELS, Level, question_budget
from bot.commands import UPWARD
from bot.companion.finish import Finish, Finished, Repaired
from bot.companion.idle import with_pauses
from bot.companion.names import Names
from bot.companion.showing import put_in_place
from bot.companion.writer import Writer
from bot.companion.written import Given, load_ask, load_given, load_shown
from bot.errors import ModelCutOff, ModelError, ModelRefused
from bot.governor.release import Governed, Release
from bot.known import House, corrections_of
from bot.ports import Chat, Clock, Model, Store, Unit
from bot.prompt import Asked, build
from bot.repair import OFF_BECAUSE, Exchange, guess, may_ask, one_tap, stance_for
from bot.rows import AskRow, ConversationRow, ReplyRow, ScopeRow, SpaceRow, StyleRow
from bot.rupture import Rupture
from bot.words import Brief, Draft, Prompt, Said


@dataclass(frozen=True, slots=True)
class Manner:
    """How the operator set up the voice: the bot's name, its persona, the model's room."""

    persona: str = field(default="", repr=False)
    context_tokens: int = 8192
    pause_s: float = 0.7  # when nothing has come for so long, what reads well is shown


@dataclass(frozen=True, slots=True)
class Facts:
    """What is read once before a reply is written."""

    style: dict[str, str]
    talk: ConversationRow
    reply: ReplyRow | None


class Silenced(Exception):
    """Says that a reply may not be shown any further."""


@dataclass(slots=True)
class Answering:
    """Writes replies. One instance serves them all; what belongs to one reply is passed along."""

    chat: Chat
    model: Model
    store: Store
    clock: Clock
    names: Names
    house: House
    manner: Manner
    room_locks: dict[str, asyncio.Lock]

    async def answer(self, row: AskRow) -> None:
        """Writes the reply an ask names, or says plainly why there is none."""
        ask = load_ask(row.body)
        if ask.reply:
            await self._repair(row, ask)
        else:
            await self._reply(row, ask)

    async def mark_stopped(self, row: AskRow) -> None:
        """Marks what an earlier process showed of a reply that was silenced since."""
        ask, shown = load_ask(row.body), load_shown(row.shown)
        if shown.messages:
            given = Given(ask.room, ask.scope, ask.message, shown.messages)
            text = await self._standing_text(ask, given)
            async with self.room_locks[ask.room]:
                marked = f"{text.rstrip()}\n\n{phrases.STOPPED}"
                await self.chat.extend(ask.room, shown.messages[-1], marked)
        await self._finish().nothing(row, ask)

    async def stands(self, row: AskRow) -> bool:
        """Whether the reply may still be shown: not stopped, not erased, no epoch past."""

        async def read(unit: Unit) -> bool:
            kept = await unit.get(AskRow, row.owner, row.key)
            if kept is None or kept.state != "open":
                return False
            ask = load_ask(row.body)
            scope = await unit.get(ScopeRow, row.owner)
            space_owner = self.names.space(ask.scope.space)
            space = await unit.get(SpaceRow, space_owner)
            return (scope.epoch if scope else 0, space.epoch if space else 0) == (
                row.epoch,
                row.space_epoch,
            )

        return await self.store.reading(read)

    # -- a reply -------------------------------------------------------------------------------

    async def _reply(self, row: AskRow, ask: Ask) -> None:
        facts = await self._facts(row, ask)
        writer = Writer(self.chat, self.store, row, ask, self.room_locks[ask.room])
        governed = Governed(self._budget(ask, facts, None), instead=phrases.NOTHING_LEFT)
        is_whole = facts.style.get("delivery") == "whole"
        prompt = await self._prompt(ask, facts, None)
        try:
            async for text in self._released(row, prompt, governed):
                await writer.grow(text, is_shown=not is_whole)
            await writer.end(ask.notice)
        except Silenced:
            await writer.mark(phrases.STOPPED)
        except asyncio.CancelledError:
            if await self.stands(row):
                raise
            await writer.mark(phrases.STOPPED)
        except ModelError as failure:
            await writer.fail(_plainly(failure), Choice(phrases.TRY_AGAIN, "retry"))
        await self._finish().reply(row, ask, self._finished(writer, governed, prompt))

    def _finished(self, writer: Writer, governed: Governed, prompt: Prompt) -> Finished:
        return Finished(
            writer.messages,
            at=self.clock.now(),
            characters=_size(prompt) + len(writer.text),
            only_question=governed.only_questions,
            choices=writer.choices,
        )

    async def _released(
        self, row: AskRow, prompt: Prompt, governed: Governed
    ) -> AsyncGenerator[str, None]:
        """Yields what the governor releases; the epoch is compared before every release."""
        stream = cast("AsyncGenerator[Draft, None]", self.model.stream(prompt))
        async with aclosing(with_pauses(stream, self.manner.pause_s)) as read:
            async for draft in read:
                for text in _texts(governed.flush() if draft is None else governed.feed(draft)):
                    await self._check(row)
                    yield text
        for text in _texts(governed.end()):
            await self._check(row)
            yield text

    async def _check(self, row: AskRow) -> None:
        if not await self.stands(row):
            raise Silenced

    # -- a repair ------------------------------------------------------------------------------

    async def _repair(self, row: AskRow, ask: Ask) -> None:
        facts = await self._facts(row, ask)
        if facts.reply is None:
            await self._finish().nothing(row, ask)
            return
        given = load_given(facts.reply.body)
        try:
            await self._better(row, ask, facts, given)
        except Silenced:
            await self._finish().nothing(row, ask)
        except asyncio.CancelledError:
            if await self.stands(row):
                raise
            await self._finish().nothing(row, ask)
        except ModelError:
            writer = Writer(self.chat, self.store, row, ask, self.room_locks[ask.room])
            await writer.tell(phrases.REPAIR_FAILED)
            await self._finish().nothing(row, ask)

    async def _better(self, row: AskRow, ask: Ask, facts: Facts, given: Given) -> None:
        history = await self._history(ask, facts)
        old = await self._standing_text(ask, given)
        kind = ask.rupture or guess(Exchange(_said(history, ask), old, ask.level, ask.stance))
        governed = Governed(self._budget(ask, facts, kind), instead=phrases.NOTHING_LEFT)
        prompt = build(self._asked(ask, facts, kind), history)
        better = "".join([text async for text in self._released(row, prompt, governed)]).strip()
        lead = OFF_BECAUSE[kind] if ask.is_direct else phrases.CARRIED_ON
        size, text = _size(prompt) + len(better), f"{lead}\n\n{better}"
        repaired = Repaired(given, kind, text, old, governed.only_questions, size)
        await self._show(row, ask, repaired)

    async def _show(self, row: AskRow, ask: Ask, repaired: Repaired) -> None:
        finish = self._finish()
        choices = tuple(choice.label for choice in one_tap(repaired.kind))
        if ask.in_place:
            await finish.keep_before(row, ask, repaired)
            key = Writer.key_of(row)
            async with self.room_locks[ask.room]:
                messages = await put_in_place(
                    self.chat, repaired.given, repaired.text, key, choices
                )
        else:
            writer = Writer(self.chat, self.store, row, ask, self.room_locks[ask.room])
            messages = await writer.refer(repaired.text, choices)
        await finish.repair(row, ask, repaired, messages)

    async def _standing_text(self, ask: Ask, given: Given) -> str:
        """Gives what the reply says now, without the small last lines."""
        last = given.messages[-1]
        said = await self.chat.history(ask.room, ask.scope.person, last, ask.asked_at)
        texts = {one.id: one.text for one in said}
        first = await self.chat.history(ask.room, ask.scope.person, given.messages[0], ask.asked_at)
        texts.update({one.id: one.text for one in first})
        return "\n\n".join(texts[one].strip("\n") for one in given.messages if one in texts)

    # -- what a reply is written from ----------------------------------------------------------

    async def _facts(self, row: AskRow, ask: Ask) -> Facts:
        async def read(unit: Unit) -> Facts:
            styles = await unit.find(StyleRow, row.owner)
            talk = await unit.get(ConversationRow, row.owner, row.room)
            reply = await unit.get(ReplyRow, row.owner, ask.reply) if ask.reply else None
            style = {style.key: style.value for style in styles}
            began = ConversationRow(row.owner, row.room, started_at=ask.asked_at)
            return Facts(style, talk or began, reply)

        return await self.store.reading(read)

    async def _prompt(self, ask: Ask, facts: Facts, kind: Rupture | None) -> Prompt:
        return build(self._asked(ask, facts, kind), await self._history(ask, facts))

    async def _history(self, ask: Ask, facts: Facts) -> tuple[Said, ...]:
        since = facts.talk.started_at or ask.asked_at
        message = ask.repaired or ask.message
        return await self.chat.history(ask.room, ask.scope.person, message, since)

    def _asked(self, ask: Ask, facts: Facts, kind: Rupture | None) -> Asked:
        stance = stance_for(kind, ask.stance) if kind is not None else ask.stance
        corrections = corrections_of(facts.talk)
        return Asked(
            brief=Brief(
                level=ask.level,
                stance=stance,
                questions=self._budget(ask, facts, kind),
                reflection=LEVELS[ask.level].reflection,
                rupture=kind,
                style=_within(ask.level, facts.style),
                first=ask.is_first,
            ),
            person=ask.scope.person,
            message=ask.message,
            is_direct=ask.is_direct,
            reads_conversation_since=self._since(ask, facts),
            persona=self.manner.persona,
            bot_name=self.house.bot_name,
            room_tokens=self.manner.context_tokens,
            rupture_reply=ask.repaired,
            corrections=tuple(Rupture(kind) for _, kind in corrections),
        )

    def _since(self, ask: Ask, facts: Facts) -> datetime | None:
        return facts.talk.started_at if LEVELS[ask.level].reads_conversation else None

    def _budget(self, ask: Ask, facts: Facts, kind: Rupture | None) -> int:
        may = may_ask(kind) and not facts.talk.only_question
        may = may and facts.style.get("questions") != "no-questions"
        return question_budget(ask.level, ask.stance, may_ask=may)

    def _finish(self) -> Finish:
        return Finish(self.store, self.names, self.clock)


def _within(level: Level, style: dict[str, str]) -> tuple[tuple[str, str], ...]:
    """Gives the style as far as the level has room for it; at plain there is none upwards."""
    is_plain = level is Level.PLAIN
    return tuple(sorted(one for one in style.items() if not (is_plain and one[1] in UPWARD)))


def _size(prompt: Prompt) -> int:
    return sum(len(line.text) for line in prompt.lines)


def _texts(releases: tuple[Release, ...]) -> tuple[str, ...]:
    return tuple(release.text for release in releases if release.text)


def _said(history: tuple[Said, ...], ask: Ask) -> str:
    return next((one.text for one in history if one.id == ask.message), "")


def _plainly(failure: ModelError) -> str:
    match failure:
        case ModelRefused():
            return phrases.FAILED_REFUSED
        case ModelCutOff():
            return phrases.FAILED_CUT_OFF
        case _:
            return phrases.FAILED_UNREACHABLE
