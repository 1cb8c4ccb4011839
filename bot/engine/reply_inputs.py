"""The inputs of a reply: rows, the messages of the room, and the operator's manner."""

from dataclasses import dataclass, field, replace
from datetime import datetime

from bot.actions.ask import Ask
from bot.boundaries import NO_BOUNDARIES, SHAPED, Boundaries
from bot.boundaries import load as boundaries_in
from bot.commands import UPWARD
from bot.consent import may_hold
from bot.decide.crisis import UNSURE
from bot.decide.questions import budget, carried
from bot.engine.ahead import of_facts
from bot.engine.codec import ReplyBody
from bot.engine.noticed import noticed
from bot.engine.pseudonyms import Pseudonyms
from bot.engine.stop_words import StopWord, without_stopped
from bot.errors import StoreError
from bot.holding import HeldRow
from bot.ids import MessageId
from bot.learning import Learnt, learnt, not_set
from bot.levels import LEVELS, Level
from bot.norms import NEEDS, NO_NORMS, Norms
from bot.norms import SHAPED as BY_NORMS
from bot.norms import load as norms_in
from bot.ports import Chat, Store, Unit
from bot.prompt import ReplyRequest
from bot.records import (
    AskRow,
    BoundariesRow,
    ConversationRow,
    NormsRow,
    PersonRow,
    RepairRow,
    ReplyRow,
    ScopeRow,
    StyleRow,
    SummaryRow,
)
from bot.repair import is_against, most_sentences, stance_for, standing
from bot.rupture import Rupture
from bot.snapshot import House, lessons_of
from bot.summary import USED
from bot.summary.kept import stands
from bot.words import Brief, Said


@dataclass(frozen=True, slots=True)
class Manner:
    """The operator's settings of the voice: the bot's name, its persona, the model's room."""

    persona: str = field(default="", repr=False)
    context_tokens: int = 8192
    reply_tokens: int = 800
    pause_s: float = 0.7  # when nothing has come for so long, what reads well is shown


@dataclass(frozen=True, slots=True)
class Facts:
    """The rows that are read once before a reply is written."""

    style: dict[str, str]
    talk: ConversationRow
    reply: ReplyRow | None
    learnt: tuple[Learnt, ...] = ()
    read_since: datetime | None = None  # what was said before it was said while ignored
    set_by_person: BoundariesRow | None = None
    may_hold: bool = False  # what the person asks for, and a summary
    recalled: tuple[HeldRow, ...] = field(default=(), repr=False)  # what the model is told of it
    summed: SummaryRow | None = None  # the summary that the reply's model is told
    norms: Norms = NO_NORMS  # none below the level that they need

    @property
    def boundaries(self) -> Boundaries:
        """What the person set for how they are talked to."""
        row = self.set_by_person
        return boundaries_in(row.body) if row is not None else NO_BOUNDARIES

    @property
    def shaped(self) -> tuple[tuple[str, str], ...]:
        """What is kept with a reply's findings, so that it can say what shaped it."""
        told = {
            SHAPED: self.boundaries != NO_BOUNDARIES,
            USED: self.summed is not None,
            BY_NORMS: self.norms != NO_NORMS,
        }
        return tuple(kind for kind, is_told in told.items() if is_told)


async def facts_in(unit: Unit, names: Pseudonyms, row: AskRow, ask: Ask) -> Facts:
    """Reads in this unit of work the rows from which a reply is written."""
    style = {one.key: one.value for one in await unit.find(StyleRow, row.owner)}
    talk = await unit.get(ConversationRow, row.owner, row.room)
    began = ConversationRow(row.owner, row.room, started_at=ask.said_at or ask.asked_at)
    reply = await unit.get(ReplyRow, row.owner, ask.reply) if ask.reply else None
    taught = await unit.find(RepairRow, row.owner) if ask.level > Level.PLAIN else ()
    known = not_set(learnt(lessons_of(taught), ask.asked_at), tuple(style.items()))
    person = await unit.get(PersonRow, names.person(ask.scope.person))
    own = await unit.get(BoundariesRow, names.person(ask.scope.person))
    since = person.read_since if person else None
    holds = await _may_hold(unit, row, ask)
    summed = await _summed(unit, row, ask) if holds else None
    facts = Facts(style, talk or began, reply, known, since, own, holds, summed=summed)
    return replace(facts, norms=await _norms_for(unit, row, ask))


async def _may_hold(unit: Unit, row: AskRow, ask: Ask) -> bool:
    """Returns whether what is held may be used; where a life is at risk, nothing is.

    Where it only may be, it is: whoever is near them may be what helps, and most who are unsure
    speak of something ordinary, and would have to say again what they asked to be held.
    """
    if ask.crisis not in {"", UNSURE} or not may_hold(ask.level):
        return False
    scope = await unit.get(ScopeRow, row.owner)
    return scope is not None and scope.memory


async def _summed(unit: Unit, row: AskRow, ask: Ask) -> SummaryRow | None:
    kept = await unit.get(SummaryRow, row.owner, row.room)
    return kept if stands(kept, ask.asked_at) else None


async def _norms_for(unit: Unit, row: AskRow, ask: Ask) -> Norms:
    """Reads what was agreed on in the scope; below its level and at a risk to a life, nothing."""
    holds = ask.level >= NEEDS and not ask.crisis
    kept = await unit.get(NormsRow, row.owner) if holds else None
    return norms_in(kept.body) if kept is not None else NO_NORMS


@dataclass(frozen=True, slots=True)
class ReplyInputs:
    """Reads the inputs of one reply at a time; changes nothing."""

    chat: Chat
    store: Store
    names: Pseudonyms
    house: House
    manner: Manner

    async def facts(self, row: AskRow, ask: Ask) -> Facts:
        """Reads the rows from which a reply is written, in a look of its own."""

        async def read(unit: Unit) -> Facts:
            await unit.read_ahead(*of_facts(self.names, row, ask))
            return await facts_in(unit, self.names, row, ask)

        return await self.store.reading(read)

    async def history(self, ask: Ask, facts: Facts) -> tuple[Said, ...]:
        since = facts.talk.started_at or ask.said_at or ask.asked_at
        message = ask.repaired or ask.message
        said = await self.chat.history(ask.room, ask.scope.person, message, since)
        asked = (ask.message, ask.repaired, *ask.also)
        heard = tuple(
            one
            for one in said
            if facts.read_since is None or one.at > facts.read_since or one.id in asked
        )
        person, own = ask.scope.person, facts.set_by_person
        stop = StopWord(self.names, person, own, self.house.bot_name)
        has_one = own is not None and bool(own.stop_word)
        return without_stopped(heard, person, stop.is_in) if has_one else heard

    def request(self, ask: Ask, facts: Facts, kind: Rupture | None) -> ReplyRequest:
        of = self._brief(ask, facts, kind), ask.scope.person, ask.message, ask.is_direct
        return ReplyRequest(
            *of,
            also=ask.also,
            reads_conversation_since=self._since(ask, facts),
            persona=self.manner.persona,
            bot_name=self.house.bot_name,
            room_tokens=self.manner.context_tokens,
            answer_tokens=self.manner.reply_tokens,
            rupture_reply=None if ask.is_anew else ask.repaired,
            note=ask.note,
            strings=self.house.strings.to(ask.language),
            language=ask.language,
            among=ask.among,
            corrections=_holding(facts, kind),
            may_recall=facts.may_hold,
            recalled=facts.recalled,
            summary=facts.summed.body if facts.summed is not None else "",
        )

    def _brief(self, ask: Ask, facts: Facts, kind: Rupture | None) -> Brief:
        return Brief(
            level=ask.level,
            stance=stance_for(kind, ask.stance) if kind is not None else ask.stance,
            questions=self.budget(ask, facts, kind),
            reflection=LEVELS[ask.level].reflection,
            rupture=kind,
            style=_within(ask.level, facts.style, kind),
            first=ask.is_first,
            learnt=tuple(one.words for one in facts.learnt),
            crisis=ask.crisis,
            is_led=bool(ask.begins),
            is_shared=not ask.is_direct,
            room=ask.room,
            language=ask.language,
            boundaries=facts.boundaries,
            norms=facts.norms,
            effects=ask.effects,
            asks_after=ask.asks_after,
        )

    def _since(self, ask: Ask, facts: Facts) -> datetime | None:
        return facts.talk.started_at if LEVELS[ask.level].reads_conversation else None

    def budget(self, ask: Ask, facts: Facts, kind: Rupture | None) -> int:
        return budget(ask, facts.talk, facts.style, kind)

    def most_sentences(self, facts: Facts, kind: Rupture | None) -> int | None:
        """Gives the most sentences of a reply after "too long", or None for no bound."""
        return most_sentences(kind, _holding(facts, kind))

    # A reply of this person, or a command's answer, may have said it since it was decided. Where
    # the store cannot tell, it is said: twice is better than never.
    async def notice(self, ask: Ask) -> str:
        """Gives the small line that a reply owes, if nothing has said it meanwhile."""

        async def read(unit: Unit) -> datetime | None:
            if not ask.is_direct and not ask.greets:
                return await noticed(unit, self.names.scope(ask.scope))
            person = await unit.get(PersonRow, self.names.person(ask.scope.person))
            return person.noticed_at if person is not None else None

        try:
            last = await self.store.reading(read) if ask.notice else None
        except StoreError:
            last = None
        return ask.notice if last is None or last < ask.asked_at else ""

    async def standing_text(self, ask: Ask, given: ReplyBody) -> str:
        """Gives the current text of a reply, over all its messages."""
        texts = await self.texts(ask, given.messages)
        return "\n\n".join(text.strip("\n") for text in texts.values())

    async def texts(self, ask: Ask, messages: tuple[MessageId, ...]) -> dict[MessageId, str]:
        """Gives the current text of each of these messages; deleted ones are left out."""
        found = [await self.chat.read(ask.room, message) for message in messages]
        return {said.id: said.text for said in found if said is not None}


def _holding(facts: Facts, kind: Rupture | None) -> tuple[Rupture, ...]:
    """Gives the kinds that the correction of this reply does not contradict."""
    held = carried(facts.talk)
    return standing((*held, kind))[:-1] if kind is not None else held


def _within(
    level: Level, style: dict[str, str], kind: Rupture | None
) -> tuple[tuple[str, str], ...]:
    """Gives the person's style as far as the level allows; plain allows nothing warmer.

    Left out is a style that the correction of this very reply contradicts, as that is newer.
    """
    is_plain = level is Level.PLAIN
    kept = (one for one in style.items() if not (is_plain and one[1] in UPWARD))
    return tuple(sorted(one for one in kept if not is_against(kind, one[1])))
