"""A private answer that stands in another room than the one it is about names that room."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from structlog.testing import capture_logs

from adapters.cli import compose
from bot.actions import Action
from bot.actions.platform import Say
from bot.actions.state import AnswerCard
from bot.capabilities import Capabilities
from bot.choices import (
    AcceptOffer,
    AskToErase,
    Choice,
    EraseHere,
    Meaning,
    Offer,
    Page,
    ReadCrisisText,
    SetDeepest,
    SpeakIn,
    TurnOff,
    TurnPage,
)
from bot.commands import COMMANDS, Term, command_in
from bot.decide import naming
from bot.ids import PersonId, RoomId, SpaceId, Where
from bot.levels import Level
from bot.records import KINDS
from bot.settings.loading import load
from bot.strings import ENGLISH, OFFERED
from tests.play import Play
from tests.ready import made_ready
from tests.scene import ADA, AT, HOUSE, SHARED, commands, decide, known, post, says, taps, told

GARDEN = replace(SHARED, by_admin=True, can=Capabilities(answers_apart=True), called="Garden")
NAMELESS = replace(GARDEN, called="")
WARM = known(Level.WARM, direct=False)
LINE = "-# In the room “Garden”\n"
OFFER = Offer(Level.WARM, Level.WARM, Term(), HOUSE.policy, epoch=0, until=AT + timedelta(days=9))


def answers(words: str, where: Where = GARDEN) -> list[str]:
    """Gives what is read of the answer to a command in a shared room."""
    return told(decide(replace(commands(words), where=where), WARM).actions)


def after(means: Meaning) -> tuple[Action, ...]:
    """Gives what a tap on a card leads to, in the room where the card stands."""
    tap = replace(taps("x"), where=GARDEN)
    card = replace(post(Choice("x", means)), scope=tap.scope)
    return decide(tap, replace(WARM, post=card)).actions


@pytest.mark.parametrize(
    "words",
    ["off", "level plain", "pause 2h", "resume", "status", "style", "data", "data erase", "stop",
     "data export", "receipt", "why", "repair"],
)  # fmt: skip
def test_an_answer_of_one_room_names_it_first_where_it_stands_in_another(words: str) -> None:
    (named, *_), (here, *_) = answers(words), answers(words, SHARED)
    assert named == LINE + here


@pytest.mark.parametrize("words", ["settings", "ceiling warm", "reports", "crisis-line off"])
def test_what_admins_set_in_a_room_names_it_too(words: str) -> None:
    asked = replace(commands(""), command=command_in(f"/attune-admin {words}"), where=GARDEN)
    assert told(decide(asked, WARM).actions)[0].startswith(LINE)


@pytest.mark.parametrize(
    "words",
    [
        *("about", "boundaries", "help", "language", "emojis"),
        *("night-card", "people", "ignore-me", "under-18", "listen"),
    ],
)  # fmt: skip
def test_an_answer_that_means_the_same_in_every_room_names_none(words: str) -> None:
    assert not [text for text in answers(words) if "Garden" in text]


def test_every_command_says_whether_it_means_the_same_in_every_room() -> None:
    assert {one.name for one in COMMANDS if one.is_everywhere} == {
        *("about", "boundaries", "emojis", "help", "ignore-me", "language"),
        *("night-card", "people", "reach", "under-18"),
    }


def test_a_room_without_a_name_is_the_one_that_was_written_in() -> None:
    assert answers("status", NAMELESS)[0].startswith("-# In the room you wrote in\nWarm here ")


@pytest.mark.parametrize("code", OFFERED)
def test_every_language_names_a_room(code: str) -> None:
    said = replace(WARM, house=HOUSE.to(code))
    asked = replace(commands("status"), where=GARDEN)
    first, second = told(decide(asked, said).actions)[0].split("\n", 1)
    assert "Garden" in first
    assert "Garden" not in second
    assert first.removeprefix("-# ")[0] == first.removeprefix("-# ")[0].upper()
    unnamed = told(decide(replace(asked, where=NAMELESS), said).actions)[0]
    written = ENGLISH.to(code).cards.in_written
    assert unnamed.split("\n")[0] == f"-# {written[0].upper()}{written[1:]}"


def test_a_wish_to_leave_in_words_is_answered_with_the_room_it_is_about() -> None:
    for text in ("I want out", "turn it off", "turn it off, delete my data"):
        turn = decide(says(text, GARDEN), WARM)
        private = [one.text for one in turn.actions if isinstance(one, Say) and one.to == ADA]
        assert private
        assert all(text.startswith(LINE) for text in private)


# -- taps ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "means",
    [TurnOff(), TurnPage(Page.STATE), TurnPage(Page.LEVELS), TurnPage(Page.STYLES),
     TurnPage(Page.PAUSES), TurnPage(Page.KEPT), AskToErase(), EraseHere(),
     SetDeepest(Level.PLAIN)],
)  # fmt: skip
def test_what_takes_the_place_of_a_card_names_the_room_again(means: Meaning) -> None:
    texts = [one.text for one in after(means) if isinstance(one, AnswerCard | Say) and one.text]
    assert texts
    assert all(text.startswith(LINE) for text in texts)


def test_a_yes_becomes_one_line_that_names_the_room_and_where_it_ends() -> None:
    (line,) = told(after(AcceptOffer(replace(OFFER, talk=AT.isoformat()))))
    assert line == "Warm in the room “Garden” until 13 May. /attune off there ends it."


@pytest.mark.parametrize("means", [ReadCrisisText(), SpeakIn("de")])
def test_words_for_a_life_at_risk_and_a_language_come_first(means: Meaning) -> None:
    assert told(after(means))
    assert not [text for text in told(after(means)) if "Garden" in text]


def test_nothing_is_named_where_the_answer_stands_in_its_room() -> None:
    event = replace(commands("status"), where=replace(GARDEN, can=Capabilities()))
    answer = (Say("one", to=ADA),)
    assert naming.named(event, WARM, answer) == answer
    direct = replace(commands("status"), where=replace(GARDEN, is_direct=True))
    assert naming.named(direct, known(Level.WARM), answer) == answer


def test_what_all_may_see_and_what_is_about_another_room_are_left() -> None:
    event = replace(commands("status"), where=GARDEN)
    seen, other = Say("one", to=ADA, may_be_seen=True), replace(event.scope, space=SpaceId("x"))
    answer = (seen, Say("two"), Say("three", to=ADA, scope=other), AnswerCard(post().message, None))
    assert naming.named(event, WARM, answer) == answer


# -- the name itself -----------------------------------------------------------------------------


async def test_a_rooms_name_is_shown_and_stands_in_no_log_and_in_no_row(tmp_path: Path) -> None:
    settings = load({"ATTUNE_DATA_FOLDER": str(tmp_path / "data")}, None)
    made_ready(settings)
    where = replace(GARDEN, room=RoomId("console:room:lobby"), space=SpaceId("console:space"))
    event = replace(commands("on"), person=PersonId("console:ada"), where=where)
    async with compose.opened(settings) as (store, vault):
        stage = Play(tmp_path, store, vault)
        async with stage.running():
            with capture_logs() as logs:
                await stage.companion.handle(event)
                await stage.companion.settled()
            rows = repr([await store.sweep(kind) for kind in KINDS])
        assert any("Garden" in one["text"] for one in stage.shown)
    files = [one.read_bytes() for one in settings.data_folder.rglob("*") if one.is_file()]
    assert files
    assert not [one for one in files if b"Garden" in one]
    assert "Garden" not in f"{rows} {logs} {event!r}"
