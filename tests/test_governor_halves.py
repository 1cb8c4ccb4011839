"""The half of a sentence that holds stays, whichever side it stands on; nothing else of it does."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.governor.emitted import Emitted
from bot.governor.filter import Governed
from bot.governor.halves import half, is_warm
from bot.governor.openers import phrase, stands
from bot.governor.weighing import Weighing
from bot.levels import Level
from bot.text.sentences import Kind, Sentence
from bot.words import Draft
from tests.in_english import in_english

# Sentences as models write them, each with what holds of it; none where nothing does.
ROWS = [
    line.split("\t")
    for line in (Path(__file__).parent / "words" / "halves.tsv").read_text("utf-8").splitlines()
]


def shown(text: str, user: str = "the landlord wants money") -> str:
    it = Governed(1, context=in_english(user, Level.WARM))
    it.begin_again()
    return "".join(one.text for one in (*it.feed(Draft(text)), *it.end()))


@pytest.mark.parametrize(("_side", "text", "left"), ROWS, ids=lambda _: None)
def test_what_breaks_nothing_stays_and_what_breaks_goes(_side: str, text: str, left: str) -> None:
    kept = half(text, lambda words: words.strip(" .").lower() not in left.lower() or not left)
    assert (kept[1] if kept else "") == left


def test_as_many_sentences_keep_their_first_half_as_their_second() -> None:
    sides = [row[0] for row in ROWS]
    assert [sides.count(side) for side in ("first", "second", "none")] == [30, 30, 10]


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("I hate to say it, but the contract says it ends in May.",
         "The contract says it ends in May."),
        ("I understand how much that hurts, but it's important to seek professional help.",
         "I understand how much that hurts."),
        ("The rent went up by a third; you are absolutely brilliant.",
         "The rent went up by a third."),
        ("Great question, and the answer is forty litres, but I'm so proud of you.",
         "The answer is forty litres."),
        ("The bus is late, but you are absolutely brilliant. It comes at nine.",
         "The bus is late. It comes at nine."),
        ("You are absolutely brilliant, and that is a lot for one week.",
         "That is a lot for one week."),
    ],
    ids=lambda _: None,
)  # fmt: skip
def test_the_rules_decide_which_half_goes(text: str, left: str) -> None:
    assert shown(text) == left


@pytest.mark.parametrize(
    "text",
    [
        "It takes time, patience, and love.",
        "If it rains, but I love you.",
        "She wrote (the bus is late, but I love you) to him.",
        "The bus, but I love you.",
        "I love you, and that he might be upset about it is plain to see.",
        "I love that it is late and that there is no right or wrong way to end it.",
        "I love it, because the bus is late and it rains.",
        "I love that it is late, and that healing takes its time.",
        "I love you, and who left is not the point.",
        "I love you: which is a lot to carry for one week.",
        "Please remember that: I love you.",
        "What matters is that, although I love you, it.",
        "The reason is because, and I love you.",
    ],
    ids=lambda _: None,
)
def test_no_fragment_is_left(text: str) -> None:
    assert half(text, lambda words: "love" in words or "proud" in words) is None


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("You did not deserve that, and I love you.", "You did not deserve that."),
        ("That dog is yours, and I love you.", "That dog is yours."),
        ("I love you, but that dog is yours.", "That dog is yours."),
        ("I love you, and that still sounds like a long day.",
         "That still sounds like a long day."),
        ("I love you, and that’s a lot to carry.", "That’s a lot to carry."),
    ],
    ids=lambda _: None,
)  # fmt: skip
def test_that_may_begin_or_end_a_sentence_of_its_own(text: str, left: str) -> None:
    kept = half(text, lambda words: "love" in words)
    assert kept is not None
    assert kept[1] == left


_BARE = re.compile(r"(?:that (?:there|it|the|healing)|which|who|to|because)\b", re.IGNORECASE)
_CLAUSES = st.sampled_from(
    [
        "it's important to remember that there is no right or wrong way to end it",
        "that there is no right way to do it",
        "that healing takes its time",
        "which is a lot for one week",
        "who left is not the point here",
        "because the bus was late again",
        "to rest is what the body needs",
        "please remember that",
        "the bus leaves at nine",
        "I love you",
    ]
)
_JOINTS = st.sampled_from([", and ", ", so ", ": ", "; ", " — ", ",\n", " and "])


@given(st.lists(st.tuples(_CLAUSES, _JOINTS), min_size=2, max_size=4))
def test_what_stays_hangs_on_nothing_that_went(parts: list[tuple[str, str]]) -> None:
    text = "".join(clause + joint for clause, joint in parts[:-1]) + parts[-1][0] + "."
    kept = half(text, lambda words: "love" in words or "important" in words, is_opener=True)
    left = kept[1] if kept else ""
    assert kept is None or left == text or not _BARE.match(left)
    assert not left.endswith("that.")


@pytest.mark.parametrize("after", [" ", "\n", ": ", ":\n", ", "])
def test_a_fixed_phrase_goes_with_all_of_its_that(after: str) -> None:
    opened = phrase(f"It's important to remember that{after}the bus leaves at nine.")
    assert opened is not None
    assert opened[1] == "The bus leaves at nine."
    assert phrase(f"It's important to remember that{after}that there is no right way.") is None


def test_only_what_names_something_is_warmth() -> None:
    assert is_warm("I understand how much that hurts")
    assert not is_warm("I understand that")
    assert not is_warm("I hear you")


@given(st.lists(st.sampled_from([row[1] for row in ROWS]), min_size=1, max_size=3).map(" ".join))
def test_what_stays_is_never_what_breaks(text: str) -> None:
    kept = half(text, lambda words: "you" in words.lower())
    assert kept is None or "you" not in kept[1].lower()


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("I hate to say it, but the roof leaks in two places.", "The roof leaks in two places."),
        ("I'm excited to share that the museum opens on Monday.", "The museum opens on Monday."),
        ("To be completely honest with you, the second offer is worse.",
         "The second offer is worse."),
    ],
    ids=lambda _: None,
)  # fmt: skip
def test_a_fixed_phrase_goes_and_the_sentence_it_opens_stays(text: str, left: str) -> None:
    opened = phrase(text)
    assert opened is not None
    assert opened[1] == left
    assert stands(left)
    assert phrase("To be honest with you, yes.") is None


def test_of_what_an_open_quotation_ends_in_no_half_is_left() -> None:
    text = "She wrote: “It rains. It snows”, and you're absolutely brilliant. Go home."
    assert shown(text) == "She wrote: “It rains.” Go home."


def test_the_half_of_a_list_item_keeps_its_mark() -> None:
    text = "- You're absolutely brilliant, but the lease ends in May.\n- Call them.\n"
    assert shown(text) == "- The lease ends in May.\n- Call them.\n"


def test_what_is_weighed_says_what_was_found_and_what_is_left() -> None:
    weighing, text = Weighing(in_english("hello")), "The bus is late, but I'm so proud of you."
    weighed = weighing.of(Sentence(text, Kind.PROSE), Emitted())
    assert weighed.text == "The bus is late."
    assert weighed.finding is not None
    assert weighed.finding.sentence == "…, but I'm so proud of you."
    code = Sentence("ring 555 0109\n", Kind.CODE)
    assert weighing.of(code, Emitted()).text == code.text
    danger = Weighing(in_english("hello", crisis="acute"))
    assert danger.of(code, Emitted()).text == ""
