"""What the rows of what was noticed hold, in the words in which their person reads it anywhere."""

from collections.abc import Iterator

from bot.markers import kept, told
from bot.markers.told import Told
from bot.records import LedgerRow, MarkersRow, ObservationRow, Row
from bot.strings import Strings

_UNREADABLE = (AttributeError, LookupError, TypeError, ValueError)


def in_words(row: Row | LedgerRow, strings: Strings) -> str:
    """Gives what a row of the kind holds; empty for any other, and for one that cannot be read."""
    try:
        match row:
            case ObservationRow():
                return strings.listed(_observed(row, strings))
            case MarkersRow():
                return strings.listed(_told(row, strings))
    except _UNREADABLE:
        return ""
    return ""


def _observed(row: ObservationRow, strings: Strings) -> Iterator[str]:
    said = strings.noticed
    each = kept.load(row.body, row.at.date()) if row.at is not None else ()
    for one in each:
        yield said.called[one.marker]
        if one.reason in said.kinds:
            yield said.kinds[one.reason]


def _told(row: MarkersRow, strings: Strings) -> Iterator[str]:
    for marker, one in told.load(row.body).items():
        yield strings.noticed.called[marker]
        yield from _answers(one, strings)


def _answers(one: Told, strings: Strings) -> Iterator[str]:
    """Gives what was said to it, as the taps for that are called."""
    said = strings.noticed
    answers = {
        said.wrong_tap: one.disputes,
        said.fine_tap: one.fine,
        said.stop_tap: one.stopped,
        said.better_tap: one.relieved,
    }
    yield from (label for label, was_said in answers.items() if was_said)
