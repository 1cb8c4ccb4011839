"""What is shown of a list goes on without a gap, whatever of it went and whoever wrote it on."""

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.governor.filter import Governed
from bot.governor.numbering import NONE, Numbering, mark_of
from bot.levels import Level
from bot.words import Draft
from tests.in_english import in_english

BAD = "You're absolutely brilliant."
SAID = (
    "Call the bank.",
    "Write it down.",
    "Ask for the form.",
    "Go there at nine.",
    "Keep a copy.",
)


def shown(*drafts: str, cuts: tuple[int, ...] = (), idle: bool = False) -> str:
    """Gives what is seen of some drafts, of which the first come in pieces."""
    it = Governed(1, context=in_english("the bank lost my card", Level.WARM))
    text = ""
    for draft in drafts:
        if draft is drafts[-1]:
            it.begin_again()
        edges = [0, *sorted(cut for cut in cuts if cut < len(draft)), len(draft)]
        for start, end in pairwise(edges):
            text += "".join(one.text for one in it.feed(Draft(draft[start:end])))
            text += "".join(one.text for one in it.flush()) if idle else ""
        text += "".join(one.text for one in it.end())
    return text


@pytest.mark.parametrize(
    ("draft", "left"),
    [
        (f"1. Call.\n2. {BAD}\n3. {BAD}\n4. Write it.\n5. Go.", "1. Call.\n2. Write it.\n3. Go."),
        (f"1. {BAD}\n2. Write it.\n3. Go.", "1. Write it.\n2. Go."),
        (f"4. Call.\n5. {BAD}\n6. Go.", "4. Call.\n5. Go."),
        (f"1) Call.\n2) {BAD}\n3) Go.", "1) Call.\n2) Go."),
        (f"**1.** Call.\n**2.** {BAD}\n**3.** Go.", "**1.** Call.\n**2.** Go."),
        (f"a) Call.\nb) {BAD}\nc) Go.", "a) Call.\nb) Go."),
        (f"A) Call.\nB) {BAD}\nC) Go.", "A) Call.\nB) Go."),
        (f"i. Call.\nii. {BAD}\niii. Go.\niv. Sleep.", "i. Call.\nii. Go.\niii. Sleep."),
        (f"1. Call.\n\n   They open at nine.\n\n2. {BAD}\n\n3. Go.",
         "1. Call.\n\n   They open at nine.\n\n2. Go."),
        (f"1. Call.\n   1. Ask.\n   2. {BAD}\n   3. Wait.\n2. {BAD}\n3. Go.",
         "1. Call.\n   1. Ask.\n   2. Wait.\n2. Go."),
        (f"- A bus.\n  1. {BAD}\n  2. Ask.\n- Two.\n  1. Wait.\n  2. {BAD}\n  3. Go.",
         "- A bus.\n  1. Ask.\n- Two.\n  1. Wait.\n  2. Go."),
        (f"1. Call.\n   - {BAD}\n2. Go.", "1. Call.\n2. Go."),
        (f"1. {BAD} Call them.\n2. Go.", "1. Call them.\n2. Go."),
        (f"- {BAD} Call them.\n- Go.", "- Call them.\n- Go."),
        (f"1. {BAD}\n2. Call:\n```\n3. x\n```\n3. Go.", "1. Call:\n```\n3. x\n```\n2. Go."),
        (f"1. Call.\n2. {BAD}\n\nThen this.\n\n1. Ask.\n2. Go.",
         "1. Call.\n\nThen this.\n\n1. Ask.\n2. Go."),
        (f" 9. {BAD}\n10. Go.\n11. Wait.", " 9. Go.\n10. Wait."),
        (f"01. {BAD}\n02. Go.", "01. Go."),
        (f"1. {BAD}\n1. Call.\n1. Go.", "1. Call.\n1. Go."),
        (f"- [ ] {BAD} Call.\n- [ ] Go.", "- [ ] Call.\n- [ ] Go."),
        ("2. Great question: bake it at 180 degrees.\n3. Eat.",
         "2. Bake it at 180 degrees.\n3. Eat."),
    ],
    ids=lambda _: None,
)  # fmt: skip
def test_numbers_go_on_without_a_gap(draft: str, left: str) -> None:
    assert shown(draft).strip() == left.strip()


@pytest.mark.parametrize(
    "draft",
    [
        "1. Call.\n3. Go.\n7. Wait.",
        "1. Call.\n1. Go.\n1. Wait.",
        "3. Call.\n2. Go.\n1. Wait.",
        "J. Doe paid.\nK. Roe paid.",
        "1.1. Call.\n1.3. Go.",
        "In 1999. 2000. So it is.",
    ],
    ids=lambda _: None,
)
def test_where_nothing_went_every_number_stays(draft: str) -> None:
    assert shown(draft) == draft


@pytest.mark.parametrize(
    ("draft", "left"),
    [
        (f"1. Mai: frei.\n2. Mai: {BAD}\n3. Mai: Arbeit.", "1. Mai: frei.\n3. Mai: Arbeit."),
        (f"J. Doe: {BAD}\nK. Roe paid.", "K. Roe paid."),
        (f"1. Call.\n2. {BAD}\n```\n3. x\n```", "1. Call.\n```\n3. x\n```"),
    ],
    ids=lambda _: None,
)
def test_what_is_no_item_keeps_its_number(draft: str, left: str) -> None:
    assert shown(draft).replace("2. Mai.\n", "") == left


@pytest.mark.parametrize(
    ("again", "left"),
    [
        ("3. Go.", "1. Call.\n2. Ask.\n3. Go."),
        ("\n3. Go.\n4. Wait.", "1. Call.\n2. Ask.\n\n3. Go.\n4. Wait."),
        ("1. Call.\n2. Ask.\n3. Go.", "1. Call.\n2. Ask.\n3. Go."),
        ("1. Go there.\n2. Wait.", "1. Call.\n2. Ask.\n3. Go there.\n4. Wait."),
        (f"3. {BAD}\n4. Go.", "1. Call.\n2. Ask.\n3. Go."),
        ("Then this.\n1. Go.\n2. Wait.", "1. Call.\n2. Ask.\nThen this.\n1. Go.\n2. Wait."),
        ("Then this.\n1. Call.\n2. Wait.", "1. Call.\n2. Ask.\nThen this.\n3. Wait."),
        ("4. Go.", "1. Call.\n2. Ask.\n3. Go."),
    ],
    ids=lambda _: None,
)
def test_another_draft_goes_on_with_the_numbers_that_were_shown(again: str, left: str) -> None:
    first = f"1. Call.\n2. {BAD}\n3. Ask.\n4. I love you."
    assert shown(first, again).replace("\n\n3", "\n3") == left.replace("\n\n3", "\n3")


def test_a_list_within_another_item_begins_anew_also_in_another_draft() -> None:
    first, again = "- A bus.\n  1. Ask.\n  2. I love you.", "- A train.\n  1. Wait."
    assert shown(first, again) == "- A bus.\n  1. Ask.\n- A train.\n  1. Wait."


def test_an_item_that_is_taken_back_leaves_no_gap() -> None:
    it = Governed(1, context=in_english("so", Level.WARM))
    text = ""
    for release in it.feed(Draft("1. Call.\n2. It rains a lot here.\n3. Go.\n4. Wait.\n")):
        if "rains" in release.text:
            it.take_back("flattery")
        else:
            text += release.text
    text += "".join(one.text for one in it.end())
    assert text == "1. Call.\n2. Go.\n3. Wait.\n"


ITEMS = st.lists(
    st.tuples(st.sampled_from((*SAID, BAD, f"{BAD} {SAID[0]}")), st.booleans()), max_size=9
)


def written(items: list[tuple[str, bool]]) -> str:
    """Writes a list, in which some items that stay hold a list of two of their own."""
    lines = []
    for at, (said, is_nested) in enumerate(items, 1):
        lines += [f"{at}. {at} times: {said}" if said in SAID else f"{at}. {said}"]
        has_two = is_nested and said in SAID
        lines += [f"   1. {BAD}", f"   2. So {at} it is."] if has_two else []
    return "\n".join(lines)


@given(ITEMS, st.lists(st.integers(1, 300), max_size=8).map(tuple), st.booleans())
def test_however_a_list_comes_its_numbers_have_no_gap(
    items: list[tuple[str, bool]], cuts: tuple[int, ...], idle: bool
) -> None:
    text = written(items)
    whole = shown(text)
    assert shown(text, cuts=cuts, idle=idle) == whole
    numbers = [int(one) for one in re.findall(r"(?m)^(\d+)\. ", whole)]
    assert numbers == list(range(1, len(numbers) + 1))
    assert set(re.findall(r"(?m)^ +(\d+)\. ", whole)) <= {"1"}


@given(st.lists(st.sampled_from(["1. ", "2. ", "  1. ", "- ", "a) ", "ii. ", ""]), max_size=12))
def test_numbers_never_change_where_nothing_is_left_out(marks: list[str]) -> None:
    now = NONE
    for at, mark in enumerate(marks):
        text, now = now.shown(f"{mark}Word {at}.\n", is_line=True)
        assert text == f"{mark}Word {at}.\n"


def test_a_mark_is_known_where_a_line_begins_an_item() -> None:
    assert [mark_of(f"{one}Go.") for one in ("1. ", "  - ", "a) ", "> 2) ")] == [
        *("1. ", "  - ", "a) ", "> 2) "),
    ]
    assert [mark_of(one) for one in ("J. Doe", "Go 1. x", "1.5 x", "-5 x", "")] == [""] * 5


def test_a_long_list_ends_in_the_numbers_of_its_draft_where_letters_run_out() -> None:
    now = Numbering()
    for at in range(1, 27):
        now = now.shown(f"{chr(96 + at)}) x\n", is_line=True)[1]
    assert now.again().shown("a) y\n", is_line=True)[0] == "a) y\n"


def test_a_letter_that_is_two_once_it_is_small_is_no_number() -> None:
    assert shown("İ. Yılmaz'a sor.") == "İ. Yılmaz'a sor."
