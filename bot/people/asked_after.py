"""After whom of their people a person may be asked. Pure."""

from bot.lexicon import lexicon
from bot.people import Listed, People
from bot.text.normalize import normalized

_NOT = tuple(map(normalized, lexicon("mul/people").words["not_asked_after"]))
_DIGITS = 3  # in a line: it is a number to call, and no somebody to ask after


def asked_after(people: People) -> Listed | None:
    """Gives the first on the list of whom nothing says that they died or do harm; or None."""
    return next((one for one in people if _may_be_asked_after(one)), None)


def _may_be_asked_after(somebody: Listed) -> bool:
    said = f" {normalized(somebody.line)} "
    is_a_number = sum(map(str.isdigit, said)) >= _DIGITS
    return not is_a_number and not any(word in said for word in _NOT)
