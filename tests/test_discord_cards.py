"""How messages are laid out for Discord: talk, cards, buttons, menus; and how they are read."""

from dataclasses import replace
from typing import Any

import pytest

from adapters.discord.bodies import offered, shown, under
from adapters.discord.cards import (
    IS_CARD,
    as_it_stands,
    card,
    edited,
    is_card,
    words,
)
from adapters.discord.components import (
    ALONE,
    LIST,
    PRIVATE,
    STOP,
    Under,
    buttons,
    choice,
    choices,
    content,
    parts_of,
    tapped,
    under_of,
)
from adapters.discord.heard import _changed, _heard
from adapters.discord.interaction_data import acknowledgement
from adapters.discord.sentences import own_button, said_on_discord
from adapters.discord.worded import own
from bot.ids import RoomId, SendKey
from bot.layout.markup import heading, point, small
from bot.layout.window import Values
from bot.strings import ENGLISH
from bot.words import Edit, Outgoing
from tests.platforms.discord_server.layout import faults

JSON = dict[str, Any]
CARD = "\n".join((heading("Warm, until May"), point("One."), point("Two."), "", small("Small.")))
SEVEN = tuple(f"Choice {number}" for number in range(7))


def labels_in(row: JSON) -> list[str]:
    lines = [one.get("options", [one]) for one in row["components"]]
    return [one["label"] for each in lines for one in each]


@pytest.mark.parametrize("lay_out", [content, card])
@pytest.mark.parametrize("many", [0, 1, 5, 6, 7, 40, 103])
def test_what_is_sent_is_as_discord_wants_it_however_many_choices(lay_out: Any, many: int) -> None:
    labels = tuple(f"Choice {number}" for number in range(many))
    body = lay_out(CARD, under(ENGLISH, labels, own_button(PRIVATE, ENGLISH)))
    assert list(faults(body, {})) == []
    assert words(body) == CARD
    assert choices(body) == labels
    assert under_of(body).own == own_button(PRIVATE, ENGLISH)


def test_four_choices_stand_in_the_row_and_the_rest_in_a_menu_that_says_more() -> None:
    row, below = content("text", under(ENGLISH, SEVEN))["components"]
    assert labels_in(row) == list(SEVEN[:4])
    assert labels_in(below) == list(SEVEN[4:])
    assert below["components"][0]["placeholder"] == "More"
    (alone,) = content("text", under(ENGLISH, SEVEN[:5]))["components"]
    assert labels_in(alone) == list(SEVEN[:5])


def test_a_sixth_thing_to_tap_is_never_in_the_row() -> None:
    body = content("text", under(ENGLISH, SEVEN[:5], own_button(PRIVATE, ENGLISH)))
    assert [len(labels_in(row)) for row in body["components"]] == [4, 2]


@pytest.mark.parametrize("lay_out", [content, card])
def test_a_choice_is_told_by_its_button_or_its_line_alone(lay_out: Any) -> None:
    body = lay_out("text", under(ENGLISH, SEVEN, about="55"))
    assert [choice(one["custom_id"]) for one in buttons(body)] == [("55", one) for one in SEVEN]
    assert choice(PRIVATE) is None
    assert body["allowed_mentions"] == {"parse": []}
    assert choices({"components": "odd"}) == choices({"components": [None, {"type": 17}]}) == ()


def test_a_line_that_is_picked_is_a_button_that_is_pressed() -> None:
    assert tapped({"custom_id": "c::Yes", "component_type": 2}) == "c::Yes"
    assert tapped({"custom_id": "more:0", "values": ["c::No"]}) == "c::No"
    assert tapped({"custom_id": "more:0", "values": []}) == "more:0"


# -- values as one list ------------------------------------------------------------------------

LEVELS = ("Plain", "Warm", "Attuned")


def listing(values: Values, *others: str) -> Under:
    """Gives what stands under a message with such values, and other choices after them."""
    return offered(Edit(None, (*values.labels, *others), values=values), ENGLISH)


def lists(body: JSON) -> list[JSON]:
    """Gives the lists of values under a message."""
    every = [one for each in parts_of(body) for one in each.get("components") or []]
    return [one for one in every if str(one["custom_id"]).startswith(LIST)]


@pytest.mark.parametrize("lay_out", [content, card])
def test_values_of_which_one_holds_are_a_list_that_marks_it_above_the_other_taps(
    lay_out: Any,
) -> None:
    body = lay_out(CARD, listing(Values(LEVELS, "Warm"), "Back"))
    assert list(faults(body, {})) == []
    (menu,) = lists(body)
    assert labels_in({"components": [menu]}) == list(LEVELS)
    assert [one.get("default", False) for one in menu["options"]] == [False, True, False]
    assert [one["label"] for one in buttons(body)] == [*LEVELS, "Back"]
    assert choices(body) == (*LEVELS, "Back")


def test_values_of_which_none_holds_are_taps_where_a_row_has_room_and_else_a_list() -> None:
    few = content("text", listing(Values(LEVELS), "Back", "Off"))
    assert [len(labels_in(row)) for row in few["components"]] == [5]
    assert lists(few) == []
    many = content("text", listing(Values(LEVELS), "Back", "Off", "Help"))
    (menu,) = lists(many)
    assert menu["placeholder"] == said_on_discord(ENGLISH).buttons["pick"]
    assert not any("default" in one for one in menu["options"])
    assert [labels_in(row) for row in many["components"]] == [
        list(LEVELS), ["Back", "Off", "Help"]
    ]  # fmt: skip


def test_what_finds_no_room_beside_a_list_is_in_a_menu_below_it() -> None:
    body = content("text", listing(Values(LEVELS, "Warm"), *SEVEN))
    assert [labels_in(row) for row in body["components"]] == [
        list(LEVELS), list(SEVEN[:4]), list(SEVEN[4:])
    ]  # fmt: skip
    assert list(faults(body, {})) == []


@pytest.mark.parametrize("many", [25, 26, 60, 140])
def test_a_list_of_many_values_keeps_to_discords_limits(many: int) -> None:
    labels = tuple(f"Value {number}" for number in range(many))
    body = content("text", listing(Values(labels, "Value 7"), *SEVEN))
    assert list(faults(body, {})) == []
    assert choices(body)[:many] == labels[:125]


@pytest.mark.parametrize("lay_out", [content, card])
@pytest.mark.parametrize("holds", ["Warm", ""])
def test_a_list_is_shown_anew_as_it_stood_and_keeps_what_it_marks(lay_out: Any, holds: str) -> None:
    under = listing(Values(LEVELS, holds), "Back", "Off", "Help")._replace(about="55")
    stands = lay_out(CARD, under)
    assert under_of(stands).values == under.values
    told = {"data": {"custom_id": f"{LIST}0", "values": ["c:55:Attuned"]}, "message": stands}
    said = acknowledgement(told)
    assert said["type"] == 7
    assert said["data"]["components"] == stands["components"]


def test_every_button_weighs_the_same() -> None:
    body = card("Yes?", under(ENGLISH, ("Yes", "No")))
    (box,) = body["components"]
    assert {one["style"] for one in box["components"][-1]["components"]} == {2}


def test_a_card_is_one_box_with_a_line_above_its_last_small_words() -> None:
    (box,) = card(CARD, under(ENGLISH, ("Yes",)))["components"]
    assert [one["type"] for one in box["components"]] == [10, 14, 10, 1]
    (plain,) = card("One line.", Under())["components"]
    assert [one["type"] for one in plain["components"]] == [10]
    (small_alone,) = card(small("Small."), Under())["components"]
    assert [one["type"] for one in small_alone["components"]] == [10]


def test_moments_and_addresses_stand_in_a_card_as_in_talk() -> None:
    text = "Until <t:1795000000:D>: https://a.example/x."
    said = "Until <t:1795000000:D>: <https://a.example/x>."
    assert words(card(text, Under())) == words(content(text)) == said


# -- edits -------------------------------------------------------------------------------------


@pytest.mark.parametrize("flags", [0, ALONE])
def test_a_message_keeps_its_kind_and_whose_it_is_whatever_is_edited(flags: int) -> None:
    stands = card(CARD, under(ENGLISH, ("Yes", "No"))) | {"flags": IS_CARD | flags}
    for text in (None, "Done."):
        body = edited(stands, text, Under())
        assert list(faults(body, stands)) == []
        assert body["flags"] == IS_CARD | flags
        assert (words(body), choices(body)) == (text or CARD, ())
    talk = content("Hello.", under(ENGLISH, SEVEN)) | {"flags": flags}
    assert edited(talk, None, Under()) == {"components": [], "allowed_mentions": {"parse": []}}
    assert edited(talk, "Bye.", Under()) == content("Bye.")


@pytest.mark.parametrize("lay_out", [content, card])
def test_a_menu_is_shown_anew_when_a_line_was_picked(lay_out: Any) -> None:
    stands = lay_out(CARD, under(ENGLISH, SEVEN, own_button(STOP, ENGLISH), "55"))
    told = {"data": {"custom_id": "more:0", "values": ["x"]}, "message": stands}
    said = acknowledgement(told)
    assert said["type"] == 7
    assert said["data"] == as_it_stands(stands)
    assert said["data"]["components"] == stands["components"]
    assert list(faults(said["data"], stands)) == []
    assert acknowledgement({**told, "data": {"custom_id": "c::Yes"}}) == {"type": 6}
    assert acknowledgement({**told, "message": {}}) == {"type": 6}


def test_buttons_of_before_in_two_rows_are_read_and_shown_anew() -> None:
    pressed = [{"type": 2, "style": 2, "label": one, "custom_id": f"c::{one}"} for one in SEVEN]
    before = {"content": "Hello.", "components": [row(*pressed[:5]), row(*pressed[5:])]}
    assert choices(before) == SEVEN
    body = edited(before, None, under_of(before))
    assert (choices(body), list(faults(body, before))) == (SEVEN, [])


# -- what is read ------------------------------------------------------------------------------


def test_the_words_of_a_card_are_read_where_those_of_talk_are() -> None:
    stands = {**card(CARD, Under()), "content": ""}
    assert own(stands) == CARD
    assert is_card(stands)
    assert own({"content": "Hello."}) == "Hello."


def test_a_card_that_is_heard_is_held_with_its_words() -> None:
    heard = _heard({**card(CARD, Under()), "content": "", "id": "9", "channel_id": "5"})
    assert words(heard.body) == CARD
    assert words(_changed(heard, {**card("New.", Under()), "content": ""}).body) == "New."


def test_what_the_core_calls_a_card_is_one_and_has_no_button_of_the_adapters_own() -> None:
    said = Outgoing(SendKey("k"), RoomId("discord:5"), "Hello.", choices=("Yes",))
    stop = own_button(STOP, ENGLISH)
    assert is_card(shown(said, ENGLISH)) is False
    assert [one["label"] for one in buttons(shown(said, ENGLISH, stop))] == ["Yes", "Stop"]
    piece = shown(replace(said, is_card=True), ENGLISH, stop)
    assert is_card(piece)
    assert [one["label"] for one in buttons(piece)] == ["Yes"]


# -- what the stand-in refuses -----------------------------------------------------------------

BUTTON: JSON = {"type": 2, "style": 2, "label": "A", "custom_id": "a"}
LINE: JSON = {"label": "A", "value": "a"}
MARKED: JSON = {**LINE, "default": True}
MENU: JSON = {"type": 3, "custom_id": "m", "options": [LINE]}
TEXT: JSON = {"type": 10, "content": "text"}
BOX: JSON = {"type": 17, "components": [TEXT]}


def row(*each: JSON) -> JSON:
    return {"type": 1, "components": [*each]}


def talk(*each: JSON) -> JSON:
    return {"content": "x", "components": [*each]}


def piece(*each: JSON) -> JSON:
    return {"flags": IS_CARD, "components": [*each]}


@pytest.mark.parametrize(
    ("body", "stands"),
    [
        ({**piece(BOX), "content": "x"}, {}),
        (piece(BOX), {"content": "x", "flags": 0}),
        ({"content": "x"}, {"content": "", "flags": IS_CARD}),
        ({**piece(BOX), "embeds": [{}]}, {}),
        (piece(), {}),
        (piece({**TEXT, "content": "x" * 4001}), {}),
        (piece(*[{**TEXT, "content": "x" * 2001}] * 2), {}),
        (piece({**TEXT, "content": " "}), {}),
        (piece(*[TEXT] * 41), {}),
        (piece(BUTTON), {}),
        (talk(BOX), {}),
        (talk(row(BUTTON), row(BUTTON)), {}),
        (talk(row(MENU, BUTTON)), {}),
        (talk(row()), {}),
        (talk(row({**MENU, "options": []})), {}),
        (talk(row({**MENU, "options": [LINE, LINE]})), {}),
        (talk(row({**MENU, "options": [MARKED, {**MARKED, "value": "b"}]})), {}),
    ],
)
def test_the_stand_in_refuses_what_discord_refuses(body: JSON, stands: JSON) -> None:
    assert list(faults(body, stands)) != []


def test_the_stand_in_takes_talk_that_becomes_a_card_without_its_words() -> None:
    body = {**piece(BOX), "content": None}
    assert list(faults(body, {"content": "x", "flags": 0})) == []
