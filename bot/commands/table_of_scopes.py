"""The rows of what is of one scope: roles and shorthand, five questions, a comparison."""

from bot.commands.agreed import ROLES
from bot.commands.entry import Entry, Option, Topic
from bot.commands.of_impact import MyImpact, MyStudy
from bot.commands.readers import Options
from bot.impact import ImpactDeed
from bot.impact.study import StudyDeed
from bot.text.normalize import normalized

_DEEDS = {one.value: one for one in ImpactDeed}
_OF_A_STUDY = {one.value: one for one in StudyDeed}


def impact(options: Options) -> MyImpact | None:
    """Reads what is done with the five questions; nothing shows the answers."""
    deed = _DEEDS.get(_what(options) or ImpactDeed.SHOW.value)
    return MyImpact(deed) if deed is not None else None


def study(options: Options) -> MyStudy | None:
    """Reads what is done with a comparison; nothing shows where it stands."""
    deed = _OF_A_STUDY.get(_what(options) or StudyDeed.SHOW.value)
    return MyStudy(deed) if deed is not None else None


def _what(options: Options) -> str:
    return " ".join(normalized(options.get("what", "")).split())


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
    Entry(
        "study",
        "[warm|questions|stop|clear]",
        study,
        (Option("what", tuple(_OF_A_STUDY)[1:]),),
        splits=lambda rest: {"what": rest},
        misread=lambda say: say.study.how,
        is_right=True,
        topic=Topic.HELD,
    ),
)
