"""Consent: dialogues with a whole Attune."""

import asyncio
from datetime import timedelta
from pathlib import Path

import pytest

from bot.engine.operating import Block, set_blocked
from bot.engine.pseudonyms import Pseudonyms
from bot.events import ChoiceMade
from bot.ids import EventId, MessageId
from bot.records import LedgerRow
from bot.snapshot import Guards
from bot.strings import ENGLISH
from tests.conversations.stage import plain_reply, status
from tests.play import Play, ScriptedModel, held, play


async def test_nothing_changes_before_accept(p: Play) -> None:
    await p.type("hello")
    card = await p.type("/attune on")
    assert card[-1] == "    [1] Yes  [2] Not now  [3] Read everything"
    assert "Plain here" in await status(p)
    assert await p.type("/choose Not now r3") == [
        "(r3 (only you) now reads:) " + ENGLISH.consent.not_now
    ]
    assert "Plain here" in await status(p)
    assert "Kept: when you said yes or no" in await status(p)


async def test_accept_holds_and_off_ends_it_in_one_word(p: Play) -> None:
    await p.type("hello")
    await p.type("/attune on", "/choose Yes")
    assert "Warm here" in await status(p)
    assert await p.type("Off.") == [
        "r5 (only you)> " + ENGLISH.consent.off,
        "    [1] Erase now",
    ]
    assert "Plain here" in await status(p)


async def test_coming_back_within_thirty_days_unfreezes_and_says_so(p: Play) -> None:
    await p.type("hello")
    await p.type("/attune on", "/choose Yes", "/attune off")
    assert "put away" in await status(p)
    await p.type("/attune on")
    assert ENGLISH.consent.unfrozen.strip() in "\n".join(await p.type("/choose Yes"))
    assert "put away" not in await status(p)


async def test_only_the_one_who_asked_can_accept(p: Play) -> None:
    await p.type("/room lounge", "/as ada", "@attune hello", "/attune on")
    assert (await p.type("/as eve", "/choose Yes r3"))[0].startswith("! ")
    assert "Plain here" in await status(p)
    assert "Warm here" in "\n".join(await p.type("/as ada", "/choose Yes r3", "/attune status"))


async def test_a_yes_holds_only_in_its_own_space(p: Play) -> None:
    await p.type("hello")
    await p.type("/attune on", "/choose Yes", "/room lounge")
    assert "Plain here" in await status(p)


@pytest.mark.parametrize(
    ("term", "hours"), [("tonight", 12), ("3", 72), ("", 180 * 24), ("900", 180 * 24)]
)
async def test_a_yes_runs_out_and_is_asked_about_once(p: Play, term: str, hours: int) -> None:
    await p.type("hello")
    await p.type(f"/attune on warm for {term}" if term else "/attune on", "/choose Yes")
    p.clock.at += timedelta(hours=hours, seconds=-1)
    assert "Warm here" in await status(p)
    p.clock.at += timedelta(seconds=1)
    shown = await p.type("hello again")
    assert any(ENGLISH.consent.renew in line for line in shown)
    assert "    [1] Yes  [2] Not now  [3] Read everything" in shown
    card = [one["id"] for one in p.shown if "Yes" in one["choices"]][-1]
    assert not any(ENGLISH.consent.renew in line for line in await p.type("and?"))
    assert "Plain here" in await status(p)
    await p.type(f"/choose Yes {card}")
    assert "Warm here" in await status(p)


async def test_a_yes_for_a_conversation_ends_with_it(p: Play) -> None:
    await p.type("hello")
    await p.type("/attune on warm for conversation", "/choose Yes")
    p.clock.pass_by(minutes=29)
    assert "Warm here" in await status(p)
    p.clock.pass_by(minutes=31)
    assert "Plain here" in await status(p)


async def test_a_yes_for_a_conversation_holds_in_its_room_and_outlives_a_word_elsewhere(
    p: Play,
) -> None:
    await p.type("/room lounge", "/attune on warm for conversation", "/choose Yes", "@attune hi")
    await p.type("/room den", "@attune hi")
    assert "another room" in await status(p)
    assert "Plain here" in await status(p)
    assert "Warm here" in "\n".join(await p.type("/room lounge", "/attune status"))


async def test_a_lapsed_yes_in_a_shared_room_waits_for_a_private_occasion(p: Play) -> None:
    await p.type("/room lounge", "@attune hello", "/attune on for tonight", "/choose Yes")
    p.clock.pass_by(hours=13)
    assert ENGLISH.consent.renew not in "\n".join(await p.type("@attune hello"))
    shown = "\n".join(await p.type("/room dm", "hello"))
    assert ENGLISH.consent.renew in shown
    await p.type("/choose Yes")
    assert "Plain here" in await status(p)
    assert "Warm here" in "\n".join(await p.type("/room lounge", "/attune status"))


async def test_another_host_asks_again(tmp_path: Path) -> None:
    first = play(tmp_path, ScriptedModel(plain_reply))
    async with first.running() as p:
        await p.type("hello", "/attune on", "/choose Yes")
    second = Play(tmp_path, first.store, first.vault, first.model, first.clock, ("new.example",))
    async with second.running() as p:
        shown = "\n".join(await p.type("hello"))
        assert ENGLISH.consent.renew_changed in shown
        assert "new.example" in shown
        assert "Plain here" in await status(p)


async def test_a_card_of_an_older_policy_is_shown_again_instead_of_taken(tmp_path: Path) -> None:
    first = play(tmp_path, ScriptedModel(plain_reply))
    async with first.running() as p:
        await p.type("hello", "/attune on")
    second = Play(tmp_path, first.store, first.vault, first.model, first.clock, ("new.example",))
    async with second.running() as p:
        shown = "\n".join(await p.type("/choose Yes r2"))
        assert "new.example" in shown
        assert "Plain here" in await status(p)


async def test_pause_is_plain_until_it_ends_by_itself(p: Play) -> None:
    await p.type("hello")
    await p.type("/attune on", "/choose Yes", "/attune pause 2h")
    assert "Plain here" in await status(p)
    p.clock.pass_by(hours=2)
    assert "Warm here" in await status(p)
    await p.type("/attune pause")
    p.clock.pass_by(days=9)
    assert "Plain here" in await status(p)
    await p.type("/attune resume")
    assert "Warm here" in await status(p)


async def test_level_goes_down_at_once_and_up_by_card(p: Play) -> None:
    await p.type("hello")
    await p.type("/attune on attuned", "/choose Yes", "/attune level warm")
    assert "Warm here" in await status(p)
    card = (await p.type("/attune level attuned"))[-1]
    hold = ENGLISH.choices.hold
    assert card == f"    [1] Yes  [2] Not now  [3] {hold}  [4] Read everything  [5] More"
    assert "Warm here" in await status(p)


async def test_the_ceiling_is_an_admins_and_starts_at_warm(p: Play) -> None:
    await p.type("/room lounge", "@attune hello")
    card = "\n".join(await p.type("/attune on attuned"))
    assert "Attuned is not allowed in this room: here you get warm" in card
    await p.type("/choose Yes")
    assert "Warm here" in await status(p)
    assert ENGLISH.admins.not_admin in "\n".join(await p.type("/attune-admin ceiling ongoing"))
    await p.type("/as admin", "/attune-admin ceiling attuned", "/as you")
    assert "Warm here" in await status(p)


async def test_who_asked_for_more_than_a_ceiling_is_asked_once_it_has_risen(p: Play) -> None:
    await p.type("/room lounge", "@attune hello", "/attune on attuned", "/choose Yes")
    rose = ENGLISH.consent.more_allowed.format(level="attuned")
    assert rose not in "\n".join(await p.type("/room dm", "hello"))
    await p.type("/room lounge", "/as admin", "/attune-admin ceiling attuned", "/as you")
    assert rose not in "\n".join(await p.type("@attune hello"))
    shown = "\n".join(await p.type("/room dm", "hello again"))
    assert rose in shown
    assert "Attuned, in the room “lounge”, until " in shown
    assert "Warm here" in "\n".join(await p.type("/room lounge", "/attune status"))
    assert rose not in "\n".join(await p.type("/room dm", "and again"))
    await p.type("/choose Yes")
    assert "Attuned here" in "\n".join(await p.type("/room lounge", "/attune status"))
    assert "Plain here" in "\n".join(await p.type("/room dm", "/attune status"))


async def test_who_left_before_the_ceiling_rose_is_not_asked(p: Play) -> None:
    await p.type("/room lounge", "@attune hello", "/attune on attuned", "/choose Yes")
    await p.type("/attune off", "/as admin", "/attune-admin ceiling attuned", "/as you")
    shown = "\n".join(await p.type("/room dm", "hello"))
    assert ENGLISH.consent.more_allowed.format(level="attuned") not in shown


async def test_a_card_from_before_off_does_nothing_and_the_next_one_does(p: Play) -> None:
    await p.type("hello", "/attune on", "off")
    assert ENGLISH.consent.void in "\n".join(await p.type("/choose Yes r3"))
    assert "Plain here" in await status(p)
    await p.type("/attune on", "/choose Yes")
    assert "Warm here" in await status(p)


async def test_a_renewal_from_before_off_does_nothing(p: Play) -> None:
    await p.type("hello", "/attune on for tonight", "/choose Yes")
    p.clock.pass_by(hours=13)
    assert "    [1] Yes  [2] Not now  [3] Read everything" in await p.type("hello again")
    card = [one["id"] for one in p.shown if "Yes" in one["choices"]][-1]
    await p.type("off")
    assert ENGLISH.consent.void in "\n".join(await p.type(f"/choose Yes {card}"))
    assert "Plain here" in await status(p)


async def test_a_yes_holds_until_the_date_its_card_showed(p: Play) -> None:
    await p.type("hello", "/attune on for tonight")
    p.clock.pass_by(hours=11)
    await p.type("/choose Yes r3")
    assert "Warm here" in await status(p)
    p.clock.pass_by(hours=1)
    assert "Plain here" in await status(p)


async def test_a_double_accept_answers_once(p: Play) -> None:
    await p.type("hello", "/attune on")
    await p.type("/go /choose Yes r3", "/go /choose Yes r3", "/choose Yes r3")
    await p.companion.settled()
    assert sum("Warm here until" in one["text"] for one in p.shown) == 1
    entries: list[LedgerRow] = p.store.kept.entries  # type: ignore[attr-defined]
    assert [entry.state for entry in entries] == ["requested", "given"]


async def test_an_accept_in_two_processes_answers_once(tmp_path: Path) -> None:
    first = play(tmp_path, ScriptedModel(plain_reply))
    (tmp_path / "second").mkdir()
    second = Play(tmp_path / "second", first.store, first.vault, first.model, first.clock)
    async with first.running() as p, second.running() as q:
        await p.type("hello", "/attune on")
        where = p.session.console.seat.where
        card = next(one["id"] for one in p.shown if "Yes" in one["choices"])
        assert card is not None
        person = p.session.console.seat.person
        taps = [
            ChoiceMade(EventId(f"tap:{one}"), p.clock.at, person, where, MessageId(card), "Yes")
            for one in range(2)
        ]
        await asyncio.gather(p.companion.handle(taps[0]), q.companion.handle(taps[1]))
        await p.companion.settled()
        await q.companion.settled()
    entries: list[LedgerRow] = first.store.kept.entries  # type: ignore[attr-defined]
    assert [entry.state for entry in entries] == ["requested", "given"]


async def test_off_in_a_burst_leaves_nothing_of_it_unsilenced(tmp_path: Path) -> None:
    one = play(tmp_path, ScriptedModel(plain_reply))
    one.burst = timedelta(seconds=2)
    async with one.running() as p:
        await p.type("hello", "/attune on", "/choose Yes")
        gate = held(p)
        await p.type("/go and one thing", "/go and another", "/go off")
        gate.set()
        await p.companion.settled()
        assert ENGLISH.consent.off in p.words
        assert "Plain here" in await status(p)
        assert p.words.count("Tell them") == 1


async def test_off_works_while_paused_over_every_budget_and_in_another_language(
    tmp_path: Path,
) -> None:
    one = play(tmp_path, ScriptedModel(plain_reply))
    one.guards = Guards(messages_a_minute=1)
    async with one.running() as p:
        await p.type("hello", "/attune on", "/choose Yes", "/attune pause", "and", "and?")
        assert ENGLISH.limits.minute in p.words
        shown = "\n".join(await p.type("desactívalo, por favor"))
        assert ENGLISH.to("es").consent.off in shown


async def test_a_blocked_person_leaves_in_words_and_is_answered(p: Play) -> None:
    await p.type("hello", "/attune on", "/choose Yes")
    who = p.session.console.seat.person
    await set_blocked(p.store, Pseudonyms(p.vault), Block(who, p.clock.now(), is_blocked=True))
    assert ENGLISH.consent.off in "\n".join(await p.type("off"))
    assert await p.type("hello") == []
    assert "Plain here" in await status(p)


async def test_a_level_goes_down_in_plain_words(p: Play) -> None:
    await p.type("hello", "/attune on attuned", "/choose Yes")
    await p.type("back to warm please")
    assert "Warm here" in await status(p)
    await p.type("only attuned")
    assert "Warm here" in await status(p)


async def test_under_18_is_plain_and_survives_an_erase(p: Play) -> None:
    await p.type("hello")
    await p.type("/attune on", "/choose Yes", "/attune under-18")
    assert "Plain here" in await status(p)
    await p.type("/attune data erase", "/choose Erase")
    assert ENGLISH.person.under_18_refused in "\n".join(await p.type("/attune on"))


async def test_the_ledger_tells_what_was_said_yes_to(p: Play) -> None:
    await p.type("hello")
    await p.type("/attune on", "/choose Yes", "/attune off")
    entries: list[LedgerRow] = p.store.kept.entries  # type: ignore[attr-defined]
    assert [entry.state for entry in entries] == ["requested", "given", "withdrawn"]
    assert len({entry.subject for entry in entries}) == 1


async def test_a_renewal_that_came_too_late_is_asked_again_for_its_own_place(p: Play) -> None:
    await p.type("/room lounge", "@attune hello", "/attune on for tonight", "/choose Yes")
    p.clock.pass_by(hours=13)
    await p.type("@attune hello", "/room dm", "hello")
    p.clock.pass_by(hours=13)
    shown = await p.type("/choose Yes")
    assert "    [1] Yes  [2] Not now  [3] Read everything" in shown
    assert any("Warm, in the room “lounge”" in line for line in shown)
    await p.type("/choose Yes")
    assert "Plain here" in await status(p)
    assert "Warm here" in "\n".join(await p.type("/room lounge", "/attune status"))
