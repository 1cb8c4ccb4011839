"""ports.Vault and ports.Key, over the fake and over a file of keys."""

from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path

import pytest

from bot.errors import VaultError
from bot.ports import Vault
from bot.records import Owner
from bot.vault import DataKey, FileVault, MasterKey
from tests.fakes import FakeVault

ADA, BOB = Owner("ada"), Owner("bob")
WORDS = "the heron sleeps at noon"
Opener = Callable[[], Awaitable[Vault]]


@pytest.fixture(params=["fake", "file", "postgres"])
async def opened(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Opener]:
    """Opens one and the same set of keys, under one master key, as often as it is called."""
    made: dict[Owner, DataKey] = {}
    keys = request.getfixturevalue("postgres_url") if request.param == "postgres" else ""
    files: list[FileVault] = []

    async def fake() -> Vault:
        return FakeVault(made)

    async def file() -> Vault:
        url = f"sqlite:///{tmp_path / 'keys.db'}" if request.param == "file" else keys
        files.append(await FileVault.open(url, MasterKey(b"m" * 32)))
        return files[-1]

    yield fake if request.param == "fake" else file
    for each in files:
        await each.close()


@pytest.fixture
async def vault(opened: Opener) -> Vault:
    return await opened()


async def test_sealed_words_show_nothing_and_come_back(vault: Vault) -> None:
    key = await vault.key(ADA)
    for words in (WORDS, "grüße 🜁", "\ud800", "x" * 100_000):
        sealed = key.seal("place", words)
        assert words.encode("utf-8", "surrogatepass") not in sealed
        assert key.open("place", sealed) == words


async def test_the_same_words_are_never_sealed_alike(vault: Vault) -> None:
    key = await vault.key(ADA)
    assert key.seal("place", WORDS) != key.seal("place", WORDS)


async def test_words_open_for_their_place_only(vault: Vault) -> None:
    key = await vault.key(ADA)
    with pytest.raises(VaultError) as caught:
        key.open("elsewhere", key.seal("place", WORDS))
    assert WORDS not in str(caught.value)


@pytest.mark.parametrize("harm", [lambda s: s[:-1] + bytes([s[-1] ^ 1]), lambda s: s[:5], bytes])
async def test_damaged_words_do_not_open(vault: Vault, harm: Callable[[bytes], bytes]) -> None:
    key = await vault.key(ADA)
    harmed = harm(key.seal("place", WORDS)) if harm is not bytes else b""
    with pytest.raises(VaultError):
        key.open("place", harmed)
    assert key.open("place", key.seal("place", WORDS)) == WORDS


async def test_words_do_not_open_under_another_owners_key(vault: Vault) -> None:
    sealed = (await vault.key(ADA)).seal("place", WORDS)
    with pytest.raises(VaultError):
        (await vault.key(BOB)).open("place", sealed)
    assert (await vault.key(ADA)).open("place", sealed) == WORDS


async def test_a_key_shows_nothing_of_itself(vault: Vault) -> None:
    key = await vault.key(ADA)
    assert repr(key) == str(key) == "DataKey()"


async def test_an_owners_key_stays_the_same_when_opened_again(opened: Opener) -> None:
    sealed = (await (await opened()).key(ADA)).seal("place", WORDS)
    assert (await (await opened()).key(ADA)).open("place", sealed) == WORDS


async def test_there_is_no_key_until_one_is_asked_for(vault: Vault) -> None:
    assert await vault.existing_key(ADA) is None
    made = await vault.key(ADA)
    found = await vault.existing_key(ADA)
    assert found is not None
    assert found.tag("t") == made.tag("t")
    assert await vault.existing_key(BOB) is None


async def test_the_keys_of_several_owners_are_given_in_one_look(vault: Vault) -> None:
    made = {(await vault.key(owner)).tag("t") for owner in (ADA, BOB)}
    found = await vault.existing_keys((ADA, BOB, Owner("eve")))
    assert {key.owner: key.tag("t") for key in found}.keys() == {ADA, BOB}
    assert {key.tag("t") for key in found} == made
    await vault.destroy(BOB)
    assert [key.owner for key in await vault.existing_keys([ADA, BOB])] == [ADA]
    assert await vault.existing_keys(()) == ()


async def test_a_destroyed_key_is_gone_in_every_opening(opened: Opener) -> None:
    here, there = await opened(), await opened()
    await here.key(BOB)
    sealed = (await there.key(ADA)).seal("place", WORDS)
    await here.destroy(ADA)
    assert await there.existing_key(ADA) is None
    assert await there.existing_key(BOB) is not None
    with pytest.raises(VaultError):
        (await there.key(ADA)).open("place", sealed)


async def test_destroying_no_key_is_harmless(vault: Vault) -> None:
    await vault.destroy(ADA)
    assert await vault.existing_key(ADA) is None


async def test_a_keys_hash_is_its_own_and_ends_with_it(vault: Vault) -> None:
    before = (await vault.key(ADA)).tag("text")
    assert (await vault.key(ADA)).tag("text") == before
    others = {(await vault.key(BOB)).tag("text"), (await vault.key(ADA)).tag("other")}
    await vault.destroy(ADA)
    others.add((await vault.key(ADA)).tag("text"))
    assert len(others - {before}) == 3


async def test_the_vaults_hash_is_the_same_for_ever(opened: Opener) -> None:
    here, there = await opened(), await opened()
    await here.destroy(ADA)
    assert here.tag("a", "b") == there.tag("a", "b")


async def test_the_vaults_hash_keeps_parts_apart(vault: Vault) -> None:
    parts = [("ab", "c"), ("a", "bc"), ("abc",), ("a", "b", "c"), ("abc", ""), ()]
    assert len({vault.tag(*each) for each in parts}) == len(parts)


async def test_what_databases_called_an_erased_owner_is_known_for_a_while(vault: Vault) -> None:
    ada, _ = await vault.key(ADA), await vault.key(BOB)
    assert await vault.destroyed() == ()
    await vault.destroy(ADA)
    await vault.destroy(ADA)
    assert await vault.destroyed() == (ada.alias,)
