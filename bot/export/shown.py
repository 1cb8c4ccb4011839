"""How what a row holds stands on a page: each field in words, and what the program wrote as JSON.

What is empty is left out, and so are hashes (`leaving_out`). Moments are days.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass, fields
from datetime import datetime, timedelta
from typing import Any

from bot.export.leaving_out import is_on_page
from bot.export.moments import moment
from bot.export.tags import Html, tag, words
from bot.layout.dates import Occasion, day
from bot.levels import Level
from bot.records import About, LedgerRow, Row, Words
from bot.records.declare import IN_TRANSIT
from bot.rupture import Rupture
from bot.strings import Strings

DEEPEST = 12  # of lists within lists; what is deeper stands as it is written
_DAY = timedelta(days=1)
_LEVELS = ("level", "frozen_above")


@dataclass(frozen=True, slots=True)
class Shown:
    """In which words, and seen when."""

    strings: Strings
    now: Occasion


def stays(about: About, strings: Strings) -> str:
    """Says for how long a kind is kept."""
    said, lasts = strings.export.stays, about.lasts
    if about.whose == "nobody":
        return said["ledger"]
    if lasts is None:
        return said["erased" if about.until == "erased" else "needed"]
    if lasts == IN_TRANSIT or lasts <= _DAY:
        return said["day"]
    return said["days"].format(count=lasts.days)


def held(row: Row | LedgerRow, shown: Shown) -> Iterator[tuple[str, Html]]:
    """Gives what a row holds: what each field is called, and its value."""
    called = shown.strings.export.fields
    for column in fields(row):
        name, value = column.name, getattr(row, column.name)
        if is_on_page(column) and value not in (None, "", False):
            yield called.get(name, name), _value(name, value, column.type == Words, shown)


def _value(name: str, value: Any, is_sealed: bool, shown: Shown) -> Html:
    said = shown.strings.export.values
    match value:
        case datetime():
            return _moment(value, shown)
        case bool():
            return words(said["yes"])
        case int() if name in _LEVELS and value in tuple(Level):
            return words(shown.strings.level(Level(value)))
        case str() if name == "stop_word":
            return words(said["hashed"])
        case str() if is_sealed or value[:1] in ("[", "{"):
            return _written(value)
        case str():
            return words(_in_words(value, shown.strings))
        case _:
            return words(str(value))


def _moment(at: datetime, shown: Shown) -> Html:
    return tag("time", words(day(shown.strings, at, shown.now)), datetime=moment(at) or "")


def _in_words(value: str, strings: Strings) -> str:
    """Gives a value of the program's own in words; any other as it is written."""
    if value in strings.status.manners:
        return strings.manner(value)
    if value in tuple(Rupture):
        return strings.repair.kinds[Rupture(value)]
    return strings.export.values.get(value, value)


def _written(text: str) -> Html:
    """Gives words; of what the program wrote as JSON each part, in a list.

    What a person wrote may look like JSON too: it is parted only where that loses nothing.
    """
    try:
        read = json.loads(text)
        again = {json.dumps(read, ensure_ascii=is_ascii) for is_ascii in (True, False)}
    except (ValueError, RecursionError):
        return words(text)
    return _listed(read) if isinstance(read, dict | list) and text in again else words(text)


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
