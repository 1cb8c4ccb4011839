"""What the program and the operator record, and that a change of any of it is found and located."""

import json
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from bot.audit import INSTANCE, Broken, Entry, Noted, hashes
from bot.audit.acts import BackedUp, DeepestSet
from bot.audit.checkpoint import Head
from bot.closing import Closing
from bot.engine import auditing
from bot.engine.auditing import digest, digest_of, gone, heads, looked, note_policy, noted
from bot.engine.closing import set_closing
from bot.engine.operating import Block, set_blocked, undo_under_18
from bot.engine.operator_acts import OperatorActs
from bot.engine.pseudonyms import Pseudonyms
from bot.engine.restored import mark_restored
from bot.export import Everything, files
from bot.ids import EventId, PersonId, SpaceId
from bot.ports import Store, Unit
from bot.records import LedgerRow, Owner, PersonRow, hour
from bot.strings import ENGLISH
from tests.fakes import FakeStore, FakeTrail, FakeVault
from tests.play import Play, ScriptedModel
from tests.scene import AT

SPACE = Owner("a-space")
GIVEN = LedgerRow("subject", "given", 1, "answering", "v1", hour(AT), hour(AT) + timedelta(days=9))
DAY = timedelta(days=1)
WHO = PersonId("console:ada")


async def recorded(store: Store, chain: Owner = INSTANCE) -> list[tuple[str, dict[str, object]]]:
    """Gives the acts of a chain with their facts."""
    entries = await store.reading(lambda unit: unit.trail.entries(chain))
    return [(one.act, dict(one.known)) for one in entries]


async def give(store: Store, times: int = 1) -> None:
    async def work(unit: Unit) -> None:
        for number in range(times):
            await unit.append(replace(GIVEN, message=f"m{number}"))

    await store.deciding(SPACE, work)


@pytest.fixture
def vault() -> FakeVault:
    return FakeVault()


@pytest.fixture
def store(vault: FakeVault) -> FakeStore:
    return FakeStore(vault)


@pytest.fixture
def names(vault: FakeVault) -> Pseudonyms:
    return Pseudonyms(vault)


# -- what is recorded --------------------------------------------------------------------------


async def test_each_version_of_the_policy_is_recorded_once(store: FakeStore) -> None:
    for policy in ("v1", "v1", "v2", "v1"):
        await note_policy(store, policy, AT)
    held = [("policy_held", {"policy": one}) for one in ("v1", "v2", "v1")]
    assert await recorded(store) == held


async def test_acts_of_the_operator_stand_in_the_instances_chain(store: FakeStore) -> None:
    await noted(store, BackedUp("0af1"), AT)
    await mark_restored(store, "restored-1", AT)
    await set_closing(store, Closing(AT + 9 * DAY, "The money is gone"), AT)
    await set_closing(store, None, AT)
    assert await recorded(store) == [
        ("backed_up", {"backup": "0af1"}),
        ("restored", {"mark": "restored-1"}),
        ("closing_set", {"day": f"{AT + 9 * DAY:%Y-%m-%d}"}),
        ("closing_set", {"day": ""}),
    ]


async def test_a_block_of_a_person_is_recorded_once_and_in_no_spaces_chain(
    store: FakeStore, names: Pseudonyms
) -> None:
    person = names.person(WHO)
    await store.deciding(person, lambda unit: unit.put(PersonRow(person, met_at=AT)))
    for is_blocked in (True, True, False, False):
        await set_blocked(store, names, Block(WHO, AT, is_blocked=is_blocked))
    assert await recorded(store) == [
        ("blocked", {"is_blocked": True}),
        ("blocked", {"is_blocked": False}),
    ]
    assert await recorded(store, names.space(SpaceId(WHO))) == []


async def test_a_block_of_a_space_stands_in_its_chain_too(
    store: FakeStore, names: Pseudonyms
) -> None:
    assert await set_blocked(store, names, Block("console:lobby", AT, is_blocked=True))
    assert not await set_blocked(store, names, Block("console:lobby", AT, is_blocked=True))
    assert await recorded(store) == [("blocked", {"is_blocked": True})]
    space = names.space(SpaceId("console:lobby"))
    assert await recorded(store, space) == [("space_blocked", {"is_blocked": True})]


async def test_who_is_named_is_named_by_a_hash_that_an_erase_ends(
    store: FakeStore, names: Pseudonyms
) -> None:
    person = names.person(WHO)
    await store.deciding(person, lambda unit: unit.put(PersonRow(person, under_18=True)))
    assert await undo_under_18(store, person, AT)
    assert not await undo_under_18(store, person, AT)
    (entry,) = store.kept.trail
    assert (entry.act, entry.hand) == ("under_18_undone", "operator")
    assert entry.about == await store.deciding(person, lambda u: u.subject(person, hashes.ABOUT))
    await store.deciding(person, lambda unit: unit.erase(person))
    assert entry.about != await store.deciding(person, lambda u: u.subject(person, hashes.ABOUT))


async def test_the_operators_copies_and_erasures_are_recorded_with_the_act(
    tmp_path: Path, store: FakeStore, vault: FakeVault, names: Pseudonyms
) -> None:
    p = Play(tmp_path, store, vault, ScriptedModel(lambda _: ["Yes."]))
    async with p.running():
        await p.type("/as ada")
        await p.type("hello")
    acts = OperatorActs(store, names, AT, EventId("operator:1"))
    assert await acts.copied(WHO)
    about = await store.deciding(SPACE, lambda u: u.subject(names.person(WHO), hashes.ABOUT))
    assert await acts.erased(WHO)
    assert not await acts.erased(PersonId("console:nobody"))
    of_ada = [one for one in store.kept.trail if one.about]
    assert [(one.act, one.about) for one in of_ada] == [
        ("person_copied", about),
        ("person_erased", about),
    ]
    now = await store.deciding(SPACE, lambda u: u.subject(names.person(WHO), hashes.ABOUT))
    assert now != about


async def test_a_persons_export_holds_the_entries_that_name_them_until_an_erase(
    tmp_path: Path, store: FakeStore, vault: FakeVault
) -> None:
    p = Play(tmp_path, store, vault, ScriptedModel(lambda _: ["Yes."]))
    names, admin = Pseudonyms(vault), PersonId("console:admin")
    async with p.running():
        await p.type("/as admin", "/room lobby", "@attune hello", "/attune-admin ceiling plain")
    acts = OperatorActs(store, names, AT, EventId("operator:2"))
    await acts.copied(admin)
    parts = await acts.copied(admin)
    assert {(one.act, part.scope is None) for part in parts for one in part.audited} == {
        ("deepest_set", False),
        ("person_copied", True),
    }
    (written,) = [
        one for one in files(Everything(admin, AT, parts), ENGLISH) if one.name.endswith(".json")
    ]
    rows = [one for one in json.loads(written.text)["rows"] if one["kept"] == "audit"]
    assert {"before": "warm", "after": "plain"} in [one["facts"] for one in rows]
    await acts.erased(admin)
    left = await acts.copied(admin)
    assert [one.act for part in left for one in part.audited] == []


# -- the ledger of consent ---------------------------------------------------------------------


async def test_new_entries_of_the_ledger_of_consent_are_digested_once_a_day(
    store: FakeStore,
) -> None:
    await digest(store, AT)
    assert await recorded(store) == []
    await give(store, 3)
    await digest(store, AT)
    await give(store)
    await digest(store, AT + DAY - timedelta(hours=2))
    await digest(store, AT + DAY)
    await digest(store, AT + 3 * DAY)
    (_, first), (_, second) = await recorded(store)
    assert [(one["first"], one["last"], one["count"]) for one in (first, second)] == [
        (1, 3, 3),
        (4, 4, 1),
    ]
    assert first["digest"] == digest_of(enumerate(store.kept.entries[:3], 1))


async def test_more_than_one_digest_holds_follow_without_waiting_for_a_day(
    store: FakeStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(auditing, "MOST", 2)
    await give(store, 5)
    for _ in range(5):
        await digest(store, AT)
    assert [facts["last"] for _, facts in await recorded(store)] == [2, 4, 5]
    assert (await looked(store)).consents == 5


@pytest.mark.parametrize(
    "change",
    [
        lambda entries: entries.__setitem__(1, replace(GIVEN, level=3)),
        lambda entries: entries.pop(1),
        lambda entries: entries.insert(0, GIVEN),
    ],
)
async def test_a_change_of_the_ledger_of_consent_is_located(
    store: FakeStore, change: Callable[[list[LedgerRow]], object]
) -> None:
    await give(store, 3)
    await digest(store, AT)
    change(store.kept.entries)
    await give(store)
    found = await looked(store)
    assert not found.is_whole
    assert [(one.chain, one.number) for one in found.changed] == [(INSTANCE, 1)]


@pytest.mark.parametrize("forged", [-1, 0, 1, 3, 5])
async def test_an_entry_in_a_gap_of_the_numbers_or_below_the_first_is_found(
    store: FakeStore, monkeypatch: pytest.MonkeyPatch, forged: int
) -> None:
    numbers = [2]  # as PostgreSQL numbers them: with gaps

    async def consents(_trail: FakeTrail, after: int = 0) -> tuple[tuple[int, LedgerRow], ...]:
        return tuple((one, GIVEN) for one in sorted(numbers) if one > after)

    async def has_strays(_trail: FakeTrail) -> bool:
        return min(numbers) < 1

    monkeypatch.setattr(FakeTrail, "consents", consents)
    monkeypatch.setattr(FakeTrail, "has_strays", has_strays)
    await digest(store, AT)
    numbers += [4, 6]
    await digest(store, AT + DAY)
    assert (await looked(store)).is_whole
    numbers.append(forged)
    assert not (await looked(store)).is_whole


# -- whether all of it holds -------------------------------------------------------------------


async def filled(store: FakeStore) -> tuple[Entry, ...]:
    """Records in two chains, and gives all of it."""

    async def work(unit: Unit) -> None:
        for level in ("plain", "warm", "attuned"):
            await unit.trail.append(SPACE, Noted(DeepestSet("warm", level), AT))

    await store.deciding(SPACE, work)
    await noted(store, BackedUp("0af1"), AT)
    return tuple(store.kept.trail)


async def test_whole_chains_are_said_to_be_whole(store: FakeStore) -> None:
    await filled(store)
    found = await looked(store)
    assert (found.is_whole, found.chains, found.entries) == (True, 2, 4)


async def test_a_broken_chain_is_located_and_the_others_are_still_looked_at(
    store: FakeStore,
) -> None:
    every = await filled(store)
    store.kept.trail[:] = [replace(every[0], act="threads_set"), *every[1:]]
    found = await looked(store)
    assert found.faults == [Broken(SPACE, 1, "changed")]
    assert (found.chains, found.entries) == (2, 1)


async def cut(store: FakeStore) -> None:
    """Cuts off the end of a chain, which is whole all the same."""
    store.kept.trail[:] = [one for one in store.kept.trail if one.number < 3]


async def anew(store: FakeStore) -> None:
    """Writes a chain anew from its first entry on, longer than it was."""
    store.kept.trail[:] = [one for one in store.kept.trail if one.chain != SPACE]
    for _ in range(9):
        noted_anew = Noted(DeepestSet("plain", "warm"), AT)
        await store.deciding(SPACE, lambda unit: unit.trail.append(SPACE, noted_anew))  # noqa: B023


@pytest.mark.parametrize("change", [cut, anew])
async def test_a_checkpoint_finds_what_a_chain_alone_does_not_show(
    store: FakeStore, change: Callable[[FakeStore], Awaitable[None]]
) -> None:
    every = await filled(store)
    of_then = await heads(store)
    assert set(of_then) == {Head(one.chain, one.number, one.link) for one in every[2:]}
    await noted(store, BackedUp("0af2"), AT)
    assert await gone(store, of_then) == ()
    await change(store)
    assert (await looked(store)).is_whole
    assert [one.chain for one in await gone(store, of_then)] == [SPACE]
