"""Whatever an admin gives or taps reads the same, whether or not somebody's life is at risk there.

Two towns live the same day, but for what one person is going through, in private and in what they
agreed to; then an admin tries every command there is, and all the choices that these lead to.
"""

import asyncio
import re
from functools import cache

import pytest

from bot.commands.entry import Entry
from bot.commands.table import COMMANDS
from bot.ids import RoomId
from bot.strings import ENGLISH
from tests.town import BOSS, EVE, Town

LOUNGE, DM = RoomId("lounge"), RoomId("dm")
GIVEN = ("r1", "u1", "plain", "on", str(EVE), "1", "drop 1", "warm for 1 day", "30m", "a text")
LIVES = {
    "is in crisis": ("I want to kill myself tonight", "I have the pills here"),
    "agreed": ("attune on ongoing", "YES", "attune memory add I drink", "hello"),
    "left": ("attune on warm", "YES", "attune off", "attune under-18"),
}
CHANCE = re.compile(r"Z-[0-9a-f]{8}")  # of an erase's receipt
QUIET = ("hello", "what is a heron")


async def lived(said: tuple[str, ...]) -> Town:
    """Gives a town in which somebody said that in private, after one message before everybody."""
    town = Town()
    await town.says(EVE, LOUNGE, "hello")
    for text in said:
        if text == "YES":
            card = town.of(EVE)[-1]
            await town.taps(EVE, DM, card.id, ENGLISH.choices.yes)
        else:
            await town.says(EVE, DM, text)
    return town


def forms(entry: Entry) -> tuple[str, ...]:
    """Gives a command bare, and with whatever it may be given."""
    group = "attune-admin" if entry.for_admins else "attune"
    picked = {choice for option in entry.options for choice in (*option.choices, *option.suggested)}
    return tuple(f"{group} {entry.name} {what}".strip() for what in ("", *sorted(picked), *GIVEN))


async def learnt(town: Town, typed: str) -> list[str]:
    """Gives all that an admin reads of a command and its choices, but numbers drawn by chance."""
    before = len(town.chat.told)
    await town.says(BOSS, LOUNGE, typed)
    own = [post for post in town.of(BOSS) if post.choices]
    for label in own[-1].choices if own else ():
        await town.taps(BOSS, LOUNGE, own[-1].id, label)
    named = {str(post.id): f"#{at}" for at, post in enumerate(town.posts())}
    lines = (line.partition(">") for line in town.chat.told[before:])
    return [f"{named.get(head, '')}{mark}{CHANCE.sub('', text)}" for head, mark, text in lines]


async def all_learnt(entry: Entry, said: tuple[str, ...]) -> list[list[str]]:
    """Gives all that an admin reads of every form of a command, where somebody said that."""
    town = await lived(said)
    every = [await learnt(town, typed) for typed in forms(entry)]
    await town.close()
    return every


@cache
def in_quiet(entry: Entry) -> list[list[str]]:
    """Gives the same where nothing is the matter: it is lived once a command."""
    return asyncio.run(all_learnt(entry, QUIET))


@pytest.mark.parametrize("entry", COMMANDS, ids=lambda entry: entry.name)
@pytest.mark.parametrize("life", LIVES)
def test_what_an_admin_reads_is_the_same_whatever_somebody_lives_through(
    entry: Entry, life: str
) -> None:
    assert asyncio.run(all_learnt(entry, LIVES[life])) == in_quiet(entry)
