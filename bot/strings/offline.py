"""What the offline model says: sentences of a machine that runs without a language model."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.rupture import Rupture
from bot.strings.fill import SOME


@dataclass(frozen=True, slots=True)
class Offline:
    """The drafts of the offline model, whole or as shapes that are filled."""

    honest: str
    cannot_answer: str
    person_now: str
    over_and_said: str
    staying: str
    staying_anew: str
    listening: str
    listening_anew: str
    goodbye: str
    welcome: str
    feeling_about: str  # {feeling}, {about}
    feeling_alone: str  # {feeling}
    weighs_more: str  # {topic}
    stands_out: str  # {about}
    at_heart: str  # {topic}
    my_answer: str  # {step}
    would_change: str
    after_that: str  # {step}
    small_step: str  # {step}
    small_step_warmly: str  # {step}
    step_offered: str  # {step}
    what_must_change: str
    quoted: str  # {words}
    unquoted: str
    no_topic: str
    two_sides: tuple[str, ...]  # the first has {topic}
    in_order: tuple[str, ...]  # each before a step, in words
    openings: Mapping[Rupture, str] = field(metadata=SOME)  # {phrase}
    steps: Mapping[str, tuple[str, ...]]  # three by subject; those of any have {topic}
