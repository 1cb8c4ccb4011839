"""`attune evaluate`: labelled replies, messages and conversations, each judged by its own part."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass, field

from adapters.evaluation.crisis import (
    CrisisReader,
    LabelledMessage,
    LabelledTalk,
    alarms,
    message,
    talk,
)
from adapters.evaluation.figures import figures
from adapters.evaluation.jsonl import Rows, object_of
from adapters.evaluation.review import ReviewRow, labelled, reviewed, rules_alone
from bot.governor.check import FLAGS
from bot.model.classifier import Network

OF_MESSAGES = ("crisis",)
SHOWN = ("unsure",)  # counted, and labelled by nobody
_Told = list[tuple[Sequence[str], Sequence[str]]]


@dataclass(slots=True)
class _Sums:
    replies: _Told = field(default_factory=list)
    messages: _Told = field(default_factory=list)
    talks: list[LabelledTalk] = field(default_factory=list)


def evaluated(rows: Rows, network: Network | None = None) -> list[str]:
    """Gives the figures of a file of labelled rows as lines.

    A row with a reply is judged by the governor; one with a text by the crisis floor, as one of
    its group; one with turns is a conversation of which the first alarm counts.
    """
    sums, markers = _Sums(), CrisisReader(network)
    leanings = network.leanings if network is not None else rules_alone
    for row in rows.each(_read):
        match row:
            case LabelledTalk():
                sums.talks.append(row)
            case LabelledMessage():
                sums.messages.append((row.labels or (), markers.flags(row)))
            case ReviewRow():
                sums.replies.append((row.labels or (), reviewed(row, leanings)["flags"]))
    return _lines(sums, markers)


def _lines(sums: _Sums, markers: CrisisReader) -> list[str]:
    _tell_strange(sums.replies, FLAGS)
    _tell_strange(sums.messages, OF_MESSAGES)
    lines = figures(sums.replies, FLAGS) if sums.replies else []
    lines += figures(sums.messages, OF_MESSAGES + SHOWN) if sums.messages else []
    return lines + (list(alarms(sums.talks, markers)) if sums.talks else [])


def _read(line: str) -> ReviewRow | LabelledMessage | LabelledTalk:
    raw = object_of(line)
    if "turns" in raw:
        return talk(raw)
    if "reply" in raw:
        return labelled(line)
    if "text" not in raw:
        raise ValueError("has neither reply nor text nor turns")
    one = message(line)
    if one.labels is None:
        raise ValueError("has no labels")
    return one


def _tell_strange(told: _Told, known: Sequence[str]) -> None:
    strange = sorted({label for labels, _ in told for label in labels} - set(known))
    if strange:
        sys.stderr.write(f"attune: not judged here: {', '.join(strange)}\n")
