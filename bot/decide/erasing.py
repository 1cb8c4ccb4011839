"""What asks before everything that is kept of a person here is erased."""

from bot.actions import Choice, Say
from bot.choices import EraseEverywhere, EraseHere, KeepAll
from bot.decide.decision import told
from bot.events import Happening
from bot.snapshot import CommandSnapshot, Snapshot, SpokenSnapshot, TapSnapshot
from bot.withdrawal.answers import LEAVING

MayErase = SpokenSnapshot | CommandSnapshot | TapSnapshot


def erase_card(event: Happening, snapshot: MayErase, language: str = "") -> Say:
    """Gives the card that asks once before everything kept here is erased; in private, anywhere."""
    own = LEAVING.get(language)
    text = (
        f"{own.erases}\n{snapshot.strings.data.erase_card}"
        if own is not None
        else snapshot.strings.data.erase_card
    )
    everywhere = snapshot.is_direct and bool(snapshot.elsewhere_places)
    more = (
        (Choice(snapshot.strings.data.erase_everywhere, EraseEverywhere()),) if everywhere else ()
    )
    labels = snapshot.strings.choices
    choices = (Choice(labels.erase, EraseHere()), *more, Choice(labels.keep, KeepAll()))
    return told(event, text + stays(snapshot), choices)


def stays(snapshot: Snapshot) -> str:
    """Says what no erase takes away of this person; nothing where nothing stays."""
    person = snapshot.person
    every = (
        (person.under_18, snapshot.strings.data.stays_under_18),
        (person.age_open, snapshot.strings.data.stays_asked),
        (person.ignored, snapshot.strings.data.stays_ignored),
        (person.read_since is not None and not person.ignored, snapshot.strings.data.stays_unread),
        (person.blocked, snapshot.strings.data.stays_blocked),
    )
    return "".join(f" {words}" for holds, words in every if holds)
