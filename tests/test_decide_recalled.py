"""Decisions about what a reply used: shown below why it reads so, kept out of a room, dropped."""

from dataclasses import replace

import pytest

from bot.actions import Action
from bot.actions.of_edits import CorrectHeld, ForgetHeld
from bot.actions.platform import Say
from bot.actions.state import AnswerCard
from bot.choices import (
    Choice,
    DropUsed,
    KeepOut,
    Meaning,
    PickUsed,
    ShowUsed,
    decode,
    encode,
    values_of,
)
from bot.decide.recalled import shown, tapped
from bot.holding import HeldRow
from bot.layout.dates import Occasion
from bot.layout.markup import plainly, small, with_last
from bot.recall.used import MOST_ROOMS, dump, kept_out, load
from bot.records import MemoryRow, Owner, PersonRow, ThreadRow
from bot.snapshot import Reply
from bot.strings import ENGLISH, OFFERED
from tests.scene import AT, HOUSE, Known, commands, decide, known, post, reply, taps, told

WHY = ENGLISH.why
X, NOW = Owner("scope"), Occasion(AT)
NEL = MemoryRow(X, "m", body="my sister is *Nel*")
FORM = ThreadRow(X, "t", body="the tax form")


def used(*rows: HeldRow) -> Reply:
    return replace(reply(used=dump(rows)), used=rows)


def having(*rows: HeldRow) -> Known:
    return replace(known(), reply=used(*rows))


def after(means: Meaning, *rows: HeldRow) -> tuple[Action, ...]:
    state = replace(having(*rows), post=post(Choice("it", means)))
    return decide(taps("it"), state).actions


def test_why_shows_what_was_used_with_its_two_taps_where_it_is_one() -> None:
    (say,) = [one for one in decide(commands("why"), having(NEL)).actions if isinstance(one, Say)]
    assert WHY.used in say.text
    assert f"1. {plainly(NEL.body)}" in say.text
    assert [one.means for one in say.choices] == [KeepOut("r", "m"), DropUsed("r", "m")]
    assert [one.label for one in say.choices] == [WHY.not_here, WHY.drop]
    assert (say.is_card, say.to is not None) == (True, True)


def test_of_several_one_is_picked_from_a_list() -> None:
    turn = decide(commands("why"), having(NEL, FORM))
    (say,) = [one for one in turn.actions if isinstance(one, Say)]
    assert say.text.endswith(f"1. {plainly(NEL.body)}\n2. the tax form")
    assert [one.means for one in say.choices] == [PickUsed("r", "m"), PickUsed("r", "t")]
    assert len(values_of(say.choices).labels) == 2
    (card,) = after(PickUsed("r", "t"), NEL, FORM)
    assert isinstance(card, AnswerCard)
    assert card.text == "the tax form"
    means = [one.means for one in card.choices]
    assert means == [KeepOut("r", "t"), DropUsed("r", "t"), ShowUsed("r")]
    (back,) = after(ShowUsed("r"), NEL, FORM)
    assert isinstance(back, AnswerCard)
    assert back.text == say.text


def test_what_used_nothing_reads_as_before() -> None:
    assert told(decide(commands("why"), having()).actions) == [WHY.nothing]
    anybodys = replace(having(), reply=None).for_event(commands("why"))
    text = with_last(WHY.in_general, small(WHY.by_program))
    assert shown(anybodys, NOW) == (text, ())  # type: ignore[arg-type]


def test_not_here_keeps_a_row_out_of_the_replys_room_and_drop_drops_it() -> None:
    out, card = after(KeepOut("r", "m"), NEL)
    assert out == CorrectHeld(replace(NEL, not_in="room"))
    assert isinstance(card, AnswerCard)
    assert (card.text or "").startswith(WHY.kept_out)
    assert WHY.used_not_here.format(number=1, words=plainly(NEL.body)) in (card.text or "")
    assert [one.means for one in card.choices] == [DropUsed("r", "m")]
    gone, card = after(DropUsed("r", "m"), NEL)
    assert gone == ForgetHeld(NEL)
    assert isinstance(card, AnswerCard)
    assert (card.text, card.choices) == (WHY.dropped, ())
    gone, card = after(DropUsed("r", "m"), NEL, FORM)
    assert isinstance(card, AnswerCard)
    assert "Nel" not in (card.text or "")
    assert "the tax form" in (card.text or "")


def test_what_is_gone_already_is_said_and_changes_nothing() -> None:
    for means, rows in ((DropUsed("r", "m"), (FORM,)), (KeepOut("r", "x"), ())):
        (card,) = after(means, *rows)
        assert isinstance(card, AnswerCard)
        assert (card.text or "").startswith(WHY.used_over)
    lost = replace(known(), post=post(Choice("it", ShowUsed("r"))))
    assert told(decide(taps("it"), lost).actions) == [WHY.used_over]


def test_a_blocked_person_may_still_drop_what_was_used() -> None:
    state = replace(having(NEL), post=post(Choice("it", DropUsed("r", "m"))))
    state = replace(state, person=PersonRow(Owner("ada"), blocked=True))
    assert ForgetHeld(NEL) in decide(taps("it"), state).actions
    assert tapped.__module__ == "bot.decide.recalled"


@pytest.mark.parametrize("code", OFFERED)
def test_no_label_is_there_twice_or_too_long_in_any_language(code: str) -> None:
    many = tuple(replace(NEL, key=str(n)) for n in range(12))
    house = replace(HOUSE, strings=HOUSE.strings.to(code))
    for rows in ((NEL,), many):
        turn = decide(commands("why"), replace(having(*rows), house=house))
        (say,) = [one for one in turn.actions if isinstance(one, Say)]
        labels = [one.label for one in say.choices]
        assert len(set(labels)) == len(labels) == (12 if rows is many else 2)
        assert all(len(label) <= 40 for label in labels)


def test_what_is_kept_with_a_reply_names_rows_and_holds_no_words() -> None:
    stored = dump((NEL, FORM))
    assert "Nel" not in stored
    assert load(stored) == ((MemoryRow, "m"), (ThreadRow, "t"))
    assert (dump(()), load(""), load('[["later", "x"]]')) == ("", (), ())
    for means in (ShowUsed("r"), PickUsed("r", "m"), KeepOut("r", "m"), DropUsed("r", "m")):
        assert decode(encode(means)) == means


def test_a_row_remembers_the_newest_rooms_that_it_is_kept_out_of_each_once() -> None:
    row: HeldRow = NEL
    for n in (*range(MOST_ROOMS + 2), 5):
        row = kept_out(row, f"room{n}")
    assert len(row.not_in.split()) == MOST_ROOMS
    assert row.not_in.split()[-1] == "room5"
    assert row.not_in.split().count("room5") == 1
