"""Decides what a person writes down of the people they have, and where they are shown it."""

from typing import assert_never

from bot.actions import Action
from bot.actions.state import DropPreference, KeepPreference
from bot.choices import Choice, ClearPeople, DropSomebody, OfPeople, ShowPeople
from bot.commands.values import MyPeople
from bot.decide.decision import answered, card, told
from bot.events import ChoiceMade, CommandGiven
from bot.layout import markup
from bot.people import (
    MOST,
    MOST_OF_A_NAME,
    MOST_OF_WORDS,
    People,
    PeopleDeed,
    below_a_card,
    dump,
    found,
    load,
    named,
    with_one,
)
from bot.records import PeopleRow
from bot.snapshot import NOBODY, CommandSnapshot, Snapshot, TapSnapshot
from bot.strings import Strings

Answer = tuple[Action, ...]
Said = tuple[str, tuple[Choice, ...]]  # the words of a card, and what is under them


def of(snapshot: Snapshot) -> People:
    """Gives whom the person listed, or nobody where that may not be shown now."""
    row = snapshot.preference(PeopleRow)
    return load(row.body) if row is not None else ()


def night_card(snapshot: Snapshot) -> str:
    """Gives what the person wrote for a bad night, then whom they listed; empty without words."""
    return on_a_card(snapshot.night_card, snapshot)


def on_a_card(words: str, snapshot: Snapshot) -> str:
    """Gives the words of a night card with whom the person listed below them."""
    people = of(snapshot)
    if not words or not people:
        return words
    return f"{words}\n\n{below_a_card(people, snapshot.strings.people.on_a_card)}"


def asked(given: MyPeople, event: CommandGiven, snapshot: CommandSnapshot) -> Answer:
    """Gives the answer to `/attune people`: one card of who is on the list from now on."""
    people, said = of(snapshot), snapshot.strings.people
    match given.deed:
        case PeopleDeed.SHOW:
            return (card(event, *_shown(people, snapshot.strings)),)
        case PeopleDeed.CLEAR:
            return (DropPreference(PeopleRow), told(event, said.gone))
        case PeopleDeed.DROP:
            gone = found(people, given.words)
            if gone is None:
                return (told(event, said.no_such),)
            left = tuple(one for one in people if one is not gone)
        case PeopleDeed.ADD:
            name, words = named(given.words)
            left = with_one(people, name, words)
            if refused := _refused(name, words, left, snapshot.strings):
                return (told(event, refused),)
        case _:
            assert_never(given.deed)
    return (_kept(left), card(event, *_shown(left, snapshot.strings)))


def tapped(event: ChoiceMade, snapshot: TapSnapshot, means: OfPeople) -> Answer:
    """Gives what a tap on the card does; the card shows who is on the list then, in its place."""
    people, strings = of(snapshot), snapshot.strings
    match means:
        case ShowPeople():
            return (answered(event, *_shown(people, strings)),)
        case ClearPeople(is_sure=True):
            return (DropPreference(PeopleRow), answered(event, strings.people.gone))
        case ClearPeople():
            sure = Choice(strings.people.clear, ClearPeople(is_sure=True))
            choices = (sure, Choice(strings.choices.keep, ShowPeople()))
            return (answered(event, strings.people.sure, choices),)
        case DropSomebody(number):
            left = tuple(one for one in people if str(one.number) != number)
            return (_kept(left), answered(event, *_shown(left, strings)))
        case _:
            assert_never(means)


def _kept(people: People) -> Action:
    """Gives what keeps a list, or forgets it where nobody is on it."""
    if not people:
        return DropPreference(PeopleRow)
    return KeepPreference(PeopleRow(NOBODY, body=dump(people)))


def _refused(name: str, words: str, people: People, strings: Strings) -> str:
    """Says why somebody is not taken: no name, too many words, or too many people."""
    said = strings.people
    if not markup.on_a_line(name):
        return said.how
    if len(name) > MOST_OF_A_NAME or len(words) > MOST_OF_WORDS:
        return said.too_long.format(name=MOST_OF_A_NAME, words=MOST_OF_WORDS)
    return said.full.format(most=MOST) if len(people) > MOST else ""


def _shown(people: People, strings: Strings) -> Said:
    """Gives the card: somebody a line, and under them what drops each."""
    said = strings.people
    if not people:
        return f"{said.none}\n{said.how}", ()
    lines = (markup.point(f"{one.number}. {markup.plainly(one.line)}") for one in people)
    dropped = [
        Choice(said.drop.format(number=one.number), DropSomebody(str(one.number))) for one in people
    ]
    clear = Choice(said.clear, ClearPeople())
    text = "\n".join((markup.heading(said.heading), *lines))
    return text, (*dropped[:3], clear, *dropped[3:])
