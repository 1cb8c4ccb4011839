"""The panel of `/attune status`: one line of what holds and what is kept, and what can be changed.

Each of its choices does what a command does. A page takes the place of the one before.
"""

from datetime import UTC, datetime

from bot.choices import Choice, EndPause, Page, PauseFor, TurnOff, TurnPage, WantLevel, WantStyle
from bot.closing.words import standing
from bot.commands import RESET, STYLES, UPWARD
from bot.layout import dates, markup
from bot.layout.dates import Occasion
from bot.levels import Level, Why
from bot.records import BoundariesRow
from bot.snapshot import HOLDS, KeptSnapshot, Snapshot
from bot.strings import Strings

Choices = tuple[Choice, ...]
FOREVER = datetime(9999, 1, 1, tzinfo=UTC)  # until resumed
BACK_AT = 3  # so that the way back stands in the first row of many choices
_PAUSES: tuple[tuple[str, int | None], ...] = (("hour", 1), ("day", 24), ("open", None))


def state(snapshot: KeptSnapshot, now: Occasion, *, briefly: bool = False) -> str:
    """Says which level holds here and why, what is kept, and a language that is not the house's.

    Args:
        briefly: of a style it is said only that there is one.
    """
    said = snapshot.strings
    held = kept(snapshot, now, briefly=briefly)
    here = f"{_holds(snapshot, now)} {said.status.kept.format(kept=held)}"
    closing = standing(snapshot.house, now)
    more = [said.language.now] if snapshot.language else []
    return " ".join([here, *more, *([closing] if closing else [])])


def choices(snapshot: Snapshot, now: Occasion) -> Choices:
    """Gives what can be changed: level, style, pause, what is kept, off."""
    said = snapshot.strings.status.choices
    is_paused = snapshot.is_paused(now.at)
    pause = Choice(said["pause"], TurnPage(Page.PAUSES))
    return (
        Choice(said["level"], TurnPage(Page.LEVELS)),
        Choice(said["style"], TurnPage(Page.STYLES)),
        Choice(said["resume"], EndPause()) if is_paused else pause,
        Choice(said["kept"], TurnPage(Page.KEPT)),
        Choice(snapshot.strings.consent.off_tap, TurnOff()),
    )


def back(strings: Strings) -> Choice:
    """Gives the choice that leads back to what holds."""
    return Choice(strings.status.choices["back"], TurnPage(Page.STATE))


def levels(snapshot: Snapshot, now: Occasion) -> tuple[str, Choices]:
    """Gives each level that is allowed here, in a line, and none of them first among the rest.

    One is said to hold only where it is what was agreed too: else both could still be wanted.
    """
    holds = snapshot.effective(now.at).level
    agreed = holds if holds is snapshot.consented else None
    said, allowed = snapshot.strings, [one for one in Level if one <= snapshot.ceiling]
    lines = [markup.point(f"{said.titled(one)}: {said.cards.like[one.word]}") for one in allowed]
    more = [said.status.only_levels] if snapshot.ceiling < Level.ONGOING else []
    offered = tuple(Choice(said.titled(one), WantLevel(one), one is agreed) for one in allowed)
    return "\n".join([said.status.levels, *lines, *more]), (*offered, back(said))


def styles(snapshot: KeptSnapshot, now: Occasion) -> Choices:
    """Gives the manners that have room at the level that holds, the way back among the first."""
    said, is_plain = snapshot.strings, snapshot.effective(now.at).level is Level.PLAIN
    held = {value for _, value in snapshot.style}
    every = [one for one in said.status.manners if one in STYLES and one not in held]
    named = [one for one in every if not (is_plain and one in UPWARD)]
    named += [RESET] if held else []
    offered = [Choice(said.status.manners[one], WantStyle(one)) for one in named]
    return (*offered[:BACK_AT], back(said), *offered[BACK_AT:])


def pauses(strings: Strings) -> Choices:
    """Gives how long a pause may last, and the way back."""
    said = strings.status.choices
    return (*(Choice(said[name], PauseFor(hours)) for name, hours in _PAUSES), back(strings))


def paused_until(strings: Strings, moment: datetime, now: Occasion) -> str:
    """Says until when it is paused, in words."""
    if moment == FOREVER:
        return strings.cards.until_resumed
    return dates.until(strings, moment, now)


def _holds(snapshot: Snapshot, now: Occasion) -> str:
    """Says which level holds, until when, and why it is that one."""
    said, holds = snapshot.strings.status, snapshot.effective(now.at)
    moment = snapshot.scope.paused_until
    words = {"level": snapshot.strings.titled(holds.level)}
    match holds.why:
        case Why.PAUSED if moment is not None:
            return said.paused.format(until=paused_until(snapshot.strings, moment, now))
        case Why.CEILING:
            until, wanted = _until(snapshot, now), snapshot.strings.level(snapshot.consented)
            form = said.lowered if until else said.lowered_open
            return form.format(until=until, wanted=wanted, **words)
        case Why.AGREED if until := _until(snapshot, now):
            return said.agreed.format(until=until, **words)
        case Why.AGREED:
            return said.open.format(**words)
        case why:
            return said.plainly[why]


def _until(snapshot: Snapshot, now: Occasion) -> str:
    """Says until when a yes holds; nothing of one that never ends by itself."""
    if snapshot.scope.conversation:
        return snapshot.strings.cards.for_conversation
    moment = snapshot.scope.expires_at
    return dates.until(snapshot.strings, moment, now) if moment is not None else ""


def manners(snapshot: KeptSnapshot) -> str:
    """Gives the style that the person set, in words."""
    said = snapshot.strings
    return said.listed(said.manner(value) for _, value in snapshot.style)


def kept(snapshot: KeptSnapshot, now: Occasion, *, briefly: bool = False) -> str:
    """Says what is stored of this person here."""
    parts, said, count = [], snapshot.strings.status, len(snapshot.repairs)
    if snapshot.scope.entered_at is not None:
        parts.append(said.kept_yes if snapshot.scope.state in HOLDS else said.kept_entries)
    if snapshot.style:
        parts.append(said.kept_style.format(values="…" if briefly else manners(snapshot)))
    parts += _of_the_person(snapshot)
    if count:
        parts.append(said.kept_repair if count == 1 else said.kept_repairs.format(count=count))
    threads, memories = len(snapshot.holding.threads), len(snapshot.holding.memories)
    parts += [said.kept_threads.format(count=threads)] if threads else []
    parts += [said.kept_memories.format(count=memories)] if memories else []
    if (until := snapshot.scope.frozen_until) is not None:
        parts.append(said.kept_frozen.format(day=dates.day(snapshot.strings, until, now)))
    return snapshot.strings.listed(parts) or said.kept_nothing


def _of_the_person(snapshot: Snapshot) -> list[str]:
    """Gives what is kept of this person in every place, and asked about here: never the words."""
    said = snapshot.strings.status
    has_boundaries = snapshot.preference(BoundariesRow) is not None
    return [
        *([said.kept_boundaries] if has_boundaries else []),
        *([said.kept_under_18] if snapshot.person.under_18 else []),
    ]
