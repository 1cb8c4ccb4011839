"""The one codec of what a choice means: version 2 is JSON, and every older form still reads."""

import json
from collections.abc import Callable
from dataclasses import fields
from datetime import datetime
from enum import StrEnum
from typing import Any, get_args

from bot.choices import older
from bot.choices.kinds import Meaning, ReadCrisisText, Unknown
from bot.choices.of_offers import Offer
from bot.choices.panel import Fold, Page
from bot.choices.values import level, term, tier
from bot.commands import Term, Topic
from bot.crisis.signs.kinds import What, Who
from bot.crisis.tiers import Tier
from bot.holding import Held
from bot.impact import ImpactDeed, Question
from bot.impact.study import StudyDeed
from bot.levels import Level, Stance
from bot.markers import Marker
from bot.reach import Redraft
from bot.records import Chapter
from bot.rupture import Rupture

JSON = dict[str, Any]
_VERSION = "2:"
_CRISIS = ReadCrisisText.traits.stored
_KINDS: dict[str, type[Any]] = {kind.traits.stored: kind for kind in get_args(Meaning)}
_UNREADABLE = (LookupError, TypeError, ValueError)


def encode(means: Meaning) -> str:
    """Writes what a choice means; what could not be read is written as it was."""
    if isinstance(means, Unknown):
        return means.stored
    named = {"is": means.traits.stored, **_written(means)}
    return _VERSION + json.dumps(named, ensure_ascii=False)


def decode(stored: str) -> Meaning:
    """Reads what this release or any older one wrote; `Unknown` if it means nothing today.

    The way to words for a life at risk is never lost: if it cannot be read, it is the gravest.
    """
    try:
        if stored.startswith(_VERSION):
            return _read(stored.removeprefix(_VERSION))
        return older.read(stored)
    except _UNREADABLE:
        is_help = stored.startswith((_CRISIS, f'{_VERSION}{{"is": "{_CRISIS}"'))
        return ReadCrisisText() if is_help else Unknown(stored)


def _read(stored: str) -> Meaning:
    named = dict(json.loads(stored))
    read: Meaning = _built(_KINDS[named.pop("is")], named)
    return read


def _built(kind: type[Any], raw: JSON) -> Any:
    types = {one.name: one.type for one in fields(kind)}
    return kind(**{name: _READS[types[name]](value) for name, value in raw.items()})


def _written(thing: Any) -> JSON:
    return {one.name: _plain(getattr(thing, one.name)) for one in fields(thing)}


def _plain(value: object) -> object:
    """Gives a value as JSON can hold it."""
    match value:
        case Offer():
            return _written(value)
        case Term():
            return str(value.lasts)
        case Level() | Tier():
            return value.name.lower()
        case StrEnum():
            return value.value
        case datetime():
            return value.isoformat()
        case _:
            return value


def _exactly(kind: type[Any]) -> Callable[[Any], Any]:
    """Gives a reader that takes a value of that type and no other."""

    def read(value: object) -> object:
        if type(value) is not kind:
            raise TypeError(f"is no {kind.__name__}")
        return value

    return read


def _or_none(read: Callable[[Any], Any]) -> Callable[[Any], Any]:
    return lambda value: None if value is None else read(value)


# By the type of a field: whoever adds a field of another type adds its reader here.
_READS: dict[Any, Callable[[Any], Any]] = {
    str: _exactly(str),
    bool: _exactly(bool),
    int: _exactly(int),
    int | None: _or_none(_exactly(int)),
    datetime | None: _or_none(datetime.fromisoformat),
    Level: level,
    Tier: tier,
    Term: term,
    Stance: Stance,
    Page: Page,
    Held: Held,
    ImpactDeed: ImpactDeed,
    StudyDeed: StudyDeed,
    Question: Question,
    Chapter | None: _or_none(Chapter),
    Fold: Fold,
    Redraft: Redraft,
    Rupture: Rupture,
    Rupture | None: _or_none(Rupture),
    Topic | None: _or_none(Topic),
    Who: Who,
    What: What,
    Marker: Marker,
    Offer: lambda raw: _built(Offer, dict(raw)),
}
