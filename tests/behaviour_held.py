"""What a person asks to be held, on every platform: beside tests.behaviour."""

from bot.holding import Held
from bot.strings import ENGLISH
from tests.behaviour import words
from tests.driver import Driver, Seen
from tests.exports import exported

HELD = ENGLISH.holding


async def attuned(d: Driver, *, ticks: bool = True) -> None:
    """Says yes to attuned in a direct message, with the tick or without it."""
    await d.say("hello")
    card = (await d.command("on attuned"))[-1]
    if ticks:
        (card,) = await d.choose(ENGLISH.choices.hold, card.id)
    await d.choose("Yes", card.id)


def same(seen: list[Seen], card: Seen) -> Seen:
    """Gives a card as it stands after a tap."""
    (now,) = [one for one in seen if one.id == card.id]
    return now


async def test_threads_are_added_shown_picked_and_done_on_one_card(d: Driver) -> None:
    await attuned(d)
    await d.command("threads add call Nel by in 3 days")
    card = (await d.command("threads add the **tax** form"))[-1]
    assert card.to in (None, "ada")
    for part in ("1. call Nel (from", "2. the", "tax", "form"):
        assert part in card.text
    one = same(await d.choose(HELD.number.format(number=1), card.id), card)
    assert one.choices[:3] == (HELD.done, HELD.other_day, HELD.drop)
    now = same(await d.choose(HELD.done, card.id), card)
    assert "call Nel (done)" in now.text
    picked = same(await d.choose(HELD.number.format(number=2), card.id), card)
    assert "call Nel" not in picked.text
    left = same(await d.choose(HELD.drop, card.id), card)
    assert "form" not in left.text


async def test_a_day_that_cannot_be_read_is_named_beside_the_thread_held_without_it(
    d: Driver,
) -> None:
    await attuned(d)
    card = words(await d.command("threads add call Nel by blursday"))
    assert "1. call Nel by blursday" in card
    assert "“blursday” is no coming day" in card
    assert "(from" not in card


async def test_what_is_remembered_is_corrected_and_dropped_by_its_number(d: Driver) -> None:
    await attuned(d)
    await d.command("memory add my sister is Nel")
    assert "my sister is Ann" in words(await d.command("memory edit 1 my sister is Ann"))
    assert HELD.no_such in words(await d.command("memory drop 4"))
    assert HELD.none[Held.MEMORY] in words(await d.command("memory drop 1"))


async def test_without_the_tick_nothing_is_held_and_the_card_with_it_is_one_command_away(
    d: Driver,
) -> None:
    await d.say("hello")
    assert "only at attuned" in words(await d.command("memory add x"))
    await attuned(d, ticks=False)
    why, _, _ = HELD.unticked.partition("/")  # each platform writes commands in its own way
    assert why in words(await d.command("memory add x"))
    card = (await d.command("memory on"))[-1]
    assert ENGLISH.choices.holds in card.choices
    await d.choose("Yes", card.id)
    assert "1. x" in words(await d.command("memory add x"))


async def test_off_puts_all_of_it_away_at_once_and_on_brings_it_back(d: Driver) -> None:
    await attuned(d)
    await d.command("memory add my sister is Nel")
    card = (await d.command("memory off"))[-1]
    assert HELD.off in card.text
    assert card.choices == (HELD.erase_now,)
    assert "memory" not in words(await d.command("status")).lower().replace("/attune memory", "")
    assert "put away" in words(await d.command("memory"))
    again = (await d.command("memory on"))[-1]
    await d.choose("Yes", again.id)
    assert "put away" not in words(await d.command("memory"))
    await d.command("memory off")
    await d.pass_by(24 * 31)
    assert HELD.none[Held.MEMORY] in words(await d.command("memory"))


async def test_what_is_put_away_is_erased_by_a_tap_that_asks_once(d: Driver) -> None:
    await attuned(d)
    await d.command("threads add call Nel")
    card = (await d.command("memory off"))[-1]
    (sure,) = await d.choose(HELD.erase_now, card.id)
    assert (sure.id, sure.choices) == (card.id, (HELD.erase_now, ENGLISH.choices.keep))
    assert HELD.erased in words(await d.choose(HELD.erase_now, sure.id))
    assert HELD.none[Held.THREADS] in words(await d.command("threads"))


async def test_what_is_held_is_counted_exported_and_gone_with_an_erase(d: Driver) -> None:
    await attuned(d)
    await d.command("threads add call Nel")
    await d.command("memory add my sister is Nel")
    status = words(await d.command("status"))
    assert ENGLISH.status.kept_threads.format(count=1) in status
    assert ENGLISH.status.kept_memories.format(count=1) in status
    export = exported(await d.command("data export"))
    assert [row["body"] for row in export["kept"]["thread"]] == ["call Nel"]
    assert [row["body"] for row in export["kept"]["memory"]] == ["my sister is Nel"]
    card = (await d.command("data erase"))[-1]
    await d.choose(ENGLISH.choices.erase, card.id)
    assert HELD.none[Held.THREADS] in words(await d.command("threads"))


async def test_a_thread_comes_up_once_at_the_first_message_on_its_day(d: Driver) -> None:
    await attuned(d)
    await d.command("threads add call Nel by in 3 days")
    came = HELD.came_up.format(words="call Nel")
    assert came not in words(await d.say("the launch slips"))
    await d.pass_by(24 * 3)
    assert came not in words(await d.say("ok, good night"))
    seen = await d.say("so, the launch slipped")
    (line,) = [one for one in seen if came in one.text]
    assert line.choices == (HELD.done, HELD.other_day, HELD.drop)
    asked = same(await d.choose(HELD.other_day, line.id), line)
    assert asked.text == HELD.which_day
    later = ENGLISH.dates.in_days.format(count=3)
    assert "call Nel" in same(await d.choose(f"I{later[1:]}", line.id), line).text
    assert came not in words(await d.say("and what now?"))
    await d.pass_by(24 * 3)
    late = words(await d.say("still nothing"))  # some platforms take it for long past
    assert came in late + words(await d.say("and the next launch?"))


async def test_what_a_message_asks_to_be_held_is_held_and_dropped_by_a_tap(d: Driver) -> None:
    await d.say("hello")
    assert "only at attuned" in words(await d.say("remember that my sister is Nel"))
    assert "only at attuned" not in words(await d.say("remember that my sister is Nel"))
    await attuned(d)
    asked = len(d.model.prompts)
    seen = await d.say("hold this: the talk with Ben")
    (line,) = [one for one in seen if HELD.held.format(words="the talk with Ben") in one.text]
    assert len(d.model.prompts) == asked
    assert "the talk with Ben" in words(await d.command("threads"))
    assert same(await d.choose(HELD.drop, line.id), line).text == HELD.dropped
    assert HELD.none[Held.THREADS] in words(await d.command("threads"))
    seen = await d.say("hold this: call Ben by blursday")
    assert HELD.unread_day.format(words="blursday", number=1) in words(seen)
    assert "1. call Ben by blursday" in words(await d.command("threads"))
    seen = await d.say("remember that I'm vegetarian. What can I cook?")
    assert HELD.held.format(words="I'm vegetarian.") in words(seen)
    assert len(d.model.prompts) > asked
