"""The card that asks before all that is stored of a person is erased, and the erase itself."""

import hashlib

from bot.actions import Action
from bot.actions.platform import Say
from bot.actions.state import AnswerCard, Erase, EraseElsewhere, RaiseEpoch, RecordConsent
from bot.choices import Choice, EraseEverywhere, EraseHere, KeepAll
from bot.decide.decision import told
from bot.events import ChoiceMade, Happening
from bot.levels import Level
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
        (snapshot.minor_time is not None, said.stays_time),
        (person.age_open, said.stays_asked),
        (person.ignored, said.stays_ignored),
        (person.read_since is not None and not person.ignored, said.stays_unread),
        (person.blocked, said.stays_blocked),
    )
    return "".join(f" {words}" for holds, words in every if holds)


def erased(event: ChoiceMade, snapshot: TapSnapshot) -> tuple[Action, ...]:
    """Erases what is stored of a person here, and says so under a receipt."""
    digest = hashlib.sha256(event.id.encode()).hexdigest()[:8]
    receipt = f"{event.at:%Y%m%dT%H%M%SZ}-{digest}"
    text = snapshot.strings.data.erased.format(receipt=receipt) + stays(snapshot)
    entry = RecordConsent("withdrawn", Level.PLAIN, snapshot.house.policy)
    card = AnswerCard(event.message)
    return (entry, RaiseEpoch(), Erase(receipt), card, told(event, text))


def erased_everywhere(event: ChoiceMade, snapshot: TapSnapshot) -> tuple[Action, ...]:
    """Erases what is stored of a person in each of their places."""
    scopes = tuple(one.scope for one in snapshot.elsewhere_places)
    return (EraseElsewhere(scopes), *erased(event, snapshot))
