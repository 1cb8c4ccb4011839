"""What a person heard of each marker, and what they said to it. Pure."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from datetime import date, timedelta

from bot.markers import Marker

SILENT_FOR = timedelta(days=90)  # after "fine" or "stop"
_VERSION = 1


@dataclass(frozen=True, slots=True)
class Told:
    """What was said of one marker.

    Args:
        shown: the day on which its line was shown in the spell that lasts; None: not yet.
        fine: the day on which the person said that it is fine.
        disputes: how many observations they said are not right: each raises the bounds for them.
        asked: the day on which an effect of it asked something last.
        somebody: the mark of whom it asked after then; 0: of nobody.
        relieved: the day on which they said that it is better.
        stopped: the day on which they said that nothing be done differently because of it.
        since: the day from which it changed replies in the spell that lasts; None: not yet.
    """

    shown: date | None = None
    fine: date | None = None
    disputes: int = 0
    asked: date | None = None
    relieved: date | None = None
    stopped: date | None = None
    since: date | None = None
    somebody: int = 0

    def is_silent(self, at: date) -> bool:
        """Returns whether it is not brought up, since the person said that it is fine."""
        return self.fine is not None and at < self.fine + SILENT_FOR

    def is_stopped(self, at: date) -> bool:
        """Returns whether nothing is done differently because of it, since the person said so."""
        return self.stopped is not None and at < self.stopped + SILENT_FOR


def dump(told: Mapping[Marker, Told]) -> str:
    """Gives what is sealed of what was said."""
    each = {marker.value: _spelled(one) for marker, one in told.items()}
    return json.dumps([_VERSION, each])


def load(body: str) -> dict[Marker, Told]:
    """Gives what was said of each marker; nothing of a form that this version does not know."""
    version, each = json.loads(body) if body else (_VERSION, {})
    if version != _VERSION:
        return {}
    return {Marker(name): _read(one) for name, one in each.items()}


def changed(
    told: Mapping[Marker, Told], marker: Marker, **to: date | int | None
) -> dict[Marker, Told]:
    """Gives the same with other values for one marker."""
    return {**told, marker: replace(told.get(marker, Told()), **to)}  # type: ignore[arg-type]


def _spelled(one: Told) -> dict[str, object]:
    return {
        name: value.isoformat() if isinstance(value, date) else value
        for name, value in asdict(one).items()
        if value
    }


def _read(one: Mapping[str, object]) -> Told:
    return Told(
        **{  # type: ignore[arg-type]
            name: date.fromisoformat(value) if isinstance(value, str) else value
            for name, value in one.items()
        }
    )
