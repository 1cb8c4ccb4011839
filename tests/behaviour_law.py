"""What the strictest profile of law asks, on every platform: the notice, and the time of minors."""

from bot.strings import ENGLISH
from tests.behaviour import REPLY, words
from tests.driver import Driver

NOTICE = ENGLISH.replies.notice
SESSION = ENGLISH.limits.minors_session.partition("{minutes}")[0]
DAY = ENGLISH.limits.minors_day.partition("{hours}")[0]
REST = ENGLISH.replies.notice_under_18


async def test_each_conversation_begins_with_the_notice_also_after_a_restart(d: Driver) -> None:
    await d.say("hello")
    assert NOTICE not in words(await d.say("and now?"))
    await d.pass_by(0.6)
    assert NOTICE in words(await d.say("back"))
    assert NOTICE not in words(await d.say("and now?"))
    await d.restart()
    assert NOTICE not in words(await d.say("and now?"))


async def test_a_minor_has_an_hour_which_neither_restart_nor_erase_begins_anew(d: Driver) -> None:
    await d.say("hello")
    said = words(await d.command("under-18"))
    assert ENGLISH.person.under_18_capped in said
    for _ in range(3):
        assert REPLY in words(await d.say("and now?"))
        await d.pass_by(0.3)
    assert REPLY in words(await d.say("and now?"))
    await d.pass_by(0.2)
    assert SESSION in words(await d.say("and now?"))
    await d.restart()
    await d.pass_by(0.05)
    assert words(await d.say("and now?")) == ""  # a moon stands on it
    card = (await d.command("data erase"))[-1]
    await d.choose(ENGLISH.choices.erase, card.id)
    assert REPLY not in words(await d.say("and now?"))
    assert ENGLISH.crisis.first in words(await d.say("I want to kill myself tonight"))


async def test_a_minors_break_says_once_how_long_it_is_and_no_word_in_it_makes_it_longer(
    d: Driver,
) -> None:
    await d.say("hello")
    await d.command("under-18")
    for _ in range(4):
        await d.say("and now?")
        await d.pass_by(0.3)
    assert f"{SESSION}12 min" in words(await d.say("and now?"))
    for _ in range(2):
        await d.pass_by(0.05)
        assert words(await d.say("please")) == ""
    await d.pass_by(0.11)
    assert REPLY in words(await d.say("and now?"))


async def test_a_minor_in_a_shared_room_is_suggested_a_break_where_they_alone_read_it(
    d: Driver,
) -> None:
    for who in ("ada", "eve"):
        await d.say("hello", by=who)
    await d.command("under-18", by="eve")
    seen = []
    for _ in range(4):
        for who in ("ada", "eve"):
            seen += await d.say("and now?", by=who, room="lobby")
        await d.pass_by(0.3)
    seen += await d.say("and now?", by="eve", room="lobby")
    assert REST not in words(seen)
    told = await d.command("status", by="eve", room="lobby")
    assert words(told).count(REST) == 1
    assert all(one.to == "eve" for one in told)
    for who in ("ada", "eve"):
        assert REST not in words(await d.command("status", by=who, room="lobby"))


async def test_no_24_hours_of_a_minor_hold_two_hours_and_the_time_told_is_kept(d: Driver) -> None:
    await d.say("hello")
    await d.command("under-18")
    await talks(d, 5)
    await d.pass_by(9)
    await talks(d, 5)
    await d.pass_by(0.6)
    assert REPLY in words(await d.say("and now?"))
    await d.pass_by(0.4)
    assert f"{DAY}13 " in words(await d.say("and now?"))
    await d.pass_by(0.6)  # a pause leaves no room
    assert words(await d.say("and now?")) == ""
    await d.pass_by(12.4)
    assert REPLY in words(await d.say("and now?"))
    await d.pass_by(0.05)
    assert REPLY in words(await d.say("and now?"))


async def talks(d: Driver, often: int) -> None:
    """Writes so often, every twelve minutes, and is answered each time."""
    for place in range(often):
        await d.pass_by(0.2 if place else 0)
        assert REPLY in words(await d.say("and now?"))
