"""What a row holds, field by field, in words: what each is called, and its value.

What is empty is left out, and so are hashes and counters (`leaving_out`).
"""

import json
from collections.abc import Iterator, Set
from dataclasses import dataclass, fields
from datetime import datetime, timedelta
from typing import Any

from bot.export.leaving_out import OF_A_CARD, is_on_page
from bot.export.noticed import in_words
from bot.levels import Level
from bot.records import About, LedgerRow, OutboxRow, PostRow, Row, TrayRow, Words
from bot.records.declare import IN_TRANSIT
from bot.rupture import Rupture
from bot.strings import Strings

_DAY = timedelta(days=1)
_LEVELS = ("level", "frozen_above", "frozen_from")
_WITH_CARDS = (OutboxRow, PostRow, TrayRow)  # the program wrote all of what these hold as JSON


@dataclass(frozen=True, slots=True)
class Nested:
    """What the program wrote as JSON: lists and names of parts, with words in them."""

    within: Any


Value = datetime | str | Nested


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


def held(row: Row | LedgerRow, strings: Strings) -> Iterator[tuple[str, Value]]:
    """Gives what a row holds: what each field is called, and its value."""
    called, noticed = strings.export.fields, in_words(row, strings)
    for column in fields(row):
        name, value = column.name, getattr(row, column.name)
        if noticed and name == "body":
            yield called[name], noticed
            continue
        if is_on_page(column) and value not in (None, "", False):
            shown = _value(name, value, column.type == Words, strings)
            if isinstance(row, _WITH_CARDS) and isinstance(shown, Nested):
                shown = _in_labels(shown)
            yield called.get(name, name), shown


def _value(name: str, value: Any, is_sealed: bool, strings: Strings) -> Value:
    said = strings.export.values
    match value:
        case datetime():
            return value
        case bool():
            return said["yes"]
        case int() if name in _LEVELS and value in tuple(Level):
            return strings.level(Level(value))
        case str() if name == "open_in":  # hashes of rooms
            return said["yes"]
        case str() if name == "stop_word":
            return said["hashed"]
        case str() if name == "stretches":
            return _how_many(_written(value))
        case str() if is_sealed or value[:1] in ("[", "{"):
            return _written(value)
        case str():
            return _in_words(value, strings)
        case _:
            return str(value)


def _in_words(value: str, strings: Strings) -> str:
    """Gives a value of the program's own in words; any other as it is written."""
    if value in strings.status.manners:
        return strings.manner(value)
    if value in tuple(Rupture):
        return strings.repair.kinds[Rupture(value)]
    return strings.export.values.get(value, value)


def _how_many(listed: Value) -> str:
    """Says how many things a list has; the document has each."""
    return str(len(listed.within) if isinstance(listed, Nested) else listed)


def _in_labels(shown: Nested) -> Nested:
    """Gives what a card holds by its labels alone, without how the program spells its taps."""
    return Nested(_without(shown.within, OF_A_CARD.keys()))


def _without(within: Any, names: Set[str]) -> Any:
    match within:
        case dict() as parts:
            return {key: _without(one, names) for key, one in parts.items() if key not in names}
        case list() as parts:
            return [_without(one, names) for one in parts]
        case leaf:
            return leaf


def _written(text: str) -> Value:
    """Gives words; what the program wrote as JSON is read.

    What a person wrote may look like JSON too: it is read only where that loses nothing.
    """
    try:
        read = json.loads(text)
        again = {json.dumps(read, ensure_ascii=is_ascii) for is_ascii in (True, False)}
    except (ValueError, RecursionError):
        return text
    return Nested(read) if isinstance(read, dict | list) and text in again else text
