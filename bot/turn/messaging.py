"""What a message leads to: the crisis text, a command in plain words, a kind line, or a reply."""

from bot import phrases
from bot.actions import Action, Ask, SetStance
from bot.commands import in_words, stance_of
from bot.crisis.tiers import Tier, tier
from bot.disclosure import is_due
from bot.events import MessageEdited, MessageSeen
from bot.known import Known
from bot.limits import counted
from bot.repair.words import rupture_in_words
from bot.turn import repairing
from bot.turn.commanding import off, stop
from bot.turn.shape import Turn, floor, from_tray, has_lapsed, held_back, opened, renewal, told


def decide(event: MessageSeen, known: Known) -> Turn:
    """Gives what a message leads to; the crisis text outranks everything."""
    if tier(event.text) >= Tier.ELEVATED:
        return floor(event, known, is_turn=True)
    match in_words(event.text):
        case "off":
            return _turn(event, known, off(event, known))
        case "stop" if known.open_replies:
            return Turn(stop(event, known))
        case "listen" | "think" | "decide" | "do" | "stay" as stance:
            say = told(event, phrases.STANCES[stance])
            return _turn(event, known, (SetStance(stance_of(stance)), say))
        case _:
            return _repaired(event, known) or held_back(event, known) or _answered(event, known)


def _repaired(event: MessageSeen, known: Known) -> Turn | None:
    """Gives a repair when the message says that the reply it is about landed wrong."""
    kind = rupture_in_words(event.text) if known.reply is not None else None
    return repairing.in_words(event, known, kind) if kind is not None else None


def edited(event: MessageEdited, known: Known) -> Turn:
    """Gives the crisis text when a message becomes one; else the platform is read again anyway."""
    return floor(event, known, is_turn=False) if tier(event.text) >= Tier.ELEVATED else Turn()


def _turn(event: MessageSeen, known: Known, actions: tuple[Action, ...]) -> Turn:
    return Turn((*opened(event, known, noticed=False, is_turn=True), *actions))


def _answered(event: MessageSeen, known: Known) -> Turn:
    is_noticed = is_due(known, event.at)
    actions = [*opened(event, known, noticed=False, is_turn=True), counted(known, event.at)]
    if known.is_direct:
        actions += from_tray(event, known)
    if has_lapsed(known, event.at):
        actions += renewal(event, known)
    return Turn(tuple(actions), _ask(event, known, noticed=is_noticed))


def _ask(event: MessageSeen, known: Known, *, noticed: bool) -> Ask:
    notice = phrases.NOTICE_UNDER_18 if known.person.under_18 else phrases.NOTICE
    talk = known.talk(event.at)
    return Ask(
        room=event.where.room,
        scope=event.scope,
        message=event.message,
        level=known.effective(event.at).level,
        stance=stance_of(talk.stance),
        is_direct=known.is_direct,
        asked_at=event.at,
        notice=notice if noticed else "",
        is_first=known.person.day_at is None,  # no reply was counted yet
    )
