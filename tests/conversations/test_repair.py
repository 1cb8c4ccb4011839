"""Repair: dialogues with a whole Attune."""

from pathlib import Path

import pytest

from adapters.console.shown import ShownAction
from bot.engine.codec import load_versions
from bot.errors import ModelCutOff, ModelError, StoreError
from bot.records import OutboxRow, PostRow, RepairRow, ReplyRow
from bot.strings import ENGLISH
from bot.words import Prompt
from tests.conversations.stage import COLDER, SAID, broken, model_of, next_prompt, plain_reply
from tests.fakes import FakeStore, FakeVault
from tests.play import Play, ScriptedModel, met, play


async def test_one_emoji_repairs_in_place_and_a_tap_names_the_kind(p: Play) -> None:
    await p.type(SAID)
    model_of(p).script = lambda _prompt: ["That launch was yours."]
    *better, choices = await p.type("/react 🔧")
    assert better == [
        "(r2 now reads:) That was colder than what you told me.",
        "    ",
        "    That launch was yours.",
    ]
    assert choices.startswith("    [1] Bland  [2] Too close  [3] Put it back  [4] Wanted to be ")
    assert model_of(p).prompts[-1].brief.rupture == "cold"
    model_of(p).script = lambda _prompt: ["The date first, the team after it."]
    again = await p.type("/choose Wanted a plan")
    assert again[0] == "(r2 now reads:) You wanted steps."
    kinds = await p.store.sweep(RepairRow)
    assert [(row.kind, row.again) for row in kinds] == [("cold", True), ("wanted a plan", False)]


async def test_put_it_back_takes_the_newest_away_and_again_the_first_words_stand(p: Play) -> None:
    await p.type(SAID)
    await p.type("/react 🔧", "/choose Missed the point")
    assert (await p.type("/choose Put it back"))[0] == f"(r2 now reads:) {COLDER}"
    assert await p.type("/choose Put it back") == [
        "(r2 now reads:) Tell them first thing. Then name the new date."
    ]


async def test_taking_the_emoji_back_restores_and_unlearns(p: Play) -> None:
    await p.type(SAID, "/react 🔧")
    assert "Begin with one sentence that sees what I said" in await next_prompt(p)
    await p.type("/unreact 🔧 r2")
    assert "Tell them first thing." in p.words
    assert "Begin with one sentence that sees what I said" not in await next_prompt(p)


async def test_after_a_day_it_only_unlearns_and_says_so(p: Play) -> None:
    await p.type(SAID, "/react 🔧")
    p.clock.pass_by(hours=24)
    assert ENGLISH.repair.undone_late in "\n".join(await p.type("/unreact 🔧 r2"))


async def test_the_words_before_a_repair_are_gone_after_a_day(p: Play) -> None:
    await p.type(SAID, "/react 🔧")
    p.clock.pass_by(hours=23)
    await p.type("/attune repair too long")
    assert await words_before(p) == [True, True]
    p.clock.pass_by(hours=1)
    await p.companion.run_due()
    assert await words_before(p) == [False, True]
    assert ENGLISH.repair.undone_late not in "\n".join(await p.type("/choose Put it back"))
    p.clock.pass_by(hours=23)
    await p.companion.run_due()
    assert await words_before(p) == [False]
    assert ENGLISH.repair.undone_late in "\n".join(await p.type("/choose Put it back"))


async def words_before(p: Play) -> list[bool]:
    """Gives, for each repair in the store, whether the words before it are kept."""
    (row,) = await p.store.sweep(ReplyRow)
    return [bool(one.text or one.messages) for one in load_versions(row.before)]


async def test_another_persons_emoji_does_nothing(p: Play) -> None:
    await p.type("/room lounge", "@attune hello")
    assert await p.type("/as eve", "/react 🔧 r2") == []
    assert (await p.type("/as you", "/react 🔧 r2"))[0].endswith(ENGLISH.replies.carried_on)


def _many(count: int, start: int) -> str:
    """Gives sentences of which none is like another."""
    letters = "abcdefghijklmnopqrstuvwxyz"
    ways = (letters[start] + letters[at // 26] + letters[at % 26] for at in range(count))
    return "".join(f"So {way} it {way}{start}. " for way in ways)


async def test_a_reply_of_many_messages_comes_back_whole(p: Play) -> None:
    first = "\n\n".join(f"Paragraph {n}. " + _many(300, n) for n in range(4)).strip()
    model_of(p).script = lambda _prompt: [first]
    await p.type(SAID)
    model_of(p).script = plain_reply
    await p.type("/react 🔧 r2", "/unreact 🔧 r2")
    stands = {one["id"]: one["text"] for one in p.shown if one["id"] and one["id"] > "r1"}
    assert "".join("".join(stands.values()).split()).count("Paragraph") == 4
    assert "".join(first.split()) == "".join("".join(sorted_texts(stands)).split())


def sorted_texts(stands: dict[str, str]) -> list[str]:
    order = sorted(stands.items(), key=lambda one: (len(one[0]), one[0]))
    return [text for name, text in order if name.startswith("r") and text]


async def test_a_notice_stands_under_a_reply_that_fails_and_under_a_repair(p: Play) -> None:
    await p.type("hello")
    p.clock.pass_by(hours=25)
    model_of(p).script = broken
    assert ENGLISH.replies.notice in "\n".join(await p.type("back"))
    model_of(p).script = plain_reply
    assert ENGLISH.replies.notice not in "\n".join(await p.type("again"))
    p.clock.pass_by(hours=25)
    assert ENGLISH.replies.notice in "\n".join(await p.type("again"))
    assert (await p.type("/react 🔧"))[-2] == "    " + ENGLISH.replies.notice
    assert ENGLISH.replies.notice not in "\n".join(await p.type("more"))


async def test_the_next_endpoint_answers_when_the_first_cannot_begin(tmp_path: Path) -> None:
    p = play(tmp_path, ScriptedModel(broken))
    p.after = (second := ScriptedModel(plain_reply),)
    async with p.running():
        await met(p)
        assert (await p.type("hello"))[-1] == "    Then name the new date."
        assert second.prompts == model_of(p).prompts


async def test_a_reply_that_began_is_never_taken_up_by_another_endpoint(tmp_path: Path) -> None:
    p = play(tmp_path, ScriptedModel(breaks_off))
    p.after = (second := ScriptedModel(plain_reply),)
    async with p.running():
        shown = await p.type("hello")
        assert ENGLISH.replies.cut_off in "".join(shown)
        assert shown[-1] == "    [1] Try again"
        assert second.prompts == []


def breaks_off(_prompt: Prompt) -> list[str | ModelError]:
    return ["A whole sentence. ", "And ", ModelCutOff("cut")]


async def test_an_older_reply_is_repaired_in_a_new_message(p: Play) -> None:
    await p.type(SAID, "something else")
    known = {row.key for row in await p.store.sweep(PostRow)}
    shown = await p.type("/react 🔧 r2")
    assert {row.key for row in await p.store.sweep(PostRow)} > known
    assert shown[0].startswith("r4> ")
    assert p.shown[-1]["reply_to"] == "r2"
    await p.type("/unreact 🔧 r2")
    assert p.shown[-1]["do"] == "delete"
    assert {row.key for row in await p.store.sweep(PostRow)} == known


async def test_a_repair_works_after_a_restart(tmp_path: Path) -> None:
    first = play(tmp_path, ScriptedModel(plain_reply))
    async with first.running() as p:
        await met(p)
        await p.type(SAID)
    async with first.running() as p:
        assert (await p.type("/react 🔧 r2"))[0].startswith("(r2 now reads:)")
    async with first.running() as p:
        await p.type("/unreact 🔧 r2")
        assert p.shown[-1]["text"] == "Tell them first thing. Then name the new date."


class EndsOnceRepaired(Play):
    """A process whose store is gone as soon as the repaired words stand in the room."""

    def _show(self, shown: ShownAction) -> None:
        Play._show(self, shown)
        if shown.get("text", "").startswith(COLDER) and isinstance(self.store, FakeStore):
            self.store.fails = StoreError("the process ends here")


async def ended_once_repaired(folder: Path) -> FakeStore:
    """Gives what such a process left in its store."""
    store = FakeStore(vault := FakeVault())
    ended = EndsOnceRepaired(folder, store, vault, ScriptedModel(plain_reply))
    async with ended.running() as p:
        await met(p)
        await p.type(SAID, "/react 🔧")
    store.fails = None
    return store


async def test_a_repair_that_was_shown_and_not_yet_stored_is_no_repair_that_changed_nothing(
    tmp_path: Path,
) -> None:
    left = await ended_once_repaired(tmp_path)
    async with Play(tmp_path, left, left.vault, ScriptedModel(plain_reply)).running() as p:
        await p.companion.settled()
        assert ENGLISH.repair.same.partition(",")[0] not in p.words
        (reply,) = await left.sweep(ReplyRow)
        assert [one.text for one in load_versions(reply.before)] == [
            "Tell them first thing. Then name the new date."
        ]
        await p.type("/unreact 🔧 r2")
        assert p.shown[-1]["text"] == "Tell them first thing. Then name the new date."


@pytest.mark.parametrize(
    "then", [["Tell them first thing. Then name the new date."], [ModelError("it is gone")]]
)
async def test_what_an_ended_process_showed_goes_where_the_next_finds_nothing_better(
    tmp_path: Path, then: list[str | ModelError]
) -> None:
    left = await ended_once_repaired(tmp_path)
    async with Play(tmp_path, left, left.vault, first_and_then(*then)).running() as p:
        await p.companion.settled()
        assert p.shown[0]["text"] == "Tell them first thing. Then name the new date."
        assert await left.sweep(OutboxRow) == ()
        (reply,) = await left.sweep(ReplyRow)
        assert (reply.repairs, reply.before) == (0, "")


async def test_what_an_ended_process_showed_goes_where_its_person_took_the_emoji_back(
    tmp_path: Path,
) -> None:
    left = await ended_once_repaired(tmp_path)
    async with Play(tmp_path, left, left.vault, ScriptedModel(plain_reply)).running() as p:
        await p.type("/unreact 🔧 r2")
        await p.companion.settled()
        assert p.shown[-1]["text"] == "Tell them first thing. Then name the new date."


# -- what is no better reply -------------------------------------------------------------------


def first_and_then(*pieces: str | ModelError) -> ScriptedModel:
    """Gives a model that answers as always, and says this where it is to repair."""
    return ScriptedModel(
        lambda prompt: list(pieces) if prompt.brief.rupture is not None else plain_reply(prompt)
    )


@pytest.mark.parametrize(
    ("words", "line"),
    [
        ("Tell them first thing. Then name the new date.", ENGLISH.repair.same),
        ("I apologize. Tell them first thing! Then name the new date", ENGLISH.repair.same),
        ("I'm sorry, but I can't assist with that.", ENGLISH.repair.refused),
        (ENGLISH.replies.nothing_left, ENGLISH.repair.refused),
        ("I apologize for the confusion.", ENGLISH.repair.refused),
    ],
)
async def test_what_is_no_other_reply_is_told_in_one_line_and_the_first_stays(
    p: Play, words: str, line: str
) -> None:
    p.model = first_and_then(words)
    async with p.running():
        await p.type(SAID)
        shown = await p.type("/react 🔧")
        assert len(shown) == 2
        assert line.partition(",")[0] in shown[0]
        assert shown[1].strip() == "[1] Try again"
        assert COLDER not in p.words
        (reply,) = await p.store.sweep(ReplyRow)
        assert (reply.repairs, reply.before) == (0, "")
        assert "Begin with one sentence that sees what I said" in await next_prompt(p)


async def test_a_repair_that_changed_nothing_can_be_tried_again_and_taken_back(p: Play) -> None:
    p.model = first_and_then("Tell them first thing. Then name the new date.")
    async with p.running():
        await p.type(SAID, "/react 🔧")
        p.model.script = lambda _prompt: ["I apologize for that. That launch was yours."]
        assert "    That launch was yours." in await p.type("/choose Try again")
        restored = await p.type("/unreact 🔧 r2")
        assert restored == ["(r2 now reads:) Tell them first thing. Then name the new date."]


async def test_taking_the_emoji_back_takes_what_a_repair_without_a_change_taught(p: Play) -> None:
    p.model = first_and_then("Tell them first thing. Then name the new date.")
    async with p.running():
        await p.type(SAID, "/react 🔧", "/unreact 🔧 r2")
        assert "Begin with one sentence that sees what I said" not in await next_prompt(p)


async def test_the_newest_correction_of_a_conversation_outranks_what_contradicts_it(
    p: Play,
) -> None:
    async with p.running():
        await p.type(SAID, "/attune repair cold", "and now", "/attune repair too close")
        note = await next_prompt(p)
    assert "Keep a friendly distance" in note
    assert "Begin with one sentence" not in note


async def test_leads_and_notices_never_come_back_to_the_model_as_its_own_words(p: Play) -> None:
    async with p.running():
        await p.type("hello", "/attune on", "/choose Yes", SAID, "/react 🔧", "and now", "so?")
        said = [line.text for line in model_of(p).prompts[-1].lines if line.role == "assistant"]
    assert any("Said the other way" in each for each in said)
    assert not any(each for each in said if COLDER in each or ENGLISH.replies.notice in each)
