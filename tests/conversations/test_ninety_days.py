"""Ninety days of one person: what is held, comes up, is used, is put away, comes back and goes."""

from collections.abc import Sequence
from functools import partial

from bot.records import MemoryRow, SummaryRow, ThreadRow
from bot.strings import ENGLISH
from bot.summary import EVERY
from bot.words import Prompt
from tests.conversations.stage import model_of
from tests.conversations.test_summary import is_for_notes
from tests.play import Play

HOLD, YES, ERASE = ENGLISH.choices.hold, ENGLISH.choices.yes, ENGLISH.choices.erase
BOILER, SISTER = "ask the landlord about the boiler", "my sister Nel lives in Ghent"
DUE = ENGLISH.holding.came_up.format(words=BOILER)
LETTER = "wait for the letter from the school"
OFFER = ENGLISH.holding.offered.format(words=LETTER)


async def later(p: Play, days: int) -> None:
    p.clock.pass_by(days=days)
    await p.companion.run_due()


async def says(p: Play, *lines: str) -> str:
    return "\n".join(await p.type(*lines)).replace("\n    ", " ")


def offering(prompt: Prompt) -> Sequence[str]:
    """Writes notes with a line to offer, and an ordinary reply to everything else."""
    notes = ["You wait for the letter from the school.\n", f"HOLD: {LETTER}"]
    return notes if is_for_notes(prompt) else ["Name the day first."]


def told(p: Play) -> str:
    """Gives everything that the newest reply was written from."""
    return "\n".join(line.text for line in model_of(p).prompts[-1].lines)


async def test_a_life_of_ninety_days(p: Play) -> None:
    type_, wait = partial(says, p), partial(later, p)

    # Before a yes nothing is held, and the tick is never set beforehand.
    assert "I can hold things only at attuned or ongoing" in await type_(f"hold this: {BOILER}")
    assert HOLD in await type_("/attune on attuned")
    await type_(f"/choose {HOLD}", f"/choose {YES}")
    assert f"Held: {BOILER}" in await type_(f"hold this: {BOILER}")
    assert f"Held: {SISTER}" in await type_(f"remember that {SISTER}")
    assert "(from 7 May on)" in await type_("/attune threads due 1 in 3 days")

    # Nothing is brought up at a goodbye, and nothing before its day.
    assert DUE not in await type_("thanks, good night")
    await wait(1)
    assert DUE not in await type_("the kitchen is cold today")

    # Its day: once, above the first reply, and never again by itself.
    await wait(2)
    assert DUE in await type_("morning")
    assert DUE not in await type_("and now?")

    # What touches a message is told to the model, in the person's words; what does not is not.
    await wait(4)
    await type_("should I call my sister?")
    assert SISTER in told(p)
    assert BOILER not in told(p)
    assert "(done)" in await type_("/attune threads done 1")

    # A long talk: what they wait for is offered once the next one begins, and not at a goodbye.
    model_of(p).script = offering
    for number in range(EVERY):
        assert OFFER not in await type_(f"I wait for the letter from the school, part {number}")
    await p.companion.summaries.settled()
    assert OFFER not in await type_("/attune threads", "good night")
    await wait(1)
    assert OFFER not in await type_("good night again")
    assert OFFER not in await type_("still up, by the way")
    await wait(1)
    assert OFFER in await type_("no letter yet")
    assert OFFER not in await type_("and what if none comes?")
    assert f"Held: {LETTER}" in await type_(f"/choose {ENGLISH.holding.keep}")
    await wait(1)
    assert OFFER not in await type_("still none")
    assert LETTER in await type_("/attune threads")

    # Off: at once, and nothing that was held is used.
    await wait(20)
    await type_("/attune off", "how is my sister?")
    assert SISTER not in told(p)

    # Back within the thirty days, with the tick: it is there again.
    await wait(10)
    card = await type_("/attune on attuned")
    assert HOLD in card
    await type_(f"/choose {HOLD}")
    assert ENGLISH.consent.unfrozen.strip() in await type_(f"/choose {YES}")
    await type_("does my sister call?")
    assert SISTER in told(p)

    # The tick taken back: the same level, nothing used, and thirty days later it is gone.
    assert "I hold nothing new here" in await type_("/attune memory off")
    await type_("what would my sister say?")
    assert SISTER not in told(p)
    await wait(31)
    for kind in (ThreadRow, MemoryRow, SummaryRow):
        assert await p.store.sweep(kind) == ()

    # The last day: erased, and a stranger again.
    await wait(20)
    await type_("/attune data erase", f"/choose {ERASE}")
    assert ENGLISH.export.nothing in await type_("/attune data")
    await type_("does my sister call?")
    assert SISTER not in told(p)
