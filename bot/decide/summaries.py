"""Decides what a person does with the summary of a conversation, and when it is forgotten."""

from dataclasses import replace
from datetime import datetime
from typing import assert_never

from bot.actions import Action
from bot.actions.of_summaries import ForgetSummary, LetSummaries, RewriteSummary
from bot.choices import ChangeSummary, Choice, DropSummary, StopSummaries
from bot.commands.values import MySummary
from bot.decide.decision import Decision, answered, card, told
from bot.events import ChoiceMade, CommandGiven, Happening
from bot.layout import markup
from bot.layout.dates import day, occasion
from bot.records import SummaryRow
from bot.snapshot import (
    Caused,
    CommandSnapshot,
    DeletionSnapshot,
    EditSnapshot,
    KeptSnapshot,
    Snapshot,
    TapSnapshot,
)
from bot.summary import LONGEST, SummaryDeed
from bot.summary.kept import stands

Answer = tuple[Action, ...]


def asked(given: MySummary, event: CommandGiven, snapshot: CommandSnapshot) -> Answer:
    """Gives the answer to `/attune summary`."""
    said, row = snapshot.strings.summary, _standing(snapshot, event.at)
    match given.deed:
        case SummaryDeed.ON:
            return (LetSummaries(are_on=True), told(event, _on(snapshot, event.at)))
        case SummaryDeed.OFF:
            return (LetSummaries(are_on=False), told(event, said.off))
        case SummaryDeed.DROP:  # also of one that is being written
            gone = _none(snapshot, event.at) if row is None else said.gone
            return (ForgetSummary(), told(event, gone))
        case _ if row is None:
            return (told(event, _none(snapshot, event.at)),)
        case SummaryDeed.SHOW:
            return (_shown(row, event, snapshot),)
        case SummaryDeed.EDIT:
            return _edited(given.words, row, event, snapshot)
        case _:
            assert_never(given.deed)


def tapped(
    event: ChoiceMade, snapshot: TapSnapshot, means: ChangeSummary | DropSummary | StopSummaries
) -> Answer:
    """Gives what a tap under a summary does, in its place."""
    said = snapshot.strings.summary
    match means:
        case ChangeSummary():
            return (told(event, said.how),)
        case DropSummary(room):
            return (ForgetSummary(room), answered(event, said.gone))
        case StopSummaries():
            return (LetSummaries(are_on=False), answered(event, said.off))
        case _:
            assert_never(means)


def after_edit(turn: Decision, snapshot: Snapshot) -> Decision:
    """Gives the decision about a changed or deleted message, and forgets what summed it up.

    An edit that leaves the words as they were answered, as a preview of a link, changes nothing.
    """
    if not _is_summed(snapshot) or _is_same(snapshot):
        return turn
    return replace(turn, actions=(*turn.actions, ForgetSummary()))


def _is_summed(snapshot: Snapshot) -> bool:
    """Returns whether a summary of the room stands or is being written: else nothing is kept."""
    match snapshot:
        case EditSnapshot(came_of=came_of) | DeletionSnapshot(caused=Caused(came_of=came_of)):
            is_there = any(isinstance(one, SummaryRow) for one in came_of)
            return is_there or bool(snapshot.conversation.summing)
    return False


def _is_same(snapshot: Snapshot) -> bool:
    """Returns whether an edit left the words as they were answered."""
    if not isinstance(snapshot, EditSnapshot) or snapshot.reply is None:
        return False
    return not snapshot.is_changed


def _standing(snapshot: KeptSnapshot, at: datetime) -> SummaryRow | None:
    return snapshot.summary if stands(snapshot.summary, at) else None


def _shown(row: SummaryRow, event: Happening, snapshot: Snapshot) -> Action:
    """Gives the summary, when it goes, and what its person can do with it."""
    said = snapshot.strings.summary
    goes_at = (row.at or event.at) + SummaryRow.about.retention
    until = said.until.format(day=day(snapshot.strings, goes_at, occasion(event)))
    lines = (markup.heading(said.heading), markup.plainly(row.body), markup.small(until))
    choices = (
        Choice(said.change, ChangeSummary(row.key)),
        Choice(said.drop, DropSummary(row.key)),
        Choice(said.stop, StopSummaries(row.key)),
    )
    return card(event, "\n".join(lines), choices)


def _edited(words: str, row: SummaryRow, event: CommandGiven, snapshot: CommandSnapshot) -> Answer:
    said = snapshot.strings.summary
    if not words:
        return (told(event, said.how),)
    if len(words) > LONGEST:
        return (told(event, said.too_long.format(most=LONGEST)),)
    return (RewriteSummary(row.key, words), told(event, said.changed))


def _none(snapshot: Snapshot, at: datetime) -> str:
    """Says why there is no summary, and what would bring one."""
    said = snapshot.strings.summary
    if not snapshot.may_hold(at):
        return said.needs
    return said.is_off if snapshot.scope.unsummed else said.none


def _on(snapshot: Snapshot, at: datetime) -> str:
    said = snapshot.strings.summary
    return said.on if snapshot.may_hold(at) else said.needs
