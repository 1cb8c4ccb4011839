"""An ask and what stands in the room -> the prompt: one system line, then turns that alternate."""

from bot.crisis.texts import HELPS
from bot.phrases import FOOT_LINES
from bot.prompt.asked import Asked
from bot.prompt.excerpt import Excerpt, merged
from bot.prompt.fitting import fitted, tokens
from bot.prompt.system import system
from bot.words import Line, Prompt, Said

__all__ = ["LEAST_ROOM", "Asked", "build"]

LEAST_ROOM = 2048  # tokens; a smaller room holds the rules, but hardly a chat


def build(
    asked: Asked, history: tuple[Said, ...], foot_lines: tuple[str, ...] = (*FOOT_LINES, *HELPS)
) -> Prompt:
    """Gives one system line first, turns that alternate, the person last, all within the room.

    Args:
        asked: its room should hold at least LEAST_ROOM tokens.
        history: what stands in the room, oldest first.
        foot_lines: how the program's own last lines begin; they are taken out of old replies.
    """
    excerpt = Excerpt(asked, {said.id: said for said in history}, foot_lines)
    room = max(asked.room_tokens, LEAST_ROOM)
    room -= min(room // 2, asked.answer_tokens)
    first = Line("system", system(asked, room))
    turns = fitted(tuple(excerpt.earlier()), tuple(excerpt.newest()), room - tokens(first))
    return Prompt(asked.brief, (first, *merged(turns)))
