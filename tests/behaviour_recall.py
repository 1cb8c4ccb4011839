"""What is held is used, shown and taken back, on every platform: beside tests.behaviour."""

from bot.prompt.recalled import KEPT
from bot.strings import ENGLISH
from tests.behaviour import answered, words
from tests.behaviour_held import attuned, same
from tests.driver import Driver

WHY = ENGLISH.why
NEL = "my sister is called Nel"


def told(d: Driver) -> str:
    """Gives the last turn of the newest prompt."""
    return d.model.prompts[-1].lines[-1].text


async def test_what_fits_is_told_to_the_model_and_why_says_so(d: Driver) -> None:
    await attuned(d)
    await d.command(f"memory add {NEL}")
    await d.command("memory add the tax form is with Bo")
    await answered(d, "what a grey day it is")
    assert KEPT not in told(d)
    await answered(d, "nel rang again")
    assert NEL in told(d)
    assert "tax form" not in told(d)
    assert NEL in words(await d.command("why"))


async def test_one_tap_keeps_it_out_of_that_room_and_another_drops_it(d: Driver) -> None:
    await attuned(d)
    await d.command(f"memory add {NEL}")
    await answered(d, "nel rang again")
    card = (await d.command("why"))[-1]
    assert card.choices == (WHY.not_here, WHY.drop)
    now = same(await d.choose(WHY.not_here, card.id), card)
    assert WHY.kept_out in now.text
    assert now.choices == (WHY.drop,)
    await answered(d, "and nel said no")
    assert NEL not in told(d)
    gone = same(await d.choose(WHY.drop, card.id), card)
    assert gone.text.startswith(WHY.dropped)
    assert NEL not in words(await d.command("memory"))


async def test_of_several_one_is_picked_dropped_and_the_other_stays(d: Driver) -> None:
    await attuned(d)
    await d.command(f"memory add {NEL}")
    await d.command("memory add the tax form is due on Friday")
    await answered(d, "nel and the taxes")
    card = (await d.command("why"))[-1]
    picked = same(await d.choose(WHY.number.format(number=1), card.id), card)
    assert picked.choices == (WHY.not_here, WHY.drop, WHY.back)
    back = same(await d.choose(WHY.back, card.id), card)
    assert NEL in back.text
    await d.choose(WHY.number.format(number=1), card.id)
    left = same(await d.choose(WHY.drop, card.id), card)
    assert (NEL in left.text) is (NEL not in picked.text)
