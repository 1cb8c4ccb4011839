"""Actions of the store on what a person says that talking with the bot does to them."""

from dataclasses import dataclass, field

from bot.impact import Impact


@dataclass(frozen=True, slots=True)
class KeepImpact:
    """Keep what the person answered and set; without anything in it nothing is left."""

    impact: Impact = field(repr=False)


@dataclass(frozen=True, slots=True)
class CountThings:
    """Add one to the count of each thing in this month, with nobody's name; once a month each."""

    things: tuple[str, ...]


OfImpact = KeepImpact | CountThings
