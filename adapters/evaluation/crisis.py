"""`attune crisis` and the crisis part of `attune evaluate`: messages and talks from a file."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from adapters.evaluation.heard import Reads, heard
from adapters.evaluation.jsonl import id_of, object_of
from bot.crisis.chunks import chunks
from bot.crisis.conversation import LATELY, weighed
from bot.crisis.scores import Scores
from bot.crisis.tiers import Stated, Tier, Verdict
from bot.text.normalize import normalized

_BY = 5  # a person's turn by which a high risk is to be seen
_ROLES = ("person", "bot")
_FLAGS = {"certain": ["crisis"], "unsure": ["unsure"], "nothing": []}


@dataclass(frozen=True, slots=True)
class LabelledMessage:
    """One message to read; those of one group, in order, are one person's conversation."""

    id: str
    text: str = field(repr=False)
    group: str | None = None
    labels: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class LabelledTalk:
    """One labelled conversation: its risk, and the person's turns."""

    id: str
    risk: str
    own: tuple[str, ...] = field(repr=False)


def message(line: str) -> LabelledMessage:
    """Reads one message. Raises ValueError with what is wrong with it."""
    return _message(object_of(line))


def _message(raw: dict[str, Any]) -> LabelledMessage:
    text, group, labels = raw.get("text"), raw.get("group"), raw.get("labels")
    if not isinstance(text, str):
        raise ValueError("has no text")
    if group is not None and not isinstance(group, str | int):
        raise ValueError("has a group that is no name")
    _check_time(raw.get("at"))
    named = None if group is None else str(group)
    told = tuple(map(str, labels)) if isinstance(labels, list) else None
    return LabelledMessage(id_of(raw), text, named, told)


def _check_time(at: Any) -> None:
    try:
        if at is not None:
            datetime.fromisoformat(at)
    except (TypeError, ValueError):
        raise ValueError("has an at that is no time as 2026-01-31T12:00:00Z") from None


def talk(raw: dict[str, Any]) -> LabelledTalk:
    """Reads one conversation. Raises ValueError with what is wrong with it."""
    turns, risk = raw.get("turns"), raw.get("risk")
    if not isinstance(risk, str) or not risk:
        raise ValueError("has turns and no risk")
    if not isinstance(turns, list) or not all(map(_is_turn, turns)):
        raise ValueError("has turns that are not each a role, person or bot, and a text")
    own = tuple(turn["text"] for turn in turns if turn["role"] == "person")
    return LabelledTalk(id_of(raw), risk, own)


def _is_turn(turn: Any) -> bool:
    is_one = isinstance(turn, dict) and turn.get("role") in _ROLES
    return is_one and isinstance(turn.get("text"), str)


class CrisisReader:
    """Reads messages one by one, each in the light of those of its group before it."""

    def __init__(self, network: Reads | None) -> None:
        self._lately: defaultdict[str, tuple[Stated, ...]] = defaultdict(tuple)
        self._network = network

    def of(self, one: LabelledMessage) -> dict[str, Any]:
        """Gives a message's tier and why, its band, and what the classifier made of it: a row."""
        turns = self._with_group(one, heard(one.text, self._network).stated)
        verdict, scores = weighed(turns), turns[-1].scores
        row = {"id": one.id, "crisis": verdict.tier.name.lower(), "why": list(verdict.why)}
        row["band"] = band(verdict)
        return row | ({} if scores is None else _told(scores, one.text))

    def flags(self, one: LabelledMessage, said: Stated) -> list[str]:
        """Gives the label crisis for a message that is elevated or acute, unsure for a hint.

        Args:
            said: what the message states by itself.
        """
        return _FLAGS[band(weighed(self._with_group(one, said)))]

    def alarm(self, one: LabelledTalk) -> int | None:
        """Gives the person's turn, from 1, that is elevated or acute first; None when none is."""
        turns = [heard(text, self._network).stated for text in one.own]
        told = (weighed(turns[:at]).tier for at in range(1, len(turns) + 1))
        return next((at for at, tier in enumerate(told, 1) if tier >= Tier.ELEVATED), None)

    def _with_group(self, one: LabelledMessage, said: Stated) -> tuple[Stated, ...]:
        turns = (*(self._lately[one.group] if one.group else ()), said)[-LATELY:]
        if one.group is not None:
            self._lately[one.group] = turns
        return turns


def band(verdict: Verdict) -> str:
    """Gives how sure a verdict is: certain, unsure or nothing."""
    if verdict.tier >= Tier.ELEVATED:
        return "certain"
    return "unsure" if verdict.is_unsure else "nothing"


def _told(scores: Scores, text: str) -> dict[str, Any]:
    """Gives the slots of the chunk that decided, its score, and the chunk itself."""
    every = chunks(normalized(text))
    return {
        "score": round(scores.risk, 3),
        "slots": [scores.whose, list(scores.said), scores.at, scores.manner],
        "chunk": every[scores.chunk] if every else "",
    }


def alarms(talks: list[LabelledTalk], markers: CrisisReader) -> Iterator[str]:
    """Gives a line a risk: of how many conversations how many are seen, and how early."""
    firsts = defaultdict[str, list[int | None]](list)
    for one in talks:
        firsts[one.risk].append(markers.alarm(one))
    yield f"{'risk':24} {'n':>6} {f'by turn {_BY}':>12} {'at all':>12}"
    for risk, seen in firsts.items():
        early = sum(at is not None and at <= _BY for at in seen)
        yield f"{risk:24} {len(seen):6} {early:12} {sum(at is not None for at in seen):12}"
