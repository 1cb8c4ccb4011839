"""Languages: dialogues with people who read another one than the house's."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.errors import ModelUnreachable, StoreError
from bot.levels import Level
from bot.records import LanguageRow
from bot.strings import ENGLISH
from bot.words import Prompt
from tests.fakes import FakeStore
from tests.play import Play, ScriptedModel, met, play

GERMAN, FRENCH = ENGLISH.to("de"), ENGLISH.to("fr")
SAID = "Ich weiß nicht, was ich machen soll, mein Vater ist krank und ich bin ganz allein."
MORE = "Und meine Schwester hat mir heute nicht mal geschrieben."
FAILS = "Kannst du das nochmal sagen, ich habe es nicht ganz verstanden."
IN_ENGLISH = "I do not know what to do about it, and there is nobody to ask."
FULL = StoreError("The disk is full, so nothing was recorded.")
REPLY = "Ruf heute noch deine Schwester an."


def answers(prompt: Prompt) -> list[str | ModelUnreachable]:
    if FAILS in prompt.lines[-1].text:
        return [ModelUnreachable("down")]
    if prompt.brief.rupture is not None:
        return ["Dein Vater ist krank, und du trägst das ganz allein."]
    return [REPLY]


@pytest.fixture
async def new(tmp_path: Path) -> AsyncIterator[Play]:
    """An Attune that never met who speaks."""
    async with play(tmp_path, ScriptedModel(answers)).running() as running:
        yield running


@pytest.fixture
async def p(new: Play) -> Play:
    """One that met them, in English."""
    await met(new)
    await new.type(IN_ENGLISH)
    return new


async def typed(p: Play, *lines: str) -> str:
    return "\n".join(await p.type(*lines))


def asked_of(p: Play) -> str:
    """Gives the last words of the newest prompt, with what is asked of the reply."""
    assert isinstance(p.model, ScriptedModel)
    return p.model.prompts[-1].lines[-1].text


async def known(p: Play) -> list[tuple[str, str]]:
    return [(one.code, one.by) for one in await p.store.sweep(LanguageRow)]


async def test_the_first_five_minutes_of_somebody_who_writes_german(new: Play) -> None:
    p = new
    greeting = (
        GERMAN.rooms.greeting.format(name="Attune", operator="Ada") + f" {GERMAN.rooms.unsuitable}"
    )
    first = await p.type(SAID)
    assert first == [f"r1> {REPLY}", f"    {greeting} {GERMAN.language.briefly}"]
    assert await known(p) == [("de", "heard")]

    card = await typed(p, "/attune on")
    assert GERMAN.cards.like["warm"] in card
    assert GERMAN.choices.read_everything in card
    assert "Warm" in await typed(p, f"/choose {GERMAN.choices.yes}")
    status = await typed(p, "/attune status")
    assert GERMAN.status.kept_yes in status
    assert GERMAN.language.now in status

    assert "trägst das ganz allein" in await typed(p, "/react 🔧 r1")
    failed = await typed(p, FAILS)
    assert GERMAN.failures.unreachable in failed
    assert GERMAN.replies.try_again in failed

    await p.type("hm")
    assert "Antworte auf Deutsch." in asked_of(p)
    assert GERMAN.consent.off in await typed(p, "ausschalten")
    assert ENGLISH.consent.off not in p.words


async def test_another_language_is_heard_after_two_messages_and_said_once(p: Play) -> None:
    assert GERMAN.language.heard not in await typed(p, SAID)
    second = await p.type(MORE)
    assert second == [
        f"r4 (nur für dich)> {GERMAN.language.heard}",
        f"    [1] {GERMAN.language.back.format(language='English')}",
        f"r5> {REPLY}",
    ]
    assert await known(p) == [("de", "heard")]
    assert GERMAN.language.heard not in await typed(p, SAID, MORE)


async def test_one_tap_goes_back_and_holds_as_by_command(p: Play) -> None:
    await p.type(SAID, MORE)
    assert ENGLISH.language.set in await typed(p, "/choose 1 r4")
    assert await known(p) == [("en", "command")]
    assert GERMAN.language.heard not in await typed(p, SAID, MORE, SAID)
    assert ENGLISH.language.now in await typed(p, "/attune language")


async def test_two_that_do_not_follow_each_other_change_nothing(p: Play) -> None:
    assert GERMAN.language.heard not in await typed(p, SAID, IN_ENGLISH, MORE, IN_ENGLISH)
    assert await known(p) == []


async def test_what_tells_no_language_stands_between_and_changes_nothing(p: Play) -> None:
    assert GERMAN.language.heard in await typed(p, SAID, "ok", MORE)


async def test_a_language_is_chosen_by_its_name_and_left_to_the_words_again(p: Play) -> None:
    chosen = await typed(p, "/attune language français")
    assert FRENCH.language.set in chosen
    assert FRENCH.language.now in await typed(p, "/attune language")
    assert FRENCH.style.none in await typed(p, "/attune style")
    await p.type("hm")
    assert "Réponds en français." in asked_of(p)
    assert ENGLISH.language.auto in await typed(p, "/attune language auto")
    assert await known(p) == []
    assert ENGLISH.style.none in await typed(p, "/attune style")


async def test_every_language_can_be_tapped(p: Play) -> None:
    shown = await typed(p, "/attune language")
    assert ENGLISH.language.others in shown
    assert GERMAN.language.set in await typed(p, "/choose Deutsch")
    assert GERMAN.language.now in await typed(p, "/attune status")


async def test_one_that_is_not_spoken_is_answered_with_those_that_are(p: Play) -> None:
    told = await typed(p, "/attune language Klingon")
    assert "Deutsch" in told
    assert await known(p) == []


async def test_an_erase_forgets_the_language(p: Play) -> None:
    await p.type("/attune language de")
    await p.type("/attune data erase", f"/choose {GERMAN.choices.erase}")
    assert await known(p) == []
    assert ENGLISH.style.none in await typed(p, "/attune style")


async def test_a_level_is_named_as_it_is_shown(p: Play) -> None:
    await p.type("/attune language de")
    attuned = GERMAN.titled(Level.ATTUNED)
    assert attuned in await typed(p, "/attune on eingestimmt")
    assert attuned in await typed(p, f"/choose {GERMAN.choices.yes}")
    assert attuned in await typed(p, "/attune status")


async def test_in_a_shared_room_it_is_said_as_a_reply(p: Play) -> None:
    await p.type("/room lounge", f"@attune {SAID}")
    heard = await p.type(f"@attune {MORE}")
    assert GERMAN.language.heard in "\n".join(heard)


async def test_words_about_a_life_are_answered_in_theirs_and_teach_nothing(p: Play) -> None:
    said = await typed(p, "ich will nicht mehr leben, ich bringe mich heute noch um")
    assert GERMAN.crisis.first in said
    assert await known(p) == []
    assert GERMAN.language.heard not in await typed(p, SAID, MORE)
    assert await known(p) == []


async def test_a_failure_without_the_store_is_said_in_the_language_that_is_known(
    p: Play,
) -> None:
    await p.type("/attune language de")
    assert isinstance(p.store, FakeStore)
    p.store.fails = FULL
    assert GERMAN.failures.here in await typed(p, "hm")


async def test_a_failure_at_first_sight_is_said_in_the_language_of_the_words(new: Play) -> None:
    assert isinstance(new.store, FakeStore)
    new.store.fails = FULL
    assert GERMAN.failures.here in await typed(new, SAID)
