"""The summary of a conversation, on every platform: beside tests.behaviour."""

from collections.abc import Sequence

from bot.strings import ENGLISH
from bot.summary import EVERY
from bot.words import Prompt
from tests.behaviour import prompted, words
from tests.driver import Driver
from tests.exports import exported

SUMMARY = ENGLISH.summary
NOTES = "You leave the bakery in May."


def sums_up(d: Driver) -> None:
    def script(prompt: Prompt) -> Sequence[str]:
        is_for_notes = prompt.lines[0].text.startswith("You keep the notes")
        return [NOTES] if is_for_notes else ["Give notice in April."]

    d.model.script = script


async def talked(d: Driver, words: str = "I leave the bakery in May") -> None:
    """Says so many messages, every other one short: no hands type long ones at this pace."""
    for number in range(EVERY // 2):
        await d.say(f"{words}, part {number}")
        await d.say(f"part {number}, yes")
    await d.settle()


async def test_a_summary_is_shown_to_its_person_changed_used_and_turned_off(d: Driver) -> None:
    await d.say("hello")
    assert SUMMARY.needs.partition("/")[0] in words(await d.command("summary"))
    card = (await d.command("on attuned"))[-1]
    (card,) = await d.choose(ENGLISH.choices.hold, card.id)
    await d.choose("Yes", card.id)
    sums_up(d)
    await talked(d)
    card = (await d.command("summary"))[-1]
    assert card.to in ("ada", None)
    assert NOTES in card.text
    assert card.choices == (SUMMARY.change, SUMMARY.drop, SUMMARY.stop)
    assert SUMMARY.changed in words(await d.command("summary edit I stay at the bakery"))
    await d.say("and then?")
    assert "I stay at the bakery" in prompted(d)
    assert ENGLISH.why.summed.partition(":")[0] in words(await d.command("why"))
    export = exported(await d.command("data export"))
    assert "I stay at the bakery" in str(export["kept"]["summary"])
    card = (await d.command("summary"))[-1]
    (now,) = [one for one in await d.choose(SUMMARY.stop, card.id) if one.id == card.id]
    assert now.text.startswith(SUMMARY.off.partition(".")[0])
    await d.say("and then?")
    assert "I stay at the bakery" not in d.model.prompts[-1].lines[0].text
