"""What follows when somebody says that they are under 18: asked once, then it counts."""

from dataclasses import replace

from bot import phrases
from bot.actions import Action, AskAge, Choice, KeepInTray, MarkUnder18, RaiseEpoch, Say
from bot.events import Happening, MessageEdited, MessageSeen
from bot.known import Known
from bot.turn.shape import heard, told

AGE_CARD = (Choice("Under 18", "age-yes"), Choice("18 or over", "age-no"))


def age_card(event: Happening) -> Say:
    """Gives the question whether somebody who said so is under 18; one tap answers it."""
    return told(event, phrases.AGE_ASKED, AGE_CARD)


def said_age(event: MessageSeen | MessageEdited, known: Known) -> tuple[Known, tuple[Action, ...]]:
    """Gives what holds once a message was read for an age, and what it leads to.

    In a shared room nothing is said of it: the line waits in the tray.
    """
    if known.person.under_18 or not heard(event, known).is_under_18:
        return known, ()
    if known.person.age_asked_at is not None:
        marked = replace(known, person=replace(known.person, under_18=True))
        line = told(event, phrases.UNDER_18) if known.is_direct else KeepInTray("under-18")
        return marked, (MarkUnder18(), RaiseEpoch(), line)
    asked = replace(known, person=replace(known.person, age_open=True))
    return asked, (AskAge(True), RaiseEpoch(), _question(event, known))


def _question(event: Happening, known: Known) -> Action:
    return age_card(event) if known.is_direct else KeepInTray("age")
