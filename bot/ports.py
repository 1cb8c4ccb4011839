"""What the core needs from the world: Chat, Model, Store, Vault, Clock.

Each implementation passes the contract suite of its port in `tests/contracts/`, the fakes too.
"""

from collections.abc import AsyncIterator, Awaitable, Callable, Collection
from datetime import datetime
from typing import Final, Protocol, TypeVar

from bot.audit.trail import Trail
from bot.capabilities import Capabilities
from bot.crisis.scores import Scores
from bot.governor.leanings import Leanings
from bot.ids import EventId, MessageId, PersonId, RoomId, Scope, SpaceId
from bot.records import LedgerRow, Owner, Row
from bot.words import Draft, Edit, Outgoing, Prompt, Said

R = TypeVar("R", bound=Row)
T = TypeVar("T")
Claim = tuple[Owner, EventId]  # an event, under the key of its scope
PAGE: Final = 200  # rows that are in memory at once while all of a kind are read
Mark = tuple[int, int]  # of what changed in this process, and in any other
Wanted = tuple[type[Row], Owner, str | None]  # one row of an owner, or with None all of that kind


class Clock(Protocol):
    """Tells the time."""

    def now(self) -> datetime:
        """Gives the time in UTC; never earlier than it gave before."""


class Chat(Protocol):
    """One platform, as the core speaks to it. Every failure is a PlatformError."""

    def serves(self, room: RoomId, space: SpaceId) -> bool:
        """Returns whether this process finishes the open replies in a room of that space."""

    def capabilities(self, room: RoomId) -> Capabilities:
        """Gives what the bot can do in a room now."""

    def called(self, scope: Scope) -> str:
        """Gives the name of a shared space as its person may see it, in strangers' words.

        It is given from memory, without waiting; empty where it has none or none is known here.
        """

    def writing(self, room: RoomId, *, is_on: bool) -> None:
        """Shows or ends the typing sign in a room, without waiting for the platform."""

    async def say(self, new: Outgoing) -> MessageId:
        """Sends a message and gives its id; the same key again gives the old id (idempotent)."""

    async def extend(
        self, room: RoomId, message: MessageId, text: str, *, is_last: bool = True
    ) -> None:
        """Replaces a message by its whole text, which has grown since the last time.

        Until the last text a platform may show it later or never (throttle); the last is shown on
        return.
        """

    async def replace(self, room: RoomId, message: MessageId, new: Edit) -> None:
        """Puts other words, or other choices, in the place of a message."""

    async def react(self, room: RoomId, message: MessageId, emoji: str) -> None:
        """Puts an emoji on a message."""

    async def unreact(self, room: RoomId, message: MessageId, emoji: str) -> None:
        """Takes an emoji of the bot's back; one that is not there changes nothing."""

    async def delete(self, room: RoomId, message: MessageId) -> None:
        """Takes a message of the bot's away."""

    async def forget(self, person: PersonId, spaces: tuple[SpaceId, ...], at: datetime) -> None:
        """Forgets what this process, and not the platform, holds of a person's messages.

        Args:
            at: when they erased; later messages may stay.
        """

    def unhear(self, person: PersonId, until: datetime | None) -> None:
        """Drops at once what this process heard of a person and has in memory (a cache).

        Args:
            until: what they say up to then is not held either.
        """

    async def history(
        self, room: RoomId, person: PersonId, message: MessageId, since: datetime
    ) -> tuple[Said, ...]:
        """Gives the messages of a room up to one, oldest first, without anything private.

        Those since a time, the chain of replies of `message`, and then the later replies to earlier
        messages.
        """

    async def read(self, room: RoomId, message: MessageId) -> Said | None:
        """Gives a message as it stands now, or None if it is gone or not for everybody."""


class Model(Protocol):
    """Something that proposes words."""

    @property
    def host(self) -> str | None:
        """The host the words are sent to; None when they stay on this machine."""

    def stream(self, prompt: Prompt) -> AsyncIterator[Draft]:
        """Proposes words, piece by piece; ends normally only when the reply is whole.

        Raises ModelUnreachable, ModelRefused or ModelCutOff.
        """

    async def close(self) -> None:
        """Lets go of connections."""


class Key(Protocol):
    """One data key. Its repr shows nothing."""

    @property
    def owner(self) -> Owner:
        """The owner of the key."""

    @property
    def alias(self) -> str:
        """The owner's name in a database, which tells nobody who it is without the key."""

    def seal(self, place: str, words: str) -> bytes:
        """Makes the words unreadable without this key, and bound to that place."""

    def open(self, place: str, sealed: bytes) -> str:
        """Gives the words back, for the same place only. Raises VaultError."""

    def tag(self, text: str) -> str:
        """Gives a keyed hash that nobody can compute again once the key is destroyed."""


class Vault(Protocol):
    """The keys: one a scope, one a person, each wrapped by the master key."""

    def tag(self, *parts: str) -> str:
        """Gives a keyed hash of the parts, the same for ever under one master key."""

    async def key(self, owner: Owner) -> Key:
        """Gives the owner's data key, and makes one if there is none."""

    async def existing_key(self, owner: Owner) -> Key | None:
        """Gives the owner's data key, or None if there is none or it was destroyed."""

    async def existing_keys(self, owners: Collection[Owner]) -> tuple[Key, ...]:
        """Gives the data keys of those of the owners that have one, in one look."""

    def likely(self, owners: Collection[Owner]) -> tuple[Key, ...]:
        """Gives the keys that these owners had last, only where each read asks for them anew.

        One may be destroyed by now: it names rows, and opens none before it was read again.
        """

    async def called(self, aliases: Collection[str]) -> tuple[Key, ...]:
        """Gives the data keys of the owners with these aliases, without destroyed ones."""

    async def destroy(self, owner: Owner) -> None:
        """Destroys the owner's data key: what it sealed can never be read again."""

    async def destroyed(self) -> tuple[str, ...]:
        """Gives the aliases of the owners whose keys were destroyed within a day."""

    async def tidy(self) -> bool:
        """Purges destroyed keys from the files; False while somebody reads them."""


class Unit(Protocol):
    """One unit of work: all of it is recorded, or nothing. No platform or model call inside."""

    @property
    def trail(self) -> Trail:
        """The audit ledger."""

    async def claim(self, owner: Owner, event: EventId, at: datetime) -> bool:
        """Claims an event under its scope's key; False if it was claimed before (dedupe).

        If the scope has no key, and the event stores no row, the claim is not stored either.
        """

    async def release(self, owner: Owner, event: EventId) -> None:
        """Gives back a claim of this unit, because nothing was done for its event.

        A claim that is written already stands.
        """

    async def get(self, kind: type[R], owner: Owner, key: str = "") -> R | None:
        """Gives one row of an owner, or None, also if its key was destroyed."""

    async def find(self, kind: type[R], owner: Owner, **equal: str | int) -> tuple[R, ...]:
        """Gives all rows of that owner whose columns equal the given ones, oldest key first."""

    async def read_ahead(self, *wanted: Wanted, claim: Claim | None = None) -> None:
        """Reads all that is wanted in one look, so that asking for it afterwards takes none.

        Args:
            claim: an event that is about to be claimed.
        """

    async def put(self, row: Row) -> None:
        """Writes a row, or replaces the one with its owner and key."""

    async def drop(self, kind: type[Row], owner: Owner, key: str | None = None) -> bool:
        """Deletes one row of an owner, or all of a kind; False if there was none."""

    async def append(self, row: LedgerRow) -> int:
        """Appends to the ledger and gives the entry's number; an entry never changes."""

    async def ledger(self, subject: str) -> tuple[tuple[int, LedgerRow], ...]:
        """Gives the ledger's entries of that subject, oldest first."""

    async def hold(self, owner: Owner) -> None:
        """Lets nobody else decide about that owner until this unit ends."""

    async def erase(self, owner: Owner) -> None:
        """Destroys the owner's data key at once, whatever becomes of this unit; then every row."""

    async def subject(self, owner: Owner, text: str) -> str:
        """Gives the keyed hash by which the ledger names a person, under the owner's data key."""


class Store(Protocol):
    """The kept records."""

    async def deciding(self, lock: Owner, work: Callable[[Unit], Awaitable[T]]) -> T:
        """Runs the work in one transaction under the owner's lock, over all processes.

        Cancelling the caller does not cancel the work; an exception rolls it back.
        """

    async def reading(self, work: Callable[[Unit], Awaitable[T]]) -> T:
        """Runs the work on committed data; it must not write."""

    def mark(self, owners: Collection[Owner]) -> Mark:
        """Gives a mark that is another one once what replies to these owners stand on changed.

        Or what admins set. Whoever changed it, in any process: it is another one before they are
        told that it is done. It is taken before the rows are read, and waits for nothing.
        """

    async def sweep(self, kind: type[R], **equal: str | int) -> tuple[R, ...]:
        """Gives rows of every owner: for what is open at start and for what is due."""

    def each(self, kind: type[R], until: datetime | None = None) -> AsyncIterator[R]:
        """Gives the rows of every owner that have an `at`, by the hour, the latest first.

        At most PAGE of them are in memory. What is written meanwhile may be missed, or come as it
        was: a caller who changes a row reads it again in its unit of work.

        Args:
            until: only those whose hour had begun by then.
        """

    async def forget(self, kind: type[Row], before: datetime) -> None:
        """Deletes all rows of a kind with `at` in an earlier hour; needs no key (a purge)."""

    async def forget_claims(self, before: datetime) -> None:
        """Forgets which events were claimed earlier than that."""

    async def forget_unopened(self) -> None:
        """Deletes rows written while their owner was erased, which no key opens."""

    async def forget_copies(self, before: datetime) -> None:
        """Takes away the copies that migrations made earlier: no erase reaches into a copy."""

    async def tidy(self) -> bool:
        """Purges erased rows from files and their logs; False while somebody reads them."""

    async def close(self) -> None:
        """Lets go of the database."""


class Classifier(Protocol):
    """Reads what a text says of a life at risk, and what a sentence of a reply leans to.

    Every failure is a ClassifierError.
    """

    async def scores(self, text: str) -> tuple[Scores, ...]:
        """Gives the scores of each chunk of a text, in their order; none of a text of blanks.

        Raises:
            ClassifierError: it is missing, broken, busy or late; nobody waits for it longer.
        """

    async def leanings(self, sentence: str) -> Leanings:
        """Gives how far a plain sentence of a reply leans to each fault; a life at risk goes first.

        Raises:
            ClassifierError: it is missing, broken, busy or late; nobody waits for it longer.
        """

    async def close(self) -> None:
        """Ends its thread (shutdown)."""
