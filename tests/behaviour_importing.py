"""What a person carries over by the file of an export, on every platform."""

import json
from typing import Any

from bot.strings import ENGLISH
from tests.behaviour import agreed, level, prompted, words
from tests.driver import Driver, Seen
from tests.exports import document, exported

IMPORTING = ENGLISH.importing
OVER = IMPORTING.over.partition(".")[0]
MEMORY, THREAD = "I sing **loud** on Mondays @everyone", "the talk with Nel"
CARRIED: dict[str, Any] = {
    "boundaries": {"name": "Nel", "address": "", "not": ["no pet names"]},
    "night_card": "Breathe. When I want to kill myself: ring Sam.",
    "people": [{"name": "Sam", "for": "to walk with"}],
    "style": [{"name": "length", "value": "shorter"}],
    "roles": [{"text": "the one who asks for the number", "stance": None}],
    "threads": [{"text": THREAD, "at": "2026-01-05T10:00:00+00:00", "is_open": True}],
    "memories": [{"text": MEMORY, "at": "2026-01-06T10:00:00+00:00", "is_open": True}],
}


def file(**carried: Any) -> str:
    """Gives a document that carries this, or all of it."""
    head = {"format": "attune-export", "version": 2, "exported_at": "2026-01-07T10:00:00+00:00"}
    return json.dumps({**head, "carried": carried or CARRIED})


async def deepest(d: Driver, *, room: str = "dm") -> None:
    """Says yes to the deepest level, with the tick, where an admin allowed it."""
    if room != "dm":
        await d.command("admin ceiling ongoing", by="admin", room=room)
    card = (await d.command("on ongoing", room=room))[-1]
    await d.choose(ENGLISH.choices.hold, card.id, room=room)
    await d.choose("Yes", card.id, room=room)
    assert await level(d, room=room) == "ongoing"


async def carried(d: Driver, room: str = "dm") -> dict[str, Any]:
    """Gives what an export of a place carries, without places and days."""
    found: dict[str, Any] = document(await d.command("data export", room=room))["carried"]
    for lines in (one for one in found.values() if isinstance(one, list)):
        for line in (one for one in lines if isinstance(one, dict)):
            for name in ("place", "at"):
                line.pop(name, None)
        lines.sort(key=str)
    return found


async def tapped(d: Driver, card: Seen, *, room: str = "dm") -> list[Seen]:
    return await d.choose(IMPORTING.carry, card.id, room=room)


async def test_a_file_shows_a_card_to_its_person_and_changes_nothing_before_the_tap(
    d: Driver,
) -> None:
    await d.say("hello", room="lobby")
    card = (await d.bring(file(), room="lobby"))[-1]
    assert (card.to, card.choices) == ("ada", (IMPORTING.carry, ENGLISH.choices.not_now))
    assert IMPORTING.line.format(what=IMPORTING.kinds["people"], count=1) in card.text
    assert IMPORTING.not_held in card.text
    assert (await carried(d))["people"] == []
    seen = await tapped(d, card, room="lobby")
    assert IMPORTING.done in words(seen)
    assert (await carried(d))["people"] == CARRIED["people"]


async def test_without_a_yes_nothing_of_it_is_held_or_told_to_a_model(d: Driver) -> None:
    card = (await d.bring(file()))[-1]
    assert IMPORTING.done in words(await tapped(d, card))
    found = await carried(d)
    assert (found["threads"], found["memories"], found["roles"]) == ([], [], [])
    assert await level(d) == "plain"
    await d.say("what do you know of my singing, and of the talk with Nel?")
    told = prompted(d)
    assert "loud" not in told
    assert "asks for the number" not in told
    assert "Breathe" not in told


async def test_with_the_tick_all_of_it_is_there_and_a_second_time_nothing_is_new(
    d: Driver,
) -> None:
    await deepest(d)
    card = (await d.bring(file()))[-1]
    assert IMPORTING.not_held not in card.text
    assert IMPORTING.done in words(await tapped(d, card))
    found = await carried(d)
    for kind in ("people", "night_card", "style", "roles"):
        assert found[kind] == CARRIED[kind]
    assert [one["text"] for one in found["memories"]] == [MEMORY]
    assert THREAD in words(await d.command("threads"))
    again = (await d.bring(file()))[-1]
    assert IMPORTING.empty in again.text
    assert again.choices == ()
    assert await carried(d) == found


async def test_what_is_exported_in_a_direct_message_is_the_same_in_a_shared_room(
    d: Driver,
) -> None:
    await deepest(d)
    await tapped(d, (await d.bring(file()))[-1])
    taken = document(await d.command("data export"))
    mine = await carried(d)
    await deepest(d, room="lobby")
    card = (await d.bring(json.dumps(taken), room="lobby"))[-1]
    assert IMPORTING.done in words(await tapped(d, card, room="lobby"))
    theirs = await carried(d, "lobby")
    lines = [one for by in (mine, theirs) for kind in ("threads", "memories") for one in by[kind]]
    assert not any(one["is_open"] for one in lines)  # a file says it of no room here
    for kind in ("style", "roles", "threads", "memories"):  # the rest is kept for every place
        assert (theirs[kind], bool(mine[kind])) == (mine[kind], True)


async def test_lines_of_a_life_at_risk_are_answered_and_nothing_of_the_file_is_kept(
    d: Driver,
) -> None:
    await deepest(d)
    lines = [{"text": "I sing"}, {"text": "I want to kill myself tonight"}]
    seen = await d.bring(file(memories=lines, people=CARRIED["people"]))
    assert ENGLISH.crisis.first in words(seen)
    assert IMPORTING.at_risk in words(seen)
    assert not any(IMPORTING.carry in one.choices for one in seen)
    kept = exported(await d.command("data export"))["kept"]
    assert "brought" not in kept
    assert "memory" not in kept


async def test_after_off_a_card_carries_nothing_over(d: Driver) -> None:
    await agreed(d)
    card = (await d.bring(file()))[-1]
    await d.command("off")
    assert OVER in words(await tapped(d, card))
    assert (await carried(d))["people"] == []


async def test_what_is_wrong_with_a_file_is_said_in_one_line(d: Driver) -> None:
    for text, fault in (("<html>", "no_json"), ("{}", "no_export")):
        said = IMPORTING.wrong[fault].partition("/")[0]
        assert said in words(await d.bring(text))
    assert IMPORTING.wrong["form"].format(where="carried.people") in words(
        await d.bring(file(people=7))
    )
