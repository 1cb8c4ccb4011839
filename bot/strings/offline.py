"""What the demonstration voice says beside its replies, which are in `demonstration`."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.rupture import Rupture
from bot.strings.fill import SOME


@dataclass(frozen=True, slots=True)
class Offline:
    """What a machine without a language model says of itself, and to a life at risk."""

    honest: str
    connects: tuple[str, ...]  # under what it cannot know
    person_now: str
    over_and_said: str
    at_risk_still: tuple[str, ...]  # once the fixed words and the first line were said
    concern_still: tuple[str, ...]  # likewise where it is about somebody else's life
    alone: Mapping[Rupture, tuple[str, ...]] = field(metadata=SOME)  # the whole reply after these
