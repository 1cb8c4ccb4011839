"""Applies what a decision about a life at risk stores: an episode, a space's own line of help."""

from dataclasses import replace

from bot.actions.of_spaces import SetCrisisLine
from bot.actions.state import HoldEpisode
from bot.audit.acts import CrisisLineSet
from bot.engine.apply.applying import Applying
from bot.engine.apply.table import applies
from bot.engine.episodes import Episodes
from bot.events import CommandGiven


@applies(HoldEpisode)
async def hold_episode(applying: Applying, action: HoldEpisode) -> None:
    """Stores an episode for this room; for a command for no room, as its answer is private."""
    is_alone = applying.snapshot.is_direct or isinstance(applying.event, CommandGiven)
    episodes = Episodes(applying.unit, applying.names, None if is_alone else applying.room)
    await episodes.hold(applying.event.person, applying.event.at, action)


@applies(SetCrisisLine)
async def set_crisis_line(applying: Applying, action: SetCrisisLine) -> None:
    """Stores the line of help of the event's space."""
    row = await applying.space_row(applying.event.where.space)
    await applying.unit.put(replace(row, crisis_text=action.text, crisis_url=action.url))
    if (row.crisis_text, row.crisis_url) != (action.text, action.url):
        await applying.audit(CrisisLineSet(bool(action.text)))
