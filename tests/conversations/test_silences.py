"""Mutes and quiet hours as a dialogue, at the console with everything behind it."""

from pathlib import Path

from bot.strings import ENGLISH
from tests.play import Play, ScriptedModel, play


def stage(folder: Path) -> Play:
    return play(folder, ScriptedModel(lambda _prompt: ["One thing."]))


async def test_an_admin_mutes_somebody_who_keeps_their_rights(tmp_path: Path) -> None:
    async with stage(tmp_path).running() as p:
        await p.type("/room lobby", "/as ada", "@attune hello", "/as admin")
        said = await p.type("/attune-admin mute ada 2h")
        assert any("I say nothing to them here for the next 2 hours" in line for line in said)
        await p.type("/as ada")
        first, then = await p.type("@attune and now?"), await p.type("@attune hello?")
        assert any("silent towards you" in line for line in first)
        assert not any("One thing" in line for line in (*first, *then))
        assert await p.type("/attune data")
        risk = await p.type("@attune I am going to kill myself tonight.")
        assert any(ENGLISH.risk.read in line for line in risk)
        p.clock.pass_by(hours=3)
        assert any("One thing" in line for line in await p.type("@attune again?"))


async def test_an_admin_ends_a_mute_and_a_stranger_is_answered_alike(tmp_path: Path) -> None:
    async with stage(tmp_path).running() as p:
        await p.type("/room lobby", "/as admin", "/attune help")
        known = await p.type("/attune-admin mute ada 2h", "/attune-admin mute ada off")
        stranger = await p.type("/attune-admin mute nobody 2h", "/attune-admin mute nobody off")
        assert [one.split()[2:] for one in known] == [one.split()[2:] for one in stranger]
        await p.type("/as ada")
        assert any("One thing" in line for line in await p.type("@attune hello"))


async def test_a_quiet_night_is_said_once_and_then_shown_by_a_moon(tmp_path: Path) -> None:
    async with stage(tmp_path).running() as p:
        await p.type("/room lobby", "/as admin", "/attune-admin set quiet-hours 11:00 14:00 UTC")
        await p.type("/as ada")
        first = await p.type("@attune hello")
        assert any("until 14:00" in line for line in first)
        then = await p.type("@attune hello?")
        assert any("🌙" in line for line in then)
        assert not any("One thing" in line for line in (*first, *then))
        p.clock.pass_by(hours=3)
        assert any("One thing" in line for line in await p.type("@attune good day"))


async def test_a_change_is_told_in_the_room_that_admins_chose(tmp_path: Path) -> None:
    async with stage(tmp_path).running() as p:
        await p.type("/room mods", "/as admin", "/attune-admin set log here")
        await p.type("/room lobby", "/attune-admin mute ada 2h")
        assert ENGLISH.settings.told_mute in p.words
