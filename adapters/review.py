"""`attune review` and `attune evaluate`: the governor alone, on replies from a file."""

import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from math import sqrt
from pathlib import Path
from typing import Any

from bot.attunement import Level, Stance, level_named, question_budget, stance_named
from bot.errors import SettingsFault
from bot.governor.context import Context
from bot.governor.questions import is_question
from bot.governor.release import Governed
from bot.governor.sentences import Kind, split
from bot.governor.verdict import FLAGS, Models, flags_of
from bot.words import Draft


@dataclass(frozen=True, slots=True)
class Row:
    """One reply to look at, and what it answered."""

    id: str
    user: str = field(repr=False)
    reply: str = field(repr=False)
    level: Level = Level.PLAIN
    stance: Stance | None = None
    earlier: tuple[str, ...] = field(default=(), repr=False)
    labels: tuple[str, ...] | None = None


def lines_of(name: str) -> Iterator[str]:
    """Gives the lines of a file, or of standard input for "-". Raises SettingsFault."""
    try:
        text = sys.stdin.read() if name == "-" else Path(name).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsFault((f"{name} cannot be read ({type(error).__name__}).",)) from None
    yield from text.splitlines()


def read(line: str) -> Row:
    """Reads one row. Raises ValueError with what is wrong with it."""
    try:
        raw = json.loads(line)
        user, reply = raw["user"], raw["reply"]
    except (json.JSONDecodeError, KeyError, TypeError):
        raise ValueError("is not an object with id, user and reply") from None
    if not isinstance(user, str) or not isinstance(reply, str):
        raise ValueError("user and reply are texts")
    level = level_named(str(raw.get("level", "plain")))
    stance = raw.get("stance")
    if level is None or (stance is not None and stance_named(str(stance)) is None):
        raise ValueError("there is no such level or stance")
    labels = raw.get("labels")
    return Row(
        str(raw.get("id", "")),
        user,
        reply,
        level,
        stance_named(str(stance)) if stance is not None else None,
        _earlier(raw.get("history", [])),
        tuple(map(str, labels)) if isinstance(labels, list) else None,
    )


def _earlier(history: Any) -> tuple[str, ...]:
    """Gives the bot's turns; a turn is a text, or an object with role and text."""
    if not isinstance(history, list):
        raise ValueError("the history is a list")
    bots = ("bot", "assistant")
    turns = [turn for turn in history if isinstance(turn, dict) and turn.get("role") in bots]
    return tuple(str(turn.get("text", turn.get("content", ""))) for turn in turns)


def reviewed(row: Row, models: Models) -> dict[str, Any]:
    """Gives the flags, the findings, and what would be seen if a redraft failed too."""
    context = Context(row.user, row.level, row.stance, row.earlier)
    governed = Governed(question_budget(row.level, row.stance), context=context, models=models)
    governed.begin_again()  # no model is asked: what is shown is what a failed redraft leaves
    released = (*governed.feed(Draft(row.reply)), *governed.end())
    prose = [one for one in split(row.reply) if one.kind is Kind.PROSE]
    flags = flags_of([one.text for one in prose], governed.findings, models)
    if governed.dropped or sum(map(is_question, prose)) >= 2:
        flags = [flag for flag in FLAGS if flag in {*flags, "question_burden"}]
    return {
        "id": row.id,
        "flags": flags,
        "findings": [
            {"rule": one.rule, "action": one.action, "sentence": one.sentence.strip()}
            for one in governed.findings
        ],
        "reply": "".join(one.text for one in released),
    }


def figures(rows: list[tuple[tuple[str, ...], list[str]]]) -> list[str]:
    """Gives a line a label: how often it was there and how often it was told, with intervals."""
    head = ("label", "n", "pos", "precision", "recall", "F1", "/1000")
    lines = ["{:24} {:>6} {:>6} {:>18} {:>18} {:>6} {:>7}".format(*head)]
    wanted = [flag for flag in FLAGS if any(flag in labels for labels, _ in rows)]
    for flag in wanted:
        hits = sum(flag in labels and flag in told for labels, told in rows)
        there = sum(flag in labels for labels, _ in rows)
        told = sum(flag in raised for _, raised in rows)
        precision, recall = hits / max(1, told), hits / max(1, there)
        f1 = 2 * precision * recall / (precision + recall) if hits else 0.0
        lines.append(
            f"{flag:24} {len(rows):6} {there:6} {_with_interval(hits, told):>18} "
            f"{_with_interval(hits, there):>18} {f1:6.3f} {1000 * told / max(1, len(rows)):7.1f}"
        )
    return lines


def _with_interval(hits: int, count: int) -> str:
    """Gives a share with its 95% interval after Wilson (1927)."""
    if not count:
        return "-"
    share, z = hits / count, 1.96
    middle = (share + z * z / (2 * count)) / (1 + z * z / count)
    spread = z * sqrt(share * (1 - share) / count + z * z / (4 * count * count))
    spread /= 1 + z * z / count
    return f"{share:.3f} [{max(0, middle - spread):.2f} {min(1, middle + spread):.2f}]"
