"""`attune replay`: rows through the real prompt, the configured model and the governor.

So that people can judge the words on their own model (docs/replay.md).
"""

from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

from adapters.evaluation.jsonl import object_of, whole
from bot.engine.generate import Generation
from bot.engine.reply_inputs import Manner
from bot.errors import ModelError
from bot.governor.context import Context
from bot.governor.filter import Governed
from bot.governor.leanings import Leanings
from bot.ids import MessageId, PersonId
from bot.levels import LEVELS, Level, Stance, level_named, question_budget, stance_named
from bot.model.classifier import Network
from bot.model.judge import Judge
from bot.ports import Model
from bot.prompt import ReplyRequest, build
from bot.prompt.canned import own_words
from bot.repair import (
    RepairOutcome,
    may_ask,
    most_sentences,
    outcome,
    stance_for,
    without_apology,
)
from bot.rupture import Rupture, rupture_named
from bot.strings import ENGLISH
from bot.words import Brief, Prompt, Said

_PERSON = PersonId("replay:person")
_BEGAN = datetime(2026, 1, 1, 12, tzinfo=UTC)
_ROLES = ("person", "bot")
_KEYS = {"id", "level", "stance", "rupture", "turns"}


@dataclass(frozen=True, slots=True)
class ReplayRow:
    """One situation: what was said, and how it is to be answered.

    With a rupture the last turn is the bot's reply that landed wrong; else it is the person's.
    """

    id: str
    level: Level
    stance: Stance | None
    rupture: Rupture | None
    turns: tuple[tuple[str, str], ...] = field(repr=False)


def read(file: Path) -> tuple[ReplayRow, ...]:
    """Reads every row, or tells every fault at once, each with its line. Raises SettingsFault."""
    return whole(str(file), _read)


def _read(line: str) -> ReplayRow:
    try:
        return _row(object_of(line))
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        if type(error) is ValueError:
            raise
        raise ValueError("is not a row as docs/replay.md says") from None


def _row(raw: dict[str, Any]) -> ReplayRow:
    if unknown := set(raw) - _KEYS:
        raise ValueError(f"unknown key {sorted(unknown)[0]!r}")
    level, stance, rupture = level_named(raw["level"]), raw.get("stance"), raw.get("rupture")
    if level is None:
        raise ValueError("the level is plain, warm, attuned or ongoing")
    if stance is not None and stance_named(stance) is None:
        raise ValueError("the stance is listen, think, decide, do, stay or null")
    if rupture is not None and rupture_named(rupture) is None:
        raise ValueError("the rupture is no kind of rupture")
    turns = tuple((turn["role"], str(turn["text"])) for turn in raw["turns"])
    if not turns or any(role not in _ROLES for role, _ in turns):
        raise ValueError("the turns are a list of person and bot")
    if turns[-1][0] != ("bot" if rupture else "person"):
        raise ValueError("the last turn is the person's, or with a rupture the bot's")
    kind = rupture_named(rupture) if rupture else None
    return ReplayRow(str(raw["id"]), level, stance_named(stance) if stance else None, kind, turns)


def prompt_of(row: ReplayRow, manner: Manner, bot_name: str) -> Prompt:
    """Gives the prompt of a row, as a direct message would have it."""
    last = len(row.turns) - 1
    stance = stance_for(row.rupture, row.stance) if row.rupture else row.stance
    return build(
        ReplyRequest(
            brief=Brief(row.level, stance, _budget(row), LEVELS[row.level].reflection, row.rupture),
            person=_PERSON,
            message=MessageId(f"m{last - 1 if row.rupture else last}"),
            is_direct=True,
            reads_conversation_since=_BEGAN if LEVELS[row.level].reads_conversation else None,
            persona=manner.persona,
            bot_name=bot_name,
            room_tokens=manner.context_tokens,
            answer_tokens=manner.reply_tokens,
            rupture_reply=MessageId(f"m{last}") if row.rupture else None,
            strings=ENGLISH,
        ),
        tuple(_said(place, *turn) for place, turn in enumerate(row.turns)),
    )


def _said(place: int, role: str, text: str) -> Said:
    """Gives a turn of a row as a message, a minute after the one before."""
    by, answers = (_PERSON, None) if role == "person" else (None, MessageId(f"m{place - 1}"))
    return Said(MessageId(f"m{place}"), by, _BEGAN + timedelta(minutes=place), text, answers)


def _budget(row: ReplayRow) -> int:
    return question_budget(row.level, row.stance, may_ask=may_ask(row.rupture))


@dataclass(frozen=True, slots=True)
class Voice:
    """What answers the rows: the models in their order, the manner, and a judge or none."""

    models: tuple[Model, ...]
    manner: Manner = field(default_factory=Manner)
    bot_name: str = "Attune"
    judge: Judge | None = None
    network: Network | None = None  # without it rules judge alone


async def replayed(rows: Sequence[ReplayRow], voice: Voice) -> AsyncIterator[dict[str, Any]]:
    """Answers each row and gives it as an object: the reply, and what the governor did."""
    for row in rows:
        prompt = prompt_of(row, voice.manner, voice.bot_name)
        releasing = _releasing(row, voice, prompt)
        text, failure = "", None
        try:
            async for piece in releasing.texts(prompt):
                text += piece
        except ModelError as error:
            failure = str(error)
        yield {
            "id": row.id,
            "level": row.level.word,
            "stance": row.stance,
            "rupture": row.rupture,
            "reply": _led(row, text.rstrip()),
            "governor": _done(releasing.governed),
            "failure": failure,
        }


def _releasing(row: ReplayRow, voice: Voice, prompt: Prompt) -> Generation:
    manner, judge = voice.manner, voice.judge
    context = _context(row, prompt)
    most = most_sentences(row.rupture)
    is_judged = judge is not None and row.level > Level.PLAIN
    asked = partial(judge.is_against, message=context.user) if judge and is_judged else None
    governing = partial(Governed, _budget(row), most=most, context=context)
    leanings = partial(_leanings, voice.network) if voice.network is not None else None
    return Generation(voice.models, governing, _always, manner.pause_s, asked, leanings)


async def _leanings(network: Network, sentence: str) -> Leanings:
    return network.leanings(sentence)  # at once: nobody else waits here


def _context(row: ReplayRow, prompt: Prompt) -> Context:
    said = next(text for role, text in reversed(row.turns) if role == "person")
    earlier = tuple(line.text for line in prompt.lines if line.role == "assistant")
    others = tuple(line.text for line in prompt.lines[1:-1] if line.role == "user")
    is_pushed = row.rupture is not None
    of = (said, row.level, prompt.brief.stance, earlier, others, is_pushed)
    return Context(*of, strings=ENGLISH)


def _led(row: ReplayRow, text: str) -> str:
    """Gives the reply as it is shown: a repair that is really another says first what was off."""
    if row.rupture is None:
        return text
    better = without_apology(text)
    is_better = outcome(own_words(row.turns[-1][1], ENGLISH), better) is RepairOutcome.BETTER
    return f"{ENGLISH.repair.lead(row.rupture, 0)}\n\n{better}" if is_better else text


def _done(governed: Governed) -> dict[str, Any]:
    findings = [{"rule": one.rule, "action": one.action} for one in governed.findings]
    return {
        "questions": governed.asked,
        "dropped_questions": governed.dropped,
        "findings": findings,
    }


async def _always() -> bool:
    return True
