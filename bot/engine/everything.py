"""Reads everything that is kept of a person: each of their places, and what is beside any."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime
from itertools import chain, product

from bot.audit import hashes
from bot.engine.places import Places
from bot.engine.pseudonyms import Pseudonyms
from bot.export import KeptIn
from bot.ids import PersonId, Scope
from bot.ports import Unit
from bot.records import KINDS, Owner, Row
from bot.snapshot import Place

NEVER = datetime.min.replace(tzinfo=UTC)


async def everything(
    unit: Unit, names: Pseudonyms, person: PersonId, here: Scope | None = None
) -> tuple[KeptIn, ...]:
    """Gives all that is kept of a person: beside any place first, then in each, the newest first.

    Args:
        here: a place that may not be among theirs yet.
    """
    places = _newest_first(await Places(unit, names).of(names.person(person)))
    if here is not None and here not in (one.scope for one in places):
        places = [Place(here), *places]
    whose = (names.person(person), names.episode(person))
    await _read_ahead(unit, (*whose, *(names.scope(one.scope) for one in places)))
    beside = KeptIn(None, rows=await _rows(unit, whose))
    if beside.rows:  # of a stranger no key is made
        about = await unit.subject(whose[0], hashes.ABOUT)
        beside = replace(beside, audited=await unit.trail.naming((about,)))
    return (beside, *[await _of(unit, names, one) for one in places])


async def of_place(unit: Unit, names: Pseudonyms, scope: Scope) -> KeptIn:
    """Gives all that is kept of a person in one place, and nothing of what is beside any."""
    await _read_ahead(unit, (names.scope(scope),))
    return await _of(unit, names, Place(scope))


def _newest_first(places: Iterable[Place]) -> list[Place]:
    return sorted(places, key=lambda one: one.at or NEVER, reverse=True)


async def _of(unit: Unit, names: Pseudonyms, place: Place) -> KeptIn:
    owner = names.scope(place.scope)
    entries = await unit.ledger(await unit.subject(owner, "consent"))
    rows = await _rows(unit, (owner,))
    audited = await unit.trail.naming((await unit.subject(owner, hashes.BY),))
    kept = KeptIn(place.scope, place.at, rows, entries, is_direct=place.is_direct)
    return replace(kept, audited=audited)


async def _read_ahead(unit: Unit, owners: Iterable[Owner]) -> None:
    await unit.read_ahead(*product(KINDS, owners, (None,)))


async def _rows(unit: Unit, owners: Iterable[Owner]) -> tuple[Row, ...]:
    found = [await unit.find(kind, whose) for kind, whose in product(KINDS, owners)]
    return tuple(chain.from_iterable(found))
