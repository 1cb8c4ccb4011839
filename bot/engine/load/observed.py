"""Loads what was observed in a scope, where anything may be observed, and where it is shown."""

from dataclasses import replace
from datetime import datetime

from bot.choices import (
    AnswerAgain,
    AnswerAnew,
    OfNoticed,
    RepairAgain,
    RepairAs,
    meaning_of,
    offers,
)
from bot.decide.noticed_line import may_be_shown
from bot.engine.load.gathering import Gathering
from bot.events import ChoiceMade, Happening, MessageSeen
from bot.ids import Scope
from bot.markers import Marker, Observation, kept
from bot.markers import told as told_form
from bot.markers.effects import may_ask
from bot.markers.fed import LATELY, fed
from bot.people import People
from bot.people import load as people_in
from bot.people.asked_after import is_grave_beside
from bot.records import MarkersRow, ObservationRow, PeopleRow, ReplyRow
from bot.snapshot import Observed, Post, Snapshot

WRITES_AGAIN = (AnswerAgain, AnswerAnew, RepairAgain, RepairAs)


async def of_message(facts: Gathering, event: MessageSeen, snapshot: Snapshot) -> Observed:
    """Reads what was observed, and whom they listed only where one is asked after or named.

    Beside words of a death or harm of one of them nobody is.
    """
    if not snapshot.may_observe(event.at):
        return Observed()
    found, day, withdrawal = await of_scope(facts, event.scope), event.at.date(), Marker.WITHDRAWAL
    is_held = withdrawal in found.holding(day)
    heard = found.of(withdrawal)
    is_due = may_ask(withdrawal, heard, day) or may_be_shown(withdrawal, heard, day)
    if not (is_held and is_due):
        return found
    people = await _people(facts, event)
    is_grave = is_grave_beside([one.name for one in people], event.all_words)
    return found if is_grave else replace(found, people=people)


async def of_repair(
    facts: Gathering, event: Happening, scope: Scope, snapshot: Snapshot
) -> Observed:
    """Reads what may change a reply that is written once more, in one look."""
    if not snapshot.may_observe(event.at):
        return Observed()
    owner = facts.names.scope(scope)
    await facts.unit.read_ahead((ObservationRow, owner, None), (MarkersRow, owner, ""))
    return await of_scope(facts, scope)


async def of_tap(
    facts: Gathering, event: ChoiceMade, post: Post | None, snapshot: Snapshot
) -> Observed:
    """Reads what was observed in a card's scope, where the card shows it or writes once more."""
    if post is None:
        return Observed()
    if offers(post.choices, OfNoticed):
        return await shown(facts, post.scope, event.at)
    if not isinstance(meaning_of(post.choices, event.label), WRITES_AGAIN):
        return Observed()
    return await of_repair(facts, event, post.scope, snapshot)


async def shown(facts: Gathering, scope: Scope, at: datetime) -> Observed:
    """Reads the same for who asked to see it, with what the last replies added, in one look."""
    owner, unit = facts.names.scope(scope), facts.unit
    seen = (ObservationRow, owner, None), (MarkersRow, owner, ""), (ReplyRow, owner, None)
    await unit.read_ahead(*seen)
    replies = await unit.find(ReplyRow, owner)
    lately = (one for one in replies if one.at is not None and at - one.at <= LATELY)
    return replace(await of_scope(facts, scope), fed=fed(lately))


async def of_scope(facts: Gathering, scope: Scope) -> Observed:
    """Reads every observation of a scope, and what its person heard of them."""
    owner = facts.names.scope(scope)
    rows = await facts.unit.find(ObservationRow, owner)
    row = await facts.unit.get(MarkersRow, owner)
    return Observed(_each(rows), told_form.load(row.body) if row is not None else {})


def _each(rows: tuple[ObservationRow, ...]) -> tuple[Observation, ...]:
    dated = ((row.body, row.at.date()) for row in rows if row.at is not None)
    return tuple(one for body, day in dated for one in kept.load(body, day))


async def _people(facts: Gathering, event: MessageSeen) -> People:
    row = await facts.unit.get(PeopleRow, facts.names.person(event.person))
    return people_in(row.body) if row is not None else ()
