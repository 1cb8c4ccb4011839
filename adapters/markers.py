"""`attune markers` and the crisis part of `attune evaluate`: messages and talks from a file."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from adapters.jsonl import id_of, object_of
from bot.crisis.talk import LATELY, read
from bot.crisis.tiers import Tier

_BY = 5  # a person's turn by which a high risk is to be seen
_ROLES = ("person", "bot")


@dataclass(frozen=True, slots=True)
class Message:
    """One message to read; those of one group, in order, are one person's conversation."""

    id: str
    text: str = field(repr=False)
    group: str | None = None
    labels: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class Talk:
    """One labelled conversation: its risk, and the person's turns."""

    id: str
    risk: str
    own: tuple[str, ...] = field(repr=False)


def message(line: str) -> Message:
    """Reads one message. Raises ValueError with what is wrong with it."""
    return _message(object_of(line))


def _message(raw: dict[str, Any]) -> Message:
    text, group, labels = raw.get("text"), raw.get("group"), raw.get("labels")
    if not isinstance(text, str):
        raise ValueError("has no text")
    if group is not None and not isinstance(group, str | int):
        raise ValueError("has a group that is no name")
    _check_time(raw.get("at"))
    named = None if group is None else str(group)
    told = tuple(map(str, labels)) if isinstance(labels, list) else None
    return Message(id_of(raw), text, named, told)


def _check_time(at: Any) -> None:
    try:
        if at is not None:
            datetime.fromisoformat(at)
    except (TypeError, ValueError):
        raise ValueError("has an at that is no time as 2026-01-31T12:00:00Z") from None


def talk(raw: dict[str, Any]) -> Talk:
    """Reads one conversation. Raises ValueError with what is wrong with it."""
    turns, risk = raw.get("turns"), raw.get("risk")
    if not isinstance(risk, str) or not risk:
        raise ValueError("has turns and no risk")
    if not isinstance(turns, list) or not all(map(_is_turn, turns)):
        raise ValueError("has turns that are not each a role, person or bot, and a text")
    own = tuple(turn["text"] for turn in turns if turn["role"] == "person")
    return Talk(id_of(raw), risk, own)


def _is_turn(turn: Any) -> bool:
    is_one = isinstance(turn, dict) and turn.get("role") in _ROLES
    return is_one and isinstance(turn.get("text"), str)


class Markers:
    """Reads messages one by one, each in the light of those of its group before it."""

    def __init__(self) -> None:
        self._lately: defaultdict[str, tuple[str, ...]] = defaultdict(tuple)

    def of(self, one: Message) -> dict[str, Any]:
        """Gives the tier of a message and why, as a row to print."""
        verdict = read(self._with_group(one))
        tier = verdict.tier.name.lower()
        return {"id": one.id, "crisis": tier, "why": list(verdict.why)}

    def flags(self, one: Message) -> list[str]:
        """Gives the label crisis for a message that is elevated or acute."""
        return ["crisis"] if read(self._with_group(one)).tier >= Tier.ELEVATED else []

    def _with_group(self, one: Message) -> tuple[str, ...]:
        if one.group is None:
            return (one.text,)
        turns = (*self._lately[one.group], one.text)[-LATELY:]
        self._lately[one.group] = turns
        return turns


def alarm(one: Talk) -> int | None:
    """Gives the person's turn, from 1, that is elevated or acute first; None when none is."""
    turns = range(1, len(one.own) + 1)
    return next((at for at in turns if read(one.own[:at]).tier >= Tier.ELEVATED), None)


def alarms(talks: list[Talk]) -> Iterator[str]:
    """Gives a line a risk: of how many conversations how many are seen, and how early."""
    firsts = defaultdict[str, list[int | None]](list)
    for one in talks:
        firsts[one.risk].append(alarm(one))
    yield f"{'risk':24} {'n':>6} {f'by turn {_BY}':>12} {'at all':>12}"
    for risk, seen in firsts.items():
        early = sum(at is not None and at <= _BY for at in seen)
        yield f"{risk:24} {len(seen):6} {early:12} {sum(at is not None for at in seen):12}"
