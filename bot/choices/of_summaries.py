"""What a tap under the summary of a conversation means; `room` is the key of its row."""

from dataclasses import dataclass
from typing import ClassVar

from bot.choices.traits import Traits


@dataclass(frozen=True, slots=True)
class ChangeSummary:
    """Say how the summary is changed."""

    traits: ClassVar = Traits("summary-change")
    room: str


@dataclass(frozen=True, slots=True)
class DropSummary:
    """Forget the summary; another may be written later."""

    traits: ClassVar = Traits("summary-drop", is_for_blocked=True)
    room: str


@dataclass(frozen=True, slots=True)
class StopSummaries:
    """Let no summary be written in this scope any more, and forget those there are."""

    traits: ClassVar = Traits("summaries-off", is_for_blocked=True)
    room: str


@dataclass(frozen=True, slots=True)
class KeepLine:
    """Hold the line that was offered, as a thread.

    Args:
        of: when the summary was written that it came with: a newer one has another line.
    """

    traits: ClassVar = Traits("line-keep")
    room: str
    of: str


@dataclass(frozen=True, slots=True)
class WordLine:
    """Say how the person holds it in words of their own instead; the line offered goes."""

    traits: ClassVar = Traits("line-edit", is_for_blocked=True)
    room: str
    of: str


@dataclass(frozen=True, slots=True)
class RefuseLine:
    """Forget the line that was offered, and offer none for a while."""

    traits: ClassVar = Traits("line-no", is_for_blocked=True)
    room: str
    of: str


OfALine = KeepLine | WordLine | RefuseLine
OfASummary = ChangeSummary | DropSummary | StopSummaries | OfALine
