"""What is held as values: numbers, order, days; and how a command of the lists is read."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.commands import parse
from bot.commands.lists import LISTS, read, split
from bot.commands.values import Unparsable
from bot.holding import DEEDS, Held, HeldDeed, HeldRow, in_order, is_done, is_due, list_of, put_off
from bot.holding.command import MyHeld
from bot.holding.days import FARTHEST, Dated, moment_named, without_day
from bot.ids import EventId
from bot.layout.dates import Occasion, day
from bot.records import MemoryRow, Owner, ThreadRow
from bot.strings import ENGLISH, OFFERED

AT = datetime(2031, 5, 4, 22, 30, tzinfo=UTC)
NOBODY = Owner("")


def rows(count: int) -> tuple[HeldRow, ...]:
    made: list[HeldRow] = []
    for number in range(count):
        made.append(Held.THREADS.added("x", made, EventId(f"e{number}"), AT))
    return tuple(made)


def noon(year: int, month: int, number: int) -> datetime:
    return datetime(year, month, number, 12, tzinfo=UTC)


@given(st.lists(st.integers(0, 9), max_size=12))
def test_a_new_line_gets_a_number_that_no_line_has_and_the_others_keep_theirs(
    dropped: list[int],
) -> None:
    kept = list(rows(10))
    for place in dropped:
        kept = [one for one in kept if one.number != place + 1]
    new = Held.THREADS.added("y", kept, EventId("new"), AT)
    assert new.number not in {one.number for one in kept}
    assert new.key not in {one.key for one in kept}


def test_the_same_event_twice_makes_the_same_line_and_its_id_is_not_in_it() -> None:
    first, again = (Held.MEMORY.added("x", (), EventId("secret id"), AT) for _ in range(2))
    assert first == again
    assert "secret" not in str(first.key)
    assert isinstance(first, MemoryRow)
    assert list_of(first) is Held.MEMORY


def test_lines_stand_by_number_and_what_is_done_last() -> None:
    one, two, three = rows(3)
    assert isinstance(one, ThreadRow)
    done = replace(one, done_at=AT)
    assert in_order((three, done, two)) == (two, three, done)
    assert [is_done(each) for each in (done, two)] == [True, False]


def test_no_words_of_a_line_stand_in_a_repr() -> None:
    assert "secret" not in repr(Held.THREADS.added("secret", (), EventId("e"), AT))
    assert "secret" not in repr(MyHeld(Held.THREADS, HeldDeed.ADD, words="secret", day="secret"))


# -- days --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("code", "words", "moment"),
    [
        ("en", "2031-05-06", noon(2031, 5, 6)),
        ("en", "  6   may ", noon(2031, 5, 6)),
        ("en", "today", noon(2031, 5, 4)),
        ("en", "Tomorrow", noon(2031, 5, 5)),
        ("en", "Friday", noon(2031, 5, 9)),
        ("en", "sunday", noon(2031, 5, 11)),  # today is one
        ("de", "Freitag", noon(2031, 5, 9)),
        ("pt", "sexta", noon(2031, 5, 9)),
        ("pt", "sexta-feira", noon(2031, 5, 9)),
        ("ja", "金曜日", noon(2031, 5, 9)),
        ("en", "in 1 day", noon(2031, 5, 5)),
        ("en", "in 30 days", noon(2031, 6, 3)),
        ("en", "3 May", noon(2032, 5, 3)),
        ("en", "29 February", noon(2032, 2, 29)),
        ("en", "6 May 2033", noon(2033, 5, 6)),
        ("de", "6. Mai", noon(2031, 5, 6)),
        ("de", "in 3 Tagen", noon(2031, 5, 7)),
        ("de", "6 May", noon(2031, 5, 6)),
        ("fr", "1er juin", noon(2031, 6, 1)),
        ("fr", "1 juin", noon(2031, 6, 1)),
        ("ru", "через 7 дней", noon(2031, 5, 11)),
        ("tr", "3 gün sonra", noon(2031, 5, 7)),
        ("ja", "3日後", noon(2031, 5, 7)),
        ("ja", "5月6日", noon(2031, 5, 6)),
    ],
)
def test_a_day_is_named_in_the_persons_language_and_in_english(
    code: str, words: str, moment: datetime
) -> None:
    assert moment_named(words, ENGLISH.to(code), AT) == moment


@pytest.mark.parametrize("code", OFFERED)
def test_each_day_of_the_week_is_the_next_one_after_today_in_every_language(code: str) -> None:
    strings = ENGLISH.to(code)
    for number, name in enumerate(strings.dates.weekdays):
        moment = moment_named(name, strings, AT)
        assert moment is not None
        assert (moment.weekday(), 0 < (moment.date() - AT.date()).days <= 7) == (number, True)


@pytest.mark.parametrize(
    "words",
    ["", "yesterday", "2031-05-03", "2031-13-40", "blursday", "in three days",
     "in 99999999999 days", "6 Mai", "30 February", "the 6 May", "in 3 days or so", "x" * 5000,
     "in days", "none"],
)  # fmt: skip
def test_what_is_no_day_from_today_on_names_none(words: str) -> None:
    assert moment_named(words, ENGLISH, AT) is None


@pytest.mark.parametrize("code", OFFERED)
@given(ahead=st.integers(0, 900))
def test_a_day_is_read_again_as_it_is_written(code: str, ahead: int) -> None:
    strings, moment = ENGLISH.to(code), noon(2031, 5, 4) + timedelta(days=ahead)
    written = day(strings, moment, Occasion(AT))
    within_a_year = moment - AT < timedelta(days=300) or moment.year != AT.year
    assert not within_a_year or moment_named(written, strings, AT) == moment
    assert moment_named(moment.date().isoformat(), strings, AT) == moment


def test_a_day_beyond_the_farthest_is_none() -> None:
    far = (AT + FARTHEST + timedelta(days=1)).date().isoformat()
    assert moment_named(far, ENGLISH, AT) is None


def test_words_end_with_a_day_after_by_or_are_all_words() -> None:
    assert without_day("call Nel by 6 May", ENGLISH, AT) == Dated("call Nel", noon(2031, 5, 6))
    assert without_day("the book by Ada", ENGLISH, AT) == Dated("the book by Ada", unread="Ada")
    for words in ("stand by", " by 6 May", f"the book by {'x' * 60}"):
        assert without_day(words, ENGLISH, AT) == Dated(words)


def test_a_thread_is_due_from_its_day_on_until_it_came_up_or_is_done() -> None:
    row = put_off(ThreadRow(NOBODY, told_at=AT), noon(2031, 5, 6))
    assert not is_due(row, noon(2031, 5, 5))
    assert is_due(row, datetime(2031, 5, 6, 0, 1, tzinfo=UTC))
    assert is_due(row, noon(2032, 5, 6))
    assert not is_due(replace(row, told_at=AT), noon(2031, 5, 6))
    assert not is_due(replace(row, done_at=AT), noon(2031, 5, 6))
    assert not is_due(put_off(row, None), noon(2031, 5, 6))


# -- the commands ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "means"),
    [
        ("threads", MyHeld(Held.THREADS)),
        ("threads  add  call  Nel", MyHeld(Held.THREADS, HeldDeed.ADD, words="call Nel")),
        ("threads EDIT 3 other words", MyHeld(Held.THREADS, HeldDeed.EDIT, 3, "other words")),
        ("threads due 3 6 May", MyHeld(Held.THREADS, HeldDeed.DUE, 3, day="6 May")),
        ("threads done 12", MyHeld(Held.THREADS, HeldDeed.DONE, 12)),
        ("threads done", MyHeld(Held.THREADS, HeldDeed.DONE)),
        ("memory drop 99999999999999", MyHeld(Held.MEMORY, HeldDeed.DROP, 999999)),
        ("memory off", MyHeld(Held.MEMORY, HeldDeed.OFF)),
        ("memory due 3 6 May", Unparsable("memory")),
        ("threads off", Unparsable("threads")),
        ("threads dance", Unparsable("threads")),
        ("memory drop two", Unparsable("memory")),
        ("memory drop ²", Unparsable("memory")),
    ],
)
def test_a_line_is_read_as_what_is_done_with_a_list(line: str, means: object) -> None:
    assert parse(f"/attune {line}") == means


def test_what_is_picked_is_read_as_what_is_typed() -> None:
    given = {"what": "due", "number": "3", "day": "6 May"}
    assert read(Held.THREADS)(given) == read(Held.THREADS)(split("due 3 6 May"))
    assert read(Held.MEMORY)({"what": "add", "number": "3", "words": "x"}) is None
    assert [entry.name for entry in LISTS] == [each.value for each in Held]
    assert all(set(DEEDS[each]) <= set(HeldDeed) for each in Held)
