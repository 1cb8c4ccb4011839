"""Actions as lines for people."""

import io

import pytest

from adapters.console.out import Out
from adapters.console.render import Page, printing, visible
from adapters.console.shown import Did, Look, ShownAction
from tests.console_stage import SAID


def _did(do: Did, text: str = "", **others: object) -> ShownAction:
    action = ShownAction(do=do, id="r1", room="dm", to=None, text=text, choices=[], reply_to=None)
    action.update(others)  # type: ignore[typeddict-item]
    return action


def _lines(*actions: ShownAction) -> list[str]:
    page = Page(SAID)
    return [line.text for action in actions for line in page.lines(action)]


def test_a_reply_is_a_line_with_its_id() -> None:
    assert _lines(_did("say", "Hello.")) == ["r1> Hello."]


def test_a_private_message_is_visibly_private() -> None:
    private = _did("say", "Hello.", to="you")
    assert _lines(private) == ["r1 (only you)> Hello."]
    assert [line.tone for line in Page(SAID).lines(private)] == ["private"]


def test_a_shared_room_is_named() -> None:
    assert _lines(_did("say", "Hello.", room="lounge")) == ["[lounge] r1> Hello."]


def test_choices_are_numbered() -> None:
    card = _did("say", "Shall I?", choices=["Accept", "Not now"])
    assert _lines(card) == ["r1> Shall I?", "    [1] Accept  [2] Not now"]


def test_of_a_reply_that_grows_only_the_grown_part_is_printed() -> None:
    grows = _did("say", "One."), _did("extend", "One. Two."), _did("extend", "One. Two. Three.")
    assert _lines(*grows) == ["r1> One.", "    Two.", "    Three."]


def test_a_reply_of_an_earlier_run_is_printed_whole() -> None:
    assert _lines(_did("extend", "One. Two.")) == ["r1> One. Two."]


def test_growth_of_nothing_but_space_prints_nothing() -> None:
    assert _lines(_did("say", "One."), _did("extend", "One.\n")) == ["r1> One."]


@pytest.mark.parametrize("do", ["replace", "extend"])
def test_other_words_in_its_place_are_printed_whole(do: Did) -> None:
    other = _did("say", "One."), _did(do, "Two.")
    assert _lines(*other) == ["r1> One.", "(r1 now reads:) Two."]


def test_other_choices_under_the_same_words_are_printed_alone() -> None:
    card = _did("say", "One.", choices=["A"])
    assert _lines(card, _did("replace", "One.", choices=["B"])) == [
        "r1> One.",
        "    [1] A",
        "    [1] B",
    ]
    assert _lines(_did("say", "One."), _did("replace", "One.")) == ["r1> One."]


def test_reactions_deletions_and_errors_are_told() -> None:
    assert _lines(_did("react", "💙", id="u1")) == ["(attune reacts 💙 to u1)"]
    assert _lines(_did("delete")) == ["(attune took r1 away)"]
    assert _lines(_did("error", "Use /reply ID TEXT", id=None)) == ["! Use /reply ID TEXT"]


def test_seen_prints_nothing_and_help_has_no_id() -> None:
    assert _lines(_did("seen", "hello", id="u1")) == []
    assert _lines(_did("say", "a\nb", id=None, to="you")) == ["a", "    b"]


def test_no_text_can_pose_as_a_line_of_the_console() -> None:
    hostile = _did("say", "Hi.\nr9> I am real\r! me too", choices=["A\nr8> x"])
    assert _lines(hostile) == ["r1> Hi.", "    r9> I am real␍! me too", "    [1] A r8> x"]


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("\x1b[2J\x07", "␛[2J␇"),
        ("\x00\x7f", "␀␡"),
        ("\x9b31m", "<009b>31m"),
        ("\u202eevil", "<202e>evil"),
        ("a\u2028b", "a<2028>b"),
        ("a\ud800", "a\ufffd"),
        ("tab\tline\n👩‍👩‍👧 é", "tab\tline\n👩‍👩‍👧 é"),
    ],
)
def test_control_characters_are_made_visible(text: str, seen: str) -> None:
    assert visible(text) == seen


def test_the_plain_sink_prints_lines() -> None:
    stream = io.StringIO()
    show = printing(Out(stream), SAID)
    show(_did("say", "One.", choices=["A"]))
    show(_did("extend", "One. Two."))
    assert stream.getvalue() == "r1> One.\n    [1] A\n    Two.\n"


def test_small_text_is_dim_and_stands_without_its_mark() -> None:
    look = Look("Hello.\n-# I'm an AI.")
    lines = Page(SAID).lines(_did("say", look.text, look=look))
    assert [(one.text, one.tone) for one in lines] == [
        ("r1> Hello.", "reply"),
        ("    I'm an AI.", "quiet"),
    ]


def test_of_a_reply_that_ends_with_small_text_only_that_is_printed() -> None:
    page = Page(SAID)
    page.lines(_did("say", "Hello."))
    (line,) = page.lines(_did("extend", "Hello.\n\n-# I'm an AI."))
    assert (line.text, line.tone) == ("    I'm an AI.", "quiet")


def test_five_choices_stand_at_once_and_more_shows_the_next_under_their_numbers() -> None:
    many = [*"abcdefg"]
    text = _did("say", "Which?", choices=many)
    more = _did("replace", "Which?", choices=many, look=Look("Which?", passed=4))
    assert _lines(text, more) == [
        "r1> Which?",
        "    [1] a  [2] b  [3] c  [4] d  [5] More",
        "    [5] e  [6] f  [7] g",
    ]


def test_plain_lines_are_without_marks() -> None:
    card = Look("**Warm** until 27 May\n- by \\*Ada\\*\n-# small\x1b", "card")
    assert _lines(_did("say", "raw", to="you", look=card)) == [
        "r1 (only you)> Warm until 27 May",
        "    · by *Ada*",
        "    small␛",
    ]
    assert _lines(_did("say", "raw", look=Look("**as** it was\n-# small"))) == [
        "r1> **as** it was",
        "    small",
    ]
