"""What admins set as a dialogue, at the console with everything behind it."""

from pathlib import Path

from bot.engine.told_in_log import LOG_LATELY
from bot.records import NoteRow, PlaceRow, ReplyRow, ScopeRow
from bot.strings import ENGLISH
from bot.text.language import ASKED_IN
from bot.words import Prompt
from tests.play import Play, ScriptedModel, play

IN_GERMAN = "Ich weiß nicht, was ich machen soll, mein Vater ist krank."
IN_ENGLISH = "I do not know what to do about it, and there is nobody to ask."


def stage(folder: Path) -> Play:
    return play(folder, ScriptedModel(lambda _prompt: ["One thing."]))


async def test_what_is_kept_of_replies_in_a_room_ends_early_and_a_direct_message_keeps_its_own(
    tmp_path: Path,
) -> None:
    async with stage(tmp_path).running() as p:
        await p.type("/as ada", "hello", "/room lobby", "@attune hello")
        places = len(await p.store.sweep(PlaceRow))
        assert len(await p.store.sweep(ReplyRow)) == 2
        await p.type("/as admin", "/attune-admin set keeps 1")
        p.clock.pass_by(hours=25)
        await p.companion.run_due()
        assert len(await p.store.sweep(ReplyRow)) == 1
        assert len(await p.store.sweep(PlaceRow)) >= places
        assert await p.store.sweep(ScopeRow) is not None


async def test_a_flood_of_changes_is_ten_lines_an_hour_and_one_for_all_others(
    tmp_path: Path,
) -> None:
    said = ENGLISH.settings
    told = said.told_set.format(name=said.names["private-talk"])
    async with stage(tmp_path).running() as p:
        await p.type("/room mods", "/as admin", "/attune-admin set log here", "/room lobby")
        for number in range(13):
            await p.type(f"/attune-admin set private-talk {'on' if number % 2 else 'off'}")
        assert p.words.count(told) == 10
        assert p.words.count(said.told_more) == 1
        (note,) = [one for one in await p.store.sweep(NoteRow) if one.key == LOG_LATELY]
        assert said.names["private-talk"] not in note.body
        p.clock.pass_by(hours=1)
        await p.type("/attune-admin set private-talk on", "/attune-admin set private-talk off")
        assert p.words.count(told) == 12


async def test_a_shared_room_is_spoken_to_in_its_languages_and_a_person_alone_in_their_own(
    tmp_path: Path,
) -> None:
    german = ENGLISH.to("de")
    asked: list[str] = []

    def script(prompt: Prompt) -> list[str]:
        asked.append("".join(one.text for one in prompt.lines))
        return ["One thing."]

    async with play(tmp_path, ScriptedModel(script)).running() as p:
        await p.type("/room lobby", "/as admin", "/attune-admin set languages fr en")
        await p.type("/as ada", "/room dm", "/attune language deutsch", "hallo")
        assert ASKED_IN["fr"] not in asked[-1]
        await p.type("/room lobby", f"@attune {IN_GERMAN}")
        assert ASKED_IN["fr"] in asked[-1]
        await p.type(f"@attune {IN_ENGLISH}")
        assert ASKED_IN["en"] in asked[-1]
        assert any(german.language.now in line for line in await p.type("/attune status"))
        risk = await p.type("@attune Ich will mich umbringen.")
        assert any(german.risk.read in line for line in risk)
