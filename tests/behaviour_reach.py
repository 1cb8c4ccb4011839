"""Help with writing to somebody, on every platform: beside tests.behaviour."""

from bot.strings import ENGLISH
from tests.behaviour import prompted, says, words
from tests.driver import Driver

REACH = ENGLISH.reach
SHORT, MIDDLE, LONG = (
    "can't come, sorry",
    "hey, can't come. sorry.",
    "hey, i tell you early. sorry.",
)
FORM = f"[1]\n{SHORT}\n[2]\n{MIDDLE}\n[3]\n{LONG}\n[end]"
DRAFTED = f"{REACH.lead}\n```\n{SHORT}\n```\n```\n{MIDDLE}\n```\n```\n{LONG}\n```"


async def test_who_asks_for_help_with_a_message_gets_three_drafts_that_no_prompt_ever_holds(
    d: Driver,
) -> None:
    await d.say("hello")
    says(d, FORM)
    drafted = await d.say("help me write to my sister that i can't come")
    assert DRAFTED in words(drafted)
    says(d, "Name the date.")
    await d.say("what is for lunch?")
    assert SHORT not in prompted(d)
    assert "my sister" not in prompted(d)


async def test_by_command_only_its_person_sees_them_in_a_shared_room(d: Driver) -> None:
    await d.say("hello")
    says(d, FORM)
    drafted = await d.command("reach my boss, that i am late", room="lobby")
    assert [one.to for one in drafted if SHORT in one.text] == ["ada"]
    assert "my boss: that i am late" in prompted(d)


async def test_without_a_name_whom_a_person_listed_is_tapped(d: Driver) -> None:
    await d.say("hello")
    assert REACH.how.partition(":")[0] in words(await d.command("reach"))
    await d.command("people add Nel: nights")
    card = (await d.command("reach"))[-1]
    assert "Nel: nights" in card.text
    says(d, FORM)
    seen = await d.choose(card.choices[0], card.id)
    assert REACH.coming.format(name="Nel") in words(seen)
    assert SHORT in words(seen)
