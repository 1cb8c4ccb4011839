"""ports.Unit on one session, inside one transaction: it reads ahead, and writes at its end."""

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime
from typing import TypeVar, cast

from bot.ids import EventId
from bot.ports import Claim, Key, Vault, Wanted
from bot.records import LedgerRow, Owner, Row, hour, name_of
from bot.store.endings import Ending, Endings
from bot.store.sealing import (
    Record,
    RememberedKeys,
    check_searchable,
    having,
    opened_aside,
    place_of,
    sealed,
    tag_of,
)
from bot.store.session import Changes, Place, Session
from bot.store.trail import SqlTrail
from bot.tasks import both

R = TypeVar("R", bound=Row)
Named = tuple[type[Row], Owner, str]  # a row by its kind, owner and key
Looked = tuple[list[Record], str, bool]  # records, the tag of a claim, and whether it stands


class SqlUnit:
    """One unit of work with a cache of its rows; every query but `sweep` names its owner.

    Args:
        ending: told of what it changes that replies stand on.
    """

    def __init__(self, session: Session, vault: Vault, ending: Ending | None = None) -> None:
        self._session = session
        self._vault = vault
        self._ending = ending or Ending(Endings())
        self._keys = RememberedKeys(vault)
        self._known: dict[Named, Row | None] = {}  # nobody else writes now
        self._whole: dict[tuple[type[Row], Owner], tuple[Row, ...]] = {}  # all rows of a kind
        self._unwritten: dict[Named, Row | None] = {}  # None: it is dropped
        self._claimed: dict[str, bool] = {}  # tags that were looked for, and whether each was there
        self._claims: dict[str, datetime] = {}
        self._unclaimed: tuple[Owner, EventId, datetime] | None = None
        self._has_written = False
        self.trail = SqlTrail(session)

    # Exactly-once rests on the claim. Platforms deliver an event again after a reconnect, and two
    # processes may both receive it. The claim is an insert of the event's keyed hash in the
    # transaction of the decision itself: it is looked for first, under the lock of its person,
    # which is the same for every delivery; if that transaction is undone, so is the claim, and the
    # redelivery is taken as new. Should another process have claimed it all the same, the insert
    # conflicts, and the whole unit is undone and comes again, to find it claimed. The hash is
    # keyed by the scope's data key, so after an erase nobody can tell from the table what was ever
    # delivered. That is also why a person without a key is not claimed at once: making a key for an
    # event that leads to nothing would keep something about somebody of whom nothing needs keeping.
    # The claim waits for the first write (`flush`); an event that writes nothing may come twice
    # without harm, as nothing was done for it.
    async def claim(self, owner: Owner, event: EventId, at: datetime) -> bool:
        """Claims an event under its scope's key; False if it was claimed before (dedupe)."""
        key = await self._existing_key(owner)
        if key is None:
            # A key is made with what is kept of the event: one of its own would outlive an erase.
            self._unclaimed = (owner, event, at)
            return True
        tag = tag_of(event, key)
        if tag not in self._claimed:
            _, self._claimed[tag] = await self._session.look((), tag)
        is_new = not self._claimed[tag]
        if is_new:
            self._claimed[tag], self._claims[tag] = True, hour(at)
        return is_new

    async def release(self, owner: Owner, event: EventId) -> None:
        """Gives back a claim of this unit that is not written yet."""
        self._unclaimed = None
        key = await self._existing_key(owner)
        tag = tag_of(event, key) if key is not None else ""
        if self._claims.pop(tag, None) is not None:
            self._claimed[tag] = False

    # Of whom no key is known, nothing is looked at in the database, so on SQLite a first contact
    # would decide before its turn as the writer: two processes could both find a stranger, and the
    # second to write would undo the first. A missing key is believed only in the unit's own turn.
    async def _existing_keys(self, owners: Collection[Owner]) -> dict[Owner, Key]:
        """Gives the data keys of those owners that have one."""
        keys = await self._keys.existing_keys(owners)
        if len(keys) < len(set(owners)) and await self._session.take_turn():
            keys = await self._keys.existing_keys(owners)
        return keys

    async def _existing_key(self, owner: Owner) -> Key | None:
        return (await self._existing_keys((owner,))).get(owner)

    async def get(self, kind: type[R], owner: Owner, key: str = "") -> R | None:
        """Gives one row of an owner, or None, also if its key was destroyed."""
        place = (kind, owner, key)
        if place not in self._known:
            found = await self.find(kind, owner, key=key)
            self._known[place] = found[0] if found else None
        return cast("R | None", self._known[place])

    async def read_ahead(self, *wanted: Wanted, claim: Claim | None = None) -> None:
        """Reads all that is wanted, and looks for a claim, with one look at the database."""
        await self.flush()
        owners = {owner for _, owner, _ in wanted} | ({claim[0]} if claim is not None else set())
        keys = await self._read_under(wanted, claim, owners)
        if len(keys) < len(owners):  # the look took this unit's turn: is it so now, too?
            now = await self._existing_keys(owners)
            if now.keys() != keys.keys():
                await self._take(wanted, await self._looked(wanted, claim, now), now)

    # Why a look may begin before the keys are known. Where keys are read again in each unit (see
    # `vault/key_rows`), the rows can be named by the keys that were last seen, while the keys
    # themselves are on their way: one wait instead of two. Both begin under the unit's lock, and
    # what the look found is taken only where every key turns out to be the one it was named by. A
    # key that was destroyed or made meanwhile is another, or none, and then the look comes again.
    # A row that is destroyed between the two is opened no more than where the look comes second:
    # a key that is read after it is gone, and one that is read before it stood at that moment.
    async def _read_under(
        self, wanted: tuple[Wanted, ...], claim: Claim | None, owners: set[Owner]
    ) -> dict[Owner, Key]:
        """Reads what is wanted under the keys of those owners, and gives the keys."""
        guess = self._keys.likely(owners)
        if not guess:
            keys = await self._keys.existing_keys(owners)
            await self._take(wanted, await self._looked(wanted, claim, keys), keys)
            return keys
        look, reading = self._looked(wanted, claim, guess), self._keys.existing_keys(owners)
        looked, keys = await both(look, reading)
        if keys != guess:
            looked = await self._looked(wanted, claim, keys)
        await self._take(wanted, looked, keys)
        return keys

    async def _looked(
        self, wanted: tuple[Wanted, ...], claim: Claim | None, keys: dict[Owner, Key]
    ) -> Looked:
        """Gives what stands under these keys, and the tag of the claim with whether it stands."""
        places = [place_of(one, keys[one[1]]) for one in wanted if one[1] in keys]
        is_claimable = claim is not None and claim[0] in keys
        tag = tag_of(claim[1], keys[claim[0]]) if claim is not None and is_claimable else ""
        records, is_claimed = await self._session.look(places, tag) if keys else ([], False)
        return records, tag, is_claimed

    async def _take(self, of: tuple[Wanted, ...], looked: Looked, keys: dict[Owner, Key]) -> None:
        """Remembers what was read; the records are told apart once, by owner and kind."""
        records, tag, is_claimed = looked
        if tag:
            self._claimed[tag] = is_claimed
        apart: dict[tuple[str, str], list[Record]] = {}
        for one in records:
            apart.setdefault((one["owner"], one["kind"]), []).append(one)
        for kind, owner, key in of:
            under = keys.get(owner)
            own = apart.get((under.alias, name_of(kind)), []) if under is not None else []
            found = await opened_aside(kind, own, {under.alias: under}) if under is not None else ()
            if key is None:
                self._whole[kind, owner] = found
            else:
                self._known[kind, owner, key] = next((one for one in found if one.key == key), None)

    async def find(self, kind: type[R], owner: Owner, **equal: str | int) -> tuple[R, ...]:
        """Gives the readable rows of an owner with the given fields, by key."""
        check_searchable(kind, equal)
        whole = self._whole.get((kind, owner))
        if whole is not None:
            return having(cast("tuple[R, ...]", whole), equal)
        await self.flush(kind)
        under = await self._existing_key(owner)
        if under is None:
            return ()
        key = str(equal["key"]) if "key" in equal else None
        records, _ = await self._session.look([place_of((kind, owner, key), under)])
        return having(await opened_aside(kind, records, {under.alias: under}), equal)

    async def sweep(self, kind: type[R], **equal: str | int) -> tuple[R, ...]:
        """Gives the readable rows of every owner, by key."""
        check_searchable(kind, equal)
        await self.flush(kind)
        records = await self._session.every(name_of(kind))
        keys = await self._keys.called({one["owner"] for one in records})
        return having(await opened_aside(kind, records, keys), equal)

    async def put(self, row: Row) -> None:
        """Writes a row, or replaces the one with its key; at the latest when the unit ends."""
        self._note((type(row), row.owner, row.key), row)

    def _note(self, place: Named, row: Row | None) -> None:
        """Remembers what will stand at a place; the rows of its kind stay known where they were."""
        kind, owner, key = place
        known = self._rows_known(kind, owner, key)
        if row is None:
            self._ending.dropped(kind, owner)
        elif known is None:
            self._ending.unseen(row)
        else:
            self._ending.wrote(row, known[0] if known else None)
        self._known[place] = self._unwritten[place] = row
        if (kind, owner) in self._whole:
            others = [one for one in self._whole[kind, owner] if one.key != key]
            new = [*others, row] if row is not None else others
            self._whole[kind, owner] = tuple(sorted(new, key=lambda one: one.key))

    async def flush(self, kind: type[Row] | None = None) -> None:
        """Writes what was put and dropped, of one kind or of all; what changed twice, once."""
        if changes := await self.changes(kind):
            await self._session.write(changes)

    async def changes(self, kind: type[Row] | None = None) -> Changes:
        """Gives what is to be written, of one kind or of all; whoever asks for it writes it."""
        places = [each for each in self._unwritten if kind in (None, each[0])]
        rows = {place: self._unwritten.pop(place) for place in places}
        kept = [sealed(row, await self._keys.key(row.owner)) for row in rows.values() if row]
        dropped = [await self._gone(place) for place, row in rows.items() if row is None]
        self._has_written |= bool(kept)
        claims = await self._all_claims() if kind is None else ()
        return Changes(kept, [place for place in dropped if place is not None], claims)

    async def last_changes(self) -> Changes:
        """Gives what is to be written at its end, and whether other processes are to hear of it."""
        return replace(await self.changes(), announced=self._ending.is_announced)

    async def _all_claims(self) -> tuple[tuple[str, datetime], ...]:
        if self._has_written and self._unclaimed is not None:
            (owner, event, at), self._unclaimed = self._unclaimed, None
            self._claims[tag_of(event, await self._keys.key(owner))] = hour(at)
        claims, self._claims = self._claims, {}
        return tuple(claims.items())

    async def _gone(self, named: Named) -> Place | None:
        under = await self._existing_key(named[1])
        return place_of(named, under) if under is not None else None

    async def drop(self, kind: type[Row], owner: Owner, key: str | None = None) -> bool:
        """Takes away one row of that owner, or all of that kind; False where none was there.

        Of what was read before, it is known here whether it was there, and it goes at the end.
        """
        known = self._rows_known(kind, owner, key)
        if known is not None:
            for row in known:
                self._note((kind, owner, row.key), None)
            return bool(known)
        await self.flush(kind)
        self._ending.dropped(kind, owner)
        under = await self._existing_key(owner)
        self._forget(kind, owner)
        return under is not None and await self._session.drop(place_of((kind, owner, key), under))

    def _rows_known(self, kind: type[Row], owner: Owner, key: str | None) -> tuple[Row, ...] | None:
        """Gives the rows there that were read, or None if nobody looked."""
        whole = self._whole.get((kind, owner))
        if whole is not None:
            return tuple(one for one in whole if key in (None, one.key))
        if key is None or (kind, owner, key) not in self._known:
            return None
        return (row,) if (row := self._known[kind, owner, key]) is not None else ()

    async def append(self, row: LedgerRow) -> int:
        """Appends to the ledger and gives the entry's number."""
        self._has_written = True
        return await self._session.append(row)

    async def ledger(self, subject: str) -> tuple[tuple[int, LedgerRow], ...]:
        """Gives the ledger's entries of that subject, oldest first."""
        return await self._session.ledger(subject)

    async def hold(self, owner: Owner) -> None:
        """Takes the owner's lock until this unit ends."""
        if await self._session.hold(owner):
            self._forget()

    async def erase(self, owner: Owner) -> None:
        """Destroys the owner's data key in the vault at once, then deletes every row."""
        await self.flush()
        under = await self._existing_key(owner)
        self._ending.of(owner)
        await self._vault.destroy(owner)
        self._ending.of(owner)  # whoever looked meanwhile may have found the key
        if under is not None:
            await self._session.drop_all(under.alias)
        self._keys = RememberedKeys(self._vault)
        self._forget()

    async def subject(self, owner: Owner, text: str) -> str:
        """Gives a keyed hash under the owner's own data key, which is made if needed."""
        return (await self._keys.key(owner)).tag(text)

    def _forget(self, kind: type[Row] | None = None, owner: Owner | None = None) -> None:
        """Drops the cached rows of one kind and owner, or all."""
        is_of = (None, None) if kind is None else (kind, owner)
        for place in [each for each in self._known if is_of in ((None, None), each[:2])]:
            del self._known[place]
        for whole in [each for each in self._whole if is_of in ((None, None), each)]:
            del self._whole[whole]
