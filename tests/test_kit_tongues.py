"""In which language a platform says its own: what is remembered holds, else what is said."""

from adapters.discord.authors import DRAWER
from adapters.kit.notes import Notes
from adapters.kit.tongues import Tongues
from bot.errors import StoreError
from bot.ids import PersonId
from bot.ports import Unit
from bot.records import LanguageRow
from bot.strings import ENGLISH
from tests.console_stage import SetClock
from tests.fakes import FakeStore, FakeVault

ADA, EVE = PersonId("discord:1"), PersonId("discord:2")


async def remembering(code: str, by: str) -> tuple[Tongues, FakeStore]:
    """Gives what knows the language of one person."""
    vault = FakeVault()
    store = FakeStore(vault)
    notes = Notes(store, vault, SetClock(), DRAWER)
    owner = notes.names.person(ADA)

    async def put(unit: Unit) -> None:
        await unit.put(LanguageRow(owner, code=code, by=by))

    await store.deciding(owner, put)
    return Tongues(notes, ENGLISH), store


async def test_what_a_person_said_holds_whatever_the_platform_says() -> None:
    tongues, _ = await remembering("de", "command")
    assert (await tongues.of(ADA)).code == "de"
    assert (await tongues.of(ADA, "fr")).code == "de"


async def test_what_a_platform_said_before_holds_until_it_says_another() -> None:
    tongues, _ = await remembering("de", "platform")
    assert (await tongues.of(ADA)).code == "de"
    assert (await tongues.of(ADA, "fr")).code == "fr"


async def test_of_who_is_not_known_counts_what_is_said_of_them_else_the_houses() -> None:
    tongues, _ = await remembering("de", "command")
    assert (await tongues.of(EVE, "it")).code == "it"
    assert await tongues.of(EVE) is ENGLISH
    assert await tongues.of(EVE, "tlh") is ENGLISH


async def test_while_the_store_is_away_this_process_remembers_or_the_platform_says() -> None:
    tongues, store = await remembering("de", "command")

    async def away(_work: object) -> None:
        raise StoreError("away")

    store.reading = away  # type: ignore[assignment,method-assign]
    assert (await tongues.of(ADA, "fr")).code == "fr"
    tongues.known = {ADA: "pl", EVE: ""}.get
    assert (await tongues.of(ADA, "fr")).code == "pl"
    assert tongues.at_once(EVE, "fr") is ENGLISH  # they are answered as the house speaks
