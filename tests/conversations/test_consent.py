"""Consent: dialogues with a whole Attune."""

from datetime import timedelta
from pathlib import Path

import pytest

from bot import phrases
from bot.rows import LedgerRow
from tests.conversations.stage import plain_reply, status
from tests.play import Play, ScriptedModel, play


async def test_nothing_changes_before_accept(p: Play) -> None:
    await p.type("hello")
    card = await p.type("/attune on")
    assert card[-1] == "    [1] Accept  [2] Not now"
    assert "effective level: plain" in await status(p)
    assert await p.type("/choose Not now r3") == ["r5 (only you)> " + phrases.NOT_NOW]
    assert "effective level: plain" in await status(p)
    assert "kept: your consent entries" in await status(p)


async def test_accept_holds_and_off_ends_it_in_one_word(p: Play) -> None:
    await p.type("hello")
    await p.type("/attune on", "/choose Accept")
    assert "effective level: warm" in await status(p)
    assert await p.type("Off.") == [
        "r6 (only you)> " + phrases.OFF,
        "    [1] Erase now",
    ]
    assert "effective level: plain" in await status(p)


async def test_coming_back_within_thirty_days_unfreezes_and_says_so(p: Play) -> None:
    await p.type("hello")
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
    await p.type("hello")
    await p.type("/attune on", "/choose Accept", "/room lounge")
    assert "effective level: plain" in await status(p)


@pytest.mark.parametrize(
    ("term", "hours"), [("tonight", 12), ("3", 72), ("", 180 * 24), ("900", 180 * 24)]
)
async def test_a_yes_runs_out_and_is_asked_about_once(p: Play, term: str, hours: int) -> None:
    await p.type("hello")
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
    await p.type("hello")
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
    await p.type("hello")
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
    await p.type("hello")
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
    await p.type("hello")
    await p.type("/attune on", "/choose Accept", "/attune under-18")
    assert "effective level: plain" in await status(p)
    await p.type("/attune data erase", "/choose Erase")
    assert phrases.UNDER_18_REFUSED in "\n".join(await p.type("/attune on"))


async def test_the_ledger_tells_what_was_said_yes_to(p: Play) -> None:
    await p.type("hello")
    await p.type("/attune on", "/choose Accept", "/attune off")
    entries: list[LedgerRow] = p.store.kept.entries  # type: ignore[attr-defined]
    assert [entry.state for entry in entries] == ["requested", "given", "withdrawn"]
    assert len({entry.subject for entry in entries}) == 1
