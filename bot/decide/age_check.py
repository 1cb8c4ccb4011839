"""The age check: somebody who seems to say they are under 18 is asked once, then it counts."""

from dataclasses import replace
from typing import TypeVar

from bot.actions import Action
from bot.actions.platform import Say
from bot.actions.state import AskAge, KeepInTray, MarkUnder18, RaiseEpoch
from bot.choices import Choice, SayAdult, SayUnder18
from bot.decide.decision import answered, told
from bot.events import ChoiceMade, Happening, MessageEdited, MessageSeen
from bot.snapshot import EditSnapshot, MessageSnapshot, Snapshot, TapSnapshot
from bot.strings import Strings

S = TypeVar("S", MessageSnapshot, EditSnapshot)


def age_choices(strings: Strings) -> tuple[Choice, ...]:
    """Gives the two answers to the question about an age."""
    said = strings.choices
    return (Choice(said.under_18, SayUnder18()), Choice(said.adult, SayAdult()))


def age_card(event: Happening, snapshot: Snapshot) -> Say:
    """Gives the question whether the person is under 18; one tap answers it."""
    return told(event, snapshot.strings.person.age_asked, age_choices(snapshot.strings))


def said_age(event: MessageSeen | MessageEdited, snapshot: S) -> tuple[S, tuple[Action, ...]]:
    """Gives the snapshot after a message was read for an age, and the actions of that.

    In a shared room the question waits in the tray.
    """
    if snapshot.person.under_18 or not snapshot.reading.is_under_18:
        return snapshot, ()
    if snapshot.person.age_asked_at is not None:
        marked = replace(snapshot, person=replace(snapshot.person, under_18=True))
        line = told(event, noted(snapshot)) if snapshot.is_direct else KeepInTray("under-18")
        return marked, (MarkUnder18(), RaiseEpoch(), line)
    asked = replace(snapshot, person=replace(snapshot.person, age_open=True))
    return asked, (AskAge(True), RaiseEpoch(), _question(event, snapshot))


def noted(snapshot: Snapshot) -> str:
    """Says what it means here to count as under 18: plain, so long, or no talk at all."""
    said, minors = snapshot.strings, snapshot.house.duties.minors
    if minors == "refuse":
        return said.limits.minors
    return (
        f"{said.person.under_18} {said.person.under_18_capped}" if minors else said.person.under_18
    )


def refused(snapshot: Snapshot) -> str:
    """Says why a minor gets no deeper level: it stays plain, or they get no talk at all."""
    said = snapshot.strings
    return (
        said.limits.minors
        if snapshot.house.duties.minors == "refuse"
        else said.person.under_18_refused
    )


def _question(event: Happening, snapshot: Snapshot) -> Action:
    return age_card(event, snapshot) if snapshot.is_direct else KeepInTray("age")


def under_18(event: ChoiceMade, snapshot: TapSnapshot) -> tuple[Action, ...]:
    """Gives the answer to "under 18": plain from now on."""
    plain = answered(event, noted(snapshot))
    return (plain, MarkUnder18(), RaiseEpoch())


def adult(event: ChoiceMade, snapshot: TapSnapshot) -> tuple[Action, ...]:
    """Gives the answer to "18 or over"; once a person is marked, only the operator can undo it."""
    if snapshot.person.under_18:
        return (answered(event, noted(snapshot)),)
    return (answered(event, snapshot.strings.person.not_under_18), AskAge(False))
