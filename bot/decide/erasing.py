"""The card that asks before all that is stored of a person is erased."""

from bot.actions.platform import Say
from bot.choices import Choice, EraseEverywhere, EraseHere, KeepAll
from bot.decide.decision import told
from bot.events import Happening
from bot.snapshot import CommandSnapshot, Snapshot, SpokenSnapshot, TapSnapshot

MayErase = SpokenSnapshot | CommandSnapshot | TapSnapshot


def erase_card(event: Happening, snapshot: MayErase, language: str = "") -> Say:
    """Gives the card that asks once, in private, before everything stored here is erased."""
    own = snapshot.strings.leaving_in(language)
    said, labels = snapshot.strings.data, snapshot.strings.choices
    text = f"{own.erases}\n{said.erase_card}" if own is not None else said.erase_card
    everywhere = snapshot.is_direct and bool(snapshot.elsewhere_places)
    more = (Choice(said.erase_everywhere, EraseEverywhere()),) if everywhere else ()
    choices = (Choice(labels.erase, EraseHere()), *more, Choice(labels.keep, KeepAll()))
    return told(event, text + stays(snapshot), choices)


def stays(snapshot: Snapshot) -> str:
    """Says what an erase does not remove for this person, or nothing."""
    person, said = snapshot.person, snapshot.strings.data
    every = (
        (person.under_18, said.stays_under_18),
        (person.age_open, said.stays_asked),
        (person.ignored, said.stays_ignored),
        (person.read_since is not None and not person.ignored, said.stays_unread),
        (person.blocked, said.stays_blocked),
    )
    return "".join(f" {words}" for holds, words in every if holds)
