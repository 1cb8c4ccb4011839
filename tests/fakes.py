"""Fakes of the ports. Each passes the contract suite of its port in `tests/contracts/`."""

import asyncio
import hashlib
import os
from collections.abc import AsyncIterator, Awaitable, Callable, Collection, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import TypeVar

from bot.audit import Entry, Noted
from bot.crisis.chunks import chunks
from bot.crisis.scores import WHAT, Scores
from bot.errors import ClassifierError, StoreError
from bot.governor.leanings import LEANINGS, Leanings
from bot.ids import EventId
from bot.markers.shares import Shares, loudest
from bot.ports import PAGE, Claim, Key, Mark, Unit, Vault, Wanted
from bot.records import LedgerRow, Owner, Row, hour, sealed_columns
from bot.tasks import shielded
from bot.vault import DataKey

R = TypeVar("R", bound=Row)
T = TypeVar("T")
Place = tuple[type[Row], str, Owner]  # of a row: its kind, key and owner


class FakeVault:
    """Keys in memory, real ones; vaults that share `keys` are one vault opened twice."""

    def __init__(self, keys: dict[Owner, DataKey] | None = None) -> None:
        self.keys: dict[Owner, DataKey] = {} if keys is None else keys
        self._destroyed: tuple[str, ...] = ()

    def tag(self, *parts: str) -> str:
        """Gives a hash of the parts, each kept apart from the next by `repr`."""
        return hashlib.sha256(repr(parts).encode()).hexdigest()[:32]

    async def key(self, owner: Owner) -> DataKey:
        """Gives the owner's data key, and makes one if there is none."""
        return self.keys.setdefault(owner, DataKey(owner, os.urandom(32)))

    async def existing_key(self, owner: Owner) -> DataKey | None:
        """Gives the owner's data key, or None."""
        return self.keys.get(owner)

    async def existing_keys(self, owners: Collection[Owner]) -> tuple[DataKey, ...]:
        """Gives the data keys of those of the owners that have one."""
        return tuple(self.keys[owner] for owner in set(owners) & self.keys.keys())

    def likely(self, owners: Collection[Owner]) -> tuple[DataKey, ...]:
        """Gives none: nothing needs to be asked anew."""
        return ()

    async def called(self, aliases: Collection[str]) -> tuple[DataKey, ...]:
        """Gives the data keys of the owners with these aliases."""
        return tuple(key for key in self.keys.values() if key.alias in aliases)

    async def destroy(self, owner: Owner) -> None:
        """Forgets the owner's data key."""
        gone = self.keys.pop(owner, None)
        self._destroyed += (gone.alias,) if gone is not None else ()

    async def destroyed(self) -> tuple[str, ...]:
        """Gives what databases called those whose keys were destroyed."""
        return self._destroyed

    async def tidy(self) -> bool:
        """Does nothing: nothing of a key is anywhere else."""
        return True


@dataclass(frozen=True, slots=True)
class Kept:
    """What a FakeStore keeps; with a row that has words, the hash of the key it is under."""

    rows: dict[Place, tuple[Row, str]] = field(default_factory=dict)
    seen: dict[str, datetime] = field(default_factory=dict)
    entries: list[LedgerRow] = field(default_factory=list)
    trail: list[Entry] = field(default_factory=list)

    def copy(self) -> "Kept":
        """Gives a copy that can be changed, or thrown away."""
        return Kept(dict(self.rows), dict(self.seen), list(self.entries), list(self.trail))


class FakeTrail:
    """The audit ledger of one unit of work."""

    def __init__(self, kept: Kept, *, may_write: bool) -> None:
        self._kept, self._may_write = kept, may_write

    async def append(self, chain: Owner, noted: Noted) -> Entry:
        """Appends an act to a chain, and gives the entry that it became."""
        if not self._may_write:
            raise StoreError("Reading must not write.")
        entry = noted.after(chain, await self.head(chain))
        self._kept.trail.append(entry)
        return entry

    async def head(self, chain: Owner) -> Entry | None:
        """Gives the last entry of a chain."""
        return next((one for one in reversed(self._kept.trail) if one.chain == chain), None)

    async def last(self, chain: Owner, act: str) -> Entry | None:
        """Gives the last entry of a chain about that act."""
        found = (one for one in reversed(self._kept.trail) if one.chain == chain)
        return next((one for one in found if one.act == act), None)

    async def entries(self, chain: Owner, after: int = 0) -> tuple[Entry, ...]:
        """Gives the entries of a chain behind a number, a page of them."""
        own = (one for one in self._kept.trail if one.chain == chain and one.number > after)
        return tuple(own)[:PAGE]

    async def chains(self, after: str = "") -> tuple[Owner, ...]:
        """Gives the names of the chains behind a name, a page of them."""
        return tuple(sorted({one.chain for one in self._kept.trail if one.chain > after}))[:PAGE]

    async def naming(self, whom: Collection[str]) -> tuple[Entry, ...]:
        """Gives the entries that name one of these keyed hashes, by chain and number."""
        names = set(whom) - {""}
        found = [one for one in self._kept.trail if names & {one.doer, one.about}]
        return tuple(sorted(found, key=lambda one: (one.chain, one.number)))

    async def consents(self, after: int = 0) -> tuple[tuple[int, LedgerRow], ...]:
        """Gives the entries of the ledger of consent behind a number, a page of them."""
        return tuple(enumerate(self._kept.entries, 1))[after : after + PAGE]

    async def has_strays(self) -> bool:
        """Returns that none has a number below 1: here they are counted."""
        return False

    async def settle(self) -> None:
        """Does nothing: here every unit runs alone."""


class FakeUnit:
    """One unit of work on a copy of the rows."""

    def __init__(self, kept: Kept, vault: Vault, *, may_write: bool) -> None:
        self._kept = kept
        self._vault = vault
        self._may_write = may_write
        self._has_written = False
        self._unclaimed: tuple[Owner, EventId, datetime] | None = None
        self.trail = FakeTrail(kept, may_write=may_write)

    async def claim(self, owner: Owner, event: EventId, at: datetime) -> bool:
        """Claims an event under its scope's key; False if it was claimed before (dedupe)."""
        self._check_writable()
        key = await self._vault.existing_key(owner)
        if key is None:
            self._unclaimed = (owner, event, at)
            return True
        return self._claimed(key, event, at)

    def _claimed(self, key: Key, event: EventId, at: datetime) -> bool:
        tag = key.tag(event)
        is_new = tag not in self._kept.seen
        self._kept.seen.setdefault(tag, at)
        return is_new

    async def release(self, owner: Owner, event: EventId) -> None:
        """Gives back a claim of this unit."""
        self._unclaimed = None
        key = await self._vault.existing_key(owner)
        if key is not None:
            self._kept.seen.pop(key.tag(event), None)

    async def end(self) -> None:
        """Keeps the claim of an event of which something is kept."""
        if self._has_written and self._unclaimed is not None:
            owner, event, at = self._unclaimed
            self._claimed(await self._vault.key(owner), event, at)

    async def get(self, kind: type[R], owner: Owner, key: str = "") -> R | None:
        """Gives one row of that owner; None also when its key was destroyed."""
        found = await self.find(kind, owner, key=key)
        return found[0] if found else None

    async def find(self, kind: type[R], owner: Owner, **equal: str | int) -> tuple[R, ...]:
        """Gives the rows of that owner whose columns equal the given ones."""
        of_owner = [at for at in self._places(kind, equal) if at[2] == owner]
        return await self._found(kind, of_owner, equal)

    async def sweep(self, kind: type[R], **equal: str | int) -> tuple[R, ...]:
        """Gives the rows of every owner whose columns equal the given ones."""
        return await self._found(kind, self._places(kind, equal), equal)

    def _places(self, kind: type[Row], equal: Mapping[str, str | int]) -> list[Place]:
        """Gives where rows of a kind stand, with that key where one is named."""
        if not equal.keys().isdisjoint(sealed_columns(kind)):
            raise ValueError("A sealed column cannot be searched.")
        of_kind = [at for at in self._kept.rows if at[0] is kind]
        return [at for at in of_kind if at[1] == equal["key"]] if "key" in equal else of_kind

    async def _found(
        self, kind: type[R], places: list[Place], equal: Mapping[str, str | int]
    ) -> tuple[R, ...]:
        found: list[R] = []
        for place in sorted(places, key=lambda at: at[1:]):
            row, under = self._kept.rows[place]
            is_equal = all(getattr(row, name) == value for name, value in equal.items())
            if is_equal and isinstance(row, kind) and await self.is_readable(row, under):
                found.append(row)
        return tuple(found)

    async def read_ahead(self, *wanted: Wanted, claim: Claim | None = None) -> None:
        """Does nothing: reading takes no time here."""

    async def put(self, row: Row) -> None:
        """Writes a row in the place of the one with its owner and key."""
        self._check_writable()
        self._has_written = True
        under = (await self._vault.key(row.owner)).tag("row")
        self._kept.rows[type(row), row.key, row.owner] = (row, under)

    async def drop(self, kind: type[Row], owner: Owner, key: str | None = None) -> bool:
        """Deletes one row of an owner, or all of a kind; False if there was none."""
        self._check_writable()
        of_owner = [each for each in self._kept.rows if each[0] is kind and each[2] == owner]
        gone = [each for each in of_owner if key in (None, each[1])]
        for place in gone:
            del self._kept.rows[place]
        return bool(gone)

    async def append(self, row: LedgerRow) -> int:
        """Appends to the ledger and gives the entry's number."""
        self._check_writable()
        self._has_written = True
        self._kept.entries.append(row)
        return len(self._kept.entries)

    async def ledger(self, subject: str) -> tuple[tuple[int, LedgerRow], ...]:
        """Gives the ledger's entries of that subject, oldest first."""
        numbered = enumerate(self._kept.entries, 1)
        return tuple((number, entry) for number, entry in numbered if entry.subject == subject)

    async def hold(self, owner: Owner) -> None:
        """Does nothing: here every unit runs alone."""
        self._check_writable()

    async def erase(self, owner: Owner) -> None:
        """Destroys the owner's data key at once, whatever becomes of this unit; then every row."""
        await self._vault.destroy(owner)
        for place in [each for each in self._kept.rows if each[2] == owner]:
            del self._kept.rows[place]

    async def subject(self, owner: Owner, text: str) -> str:
        """Gives the keyed hash under the owner's own data key."""
        return (await self._vault.key(owner)).tag(text)

    async def is_readable(self, row: Row, under: str) -> bool:
        """Returns whether the key of a row still exists."""
        key = await self._vault.existing_key(row.owner)
        return key is not None and key.tag("row") == under

    def _check_writable(self) -> None:
        if not self._may_write:
            raise StoreError("Reading must not write.")


class FakeStore:
    """ports.Store in memory; stores that share `vault` share its keys."""

    def __init__(self, vault: Vault | None = None) -> None:
        self.vault: Vault = FakeVault() if vault is None else vault
        self.kept = Kept()
        self.changes = 0  # how often something may have changed
        self._turn = asyncio.Lock()
        self.fails: Exception | None = None  # what every unit of work meets from now on
        self._is_closed = False

    async def deciding(self, lock: Owner, work: Callable[[Unit], Awaitable[T]]) -> T:
        """Runs the work alone; an exception rolls it back."""
        return await shielded(self._decide(work), f"deciding {lock}")

    async def reading(self, work: Callable[[Unit], Awaitable[T]]) -> T:
        """Runs the work on committed rows; it must not write."""
        return await work(self._unit(self.kept.copy(), may_write=False))

    def mark(self, owners: Collection[Owner]) -> Mark:
        """Gives the same mark until anything is changed, whoever's it is."""
        return self.changes, 0

    async def sweep(self, kind: type[R], **equal: str | int) -> tuple[R, ...]:
        """Gives rows of every owner."""
        return await self._unit(self.kept.copy(), may_write=False).sweep(kind, **equal)

    async def each(self, kind: type[R], until: datetime | None = None) -> AsyncIterator[R]:
        """Gives the rows of every owner that have an `at`, a page at a time, the latest first."""
        reached: _At | None = None
        while page := self._page(kind, until, reached):
            unit = self._unit(self.kept.copy(), may_write=False)
            for row, under in page:
                if isinstance(row, kind) and await unit.is_readable(row, under):
                    yield row
            reached = _at(page[-1][0])

    def _page(
        self, kind: type[Row], until: datetime | None, reached: "_At | None"
    ) -> list[tuple[Row, str]]:
        """Gives the next rows of a kind behind a place, with what each is under."""
        every = [one for place, one in self.kept.rows.items() if place[0] is kind]
        dated = [one for one in every if getattr(one[0], "at", None) is not None]
        wanted = [one for one in dated if until is None or _at(one[0])[0] <= until]
        behind = [one for one in wanted if reached is None or _at(one[0]) < reached]
        return sorted(behind, key=lambda one: _at(one[0]), reverse=True)[:PAGE]

    async def forget(self, kind: type[Row], before: datetime) -> None:
        """Takes away every owner's rows of a kind whose `at` is earlier."""
        async with self._turn:
            for place, (row, _) in list(self.kept.rows.items()):
                at: datetime | None = getattr(row, "at", None)
                if place[0] is kind and at is not None and at < before:
                    del self.kept.rows[place]
            self.changes += 1

    async def forget_claims(self, before: datetime) -> None:
        """Forgets which events were claimed earlier than that."""
        async with self._turn:
            for tag in [tag for tag, at in self.kept.seen.items() if at < before]:
                del self.kept.seen[tag]

    async def forget_unopened(self) -> None:
        """Deletes rows written while their owner was erased, which no key opens."""
        async with self._turn:
            unit = self._unit(self.kept, may_write=True)
            for place, (row, under) in list(self.kept.rows.items()):
                if not await unit.is_readable(row, under):
                    del self.kept.rows[place]

    async def forget_copies(self, before: datetime) -> None:
        """Does nothing: no migration made a copy."""

    async def tidy(self) -> bool:
        """Does nothing: there is no file."""
        return True

    async def close(self) -> None:
        """Makes every later call fail."""
        self._is_closed = True

    async def _decide(self, work: Callable[[Unit], Awaitable[T]]) -> T:
        async with self._turn:
            changed = self.kept.copy()
            unit = self._unit(changed, may_write=True)
            try:
                result = await work(unit)
                await unit.end()
                self.kept = changed
            finally:
                self.changes += 1
            return result

    def _unit(self, kept: Kept, *, may_write: bool) -> FakeUnit:
        if self._is_closed:
            raise StoreError("The store is closed.")
        if self.fails is not None:
            raise self.fails
        return FakeUnit(kept, self.vault, may_write=may_write)


_At = tuple[datetime, str, str]


def _at(row: Row) -> _At:
    """Gives where a row stands among those of its kind."""
    at: datetime = row.at  # type: ignore[attr-defined]
    return hour(at), row.owner, row.key


@dataclass(slots=True)
class FakeClassifier:
    """Knows the risk of chunks by the words in them; what it does not know is nothing.

    `known` gives for a word its risk and what is said, `leaning` what a sentence with it leans to
    and how far, `marked` what a chunk with it marks; `failure`, once set, is raised instead.
    """

    known: dict[str, tuple[float, str]] = field(default_factory=dict)
    failure: str = ""
    asked: int = 0
    leaning: dict[str, dict[str, float]] = field(default_factory=dict)
    sentences: list[str] = field(default_factory=list)  # those it was asked about
    marked: dict[str, Shares] = field(default_factory=dict)

    async def scores(self, text: str) -> tuple[Scores, ...]:
        """Gives the scores of each chunk of a text, in their order."""
        self.asked += 1
        if self.failure:
            raise ClassifierError(self.failure)
        return tuple(self._of(chunk, place) for place, chunk in enumerate(chunks(text)))

    def _of(self, chunk: str, place: int) -> Scores:
        told = [self.known[word] for word in self.known if word in chunk.lower()]
        marked = loudest(self.marked[word] for word in self.marked if word in chunk.lower())
        if not told:
            return Scores(chunk=place, marked=marked)
        risk, what = max(told)
        said = tuple(float(name == what) for name in WHAT)
        scores = Scores(risk, (0.0, 1.0, 0.0), said, (0.0, 1.0, 0.0, 0.0, 0.0), chunk=place)
        return replace(scores, marked=marked)

    async def leanings(self, sentence: str) -> Leanings:
        """Gives the leanings of a sentence, by its first known word."""
        self.sentences.append(sentence)
        if self.failure:
            raise ClassifierError(self.failure)
        return self.lean(sentence)

    def lean(self, sentence: str) -> Leanings:
        """Gives the same at once."""
        told = next((far for word, far in self.leaning.items() if word in sentence), {})
        return Leanings(tuple(told.get(name, 0.0) for name in LEANINGS))

    async def close(self) -> None:
        """Holds nothing."""
