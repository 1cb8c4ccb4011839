"""The rows of what is of one scope: roles and shorthand, and the five questions."""

from bot.commands.agreed import ROLES
from bot.commands.entry import Entry, Option, Topic
from bot.commands.of_impact import MyImpact
from bot.commands.readers import Options
from bot.impact import ImpactDeed
from bot.text.normalize import normalized

_DEEDS = {one.value: one for one in ImpactDeed}


def impact(options: Options) -> MyImpact | None:
    """Reads what is done with the five questions; nothing shows the answers."""
    words = " ".join(normalized(options.get("what", "")).split())
    deed = _DEEDS.get(words or ImpactDeed.SHOW.value)
    return MyImpact(deed) if deed is not None else None


OF_SCOPES = (
    ROLES,
    Entry(
        "impact",
        "[ask|off|on|share|alone|clear]",
        impact,
        (Option("what", tuple(_DEEDS)[1:]),),
        splits=lambda rest: {"what": rest},
        misread=lambda say: say.impact.how,
        is_right=True,
        topic=Topic.HELD,
    ),
)
