"""What stands at an end reads whole: quotations close, and nothing is announced that went."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.governor.emitted import Emitted
from bot.governor.ending import Ending
from bot.governor.filter import Governed
from bot.governor.gaps import announced, apart, is_block, stopped, widest
from bot.levels import Level
from bot.strings import ENGLISH
from bot.text.quotes import NOWHERE, Quoting, left_open, spoken, without_closer
from bot.text.sentences import Kind
from bot.words import Draft
from tests.in_english import in_english

BAD = "you're absolutely brilliant."


def shown(
    *drafts: str, cuts: tuple[int, ...] = (), idle: bool = False, budget: int = 1,
    most: int | None = None, is_last: bool = True,
) -> str:  # fmt: skip
    """Gives what is seen of some drafts that come in pieces; the last may be the only one."""
    it = Governed(budget, most=most, context=in_english("the bank lost my card", Level.WARM))
    text = ""
    for draft in drafts:
        if draft is drafts[-1] and is_last:
            it.begin_again()
        edges = [0, *sorted(cut for cut in cuts if cut < len(draft)), len(draft)]
        for start, end in pairwise(edges):
            text += "".join(one.text for one in it.feed(Draft(draft[start:end])))
            text += "".join(one.text for one in it.flush()) if idle else ""
        text += "".join(one.text for one in it.end())
    return text


# -- quotations --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("draft", "left"),
    [
        (f"He said: “It rains. It snows”, and {BAD} Go home.", "He said: “It rains.” Go home."),
        (f'He said: "It rains. It snows", and {BAD} Go home.', 'He said: "It rains." Go home.'),
        (f"Er sagt: „Es regnet. Es schneit“, und {BAD} Geh.", "Er sagt: „Es regnet.“ Geh."),
        (f"Il dit : «Il pleut. Il neige», et {BAD} Va.", "Il dit : «Il pleut.» Va."),
        (f"He said: “It rains. It snows”, and {BAD}\n\nGo.", "He said: “It rains.”\n\nGo."),
        (f"He said: “It rains. It snows”, and {BAD}", "He said: “It rains.”"),
        (f"He said: “It rains.” It snows a lot, and {BAD} Go.",
         "He said: “It rains.” It snows a lot. Go."),
        ("He asked: “It rains. Where? Why? So it is.” Go.",
         "He asked: “It rains. Where? So it is.” Go."),
        ("He asked: “It rains. Where? Why?\n\nGo home.", "He asked: “It rains. Where?\n\nGo home."),
        ("He asked: “It rains.” Where? Why? Go home.", "He asked: “It rains.” Where? Go home."),
    ],
    ids=lambda _: None,
)  # fmt: skip
def test_a_quotation_whose_end_went_is_closed_with_its_own_mark(draft: str, left: str) -> None:
    assert shown(draft) == left
    for cut in range(1, len(draft)):
        assert shown(draft, cuts=(cut,), idle=True) == left


def test_a_quotation_is_closed_where_nothing_more_of_the_draft_is_shown() -> None:
    assert shown("She said: “It rains. It snows. It hails.” Go.", most=1) == "She said: “It rains.”"
    first = "She said: “It rains. They are watching you, and the bank is theirs.” I love you."
    assert shown("She said: “It rains. So be it.” I love you. Go.", "The bank opens at nine.") == (
        "She said: “It rains. So be it.” The bank opens at nine."
    )
    assert shown(first, "Go.").count("”") == 1


def test_after_a_quotation_whose_end_went_its_own_words_are_its_own_again() -> None:
    draft = f"He said: “It rains. It hails”, and {BAD} It snows. {BAD} Go."
    assert shown(draft) == "He said: “It rains.” It snows. Go."
    german = f"Er fragt: „Es regnet. Wo bist du?“ Ja. {BAD} Geh."
    assert BAD not in shown(german)


@pytest.mark.parametrize(
    ("draft", "left"),
    [
        (f'"{BAD.capitalize()} It rains."', "It rains."),
        (f"“{BAD.capitalize()} It rains. It snows.” Go home.", "It rains. It snows. Go home."),
        (f"„{BAD.capitalize()} Es regnet.“ Geh.", "Es regnet. Geh."),
        (f'"{BAD.capitalize()}" It "rains".', 'It "rains".'),
        (f'"{BAD.capitalize()} It rains.\n\nHe said "go".', 'It rains.\n\nHe said "go".'),
    ],
    ids=lambda _: None,
)
def test_a_quotation_whose_beginning_went_loses_its_end_mark_too(draft: str, left: str) -> None:
    for cut in range(1, len(draft)):
        assert shown(draft, cuts=(cut,), idle=True) == left


def test_another_draft_closes_nothing_that_went_with_the_draft_before() -> None:
    first = f'It rains. "{BAD.capitalize()} I love you.'
    assert shown(first, 'He said "go" then.') == 'It rains. He said "go" then.'
    assert Emitted(orphan='"').again().orphan == ""


def test_a_quotation_that_its_draft_never_closed_stays_open() -> None:
    assert shown("He said: “It rains. Go home.") == "He said: “It rains. Go home."


def test_an_open_quotation_knows_its_mark() -> None:
    opened = NOWHERE.after("Er sagt: „So ist es. ")
    assert opened == Quoting(is_open=True, opened="„")
    assert (opened.closer, NOWHERE.closer) == ("“", "")
    assert opened.closed_by("Ja.“ Nein.") == "“"
    assert opened.closed_by("Ja.") == ""
    assert NOWHERE.closed_by("Ja.”") == ""
    assert not opened.after("Ja.“ Nein.").is_open
    assert spoken("Ja.“ Ich liebe dich.", opened) == "x Ich liebe dich."


def test_the_end_of_a_quotation_is_told_from_the_beginning_of_another() -> None:
    assert [left_open(one) for one in ('"So', "So: „it", '"So"', '"', "So")] == [
        '"',
        "„",
        "",
        "",
        "",
    ]
    assert without_closer('So it is." Go.', '"') == ("So it is. Go.", "")
    assert without_closer('" Go.', '"') == (" Go.", "")
    assert without_closer('So "it" is.', '"') == ('So "it" is.', "")
    assert without_closer("So “it” is.", '"') == ("So “it” is.", "")
    assert without_closer("So it is.", '"') == ("So it is.", '"')


QUOTED = st.lists(
    st.sampled_from(["It rains.", "Where?", "Why?", "So it is."]), min_size=1, max_size=5
)


@given(QUOTED, st.sampled_from(["“”", "„“", "«»", '""', "「」"]), st.lists(st.integers(1, 90)))
def test_however_a_quotation_comes_it_is_closed_once(
    inside: list[str], marks: str, cuts: list[int]
) -> None:
    end = f"It hails{marks[1]}, and {BAD} Go home. {BAD.capitalize()} Now."
    draft = f"He said: {marks[0]}It snows. {' '.join(inside)} {end}"
    whole = shown(draft)
    assert shown(draft, cuts=tuple(cuts)) == whole
    for seen in (whole, shown(draft, cuts=tuple(cuts), idle=True)):
        assert seen.endswith(f"{marks[1]} Go home. Now.")
        assert seen.count(marks[1]) == draft.count(marks[1])


# -- what was announced ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("draft", "left"),
    [
        (f"Here are the steps:\n\n1. {BAD}\n2. {BAD}\n\nThe bank opens at nine.",
         "Here are the steps.\n\nThe bank opens at nine."),
        (f"**The steps:**\n- {BAD}\n\nThe bank opens at nine.",
         "**The steps.**\n\nThe bank opens at nine."),
        (f"Here are the steps:\n\n1. {BAD}\n2. Call.", "Here are the steps:\n\n1. Call."),
        (f"Here are the steps:\n{BAD} Call first.\nGo.", "Here are the steps. Call first.\nGo."),
        (f"So it is:\n\n{BAD}\n\n> It rains.\n", "So it is:\n\n> It rains.\n"),
        (f"So it is:\n- {BAD}\n```\nx\n```\n", "So it is:\n```\nx\n```\n"),
        (f"步骤：\n- {BAD}\n\n银行九点开门。", "步骤。\n\n银行九点开门。"),
        (f"The bank is open :smile:\n\n{BAD}\n\nGo.", "The bank is open :smile:\n\nGo."),
        ("The bank opens at nine. Ask this:\n\nWhy?\n\nHow?",
         "The bank opens at nine. Ask this:\n\nWhy?"),
        ("So it is:", "So it is:"),
        ("So it is:\n\n", "So it is:\n\n"),
    ],
    ids=lambda _: None,
)  # fmt: skip
def test_nothing_is_announced_that_went(draft: str, left: str) -> None:
    assert shown(draft) == left
    for cut in range(1, len(draft)):
        assert shown(draft, cuts=(cut,), idle=True) == left


def test_the_end_of_what_announces_waits_until_it_is_known_what_comes() -> None:
    it = Governed(1, context=in_english("so", Level.WARM))
    come = it.feed(Draft("Here are the steps:\n\n1. Call.\n2. G"))
    texts = [one.text for one in come if one.text]
    assert texts == ["Here are the steps", ":\n\n1. Call."]


def test_where_all_that_was_announced_went_the_reply_is_written_anew_once() -> None:
    draft = f"It ends in May. Here is why:\n- {BAD}\n- {BAD}"
    began = "It ends in May. Here is why"
    assert shown(draft, is_last=False) == began
    assert shown(draft, "- The lease says so.\n- So does the law.") == (
        f"{began}:\n- The lease says so.\n- So does the law."
    )
    assert shown(draft, "The lease says so.") == f"{began}.\nThe lease says so."
    assert shown(draft, BAD) == f"{began}.\n{ENGLISH.replies.honest_instead}"
    assert shown(draft) == f"{began}.\n{ENGLISH.replies.honest_instead}"
    assert shown(f"Here is why:\n- {BAD}") == f"Here is why.\n{ENGLISH.replies.nothing_left}"
    assert shown("Why? How?", "The bank opens at nine.", budget=0) == "The bank opens at nine."
    only_asked = "It ends in May. Ask them this:\n\nWhy?\n\nHow?"
    assert shown(only_asked, budget=0, is_last=False) == "It ends in May. Ask them this."


# -- values ------------------------------------------------------------------------------------


def test_an_ending_says_why_another_draft_is_wanted_and_what_is_said_without_one() -> None:
    ending, nothing = Ending(None, "So."), Emitted()
    assert ending.wanted(nothing, ()) is None
    assert ending.last(nothing, (), is_owed=False, has_dropped=True)[0] == "So."
    assert ending.last(nothing, (), is_owed=False, has_dropped=False)[0] == ""
    awaited = Ending(in_english("so", crisis="acute"), "So.")  # never silence
    assert awaited.last(nothing, (), is_owed=False, has_dropped=False)[0] == "So."
    assert ending.told(nothing) == ""


def test_a_gap_keeps_what_parts_two_lines() -> None:
    assert widest(("\n", " ")) == "\n"
    assert widest(("\n   ", "\n")) == "\n"
    assert widest((" ", "  ")) == "  "
    assert widest(("\n\n", "\n  ")) == "\n\n  "
    assert apart(" ", is_block=True, is_table_edge=False) == "\n"
    assert apart("\n", is_block=False, is_table_edge=True) == "\n\n"
    assert apart(" ", is_block=False, is_table_edge=False) == " "


def test_what_announces_and_what_is_announced_are_known() -> None:
    prose = Kind.PROSE
    assert [announced(one, prose) for one in ("So:", "**So:**", "So.", ":)", ":", "ok :tada:")] == [
        *(":", ":**", "", "", "", ""),
    ]
    assert announced("so:", Kind.CODE) == ""
    assert stopped(":**") == ".**"
    assert [is_block(one, prose) for one in ("- a", "> a", "“a”", "a", "1. a")] == [
        *(True, True, True, False, True),
    ]
