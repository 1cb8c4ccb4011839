"""A folder of the release before, with open cards of every kind: each of its buttons still works.

`tests/taps_before/write.py` made it with that release: it talked until the cards stood open.
"""

import json
import shutil
import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from bot.choices import AcceptOffer, Choice, RenewOffer, older
from bot.engine.codec import load_post, load_sending
from bot.levels import Stance
from bot.ports import Store
from bot.records import AskRow, OutboxRow, PostRow
from bot.strings import ENGLISH
from bot.words import Prompt
from tests.play import Play, ScriptedModel
from tests.taps_before.write import DATABASES, FOLDER, TRANSCRIPT, opened

TOLD: dict[str, Any] = json.loads((FOLDER / "cards.json").read_text("utf-8"))
CARDS: list[dict[str, Any]] = TOLD["cards"]
MOST = max(len(card["choices"]) for card in CARDS)
# What a person reads after a tap, by the card and the label; under a reply it is another reply.
SAID: dict[tuple[str, str], str] = {
    ("renew", "Renew"): "Warm here for the next ",
    ("renew", "Not now"): ENGLISH.consent.not_now,
    ("accept", "Accept"): "Warm here for the next ",
    ("accept", "Not now"): ENGLISH.consent.not_now,
    ("off", "Erase now"): ENGLISH.data.erase_card,
    ("leave", "Off"): ENGLISH.consent.off,
    ("leave", "Erase"): ENGLISH.data.erase_card,
    ("leave", "No"): ENGLISH.consent.not_now,
    ("erase", "Erase"): ENGLISH.data.erased.partition("{")[0],
    ("erase", "Erase everywhere"): ENGLISH.data.erased.partition("{")[0],
    ("erase", "Keep"): ENGLISH.data.kept,
    **{("stances", name.capitalize()): text for name, text in ENGLISH.replies.stances.items()},
    ("age", "Under 18"): ENGLISH.person.under_18,
    ("age", "18 or over"): ENGLISH.person.not_under_18,
    ("crisis", "Read privately"): ENGLISH.crisis.first,
    ("crisis", "Take this away"): "took r31 away",
    ("spanish", "Read privately"): "¿Estás pensando en quitarte la vida?",
    ("spanish", "Take this away"): "took r32 away",
    ("report", "Report this reply"): ENGLISH.admins.reported,
    ("reports", "Clear the list"): ENGLISH.admins.reports_cleared,
    ("line", "Set this line"): ENGLISH.admins.crisis_line_set,
    ("line", "Leave it"): ENGLISH.consent.not_now,
    ("repaired", "More"): "[4] Preachy  [5] More",
    ("repaired", "Put it back"): "(r44 now reads:) Tell them first thing",
    ("repaired", "What changed?"): ENGLISH.repair.first_was.partition("{")[0],
    ("kinds", "Put it back"): "(r46 now reads:) Tell them first thing",
    ("failed", "Try again"): "Name the date before the team does.",
    ("unrepaired", "Try again"): "(r51 now reads:) I went past what you told me.",
}


def saying(_prompt: Prompt) -> list[str]:
    return ["Name the date before the team does."]


@pytest.fixture
async def play(tmp_path: Path) -> AsyncIterator[Play]:
    """Gives a play on a copy of the folder; nothing runs before the test says so."""
    folder = tmp_path / "data"
    folder.mkdir()
    for name in DATABASES:
        with closing(sqlite3.connect(folder / f"{name}.db")) as raw:
            raw.executescript((FOLDER / f"{name}.sql").read_text("utf-8"))
    shutil.copy(FOLDER / TRANSCRIPT, folder)
    async with opened(folder) as (store, vault):
        made = Play(folder, store, vault, ScriptedModel(saying))
        made.clock.at = datetime.fromisoformat(TOLD["at"])
        (made.policy,) = {
            one.means.offer.policy
            for one in await choices(store)
            if isinstance(one.means, AcceptOffer | RenewOffer)
        }
        yield made


async def stored(store: Store) -> list[str]:
    """Gives how the meaning of every choice stands in its card."""
    rows = [json.loads(row.body) for row in await store.sweep(PostRow)]
    return [one["does"] for row in rows for one in row["choices"]]


async def choices(store: Store) -> list[Choice]:
    rows = await store.sweep(PostRow)
    return [choice for row in rows for choice in load_post(row.body)[0]]


async def test_every_meaning_of_a_choice_stands_in_it_as_the_release_before_stored_it(
    play: Play,
) -> None:
    assert not any(one.startswith("2:") for one in await stored(play.store))
    found = {choice.means.traits.stored for choice in await choices(play.store)}
    assert found == older.STORED


@pytest.mark.parametrize("place", range(MOST))
async def test_every_button_does_what_it_did(play: Play, place: int) -> None:
    async with play.running():
        await play.companion.settled()
        for card in CARDS:
            if place < len(card["choices"]):
                await _press(play, card, card["choices"][place])


async def _press(play: Play, card: dict[str, Any], label: str) -> None:
    await play.type(f"/as {card['by']}", card["room"])
    lines = "\n".join(await play.type(f"/choose {label} {card['id']}"))
    assert SAID.get((card["name"], label), f"({card['id']} now reads:)") in lines, lines
    for over in (ENGLISH.commands.choice_over, ENGLISH.commands.no_choice, ENGLISH.failures.here):
        assert over not in lines


async def test_what_waited_to_be_sent_is_sent_and_its_buttons_are_kept_as_today(
    play: Play,
) -> None:
    (row,) = [
        row
        for row in await play.store.sweep(OutboxRow)
        if getattr(load_sending(row.body).action, "choices", ())
    ]
    assert "stance stay" in row.body
    async with play.running():
        await play.companion.settled()
        assert len([one for one in await stored(play.store) if one.startswith("2:")]) == 5
        await play.type("/as waits")
        assert ENGLISH.replies.stances[Stance.STAY] in "\n".join(await play.type("/choose Stay"))


async def test_what_was_asked_is_answered(play: Play) -> None:
    assert len(await play.store.sweep(AskRow)) == 1
    async with play.running():
        await play.companion.settled()
    assert await play.store.sweep(AskRow) == ()
    assert play.shown[-1]["text"].startswith("Name the date")
