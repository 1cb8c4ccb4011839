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


OfASummary = ChangeSummary | DropSummary | StopSummaries
