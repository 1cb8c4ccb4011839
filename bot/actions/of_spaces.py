"""Actions of the store on what is a space's: what its admins set, and what is reported there."""

from dataclasses import dataclass

from bot.ids import SpaceId


@dataclass(frozen=True, slots=True)
class SetCrisisLine:
    """Put this line of the admins' below the crisis text in this space; empty takes it away."""

    text: str
    url: str


@dataclass(frozen=True, slots=True)
class SetListening:
    """Let the bot hear, in this space's threads, who addressed it there without its name."""

    space: SpaceId
    listens: bool


@dataclass(frozen=True, slots=True)
class Report:
    """Let this space's admins see where a message of the bot's stands that somebody reported."""

    about: str


@dataclass(frozen=True, slots=True)
class ClearReports:
    """Take away all that was reported in this space."""


OfSpaces = SetCrisisLine | SetListening | Report | ClearReports
