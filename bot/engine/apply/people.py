"""Applies what is stored for a person in all scopes: age, ignore-me, clocks, preferences."""

from dataclasses import replace

from bot.actions.state import (
    AskAge,
    DropPreference,
    KeepPreference,
    MarkUnder18,
    RememberPerson,
    SetEmojis,
    SetIgnored,
    SetStopWord,
)
from bot.boundaries.stop_word import spelled
from bot.engine.apply.applying import Applying
from bot.engine.apply.table import applies
from bot.engine.noticed import greeted
from bot.records import BoundariesRow


@applies(MarkUnder18)
async def mark_under_18(applying: Applying, action: MarkUnder18) -> None:
    """Marks the person as under 18, which also answers the question of their age."""
    person = await applying.person_row()
    await applying.unit.put(replace(person, under_18=True, age_open=False))


@applies(AskAge)
async def ask_age(applying: Applying, action: AskAge) -> None:
    """Stores whether the question of the person's age is open, and when it was asked."""
    person = replace(await applying.person_row(), age_open=action.is_open)
    await applying.unit.put(replace(person, age_asked_at=applying.event.at))


@applies(SetIgnored)
async def set_ignored(applying: Applying, action: SetIgnored) -> None:
    """Stores whether the person is ignored.

    When that ends, reading starts at now, so that nothing said while ignored is ever read.
    """
    applying.silences = True
    row = await applying.person_row()
    is_read_again = row.ignored and not action.is_ignored
    since = applying.event.at if is_read_again else row.read_since
    await applying.unit.put(replace(row, ignored=action.is_ignored, read_since=since))


@applies(SetEmojis)
async def set_emojis(applying: Applying, action: SetEmojis) -> None:
    """Stores which emojis of the person repair a reply."""
    await applying.unit.put(replace(await applying.person_row(), emojis=action.are_on))


@applies(KeepPreference)
async def keep_preference(applying: Applying, action: KeepPreference) -> None:
    """Stores a preference that the person set by command, under their own key."""
    await applying.unit.put(replace(action.preference, owner=applying.person))


@applies(DropPreference)
async def drop_preference(applying: Applying, action: DropPreference) -> None:
    """Deletes the person's preference of that kind."""
    await applying.unit.drop(action.kind, applying.person)


@applies(SetStopWord)
async def set_stop_word(applying: Applying, action: SetStopWord) -> None:
    """Stores the keyed hash of the person's stop word beside their other boundaries."""
    owner = applying.person
    row = await applying.unit.get(BoundariesRow, owner) or BoundariesRow(owner)
    hashed = applying.names.stop_word(applying.event.person, spelled(action.word))
    await applying.unit.put(replace(row, stop_word=hashed))


@applies(RememberPerson)
async def remember_person(applying: Applying, action: RememberPerson) -> None:
    """Stores the clocks and rate limits of the person that the action names."""
    row = replace(await applying.person_row(), last_at=applying.event.at)
    named = {name: getattr(action, name) for name in action.__dataclass_fields__}
    talked = named.pop("talked")
    row = replace(row, **{name: value for name, value in named.items() if value is not None})
    await applying.unit.put(row)
    if talked is not None:
        await applying.unit.put(replace(talked, owner=applying.person))
    if action.noticed_at is not None:
        await greeted(applying.unit, applying.owner, applying.event)
