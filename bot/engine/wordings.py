"""The words that a reply answers, as keyed hashes: enough to tell a real edit, and no words.

They are kept as JSON in sealed columns: by the hash of a message, that of its words.
"""

import json
from collections.abc import Mapping

from bot.actions.ask import Ask
from bot.commands import asked_in
from bot.engine.pseudonyms import Pseudonyms
from bot.events import Event, MessageEdited, MessageSeen
from bot.ports import Unit
from bot.records import AskRow, Owner, ReplyRow
from bot.snapshot import Offered
from bot.text.wording import wording

Wordings = Mapping[str, str]


def load_wordings(stored: str) -> Wordings:
    """Reads wordings from JSON; none of an empty text, which an earlier release kept."""
    return dict(json.loads(stored)) if stored else {}


def dump_wordings(said: Wordings) -> str:
    """Writes wordings as JSON; an empty text for none."""
    return json.dumps(dict(said)) if said else ""


def wordings_of(names: Pseudonyms, event: Event) -> Wordings:
    """Gives the wording of an event's message; none where it says nothing."""
    if not isinstance(event, MessageSeen | MessageEdited):
        return {}
    room, text = event.where.room, asked_in(event.text) or event.text
    words = names.words(room, event.message, wording(text))
    return {names.message(room, event.message): words}


async def answered_by(unit: Unit, names: Pseudonyms, event: Event, ask: Ask) -> Wordings:
    """Gives the wordings of the messages that a new ask answers.

    Those of the messages before the event's are known from the asks that it takes the place of.
    """
    of = {names.message(ask.room, one) for one in (ask.message, *ask.also)}
    known = dict[str, str]()
    for row in await unit.find(AskRow, names.scope(ask.scope)):
        known |= load_wordings(row.said)
    known |= wordings_of(names, event)
    return {message: words for message, words in known.items() if message in of}


async def answered_anew(unit: Unit, owner: Owner, reply: str, offered: Offered | None) -> Wordings:
    """Gives the wordings that a reply which is written anew answers: those after the edits."""
    row = await unit.get(ReplyRow, owner, reply)
    known = load_wordings(row.said) if row is not None else {}
    is_it = offered is not None and offered.reply == reply
    return {**known, **offered.said} if offered is not None and is_it else known
