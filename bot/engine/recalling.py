"""Recalling: reads what a person asked to be held, where it may be used, and chooses what fits.

Only who ticked that is read for, and only once their reply is written: the decision about a message
never waits for it. It is read anew for each reply and kept nowhere, so that whatever was dropped,
frozen or erased by then is not there.
"""

from dataclasses import dataclass, replace
from functools import partial

from bot.actions.ask import Ask
from bot.engine.pseudonyms import Pseudonyms
from bot.engine.reply_inputs import Facts
from bot.holding import HeldRow
from bot.holding.goodbyes import says_goodbye
from bot.levels import Level
from bot.ports import Store, Unit
from bot.recall import Occasion, Readers, may_be_used, recalled, with_others
from bot.records import AskRow, MemoryRow, ScopeRow, ThreadRow
from bot.tasks import aside
from bot.text.language import language
from bot.text.pieces import ends
from bot.words import Said

Rows = tuple[HeldRow, ...]


@dataclass(frozen=True, slots=True)
class Recalling:
    """Adds to the facts of a reply what is recalled for it.

    Args:
        usual: the code of the language of who is not known to read another.
    """

    store: Store
    names: Pseudonyms
    usual: str

    async def into(self, facts: Facts, row: AskRow, ask: Ask, said: tuple[Said, ...]) -> Facts:
        """Gives the facts with what is recalled; a goodbye is answered without any of it."""
        own = _own(said, ask)
        if not facts.may_hold or not own or says_goodbye(own[-1], ask.language or self.usual):
            return facts
        held = await self.store.reading(partial(_held, row))
        occasion = self._occasion(row, ask, own)
        by = replace(self._readers(ask, said), codes=occasion.codes)
        size = sum(len(one.body) for one in held)
        return replace(facts, recalled=await aside(size, _chosen, held, by, occasion))

    def _readers(self, ask: Ask, said: tuple[Said, ...]) -> Readers:
        room = self.names.room(ask.room)
        if ask.is_direct:
            return Readers(room, is_direct=True)
        return with_others(room, said, ask.scope.person)

    def _occasion(self, row: AskRow, ask: Ask, own: tuple[str, ...]) -> Occasion:
        known = (ask.language or self.usual, language(ends(own[-1])), "en")
        begins = row.turn <= 1 + len(ask.also) and not ask.reply
        resumes = begins and ask.level is Level.ONGOING
        return Occasion(own, ask.asked_at, tuple(dict.fromkeys(filter(None, known))), resumes)


def _own(said: tuple[Said, ...], ask: Ask) -> tuple[str, ...]:
    """Gives the person's messages to the bot up to the one that is answered, oldest first."""
    places = [place for place, one in enumerate(said) if one.id == ask.message]
    before = said[: places[0] + 1] if places else ()
    person = ask.scope.person
    return tuple(one.text for one in before if one.by == person and one.to_bot)


async def _held(row: AskRow, unit: Unit) -> Rows:
    """Reads what is held in the scope of a reply, if it still may be used."""
    lists = (ThreadRow, row.owner, None), (MemoryRow, row.owner, None)
    await unit.read_ahead((ScopeRow, row.owner, ""), *lists)
    scope = await unit.get(ScopeRow, row.owner)
    if scope is None or not scope.memory or scope.epoch != row.epoch:
        return ()
    threads = await unit.find(ThreadRow, row.owner)
    return (*threads, *await unit.find(MemoryRow, row.owner))


def _chosen(held: Rows, by: Readers, occasion: Occasion) -> Rows:
    return recalled([row for row in held if may_be_used(row, by)], occasion)
