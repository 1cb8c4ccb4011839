"""Decides the roles and the shorthand of a scope: what is set, shown and dropped, and is heard."""

from dataclasses import replace
from datetime import datetime
from typing import assert_never

from bot.actions import Action
from bot.actions.agreed import KeepNorms
from bot.actions.state import SetStance
from bot.choices import Choice, ClearNorms, DropNorm, OfNorms, ShowNorms
from bot.commands.values import MyRoles
from bot.decide.decision import Decision, answered, card, mentioned, told
from bot.events import ChoiceMade, CommandGiven, MessageEdited, MessageSeen
from bot.layout import markup
from bot.levels import Stance
from bot.norms import (
    MOST_OF_A_ROLE,
    MOST_OF_A_WORD,
    MOST_ROLES,
    MOST_WORDS,
    NEEDS,
    NO_NORMS,
    Norm,
    NormDeed,
    Norms,
)
from bot.norms.heard import role_in, shorthand_in
from bot.norms.roles import may_be_role
from bot.norms.shorthand import may_stand, stance_said, without_same
from bot.snapshot import CommandSnapshot, MessageSnapshot, SpokenSnapshot, TapSnapshot
from bot.strings import Strings

Answer = tuple[Action, ...]
Said = tuple[str, tuple[Choice, ...]]  # the words of a card, and what is under them


def asked(given: MyRoles, event: CommandGiven, snapshot: CommandSnapshot) -> Answer:
    """Gives the answer to `/attune roles`: one card of what holds here from now on.

    What is set needs the level that uses it; to show and to drop needs none.
    """
    own, said = snapshot.norms, snapshot.strings.roles
    holds = snapshot.effective(event.at).level >= NEEDS
    match given.deed:
        case NormDeed.SHOW:
            return (card(event, *_shown(own, snapshot.strings, holds=holds)),)
        case NormDeed.CLEAR:
            return (KeepNorms(NO_NORMS), told(event, said.gone))
        case NormDeed.DROP:
            changed = _without(own, given.words)
            refused = said.no_such if changed == own else ""
        case _:
            changed, refused = _set(given, own, snapshot, event.at)
            refused = refused if holds else _only_at(snapshot.strings)
    if refused:
        return (told(event, refused),)
    return (KeepNorms(changed), card(event, *_shown(changed, snapshot.strings, holds=holds)))


def tapped(event: ChoiceMade, snapshot: TapSnapshot, means: OfNorms) -> Answer:
    """Gives what a tap on the card does; the card shows what holds then, in its place."""
    own, strings = snapshot.norms, snapshot.strings
    holds = snapshot.effective(event.at).level >= NEEDS
    match means:
        case ShowNorms():
            return (answered(event, *_shown(own, strings, holds=holds)),)
        case ClearNorms(is_sure=True):
            return (KeepNorms(NO_NORMS), answered(event, strings.roles.gone))
        case ClearNorms():
            sure = Choice(strings.roles.clear, ClearNorms(is_sure=True))
            choices = (sure, Choice(strings.choices.keep, ShowNorms()))
            return (answered(event, strings.roles.sure, choices),)
        case DropNorm(which):
            left = _without(own, which)
            return (KeepNorms(left), answered(event, *_shown(left, strings, holds=holds)))
        case _:
            assert_never(means)


def in_words(event: MessageSeen, snapshot: MessageSnapshot, *, is_steady: bool) -> Answer:
    """Gives the answer to shorthand or a role that a message sets in plain words; else nothing.

    Below the level that uses them, such a message is talk like any other; and so is a role beside
    whatever may be said of a life at risk.
    """
    if snapshot.effective(event.at).level < NEEDS:
        return ()
    if said := shorthand_in(event.text):
        return _heard(MyRoles(NormDeed.WHEN, *said), event, snapshot)
    role = role_in(event.text) if is_steady and not snapshot.reading.may_hint else None
    return _heard(MyRoles(NormDeed.BE, role), event, snapshot) if role is not None else ()


def _heard(given: MyRoles, event: MessageSeen, snapshot: MessageSnapshot) -> Answer:
    """Gives what keeps a norm that was set in plain words, and the line that says so or why not."""
    changed, refused = _set(given, snapshot.norms, snapshot, event.at)
    if refused:
        return (mentioned(event, refused),)
    words, said = markup.plainly(given.words), snapshot.strings.roles
    line = said.heard_role.format(words=words)
    if given.stance is not None:
        line = said.heard.format(words=words, stance=said.stances[given.stance])
    return (KeepNorms(changed), mentioned(event, line))


def stance_meant(event: MessageSeen | MessageEdited, snapshot: SpokenSnapshot) -> Stance | None:
    """Gives the stance for which a whole message stands here, or None."""
    return stance_said(event.text, snapshot.norms_at(event.at), snapshot.house.bot_name)


def in_stance(turn: Decision, stance: Stance) -> Decision:
    """Gives a decision that also holds a stance for the conversation, as its reply has it."""
    ask = replace(turn.ask, stance=stance) if turn.ask is not None else None
    return replace(turn, actions=(*turn.actions, SetStance(stance)), ask=ask)


def _set(
    given: MyRoles, own: Norms, snapshot: CommandSnapshot | MessageSnapshot, at: datetime
) -> tuple[Norms, str]:
    """Gives the norms with one more, and why it is not taken, if it is not."""
    said = snapshot.strings.roles
    is_word = given.deed is NormDeed.WHEN
    if not given.words or (is_word and given.stance is None):
        return own, said.how
    if not is_word:
        return own.having(given.words, at=at), _refused_role(given.words, own, snapshot.strings)
    others = without_same(own, given.words)
    changed = others.having(given.words, given.stance, at)
    if len(given.words) > MOST_OF_A_WORD:
        return changed, said.too_long.format(most=MOST_OF_A_WORD)
    is_taken = snapshot.sets_stop_word or not may_stand(given.words, snapshot.house.bot_name)
    is_full = len(others.shorthand) >= MOST_WORDS
    full = said.full_words.format(most=MOST_WORDS) if is_full else ""
    return changed, said.bad_word if is_taken else full


def _refused_role(words: str, own: Norms, strings: Strings) -> str:
    """Says why words are no role: too long, one too many, or what it never is; else nothing."""
    said = strings.roles
    if len(words) > MOST_OF_A_ROLE:
        return said.too_long.format(most=MOST_OF_A_ROLE)
    if not may_be_role(words):
        return said.bad_role
    return said.full_roles.format(most=MOST_ROLES) if len(own.roles) >= MOST_ROLES else ""


def _without(own: Norms, which: str) -> Norms:
    """Gives the norms without the one of that number; the same where there is no such."""
    return own.without(int(which[:4])) if which.isdecimal() else own


def _only_at(strings: Strings) -> str:
    return strings.roles.only_at.format(level=strings.level(NEEDS))


# -- the card ------------------------------------------------------------------------------------


def _shown(own: Norms, strings: Strings, *, holds: bool) -> Said:
    """Gives the card: each role and word in a line, and under them what drops each."""
    said = strings.roles
    if own == NO_NORMS:
        return (f"{said.none}\n{said.how}" if holds else _only_at(strings)), ()
    unused = [] if holds else [said.unused.format(level=strings.level(NEEDS))]
    points = [markup.point(_line(one, strings)) for one in own.every]
    dropped = [_drop(one, strings) for one in own.every]
    clear = Choice(said.clear, ClearNorms())
    text = "\n".join((markup.heading(said.heading), *unused, *points))
    return text, (*dropped[:3], clear, *dropped[3:])


def _line(one: Norm, strings: Strings) -> str:
    said, words = strings.roles, markup.plainly(one.words)
    if one.stance is None:
        return said.role.format(number=one.number, words=words)
    stance = said.stances[one.stance]
    return said.shorthand.format(number=one.number, words=words, stance=stance)


def _drop(one: Norm, strings: Strings) -> Choice:
    return Choice(strings.roles.drop.format(number=one.number), DropNorm(str(one.number)))
