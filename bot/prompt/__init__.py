"""An ask and its room's messages -> the prompt: one system line, then alternating turns.

Lasting text comes first and that of one reply alone comes last, so that from turn to turn a model
server finds all but the newest words in its prefix cache.
"""

from dataclasses import replace

from bot.prompt.canned import own_words, stands_under_replies
from bot.prompt.excerpt import Excerpt, merged
from bot.prompt.fitting import fitted, tokens
from bot.prompt.marks import noted, without_note
from bot.prompt.note import note
from bot.prompt.request import ReplyRequest
from bot.prompt.system import system
from bot.words import Prompt, PromptLine, Said

__all__ = [
    "LEAST_ROOM",
    "ReplyRequest",
    "build",
    "noted",
    "own_words",
    "stands_under_replies",
    "without_note",
]

LEAST_ROOM = 2048  # tokens; a smaller room holds the rules, but hardly a chat


def build(asked: ReplyRequest, history: tuple[Said, ...]) -> Prompt:
    """Gives the system line, then alternating turns, the person's last, within the context size.

    Args:
        asked: its room should hold at least LEAST_ROOM tokens.
        history: the messages of the room, oldest first.
    """
    excerpt = Excerpt(asked, {said.id: said for said in history})
    room = max(asked.room_tokens, LEAST_ROOM)
    room -= min(room // 2, asked.answer_tokens)
    earlier, newest = tuple(excerpt.earlier()), excerpt.newest()
    beside = note(asked, (*_by("user", earlier), newest.text), _by("assistant", earlier))
    first = PromptLine("system", system(asked, room))
    left = room - tokens(first) - tokens(PromptLine("user", noted("", beside)))
    turns = fitted(earlier, newest, left, room // 4)
    *before, last = merged(turns)
    lines = (first, *before, replace(last, text=noted(last.text, beside)))
    return Prompt(asked.brief, lines, is_cut=len(turns) <= len(earlier))


def _by(role: str, lines: tuple[PromptLine, ...]) -> tuple[str, ...]:
    return tuple(line.text for line in lines if line.role == role)
