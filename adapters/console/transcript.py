"""The transcript: what stands in the console's rooms. It is the platform.

A file of its own outside the store. One record a change: `new` is a message, `of` with `set` or
`more` changes one, `event` is the newest event's number; `counts` begins a file that was written
anew because somebody erased what was said.
"""

import json
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import Any, Literal

from adapters.console.journal import Journal, Record
from adapters.console.shown import Form
from bot.errors import PlatformError
from bot.ids import EventId, MessageId, PersonId, RoomId, SendKey

FILE = "console.jsonl"


@dataclass(frozen=True, slots=True)
class Message:
    """One message as it stands now; `by` None is the bot, `to` is who alone sees it."""

    id: MessageId
    room: RoomId
    by: PersonId | None
    at: datetime
    text: str = field(repr=False)
    to: PersonId | None = None
    choices: tuple[str, ...] = field(default=(), repr=False)
    reply_to: MessageId | None = None
    to_bot: bool = True
    key: SendKey | None = None
    deleted: bool = False
    reactions: frozenset[tuple[str, str]] = field(default=frozenset(), repr=False)  # who, emoji
    form: Form = "talk"  # a file of before has none: its cards are shown as talk
    files: tuple[str, ...] = ()  # where each file is that came with it
    language: str = ""  # of who reads it, as a code; empty, as in a file of before: the house's

    def is_visible(self, room: RoomId, person: PersonId) -> bool:
        """Says whether that person can see it when they stand in that room."""
        return self.room == room and not self.deleted and self.to in (None, person)


class Transcript:
    """Keeps every message and event number; two runs on one folder continue each other."""

    def __init__(self, folder: Path) -> None:
        self._journal = Journal(folder / FILE)
        self._messages: dict[MessageId, Message] = {}
        self._keys: dict[SendKey, MessageId] = {}
        self._counts = {"u": 0, "r": 0, "e": 0}
        try:
            self._replay()
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        """Lets go of the file."""
        self._journal.close()

    def get(self, message: MessageId) -> Message | None:
        """Gives a message, also a deleted one, or None."""
        return self._messages.get(message)

    def sent(self, key: SendKey) -> MessageId | None:
        """Gives the id that a send with this key got, or None."""
        return self._keys.get(key)

    def room(self, room: RoomId) -> Iterator[Message]:
        """Gives the messages of one room, oldest first."""
        return (message for message in self._messages.values() if message.room == room)

    def newest(self, room: RoomId, person: PersonId) -> Iterator[Message]:
        """Gives what that person sees in that room, newest first."""
        messages = reversed(self._messages.values())
        return (message for message in messages if message.is_visible(room, person))

    def next_id(self, of: Literal["u", "r"]) -> MessageId:
        """Gives the id of the next message: u for a person's, r for the bot's."""
        return MessageId(f"{of}{self._counts[of] + 1}")

    def add(self, message: Message) -> None:
        """Keeps a new message; when this returns, the disk has it."""
        self._write({"new": _packed(message)}, surely=True)

    def grow(self, message: Message, more: str) -> None:
        """Puts words at the end of a message."""
        self._write({"of": message.id, "more": more})

    def change(self, message: Message, **fields: Any) -> EventId:
        """Changes fields of a message and counts that as an event, whose id it gives."""
        count = self._counts["e"] + 1
        self._write({"of": message.id, "set": _plain(fields), "event": count}, surely=True)
        return EventId(f"console:e{count}")

    @property
    def rooms(self) -> set[RoomId]:
        """Gives the rooms in which something was said."""
        return {message.room for message in self._messages.values()}

    def forget(self, gone: tuple[MessageId, ...]) -> None:
        """Takes messages out of the file, whole; no other ever gets an id of theirs."""
        for message in gone:
            self._messages.pop(message, None)
        self._keys = {key: of for key, of in self._keys.items() if of in self._messages}
        records = [{"new": _packed(message)} for message in self._messages.values()]
        self._journal.rewrite([{"counts": self._counts}, *records])

    def count_event(self) -> EventId:
        """Gives the id of an event that changes no message; no other event ever gets it."""
        count = self._counts["e"] + 1
        self._write({"event": count}, surely=True)
        return EventId(f"console:e{count}")

    def _write(self, record: Record, *, surely: bool = False) -> None:
        self._journal.append(record, surely=surely)
        self._apply(record)

    def _replay(self) -> None:
        for line, record in enumerate(self._journal.records(), 1):
            try:
                self._apply(record)
            except (KeyError, TypeError, ValueError):
                fault = f"{FILE}, line {line}: is not of a transcript. Move it away."
                raise PlatformError(fault) from None

    def _apply(self, record: Record) -> None:
        if "new" in record:
            self._keep(_unpacked(record["new"]))
        elif "of" in record:
            self._alter(self._messages[record["of"]], record)
        counts = {"e": record.get("event", 0), **record.get("counts", {})}
        for kind, count in counts.items():
            self._counts[kind] = max(self._counts[kind], int(count))

    def _keep(self, message: Message) -> None:
        self._messages[message.id] = message
        if message.key is not None:
            self._keys[message.key] = message.id
        kind = message.id[0]
        self._counts[kind] = max(self._counts[kind], int(message.id[1:]))

    def _alter(self, old: Message, record: Record) -> None:
        if "more" in record:
            self._messages[old.id] = replace(old, text=old.text + record["more"])
        else:
            self._messages[old.id] = replace(old, **_typed(record["set"]))


def numbers_alone(lines: bytes) -> bytes:
    """Gives a transcript without its messages: how far each kind of id was counted.

    Whoever goes on from it gives no id a second time, and reads no word of before.
    """
    counts = {"u": 0, "r": 0, "e": 0}
    for line in lines.splitlines():
        with suppress(ValueError):  # the last line may be half written
            record = json.loads(line)
            said = str(record.get("new", {}).get("id", "u0"))
            found = {said[0]: int(said[1:]), "e": record.get("event", 0)}
            for each in (found, record.get("counts", {})):
                counts |= {kind: max(counts[kind], int(count)) for kind, count in each.items()}
    return json.dumps({"counts": counts}).encode() + b"\n"


def _packed(message: Message) -> Record:
    return {name: value for name, value in _plain(asdict(message)).items() if value is not None}


def _plain(fields: dict[str, Any]) -> Record:
    plain = dict(fields)
    if "at" in plain:
        plain["at"] = plain["at"].isoformat()
    if "reactions" in plain:
        plain["reactions"] = sorted(plain["reactions"])
    return plain


def _unpacked(record: Record) -> Message:
    return Message(**{"by": None, **_typed(record)})


def _typed(record: Record) -> dict[str, Any]:
    fields = dict(record)
    if "at" in fields:
        fields["at"] = datetime.fromisoformat(fields["at"])
    if "file" in fields:  # of a release whose messages had one file, or none
        one = fields.pop("file")
        fields["files"] = (one,) if one else ()
    for listed in ("choices", "files"):
        if listed in fields:
            fields[listed] = tuple(fields[listed])
    if "reactions" in fields:
        fields["reactions"] = frozenset((who, emoji) for who, emoji in fields["reactions"])
    return fields
