"""A private line that waits for its person behind a button: how it is kept, and shown: pure."""

import json
from dataclasses import asdict, astuple
from typing import Any

from adapters.discord.bodies import listing, under, with_files
from adapters.discord.cards import card
from adapters.discord.components import content
from bot.ids import MessageId
from bot.layout.window import NO_VALUES, Values
from bot.strings import Strings
from bot.words import Outgoing, TextFile

JSON = dict[str, Any]


def kept_note(new: Outgoing, message: MessageId) -> str:
    """Writes a line that waits behind the button of a message."""
    note: JSON = {"text": new.text, "choices": new.choices, "message": message}
    note |= {"card": new.is_card, "language": new.language, "values": asdict(new.values)}
    note |= {"files": [list(astuple(one)) for one in new.files]} if new.files else {}
    return json.dumps(note)


def shown_note(kept: str, strings: Strings) -> JSON:
    """Gives such a line as it is shown; earlier ones have no form, language, values or files."""
    note: JSON = json.loads(kept)
    said = strings.to(note.get("language", ""))
    below = under(said, tuple(note["choices"]), about=note["message"])
    lay_out = card if note.get("card") else content
    body = lay_out(note["text"], listing(below, _values(note), said))
    earlier = [note["file"]] if note.get("file") else []  # an earlier release kept one
    return with_files(body, tuple(TextFile(*one) for one in note.get("files", earlier)))


def _values(note: JSON) -> Values:
    kept = note.get("values")
    if kept is None:
        return NO_VALUES
    return Values(tuple(kept["labels"]), kept["holds"], kept.get("of", ""))
