"""The settings of what the operator publishes: where their protocol and privacy policy stand."""

from pydantic import Field

from bot.settings.kinds import Url
from bot.settings.of_law import OfLaw


class OfPublishing(OfLaw):
    """Where an operator published what `attune protocol` and `attune privacy` print."""

    protocol_url: Url = Field(
        default="",
        max_length=300,
        description="where you published what `attune protocol` prints, as `/attune about` says; "
        "up to 300 characters; empty: it says to ask you",
    )
    privacy_url: Url = Field(
        default="",
        max_length=300,
        description="where you published what `attune privacy` prints, as `/attune about` says; "
        "up to 300 characters; empty: it says to ask you",
    )
