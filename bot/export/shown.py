"""How what a field of a row holds stands on a page: moments as days, JSON as lists."""

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.export.fields import Nested, Value
from bot.export.moments import moment
from bot.export.tags import Html, tag, words
from bot.layout.dates import Occasion, day
from bot.strings import Strings

DEEPEST = 12  # of lists within lists; what is deeper stands as it is written


@dataclass(frozen=True, slots=True)
class Shown:
    """In which words, and seen when."""

    strings: Strings
    now: Occasion

    def value(self, value: Value) -> Html:
        """Gives a value as it stands on the page."""
        match value:
            case datetime():
                said = words(day(self.strings, value, self.now))
                return tag("time", said, datetime=moment(value) or "")
            case Nested(within):
                return _listed(within)
            case str():
                return words(value)


def _listed(thing: Any, deep: int = 0) -> Html:
    if not isinstance(thing, dict | list):
        return words(str(thing))
    if deep == DEEPEST:
        return words(json.dumps(thing, ensure_ascii=False))
    named = thing.items() if isinstance(thing, dict) else (("", one) for one in thing)
    items = (
        tag("li", words(f"{key}: " if key else ""), _listed(one, deep + 1))
        for key, one in named
        if one not in (None, "", [], {})
    )
    return tag("ul", *items)
