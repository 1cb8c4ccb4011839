"""What a person reads whenever they ask: status, about, who runs it."""

from dataclasses import replace

import pytest

from bot.cards import (
    about,
    about_choices,
    checked,
    folded,
    published,
    runs,
    where_words_go,
    who_runs_it,
)
from bot.choices import Fold, ReadAbout
from bot.consent import PURPOSES
from bot.duties import Law, duties_of
from bot.governor.held import held_in
from bot.governor.languages import FAMILIES
from bot.ids import RoomId, SpaceId, Where
from bot.layout.markup import plainly
from bot.levels import Level
from bot.strings import ENGLISH, OFFERED
from tests.in_english import house_in_english

HOSTS = ("api.example.org", "backup.example.net")
HOUSE = house_in_english("2026-11-abc", HOSTS, operator="Grace", contact="grace@example.org")
ALONE = house_in_english("2026-11-abc", operator="Grace")

# -- hosts, operator ---------------------------------------------------------------------------


def test_without_a_host_the_words_stay_here() -> None:
    stays = "Your words stay on this machine."
    assert where_words_go(ALONE) == stays


def test_a_house_without_a_contact_shows_none() -> None:
    assert "This is run by Grace. As with any service" in who_runs_it(ALONE)


# -- about and help ----------------------------------------------------------------------------


def test_about_says_at_first_sight_what_it_is_who_runs_it_and_where_words_go() -> None:
    assert about(HOUSE).startswith(
        "I'm Attune, an AI. Grace runs this and could read along; your words go to "
        "api.example.org and 1 more. I never write first"
    )
    assert about(HOUSE).endswith(f"\n{ENGLISH.rooms.unsuitable}")
    elsewhere = replace(HOUSE, duties=duties_of((Law.EU,)))
    assert ENGLISH.rooms.unsuitable not in about(elsewhere)
    assert ENGLISH.rooms.unsuitable not in folded(elsewhere, Fold.WHOLE)
    means = [one.means for one in about_choices(ENGLISH)]
    assert means == [ReadAbout(Fold.LEVELS), ReadAbout(Fold.WHOLE)]


def test_all_of_about_is_one_tap_away() -> None:
    lines = folded(HOUSE, Fold.WHOLE).split("\n")
    assert lines[0].startswith("I'm Attune, an AI. This is run by Grace (grace\\@example.org).")
    assert lines[1] == where_words_go(HOUSE)
    assert lines[2] == ENGLISH.rooms.unsuitable
    assert lines[3] == f"Purpose: {PURPOSES[0]}. Version of this text: {HOUSE.policy}."
    assert "are read in English" in lines[4]


@pytest.mark.parametrize("code", OFFERED)
def test_about_says_where_protocol_and_privacy_stand_or_whom_to_ask(code: str) -> None:
    house = replace(HOUSE, strings=ENGLISH.to(code))
    said = house.strings.about
    assert published(house) == (said.protocol_asked, said.privacy_asked)
    protocol, privacy = "https://a.example/it_is", "https://a.example/kept"
    lines = folded(replace(house, published=(protocol, privacy)), Fold.WHOLE).split("\n")
    assert said.protocol.format(address=plainly(protocol)) in lines
    assert said.privacy.format(address=privacy) in lines
    assert said.protocol_asked not in lines
    assert published(replace(house, published=("", privacy))) == (
        said.protocol_asked,
        said.privacy.format(address=privacy),
    )


@pytest.mark.parametrize("code", OFFERED)
def test_about_says_what_is_left_out_of_replies_in_the_language_of_who_reads_it(code: str) -> None:
    strings = ENGLISH.to(code)
    said, held = strings.about, held_in(code)
    assert set(held) <= set(said.checks)
    assert checked(strings) in folded(replace(HOUSE, strings=strings), Fold.WHOLE)
    assert [one for one in said.checks if said.checks[one] in checked(strings)] == [
        one for one in said.checks if one in held
    ]


def test_a_family_that_nobody_has_written_in_a_language_is_not_said_to_hold_there() -> None:
    assert set(held_in("en")) == set(ENGLISH.about.checks)
    assert held_in("uk") == ("questions", "length", "numbers")
    assert set(FAMILIES) <= set(held_in("de"))


@pytest.mark.parametrize("code", OFFERED)
def test_about_gives_admins_alone_the_id_that_the_operator_blocks_their_place_by(code: str) -> None:
    house = replace(HOUSE, strings=ENGLISH.to(code))
    space = SpaceId("discord:server:123")
    there = Where(RoomId("discord:5"), space, is_direct=False, by_admin=True)
    line = house.strings.about.known_here.format(id=plainly(space))
    assert line in folded(house, Fold.WHOLE, there).split("\n")
    for nobody in (None, replace(there, by_admin=False), replace(there, is_direct=True)):
        assert line not in folded(house, Fold.WHOLE, nobody)


def test_about_answers_one_message_at_all_four_levels() -> None:
    first, *lines = folded(HOUSE, Fold.LEVELS).split("\n")
    assert ENGLISH.about.message in first
    shown = [line.split(":")[0] for line in lines]
    answers = {line.split(": ", 1)[1] for line in lines}
    assert (shown, len(answers)) == ([level.word for level in Level], 4)


def test_about_says_when_there_is_no_model() -> None:
    last = folded(replace(ALONE, has_set_words=True), Fold.WHOLE).split("\n")[-1]
    assert last.startswith("Here it runs without a language model")
    for one in (HOUSE, ALONE):  # a model on this machine has no host
        assert "without a language model" not in folded(one, Fold.WHOLE)


def test_people_read_of_every_level_and_the_purpose_that_the_ledger_names() -> None:
    said = ENGLISH.cards
    assert list(said.continuity) == [level.word for level in Level]
    assert list(said.tones) == [level.word for level in Level]
    more = (said.noticing, said.noticing_worse, said.noticing_again)
    assert (said.purpose, said.holding, *more) == PURPOSES


def test_who_runs_it_is_said_where_no_name_is_set_too() -> None:
    unnamed = house_in_english("2026-11-abc")
    assert unnamed.run_by == "whoever runs this machine"
    assert who_runs_it(unnamed).startswith("This is run by whoever runs this machine.")
    assert who_runs_it(ALONE).startswith("This is run by Grace.")


@pytest.mark.parametrize("code", OFFERED)
def test_a_sentence_that_begins_with_an_unnamed_operator_begins_as_sentences_do(code: str) -> None:
    unnamed, said = house_in_english("2026-11-abc").to(code), ENGLISH.to(code)
    forms = (said.cards.runs, said.cards.runs_alone, said.cards.operator)
    for form in (*forms, said.rooms.greeting, said.admins.no_report_here):
        name, before = unnamed.run_by_in(form), form.partition("{operator}")[0].rstrip()
        begins = not before or before[-1] in ".!?"
        assert name[0].isupper() == (begins and code != "ja")
    first = runs(unnamed)[0]
    assert first == first.upper()


def test_a_named_operator_is_written_as_they_write_it() -> None:
    lower = house_in_english("2026-11-abc", HOSTS, operator="ada")
    assert runs(lower).startswith("ada runs this")
    assert "ada runs this: ask there" in (
        lower.strings.admins.no_report_here.format(
            operator=lower.run_by_in(lower.strings.admins.no_report_here)
        )
    )
