"""Conversations with a whole Attune, read as dialogues: what is typed, and what is shown."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from bot import phrases
from bot.companion import Companion
from bot.companion.written import load_versions
from bot.errors import ModelCutOff, ModelError, ModelUnreachable
from bot.known import Guards
from bot.repair import OFF_BECAUSE
from bot.rows import AskRow, LedgerRow, OutboxRow, PostRow, RepairRow, ReplyRow, ScopeRow
from bot.rupture import Rupture
from bot.words import Prompt
from tests.play import Play, ScriptedModel, play

SAID = "I feel awful about the launch."
COLDER = OFF_BECAUSE[Rupture.COLD]


def plain_reply(_prompt: Prompt) -> list[str]:
    return ["Tell them ", "first thing. Then ", "name the new date."]


@pytest.fixture
async def p(tmp_path: Path) -> AsyncIterator[Play]:
    async with play(tmp_path, ScriptedModel(plain_reply)).running() as running:
        yield running


async def begun(p: Play) -> Play:
    await p.type("hello")
    return p


async def status(p: Play) -> str:
    return "\n".join(await p.type("/attune status"))


def model_of(p: Play) -> ScriptedModel:
    assert isinstance(p.model, ScriptedModel)
    return p.model


# -- first contact -----------------------------------------------------------------------------


async def test_a_first_message_is_greeted_once_and_answered(p: Play) -> None:
    assert await p.type("hello") == [
        "r1> I'm Attune, an AI run by Ada. I keep what you say for at most a day, unless you ask "
        "me to. 🔧 on a reply if it lands wrong; /attune help.",
        "r2> Tell them first thing.",
        "    Then name the new date.",
    ]
    assert await p.type("and now?") == ["r3> Tell them first thing.", "    Then name the new date."]


async def test_the_notice_rides_on_the_first_reply_of_the_next_day(p: Play) -> None:
    await begun(p)
    p.clock.pass_by(hours=25)
    assert (await p.type("back"))[-1] == "    " + phrases.NOTICE
    assert phrases.NOTICE not in "\n".join(await p.type("more"))


async def test_the_notice_comes_after_three_hours_of_continuing_talk(p: Play) -> None:
    await begun(p)
    for _ in range(11):
        p.clock.pass_by(minutes=16)
        assert phrases.NOTICE not in "\n".join(await p.type("on"))
    p.clock.pass_by(minutes=16)
    assert (await p.type("on"))[-1] == "    " + phrases.NOTICE


# -- consent -----------------------------------------------------------------------------------


async def test_nothing_changes_before_accept(p: Play) -> None:
    await begun(p)
    card = await p.type("/attune on")
    assert card[-1] == "    [1] Accept  [2] Not now"
    assert "effective level: plain" in await status(p)
    assert await p.type("/choose Not now r3") == ["r5 (only you)> " + phrases.NOT_NOW]
    assert "effective level: plain" in await status(p)
    assert "kept: your consent entries" in await status(p)


async def test_accept_holds_and_off_ends_it_in_one_word(p: Play) -> None:
    await begun(p)
    await p.type("/attune on", "/choose Accept")
    assert "effective level: warm" in await status(p)
    assert await p.type("Off.") == [
        "r6 (only you)> " + phrases.OFF,
        "    [1] Erase now",
    ]
    assert "effective level: plain" in await status(p)


async def test_coming_back_within_thirty_days_unfreezes_and_says_so(p: Play) -> None:
    await begun(p)
    await p.type("/attune on", "/choose Accept", "/attune off")
    assert "frozen" in await status(p)
    await p.type("/attune on")
    assert phrases.UNFROZEN.strip() in "\n".join(await p.type("/choose Accept"))
    assert "frozen" not in await status(p)


async def test_only_the_one_who_asked_can_accept(p: Play) -> None:
    await p.type("/room lounge", "/as ada", "@attune hello", "/attune on")
    assert (await p.type("/as eve", "/choose Accept r3"))[0].startswith("! ")
    assert "effective level: plain" in await status(p)
    assert "effective level: warm" in "\n".join(
        await p.type("/as ada", "/choose Accept r3", "/attune status")
    )


async def test_a_yes_holds_only_in_its_own_space(p: Play) -> None:
    await begun(p)
    await p.type("/attune on", "/choose Accept", "/room lounge")
    assert "effective level: plain" in await status(p)


@pytest.mark.parametrize(
    ("term", "hours"), [("tonight", 12), ("3", 72), ("", 180 * 24), ("900", 180 * 24)]
)
async def test_a_yes_runs_out_and_is_asked_about_once(p: Play, term: str, hours: int) -> None:
    await begun(p)
    await p.type(f"/attune on warm for {term}" if term else "/attune on", "/choose Accept")
    p.clock.at += timedelta(hours=hours, seconds=-1)
    assert "effective level: warm" in await status(p)
    p.clock.at += timedelta(seconds=1)
    shown = await p.type("hello again")
    assert any(phrases.RENEW in line for line in shown)
    assert "    [1] Renew  [2] Not now" in shown
    assert not any(phrases.RENEW in line for line in await p.type("and?"))
    assert "effective level: plain" in await status(p)
    await p.type("/choose Renew")
    assert "effective level: warm" in await status(p)


async def test_a_yes_for_a_conversation_ends_with_it(p: Play) -> None:
    await begun(p)
    await p.type("/attune on warm for conversation", "/choose Accept")
    p.clock.pass_by(minutes=29)
    assert "effective level: warm" in await status(p)
    p.clock.pass_by(minutes=31)
    assert "effective level: plain" in await status(p)


async def test_a_yes_for_a_conversation_holds_in_its_room_and_outlives_a_word_elsewhere(
    p: Play,
) -> None:
    await p.type("/room lounge", "/attune on warm for conversation", "/choose Accept", "@attune hi")
    await p.type("/room den", "@attune hi")
    assert "another room" in await status(p)
    assert "effective level: plain" in await status(p)
    assert "effective level: warm" in "\n".join(await p.type("/room lounge", "/attune status"))


async def test_a_lapsed_yes_in_a_shared_room_waits_for_a_private_occasion(p: Play) -> None:
    await p.type("/room lounge", "@attune hello", "/attune on for tonight", "/choose Accept")
    p.clock.pass_by(hours=13)
    assert phrases.RENEW not in "\n".join(await p.type("@attune hello"))
    shown = "\n".join(await p.type("/room dm", "hello"))
    assert phrases.RENEW in shown
    await p.type("/choose Renew")
    assert "effective level: plain" in await status(p)
    assert "effective level: warm" in "\n".join(await p.type("/room lounge", "/attune status"))


async def test_another_host_asks_again(tmp_path: Path) -> None:
    first = play(tmp_path, ScriptedModel(plain_reply))
    async with first.running() as p:
        await p.type("hello", "/attune on", "/choose Accept")
    second = Play(tmp_path, first.store, first.vault, first.model, first.clock, ("new.example",))
    async with second.running() as p:
        shown = "\n".join(await p.type("hello"))
        assert phrases.RENEW_CHANGED in shown
        assert "new.example" in shown
        assert "effective level: plain" in await status(p)


async def test_a_card_of_an_older_policy_is_shown_again_instead_of_taken(tmp_path: Path) -> None:
    first = play(tmp_path, ScriptedModel(plain_reply))
    async with first.running() as p:
        await p.type("hello", "/attune on")
    second = Play(tmp_path, first.store, first.vault, first.model, first.clock, ("new.example",))
    async with second.running() as p:
        shown = "\n".join(await p.type("/choose Accept r3"))
        assert "new.example" in shown
        assert "effective level: plain" in await status(p)


async def test_pause_is_plain_until_it_ends_by_itself(p: Play) -> None:
    await begun(p)
    await p.type("/attune on", "/choose Accept", "/attune pause 2h")
    assert "effective level: plain" in await status(p)
    p.clock.pass_by(hours=2)
    assert "effective level: warm" in await status(p)
    await p.type("/attune pause")
    p.clock.pass_by(days=9)
    assert "effective level: plain" in await status(p)
    await p.type("/attune resume")
    assert "effective level: warm" in await status(p)


async def test_level_goes_down_at_once_and_up_by_card(p: Play) -> None:
    await begun(p)
    await p.type("/attune on attuned", "/choose Accept", "/attune level warm")
    assert "effective level: warm" in await status(p)
    assert (await p.type("/attune level attuned"))[-1] == "    [1] Accept  [2] Not now"
    assert "effective level: warm" in await status(p)


async def test_the_ceiling_is_an_admins_and_starts_at_warm(p: Play) -> None:
    await p.type("/room lounge", "@attune hello")
    card = "\n".join(await p.type("/attune on attuned"))
    assert "The ceiling here is warm" in card
    await p.type("/choose Accept")
    assert "effective level: warm" in await status(p)
    assert phrases.NOT_ADMIN in "\n".join(await p.type("/attune-admin ceiling ongoing"))
    await p.type("/as admin", "/attune-admin ceiling attuned", "/as you")
    assert "effective level: attuned" in await status(p)


async def test_under_18_is_plain_and_survives_an_erase(p: Play) -> None:
    await begun(p)
    await p.type("/attune on", "/choose Accept", "/attune under-18")
    assert "effective level: plain" in await status(p)
    await p.type("/attune data erase", "/choose Erase")
    assert phrases.UNDER_18_REFUSED in "\n".join(await p.type("/attune on"))


async def test_the_ledger_tells_what_was_said_yes_to(p: Play) -> None:
    await begun(p)
    await p.type("/attune on", "/choose Accept", "/attune off")
    entries: list[LedgerRow] = p.store.kept.entries  # type: ignore[attr-defined]
    assert [entry.state for entry in entries] == ["requested", "given", "withdrawn"]
    assert len({entry.subject for entry in entries}) == 1


# -- stances -----------------------------------------------------------------------------------


async def test_a_stance_holds_for_one_conversation(p: Play) -> None:
    await begun(p)
    assert await p.type("Just listen.") == ["r3 (only you)> " + phrases.STANCES["listen"]]
    await p.type(SAID)
    assert model_of(p).prompts[-1].brief.stance == "listen"
    p.clock.pass_by(minutes=31)
    await p.type(SAID)
    assert model_of(p).prompts[-1].brief.stance is None


async def test_a_stance_by_command_reaches_the_prompt(p: Play) -> None:
    await begun(p)
    await p.type("/attune stay", SAID)
    assert model_of(p).prompts[-1].brief.questions == 0


async def test_two_replies_running_are_never_only_questions(p: Play) -> None:
    model_of(p).script = lambda _prompt: ["What do you mean?"]
    assert (await p.type("hello"))[-1] == "r2> What do you mean?"
    assert await p.type("well") == ["r3> " + phrases.NOTHING_LEFT]


async def test_surplus_questions_are_dropped(p: Play) -> None:
    model_of(p).script = lambda _prompt: ["So. Why? ", "And how? ", "And when? Well."]
    assert (await p.type("hello"))[1:] == ["r2> So.", "    Why?", "    Well."]


# -- repair ------------------------------------------------------------------------------------


async def test_one_emoji_repairs_in_place_and_a_tap_names_the_kind(p: Play) -> None:
    await p.type(SAID)
    model_of(p).script = lambda _prompt: ["That launch was yours."]
    assert await p.type("/react 🔧") == [
        "(r2 now reads:) That was colder than what you told me.",
        "    ",
        "    That launch was yours.",
        "    [1] Wanted to be heard  [2] Wanted a plan  [3] Missed the point  [4] More"
        "  [5] Put it back  [6] What changed?",
    ]
    assert model_of(p).prompts[-1].brief.rupture == "cold"
    again = await p.type("/choose Wanted a plan")
    assert again[0] == "(r2 now reads:) I talked when you wanted a plan."
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
    assert "Learnt from repairs" in await next_prompt(p)
    await p.type("/unreact 🔧 r2")
    assert "Tell them first thing." in p.words
    assert "Learnt from repairs" not in await next_prompt(p)


async def next_prompt(p: Play) -> str:
    await p.type("and then?")
    return model_of(p).prompts[-1].lines[0].text


async def test_after_a_day_it_only_unlearns_and_says_so(p: Play) -> None:
    await p.type(SAID, "/react 🔧")
    p.clock.pass_by(hours=24)
    assert phrases.UNDONE_LATE in "\n".join(await p.type("/unreact 🔧 r2"))


async def test_the_words_before_a_repair_are_gone_after_a_day(p: Play) -> None:
    await p.type(SAID, "/react 🔧")
    p.clock.pass_by(hours=23)
    await p.type("/attune repair too long")
    assert await words_before(p) == [True, True]
    p.clock.pass_by(hours=1)
    await p.companion.run_due()
    assert await words_before(p) == [False, True]
    assert phrases.UNDONE_LATE not in "\n".join(await p.type("/choose Put it back"))
    p.clock.pass_by(hours=23)
    await p.companion.run_due()
    assert await words_before(p) == [False]
    assert phrases.UNDONE_LATE in "\n".join(await p.type("/choose Put it back"))


async def words_before(p: Play) -> list[bool]:
    """Gives, for each repair in the store, whether the words before it are kept."""
    (row,) = await p.store.sweep(ReplyRow)
    return [bool(one.text or one.messages) for one in load_versions(row.before)]


async def test_another_persons_emoji_does_nothing(p: Play) -> None:
    await p.type("/room lounge", "@attune hello")
    assert await p.type("/as eve", "/react 🔧 r2") == []
    assert (await p.type("/as you", "/react 🔧 r2"))[0].endswith(phrases.CARRIED_ON)


async def test_a_reply_of_many_messages_comes_back_whole(p: Play) -> None:
    first = "\n\n".join(f"Paragraph {n}. " + "So it is. " * 300 for n in range(4)).strip()
    model_of(p).script = lambda _prompt: [first]
    await p.type(SAID)
    model_of(p).script = plain_reply
    await p.type("/react 🔧 r2", "/unreact 🔧 r2")
    stands = {one["id"]: one["text"] for one in p.shown if one["id"] and one["id"] > "r1"}
    assert "".join("".join(stands.values()).split()).count("Paragraph") == 4
    assert "".join(first.split()) == "".join("".join(sorted_texts(stands)).split())


def sorted_texts(stands: dict[str, str]) -> list[str]:
    return [text for name, text in sorted(stands.items()) if name.startswith("r") and text]


async def test_a_notice_is_said_when_a_reply_really_carries_it(p: Play) -> None:
    await begun(p)
    p.clock.pass_by(hours=25)
    model_of(p).script = broken
    assert phrases.NOTICE not in "\n".join(await p.type("back"))
    model_of(p).script = plain_reply
    assert phrases.NOTICE in "\n".join(await p.type("again"))
    assert (await p.type("/react 🔧"))[-2] == "    " + phrases.NOTICE
    assert phrases.NOTICE not in "\n".join(await p.type("more"))


def broken(_prompt: Prompt) -> list[ModelError]:
    return [ModelUnreachable("down")]


async def test_the_next_endpoint_answers_when_the_first_cannot_begin(tmp_path: Path) -> None:
    p = play(tmp_path, ScriptedModel(broken))
    p.after = (second := ScriptedModel(plain_reply),)
    async with p.running():
        assert (await p.type("hello"))[-1] == "    Then name the new date."
        assert second.prompts == model_of(p).prompts


async def test_a_reply_that_began_is_never_taken_up_by_another_endpoint(tmp_path: Path) -> None:
    p = play(tmp_path, ScriptedModel(breaks_off))
    p.after = (second := ScriptedModel(plain_reply),)
    async with p.running():
        shown = await p.type("hello")
        assert phrases.CUT_OFF in "".join(shown)
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
        await p.type(SAID)
    async with first.running() as p:
        assert (await p.type("/react 🔧 r2"))[0].startswith("(r2 now reads:)")
    async with first.running() as p:
        await p.type("/unreact 🔧 r2")
        assert p.shown[-1]["text"] == "Tell them first thing. Then name the new date."


async def test_more_shows_every_kind(p: Play) -> None:
    await p.type(SAID, "/react 🔧")
    shown = "\n".join(await p.type("/choose More"))
    assert "Wrong fact" in shown
    assert "Other" in shown
    assert "Put it back" in shown


# -- silence -----------------------------------------------------------------------------------


async def test_off_while_it_writes_marks_what_was_shown_and_silences_the_rest(p: Play) -> None:
    await begun(p)
    await p.type("/attune on", "/choose Accept")
    model = model_of(p)
    model.gates[2] = asyncio.Event()
    await p.type("/go " + SAID)
    await model.reached.wait()
    shown = "\n".join(await p.type("off"))
    assert phrases.STOPPED in shown
    assert "new date" not in shown
    assert phrases.OFF in shown


async def test_what_reads_well_is_shown_while_the_model_rests(p: Play) -> None:
    model_of(p).script = lambda _prompt: ["Tell them now. ", "Then rest."]
    model_of(p).gates[1] = asyncio.Event()
    await p.type("/go " + SAID)
    await p.reads("Tell them now.")
    model_of(p).gates[1].set()
    await p.companion.settled()
    assert p.shown[-1]["text"] == "Tell them now. Then rest."


async def test_stop_ends_that_reply_and_nothing_else(p: Play) -> None:
    await begun(p)
    await p.type("/attune on", "/choose Accept")
    model = model_of(p)
    model.gates[2] = asyncio.Event()
    await p.type("/go " + SAID)
    await model.reached.wait()
    assert phrases.STOPPED in "\n".join(await p.type("stop"))
    assert "effective level: warm" in await status(p)


async def test_a_ceiling_lowered_while_it_writes_silences_the_reply(p: Play) -> None:
    await p.type("/room lounge", "@attune hello")
    model = model_of(p)
    model.gates[2] = asyncio.Event()
    await p.type("/go @attune " + SAID)
    await model.reached.wait()
    shown = "\n".join(await p.type("/as admin", "/attune-admin ceiling plain"))
    assert phrases.STOPPED in shown


async def test_a_reply_open_at_the_end_is_finished_in_the_same_message(tmp_path: Path) -> None:
    model = ScriptedModel(plain_reply)
    first = play(tmp_path, model)
    async with first.running() as p:
        model.gates[2] = asyncio.Event()
        await p.type("/go " + SAID)
        await model.reached.wait()
    model.gates.clear()
    async with first.running() as p:
        await p.companion.settled()
        last = p.shown[-1]
        assert (last["id"], last["text"]) == (
            "r2",
            "Tell them first thing. Then name the new date.",
        )
        assert await p.store.sweep(AskRow) == ()


async def test_a_reply_that_fails_after_a_restart_keeps_what_was_shown(tmp_path: Path) -> None:
    model = ScriptedModel(plain_reply)
    first = play(tmp_path, model)
    async with first.running() as p:
        model.gates[2] = asyncio.Event()
        await p.type("/go " + SAID)
        await model.reached.wait()
    model.script = broken
    async with first.running() as p:
        await p.companion.settled()
    assert p.shown[-1]["text"] == f"Tell them first thing.\n\n{phrases.CUT_OFF}"
    assert p.shown[-1]["choices"] == [phrases.TRY_AGAIN]


async def test_a_reply_open_for_over_an_hour_is_said_to_be_unfinished(tmp_path: Path) -> None:
    model = ScriptedModel(plain_reply)
    first = play(tmp_path, model)
    async with first.running() as p:
        model.gates[2] = asyncio.Event()
        await p.type("/go " + SAID)
        await model.reached.wait()
    first.clock.pass_by(hours=2)
    async with first.running() as p:
        await p.companion.settled()
        assert phrases.TOO_LATE in p.words
        assert f"Tell them first thing.\n\n{phrases.CUT_OFF}" in p.words


# -- crisis, limits, style, erase --------------------------------------------------------------


async def test_a_crisis_outranks_pause_under_18_and_every_guard(p: Play) -> None:
    p.guards = Guards(waiting=0, messages_a_minute=0, tokens_a_day=0)
    async with p.running():
        await p.type("/attune pause", "/attune under-18")
        assert phrases.CRISIS in "\n".join(await p.type("I want to kill myself"))


async def test_over_the_guard_one_kind_line(p: Play) -> None:
    p.guards = Guards(messages_a_minute=2)
    async with p.running():
        await p.type("one", "two")
        assert await p.type("three") == ["r4 (only you)> " + phrases.OVER_MINUTE]
        assert await p.type("four") == []
        p.clock.pass_by(minutes=1)
        assert (await p.type("five"))[0] == "r5> Tell them first thing."


async def test_the_days_tokens_count_what_is_sent_and_what_comes_back(p: Play) -> None:
    p.guards = Guards(messages_a_minute=100, tokens_a_day=1100)
    async with p.running():
        assert phrases.OVER_DAY not in "\n".join(await p.type("one", "/react 🔧"))
        assert await p.type("two") == ["r3 (only you)> " + phrases.OVER_DAY]
        p.clock.pass_by(hours=24)
        assert (await p.type("three"))[0] == "r4> Tell them first thing."


async def test_a_style_upwards_is_not_used_where_the_level_has_no_room(p: Play) -> None:
    await begun(p)
    await p.type("/attune on", "/choose Accept", "/attune style warmer", "/attune style shorter")
    assert "Warmer" in await next_prompt(p)
    await p.type("off")
    assert "Warmer" not in await next_prompt(p)
    assert "Shorter" in await next_prompt(p)


async def test_an_erase_in_one_place_leaves_what_waits_about_another(p: Play) -> None:
    await p.type("/room lounge", "@attune hello", "/attune on for 2", "/choose Accept")
    p.clock.pass_by(days=3)
    await p.type("@attune hello", "/room dm", "/attune data erase", "/choose Erase")
    assert phrases.RENEW in "\n".join(await p.type("hello"))


async def test_a_line_that_waited_names_the_ceiling_of_its_own_space(p: Play) -> None:
    await p.type("/room lounge", "/as admin", "/attune-admin ceiling attuned", "/as you")
    await p.type("@attune hello", "/attune on attuned for 2", "/choose Accept")
    p.clock.pass_by(days=3)
    shown = "\n".join(await p.type("@attune hello", "/room dm", "hello"))
    assert phrases.RENEW in shown
    assert "ceiling" not in shown


async def test_every_repair_is_recorded_also_after_it_was_put_back(p: Play) -> None:
    await p.type(SAID, "/react 🔧", "/choose Wanted a plan", "/choose Put it back")
    await p.type("/unreact 🔧 r2", "/react 🔧 r2")
    kinds = await p.store.sweep(RepairRow)
    assert [(row.kind, row.again) for row in kinds] == [
        ("cold", True),
        ("wanted a plan", True),
        ("cold", False),
    ]


async def test_style_upwards_needs_a_level_and_downwards_none(p: Play) -> None:
    await begun(p)
    assert phrases.STYLE_UPWARD in "\n".join(await p.type("/attune style warmer"))
    await p.type("/attune style shorter")
    assert "shorter" in "\n".join(await p.type("/attune style"))
    await p.type("/attune style whole", SAID)
    says = [one["do"] for one in p.shown[-2:]]
    assert says == ["seen", "say"]
    await p.type("/attune style reset")
    assert phrases.STYLE_NONE in "\n".join(await p.type("/attune style"))


async def test_an_erase_asks_once_and_leaves_nothing_but_the_ledger(p: Play) -> None:
    await begun(p)
    await p.type("/attune on", "/choose Accept", SAID, "/react 🔧")
    await p.type("/attune data erase")
    receipt = "\n".join(await p.type("/choose Erase"))
    assert "Receipt: " in receipt
    for kind in (ScopeRow, ReplyRow, RepairRow, AskRow, OutboxRow):
        assert await p.store.sweep(kind) == ()
    assert "kept: nothing" in await status(p)
    entries: list[LedgerRow] = p.store.kept.entries  # type: ignore[attr-defined]
    assert [entry.state for entry in entries] == ["requested", "given", "withdrawn"]


async def test_replies_to_one_person_come_in_the_order_they_asked(p: Play) -> None:
    await p.type("/go the first", "/go the second")
    await p.companion.settled()
    answers = [one["reply_to"] for one in p.shown if one["do"] == "say" and one["reply_to"]]
    assert answers == ["u1", "u2"]


async def test_one_reply_is_written_at_a_time_for_one_person_in_all_rooms(p: Play) -> None:
    model_of(p).gates[0] = asyncio.Event()
    for name in ("a", "b", "c"):
        await p.type(f"/room {name}", "/go @attune hello")
    await model_of(p).reached.wait()
    assert len(model_of(p).prompts) == 1
    model_of(p).gates[0].set()
    await p.companion.settled()
    assert len(model_of(p).prompts) == 3


async def test_the_first_reply_is_known_as_the_first_also_after_a_command(p: Play) -> None:
    await p.type("/attune status", "hello", "and?")
    assert [prompt.brief.first for prompt in model_of(p).prompts] == [True, False]


async def test_words_of_others_never_reach_the_model(p: Play) -> None:
    await p.type("/room lounge", "/as eve", "a secret of eve's", "/as ada", "@attune hello")
    await p.type("/as ada", "/reply u1 @attune what about this")
    sent = "\n".join(line.text for prompt in model_of(p).prompts for line in prompt.lines)
    assert "secret" not in sent
    assert "(someone else's message)" in sent


async def test_an_event_that_comes_twice_counts_once(p: Play) -> None:
    seen: list[bool] = []
    original = p.companion.handle

    async def twice(event: object) -> bool:
        first = await original(event)  # type: ignore[arg-type]
        seen.append(await original(event))  # type: ignore[arg-type]
        return first

    p.session._handle = twice
    assert len(await p.type("hello")) == 3
    assert seen == [False]
    assert isinstance(p.companion, Companion)
