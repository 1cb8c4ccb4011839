"""What `/attune why` says of a reply: in a sentence or two, what was left out of it and why."""

import json
from collections.abc import Callable
from datetime import UTC, datetime, time
from typing import assert_never

from bot.boundaries import SHAPED
from bot.governor.rules.named import flag_named
from bot.layout import markup
from bot.layout.dates import Occasion, day
from bot.made import By, Made, load
from bot.norms import SHAPED as BY_NORMS
from bot.records import ReplyRow
from bot.snapshot import RepairSnapshot
from bot.strings import Strings
from bot.strings.spoken import Why
from bot.summary import USED

# What else shaped a reply, beside the findings that are kept with it; no words of anybody's.
SHAPING: dict[tuple[str, ...], Callable[[Why], str]] = {
    SHAPED: lambda said: said.bounded,
    USED: lambda said: said.summed,
    BY_NORMS: lambda said: said.normed,
}
MOST_REASONS = 3  # what was found most often; nobody reads a list of everything


def why(snapshot: RepairSnapshot) -> str:
    """Says why a reply to this person reads so, or what holds of every reply to anybody else."""
    said = snapshot.strings.why
    if snapshot.reply is None:
        return said.in_general
    every = [tuple(pair) for pair in json.loads(snapshot.reply.row.findings or "[]")]
    pairs = [pair for pair in every if pair not in SHAPING]
    used = [SHAPING[pair](said) for pair in every if pair in SHAPING]
    if not pairs:
        return " ".join([said.nothing, *used])
    is_anew = any(action == "redraft" for _, action in pairs)
    reasons = [_reason(rule, snapshot.strings) for rule, _ in pairs]
    often = sorted(dict.fromkeys(reasons), key=reasons.count, reverse=True)[:MOST_REASONS]
    often += [said.written_anew] if is_anew else []
    return " ".join([*often, *used])


def who_wrote(snapshot: RepairSnapshot, now: Occasion) -> str:
    """Says in a small line who wrote a reply, or its repair; empty where that was not kept."""
    said = snapshot.strings.why
    if snapshot.reply is None:
        return markup.small(said.by_program)
    row = snapshot.reply.row
    made = load(row.made)
    return markup.small(_wrote(made, row, snapshot.strings, now)) if made is not None else ""


def _wrote(made: Made, row: ReplyRow, strings: Strings, now: Occasion) -> str:
    said = strings.why
    match made.by:
        case By.MODEL:
            form = said.repaired if row.repairs > row.anew else said.written
            model = markup.plainly(made.model) or said.unnamed
            return form.format(model=model, day=_since(made, row, strings, now))
        case By.DEMONSTRATION:
            return said.demonstrated
        case By.PROGRAM:
            return said.fixed
        case _:
            assert_never(made.by)


def _since(made: Made, row: ReplyRow, strings: Strings, now: Occasion) -> str:
    """Gives the day since which a reply's instructions are used: its noon, the same everywhere."""
    try:
        moment = datetime.combine(datetime.fromisoformat(made.since), time(12), UTC)
    except ValueError:
        moment = row.at or now.at
    return day(strings, moment, now)


def is_by_norms(row: ReplyRow) -> bool:
    """Returns whether roles and shorthand were told to who wrote a reply."""
    return list(BY_NORMS) in json.loads(row.findings or "[]")


def _reason(rule: str, strings: Strings) -> str:
    """Gives the sentence of a rule's family; a rule of an earlier release has the general one."""
    flag = flag_named(rule)
    return strings.why.left_out[flag] if flag is not None else strings.why.something
