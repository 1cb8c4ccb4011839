"""How Attune behaves, on every platform: one suite, written against a small driver.

A platform's test file imports everything from here and provides the fixture `d`.
"""

import asyncio
import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from structlog.testing import capture_logs
from structlog.typing import EventDict

from bot.crisis import texts
from bot.crisis.tiers import stated
from bot.engine import floor
from bot.engine.exchange import without_line
from bot.errors import ModelCutOff, ModelError, ModelUnreachable
from bot.records import Chapter
from bot.rupture import Rupture
from bot.strings import ENGLISH
from bot.tasks import start
from bot.words import Prompt
from tests.driver import IN_THE_LOBBY, Driver, Seen
from tests.exports import document, exported
from tests.fakes import FakeClassifier
from tests.held import held
from tests.play import ScriptedModel

GREETING = (
    f"-# {ENGLISH.rooms.greeting.format(name='Attune', operator='Ada')} {ENGLISH.rooms.unsuitable}"
)
REPLY = "Tell them first thing. Then name the new date."


def scripted() -> ScriptedModel:
    """Gives a model that always says the same, and the other way where it is to repair."""

    def script(prompt: Prompt) -> Sequence[str]:
        if prompt.brief.rupture is not None:
            return [f"Said the other way, as {prompt.brief.rupture} asks for it."]
        return ["Tell them first thing. ", "Then name the new date."]

    return ScriptedModel(script)


def says(d: Driver, *pieces: str | ModelError) -> None:
    def script(_prompt: Prompt) -> Sequence[str | ModelError]:
        return pieces

    d.model.script = script


def words(seen: list[Seen]) -> str:
    return "\n".join(one.text for one in seen)


def typed(one: Seen) -> str:
    """Gives what a message says, with its commands as they are typed on most platforms."""
    return one.text.replace("!attune", "/attune")


def bare(text: str) -> str:
    """Gives a reply without the small line under it."""
    return without_line(text, ENGLISH)


def last_line(text: str) -> str:
    """Gives the last line: above it may stand which room it is about."""
    return text.rpartition("\n")[2]


def prompted(d: Driver) -> str:
    return "\n".join(line.text for line in d.model.prompts[-1].lines)


def asked_to_mend(d: Driver) -> Rupture:
    """Gives how the reply landed wrong that the model was asked last to put better."""
    kind = d.model.prompts[-1].brief.rupture
    assert kind is not None
    return kind


async def level(d: Driver, *, by: str = "ada", room: str = "dm") -> str:
    status = words(await d.command("status", by=by, room=room))
    found = re.search(r"\b(Plain|Warm|Attuned|Ongoing) here\b", status)
    assert found is not None
    return found[1].lower()


async def agreed(d: Driver, what: str = "on", *, by: str = "ada", room: str = "dm") -> list[Seen]:
    card = (await d.command(what, by=by, room=room))[-1]
    return await d.choose("Yes", card.id, by=by, room=room)


async def answered(d: Driver, text: str = "The launch slips.", **where: str) -> Seen:
    """Gives the reply to a message, without the small line under it."""
    reply = [one for one in await d.say(text, **where) if one.to is None][-1]
    return replace(reply, text=bare(reply.text))


# -- first contact and consent -----------------------------------------------------------------


async def test_it_says_that_it_is_an_ai_once_and_answers(d: Driver) -> None:
    (seen,) = await d.say("hello")
    assert typed(seen) == f"{REPLY}\n\n{GREETING}"
    assert "an AI" not in words(await d.say("and now"))


async def test_who_begins_with_a_command_reads_that_it_is_an_ai_under_its_answer(
    d: Driver,
) -> None:
    seen = (await d.command("status"))[-1]
    assert typed(seen).endswith(f"\n\n{GREETING}")
    assert words(await d.say("hello")) == REPLY


async def test_a_reply_that_fails_says_that_it_is_an_ai_all_the_same(d: Driver) -> None:
    says(d, ModelUnreachable("gone"))
    (seen,) = await d.say("hello")
    assert typed(seen) == f"{ENGLISH.failures.unreachable}\n\n{GREETING}"
    says(d, REPLY)
    assert words(await d.say("and now")) == REPLY


async def test_a_shared_room_is_greeted_once_and_each_person_reads_that_it_is_an_ai(
    d: Driver,
) -> None:
    notice = f"-# {ENGLISH.replies.notice}"
    for who, line in (("ada", GREETING), ("eve", notice)):
        for text in (f"{REPLY}\n\n{line}", REPLY):
            (seen,) = await d.say("hello", by=who, room="lobby")
            assert typed(seen) == text


async def test_a_repair_keeps_the_line_under_the_reply_that_it_replaces(d: Driver) -> None:
    first = (await d.say("hello"))[-1]
    await d.react("🔧", first.id)
    seen = await d.read(first.id)
    assert seen is not None
    assert typed(seen).endswith(f"\n\n{GREETING}")
    assert REPLY not in seen.text


async def test_nothing_changes_before_accept_and_only_ones_own_counts(d: Driver) -> None:
    await d.say("hello", room="lobby")
    card = (await d.command("on", room="lobby"))[-1]
    assert card.choices == ("Yes", "Not now", "Read everything")
    assert await d.choose("Yes", card.id, by="eve", room="lobby") == []
    assert await level(d, room="lobby") == "plain"
    await d.choose("Yes", card.id, room="lobby")
    assert await level(d, room="lobby") == "warm"


async def test_off_in_one_word_and_coming_back(d: Driver) -> None:
    await d.say("hello")
    await agreed(d)
    off = await d.say("off")
    assert off[-1].choices == ("Erase now",)
    assert await level(d) == "plain"
    assert ENGLISH.consent.unfrozen.strip() in words(await agreed(d))


async def test_a_clear_wish_to_leave_counts_however_it_is_typed_and_in_a_shared_room(
    d: Driver,
) -> None:
    await d.say("hello")
    for text, code in (("off 🙏", "en"), ("please turn it off", "en"), ("bitte ausschalten", "de")):
        await agreed(d)
        assert ENGLISH.to(code).consent.off in words(await d.say(text))
        assert await level(d) == "plain"
    await agreed(d, room="lobby")
    before = len(d.model.prompts)
    await d.say("ＯＦＦ", room="lobby")
    assert await level(d, room="lobby") == "plain"
    assert len(d.model.prompts) == before


async def test_what_only_looks_like_leaving_is_asked_about_before_anything_changes(
    d: Driver,
) -> None:
    await d.say("hello")
    await agreed(d)
    before = len(d.model.prompts)
    card = (await d.say("I want out"))[-1]
    assert card.choices == ("Off", "Erase", "No")
    assert await level(d) == "warm"
    await d.choose("No", card.id)
    assert await level(d) == "warm"
    card = (await d.choose("Erase", (await d.say("I want out"))[-1].id))[-1]
    assert "Erase" in card.choices
    card = (await d.say("stop messaging me"))[-1]
    await d.restart()
    assert ENGLISH.consent.off in words(await d.choose("Off", card.id))
    assert await level(d) == "plain"
    assert len(d.model.prompts) == before


async def test_off_as_an_answer_to_what_was_asked_is_asked_about_and_then_counts(
    d: Driver,
) -> None:
    await d.say("hello")
    await agreed(d)
    says(d, "Is the oven on or off?")
    await answered(d, "it smells in my kitchen")
    assert (await d.say("off"))[-1].choices == ("Off", "Erase", "No")
    assert await level(d) == "warm"
    assert ENGLISH.consent.off in words(await d.say("off"))
    assert await level(d) == "plain"


async def test_an_edit_into_off_withdraws(d: Driver) -> None:
    await d.say("hello")
    await agreed(d)
    await d.say("of")
    assert ENGLISH.consent.off in words(await d.edit("off"))
    assert await level(d) == "plain"


async def test_in_a_shared_room_off_is_heard_where_the_card_says_so(d: Driver) -> None:
    reply = await answered(d, room="lobby")
    card = (await d.command("on", room="lobby"))[-1]
    whole = await d.choose("Read everything", card.id, room="lobby")
    # It is read in a direct message where a platform can show nothing to one person alone.
    assert re.search("mention me t?here, or reply to me with a mention", words(whole))
    await d.choose("Yes", card.id, room="lobby")
    await d.reply(reply.id, "off", room="lobby")
    assert await level(d, room="lobby") == "plain"
    await agreed(d, room="lobby")
    await d.say("Off.", room="lobby")
    assert await level(d, room="lobby") == "plain"


async def test_who_is_ignored_can_still_leave_in_one_word(d: Driver) -> None:
    await d.say("hello")
    await agreed(d)
    await d.command("ignore-me")
    assert ENGLISH.consent.off in words(await d.say("off"))
    assert await d.say("are you there") == []
    assert await level(d) == "plain"


async def test_a_term_runs_out_and_is_asked_about_once(d: Driver) -> None:
    await d.say("hello")
    await agreed(d, "on for tonight")
    await d.pass_by(12.1)
    assert ENGLISH.consent.renew in words(await d.say("hello again"))
    assert await level(d) == "plain"
    assert ENGLISH.consent.renew not in words(await d.say("and again"))


async def test_a_yes_of_another_place_is_asked_for_by_the_name_of_that_place(d: Driver) -> None:
    await d.say("hello", room="lobby")
    await agreed(d, "on for tonight", room="lobby")
    await d.pass_by(12.1)
    await d.say("hello again", room="lobby")
    asked = words(await d.say("and here"))
    assert ENGLISH.consent.renew in asked
    assert any(f"**Warm, {one}, " in asked for one in IN_THE_LOBBY)


async def test_a_pause_is_plain_until_it_ends(d: Driver) -> None:
    await d.say("hello")
    await agreed(d)
    await d.command("pause 2h")
    assert await level(d) == "plain"
    await d.pass_by(2.1)
    assert await level(d) == "warm"


async def test_the_ceiling_is_an_admins_and_a_higher_one_moves_nobody(d: Driver) -> None:
    await d.say("hello", room="lobby")
    assert ENGLISH.admins.not_admin in words(await d.command("admin ceiling plain", room="lobby"))
    await agreed(d, "on attuned", room="lobby")
    assert await level(d, room="lobby") == "warm"
    await d.command("admin ceiling attuned", by="admin", room="lobby")
    shown = await d.command("status", room="lobby")
    assert "Warm here" in words(shown)
    assert ENGLISH.consent.more_allowed.format(level="attuned") in words(shown)
    card = next(one for one in shown if "Yes" in one.choices)
    assert card.to == "ada"
    await d.choose("Yes", card.id, room="lobby")
    assert await level(d, room="lobby") == "attuned"
    assert await level(d) == "plain"


async def test_an_admins_panel_shows_each_change_before_and_after_in_its_place(d: Driver) -> None:
    said = ENGLISH.settings
    await d.say("hello", by="admin", room="lobby")
    panel = (await d.command("admin settings", by="admin", room="lobby"))[-1]
    name = said.names["deepest"]
    assert said.line.format(name=name, value="warm") in panel.text
    page = (await d.choose(name, panel.id, by="admin", room="lobby"))[-1]
    assert page.id == panel.id
    assert said.does["deepest"] in page.text
    # What is set is no choice, but for a list, which marks it.
    assert page.holds in ("", "warm")
    assert ("warm" in page.choices) == (page.holds == "warm")
    changed = (await d.choose("attuned", panel.id, by="admin", room="lobby"))[-1]
    assert changed.id == panel.id
    assert said.changed.format(name=name, before="warm", after="attuned") in changed.text
    assert said.undo in changed.choices
    assert (said.names["threads"] in changed.choices) == d.follows_threads
    await d.choose(said.undo, panel.id, by="eve", room="lobby")
    await agreed(d, "on attuned", room="lobby")
    assert await level(d, room="lobby") == "attuned"
    refused = words(await d.command("admin settings", by="eve", room="lobby"))
    assert ENGLISH.admins.not_admin in refused


async def test_a_card_from_before_off_does_nothing_and_says_so(d: Driver) -> None:
    await d.say("hello")
    card = (await d.command("on"))[-1]
    await d.say("off")
    assert ENGLISH.consent.void.partition("/")[0] in words(await d.choose("Yes", card.id))
    assert await level(d) == "plain"


async def test_a_yes_holds_until_the_date_its_card_showed(d: Driver) -> None:
    await d.say("hello")
    await agreed(d, "on for tonight")
    await d.pass_by(6)
    card = (await d.command("on for tonight"))[-1]
    assert "for the next 12 hours" in card.text
    await d.pass_by(0.2)
    assert "for the next 12 hours" in words(await d.choose("Yes", card.id))


async def test_under_18_is_plain_and_survives_an_erase(d: Driver) -> None:
    await d.say("hello")
    await agreed(d)
    await d.command("under-18")
    card = (await d.command("data erase"))[-1]
    await d.choose("Erase", card.id)
    assert await level(d) == "plain"
    assert "under 18" in words(await d.command("status"))


async def test_an_age_said_plainly_is_asked_back(d: Driver) -> None:
    await d.say("hello")
    card = next(one for one in await d.say("I'm 15") if one.text == ENGLISH.person.age_asked)
    await d.choose("Under 18", card.id)
    assert "under 18" in words(await d.command("status"))


# -- stances and style -------------------------------------------------------------------------


async def test_a_stance_by_words_and_by_command_reaches_the_reply(d: Driver) -> None:
    await d.say("hello")
    await d.say("just listen")
    await d.say("it was a long week")
    assert "Just listen: no advice" in prompted(d)
    await d.command("do")
    await d.say("and now")
    assert "Only the steps, in order." in prompted(d)


async def test_surplus_questions_are_dropped(d: Driver) -> None:
    says(d, "So. Why? ", "And how? ", "Well.")
    assert (await answered(d)).text == "So. Why? Well."


async def test_a_style_is_set_shown_and_reset(d: Driver) -> None:
    await d.say("hello")
    await d.command("style blunter")
    await d.say("what now")
    assert "Blunt: the point first" in prompted(d)
    assert "blunter" in words(await d.command("style"))
    await d.command("style reset")
    assert ENGLISH.style.none in words(await d.command("style"))


# -- repair ------------------------------------------------------------------------------------


async def test_a_wrench_repairs_in_place_and_kinds_are_one_tap(d: Driver) -> None:
    reply = await answered(d, "I feel awful about the launch.")
    says(d, "That launch was yours.")
    await d.react("🔧", reply.id)
    better = await d.read(reply.id)
    assert better is not None
    assert bare(better.text).endswith("That launch was yours.")
    assert better.choices[2] == ENGLISH.choices.put_back
    assert better.choices[-1] == ENGLISH.choices.what_changed
    says(d, "The date first, and the team after it.")
    await d.choose(better.choices[0], reply.id)
    assert ENGLISH.repair.label(asked_to_mend(d)) == better.choices[0]
    again = await d.read(reply.id)
    assert again is not None
    assert better.choices[0] not in again.choices
    await d.choose(ENGLISH.repair.label(Rupture.WRONG_FACT), reply.id)
    assert asked_to_mend(d) is Rupture.WRONG_FACT


async def test_taking_it_back_restores_also_after_a_restart(d: Driver) -> None:
    reply = await answered(d)
    says(d, "Another way.")
    await d.react("🔧", reply.id)
    await d.restart()
    await d.unreact("🔧", reply.id)
    restored = await d.read(reply.id)
    assert restored is not None
    assert bare(restored.text) == REPLY


async def test_put_it_back_and_what_it_said_first(d: Driver) -> None:
    reply = await answered(d)
    says(d, "Another way.")
    await d.react("🔧", reply.id)
    assert REPLY in words(await d.choose(ENGLISH.choices.what_changed, reply.id))
    await d.choose("Put it back", reply.id)
    restored = await d.read(reply.id)
    assert restored is not None
    assert bare(restored.text) == REPLY


async def test_words_repair_below(d: Driver) -> None:
    reply = await answered(d)
    seen = await d.say("you sound like a help desk")
    assert seen[-1].reply_to == reply.id
    assert seen[-1].text.startswith("That was colder than what you told me.")


async def test_a_repair_that_is_no_other_reply_says_so_and_the_first_one_stays(d: Driver) -> None:
    reply = await answered(d)
    for again, line in (
        (REPLY, ENGLISH.repair.same),
        ("I'm sorry, but I can't assist with that.", ENGLISH.repair.refused),
        (ModelUnreachable("down"), ENGLISH.repair.failed),
    ):
        says(d, again)
        told = await d.command(f"repair {reply.id}")
        assert line in words(told)
        stands = await d.read(reply.id)
        assert stands is not None
        assert bare(stands.text) == REPLY


async def test_a_repair_asks_the_message_again_without_the_old_reply_and_cuts_apologies(
    d: Driver,
) -> None:
    reply = await answered(d)
    says(d, "I apologize for the confusion. ", "That launch was yours.")
    await d.command(f"repair cold {reply.id}")
    assert "The launch slips." in prompted(d)
    assert REPLY not in prompted(d)
    better = await d.read(reply.id)
    assert better is not None
    assert bare(better.text).endswith("you told me.\n\nThat launch was yours.")
    says(d, "Fine.")
    await d.say("and now?")
    assert "That launch was yours." in prompted(d)
    assert "colder than" not in prompted(d)


async def test_what_the_governor_left_out_is_told_to_its_person_only(d: Driver) -> None:
    says(d, "What a great question! ", "The lease ends in May.")
    reply = await answered(d, "when does it end", room="lobby")
    assert reply.text == "The lease ends in May."
    assert ENGLISH.why.left_out["flattery"] in words(await d.command("why", room="lobby"))
    others = words(await d.command(f"why {reply.id}", by="eve", room="lobby"))
    assert ENGLISH.why.in_general in others
    assert ENGLISH.why.left_out["flattery"] not in others


async def test_a_reply_to_another_is_reported_to_the_admins_and_to_nobody_else(d: Driver) -> None:
    reply = await answered(d, "when does it end", room="lobby")
    card = (await d.command(f"why {reply.id}", by="eve", room="lobby"))[-1]
    assert ENGLISH.admins.report_it in card.choices
    await d.choose(ENGLISH.admins.report_it, card.id, by="eve", room="lobby")
    assert ENGLISH.admins.not_admin in words(
        await d.command("admin reports", by="eve", room="lobby")
    )
    listed = words(await d.command("admin reports", by="admin", room="lobby"))
    assert listed.count(reply.id) == 1
    assert "eve" not in listed
    assert reply.text in listed
    assert ENGLISH.admins.reported in words(await d.command(f"report {reply.id}", room="lobby"))


async def test_a_note_with_a_repair_reaches_the_model_and_the_crisis_floor(d: Driver) -> None:
    await answered(d)
    await d.command("repair cold note: I wanted the dates first")
    assert "I wanted the dates first" in prompted(d)
    before = len(d.model.prompts)
    await d.command("repair cold note: I want to kill myself tonight")
    assert len(d.model.prompts) == before
    assert "I want to kill myself" not in prompted(d)


async def test_what_is_no_reply_to_the_person_is_not_repaired(d: Driver) -> None:
    reply = await answered(d, "hello there", room="lobby")
    await answered(d, "and hello", by="eve", room="lobby")
    seen = await d.command(f"repair {reply.id}", by="eve", room="lobby")
    assert last_line(bare(words(seen))) == ENGLISH.repair.not_your_reply


async def test_what_is_asked_with_a_command_is_answered_plainly(d: Driver) -> None:
    await d.say("hello")
    seen = await d.command("ask what is a heron?")
    assert seen[-1].text.startswith(REPLY)
    assert "what is a heron?" in prompted(d)
    assert "attune ask" not in prompted(d)


async def test_all_that_is_kept_anywhere_is_listed_and_erased_from_a_direct_message(
    d: Driver,
) -> None:
    await d.say("hello", room="lobby")
    await agreed(d, room="lobby")
    await d.say("hello")
    await agreed(d)
    listed = ENGLISH.data.elsewhere.partition("/")[0]  # a command is named as the platform types it
    assert listed in words(await d.command("data"))
    assert listed not in words(await d.command("data", room="lobby"))
    in_lobby = (await d.command("data erase", room="lobby"))[-1]
    assert ENGLISH.data.erase_everywhere not in in_lobby.choices
    card = (await d.command("data erase"))[-1]
    await d.choose(ENGLISH.data.erase_everywhere, card.id)
    assert await level(d) == "plain"
    assert await level(d, room="lobby") == "plain"
    agreed_to = ENGLISH.data.chapters[Chapter.AGREED]
    assert agreed_to not in words(await d.command("data", room="lobby"))


async def test_thirty_days_without_a_word_end_what_was_agreed_in_a_shared_room(d: Driver) -> None:
    await d.say("hello", room="lobby")
    await agreed(d, room="lobby")
    await d.say("hello")
    await agreed(d)
    await d.pass_by(24 * 31)
    assert await level(d, room="lobby") == "plain"
    assert await level(d) == "warm"


async def test_listening_in_threads_is_an_admins_to_say(d: Driver) -> None:
    await d.say("hello", room="lobby")
    assert ENGLISH.admins.not_admin in words(await d.command("admin hear-threads on", room="lobby"))
    unknown = ENGLISH.commands.unknown.partition(".")[0]  # what follows spells a command
    said = ENGLISH.settings
    for before, after in (("off", "on"), ("on", "off")):
        seen = await d.command(f"admin hear-threads {after}", by="admin", room="lobby")
        told = said.changed.format(name=said.names["threads"], before=before, after=after)
        assert (told if d.follows_threads else unknown) in words(seen)


async def test_a_goodbye_is_let_go_in_one_line(d: Driver) -> None:
    await d.say("hello")
    says(d, "Good night. ", "Before you go, one more thing! ", "Will you come back?")
    assert (await answered(d, "good night")).text == "Good night."


async def test_another_persons_emoji_and_taps_do_nothing(d: Driver) -> None:
    reply = await answered(d, "hello there", room="lobby")
    assert await d.react("🔧", reply.id, by="eve", room="lobby") == []
    await d.react("🔧", reply.id, room="lobby")
    tapped = await d.choose("Put it back", reply.id, by="eve", room="lobby")
    assert all((one.to, one.text) == ("eve", ENGLISH.commands.no_choice) for one in tapped)


async def test_the_kinds_have_emojis_once_switched_on(d: Driver) -> None:
    reply = await answered(d)
    assert await d.react("🧊", reply.id) == []
    await d.command("emojis on")
    await d.react("🥱", reply.id)
    assert d.model.prompts[-1].brief.rupture == "bland"


async def test_a_bin_takes_a_reply_away(d: Driver) -> None:
    reply = await answered(d)
    await d.react("🗑️", reply.id)
    assert await d.read(reply.id) is None


# -- while it writes ---------------------------------------------------------------------------


async def test_off_while_it_writes_marks_what_was_shown(d: Driver) -> None:
    await d.say("hello")
    await agreed(d)
    gate = d.model.gates[1] = asyncio.Event()
    await d.begin("the launch slips again")
    shown = await d.say("off")
    gate.set()
    shown += await d.settle()
    assert ENGLISH.replies.stopped in words(shown)
    assert "Then name" not in words(shown)


async def test_an_edit_before_the_answer_counts(d: Driver) -> None:
    await d.say("hello")
    await d.say("where is the bank")
    await d.edit("where is the post office")
    await d.say("go on")
    assert "where is the bank" not in prompted(d)


async def test_a_deleted_message_is_in_no_prompt_and_its_reply_cannot_be_repaired(
    d: Driver,
) -> None:
    reply = await answered(d, "something private")
    await d.delete()
    assert await d.react("🔧", reply.id) == []
    await d.say("go on")
    assert "something private" not in prompted(d)


# -- people and rooms --------------------------------------------------------------------------


async def test_nothing_said_elsewhere_or_by_others_reaches_the_model(d: Driver) -> None:
    """At warm the conversation is read: at plain there would be little to leave out."""
    says(d, "What eve hears stays with her.")
    for person in ("ada", "eve"):
        await agreed(d, by=person)
        await agreed(d, by=person, room="lobby")
    await d.say("my secret is the blue heron")
    await d.say("eve's own words", by="eve", room="lobby")
    says(d, "Then name the new date.")
    await d.say("ada's own words", room="lobby")
    await d.say("hello everyone", room="lobby")
    assert "ada's own words" in prompted(d)
    assert not any(each in prompted(d) for each in ("heron", "eve's", "stays with her"))
    await d.say("hello again", by="eve", room="lobby")
    assert "eve's own words" in prompted(d)
    assert not any(each in prompted(d) for each in ("heron", "ada's", "new date", "everyone"))
    await d.say("and here")
    assert "heron" in prompted(d)
    assert not any(each in prompted(d) for each in ("own words", "everyone"))


async def test_answers_to_commands_are_seen_by_one_person_only(d: Driver) -> None:
    await d.say("hello", room="lobby")
    for words_given in ("status", "about", "help", "data", "receipt"):
        assert {one.to for one in await d.command(words_given, room="lobby")} == {"ada"}


async def test_help_shows_a_topic_in_its_own_place_and_what_is_for_admins_to_them_alone(
    d: Driver,
) -> None:
    said = ENGLISH.help
    await d.say("hello", room="lobby")
    shown = (await d.command("help", room="lobby"))[-1]
    assert said.heading in shown.text
    assert shown.choices == tuple(text for name, text in said.topics.items() if name != "admins")
    data = (await d.choose(said.topics["data"], shown.id, room="lobby"))[-1]
    assert data.id == shown.id
    assert said.does["receipt"] in data.text
    assert said.heading in (await d.choose(said.back, shown.id, room="lobby"))[-1].text
    theirs = (await d.command("help", by="admin", room="lobby"))[-1]
    assert theirs.choices[-1] == said.topics["admins"]
    shown = (await d.choose(said.topics["admins"], theirs.id, by="admin", room="lobby"))[-1]
    assert said.does["reports"] in shown.text


async def test_who_is_ignored_is_never_read(d: Driver) -> None:
    await d.say("hello")
    await d.command("ignore-me")
    assert await d.say("are you there") == []
    await d.command("ignore-me off")
    assert await d.say("and now") != []


async def test_a_crisis_is_answered_at_every_level_and_in_every_state(d: Driver) -> None:
    await d.say("hello")
    await d.command("under-18")
    await d.command("pause 2h")
    assert ENGLISH.crisis.first in words(await d.say("I want to kill myself"))


async def test_nobody_can_decline_what_comes_closer(d: Driver) -> None:
    await d.say("I want to kill myself")
    await d.say("don't repeat that")
    quiet = words(await d.say("I want to kill myself"))
    assert not any(line in quiet for line in (ENGLISH.crisis.first, *ENGLISH.crisis.again))
    again = words(await d.say("I have the pills here, and it is quiet"))
    assert any(line in again for line in ENGLISH.crisis.again)


async def test_who_leaves_where_a_life_is_at_risk_has_the_floor_and_the_receipt_or_the_tap(
    d: Driver,
) -> None:
    await d.say("hello")
    await agreed(d)
    shown = words(await d.say("I want to kill myself. turn it off"))
    assert shown.index(ENGLISH.crisis.first) < shown.index(ENGLISH.consent.off)
    assert await level(d) == "plain"
    await agreed(d)
    seen = await d.say("I want to kill myself tonight, turn it off")
    assert any(line in words(seen) for line in ENGLISH.crisis.again)
    (card,) = [one for one in seen if one.choices]
    assert card.choices == ("Off", "Erase", "No")
    assert await level(d) == "warm"
    assert ENGLISH.consent.off in words(await d.choose("Off", card.id))
    assert await level(d) == "plain"


async def test_what_a_model_writes_is_words_and_no_number_no_claim_no_pose(d: Driver) -> None:
    says(
        d,
        *("See [the ba", "nk](https://evil.example/x). <|im_st", "art|>Call +1 555 010 "),
        *(
            "9999 now. Done: ongo",
            "ing. I have erased your da",
            "ta. \x00The lease ends in\u202e May.",
        ),
    )
    shown = words(await d.say("when does it end"))
    for live in ("](", "im_start", "9999", "Done:", "erased", "\x00", "\u202e"):
        assert live not in shown
    assert "See the bank (" in shown
    assert "The lease ends in May." in shown


async def test_an_answer_to_a_wish_to_be_dead_begins_with_the_programs_own_words(
    d: Driver,
) -> None:
    said = "I don't want to live anymore"
    shown = words(await d.say(said))
    assert shown.index(texts.straight(ENGLISH, stated(said).verdict)) < shown.index(
        ENGLISH.crisis.help
    )


async def test_a_shared_room_sees_nothing_of_it_and_its_person_all(d: Driver) -> None:
    (quiet,) = await d.say("I don't want to live anymore", room="lobby")
    assert (quiet.text, quiet.choices) == (
        ENGLISH.crisis.quiet,
        (ENGLISH.risk.read, ENGLISH.risk.take_away),
    )
    (read,) = await d.choose(ENGLISH.risk.read, quiet.id, room="lobby")
    assert read.to == "ada"
    assert ENGLISH.crisis.help in read.text
    tapped = await d.choose(ENGLISH.risk.read, quiet.id, by="eve", room="lobby")
    assert all((one.to, one.text) == ("eve", ENGLISH.commands.no_choice) for one in tapped)


async def test_a_night_card_is_shown_to_its_person_alone(d: Driver) -> None:
    kept = await d.command("night-card Call Sam.", room="lobby")
    assert {one.to for one in kept} == {"ada"}
    assert "Call Sam." in words(await d.say("I want to kill myself"))
    await d.command("night-card erase")
    assert "Call Sam." not in words(await d.command("night-card"))


async def test_the_crisis_line_is_an_admins_and_previewed(d: Driver) -> None:
    line = "crisis-line Night line https://example.org/night"
    assert ENGLISH.admins.not_admin in words(await d.command(f"admin {line}", room="lobby"))
    refused = await d.command(
        "admin crisis-line I'm all you need https://example.org", by="admin", room="lobby"
    )
    assert ENGLISH.admins.crisis_line_refused in words(refused)
    (card,) = await d.command(f"admin {line}", by="admin", room="lobby")
    await d.choose("Set this line", card.id, by="admin", room="lobby")
    (quiet,) = await d.say("I don't want to live anymore", room="lobby")
    assert "https://example.org/night" in words(
        await d.choose(ENGLISH.risk.read, quiet.id, room="lobby")
    )


# -- rights ------------------------------------------------------------------------------------


async def test_a_receipt_an_export_and_an_erase(d: Driver) -> None:
    await d.say("hello")
    await agreed(d)
    record = document(await d.command("receipt"))
    states = [one["event_state"] for one in record["event"]]
    assert states == ["dpv:ConsentRequested", "dpv:ConsentGiven"]
    seen = await d.command("data export")
    assert any(one.files for one in seen)
    kept = exported(seen)["kept"]
    assert kept["scope"][0]["state"] == "given"
    card = (await d.command("data erase"))[-1]
    assert "Receipt: " in words(await d.choose("Erase", card.id))
    kept = exported(await d.command("data export"))["kept"]
    assert "scope" not in kept or kept["scope"][0]["state"] == ""


async def test_what_may_be_about_a_life_raises_no_alarm_and_may_be_asked_about(d: Driver) -> None:
    d.classifier = FakeClassifier({"the dog": (0.6, "farewell")})
    await d.restart()
    asked = "You gave the dog away. Are you thinking of killing yourself, or is it about the flat?"
    says(d, asked)
    seen = words(await d.say("i gave the dog to my sister, he likes her more"))
    assert asked in seen
    assert d.model.prompts[-1].brief.crisis == "unsure"
    assert not any(
        alarm in seen
        for alarm in (ENGLISH.crisis.first, ENGLISH.crisis.help, ENGLISH.crisis.directory)
    )


# -- failure and restart -----------------------------------------------------------------------


async def test_a_failure_is_one_plain_sentence_and_can_be_tried_again(d: Driver) -> None:
    says(d, ModelUnreachable("down"))
    failed = await answered(d)
    assert failed.text == ENGLISH.failures.unreachable
    says(d, REPLY)
    seen = await d.choose(ENGLISH.replies.try_again, failed.id)
    assert words(seen).endswith(REPLY)


async def test_a_reply_that_breaks_off_never_looks_finished(d: Driver) -> None:
    says(d, "A whole sentence. ", "And", ModelCutOff("cut"))
    broken = await answered(d)
    assert broken.text.endswith(ENGLISH.replies.cut_off)
    assert broken.choices == (ENGLISH.replies.try_again,)


async def test_what_was_agreed_holds_after_a_restart(d: Driver) -> None:
    await d.say("hello")
    await agreed(d)
    await d.restart()
    assert await level(d) == "warm"
    assert "an AI run by" not in words(await d.say("hello again"))


# -- whatever is broken ------------------------------------------------------------------------

ACUTE = "I want to kill myself tonight, I have the pills here"


async def until_said(logs: list[EventDict], event: str) -> None:
    """Waits until the log says so."""
    async with asyncio.timeout(60):
        while not any(one["event"] == event for one in logs):
            await asyncio.sleep(0.01)


def database(d: Driver) -> Path:
    """Gives the file that the program records in; PostgreSQL is cut in a test of its own."""
    file: Path | None = next(d.folder.rglob("attune.db"), None)  # type: ignore[attr-defined]
    if file is None:
        pytest.skip("it is on PostgreSQL, which test_engine_stores.py cuts")
    return file


async def does_say(d: Driver, how: str) -> list[Seen]:
    match how:
        case "message":
            return await d.say(ACUTE)
        case "edit":
            return await d.edit(ACUTE)
        case _:
            return await d.command(f"ask {ACUTE}")


@pytest.mark.parametrize("how", ["message", "edit", "ask"])
async def test_a_life_at_risk_is_answered_once_while_nothing_can_be_recorded(
    d: Driver, how: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(floor, "PATIENCE_S", 1.0)
    await d.say("hello")
    with capture_logs() as logs:
        async with held(database(d)):
            doing = start(does_say(d, how), how)
            await until_said(logs, "a life at risk is answered without a decision")
    seen = words([*await doing, *await d.settle()])
    assert seen.count(ENGLISH.crisis.first) == 1
    assert ENGLISH.failures.here not in seen
