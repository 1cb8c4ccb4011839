"""Boundaries that a person sets, on every platform: beside tests.behaviour."""

import asyncio

from bot.strings import ENGLISH
from tests.behaviour import answered, prompted, says, words
from tests.driver import Driver
from tests.exports import exported

BOUNDARIES = ENGLISH.boundaries


async def test_boundaries_are_set_shown_and_dropped_on_one_card_of_their_persons(
    d: Driver,
) -> None:
    await d.say("hello")
    await d.command("boundaries name Nel", room="lobby")
    await d.command("boundaries not diets")
    card = (await d.command("boundaries", room="lobby"))[-1]
    assert card.to == "ada"
    assert "Nel" in card.text
    assert "diets" in card.text
    label = BOUNDARIES.drop.format(what=BOUNDARIES.kinds["name"])
    seen = await d.choose(label, card.id, room="lobby")
    (now,) = [one for one in seen if one.id == card.id]
    assert "Nel" not in now.text
    assert "diets" in now.text
    await d.choose(BOUNDARIES.clear, card.id, room="lobby")
    await d.choose(BOUNDARIES.clear, card.id, room="lobby")
    assert BOUNDARIES.none in words(await d.command("boundaries"))


async def test_boundaries_hold_for_a_reply_at_plain_and_why_says_so(d: Driver) -> None:
    await d.say("hello")
    await d.command("boundaries name Nel")
    await d.command("boundaries address no pet names")
    await d.command("boundaries not diets")
    says(d, "Honey, it goes at nine. ", "A diet would help.")
    reply = await answered(d, "when is the bus?", room="lobby")
    assert reply.text == "It goes at nine."
    assert "Nel" in d.model.prompts[-1].lines[0].text
    why = words(await d.command("why", room="lobby"))
    assert ENGLISH.why.left_out["boundary"] in why
    assert ENGLISH.why.bounded.partition(":")[0] in why


async def test_a_stop_word_ends_what_is_written_and_no_model_ever_reads_it(d: Driver) -> None:
    await d.say("hello")
    kept = await d.command("boundaries stop-word pineapple")
    assert "pineapple" not in words(kept)
    gate = d.model.gates[1] = asyncio.Event()
    await d.begin("the launch slips again")
    shown = await d.say("Pineapple.")
    gate.set()
    shown += await d.settle()
    d.model.gates.clear()
    assert ENGLISH.replies.stopped in words(shown)
    assert "Then name" not in words(shown)
    asked = len(d.model.prompts)
    assert ENGLISH.commands.stop_done in words(await d.say("pineapple", room="lobby"))
    assert len(d.model.prompts) == asked
    await d.say("what is for lunch?")
    assert "ineapple" not in prompted(d)
    export = exported(await d.command("data export"))
    (row,) = export["kept"]["boundaries"]
    assert "pineapple" not in str(row)


async def test_a_stop_word_that_is_said_every_day_is_refused(d: Driver) -> None:
    await d.say("hello")
    for word in ("ok", "no", "ab", "off"):
        assert BOUNDARIES.bad_stop_word in words(await d.command(f"boundaries stop-word {word}"))
