"""What setting up is made of: what is set, what is shown, and the menu."""

from pathlib import Path

import pytest

from adapters.cli import asking
from adapters.cli.setup import discord, local, matrix, menu
from adapters.cli.setup.asking import Terminal
from adapters.cli.setup.desk import Desk
from adapters.cli.setup.given import Given, told
from adapters.cli.setup.sentences import OnSetup, said_on_setup
from bot.errors import SettingsFault
from bot.settings.env_file import read
from bot.strings import ENGLISH, fill
from tests.setting_up import SAID, desk_of

LINK = "https://discord.com/oauth2/authorize?client_id=100&scope=bot&permissions=309237713984"
LONGEST = 200  # characters of one sentence


def test_a_later_choice_holds_over_file_and_environment_until_the_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / ".env").write_text("ATTUNE_OPERATOR_NAME=Ada\nATTUNE_BOT_NAME=One\n")
    monkeypatch.setenv("ATTUNE_BOT_NAME", "Two")
    given = Given(tmp_path / ".env")
    assert (given.settings().operator_name, given.settings().bot_name) == ("Ada", "Two")
    given.keep("why", bot_name="Three", operator_name="Ada")
    assert given.settings().bot_name == "Three"
    assert given.settings(bot_name="Four").bot_name == "Four"
    assert given.shadowed("bot_name", "operator_name") == ["ATTUNE_BOT_NAME"]
    assert "Three" not in repr(given)


def test_a_desk_tells_what_is_wrong_and_gives_nothing(tmp_path: Path) -> None:
    desk, somebody = desk_of(tmp_path)
    assert isinstance(desk, Desk)
    assert desk.settings(bot_name="a" * 41, model_temperature="9") is None
    assert "ATTUNE_BOT_NAME: is too long" in somebody.all
    assert "ATTUNE_MODEL_TEMPERATURE: is too large" in somebody.all
    assert told(SettingsFault(("a", "b"))) == "a\nb"


async def test_the_menu_shows_what_is_set_and_goes_through_each_part(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(local, "PLACES", ())
    parts = ("*A model: none yet", "*None for now", "*Matrix: none yet", "", "*Discord: none", "")
    desk, somebody = desk_of(tmp_path, *parts, "*Done")
    await menu.walk(desk)
    assert somebody.answers == []
    assert somebody.shown[-1] == SAID.next_chat
    assert {"matrix": matrix.set_up, "discord": discord.set_up} == menu.WALKS
    assert read((tmp_path / ".env").read_text()) == {"ATTUNE_MODEL_ASK": "False"}


async def test_a_model_that_is_set_is_left_unless_somebody_changes_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(local, "PLACES", ())
    old = "ATTUNE_MODEL_URL=http://a.example/v1\nATTUNE_MODEL_NAME=m\nATTUNE_MODEL_KEY=k\n"
    (tmp_path / ".env").write_text(old)
    left = ("*A model: m", "*Leave it as it is")
    changed = ("*A model: m", "*Change it", "*None for now")
    desk, somebody = desk_of(tmp_path, *left, *changed, "*Done")
    await menu.walk(desk)
    assert (tmp_path / ".env").read_text().startswith(old)
    assert desk.given.settings().model_url == ()
    assert not asking.is_asked(desk.given.settings(), as_jsonl=False)
    assert "A model: none yet" in somebody.labels


def test_no_word_is_broken_no_address_cut_and_nothing_moves_the_cursor(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    Terminal().tell(f"Open this link and choose a server of yours:\n{LINK}\n  [1] \x1b[2Jred one")
    assert capsys.readouterr().out.splitlines() == [
        "Open this link and choose a server of",
        "yours:",
        LINK,
        "  [1] ␛[2Jred one",
    ]


def test_what_is_said_is_short_and_plain() -> None:
    said = dict(fill.sentences(said_on_setup(ENGLISH)))
    assert said.keys() == set(OnSetup.__slots__)
    assert [one for one in said.values() if len(one) > LONGEST or "!" in one or " we " in one] == []
