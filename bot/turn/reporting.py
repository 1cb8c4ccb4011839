"""Telling a space's admins of a reply that does not belong there: where it stands, and no words."""

from bot import phrases
from bot.actions import Action, AnswerCard, Choice, Report
from bot.commands import Given
from bot.events import ChoiceMade, CommandGiven
from bot.known import Known
from bot.turn.shape import told

LONGEST = 200  # characters of what says where a reply stands
SHOWN = 20

Answer = tuple[Action, ...]


def report(given: Given, event: CommandGiven, known: Known) -> Answer:
    """Gives what `/attune report ID` does: admins may see where that reply stands."""
    if known.is_direct:
        return (told(event, phrases.NO_REPORT_HERE.format(operator=known.house.operator)),)
    if len(given.rest) != 1 or len(_about(event)) > LONGEST:
        return (told(event, phrases.BAD_REPORT),)
    return (Report(_about(event)), told(event, phrases.REPORTED))


def offer(event: CommandGiven, known: Known) -> tuple[Choice, ...]:
    """Gives the choice to report the reply a command names; none where nobody could be told."""
    is_offered = not known.is_direct and len(event.words.split()) > 2
    is_offered = is_offered and len(_about(event)) <= LONGEST
    return (Choice(phrases.REPORT_IT, f"report {_about(event)}"),) if is_offered else ()


def tapped(event: ChoiceMade, about: str) -> Answer:
    """Gives what that choice does."""
    return (AnswerCard(event.message), Report(about), told(event, phrases.REPORTED))


def reports(event: CommandGiven, known: Known) -> Answer:
    """Gives an admin the newest reports of this space: when, and where the reply stands."""
    if not known.reports:
        return (told(event, phrases.NO_REPORTS),)
    newest = sorted(known.reports, reverse=True)[:SHOWN]
    lines = [f"{at:%Y-%m-%d %H:%M} UTC: {about}" for at, about in newest]
    return (told(event, "\n".join([phrases.REPORTS, *lines])),)


def _about(event: CommandGiven) -> str:
    return event.about or event.words.split()[-1]
