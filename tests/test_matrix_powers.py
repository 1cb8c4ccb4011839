"""Who may what in a Matrix room: the newest power levels count whole."""

from dataclasses import replace

from adapters.matrix.powers import OUTRANKS, Powers, made_by

ADA, EVE = "@ada:example.org", "@eve:example.org"
FIRST = {"users": {ADA: 100, EVE: 50}, "users_default": 10, "kick": 60}


def test_whose_entry_is_gone_has_the_default_of_the_room() -> None:
    before = Powers(content=FIRST)
    after = replace(before, content={"users": {ADA: 100}})
    assert (before.level(EVE), after.level(EVE), after.level(ADA)) == (50, 0, 100)
    assert (before.to_kick(), after.to_kick()) == (60, 50)
    assert before.level("@kim:example.org") == 10


def test_who_made_a_room_has_it_until_levels_are_set_and_outranks_where_the_version_says_so() -> (
    None
):
    old = made_by({"sender": ADA}, {"room_version": "11", "additional_creators": [EVE]})
    assert (old.level(ADA), old.level(EVE)) == (100, 0)
    assert replace(old, content={}).level(ADA) == 0
    new = made_by({"sender": ADA}, {"room_version": "12", "additional_creators": [EVE]})
    assert replace(new, content={}).level(EVE) == OUTRANKS


def test_odd_levels_give_nobody_power() -> None:
    for odd in (True, None, "many", [100], 1.5):
        assert Powers(content={"users": {EVE: odd}, "users_default": odd}).level(EVE) == 0
    assert Powers(content={"users": "all"}).level(EVE) == 0
    assert Powers(content={"users": {EVE: "50"}}).level(EVE) == 50
