"""A line of their own that is offered to be held, on every platform: beside tests.behaviour."""

from collections.abc import Sequence

from bot.holding import Held
from bot.strings import ENGLISH
from bot.words import Prompt
from tests.behaviour import words
from tests.behaviour_held import attuned, same
from tests.behaviour_summary import talked
from tests.driver import Driver, Seen
from tests.exports import exported

HELD = ENGLISH.holding
LINE = "call the landlord about the boiler"
ASKED = HELD.offered.format(words=LINE)


async def summed_up(d: Driver) -> None:
    """Talks until a model has summed it up, with a line of theirs."""

    def script(prompt: Prompt) -> Sequence[str]:
        is_for_notes = prompt.lines[0].text.startswith("You keep the notes")
        notes = ["You have to call the landlord.\n", f"HOLD: {LINE}."]
        return notes if is_for_notes else ["Name the day first."]

    d.model.script = script
    await attuned(d)
    await talked(d, "I have to call the landlord about the boiler")


async def offered(d: Driver) -> Seen:
    """Gives the question that stands at the start of the next conversation."""
    await d.pass_by(25)
    seen = await d.say("so, the launch slips")
    found = [one for one in seen if ASKED in one.text]
    if not found:  # some platforms take the first message after days for long past
        found = [one for one in await d.say("so, it slips again") if ASKED in one.text]
    (asked,) = found
    assert asked.choices == (HELD.keep, HELD.edit, HELD.refuse)
    assert asked.to in (None, "ada")
    return asked


async def test_a_line_of_theirs_is_offered_once_and_held_by_a_tap(d: Driver) -> None:
    await summed_up(d)
    export = exported(await d.command("data export"))
    assert [row["line"] for row in export["kept"]["summary"]] == [LINE]
    asked = await offered(d)
    now = same(await d.choose(HELD.keep, asked.id), asked)
    assert now.text == HELD.held.format(words=LINE)
    assert f"1. {LINE}" in words(await d.command("threads"))
    await d.pass_by(25)
    assert ASKED not in words(await d.say("still nothing")) + words(await d.say("and now?"))


async def test_refused_it_is_gone(d: Driver) -> None:
    await summed_up(d)
    asked = await offered(d)
    assert same(await d.choose(HELD.refuse, asked.id), asked).text == HELD.refused
    assert HELD.none[Held.THREADS] in words(await d.command("threads"))
    export = exported(await d.command("data export"))
    assert [row["line"] for row in export["kept"]["summary"]] == [""]


async def test_their_own_words_take_its_place(d: Driver) -> None:
    await summed_up(d)
    asked = await offered(d)
    assert same(await d.choose(HELD.edit, asked.id), asked).text == HELD.in_your_words
    assert HELD.held.format(words="phone him") in words(await d.say("hold this: phone him"))
    assert "1. phone him" in words(await d.command("threads"))
