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
from adapters.evaluation.heard import MARKERS, Reads, heard, strengths
from adapters.evaluation.jsonl import Rows, object_of
from adapters.evaluation.review import ReviewRow, labelled, reviewed, rules_alone
from adapters.evaluation.trajectories import Noticed, table
from bot.governor.check import FLAGS

OF_MESSAGES = ("crisis", *MARKERS)
SHOWN = ("unsure",)  # counted, and labelled by nobody
_Told = list[tuple[Sequence[str], Sequence[str]]]


@dataclass(slots=True)
class _Sums:
    """The rows that were read, each with what it was told."""

    crisis: CrisisReader
    network: Reads | None
    replies: _Told = field(default_factory=list)
    messages: _Told = field(default_factory=list)
    noticed: list[Noticed] = field(default_factory=list)
    talks: list[LabelledTalk] = field(default_factory=list)

    def add(self, row: ReviewRow | LabelledMessage | LabelledTalk) -> None:
        """Judges one row, and counts it."""
        match row:
            case LabelledTalk():
                self.talks.append(row)
            case LabelledMessage():
                self._add_message(row)
            case ReviewRow():
                leanings = self.network.leanings if self.network is not None else rules_alone
                self.replies.append((row.labels or (), reviewed(row, leanings)["flags"]))

    def _add_message(self, row: LabelledMessage) -> None:
        reading, labels = heard(row.text, self.network), row.labels or ()
        flags = self.crisis.flags(row, reading.stated)
        self.messages.append((labels, [*flags, *reading.reasons]))
        said = {} if "crisis" in flags else strengths(reading)  # beside a risk nothing is observed
        self.noticed.append(Noticed(row.group, labels, said, reading.reasons))


def evaluated(rows: Rows, network: Reads | None = None, people: int = 0) -> list[str]:
    """Gives the figures of files of labelled rows as lines.

    A row with a reply is judged by the governor; one with a text by the crisis floor, as one of
    its group, and by the heads of markers; one with turns is a conversation of which the first
    alarm counts.

    Args:
        people: of how many ordinary people, put together out of the messages, the course is shown.
    """
    sums = _Sums(CrisisReader(network), network)
    for row in rows.each(_read):
        sums.add(row)
    return _lines(sums, people)


def _lines(sums: _Sums, people: int) -> list[str]:
    _tell_strange(sums.replies, FLAGS)
    _tell_strange(sums.messages, OF_MESSAGES)
    lines = figures(sums.replies, FLAGS) if sums.replies else []
    if sums.messages:
        always = MARKERS if sums.network is not None else ()
        lines += figures(sums.messages, OF_MESSAGES + SHOWN, always)
    if sums.network is not None:
        lines += table(sums.noticed, people)
    return lines + (list(alarms(sums.talks, sums.crisis)) if sums.talks else [])


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
