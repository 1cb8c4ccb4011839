"""The operator's line to everybody: told once a person, with a reply that really was shown."""

from pathlib import Path

from bot.engine.instance import announce
from bot.strings import ENGLISH
from tests.conversations.stage import plain_reply
from tests.play import Play, ScriptedModel, held, is_asked, play

LINE = "On Sunday I am away from six to eight."
SHOWN = ENGLISH.replies.announced.format(text=LINE)


async def announced(tmp_path: Path) -> Play:
    """Gives somebody who is known, in an installation whose operator says something to all."""
    p = play(tmp_path, ScriptedModel(plain_reply))
    async with p.running():
        await p.type("hello")
        p.clock.pass_by(hours=30)
        assert await announce(p.store, LINE, p.clock.now())
    return p


async def test_a_reply_that_was_stopped_before_its_first_word_leaves_it_to_a_later_one(
    tmp_path: Path,
) -> None:
    p = await announced(tmp_path)
    async with p.running():
        gate = held(p)
        await p.type("/go what of herons")
        await is_asked(p)
        await p.type("stop")
        gate.set()
        p.clock.pass_by(hours=30)
        assert SHOWN in "\n".join(await p.type("and of storks"))
        p.clock.pass_by(hours=30)
        assert SHOWN not in "\n".join(await p.type("and of cranes"))


async def test_a_process_that_ends_before_its_reply_tells_it_once(tmp_path: Path) -> None:
    p = await announced(tmp_path)
    async with p.running():
        gate = held(p)
        await p.type("/go what of herons")
        await is_asked(p)
    gate.set()
    async with p.running():
        await p.companion.settled()
        assert "\n".join(one["text"] for one in p.shown).count(SHOWN) == 1
        p.clock.pass_by(hours=30)
        assert SHOWN not in "\n".join(await p.type("and of storks"))
