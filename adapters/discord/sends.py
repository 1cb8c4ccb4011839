"""Idempotent sends: each key is sent once, also when Discord's own deduplication is over."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import Any, NamedTuple

from adapters.discord import ids
from adapters.discord.api import DiscordRefused
from adapters.discord.bodies import shown
from adapters.discord.cards import words
from adapters.discord.components import ALONE, NOTE, STOP, Under, buttons, content, nonce
from adapters.discord.ephemeral import EphemeralAnswers
from adapters.discord.history import History
from adapters.discord.sentences import own_button
from adapters.discord.skew import Skew
from adapters.discord.waiting_notes import kept_note
from adapters.kit.notes import Notes
from bot.bounded import BoundedMap
from bot.ids import MessageId, PersonId, SendKey
from bot.records import ReplySend, event_of, send_key
from bot.words import Outgoing

JSON = dict[str, Any]
SURELY = timedelta(minutes=2)  # for so long Discord knows a nonce, and longer
EARLIER = timedelta(seconds=10)  # by so much another clock may be off
MOST = 5000
LOOKED_AT = 50


class Sent(NamedTuple):
    """A message that was sent, now or before under the same key."""

    id: str
    is_new: bool


class Sends:
    """Sends new messages; looks first for a key that was tried before, and sends it once."""

    def __init__(self, past: History, whispers: EphemeralAnswers, kept: Notes, skew: Skew) -> None:
        self._api, self._me, self._kept, self.strings = past.api, past.me, kept, past.strings
        self.whispers, self.skew, self._heard = whispers, skew, past.pages.heard
        self._busy = 0
        self._open: dict[str, datetime] = {}  # what an earlier process left open, and since when
        self.idle = asyncio.Event()  # while nothing is being said
        self.idle.set()
        self._said = BoundedMap[str, str](MOST)  # a key's nonce, and its message
        self._tried = BoundedMap[str, datetime](MOST)

    async def load(self) -> None:
        """Reads which keys an earlier process may have sent without noting the message."""
        self._open = await self._kept.open()

    # Why a send is shown once. A POST may have been carried out although its answer never came: the
    # connection broke, or the process was killed. What is open is said again with the same key.
    # 1. Soon after, Discord itself knows the nonce and gives the message that stands there. How
    #    long it does is written nowhere but as "a few minutes"; two are counted on.
    # 2. Later, in this process: `_tried` has the key, so its message is looked for since then.
    # 3. Later, in the next process: the notes have the event, and since when it was open.
    # In 2 and 3 the nonce is not handed back with old messages, so words tell which it is, with
    # what they answer; and for a reply's first message, what can still be stopped and answers the
    # same is it, whatever words, or placeholder, it was left with. Three mistakes lie near, and
    # each has its test in `test_discord_sends.py`: the same words from before the key was tried are
    # another send's (so nothing older is looked at); one message must not stand for two keys (so
    # what a key has is left out); and a key that is new is not looked for, or of two people who are
    # told the same one would be told nothing.
    # Where the bot may not read, it says it: twice is better than never. The same holds of what
    # is older than fifty messages, and of a key that 5,000 others have pushed out. One case is
    # left: two sends with equal words were open at once, the first was said and done before a kill,
    # the second was not said. After it the first's message passes for the second's.
    async def said(self, key: SendKey, channel: str, body: JSON) -> str:
        """Sends to a channel, or gives the message that was sent under the same key."""
        return (await self.sent(key, channel, body)).id

    async def sent(self, key: SendKey, channel: str, body: JSON) -> Sent:
        """Does the same, and tells whether the message is new and shows what was sent."""
        name, now = nonce(key), self.skew.now()
        known = self._said.get(name)
        if known is not None:
            return Sent(known, is_new=False)
        first = self._tried.setdefault(name, now)
        since = self._since(key, first, now)
        if since is not None:
            found = await self._found(channel, body, since, may_have_grown=_is_first(key))
            if found is not None:
                return Sent(self._keep(name, found), is_new=False)
        with self._is_busy():
            made = await self._api.ask("POST", f"/channels/{channel}/messages", body)
        self._heard.made(made)
        return Sent(self._keep(name, str(made["id"])), is_new=_looks(made) == _looks(body))

    @contextmanager
    def _is_busy(self) -> Iterator[None]:
        self._busy += 1
        self.idle.clear()
        try:
            yield
        finally:
            self._busy -= 1
            if not self._busy:
                self.idle.set()

    async def whispered(self, new: Outgoing, to: PersonId) -> MessageId:
        """Sends to one person alone; the same key again sends nothing (idempotent)."""
        name = nonce(new.key)
        if name not in self._said:
            body = shown(new, self.strings.to(new.language))
            self._keep(name, await self.whispers.say(new.room, to, body))
        return MessageId(self._said[name])

    async def noted(self, new: Outgoing, to: PersonId) -> MessageId:
        """Says publicly that a line waits for one person, which they open by a tap."""
        name = nonce(new.key)
        said = self.strings.to(new.language)
        body = content(said.rooms.for_you_alone, Under(own=own_button(f"{NOTE}{name}", said)))
        body |= {"nonce": name, "enforce_nonce": True, "flags": ALONE}
        message = MessageId(await self.said(new.key, ids.channel(new.room), body))
        await self._kept.keep(to, f"note:{name}", kept_note(new, message))
        return message

    def _keep(self, name: str, message: str) -> str:
        self._said[name] = message
        return message

    def _since(self, key: SendKey, first: datetime, now: datetime) -> datetime | None:
        """Gives from when on a key may have been sent already, or None if it cannot have been.

        A message that this process itself received has its own key, even if its words are the same.
        """
        opened = self._open.get(event_of(key))
        if opened is not None:
            return opened - self.skew.ahead
        return first if now - first > SURELY else None

    async def _found(
        self, channel: str, body: JSON, since: datetime, *, may_have_grown: bool
    ) -> str | None:
        """Looks for a message of the bot's with the same words, since a time and under no key.

        Args:
            may_have_grown: or for the beginning of a reply to the same message, whatever its words.
        """
        where = f"/channels/{channel}/messages"
        try:
            newest = await self._api.ask("GET", where, limit=str(LOOKED_AT))
        except DiscordRefused:  # it may not read there
            return None
        first, known = int(ids.first_after(since - EARLIER)), {*self._said.values()}
        for one in newest:
            is_own = str(one.get("author", {}).get("id")) == self._me.id
            is_free = int(one["id"]) >= first and str(one["id"]) not in known
            is_it = _says(one) == _says(body) or (may_have_grown and _began(one, body))
            if is_own and is_free and is_it:
                return str(one["id"])
        return None


def _says(message: JSON) -> tuple[object, object, tuple[str, ...]]:
    """Gives what tells one message from another: its words, what it answers, and for whom it is."""
    about = (message.get("message_reference") or {}).get("message_id")
    whose = (str(one["custom_id"]) for one in buttons(message))
    notes = tuple(one for one in whose if one.startswith(NOTE))
    return words(message), about, notes


def _looks(message: JSON) -> tuple[object, tuple[str, ...]]:
    """Gives what a reader sees of a message: its words and its buttons."""
    return words(message), tuple(str(one["custom_id"]) for one in buttons(message))


def _is_first(key: SendKey) -> bool:
    """Returns whether a key is that of a reply's first message, or of its placeholder."""
    return key == send_key(ReplySend(event_of(key)))


def _began(message: JSON, body: JSON) -> bool:
    """Returns whether a message is a reply that nobody ended, to what a new one answers."""
    about, is_open = _says(body)[1], STOP in _looks(message)[1]
    return is_open and about is not None and _says(message)[1] == about
