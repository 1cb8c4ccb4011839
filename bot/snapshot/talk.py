"""What a conversation carries on: its id in a consent, its corrections, its lessons."""

import json
from dataclasses import replace

from bot.learning import Lesson
from bot.levels import Level
from bot.records import ConversationRow, RepairRow


def lessons_of(repairs: tuple[RepairRow, ...]) -> tuple[Lesson, ...]:
    """Gives the repairs that teach: at warm and deeper, and not undone."""
    return tuple(
        Lesson(one.kind, one.at)
        for one in repairs
        if one.at is not None and one.level > Level.PLAIN and not one.undone
    )


def talk_id(talk: ConversationRow) -> str:
    """Gives an id of a conversation, so that consent can hold for it alone."""
    began = talk.started_at.isoformat() if talk.started_at else ""
    return f"{talk.key}@{began}"


def room_of(conversation: str) -> str:
    """Gives the key of the room of a conversation that `talk_id` named; empty for none."""
    return conversation.partition("@")[0]


def corrections_of(talk: ConversationRow) -> tuple[tuple[str, str], ...]:
    """Gives the corrections that hold in this conversation, as (reply, kind)."""
    return tuple((reply, kind) for reply, kind in json.loads(talk.corrections or "[]"))


def with_corrections(
    talk: ConversationRow, corrections: tuple[tuple[str, str], ...]
) -> ConversationRow:
    """Gives the conversation with these corrections."""
    return replace(talk, corrections=json.dumps(corrections) if corrections else "")
