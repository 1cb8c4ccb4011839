"""`attune review` and `attune evaluate`: the governor alone, on replies from a file."""

from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import chain
from typing import Any

from adapters.evaluation.jsonl import id_of, object_of
from bot.governor.check import FLAGS, flags_of, found, said_plainly
from bot.governor.context import Context
from bot.governor.exclaimed import asks_for_nothing
from bot.governor.filter import Governed
from bot.governor.leanings import Leanings
from bot.governor.questions import is_question
from bot.governor.rules.flags import Flag
from bot.levels import Level, Stance, level_named, question_budget, stance_named
from bot.strings import ENGLISH
from bot.text.plain import plain
from bot.text.sentences import Kind, Sentence, split
from bot.words import Draft

_ROLES = {"bot": "bot", "assistant": "bot", "person": "person", "user": "person"}

_OF_A_FINDING = ("rule", "action", "sentence")


@dataclass(frozen=True, slots=True)
class ReviewRow:
    """One reply to look at, and what it answered."""

    id: str
    user: str = field(repr=False)
    reply: str = field(repr=False)
    level: Level = Level.PLAIN
    stance: Stance | None = None
    earlier: tuple[str, ...] = field(default=(), repr=False)
    earlier_user: tuple[str, ...] = field(default=(), repr=False)
    labels: tuple[str, ...] | None = None


def read(line: str) -> ReviewRow:
    """Reads one row. Raises ValueError with what is wrong with it."""
    raw = object_of(line)
    user, reply = raw.get("user"), raw.get("reply")
    if not isinstance(user, str) or not isinstance(reply, str):
        raise ValueError("has no user and reply that are texts")
    turns, labels = _turns(raw.get("history")), raw.get("labels")
    return ReviewRow(
        id_of(raw),
        user,
        reply,
        *_level_and_stance(raw),
        tuple(text for role, text in turns if role == "bot"),
        tuple(text for role, text in turns if role == "person"),
        tuple(map(str, labels)) if isinstance(labels, list) else None,
    )


def _level_and_stance(raw: dict[str, Any]) -> tuple[Level, Stance | None]:
    """Gives what a row names of both, plain and none by default. Raises ValueError."""
    level, stance = raw.get("level"), raw.get("stance")
    read_level = Level.PLAIN if level is None else level_named(str(level))
    read_stance = None if stance is None else stance_named(str(stance))
    if read_level is None or (stance is not None and read_stance is None):
        raise ValueError("names no level or stance there is")
    return read_level, read_stance


def labelled(line: str) -> ReviewRow:
    """Reads one row that has labels. Raises ValueError."""
    row = read(line)
    if row.labels is None:
        raise ValueError("has no labels")
    return row


def _turns(history: Any) -> list[tuple[str, str]]:
    """Gives who said what; a turn is an object with role, and text or content."""
    turns = [] if history is None else history
    if not isinstance(turns, list) or not all(isinstance(turn, dict) for turn in turns):
        raise ValueError("has a history that is no list of turns")
    found = [(turn.get("role"), turn.get("text", turn.get("content"))) for turn in turns]
    if any(role not in _ROLES or not isinstance(text, str) for role, text in found):
        raise ValueError("has a turn in its history without a role or a text")
    return [(_ROLES[role], text) for role, text in found]


def _budget(row: ReviewRow) -> int:
    """Gives how many questions the reply may hold: none after one that only asked."""
    last = split(row.earlier[-1]) if row.earlier else ()
    only_asked = bool(last) and all(map(is_question, last))
    return question_budget(row.level, row.stance, may_ask=not only_asked)


def needs_answer(sentence: Sentence, context: Context) -> bool:
    """Whether a sentence asks, and is neither surprise nor a tag nor rhetoric."""
    is_asked = is_question(sentence)
    return is_asked and not asks_for_nothing(plain(sentence.text), context.said)


def _standing(prose: list[Sentence], context: Context) -> set[str]:
    """Gives the flags of what rules let a last draft say, and not a first one."""
    found_in = (found(one.text, context) for one in prose)
    return {one.flag for one in found_in if one is not None and one.stands_at_last}


def rules_alone(sentence: str) -> None:
    """Gives what a sentence leans to where nothing knows that."""


def reviewed(
    row: ReviewRow, leanings: Callable[[str], Leanings | None] = rules_alone
) -> dict[str, Any]:
    """Gives the flags, the findings, and what would be seen if a redraft failed too.

    Args:
        row: the reply, and what it answers.
        leanings: what a classifier makes of a plain sentence; without it rules judge alone.
    """
    said = (row.user, row.level, row.stance, row.earlier, row.earlier_user)
    context = Context(*said, strings=ENGLISH)
    governed = Governed(_budget(row), context=context)
    reply = _released(governed, row.reply, leanings)
    flags = _flags(governed, context, row.reply, leanings)
    kept = ((one.rule, one.action, one.sentence.strip()) for one in governed.findings)
    return {
        "id": row.id,
        "flags": [flag for flag in FLAGS if flag in flags],
        "findings": [dict(zip(_OF_A_FINDING, one, strict=True)) for one in kept],
        "reply": reply or ENGLISH.replies.nothing_left,
    }


def _released(governed: Governed, reply: str, leanings: Callable[[str], Leanings | None]) -> str:
    """Gives what would be seen of a reply: no model is asked, as if a redraft had failed."""
    governed.begin_again()
    shown = ""
    for release in chain(governed.feed(Draft(reply)), governed.end()):
        governed.leanings = leanings(release.unread) if release.unread else None
        shown += release.text
    return shown


def _flags(
    governed: Governed, context: Context, reply: str, leanings: Callable[[str], Leanings | None]
) -> set[str]:
    """Gives the flags of all that a reply says, whatever of it was released."""
    prose = [one for one in split(reply) if one.kind in (Kind.PROSE, Kind.ROW)]
    said = [said_plainly(one.text, context) for one in prose]
    flags = {*flags_of(governed.findings, [(one, leanings(one)) for one in said], context)}
    flags |= _standing(prose, context)
    if governed.dropped or sum(needs_answer(one, context) for one in prose) >= 2:
        flags.add(Flag.QUESTION_BURDEN)
    return flags
