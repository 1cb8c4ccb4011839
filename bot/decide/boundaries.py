"""Decides what a person sets for how they are talked to, and what their stop word does."""

from dataclasses import replace
from typing import assert_never

from bot.actions import Action
from bot.actions.state import DropPreference, KeepPreference, SetStopWord, StopReplies
from bot.boundaries import (
    MOST_LINES,
    MOST_OF_A_LINE,
    MOST_OF_A_NAME,
    NO_BOUNDARIES,
    Boundaries,
    BoundaryDeed,
    dump,
    load,
)
from bot.boundaries.stop_word import may_be
from bot.choices import Choice, ClearBoundaries, DropBoundary, OfBoundaries, ShowBoundaries
from bot.commands.values import MyBoundaries
from bot.decide.decision import answered, card, mentioned, told
from bot.events import ChoiceMade, CommandGiven, MessageEdited, MessageSeen
from bot.layout import markup
from bot.records import BoundariesRow
from bot.snapshot import NOBODY, CommandSnapshot, Snapshot, SpokenSnapshot, TapSnapshot
from bot.strings import Strings

Answer = tuple[Action, ...]
Said = tuple[str, tuple[Choice, ...]]  # the words of a card, and what is under them
_KEPT = "kept"  # stands for a hash where only a platform's person reads that there is one


def asked(given: MyBoundaries, event: CommandGiven, snapshot: CommandSnapshot) -> Answer:
    """Gives the answer to `/attune boundaries`: one card of what holds from now on."""
    row, said = _row(snapshot), snapshot.strings.boundaries
    match given.deed:
        case BoundaryDeed.SHOW:
            return (card(event, *_shown(row, snapshot.strings)),)
        case BoundaryDeed.CLEAR:
            return (DropPreference(BoundariesRow), told(event, said.gone))
        case _ if not given.words:
            return (told(event, said.how),)
        case BoundaryDeed.STOP_WORD if not may_be(given.words, snapshot.house.bot_name):
            return (told(event, said.bad_stop_word),)
        case BoundaryDeed.STOP_WORD:
            kept = replace(row, stop_word=_KEPT)
            return (SetStopWord(given.words), card(event, *_shown(kept, snapshot.strings)))
        case BoundaryDeed.DROP:
            changed = _without(row, given.words)
        case deed:
            if refused := _refused(deed, given.words, load(row.body), snapshot.strings):
                return (told(event, refused),)
            changed = replace(row, body=dump(_with(load(row.body), deed, given.words)))
    if changed == row:
        return (told(event, said.no_such),)
    return (_kept(changed), card(event, *_shown(changed, snapshot.strings)))


def tapped(event: ChoiceMade, snapshot: TapSnapshot, means: OfBoundaries) -> Answer:
    """Gives what a tap on the card does; the card shows what holds then, in its place."""
    row, strings = _row(snapshot), snapshot.strings
    match means:
        case ShowBoundaries():
            return (answered(event, *_shown(row, strings)),)
        case ClearBoundaries(is_sure=True):
            return (DropPreference(BoundariesRow), answered(event, strings.boundaries.gone))
        case ClearBoundaries():
            sure = Choice(strings.boundaries.clear, ClearBoundaries(is_sure=True))
            choices = (sure, Choice(strings.choices.keep, ShowBoundaries()))
            return (answered(event, strings.boundaries.sure, choices),)
        case DropBoundary(which):
            changed = _without(row, which)
            return (_kept(changed), answered(event, *_shown(changed, strings)))
        case _:
            assert_never(means)


def stopped(event: MessageSeen | MessageEdited, snapshot: SpokenSnapshot) -> Answer:
    """Gives the answer to a stop word: what is written here ends, and nothing is asked.

    A reply of which something is shown says itself that it was stopped; else one short line does.
    """
    is_seen = any(not one.is_waiting for one in snapshot.running)
    line = mentioned(event, snapshot.strings.commands.stop_done)
    return (StopReplies(),) if is_seen else (StopReplies(), line)


def _row(snapshot: Snapshot) -> BoundariesRow:
    return snapshot.preference(BoundariesRow) or BoundariesRow(NOBODY)


def _kept(row: BoundariesRow) -> Action:
    """Gives what keeps a row, or forgets it where nothing is left in it."""
    if row.body or row.stop_word:
        return KeepPreference(row)
    return DropPreference(BoundariesRow)


def _refused(deed: BoundaryDeed, words: str, own: Boundaries, strings: Strings) -> str:
    """Says why words are not taken: they are too long, or there are too many lines."""
    said, most = strings.boundaries, MOST_OF_A_LINE
    if deed is BoundaryDeed.NAME:
        most = MOST_OF_A_NAME
    if len(words) > most:
        return said.too_long.format(most=most)
    is_full = deed is BoundaryDeed.NOT and len(own.nots) >= MOST_LINES
    return said.full.format(most=MOST_LINES) if is_full else ""


def _with(own: Boundaries, deed: BoundaryDeed, words: str) -> Boundaries:
    match deed:
        case BoundaryDeed.NAME:
            return replace(own, name=words)
        case BoundaryDeed.ADDRESS:
            return replace(own, address=words)
    return own.with_line(words)


def _without(row: BoundariesRow, which: str) -> BoundariesRow:
    """Gives a row without one boundary; the same where there is no such."""
    own = load(row.body)
    match which:
        case BoundaryDeed.STOP_WORD:
            return replace(row, stop_word="")
        case BoundaryDeed.NAME:
            own = replace(own, name="")
        case BoundaryDeed.ADDRESS:
            own = replace(own, address="")
        case _ if which.isdecimal():
            own = own.without_line(int(which[:4]))
    return replace(row, body=dump(own))


# -- the card ------------------------------------------------------------------------------------


def _shown(row: BoundariesRow, strings: Strings) -> Said:
    """Gives the card: each boundary in a line, and under them what drops each."""
    said, own = strings.boundaries, load(row.body)
    if own == NO_BOUNDARIES and not row.stop_word:
        return f"{said.none}\n{said.how}", ()
    lines = [markup.heading(said.heading), *map(markup.point, _lines(row, own, strings))]
    dropped = [_drop(which, strings) for which in _which(row, own)]
    clear = Choice(said.clear, ClearBoundaries())
    return "\n".join(lines), (*dropped[:3], clear, *dropped[3:])


def _lines(row: BoundariesRow, own: Boundaries, strings: Strings) -> list[str]:
    said, plainly = strings.boundaries, markup.plainly
    name = [said.name.format(words=plainly(own.name))] if own.name else []
    address = [said.address.format(words=plainly(own.address))] if own.address else []
    nots = [said.line.format(number=number, words=plainly(line)) for number, line in own.nots]
    return [*name, *address, *nots, *([said.stop_word] if row.stop_word else [])]


def _which(row: BoundariesRow, own: Boundaries) -> list[str]:
    """Gives what can be dropped, as `drop` names it."""
    set_now = (
        (BoundaryDeed.NAME, own.name),
        (BoundaryDeed.ADDRESS, own.address),
        (BoundaryDeed.STOP_WORD, row.stop_word),
    )
    return [*(one.value for one, words in set_now if words), *(str(one) for one, _ in own.nots)]


def _drop(which: str, strings: Strings) -> Choice:
    said = strings.boundaries
    return Choice(said.drop.format(what=said.kinds.get(which, which)), DropBoundary(which))
