"""Which choices stand at once, and what the number after them shows."""

from adapters.console.rows import MOST, Rows, number_in, shown
from bot.ids import MessageId

CARD, MANY = MessageId("r1"), tuple("abcdefghijk")


def test_a_few_choices_stand_at_once_and_no_number_shows_more() -> None:
    assert shown(MANY[:5], 0) == (MANY[:5], ())
    assert not any(Rows().is_more(CARD, MANY[:5], str(at), "More") for at in range(1, 7))


def test_more_is_the_fifth_number_until_it_was_chosen_and_then_the_ninth() -> None:
    rows = Rows()
    assert [at for at in range(1, 12) if rows.is_more(CARD, MANY, str(at), "More")] == [5]
    rows.follow(CARD, MANY)
    assert shown(MANY, rows.passed(CARD))[0] == ("e", "f", "g", "h")
    assert [at for at in range(1, 12) if rows.is_more(CARD, MANY, str(at), "More")] == [9]
    rows.follow(CARD, MANY)
    assert shown(MANY, rows.passed(CARD)) == (("i", "j", "k"), ())
    assert not any(rows.is_more(CARD, MANY, str(at), "More") for at in range(1, 12))


def test_other_choices_begin_again_and_a_program_sees_all_at_once() -> None:
    rows = Rows()
    rows.follow(CARD, MANY)
    rows.anew(CARD)
    assert rows.passed(CARD) == 0
    assert not Rows(is_whole=True).is_more(CARD, MANY, "5", "More")


def test_more_is_chosen_by_name_but_where_a_choice_is_so_called() -> None:
    assert Rows().is_more(CARD, MANY, "more", "More")
    assert not Rows().is_more(CARD, (*MANY, "More"), "more", "More")
    assert [number_in(typed) for typed in ("5", "²", "", "x")] == [5, None, None, None]


def test_of_many_messages_the_newest_are_remembered() -> None:
    rows = Rows()
    for number in range(MOST + 5):
        rows.follow(MessageId(f"r{number}"), MANY)
    assert len(rows._passed) == MOST
