"""What one person reads alone, in another room than the one it is about, names that room first."""

from dataclasses import replace

from bot import consent_card
from bot.actions import Action
from bot.actions.platform import Say
from bot.actions.state import AnswerCard
from bot.events import Happening
from bot.layout.dates import occasion
from bot.layout.markup import small
from bot.snapshot import Snapshot

Answer = tuple[Action, ...]


def named(event: Happening, snapshot: Snapshot, answer: Answer) -> Answer:
    """Gives an answer whose private words begin with the room they are about.

    Where they stand in that room they say "here", and are left as they are.
    """
    now = occasion(event)
    if not consent_card.is_apart(snapshot, now):
        return answer
    where = consent_card.place(snapshot, now)
    return tuple(_named(one, event, where) for one in answer)


def _named(action: Action, event: Happening, where: str) -> Action:
    """Gives an action with that line first, where its words are private and are about that room."""
    match action:
        case AnswerCard(text=str(text)):
            return replace(action, text=_below(where, text))
        case Say(text=text, to=event.person, may_be_seen=False, scope=None | event.scope):
            return replace(action, text=_below(where, text))
    return action


def _below(where: str, text: str) -> str:
    """Gives a text below the room it is about, unless it names that room itself."""
    line = small(f"{where[:1].upper()}{where[1:]}")
    return text if where in text else f"{line}\n{text}"
