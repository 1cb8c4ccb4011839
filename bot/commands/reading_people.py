"""From the options of a command that names a person of a place to its value."""

from collections.abc import Mapping
from datetime import timedelta

from bot.commands.of_spaces import MutePerson
from bot.commands.terms import duration
from bot.text.normalize import normalized

MOST_OF_A_PERSON = 255  # characters, as the longest id of a platform
SHORTEST, USUAL, LONGEST = timedelta(minutes=10), timedelta(days=1), timedelta(days=30)


def mute(options: Mapping[str, str]) -> MutePerson | None:
    """Reads a person, as the platform names one, and a time of ten minutes to thirty days, or off.

    Without a time it is a day.
    """
    named, time = options.get("person", "").strip(), normalized(options.get("time", "")).strip()
    if len(named.split()) != 1 or len(named) > MOST_OF_A_PERSON:
        return None
    if time == "off":
        return MutePerson(named, None)
    span = duration(time) if time else USUAL
    return MutePerson(named, span) if span is not None and SHORTEST <= span <= LONGEST else None


def split_mute(rest: str) -> dict[str, str]:
    """Splits what follows `mute` into whom and for how long."""
    person, time = (*rest.split(None, 1), "", "")[:2]
    return {"person": person, "time": time}
