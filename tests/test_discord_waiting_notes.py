"""A line that waits behind a button is shown as it was said, whichever release kept it."""

import json
from dataclasses import replace

import pytest

from adapters.discord.api import FILES
from adapters.discord.cards import is_card, words
from adapters.discord.components import buttons, choice, under_of
from adapters.discord.sentences import said_on_discord
from adapters.discord.waiting_notes import kept_note, shown_note
from bot.ids import MessageId, RoomId, SendKey
from bot.layout.window import NO_VALUES, Values
from bot.strings import ENGLISH
from bot.words import Outgoing, TextFile

ROOM, MESSAGE = RoomId("discord:5"), MessageId("9")
CHOICES = ("Plain", "Warm", "Back")
VALUES = Values(("Plain", "Warm"), "Warm", "level")
NEW = Outgoing(SendKey("k"), ROOM, "Hello.", choices=CHOICES, is_card=True, values=VALUES)


def test_it_is_shown_as_it_was_said_with_its_list_and_about_its_own_message() -> None:
    shown = shown_note(kept_note(NEW, MESSAGE), ENGLISH)
    assert (is_card(shown), words(shown)) == (True, "Hello.")
    assert [choice(one["custom_id"]) for one in buttons(shown)] == [("9", one) for one in CHOICES]
    assert under_of(shown).values == replace(VALUES, of="")
    assert under_of(shown).pick == said_on_discord(ENGLISH).picks["level"]


def test_it_keeps_its_files() -> None:
    files = (TextFile("kept.json", "{}"), TextFile("kept.html", "<p>"))
    shown = shown_note(kept_note(replace(NEW, is_card=False, files=files), MESSAGE), ENGLISH)
    assert shown[FILES] == files
    assert [one["filename"] for one in shown["attachments"]] == ["kept.json", "kept.html"]


def test_the_one_file_that_an_earlier_release_kept_is_shown() -> None:
    kept = json.loads(kept_note(replace(NEW, is_card=False), MESSAGE))
    shown = shown_note(json.dumps({**kept, "file": ["kept.json", "{}"]}), ENGLISH)
    assert shown[FILES] == (TextFile("kept.json", "{}"),)


def test_a_list_of_an_earlier_release_that_knew_not_of_what_it_is_asks_for_any_choice() -> None:
    kept = json.loads(kept_note(NEW, MESSAGE))
    kept["values"].pop("of")
    below = under_of(shown_note(json.dumps(kept), ENGLISH))
    assert (below.values.labels, below.values.holds) == (VALUES.labels, VALUES.holds)
    assert below.pick == said_on_discord(ENGLISH).buttons["pick"]


@pytest.mark.parametrize("gone", [("values",), ("values", "language"), ("values", "card")])
def test_what_an_earlier_release_kept_is_shown_with_a_button_a_choice(gone: tuple[str]) -> None:
    kept = json.loads(kept_note(NEW, MESSAGE))
    shown = shown_note(json.dumps({one: kept[one] for one in kept if one not in gone}), ENGLISH)
    assert (words(shown), is_card(shown)) == ("Hello.", "card" not in gone)
    assert under_of(shown).values == NO_VALUES
    assert [one["label"] for one in buttons(shown)] == [*CHOICES]


def test_a_picture_keeps_its_words_for_who_does_not_see_it() -> None:
    picture = TextFile("weeks.png", "AAAA", "Four weeks.")
    shown = shown_note(kept_note(replace(NEW, is_card=False, files=(picture,)), MESSAGE), ENGLISH)
    assert shown[FILES] == (picture,)
    assert shown["attachments"][0]["description"] == "Four weeks."
