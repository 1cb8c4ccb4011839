"""Who is new reads who this is, in the reply's small last line, however that reply ends."""

from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path

import pytest

from bot.errors import ModelCutOff, ModelEmpty, ModelError, ModelRefused, ModelUnreachable
from bot.strings import ENGLISH
from bot.words import Prompt
from tests.play import Play, ScriptedModel, held, is_asked, play

GREETING = (
    ENGLISH.rooms.greeting.format(name="Attune", operator="Ada") + f" {ENGLISH.rooms.unsuitable}"
)
LINE = f"\n\n-# {GREETING}"
NOTICE = f"\n\n-# {ENGLISH.replies.notice}"
FIRST = "Tell them now. "
Pieces = Sequence[str | ModelError]


def saying(*pieces: str | ModelError) -> ScriptedModel:
    """Gives a model that says that first, and one sentence to every message after it."""

    def script(_prompt: Prompt) -> Pieces:
        return pieces if len(model.prompts) == 1 else ("Another thing.",)

    model = ScriptedModel(script)
    return model


def stands(p: Play) -> list[str]:
    """Gives how each message of the bot's reads now."""
    now: dict[str | None, str] = {}
    for one in p.shown:
        if one["do"] == "delete":
            now.pop(one["id"], None)
        elif one["do"] in ("say", "extend", "replace"):
            now[one["id"]] = one["text"]
    return list(now.values())


def greeted(p: Play) -> int:
    """Gives how often the greeting stands anywhere."""
    return "\n".join(stands(p)).count(GREETING)


async def test_it_stands_under_the_first_reply_and_under_no_other(tmp_path: Path) -> None:
    p = play(tmp_path, saying("One thing."))
    async with p.running():
        await p.type("hello", "and now")
    assert stands(p) == [f"One thing.{LINE}", "Another thing."]


async def test_no_model_reads_it_as_its_own_words(tmp_path: Path) -> None:
    p = play(tmp_path, model := saying("One thing."))
    async with p.running():
        await p.type("hello", "and now")
    (said,) = (one.text for one in model.prompts[-1].lines if one.role == "assistant")
    assert said == "One thing."


@pytest.mark.parametrize(
    "failure", [ModelRefused("x"), ModelEmpty("x"), ModelUnreachable("x"), ModelCutOff("x")]
)
@pytest.mark.parametrize("first", ["", FIRST])
async def test_it_stands_under_a_reply_that_fails_and_is_said_no_more(
    failure: ModelError, first: str, tmp_path: Path
) -> None:
    p = play(tmp_path, saying(*([first, "Then rest. "] if first else []), failure))
    async with p.running():
        await p.type("hello", "and now")
    assert stands(p)[0].endswith(LINE)
    assert stands(p)[0].startswith(first.strip())
    assert stands(p)[1:] == ["Another thing."]


async def test_it_stands_under_a_reply_that_is_stopped_midway(tmp_path: Path) -> None:
    p = play(tmp_path, saying(FIRST, "Then rest."))
    async with p.running():
        gate = held(p, before=1)
        await p.type("/go hello")
        await p.reads(FIRST.strip())
        await p.type("stop")
        await p.companion.settled()
        gate.set()
        await p.type("and now")
    assert stands(p)[0] == f"{FIRST.strip()}\n\n{ENGLISH.replies.stopped}{LINE}"
    assert greeted(p) == 1


async def test_where_no_word_of_a_reply_was_said_the_next_one_owes_it(tmp_path: Path) -> None:
    p = play(tmp_path, saying("One thing."))
    async with p.running():
        gate = held(p)
        await p.type("/go hello")
        await is_asked(p)
        await p.type("stop")
        gate.set()
        await p.type("and now")
    assert "One thing." not in "\n".join(stands(p))
    assert stands(p)[-1] == f"Another thing.{LINE}"
    assert greeted(p) == 1


@pytest.mark.parametrize("first", ["", FIRST])
async def test_a_process_that_ends_midway_leaves_it_owed_and_it_is_said_once(
    first: str, tmp_path: Path
) -> None:
    pieces = [first, "Two things."] if first else ["Two things."]
    p = play(tmp_path, ScriptedModel(lambda _prompt: pieces))
    async with p.running():
        gate = held(p, before=len(pieces) - 1)
        await p.type("/go hello")
        await is_asked(p)
    gate.set()
    async with p.running():
        await p.companion.settled()
        await p.type("and now")
    assert stands(p) == [f"{first}Two things.{LINE}", f"{first}Two things."]


async def test_a_reply_that_is_too_late_says_it_under_the_line_that_tells_so(
    tmp_path: Path,
) -> None:
    p = play(tmp_path, saying(FIRST, "Then rest."))
    async with p.running():
        held(p, before=1)
        await p.type("/go hello")
        await p.reads(FIRST.strip())
    p.clock.pass_by(hours=2)
    async with p.running():
        await p.companion.settled()
        await p.type("and now")
    assert f"{ENGLISH.failures.too_late}{LINE}" in stands(p)
    assert greeted(p) == 1


async def test_a_repair_in_its_place_keeps_it_and_no_message_below_repeats_it(
    tmp_path: Path,
) -> None:
    p = play(tmp_path, ScriptedModel(lambda prompt: [f"Thing {prompt.brief.rupture}."]))
    async with p.running():
        await p.type("hello", "/react 🔧")
        assert stands(p)[0].endswith(LINE)
        assert "Thing None." not in stands(p)[0]
        await p.type("that landed wrong")
    assert len(stands(p)) > 1
    assert greeted(p) == 1


async def test_two_messages_of_somebody_new_are_greeted_once(tmp_path: Path) -> None:
    p = play(tmp_path, saying("One thing."))
    async with p.running():
        gate = held(p)
        await p.type("/go hello", "/go and now")
        gate.set()
        await p.companion.settled()
    assert stands(p) == [f"One thing.{LINE}", "Another thing."]


async def test_a_command_that_answers_first_says_it_and_the_reply_no_more(tmp_path: Path) -> None:
    p = play(tmp_path, saying("One thing."))
    async with p.running():
        gate = held(p)
        await p.type("/go hello")
        await is_asked(p)
        await p.type("/go /attune listen")
        gate.set()
        await p.companion.settled()
    assert sorted(one.endswith(LINE) for one in stands(p)) == [False, True]
    assert stands(p)[-1] == "One thing." or stands(p)[0] == "One thing."


async def test_a_shared_room_is_greeted_once_a_day_and_each_person_is_told(tmp_path: Path) -> None:
    p = play(tmp_path, ScriptedModel(lambda _prompt: ["One thing."]))
    heard: list[str] = []

    async def says(who: str, room: str) -> None:
        p.clock.pass_by(minutes=1)
        await p.type(f"/as {who}", f"/room {room}", "@attune hello")
        heard.append(stands(p)[-1].removeprefix("One thing."))

    async with p.running():
        for who, room in (("ada", "lobby"), ("eve", "lobby"), ("eve", "lobby"), ("eve", "attic")):
            await says(who, room)
        p.clock.pass_by(hours=25)
        for who in ("bob", "dan"):
            await says(who, "lobby")
    assert heard == [LINE, NOTICE, "", LINE, LINE, NOTICE]


async def test_while_a_life_is_at_risk_nobody_is_greeted_and_nothing_precedes_the_words(
    tmp_path: Path,
) -> None:
    p = play(tmp_path, saying("I am reading this."))
    async with p.running():
        await p.type("I want to kill myself tonight")
        assert stands(p)[0].startswith(ENGLISH.crisis.first)
        assert greeted(p) == 0
        p.clock.pass_by(hours=24 * 8)
        await p.type("hello")
    assert stands(p)[-1].endswith(LINE)


async def test_a_burst_is_answered_with_one_greeting(tmp_path: Path) -> None:
    p = play(tmp_path, saying("One thing."))
    p.burst = timedelta(seconds=0.05)
    async with p.running():
        await p.type("/go hello", "/go and this")
        await p.companion.settled()
    assert greeted(p) == 1
    assert stands(p)[-1].endswith(LINE)
