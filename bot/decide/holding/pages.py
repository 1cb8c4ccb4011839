"""The cards of the lists of what a person asked to be held: a page of a list, and one line of it.

Both lists are shown in one way: a few lines, cut where they are long, each with a tap that shows it
whole with what can be done with it.
"""

from dataclasses import replace
from datetime import datetime

from bot.choices import (
    AskDay,
    Choice,
    ClearHeld,
    DoneHeld,
    DropHeld,
    EraseHeld,
    MentionHeld,
    PickHeld,
    ShowHeld,
)
from bot.consent import may_hold
from bot.holding import Held, HeldRow, in_order, is_done, is_open_in, list_of
from bot.holding.days import Dated
from bot.layout import markup
from bot.layout.dates import Occasion, day
from bot.levels import Level
from bot.records import ThreadRow
from bot.snapshot import CommandSnapshot, Snapshot, TapSnapshot
from bot.strings import Strings

ON_A_PAGE = 4
LONGEST_SHOWN = 60  # characters of a line in a list
_FIRST = 3  # taps of lines before those that turn and clear, so that these are in the first row
Said = tuple[str, tuple[Choice, ...]]  # the words of a card, and what is under them
Shows = CommandSnapshot | TapSnapshot


def why_not(snapshot: Snapshot, at: datetime) -> str:
    """Says why nothing may be held here now, and what would change it; empty where it may be."""
    said = snapshot.strings.holding
    if snapshot.may_hold(at):
        return ""
    if snapshot.is_minor:
        return said.under_18
    if snapshot.is_paused(at):
        return said.paused
    if may_hold(snapshot.effective(at).level):
        return said.unticked
    attuned, ongoing = map(snapshot.strings.level, (Level.ATTUNED, Level.ONGOING))
    return said.below.format(attuned=attuned, ongoing=ongoing)


def page(which: Held, snapshot: Shows, now: Occasion, number: int = 0) -> Said:
    """Gives a page of a list, or that it is empty; the nearest page where there is no such."""
    said, rows = snapshot.strings.holding, in_order(snapshot.holding.of(which))
    why = _state(snapshot, now)
    if not rows:
        return "\n".join((said.none[which], why or said.how[which])), ()
    last = (len(rows) - 1) // ON_A_PAGE
    number = min(max(number, 0), last)
    shown = rows[number * ON_A_PAGE : (number + 1) * ON_A_PAGE]
    lines = [markup.point(_line(one, snapshot, now, is_whole=False)) for one in shown]
    small = [markup.small(why or said.how[which])]
    text = "\n".join([markup.heading(said.heading[which]), *lines, *small])
    return text, _taps(which, shown, snapshot, (number, last))


def after(snapshot: Shows, row: HeldRow, now: Occasion, *, is_gone: bool = False) -> Said:
    """Gives the page of a line once it is kept as it is now, or gone."""
    which = list_of(row)
    rows = snapshot.holding.of(which)
    others = tuple(one for one in rows if one.key != row.key)
    changed = snapshot.holding.with_list(which, others if is_gone else (*others, row))
    number = page_of(row, rows if is_gone else changed.of(which))
    return page(which, replace(snapshot, holding=changed), now, number)


def noting(shown: Said, line: str) -> Said:
    """Gives a page with another small line in the place of its last, which tells how."""
    text, _, _ = shown[0].rpartition("\n")
    return "\n".join((text, markup.small(line))), shown[1]


def unread(dated: Dated, row: HeldRow, strings: Strings) -> str:
    """Says that what was named as a day is none, and how the line gets one."""
    words = markup.plainly(cut(dated.unread))
    return strings.holding.unread_day.format(words=words, number=row.number)


def page_of(row: HeldRow, rows: tuple[HeldRow, ...]) -> int:
    """Gives the page that a line stands on."""
    keys = [one.key for one in in_order(rows)]
    return keys.index(row.key) // ON_A_PAGE if row.key in keys else 0


def line(row: HeldRow, snapshot: Shows, now: Occasion) -> Said:
    """Gives one line whole, with what can be done with it."""
    which, said = list_of(row), snapshot.strings.holding
    back = Choice(said.back, ShowHeld(which, page_of(row, snapshot.holding.of(which))))
    text = _line(row, snapshot, now, is_whole=True)
    return text, (*deeds(row, snapshot.strings), *_mention(row, snapshot), back)


def deeds(row: HeldRow, strings: Strings) -> tuple[Choice, ...]:
    """Gives what ends a line, or puts it off."""
    said, drop = strings.holding, DropHeld(list_of(row), row.key)
    if not isinstance(row, ThreadRow) or is_done(row):
        return (Choice(said.drop, drop),)
    later = Choice(said.other_day, AskDay(row.key))
    return (Choice(said.done, DoneHeld(row.key)), later, Choice(said.drop, drop))


def _mention(row: HeldRow, snapshot: Shows) -> tuple[Choice, ...]:
    """Gives whether a line may be mentioned in this room, where others read along."""
    if snapshot.is_direct:
        return ()
    said, is_open = snapshot.strings.holding, is_open_in(row, snapshot.room)
    means = MentionHeld(list_of(row), row.key, not is_open)
    return (Choice(said.no_mention if is_open else said.mention, means),)


def _taps(
    which: Held, shown: tuple[HeldRow, ...], snapshot: Shows, at: tuple[int, int]
) -> tuple[Choice, ...]:
    said, (number, last) = snapshot.strings.holding, at
    picks = [
        Choice(said.number.format(number=one.number), PickHeld(which, one.key)) for one in shown
    ]
    turns = [Choice(said.next, ShowHeld(which, number + 1))] if number < last else []
    turns += [Choice(said.back, ShowHeld(which, number - 1))] if number else []
    is_away = snapshot.scope.put_away_until is not None
    end = Choice(said.erase_now, EraseHeld()) if is_away else Choice(said.clear, ClearHeld(which))
    return (*picks[:_FIRST], *turns, end, *picks[_FIRST:])


def _line(row: HeldRow, snapshot: Shows, now: Occasion, *, is_whole: bool) -> str:
    said, words = snapshot.strings.holding, row.body if is_whole else cut(row.body)
    text = said.line.format(number=row.number, words=markup.plainly(words))
    text = with_day(text, row, snapshot.strings, now)
    is_marked = is_open_in(row, snapshot.room) and not snapshot.is_direct
    return said.may_be_mentioned.format(words=text) if is_marked else text


def with_day(text: str, row: HeldRow, strings: Strings, now: Occasion) -> str:
    """Gives the text of a line with the day of a thread, or that it is done."""
    if isinstance(row, ThreadRow) and row.done_at is not None:
        return strings.holding.was_done.format(words=text)
    if isinstance(row, ThreadRow) and row.due is not None:
        return strings.holding.due.format(words=text, day=day(strings, row.due, now))
    return text


def cut(words: str) -> str:
    """Gives words as a list shows them, cut where they are long."""
    return words if len(words) <= LONGEST_SHOWN else f"{words[: LONGEST_SHOWN - 1].rstrip()}…"


def _state(snapshot: Shows, now: Occasion) -> str:
    """Says what keeps a list from being used now, and when what was put away is erased."""
    why, until = why_not(snapshot, now.at), _away_until(snapshot)
    if not why or until is None or snapshot.holding.is_empty:
        return why
    return put_away(snapshot, until, now)


def put_away(snapshot: Snapshot, until: datetime, now: Occasion) -> str:
    """Says that what was held is put away until a day, and how it comes back where it can."""
    said = snapshot.strings.holding
    text = said.put_away.format(day=day(snapshot.strings, until, now))
    return f"{text} {said.comes_back}" if may_hold(snapshot.effective(now.at).level) else text


def _away_until(snapshot: Snapshot) -> datetime | None:
    until = (snapshot.scope.put_away_until, snapshot.scope.frozen_until)
    return min((one for one in until if one is not None), default=None)
