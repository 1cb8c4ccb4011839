"""The list of people that a person writes, on every platform: beside tests.behaviour."""

from bot.strings import ENGLISH
from tests.behaviour import words
from tests.driver import Driver
from tests.exports import exported

PEOPLE = ENGLISH.people


async def test_people_are_listed_shown_and_dropped_on_one_card_of_their_persons(d: Driver) -> None:
    await d.say("hello")
    await d.command("people add Nel: walks; ring her", room="lobby")
    await d.command("people add Bo: cars")
    card = (await d.command("people", room="lobby"))[-1]
    assert card.to == "ada"
    assert "Nel: walks; ring her" in card.text
    seen = await d.choose(PEOPLE.drop.format(number=1), card.id, room="lobby")
    (now,) = [one for one in seen if one.id == card.id]
    assert "Nel" not in now.text
    assert "Bo: cars" in now.text
    (row,) = exported(await d.command("data export"))["kept"]["people"]
    assert "cars" in str(row)
    await d.choose(PEOPLE.clear, card.id, room="lobby")
    await d.choose(PEOPLE.clear, card.id, room="lobby")
    assert PEOPLE.none in words(await d.command("people"))


async def test_the_night_card_has_them_below_it_and_never_where_others_read(d: Driver) -> None:
    await d.say("hello")
    await d.command("people add Nel: nights")
    await d.command("night-card Tea, then sleep.")
    assert "Nel: nights" in words(await d.command("night-card"))
    shared = await d.say("I want to kill myself", room="lobby")
    assert "Nel" not in words([one for one in shared if one.to is None])
    assert "Nel: nights" in words(await d.say("I want to kill myself"))
