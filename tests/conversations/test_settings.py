"""What admins set as a dialogue, at the console with everything behind it."""

from pathlib import Path

from bot.records import PlaceRow, ReplyRow, ScopeRow
from tests.play import Play, ScriptedModel, play


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
