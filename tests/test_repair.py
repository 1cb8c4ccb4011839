"""Repair: what an emoji or a tap says, and what changes after it."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.choices import Choice, RepairAs, ShowFirstWords, UndoRepair
from bot.levels import Level, Stance, question_budget
from bot.repair import (
    MEND,
    REPAIR_EMOJI,
    Exchange,
    Mended,
    every_kind,
    guess,
    is_in_place,
    is_repair,
    may_ask,
    one_tap,
    plain_emoji,
    stance_for,
)
from bot.repair.likely import likeliest
from bot.rupture import Rupture
from bot.strings import ENGLISH

OFF_BECAUSE = ENGLISH.repair.leads

AT = datetime(2026, 11, 23, 14, 0, tzinfo=UTC)
KINDS = st.sampled_from(Rupture)
FILL = "The launch moves to the second week of May, and the team hears of it on Monday morning. "


def guessed(said: str, answered: str) -> Rupture:
    return guess(Exchange(said, answered, Level.WARM, None))


# -- the emoji ---------------------------------------------------------------------------------


@pytest.mark.parametrize("emoji", ["🔧", " 🔧 ", "🔧\ufe0f", "🔧\ufe0e", "🔧🏽"])
def test_a_wrench_in_any_dress_says_that_it_landed_wrong(emoji: str) -> None:
    assert is_repair(emoji)
    assert plain_emoji(emoji) == REPAIR_EMOJI


@pytest.mark.parametrize("emoji", ["", "👍", "👎", "🛠️", "🔩", "🔧🔧", "🔧x", ":wrench:"])
def test_another_emoji_says_nothing(emoji: str) -> None:
    assert not is_repair(emoji)


@given(st.text())
def test_a_plain_emoji_stays_as_it_is(emoji: str) -> None:
    assert plain_emoji(plain_emoji(emoji)) == plain_emoji(emoji)


# -- the guess ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("said", "answered", "kind"),
    [
        ("I moved.", "Where to? And why now?", Rupture.TOO_MANY_QUESTIONS),
        ("I moved.", "How was it?", Rupture.TOO_MANY_QUESTIONS),
        ("I feel awful.", "Try a walk. " + FILL, Rupture.WANTED_TO_BE_HEARD),
        ("I am so tired", "You could write a list. " + FILL, Rupture.WANTED_TO_BE_HEARD),
        ("It is my plan.", "That is a brilliant plan. " + FILL, Rupture.TOO_AGREEABLE),
        ("I will do it.", "You're so right. " + FILL, Rupture.TOO_AGREEABLE),
        ("I drink.", "It's important to rest. " + FILL, Rupture.PREACHY),
        ("I drink.", "Remember to eat. " + FILL, Rupture.PREACHY),
        ("And then?", FILL * 11, Rupture.TOO_LONG),
        ("My dog died and I miss him.", FILL, Rupture.COLD),
        ("What should I do about rent", FILL, Rupture.WANTED_A_PLAN),
        ("How do I tell them", FILL, Rupture.WANTED_A_PLAN),
        ("The date slips.", "That is how it is.", Rupture.BLAND),
        ("The date slips.", "", Rupture.BLAND),
        ("The date slips.", FILL * 2, Rupture.MISSED_THE_POINT),
    ],
)
def test_a_guess_is_read_from_what_was_said_and_answered(
    said: str, answered: str, kind: Rupture
) -> None:
    assert guessed(said, answered) is kind


def test_a_long_answer_to_a_long_message_is_not_too_long() -> None:
    assert guessed(FILL * 8, FILL * 11) is Rupture.MISSED_THE_POINT


def test_one_question_at_the_end_of_a_full_answer_is_no_interrogation() -> None:
    assert guessed("The date slips.", FILL * 2 + "Which day?") is Rupture.MISSED_THE_POINT


def test_a_plan_that_was_given_is_not_asked_for_again() -> None:
    assert guessed("What should I do", "Start by calling them. " + FILL * 2) is (
        Rupture.MISSED_THE_POINT
    )


@given(st.text(), st.text(), st.sampled_from(Level), st.sampled_from([None, *Stance]))
def test_every_exchange_has_a_guess(
    said: str, answered: str, level: Level, stance: Stance | None
) -> None:
    kind = guess(Exchange(said, answered, level, stance))
    assert kind in Rupture
    assert kind not in (Rupture.WRONG_FACT, Rupture.OTHER)  # only the person can know these


# -- what changes ------------------------------------------------------------------------------


def test_every_kind_has_words_of_its_own() -> None:
    assert list(MEND) == list(OFF_BECAUSE) == list(Rupture)
    assert len(set(MEND.values())) == len(Rupture)
    assert {len(leads) for leads in OFF_BECAUSE.values()} == {3}
    assert len({each for leads in OFF_BECAUSE.values() for each in leads}) == 3 * len(Rupture)


def test_the_lead_is_another_one_for_each_repair_of_a_conversation() -> None:
    leads = [ENGLISH.repair.lead(Rupture.COLD, before) for before in range(4)]
    assert (len(set(leads[:3])), leads[3]) == (3, leads[0])


def test_what_was_off_is_half_a_sentence_without_grovelling() -> None:
    grovels = ("sorry", "apolog", "my bad", "forgive", "?", "!")
    said = [(kind, text.casefold()) for kind, leads in OFF_BECAUSE.items() for text in leads]
    assert [kind for kind, text in said if any(word in text for word in grovels)] == []
    assert [kind for kind, text in said if len(text.split()) > 8] == []


@pytest.mark.parametrize(
    ("kind", "stance"),
    [(Rupture.WANTED_TO_BE_HEARD, Stance.LISTEN), (Rupture.WANTED_A_PLAN, Stance.DO)],
)
@pytest.mark.parametrize("before", [None, *Stance])
def test_two_kinds_set_the_stance_of_the_repaired_reply(
    kind: Rupture, stance: Stance, before: Stance | None
) -> None:
    assert stance_for(kind, before) is stance


@given(
    KINDS.filter(lambda kind: kind not in (Rupture.WANTED_TO_BE_HEARD, Rupture.WANTED_A_PLAN)),
    st.sampled_from([None, *Stance]),
)
def test_the_other_kinds_keep_the_stance(kind: Rupture, before: Stance | None) -> None:
    assert stance_for(kind, before) is before


def test_a_reply_that_asked_too_much_is_repaired_without_a_question() -> None:
    assert [kind for kind in (None, *Rupture) if not may_ask(kind)] == [Rupture.TOO_MANY_QUESTIONS]


@given(KINDS, st.sampled_from(Level), st.sampled_from([None, *Stance]))
def test_a_repair_never_lets_a_reply_ask_more(
    kind: Rupture, level: Level, before: Stance | None
) -> None:
    budget = question_budget(level, stance_for(kind, before), may_ask=may_ask(kind))
    assert budget <= question_budget(level, None)


# -- the taps ----------------------------------------------------------------------------------


def test_under_a_repaired_reply_stand_the_two_likeliest_kinds_then_what_undoes_it() -> None:
    first, second, back, *others, last = one_tap(Mended((Rupture.COLD,)), ENGLISH)
    assert first == Choice("Too close", RepairAs(Rupture.TOO_CLOSE))
    assert second == Choice("Wanted to be heard", RepairAs(Rupture.WANTED_TO_BE_HEARD))
    assert back == Choice("Put it back", UndoRepair())
    assert last == Choice("What it said first", ShowFirstWords())
    assert others[-1] == Choice("Other", RepairAs(Rupture.OTHER))


@given(st.lists(KINDS, min_size=1), st.text(), st.sampled_from([None, *Stance]))
def test_every_kind_but_the_newest_is_offered_once(
    tried: list[Rupture], text: str, stance: Stance | None
) -> None:
    offered = likeliest(Mended(tuple(tried), text, stance))
    assert sorted((*offered, tried[-1])) == sorted(Rupture)


LONG_ONE = "It takes a while. " * 60
MIDDLE = "It takes a while. " * 20


@pytest.mark.parametrize(
    ("mended", "first"),
    [
        (Mended((Rupture.COLD,), f"{MIDDLE} Why?"), Rupture.TOO_MANY_QUESTIONS),
        (Mended((Rupture.COLD,), LONG_ONE), Rupture.TOO_LONG),
        (Mended((Rupture.COLD,), "It takes a while."), Rupture.BLAND),
        (Mended((Rupture.COLD,), f"{MIDDLE} Why?", Stance.DO), Rupture.TOO_MANY_QUESTIONS),
        (Mended((Rupture.COLD,), MIDDLE, Stance.LISTEN), Rupture.WANTED_TO_BE_HEARD),
        (Mended((Rupture.COLD,), MIDDLE, Stance.DO), Rupture.WANTED_A_PLAN),
        (Mended((Rupture.COLD,), MIDDLE), Rupture.TOO_CLOSE),
        (Mended((Rupture.TOO_CLOSE, Rupture.COLD), MIDDLE), Rupture.WANTED_TO_BE_HEARD),
        (Mended((Rupture.TOO_LONG,), LONG_ONE), Rupture.BLAND),
    ],
    ids=[
        "asks",
        "long",
        "short",
        "shown before wanted",
        "heard",
        "do",
        "overdone",
        "tried",
        "newest",
    ],
)
def test_what_a_reply_shows_and_what_was_wanted_say_how_it_most_likely_landed_wrong(
    mended: Mended, first: Rupture
) -> None:
    assert likeliest(mended)[0] is first


def test_a_kind_that_was_tried_stands_after_all_that_were_not_and_other_is_last() -> None:
    order = likeliest(Mended((Rupture.WANTED_TO_BE_HEARD, Rupture.COLD), MIDDLE, Stance.LISTEN))
    assert order[-2:] == (Rupture.WANTED_TO_BE_HEARD, Rupture.OTHER)


def test_more_of_an_older_row_shows_every_kind_and_put_it_back() -> None:
    choices = every_kind(ENGLISH)
    assert [choice.means for choice in choices[:-1]] == [RepairAs(kind) for kind in Rupture]
    assert choices[-1] == Choice("Put it back", UndoRepair())


@given(KINDS)
def test_a_tap_names_a_kind_that_can_be_read_back(kind: Rupture) -> None:
    every = (*one_tap(Mended((kind,)), ENGLISH), *every_kind(ENGLISH))
    taps = [(each.label, each.means.kind) for each in every if isinstance(each.means, RepairAs)]
    assert [label.casefold() for label, _ in taps] == [kind.value for _, kind in taps]


# -- in place ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("age", "is_newest", "in_place"),
    [
        (timedelta(0), True, True),
        (timedelta(hours=1), True, True),
        (timedelta(hours=1, microseconds=1), True, False),
        (timedelta(0), False, False),
        (timedelta(days=2), False, False),
    ],
)
def test_a_repair_takes_the_place_of_the_newest_reply_within_the_hour(
    age: timedelta, is_newest: bool, in_place: bool
) -> None:
    assert is_in_place(AT, AT + age, is_newest=is_newest) is in_place
