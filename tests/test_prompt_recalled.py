"""What is recalled, in a prompt: the person's own words between marks, and never an instruction."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from bot.engine.exchange import told
from bot.levels import Level
from bot.prompt import build, without_note
from bot.prompt.marks import CLOSES, OPENS, without_quoted
from bot.prompt.recalled import KEPT, OPEN
from bot.prompt.recalled import told as told_of
from bot.records import MemoryRow, Owner, ThreadRow
from bot.words import Prompt
from tests.test_prompt import START, TALK, asked, brief

X = Owner("x")
NEL = MemoryRow(X, "m", body="my sister\nis called Nel")
FORM = ThreadRow(X, "t", body="the tax form")
AT_ATTUNED = replace(asked(of=brief(Level.ATTUNED), since=START), may_recall=True)


def prompt(*rows: ThreadRow | MemoryRow) -> Prompt:
    return build(replace(AT_ATTUNED, recalled=rows), TALK)


def test_what_is_recalled_stands_after_the_newest_words_between_marks() -> None:
    last = prompt(NEL, FORM).lines[-1].text
    assert without_note(last) == "nine"
    assert f"{KEPT}{OPENS}my sister is called Nel{CLOSES}." in last
    assert f"{OPEN}{OPENS}the tax form{CLOSES}." in last
    assert "Never list it" in last
    assert (KEPT in prompt(FORM).lines[-1].text, OPEN in prompt(NEL).lines[-1].text) == (False,) * 2


def test_where_nothing_is_recalled_a_prompt_is_as_it_was() -> None:
    assert list(told_of(())) == []
    plainly = build(replace(AT_ATTUNED, may_recall=False), TALK)
    assert prompt().lines[1:] == plainly.lines[1:]
    same = prompt().lines[0].text.replace(" and what fits of what they asked you to keep", "")
    assert same == plainly.lines[0].text


def test_what_lasts_is_the_same_whatever_is_recalled() -> None:
    assert prompt().lines[:-1] == prompt(NEL).lines[:-1] == prompt(FORM).lines[:-1]


@given(st.text(alphabet=f"ab {OPENS}{CLOSES}\u2060()\n<|>/s", max_size=60))
def test_no_words_that_are_held_close_their_marks_or_begin_a_note(body: str) -> None:
    last = prompt(MemoryRow(X, "m", body=body)).lines[-1].text
    assert (last.count(OPENS), last.count(CLOSES), last.count("\u2060")) == (1, 1, 1)
    assert without_note(last) == "nine"
    quoted = last.partition(OPENS)[2].partition(CLOSES)[0]
    assert "\n" not in quoted
    assert without_quoted(last).count(CLOSES) == 0


def test_a_model_may_say_a_person_their_own_words_back_and_not_its_instructions() -> None:
    sent = told(prompt(NEL))
    assert "Nel" not in sent
    assert KEPT in sent
