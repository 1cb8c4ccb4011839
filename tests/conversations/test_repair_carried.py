"""Repairs in words, as a stack, carried on and learnt from: dialogues with a whole Attune."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.engine.codec import load_versions
from bot.errors import ModelUnreachable
from bot.prompt import without_note
from bot.records import PostRow, RepairRow, ReplyRow
from bot.strings import ENGLISH
from bot.words import Prompt
from tests.play import Play, ScriptedModel, held, is_asked, met, play


def greeting(name: str, operator: str) -> str:
    return ENGLISH.rooms.greeting.format(name=name, operator=operator)


def numbered() -> ScriptedModel:
    """A model that says which version this is."""
    model = ScriptedModel(lambda _prompt: [])
    model.script = lambda _prompt: [f"Version {len(model.prompts)}."]
    return model


@pytest.fixture
async def p(tmp_path: Path) -> AsyncIterator[Play]:
    async with play(tmp_path, numbered()).running() as running:
        yield await met(running)


def stands(p: Play, message: str) -> str:
    return next(one["text"] for one in reversed(p.shown) if one["id"] == message)


def prompts(p: Play) -> list[Prompt]:
    assert isinstance(p.model, ScriptedModel)
    return p.model.prompts


def newest(p: Play) -> str:
    """Gives the newest words of the last prompt, with the note after them."""
    return prompts(p)[-1].lines[-1].text


async def warm(p: Play) -> None:
    await p.type("hello", "/attune on", "/choose Yes")


# -- in words ----------------------------------------------------------------------------------


async def test_words_repair_the_newest_reply_in_a_message_below(p: Play) -> None:
    await p.type("I feel awful")
    shown = await p.type("You sound like a help desk")
    assert shown[0] == "r3> That was colder than what you told me."
    assert p.shown[-1]["reply_to"] == "r2"
    assert prompts(p)[-1].brief.rupture == "cold"


async def test_words_as_a_reply_repair_the_reply_they_answer(p: Play) -> None:
    await p.type("first thing", "second thing")
    await p.type("/reply r2 you missed the point")
    assert p.shown[-1]["reply_to"] == "r2"


async def test_the_same_words_without_a_reply_to_repair_are_a_message(p: Play) -> None:
    assert (await p.type("that was too long"))[-1] == "r2> Version 1."
    assert prompts(p)[-1].brief.rupture is None


async def test_words_after_the_conversation_are_not_about_its_last_reply(p: Play) -> None:
    await p.type("I feel awful", "/clock +31m", "that was cold")
    assert prompts(p)[-1].brief.rupture is None
    assert p.shown[-1]["text"] == f"Version 2.\n\n-# {ENGLISH.replies.notice}"
    await p.type("/clock +31m", "/reply r2 that was cold")
    assert prompts(p)[-1].brief.rupture == "cold"


async def test_try_again_in_words_tries_a_failed_reply_again_and_once_only(p: Play) -> None:
    model = p.model
    assert isinstance(model, ScriptedModel)
    keeps, model.script = model.script, _fails
    await p.type("what is a tree")
    model.script = keeps
    await p.type("try again")
    assert prompts(p)[-1].lines[-1].text == "what is a tree"
    assert prompts(p)[-1].brief.rupture is None
    await p.type("/reply r2 try again")
    assert prompts(p)[-1].brief.rupture is not None


async def test_what_a_correction_says_besides_is_answered_and_the_correction_holds(p: Play) -> None:
    await warm(p)
    await p.type("I feel awful")
    await p.type("That was cold. My mother's operation is tomorrow.")
    assert without_note(newest(p)) == "That was cold. My mother's operation is tomorrow."
    assert "Begin with one sentence that sees what I said" in newest(p)
    assert p.shown[-1]["text"] == "Version 3."
    await p.type("at nine in the morning")
    assert "I like it a little warmer," in newest(p)
    assert newest(p).endswith("true. Begin with one sentence that sees what I said, then go on.)")
    assert [row.kind for row in await p.store.sweep(RepairRow)] == ["cold"]


async def test_an_innocent_twin_is_answered(p: Play) -> None:
    await p.type("hello", "that plane landed wrong")
    assert prompts(p)[-1].brief.rupture is None


async def test_the_command_repairs_in_place_with_and_without_a_kind(p: Play) -> None:
    await p.type("hello there", "/attune repair too agreeable")
    assert stands(p, "r2").startswith("I agreed more than I had reason to.")
    await p.type("/attune repair")
    assert stands(p, "r2").endswith("Version 3.")
    assert ENGLISH.commands.bad_repair in "".join(await p.type("/attune repair sideways"))
    assert (
        await p.type("/as eve", "/attune repair")
        == [
            "r4 (only eve)> " + ENGLISH.repair.nothing_to_repair,
            "    " + greeting("Attune", "Ada"),
        ]
        or ENGLISH.repair.nothing_to_repair in p.words
    )


# -- the stack ---------------------------------------------------------------------------------


async def test_taking_the_emoji_back_takes_its_buttons_versions_too(p: Play) -> None:
    await p.type("hello there", "/react 🔧", "/choose 1", "/unreact 🔧")
    assert stands(p, "r2") == "Version 1."
    assert all(row.undone for row in await p.store.sweep(RepairRow))
    assert (await p.store.sweep(ReplyRow))[0].before == ""


async def test_an_older_emojis_version_goes_and_the_newer_stays(p: Play) -> None:
    await p.type("/attune emojis on", "hello there", "/react 🧊", "/react 🥱")
    await p.type("/unreact 🧊")
    assert stands(p, "r3").endswith("Version 3.")
    await p.type("/unreact 🥱")
    assert stands(p, "r3") == "Version 1."


async def test_what_changed_shows_the_first_words_by_tap_and_by_command(p: Play) -> None:
    await p.type("hello there", "/react 🔧")
    assert "    Version 1." in await p.type("/choose What it said first")
    assert "    Version 1." in await p.type("/attune what-changed r2")
    assert "    Version 1." in await p.type("/attune what-changed")
    p.clock.pass_by(hours=25)
    await p.session.line("/clock +1m")
    assert ENGLISH.repair.first_gone in "".join(await p.type("/attune what-changed r2"))


async def test_nobody_else_sees_what_changed(p: Play) -> None:
    await p.type("/room lobby", "@attune hello there", "/react 🔧")
    first = "/choose What it said first r2"
    shown = "".join(await p.type("/as eve", first, "/attune what-changed r2"))
    assert "Version 1." not in shown
    assert ENGLISH.repair.nothing_changed in shown


async def test_after_three_repairs_it_says_what_it_cannot_get_right(p: Play) -> None:
    await p.type("hello there", "/react 🔧", "/choose 1", "/choose 2")
    shown = "".join(await p.type("/choose Wrong fact"))
    assert "it is still not right" in shown
    assert len(prompts(p)) == 4
    await p.type("/choose Put it back", "/choose 1")
    assert len(prompts(p)) == 5


async def test_the_emojis_of_the_kinds_are_off_until_switched_on(p: Play) -> None:
    await p.type("hello there", "/react 🧊")
    assert len(prompts(p)) == 1
    assert "🧊 cold" in "".join(await p.type("/attune emojis on"))
    await p.type("/react 🥱 r2")
    assert prompts(p)[-1].brief.rupture == "bland"
    assert "are off" in "".join(await p.type("/attune emojis off"))


async def test_a_repair_that_could_not_be_written_can_be_tried_again(p: Play) -> None:
    await p.type("hello there")
    model = p.model
    assert isinstance(model, ScriptedModel)
    keeps, model.script = model.script, lambda _prompt: ["", ""]
    model.script = _fails
    shown = await p.type("/react 🔧")
    assert shown[-1] == "    [1] Try again"
    model.script = keeps
    await p.type("/choose Try again")
    assert stands(p, "r2").endswith("Version 3.")


def _fails(_prompt: Prompt) -> list[ModelUnreachable]:
    return [ModelUnreachable("down")]


# -- carried on, and learnt --------------------------------------------------------------------


async def test_the_same_rupture_within_five_replies_is_a_failed_repair(p: Play) -> None:
    await p.type("hello there", "/react 🔧", "/choose Missed the point")
    await p.type("one", "two", "/react 🔧", "/choose Missed the point")
    repairs = await p.store.sweep(RepairRow)
    assert sorted((row.kind, row.failed) for row in repairs if row.kind == "missed the point") == [
        ("missed the point", False),
        ("missed the point", True),
    ]


async def test_the_same_rupture_in_another_conversation_is_no_failed_repair(p: Play) -> None:
    await p.type("hello there", "/react 🔧", "/choose Missed the point", "/clock +31m")
    await p.type("one", "two", "/react 🔧", "/choose Missed the point")
    repairs = await p.store.sweep(RepairRow)
    assert [row.failed for row in repairs if row.kind == "missed the point"] == [False, False]


async def test_a_reply_that_failed_is_tried_again_whole_and_its_failure_is_never_read(
    p: Play,
) -> None:
    model = p.model
    assert isinstance(model, ScriptedModel)
    await p.type("hello there", "/clock +25h")
    whole, model.script = model.script, lambda _prompt: [ModelUnreachable("gone")]
    await p.type("the launch slips")
    model.script = whole
    await p.type("/choose Try again")
    assert stands(p, "r3").endswith(ENGLISH.replies.notice)
    assert stands(p, "r4") == "Version 3."
    await p.type("and now")
    assert "could not reach" not in "".join(line.text for line in prompts(p)[-1].lines)


async def test_a_failed_repair_tried_again_is_the_repair_that_was_asked_for(p: Play) -> None:
    model = p.model
    assert isinstance(model, ScriptedModel)
    await p.type("hello there")
    whole, model.script = model.script, lambda _prompt: [ModelUnreachable("gone")]
    await p.type("/react 🔧")
    model.script = whole
    await p.type("/choose Try again")
    assert stands(p, "r2").endswith("Version 3.")
    assert (await p.store.sweep(RepairRow))[0].kind != "other"
    await p.type("/unreact 🔧 r2")
    assert stands(p, "r2") == "Version 1."


async def test_a_failed_repair_whose_emoji_went_is_tried_again_as_a_tap(p: Play) -> None:
    model = p.model
    assert isinstance(model, ScriptedModel)
    await p.type("hello there")
    whole, model.script = model.script, lambda _prompt: [ModelUnreachable("gone")]
    await p.type("/react 🔧", "/unreact 🔧 r2")
    model.script = whole
    await p.type("/choose Try again")
    (row,) = await p.store.sweep(ReplyRow)
    assert ([one.by for one in load_versions(row.before)], row.by_emoji) == (["tap"], False)


async def test_a_running_repair_is_stopped_like_any_reply(p: Play) -> None:
    await p.type("hello there")
    held(p, before=0)
    await p.type("/go /react 🔧 r2")
    await is_asked(p)
    await p.type("/go /react ⏹️ r2")
    await p.companion.settled()
    assert stands(p, "r2") == "Version 1."
    assert await p.store.sweep(RepairRow) == ()


async def test_after_too_many_questions_no_reply_of_the_conversation_asks(p: Play) -> None:
    model = p.model
    assert isinstance(model, ScriptedModel)
    model.script = lambda _prompt: ["Right. Why is that?"]
    await p.type("hello there", "stop asking me questions", "so what now")
    assert stands(p, "r4") == "Right."


async def test_after_too_long_the_repair_has_three_sentences_and_the_next_replies_six(
    p: Play,
) -> None:
    model = p.model
    assert isinstance(model, ScriptedModel)
    model.script = lambda _prompt: [f"Number {n}. " for n in range(9)]
    await p.type("hello there", "too long")
    assert stands(p, "r3").count("Number") == 3
    await p.type("and now")
    assert stands(p, "r4").count("Number") == 6


async def test_at_warm_a_repair_is_learnt_and_shown_in_words_and_reset_forgets_it(p: Play) -> None:
    await warm(p)
    await p.type("my dog died", "that was cold", "and my cat", "you're so cold")
    assert "warmer" in "".join(await p.type("/attune style"))
    await p.type("what next")
    assert "I like it warmer," in newest(p)
    await p.type("/attune style reset")
    assert "Learnt" not in "".join(await p.type("/attune style"))


async def test_at_plain_nothing_is_learnt_and_a_command_outranks_it(p: Play) -> None:
    await p.type("my dog died", "that was cold", "that was cold")
    await warm(p)
    assert "Learnt" not in "".join(await p.type("/attune style"))
    await p.type("one", "that was cold", "/attune style blunter")
    assert "Learnt" not in "".join(await p.type("/attune style"))


async def test_every_standing_repair_can_be_acted_on_and_no_deleted_one(p: Play) -> None:
    await p.type("hello there")
    known = {row.key for row in await p.store.sweep(PostRow)}
    await p.type("that landed wrong")
    assert {row.key for row in await p.store.sweep(PostRow)} > known
    await p.type("/choose Put it back r3")
    assert {row.key for row in await p.store.sweep(PostRow)} == known
    assert stands(p, "r3") == ""


async def test_after_a_repair_a_push_with_nothing_new_still_turns_nothing(p: Play) -> None:
    model = p.model
    assert isinstance(model, ScriptedModel)
    await warm(p)
    model.script = lambda _prompt: ["The lease ends in May."]
    await p.type("when does the lease end?", "/react 🔧", "/choose Cold")
    model.script = lambda _prompt: ["You're right, I apologize. It ends in June."]
    await p.type("no, you're wrong")
    assert p.shown[-1]["text"] == ENGLISH.replies.nothing_left
