"""What becomes of cards once they are answered, on every platform: one line, in their place."""

from bot.strings import ENGLISH
from tests.behaviour import level
from tests.driver import Driver


async def test_a_yes_puts_one_line_in_the_place_of_its_card_and_so_does_not_now(d: Driver) -> None:
    await d.say("hello")
    for room in ("dm", "lobby"):
        card = (await d.command("on", room=room))[-1]
        assert "runs this and could read along" in card.text
        (seen,) = await d.choose("Yes", card.id, room=room)
        assert (seen.id, seen.choices, seen.to) == (card.id, (), card.to)
        assert seen.text.startswith("Warm here until ")
        assert "\n" not in seen.text
        card = (await d.command("on", room=room))[-1]
        (seen,) = await d.choose("Not now", card.id, room=room)
        assert (seen.id, seen.text, seen.choices) == (card.id, ENGLISH.consent.not_now, ())


async def test_all_that_a_yes_means_is_one_tap_away_and_the_card_stays_open(d: Driver) -> None:
    await d.say("hello")
    for room in ("dm", "lobby"):
        card = (await d.command("on attuned", room=room))[-1]
        whole = (await d.choose("Read everything", card.id, room=room))[-1]
        assert whole.id != card.id
        assert (whole.to, whole.choices) == (card.to, ())
        for part in ("What is kept: ", "What never happens: ", "How to stop: ", "Where: "):
            assert part in whole.text
        assert await level(d, room=room) == "plain"
        await d.choose("Yes", card.id, room=room)
        assert await level(d, room=room) != "plain"
