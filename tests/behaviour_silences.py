"""Mutes and quiet hours, on every platform: beside tests.behaviour."""

from bot.strings import ENGLISH
from tests.behaviour import words
from tests.driver import Driver

MUTED = ENGLISH.admins.you_are_muted.partition("{until}")[0]
QUIET = ENGLISH.settings.quiet.partition("{time}")[0]
CRISIS = "I want to kill myself tonight"


async def test_who_is_muted_here_hears_so_once_and_keeps_rights_and_help(d: Driver) -> None:
    await d.say("hello", by="eve", room="lobby")
    await d.say("hello", by="admin", room="lobby")
    seen = await d.command("admin mute @eve 2h", by="admin", room="lobby")
    assert ENGLISH.admins.muted.partition("{until}")[0] in words(seen)
    first = words(await d.say("and now?", by="eve", room="lobby"))
    assert MUTED in first
    assert words(await d.say("hello?", by="eve", room="lobby")) == ""
    assert words(await d.command("data", by="eve", room="lobby")) != ""
    why = ENGLISH.status.why_silent["muted"].partition("{until}")[0]
    assert why in words(await d.command("status", by="eve", room="lobby"))
    assert ENGLISH.risk.read in str(await d.say(CRISIS, by="eve", room="lobby"))


async def test_nobody_but_an_admin_mutes_and_what_names_nobody_mutes_nobody(d: Driver) -> None:
    await d.say("hello", by="eve", room="lobby")
    await d.say("hello", by="admin", room="lobby")
    refused = words(await d.command("admin mute @admin 2h", by="eve", room="lobby"))
    assert ENGLISH.admins.not_admin in refused
    unknown = await d.command("admin mute !!! 2h", by="admin", room="lobby")
    assert ENGLISH.admins.mute_bad in words(unknown)


async def test_a_mute_that_an_admin_ends_is_over(d: Driver) -> None:
    await d.say("hello", by="eve", room="lobby")
    await d.say("hello", by="admin", room="lobby")
    await d.command("admin mute @eve 2h", by="admin", room="lobby")
    seen = await d.command("admin mute @eve off", by="admin", room="lobby")
    assert ENGLISH.admins.unmuted in words(seen)
    assert MUTED not in words(await d.say("hello again", by="eve", room="lobby"))


async def test_quiet_hours_are_said_once_and_help_comes_at_any_hour(d: Driver) -> None:
    await d.say("hello", by="eve", room="lobby")
    await d.say("hello", by="admin", room="lobby")
    await d.command("admin set quiet-hours 00:01 23:59 UTC", by="admin", room="lobby")
    assert QUIET in words(await d.say("and now?", by="eve", room="lobby"))
    assert words(await d.say("hello?", by="eve", room="lobby")) == ""
    assert ENGLISH.risk.read in str(await d.say(CRISIS, by="eve", room="lobby"))
