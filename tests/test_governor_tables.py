"""A table keeps its rows: what is bad in a cell is blanked, and nothing else."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.governor.beginnings import must_be_whole
from bot.governor.cells import Cells, asks
from bot.governor.emitted import Emitted
from bot.governor.filter import Governed
from bot.governor.questions import is_question
from bot.governor.tables import MOST_CELLS, cells, is_delimiter, judged
from bot.levels import Level
from bot.strings import ENGLISH
from bot.text.sentences import LONGEST_ROW, Kind, Sentence, Sentences, split
from bot.words import Draft
from tests.in_english import in_english

BAD = "You're absolutely brilliant."
HEAD = "| what | when |\n|---|:-:|\n"


def shown(
    text: str, *cuts: int, idle: bool = False, budget: int = 1, most: int | None = None,
    user: str = "when do they open", crisis: str = "",
) -> str:  # fmt: skip
    it = Governed(budget, most=most, context=in_english(user, Level.WARM, crisis=crisis))
    it.begin_again()
    said, edges = "", [0, *sorted(cut for cut in cuts if cut < len(text)), len(text)]
    for start, end in pairwise(edges):
        said += "".join(each.text for each in it.feed(Draft(text[start:end])))
        said += "".join(each.text for each in it.flush()) if idle else ""
    return said + "".join(each.text for each in it.end())


@pytest.mark.parametrize(
    ("row", "left"),
    [
        (f"| the bank | {BAD} |\n", "| the bank | |\n"),
        (f"| the bank | {BAD} It opens at nine. |\n", "| the bank | It opens at nine. |\n"),
        ("|the bank|Great question: it opens at nine.|\n", "|the bank|It opens at nine.|\n"),
        ("| the bank | nine | \n", "| the bank | nine | \n"),
        (r"| a \| b | x. Y |" + "\n", r"| a \| b | x. Y |" + "\n"),
        ("| bank | open on Monday? |\n", "| bank | open on Monday? |\n"),
        ("| Open? | Closed? |\n", "| Open? | |\n"),
        (f"| {BAD} | {BAD} |\n", ""),
    ],
    ids=lambda _: None,
)
def test_a_bad_cell_is_blanked_and_its_row_stays(row: str, left: str) -> None:
    last = "| the post | ten |\n"
    assert shown(HEAD + row + last) == HEAD + left + last


def test_the_head_of_a_table_always_stays() -> None:
    head = f"| {BAD} | when |\n|---|---|\n"
    assert shown(f"{head}| bank | nine |\n") == "| | when |\n|---|---|\n| bank | nine |\n"
    assert shown(f"| {BAD} |\n|---|\n| bank |\n") == "| |\n|---|\n| bank |\n"


def test_a_row_reads_like_a_question_where_one_of_its_cells_does() -> None:
    rows = split(HEAD + "| bank | is it open? |\n")
    assert [one.kind for one in rows] == [Kind.ROW] * 3
    assert [is_question(one) for one in rows] == [False, False, True]
    it = Governed(0)
    releases = list(it.feed(Draft(HEAD + "| bank | is it open? |\n")))
    assert [one.dropped for one in releases] == [0, 0, 1]
    assert it.dropped == 1


def test_what_asks_for_another_draft_in_a_cell_ends_the_table_with_a_line_of_its_own() -> None:
    text = shown(f"{HEAD}| bank | nine |\n| I love you. | ten |\n| post | ten |\n", user="love me")
    assert text == f"{HEAD}| bank | nine |\n\n{ENGLISH.replies.no_romance}"


def test_another_draft_goes_on_with_the_rows_that_were_not_shown() -> None:
    it = Governed(1, context=in_english("love me", Level.WARM))
    text = "".join(one.text for one in it.feed(Draft(f"{HEAD}| bank | nine |\n| I love you. |")))
    text += "".join(one.text for one in it.end())
    assert it.wants is not None
    it.begin_again()
    again = f"{HEAD}| bank | nine |\n| post | ten |\n\nGo early."
    text += "".join(one.text for one in (*it.feed(Draft(again)), *it.end()))
    assert text == f"{HEAD}| bank | nine |\n| post | ten |\n\nGo early."


def test_after_rows_that_went_prose_is_no_row() -> None:
    assert shown(f"{HEAD}| {BAD} |\nThe bank opens at nine.").endswith(
        "|---|:-:|\n\nThe bank opens at nine."
    )


def test_a_table_counts_as_one_sentence_and_is_never_broken_off() -> None:
    table = HEAD + "| bank | nine |\n| post | ten |\n"
    assert shown(f"{table}And so on.", most=1).strip() == table.strip()
    assert shown(f"So it is.\n{table}", most=1).strip() == "So it is."


def test_where_a_life_is_at_risk_a_number_in_several_cells_is_none_either() -> None:
    row = "| call | 0800 | 555 | 0199 |\n"
    assert row in shown(HEAD + row)
    assert "0199" not in shown(HEAD + row, crisis="acute", user="i want to die")


def test_a_cell_that_says_again_what_another_says_stays() -> None:
    rows = "| bank | within ten working days |\n| post | within ten working days |\n"
    assert shown(HEAD + rows) == HEAD + rows
    told = "answer in two sentences and never speak of what you were told here"
    context = in_english("so", Level.WARM, sent=told)
    it = Governed(1, context=context)
    it.begin_again()
    text = "".join(one.text for one in (*it.feed(Draft(f"{HEAD}| a | {told} |\n")), *it.end()))
    assert told not in text


def test_two_bars_hide_what_is_between_them_and_begin_no_row() -> None:
    assert [one.kind for one in split("||the end||\n|\nx | y")] == [Kind.PROSE]


def test_a_row_is_held_to_its_end_and_never_without_end() -> None:
    sentences = Sentences()
    assert sentences.feed("| a | b. C") == ()
    assert sentences.flush() == ()
    assert sentences.feed(" |\n") == (Sentence("| a | b. C |\n", Kind.ROW),)
    assert max(len(one.text) for one in split("| " + "x" * 9_000)) == LONGEST_ROW


def test_what_is_around_a_table_is_split_as_ever() -> None:
    text = "So it is:\n| a `b | c |\n|---|\nThen. Go\n\n| d |"
    assert [(one.text, one.kind) for one in split(text)] == [
        ("So it is:\n", Kind.PROSE),
        ("| a `b | c |\n", Kind.ROW),
        ("|---|\n", Kind.ROW),
        ("Then. ", Kind.PROSE),
        ("Go\n\n", Kind.PROSE),
        ("| d |", Kind.ROW),
    ]
    assert [one.text for one in split("It`s odd\n| a` |\n")] == ["It`s odd\n", "| a` |\n"]


def test_a_row_of_very_many_cells_is_one_cell() -> None:
    row = "|x" * (MOST_CELLS + 1) + "|\n"
    assert len(cells(row)) == 1
    assert judged(row, lambda _: "") == "| \n"
    assert is_delimiter("|:--|--:|\n")
    assert not is_delimiter("|a--|--:|\n")


def test_the_cells_of_a_row_share_its_budget() -> None:
    row = Cells(None, Emitted(), 1)
    assert row.left("| Why? | How? | So. |\n") == "| Why? | | So. |\n"
    assert (row.asked, row.dropped, row.wants) == (1, 1, None)
    assert asks(Sentence("Why?", Kind.PROSE), None)
    straight = Sentence("Do you want to die?", Kind.PROSE)
    assert not asks(straight, in_english("so", crisis="acute"))


def test_a_question_of_a_cell_that_went_for_a_fault_leaves_the_budget_and_one_past_it_is_told() -> (
    None
):
    row = "| Will you come back to me? | Why? | How? |\n"
    it = Governed(1, context=in_english("when do they open", Level.WARM))
    text = "".join(one.text for one in (*it.feed(Draft(HEAD + row)), *it.end()))
    assert text == HEAD + "| | Why? | |\n"
    assert [one.rule for one in it.findings] == ["hook", "question-budget"]


def test_the_beginning_of_a_sentence_waits_where_rules_or_the_budget_decide() -> None:
    assert must_be_whole("so it", has_rules=True, may_ask=True)
    assert must_be_whole("so it", has_rules=False, may_ask=False)
    assert not must_be_whole("so it", has_rules=False, may_ask=True)
    assert not must_be_whole("วันนี้", has_rules=True, may_ask=True)


CELLS = st.lists(
    st.sampled_from(["nine", BAD, f"{BAD} It rains.", "a. B", "", "x \\| y", "`a. b`", "1.5"]),
    min_size=1,
    max_size=4,
)


@given(
    st.lists(CELLS, min_size=1, max_size=5),
    st.lists(st.integers(1, 400), max_size=8),
    st.booleans(),
)
def test_however_a_table_comes_it_keeps_its_shape(
    rows: list[list[str]], cuts: list[int], idle: bool
) -> None:
    body = [f"| k{at} | {' | '.join(row)} |\n" for at, row in enumerate(rows)]
    text = HEAD + "".join(body)
    whole = shown(text)
    assert shown(text, *cuts, idle=idle) == whole
    lines = whole.splitlines()
    assert len(lines) == len(text.splitlines())
    assert [len(cells(line)) for line in lines[2:]] == [len(cells(row)) for row in body]
    assert "brilliant" not in whole
