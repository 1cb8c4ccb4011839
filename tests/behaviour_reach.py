"""Help with writing to somebody, on every platform: beside tests.behaviour."""

from bot.engine.reaching import laid_out
from bot.strings import ENGLISH
from tests.behaviour import prompted, says, words
from tests.driver import Driver, Seen

REACH = ENGLISH.reach
SHORT, MIDDLE, LONG = (
    "can't come, sorry",
    "hey, can't come. sorry.",
    "hey, i tell you early. sorry.",
)
FORM = f"[1]\n{SHORT}\n[2]\n{MIDDLE}\n[3]\n{LONG}\n[end]"
DRAFTED = laid_out(REACH.lead, (SHORT, MIDDLE, LONG))


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


async def test_taps_below_drafts_have_them_written_shorter_and_warmer_three_times_in_all(
    d: Driver,
) -> None:
    await d.say("hello")
    says(d, FORM)
    first = drafts_in(await d.command("reach my boss, that i am late", room="lobby"))
    assert first.choices == tuple(REACH.again.values())
    asked = len(d.model.prompts)
    await d.say("hello", by="bob")
    says(d, FORM)
    seen = await d.choose(REACH.again["shorter"], first.id, by="bob", room="lobby")
    assert SHORT not in words(seen)
    at = first
    for how in ("shorter", "warmer", "warmer"):
        at = drafts_in(await d.choose(REACH.again[how], at.id, room="lobby"))
        assert at.to == "ada"
        assert "my boss: that i am late" in prompted(d)
    assert at.choices == ()
    assert "very close" in d.model.prompts[-1].lines[0].text
    assert len(d.model.prompts) > asked


async def test_after_an_erase_and_after_a_quarter_of_an_hour_a_tap_has_nothing_to_write_of(
    d: Driver,
) -> None:
    await d.say("hello")
    says(d, FORM)
    first = drafts_in(await d.command("reach my boss, that i am late"))
    await d.pass_by(hours=0.3)
    gone = REACH.gone.partition("/")[0]  # a platform writes commands in its own way
    assert gone in words(await d.choose(REACH.again["warmer"], first.id))
    says(d, FORM)
    first = drafts_in(await d.command("reach my boss, that i am late"))
    card = (await d.command("data erase"))[-1]
    await d.choose(ENGLISH.choices.erase, card.id)
    asked = len(d.model.prompts)
    assert SHORT not in words(await d.choose(REACH.again["warmer"], first.id))
    assert len(d.model.prompts) == asked


def drafts_in(seen: list[Seen]) -> Seen:
    """Gives the message that holds the drafts."""
    return [one for one in seen if SHORT in one.text and LONG in one.text][-1]
