"""What asks before everything that is kept of a person here is erased."""

from bot import phrases
from bot.actions import Choice, Say
from bot.choices import EraseEverywhere, EraseHere, KeepAll
from bot.decide.decision import told
from bot.events import Happening
from bot.snapshot import Snapshot
from bot.withdrawal.answers import LEAVING


def erase_card(event: Happening, snapshot: Snapshot, language: str = "") -> Say:
    """Gives the card that asks once before everything kept here is erased; in private, anywhere."""
    own = LEAVING.get(language)
    text = f"{own.erases}\n{phrases.ERASE_CARD}" if own is not None else phrases.ERASE_CARD
    everywhere = snapshot.is_direct and bool(snapshot.elsewhere_places)
    more = (Choice(phrases.ERASE_EVERYWHERE, EraseEverywhere()),) if everywhere else ()
    choices = (Choice("Erase", EraseHere()), *more, Choice("Keep", KeepAll()))
    return told(event, text + stays(snapshot), choices)


def stays(snapshot: Snapshot) -> str:
    """Says what no erase takes away of this person; nothing where nothing stays."""
    person = snapshot.person
    every = (
        (person.under_18, phrases.STAYS_UNDER_18),
        (person.age_open, phrases.STAYS_ASKED),
        (person.ignored, phrases.STAYS_IGNORED),
        (person.read_since is not None and not person.ignored, phrases.STAYS_UNREAD),
        (person.blocked, phrases.STAYS_BLOCKED),
    )
    return "".join(f" {words}" for holds, words in every if holds)
