"""What becomes of cards once they are answered, on every platform: one line, in their place."""

import pytest

from bot.layout.window import AT_ONCE
from bot.rupture import Rupture
from bot.strings import ENGLISH
from tests.behaviour import agreed, answered, asked_to_mend, level, says, words
from tests.driver import Driver, Seen

UNNAMED = ENGLISH.cards.in_written  # the room, where a piece about it is read in another


def body(seen: Seen) -> str:
    """Gives a piece without the room that stands above it where it is read in another."""
    return seen.text.removeprefix(f"-# {UNNAMED[0].upper()}{UNNAMED[1:]}\n")


async def test_a_yes_puts_one_line_in_the_place_of_its_card_and_so_does_not_now(d: Driver) -> None:
    await d.say("hello")
    for room in ("dm", "lobby"):
        card = (await d.command("on", room=room))[-1]
        assert "runs this and could read along" in card.text
        (seen,) = await d.choose("Yes", card.id, room=room)
        assert (seen.id, seen.choices, seen.to) == (card.id, (), card.to)
        assert seen.text.startswith(("Warm here until ", f"Warm {UNNAMED} until "))
        assert "\n" not in seen.text
        card = (await d.command("on", room=room))[-1]
        (seen,) = await d.choose("Not now", card.id, room=room)
        assert (seen.id, body(seen), seen.choices) == (card.id, ENGLISH.consent.not_now, ())


async def test_all_that_a_yes_means_is_one_tap_away_and_the_card_stays_open(d: Driver) -> None:
    await d.say("hello")
    for room in ("dm", "lobby"):
        card = (await d.command("on attuned", room=room))[-1]
        whole = await d.choose("Read everything", card.id, room=room)  # in parts where it is long
        assert card.id not in {one.id for one in whole}
        assert {(one.to, one.choices) for one in whole} == {(card.to, ())}
        for part in ("What is kept: ", "What never happens: ", "How to stop: ", "Where: "):
            assert part in words(whole)
        assert await level(d, room=room) == "plain"
        await d.choose("Yes", card.id, room=room)
        assert await level(d, room=room) != "plain"


async def test_what_is_asked_for_is_held_only_where_that_is_ticked_by_hand(d: Driver) -> None:
    await d.say("hello")
    card = (await d.command("on attuned"))[-1]
    hold, holds = ENGLISH.choices.hold, ENGLISH.choices.holds
    said = ENGLISH.choices
    more = (said.notice_worse, said.notice_again)  # in a direct message
    assert card.choices == ("Yes", "Not now", hold, "Read everything", *more)
    (ticked,) = await d.choose(hold, card.id)
    choices = ("Yes", "Not now", holds, "Read everything", *more)
    assert (ticked.id, ticked.choices) == (card.id, choices)
    assert ENGLISH.cards.keeps_asked in ticked.text
    assert await level(d) == "plain"
    (card,) = await d.choose(holds, ticked.id)
    assert (card.choices[2], ENGLISH.cards.keeps_asked in card.text) == (hold, False)
    (ticked,) = await d.choose(hold, card.id)
    await d.choose("Yes", ticked.id)
    assert await level(d) == "attuned"


async def test_what_stands_behind_more_under_a_repaired_reply_is_picked_also_after_a_restart(
    d: Driver,
) -> None:
    reply = await answered(d)
    says(d, "Another way.")
    await d.react("🔧", reply.id)
    better = await d.read(reply.id)
    assert better is not None
    behind = better.choices[AT_ONCE:]
    assert len(behind) > AT_ONCE
    await d.restart()
    says(d, "The date first, and the team after it.")
    label = ENGLISH.repair.label(Rupture.WRONG_FACT)
    assert label in behind
    await d.choose(label, reply.id)
    assert asked_to_mend(d) is Rupture.WRONG_FACT
    await d.choose(ENGLISH.choices.what_changed, reply.id)


# -- the panel -----------------------------------------------------------------------------------


async def opened(d: Driver, room: str) -> Seen:
    return (await d.command("status", room=room))[-1]


async def turned(d: Driver, label: str, panel: Seen, room: str) -> Seen:
    """Chooses on the panel, and gives what stands in its place."""
    seen = await d.choose(label, panel.id, room=room)
    (now,) = [one for one in seen if one.id == panel.id]
    return now


@pytest.mark.parametrize("room", ["dm", "lobby"])
async def test_each_choice_of_the_panel_does_what_its_command_does_in_its_place(
    d: Driver, room: str
) -> None:
    await d.say("hello", room=room)
    panel = await opened(d, room)
    assert panel.choices == ("Level", "Style", "Pause", "What you keep", "Off")
    assert (panel.to, body(panel).startswith("Plain here")) == ("ada", True)
    levels = await turned(d, "Level", panel, room)
    assert levels.choices[:2] == ("Plain", "Warm")
    assert (await turned(d, "Warm", panel, room)).choices == ("Yes", "Not now", "Read everything")
    await turned(d, "Yes", panel, room)
    assert await level(d, room=room) == "warm"

    panel = await opened(d, room)
    await turned(d, "Style", panel, room)
    assert (await turned(d, "Shorter", panel, room)).choices == ("Back",)
    assert "your style (shorter)" in (await turned(d, "Back", panel, room)).text
    await turned(d, "Pause", panel, room)
    assert "Paused for the next hour" in (await turned(d, "An hour", panel, room)).text
    paused = await turned(d, "Back", panel, room)
    assert (paused.choices[2], body(paused)[:10]) == ("Resume", "Plain here")
    await turned(d, "Resume", panel, room)
    assert body(await turned(d, "Back", panel, room)).startswith("Warm here until ")

    seen = await d.choose("What you keep", panel.id, room=room)
    assert [one.to for one in seen] == ["ada"]
    heading = ENGLISH.data.heading_all if room == "dm" else ENGLISH.data.heading
    assert (heading in words(seen), seen[0].choices[-1]) == (True, "Erase")
    off = await turned(d, "Off", panel, room)
    assert ENGLISH.consent.off in off.text
    assert await level(d, room=room) == "plain"


async def test_a_level_that_holds_already_can_be_chosen_and_stays_as_it_is(d: Driver) -> None:
    await d.say("hello")
    await agreed(d)
    panel = await opened(d, "dm")
    levels = await turned(d, "Level", panel, "dm")
    assert levels.holds in ("", "Warm")
    same = ENGLISH.consent.level_same.format(level="warm")
    assert (await turned(d, "Warm", panel, "dm")).text == same
    assert await level(d) == "warm"


async def test_about_is_short_and_says_the_rest_at_a_tap(d: Driver) -> None:
    await d.say("hello")
    for room in ("dm", "lobby"):
        card = (await d.command("about", room=room))[-1]
        assert card.choices == ("The four levels", "Read everything")
        assert "runs this and could read along" in card.text
        levels = (await d.choose("The four levels", card.id, room=room))[-1]
        assert ENGLISH.about.message in levels.text
        whole = words(await d.choose("Read everything", card.id, room=room))
        assert "are read in English" in whole
        assert ENGLISH.about.protocol_asked in whole
        assert ENGLISH.about.privacy_asked in whole
