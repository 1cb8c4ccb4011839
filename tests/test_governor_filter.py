"""From a draft to words: surplus questions are dropped whole, the rest passes byte for byte."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from bot.governor.filter import Governed, Release
from bot.governor.marks import Marks
from bot.governor.questions import is_question
from bot.strings import ENGLISH
from bot.text.sentences import split
from bot.words import Draft

PIECES = st.sampled_from(
    [
        "It is so. ",
        "Why is that? ",
        "Is it?\n\n",
        "Yes! ",
        "\n",
        "- One.\n",
        "- Two?\n",
        "```\nwhy?\n```\n",
        "`why?` ",
        "He said “why?” ",
        "何？",
        "a clause, ",
        " ",
    ]
)
DRAFTS = st.lists(PIECES, max_size=12).map("".join) | st.text(max_size=80).map(
    lambda text: Marks().passed(text)
)


def governed(text: str, budget: int, cuts: tuple[int, ...] = ()) -> tuple[str, Governed]:
    it = Governed(budget, ENGLISH.replies.nothing_left)
    released: list[Release] = []
    edges = (0, *sorted(cut for cut in cuts if cut <= len(text)), len(text))
    for start, end in pairwise(edges):
        released += it.feed(Draft(text[start:end]))
    released += it.end()
    return "".join(each.text for each in released), it


def flushed(text: str, budget: int, step: int) -> tuple[str, Governed]:
    it = Governed(budget, ENGLISH.replies.nothing_left)
    released: list[Release] = []
    for at in range(0, len(text), step):
        released += (*it.feed(Draft(text[at : at + step])), *it.flush())
    released += it.end()
    return "".join(each.text for each in released), it


@given(DRAFTS)
def test_within_the_budget_every_byte_passes(text: str) -> None:
    words, it = governed(text, 99)
    assert words == (text if text.strip() else "")
    assert it.dropped == 0


@given(DRAFTS, st.integers(0, 2), st.lists(st.integers(0, 100), max_size=6).map(tuple))
def test_how_the_stream_is_cut_does_not_matter(text: str, budget: int, cuts: tuple[int]) -> None:
    assert governed(text, budget, cuts)[0] == governed(text, budget)[0]


@given(DRAFTS, st.integers(0, 2))
def test_the_budget_holds_and_all_else_is_kept(text: str, budget: int) -> None:
    words, it = governed(text, budget)
    sentences = split(text)
    asked = [each for each in sentences if is_question(each)]
    kept = [each.text.strip() for each in sentences if each not in asked[budget:]]
    assert it.asked == min(budget, len(asked))
    assert it.dropped == len(asked) - it.asked
    rest = iter("".join(words.split()))
    assert all(mark in rest for mark in "".join("".join(kept).split()))


@given(DRAFTS, st.integers(0, 2), st.integers(1, 9))
def test_an_idle_stream_releases_no_beginning_of_a_surplus_question(
    text: str, budget: int, step: int
) -> None:
    words, it = flushed(text, budget, step)
    assert it.asked <= budget
    assert it.dropped == 0 or words != text


def test_every_question_over_the_budget_is_dropped_whole() -> None:
    words, it = governed("So it is. Why? And how is that? Do this.", 1)
    assert words == "So it is. Why? Do this."
    assert (it.asked, it.dropped) == (1, 1)


def test_a_release_tells_what_was_dropped() -> None:
    it = Governed(0)
    assert tuple(it.feed(Draft("Why? Yes. And"))) == (Release("", 1), Release("Yes."))
    assert tuple(it.end()) == (Release(" And"),)


def test_code_and_quotations_are_not_questions() -> None:
    text = "```\nwhy?\n```\nHe asked “why?” And `what?`"
    assert governed(text, 0)[0] == text


def test_blanks_around_a_dropped_question_become_one() -> None:
    assert governed("A is so. Why? B is so.", 0)[0] == "A is so. B is so."
    assert governed("A is so.\n\nWhy?\n\nB is so.", 0)[0] == "A is so.\n\nB is so."
    assert governed("A is so. Why?\n\nB is so.", 0)[0] == "A is so.\n\nB is so."
    assert governed("Why? B is so.", 0)[0] == "B is so."
    assert governed("Why?\n\n    code = 1\n", 0)[0] == "code = 1\n"
    assert governed("A is so. Why? ", 0)[0] == "A is so."
    assert governed("- One.\n- Two?\n- Three.", 0)[0] == "- One.\n- Three."


def test_when_nothing_is_left_a_plain_sentence_stands_for_it() -> None:
    assert governed("Why? How?", 0)[0] == ENGLISH.replies.nothing_left
    assert "".join(each.text for each in Governed(0, "So.").end()) == ""
    assert governed("Why? How?", 1)[0] == "Why?"


def test_the_beginning_of_a_surplus_question_is_held_while_the_stream_is_idle() -> None:
    it = Governed(0)
    assert tuple(it.feed(Draft("If you like, do you "))) == ()
    assert tuple(it.flush()) == ()
    assert tuple(it.feed(Draft("want tea? It is"))) == (Release("", 1),)
    assert tuple(it.flush()) == ()
    assert tuple(it.end()) == (Release("It is"),)


def test_within_the_budget_an_idle_stream_releases_what_reads_well() -> None:
    it = Governed(1)
    assert tuple(it.feed(Draft("If you like, do you "))) == ()
    assert tuple(it.flush()) == (Release("If you like,"),)
    assert "".join(each.text for each in it.feed(Draft("want tea? It"))) == " do you want tea?"
    assert it.only_questions


def test_a_reply_of_only_questions_is_known_as_one() -> None:
    assert governed("Why? How?", 2)[1].only_questions
    assert not governed("Why? So.", 2)[1].only_questions
    assert not governed("Why? So it", 2)[1].only_questions
    assert not governed("So.", 2)[1].only_questions
    assert not governed("Why?", 0)[1].only_questions


def test_a_release_shows_no_words_in_its_repr() -> None:
    assert "secret" not in repr(Release("secret"))
