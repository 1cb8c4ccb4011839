"""The panel of `/attune status`: a page takes another's place, and a change is shown in place."""

from datetime import timedelta
from typing import assert_never

from bot import panel
from bot.actions import Action
from bot.actions.platform import Say
from bot.actions.state import AnswerCard
from bot.choices import Choice, EndPause, OfAPanel, Page, PauseFor, TurnPage, WantLevel, WantStyle
from bot.commands.values import DataDeed, Pause, SetLevel
from bot.decide import commands, consent, silent_here
from bot.decide.data import data
from bot.decide.decision import answered, card, in_place
from bot.events import ChoiceMade
from bot.layout.dates import occasion
from bot.snapshot import KeptSnapshot, TapSnapshot

Answer = tuple[Action, ...]


def shown(event: silent_here.Asking, snapshot: KeptSnapshot) -> Say:
    """Gives the panel: what holds, what is kept, and what can be changed."""
    taps = panel.choices(snapshot, occasion(event))
    return card(event, silent_here.state(event, snapshot), taps)


def tapped(event: ChoiceMade, snapshot: TapSnapshot, means: OfAPanel) -> Answer:
    """Gives what a choice of the panel does: what its command does, shown in place."""
    match means:
        case TurnPage(page):
            return _page(event, snapshot, page)
        case WantLevel(level):
            done = consent.level(SetLevel(level), event, snapshot)
        case WantStyle(manner):
            done = commands.style(manner, event, snapshot)
        case PauseFor(hours):
            span = timedelta(hours=hours) if hours is not None else None
            done = commands.pause(Pause(span), event, snapshot)
        case EndPause():
            done = commands.resume(event, snapshot)
        case _:
            assert_never(means)
    return tuple(_with_way_back(one, snapshot) for one in in_place(event, done))


def _page(event: ChoiceMade, snapshot: TapSnapshot, page: Page) -> Answer:
    now, said = occasion(event), snapshot.strings
    match page:
        case Page.STATE:
            return in_place(event, (shown(event, snapshot),))
        case Page.LEVELS:
            return (answered(event, *panel.levels(snapshot, now)),)
        case Page.STYLES:
            manner = commands.manner(snapshot, event.at)
            return (answered(event, manner, panel.styles(snapshot, now)),)
        case Page.PAUSES:
            return (answered(event, said.status.pauses, panel.pauses(said)),)
        case Page.KEPT:
            return data(DataDeed.LIST, event, snapshot)


def _with_way_back(action: Action, snapshot: TapSnapshot) -> Action:
    """Gives an answer in place with the way back, where it offers nothing itself."""
    if not isinstance(action, AnswerCard) or action.choices:
        return action
    way: tuple[Choice, ...] = (panel.back(snapshot.strings),)
    return AnswerCard(action.message, action.text, way)
