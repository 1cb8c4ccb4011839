"""What people read of a closing day: before it, each once and once more; after it, one line."""

from collections.abc import Iterator

from bot.closing import Closing
from bot.layout.dates import Occasion, day
from bot.layout.markup import plainly
from bot.snapshot import House


def told(closing: Closing, house: House, now: Occasion) -> Iterator[str]:
    """Says that it closes, then why and what becomes of all that is kept."""
    strings, said = house.strings, house.strings.continuity
    yield said.closes.format(day=day(strings, closing.at, now))
    if closing.because:
        operator = plainly(house.run_by_in(said.because))
        words = plainly(closing.because).rstrip(" .。")  # the line itself ends with one
        yield said.because.format(operator=operator, words=words)
    yield said.until.format(day=day(strings, closing.erased_at, now))


def over(closing: Closing, house: House, now: Occasion) -> str:
    """Says that it has closed, and what can still be done."""
    strings, said = house.strings, house.strings.continuity
    form = said.gone if now.at >= closing.erased_at else said.closed
    closed, gone = (day(strings, one, now) for one in (closing.at, closing.erased_at))
    return form.format(day=closed, gone=gone)


def standing(house: House, now: Occasion) -> str:
    """Says in one line that it closes or has closed; nothing where it does not."""
    closing = house.closing
    if closing is None:
        return ""
    is_over = closing.is_over(now.at)
    return over(closing, house, now) if is_over else next(told(closing, house, now))
