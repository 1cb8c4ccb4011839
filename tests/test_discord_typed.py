"""Commands that were typed as a message, and where Discord has them."""

import pytest

from adapters.discord.authors import DRAWER
from adapters.discord.commands import GROUPED, picked_as
from adapters.discord.history import Me
from adapters.discord.registered import Registered
from adapters.discord.typed import MOST_OF_A_LINE, command, lone, meant, takes_effect
from adapters.kit.notes import Notes
from bot.commands import COMMANDS, parse
from bot.commands.values import Off, Unparsable
from bot.strings import ENGLISH
from tests.console_stage import SetClock
from tests.fakes import FakeStore, FakeVault


@pytest.mark.parametrize(
    "text",
    ["/attune on", "attune on", "!attune help", "Attune status", "/attune night-card a b c d e",
     "attune pause 2h", "/attune-admin ceiling warm", "attune"],
)  # fmt: skip
def test_a_typed_command_is_one(text: str) -> None:
    assert command(text) == parse(text) is not None


@pytest.mark.parametrize(
    "text",
    ["attune your guitar", "attune help me with my essay", "attune do the dishes before noon",
     "on", "hello", "", "attunement is on", "/attune ask what is a heron?", "/attune dance",
     "/attune leave me alone", "/attune quit", "/attune stopp", "/attune leave", "/attune exit",
     "/attune aus", "!attune lass mich in ruhe", "/attune bitte hör auf", "/attune basta",
     "/attune crisis", "/attune crisis help please", "/attune hotline", "/attune help me",
     "/attune help me please", "/attune talk to me", "/attune what is this", "/attune reset",
     "/attune one question", "/attune heal me", "/attune out", "/attune hear me out",
     "/attune statsu my day please", "/attune helpp me", "/attune cieling plain",
     "/attune quiet-hours 22-7", "/attune i want to die"],
)  # fmt: skip
def test_what_only_begins_like_a_command_is_none(text: str) -> None:
    assert command(text) is None


@pytest.mark.parametrize(
    ("text", "name"),
    [("/attune statsu", "status"), ("!attune levl warm", "level"),
     ("/attune-admin quiet-hours 22-7", "set"), ("/attune-admin setings", "settings")],
)  # fmt: skip
def test_with_its_slash_a_mistyped_command_is_one_too(text: str, name: str) -> None:
    given = command(text)
    assert isinstance(given, Unparsable)
    assert meant(given) == name
    assert meant(Off()) == "off"
    assert command(text.removeprefix("/").removeprefix("!")) is None
    assert command(f"{text} and then some more words") is None
    assert command(f"{text} {'x' * MOST_OF_A_LINE}") is None


def test_one_word_alone_can_mean_a_command() -> None:
    assert [lone(text) for text in ("help", "Help.", "commands?", "status")] == [
        *("help", "help", "help", "status"),
    ]
    assert [lone(text) for text in ("help me", "why", "on", "stay", "off", "")] == [None] * 6


def test_off_and_stop_hold_wherever_they_are_said() -> None:
    words = ("attune off", "/attune stop", "attune stop now", "attune-admin off", "attune on", "")
    found = [takes_effect(command(one), one) for one in words]
    assert found == ["off", "stop", "", "", "", ""]


def test_every_command_is_linked_to_where_discord_has_it() -> None:
    known = {(name, sub.name) for name, subs in GROUPED.items() for sub in subs}
    assert {picked_as(one.name) for one in COMMANDS} == known
    registered = Registered(None, None, Me("100"), ENGLISH)  # type: ignore[arg-type]
    assert registered.link("stay") == "`/attune stance`"  # Discord said no id yet


class Told:
    """Discord, as far as it is told of commands; it counts how often."""

    def __init__(self) -> None:
        self.told: list[list[dict[str, object]]] = []

    async def ask(self, _method: str, _path: str, body: list[dict[str, object]]) -> object:
        self.told.append(body)
        return [{"name": one["name"], "id": str(number)} for number, one in enumerate(body)]


async def test_discord_is_told_again_where_a_language_says_something_else() -> None:
    vault = FakeVault()
    api, me, notes = Told(), Me("100", "100"), Notes(FakeStore(vault), vault, SetClock(), DRAWER)
    for strings in (ENGLISH, ENGLISH, ENGLISH.to("de"), ENGLISH.to("de")):
        registered = Registered(api, notes, me, strings)  # type: ignore[arg-type]
        await registered.tell()
        assert registered.is_done
    english, german = api.told
    assert english[0]["name"] == german[0]["name"] == "attune"
    assert english[0]["description"] != german[0]["description"]
