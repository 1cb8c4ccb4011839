"""Bursts, edits, deletions and the people around: dialogues with a whole Attune."""

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from bot.engine.operating import Block, set_blocked
from bot.engine.pseudonyms import Pseudonyms
from bot.prompt import without_note
from bot.records import ConversationRow, PersonRow, PostRow, RepairRow, ReplyRow
from bot.snapshot import Guards
from bot.strings import ENGLISH
from tests.play import Play, ScriptedModel, held, is_shown, met, play


@pytest.fixture
async def p(tmp_path: Path) -> AsyncIterator[Play]:
    begun = play(tmp_path, ScriptedModel(lambda _prompt: ["One thing. ", "Then the other."]))
    async with begun.running() as running:
        yield await met(running)


def model_of(p: Play) -> ScriptedModel:
    assert isinstance(p.model, ScriptedModel)
    return p.model


def asked(p: Play) -> str:
    return model_of(p).prompts[-1].lines[-1].text


def stands(p: Play, message: str) -> str:
    return next(one["text"] for one in reversed(p.shown) if one["id"] == message)


async def status(p: Play) -> str:
    return "\n".join(await p.type("/attune status"))


# -- bursts and edits --------------------------------------------------------------------------


@pytest.fixture
async def quick(tmp_path: Path) -> AsyncIterator[Play]:
    begun = play(tmp_path, ScriptedModel(lambda _prompt: ["One thing. ", "Then the other."]))
    begun.burst = timedelta(seconds=1.5)
    async with begun.running() as running:
        await running.type("hello")
        yield running


async def test_messages_within_a_moment_are_answered_by_one_reply(quick: Play) -> None:
    gate = held(quick)
    await quick.type("/go the launch slips")
    await model_of(quick).reached.wait()
    quick.clock.pass_by(seconds=1.5)
    await quick.type("/go and I must say so")
    gate.set()
    await quick.companion.settled()
    assert "the launch slips" in asked(quick)
    assert asked(quick).endswith("and I must say so")
    assert [one["reply_to"] for one in quick.shown if one["do"] == "say"][-1] == "u3"
    assert sum(one["do"] == "say" for one in quick.shown) == 2


async def test_a_repair_answers_all_that_was_said_in_one_moment(quick: Play) -> None:
    gate = held(quick)
    await quick.type("/go the launch slips")
    await model_of(quick).reached.wait()
    await quick.type("/go and I must say so")
    gate.set()
    await quick.companion.settled()
    await quick.type("/react 🔧")
    read = "\n".join(line.text for line in model_of(quick).prompts[-1].lines)
    assert "the launch slips" in read
    assert "and I must say so" in read


async def test_a_moment_later_each_message_has_its_own_reply(quick: Play) -> None:
    gate = held(quick)
    await quick.type("/go the launch slips")
    await model_of(quick).reached.wait()
    quick.clock.pass_by(seconds=1.6)
    await quick.type("/go and I must say so")
    gate.set()
    await quick.companion.settled()
    assert [one["reply_to"] for one in quick.shown if one["do"] == "say"][-2:] == ["u2", "u3"]


async def test_what_is_shown_already_is_not_taken_back_by_a_burst(quick: Play) -> None:
    gate = held(quick, before=1)
    await quick.type("/go the launch slips")
    await is_shown(quick.store)
    await quick.type("/go and I must say so")
    gate.set()
    await quick.companion.settled()
    assert [one["reply_to"] for one in quick.shown if one["do"] == "say"][-2:] == ["u2", "u3"]


async def test_what_a_process_that_ended_may_have_said_is_not_taken_into_a_burst(
    tmp_path: Path,
) -> None:
    begun = play(tmp_path, ScriptedModel(lambda _prompt: ["One thing. ", "Then the other."]))
    begun.burst = timedelta(seconds=1.5)
    async with begun.running() as first:
        held(first)
        await first.type("/go the launch slips")
        await model_of(first).reached.wait()
    gate = held(begun)
    async with begun.running() as then:
        await then.type("/go and I must say so")
        gate.set()
        await then.companion.settled()
    replies = [one["reply_to"] for one in begun.shown if one["do"] == "say" and one["reply_to"]]
    assert replies[-2:] == ["u1", "u2"]


async def test_an_edit_of_an_unanswered_message_replaces_it(p: Play) -> None:
    await p.type("hello")
    gate = held(p)
    await p.type("/go where is the bank")
    await model_of(p).reached.wait()
    await p.type("/go /edit where is the post office")
    gate.set()
    await p.companion.settled()
    assert asked(p) == "where is the post office"
    assert sum(one["reply_to"] == "u2" and one["do"] == "say" for one in p.shown) == 1


async def test_an_edit_of_an_answered_message_asks_for_nothing(p: Play) -> None:
    await p.type("hello", "/edit hello there")
    assert len(model_of(p).prompts) == 1


# -- deletions ---------------------------------------------------------------------------------


async def test_deleting_a_message_silences_its_reply_and_drops_what_came_of_it(p: Play) -> None:
    await p.type("hello", "something private", "/react 🔧")
    assert len(await p.store.sweep(ReplyRow)) == 2
    await p.type("/delete u2")
    assert len(await p.store.sweep(ReplyRow)) == 1
    assert [row.undone for row in await p.store.sweep(RepairRow)] == [True]
    held(p)
    await p.type("/go more of it")
    await model_of(p).reached.wait()
    await p.type("/delete")
    assert not [one for one in p.shown if one["reply_to"] == "u3"]


async def test_deleting_one_message_of_a_moment_forgets_the_reply_to_all_of_them(
    quick: Play,
) -> None:
    gate = held(quick)
    await quick.type("/go the launch slips")
    await model_of(quick).reached.wait()
    await quick.type("/go and I must say so")
    gate.set()
    await quick.companion.settled()
    await quick.type("/delete u2")
    assert len(await quick.store.sweep(ReplyRow)) == 1


async def test_deleting_a_correction_in_words_or_a_stance_takes_what_it_did(p: Play) -> None:
    await p.type("hello", "that was cold", "just listen")
    assert [talk.stance for talk in await p.store.sweep(ConversationRow)] == ["listen"]
    await p.type("/delete u2", "/delete u3", "and now")
    assert [row.undone for row in await p.store.sweep(RepairRow)] == [True]
    assert [talk.stance for talk in await p.store.sweep(ConversationRow)] == [""]
    assert (
        "Begin with one sentence that sees what I said"
        not in model_of(p).prompts[-1].lines[-1].text
    )


async def test_a_bin_takes_a_finished_reply_away_with_all_that_belongs_to_it(p: Play) -> None:
    await p.type("hello", "/react 🗑️")
    assert (p.shown[-1]["do"], p.shown[-1]["id"]) == ("delete", "r2")
    assert not await p.store.sweep(ReplyRow)
    assert not [row for row in await p.store.sweep(PostRow) if row.reply]


async def test_nobody_elses_bin_or_stop_counts(p: Play) -> None:
    await p.type("/room lobby", "@attune hello", "/as eve", "/react 🗑️ r2", "/react ⏹️ r2")
    assert stands(p, "r2")


@pytest.mark.parametrize(("emoji", "left"), [("⏹️", ENGLISH.replies.stopped), ("🗑️", "")])
async def test_a_running_reply_is_stopped_or_taken_away(p: Play, emoji: str, left: str) -> None:
    await p.type("hello")
    held(p, before=1)
    await p.type("/go what now")
    await is_shown(p.store)
    await p.type(f"/go /react {emoji} r3")
    await p.companion.settled()
    assert stands(p, "r3").endswith(left)
    assert ("One thing." in stands(p, "r3")) == bool(left)


# -- fair between people -----------------------------------------------------------------------


async def test_people_take_turns_when_a_space_is_full(p: Play, tmp_path: Path) -> None:
    (folder := tmp_path / "other").mkdir()
    crowded = play(
        folder, ScriptedModel(lambda prompt: [without_note(prompt.lines[-1].text) + "."])
    )
    crowded.guards = Guards(messages_a_minute=10_000, replies_in_a_space=1)
    async with crowded.running() as room:
        gate = held(room)
        await room.type("/room lobby")
        for who, text in (("ada", "a1"), ("ada", "a2"), ("eve", "e1"), ("ada", "a3")):
            await room.type(f"/as {who}", f"/go @attune {text}")
        gate.set()
        await room.companion.settled()
        order = [without_note(prompt.lines[-1].text) for prompt in model_of(room).prompts]
    assert order == ["a1", "e1", "a2", "a3"]


# -- the people around -------------------------------------------------------------------------


async def test_who_is_ignored_is_never_read_until_they_end_it(p: Play) -> None:
    await p.type("hello")
    assert ENGLISH.person.ignored in "".join(await p.type("/attune ignore-me"))
    assert await p.type("are you there", "/react 🔧", "/edit I want to kill myself") == []
    assert "Kept: " in await status(p)
    await p.type("/attune ignore-me off")
    assert await p.type("and now") != []


@pytest.mark.parametrize("level", ["plain", "attuned"])
async def test_what_was_said_while_ignored_is_not_read_afterwards_either(
    p: Play, level: str
) -> None:
    await p.type("hello", f"/attune on {level}", "/choose Yes")
    await p.type("/attune ignore-me", "the cellar is flooded", "/attune ignore-me off", "and now")
    read = "\n".join(line.text for line in model_of(p).prompts[-1].lines)
    assert "and now" in read
    assert "cellar" not in read


async def test_an_age_is_asked_about_once_and_plain_holds_until_it_is_answered(p: Play) -> None:
    await p.type("hello", "/attune on attuned", "/choose Yes")
    shown = "\n".join(await p.type("I'm 15 and school is a lot"))
    assert ENGLISH.person.age_asked in shown
    card = [one["id"] for one in p.shown if "18 or over" in one["choices"]][-1]
    assert "Plain here" in await status(p)
    assert model_of(p).prompts[-1].brief.level == 0
    await p.type(f"/choose 18 or over {card}")
    assert "Attuned here" in await status(p)
    shown = "\n".join(await p.type("no really, I'm 15"))
    assert ENGLISH.person.under_18 in shown
    assert [row.under_18 for row in await p.store.sweep(PersonRow)] == [True]


async def test_who_says_yes_counts_as_under_18(p: Play) -> None:
    await p.type("hello", "I'm 15", "/choose Under 18")
    assert "you are marked as under 18" in await status(p)


async def test_who_says_it_twice_is_not_told_otherwise_by_the_first_card(p: Play) -> None:
    await p.type("hello", "I'm 15", "I'm 15")
    assert ENGLISH.person.not_under_18 not in "\n".join(await p.type("/choose 18 or over r3"))
    assert "you are marked as under 18" in await status(p)


async def test_after_an_erase_an_open_question_of_age_is_asked_again(p: Play) -> None:
    await p.type("hello", "I'm 15", "/attune data erase", "/choose Erase")
    assert ENGLISH.person.age_asked in "\n".join(await p.type("hello again"))
    await p.type("/choose 18 or over")
    assert "under 18" not in await status(p)


async def test_in_a_shared_room_the_question_waits_for_a_private_occasion(p: Play) -> None:
    await p.type("/room lobby")
    shown = "\n".join(await p.type("@attune I'm 15"))
    assert ENGLISH.person.age_asked not in shown
    assert "Plain here" in await status(p)
    assert ENGLISH.person.age_asked in p.words
    await p.type("/choose Under 18")
    assert [row.under_18 for row in await p.store.sweep(PersonRow)] == [True]


@pytest.mark.parametrize("who", ["console:you", "console:space"])
async def test_who_is_blocked_has_the_crisis_floor_and_their_rights_and_no_more(
    p: Play, who: str
) -> None:
    await set_blocked(p.store, Pseudonyms(p.vault), Block(who, p.clock.now(), is_blocked=True))
    await p.type("/room lobby")
    assert await p.type("@attune hello", "/attune on", "/attune listen") == []
    assert ENGLISH.crisis.quiet in "".join(await p.type("@attune I want to kill myself"))
    assert ENGLISH.crisis.first in "".join(await p.type("/choose Read privately"))
    assert "Kept: " in await status(p)
    await set_blocked(p.store, Pseudonyms(p.vault), Block(who, p.clock.now(), is_blocked=False))
    assert await p.type("@attune hello") != []


@pytest.mark.parametrize("how", ["ignored", "blocked"])
async def test_a_reply_ends_where_its_person_is_blocked_or_wants_to_be_ignored(
    p: Play, how: str
) -> None:
    gate = held(p, 1)
    await p.type("/go are you there")
    await is_shown(p.store)
    if how == "blocked":
        await set_blocked(p.store, Pseudonyms(p.vault), Block("console:you", p.clock.now()))
    else:
        await p.type("/room lobby", "/attune ignore-me")  # said in another scope than the reply's
    gate.set()
    await p.companion.settled()
    assert "One thing." in p.words
    assert "Then the other." not in p.words


async def test_the_newest_reply_is_the_newest_by_the_clock_not_by_its_turn(p: Play) -> None:
    await p.type("first", "second", "third")
    p.clock.pass_by(seconds=3600)
    await p.type("a new conversation")
    newest = next(one["id"] for one in reversed(p.shown) if one["do"] == "say")
    model_of(p).script = lambda _prompt: ["Said another way."]
    await p.type("/attune repair cold")
    assert [one["id"] for one in p.shown if one["do"] == "replace"][-1] == newest
