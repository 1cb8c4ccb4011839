"""What asks before everything that is kept of a person here is erased."""

from bot import phrases
from bot.actions import Choice, Say
from bot.events import Happening
from bot.known import Known
from bot.turn.shape import told
from bot.withdrawal.answers import LEAVING


def erase_card(event: Happening, known: Known, language: str = "") -> Say:
    """Gives the card that asks once before everything kept here is erased; in private, anywhere."""
    own = LEAVING.get(language)
    text = f"{own.erases}\n{phrases.ERASE_CARD}" if own is not None else phrases.ERASE_CARD
    everywhere = known.is_direct and bool(known.elsewhere_places)
    more = (Choice(phrases.ERASE_EVERYWHERE, "erase-all"),) if everywhere else ()
    choices = (Choice("Erase", "erase"), *more, Choice("Keep", "keep"))
    return told(event, text + stays(known), choices)


def stays(known: Known) -> str:
    """Says what no erase takes away of this person; nothing where nothing stays."""
    person = known.person
    every = (
        (person.under_18, phrases.STAYS_UNDER_18),
        (person.age_open, phrases.STAYS_ASKED),
        (person.ignored, phrases.STAYS_IGNORED),
        (person.read_since is not None and not person.ignored, phrases.STAYS_UNREAD),
        (person.blocked, phrases.STAYS_BLOCKED),
    )
    return "".join(f" {words}" for holds, words in every if holds)
