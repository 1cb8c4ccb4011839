"""What the program and the operator record in the instance's chain, and whether all chains hold."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import partial
from hashlib import sha256

from bot.audit import INSTANCE, Act, Broken, Entry, Noted, broken
from bot.audit.acts import KeysRotated, LedgerDigested, PolicyHeld, RotationBegun
from bot.audit.canonical import canonical
from bot.audit.checkpoint import Head, head_of, missing
from bot.ports import Store, Unit
from bot.records import LedgerRow, Owner

A_DAY = timedelta(hours=24)
MOST = 10_000  # entries of the ledger of consent in one digest: nobody waits longer for it
_ROTATION = (RotationBegun, KeysRotated)
_LEDGER = Owner("ledger digest")  # held by whoever makes one
Numbered = tuple[int, LedgerRow]


async def noted(store: Store, act: Act, at: datetime) -> None:
    """Records what the operator did outside of any unit of work."""
    await store.deciding(INSTANCE, lambda unit: unit.trail.append(INSTANCE, Noted(act, at)))


async def note_policy(store: Store, policy: str, at: datetime) -> None:
    """Records which version of what people agree to holds, where it is another than before."""

    async def kept(unit: Unit) -> None:
        last = await unit.trail.last(INSTANCE, PolicyHeld.name)
        if last is None or last.known.get("policy") != policy:
            await unit.trail.append(INSTANCE, Noted(PolicyHeld(policy), at))

    await store.deciding(INSTANCE, kept)


async def note_rotated(store: Store, at: datetime) -> bool:
    """Records the end of a rotation that was cut short behind its last key; tells if one was."""

    async def ended(unit: Unit) -> bool:
        begun, done = [await unit.trail.last(INSTANCE, one.name) for one in _ROTATION]
        if begun is None or (done is not None and done.number > begun.number):
            return False
        await unit.trail.append(INSTANCE, Noted(KeysRotated(0), at))
        return True

    return await store.deciding(INSTANCE, ended)


# Why a digest, and not an entry for each yes. The ledger of consent is the larger by far, and each
# of its entries is written in the busiest units there are; one entry a day for all of them costs
# nobody anything. The ledger is settled first: PostgreSQL gives numbers before it commits, so a
# lower number may otherwise come to be seen later, and look as if it had been put there.
async def digest(store: Store, at: datetime) -> None:
    """Records once a day which entries the ledger of consent got, by one hash over all of them."""
    if await store.reading(partial(_is_due, at)):
        await store.deciding(_LEDGER, partial(_digested, at))


async def _is_due(at: datetime, unit: Unit) -> bool:
    last = await unit.trail.last(INSTANCE, LedgerDigested.name)
    is_time = last is None or last.known.get("count") == MOST or at - last.at >= A_DAY
    return is_time and bool(await unit.trail.consents(_number(last, "last")))


async def _digested(at: datetime, unit: Unit) -> None:
    await unit.trail.settle()
    if not await _is_due(at, unit):
        return
    last = await unit.trail.last(INSTANCE, LedgerDigested.name)
    new = await _consents(unit, _number(last, "last"), MOST)
    act = LedgerDigested(new[0][0], new[-1][0], len(new), digest_of(new))
    await unit.trail.append(INSTANCE, Noted(act, at))


async def _consents(unit: Unit, after: int, most: int) -> list[Numbered]:
    """Gives so many entries of the ledger of consent behind a number."""
    found: list[Numbered] = []
    while len(found) < most and (page := await unit.trail.consents(after)):
        found += page[: most - len(found)]
        after = found[-1][0]
    return found


def digest_of(entries: Iterable[Numbered]) -> str:
    """Gives the SHA-256 over entries of the ledger of consent, a line of canonical JSON each."""
    found = sha256()
    for number, row in entries:
        of = row.subject, row.state, row.level, row.purposes, row.policy
        times = _spelled(row.at), _spelled(row.expires_at) if row.expires_at else None
        found.update(canonical([number, *of, *times, row.message]) + b"\n")
    return found.hexdigest()


def _spelled(at: datetime) -> str:
    return at.astimezone(UTC).isoformat()


@dataclass(slots=True)
class Looked:
    """What a look at every chain and at the ledger of consent found.

    Args:
        chains: how many there are.
        entries: how many are in all of them.
        faults: where chains break; nothing is known of what is behind such a place.
        consents: how many entries of the ledger of consent are as their digests say.
        changed: the digests, by number, that the ledger of consent is not as.
        has_strays: whether it has entries below 1, which is the first number that one is given.
        digested: up to which number the digests compared so far tell of it.
    """

    chains: int = 0
    entries: int = 0
    faults: list[Broken] = field(default_factory=list)
    consents: int = 0
    changed: list[Entry] = field(default_factory=list)
    has_strays: bool = False
    digested: int = 0

    @property
    def is_whole(self) -> bool:
        """Whether nothing was found."""
        return not (self.faults or self.changed or self.has_strays)


async def looked(store: Store) -> Looked:
    """Looks at every chain, and compares the ledger of consent with its digests."""
    return await store.reading(_looked)


async def _looked(unit: Unit) -> Looked:
    found, after = Looked(has_strays=await unit.trail.has_strays()), ""
    while page := await unit.trail.chains(after):
        for chain in page:
            await _look_at(unit, chain, found)
        found.chains, after = found.chains + len(page), page[-1]
    return found


async def _look_at(unit: Unit, chain: Owner, found: Looked) -> None:
    head: Entry | None = None
    reached = 0
    while page := await unit.trail.entries(chain, reached):
        fault = broken(page, head)
        if fault is not None:
            found.faults.append(fault)
            return
        for entry in page:
            await _compare(unit, entry, found)
        head, reached = page[-1], page[-1].number
        found.entries += len(page)


async def _compare(unit: Unit, entry: Entry, found: Looked) -> None:
    """Compares the entries behind the digest before, up to its last, with what a digest says."""
    if entry.chain != INSTANCE or entry.act != LedgerDigested.name:
        return
    every = await _consents(unit, found.digested, _number(entry, "count") + 1)
    found.digested = _number(entry, "last")
    own = [one for one in every if one[0] <= found.digested]
    if digest_of(own) == entry.known.get("digest"):
        found.consents += len(own)
    else:
        found.changed.append(entry)


def _number(entry: Entry | None, name: str) -> int:
    """Gives a number of a digest's facts; 0 where there is no digest."""
    value = entry.known.get(name, 0) if entry is not None else 0
    return value if isinstance(value, int) else 0


async def heads(store: Store) -> tuple[Head, ...]:
    """Gives where every chain has come to, as of one moment."""

    async def found(unit: Unit) -> tuple[Head, ...]:
        every, after = list[Entry | None](), ""
        while page := await unit.trail.chains(after):
            every += [await unit.trail.head(chain) for chain in page]
            after = page[-1]
        return tuple(head_of(one) for one in every if one is not None)

    return await store.reading(found)


async def gone(store: Store, of: tuple[Head, ...]) -> tuple[Head, ...]:
    """Gives those heads of a checkpoint whose entries are not there any more, or are others."""

    async def found(unit: Unit) -> tuple[Head, ...]:
        now = dict[Head, str]()
        for head in of:
            page = await unit.trail.entries(head.chain, head.number - 1)
            now[head] = page[0].link if page and page[0].number == head.number else ""
        return missing(of, now)

    return await store.reading(found)
