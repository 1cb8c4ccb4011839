"""The pieces of a stream: their joints, their kinds, and that no cut of the stream moves them."""

import json
import random
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.text.lines import begins_block
from bot.text.sentences import LIMIT, Kind, Sentence, Sentences, split

REPLIES = Path(__file__).resolve().parents[2] / "shared" / "evaldata" / "replies_spiral.jsonl"
FAMILY = "\U0001f469\u200d\U0001f469\u200d\U0001f467"
HEART = "\u2764\ufe0f"
WAVE = "\U0001f44b\U0001f3fd"
FLAG = "\U0001f1e9\U0001f1ea"
JOINTS = [
    *".!?…,;:-—\"'”’“‘»«)(]}[*_~` \n\r\t",
    "a",
    "B",
    "I",
    "3",
    "é",
    "。",
    "！",
    "？",
    "，",
    "」",
]
PARTS = [
    *("...", "?!", "**", "\n\n", "```", "\n```\n", "~~~\n", "\n   ````", "    ", "\n- ", "\n1. "),
    *(
        "\n# ",
        "a) ",
        "\nii. ",
        "Dr. ",
        "e.g. ",
        "etc. ",
        "J. R. ",
        "no. ",
        "p.m. ",
        "3.14",
        "x@y.z",
    ),
    *("https://a.b/c?d=1 ", "Yes. ", "no", " 你好", "`a. B`", FAMILY, HEART, WAVE, FLAG),
    *("😀", "\u200d", "\ufe0f", "\u3000", "word " * 90, "x" * 410, " " * 410),
]
WORDS = "The words of a clause that goes on and on"

texts = st.lists(st.one_of(st.sampled_from(JOINTS), st.sampled_from(PARTS)), max_size=60).map(
    "".join
) | st.text(max_size=80)
cut_points = st.lists(st.integers(min_value=0, max_value=2000), max_size=12)


def cut(text: str, points: list[int]) -> list[str]:
    ends = sorted({0, len(text), *(point % (len(text) + 1) for point in points)})
    return [text[start:end] for start, end in pairwise(ends)]


def streamed(pieces: list[str]) -> tuple[Sentence, ...]:
    sentences = Sentences()
    fed = [sentence for piece in pieces for sentence in sentences.feed(piece)]
    return (*fed, *sentences.end())


def joined(sentences: tuple[Sentence, ...]) -> str:
    return "".join(sentence.text for sentence in sentences)


def pieces_of(text: str) -> list[str]:
    return [sentence.text for sentence in split(text)]


def by(marked: str) -> tuple[str, list[str]]:
    """Reads an example in which every `|` is a boundary."""
    return marked.replace("|", ""), marked.split("|")


@given(text=texts, points=cut_points)
@example(text="`a\n```b`\n. C", points=[1, 3, 4, 5])
@example(text="Hi! " + FAMILY + " Yo. ", points=[4, 5, 6, 7])
def test_where_the_stream_is_cut_does_not_matter(text: str, points: list[int]) -> None:
    assert streamed(cut(text, points)) == split(text)
    assert streamed(list(text)) == split(text)


@given(text=texts)
def test_the_pieces_joined_are_the_input(text: str) -> None:
    assert joined(split(text)) == text


@given(text=texts, points=cut_points)
def test_flushing_loses_and_adds_nothing(text: str, points: list[int]) -> None:
    sentences = Sentences()
    out: tuple[Sentence, ...] = ()
    for piece in cut(text, points):
        out += sentences.feed(piece) + sentences.flush()
    assert joined(out + sentences.end()) == text


@given(text=texts)
def test_prose_is_never_held_beyond_the_limit(text: str) -> None:
    prose = [piece.text for piece in split(text) if piece.kind is Kind.PROSE]
    assert [piece for piece in prose if len(piece.rstrip()) > LIMIT] == []


@given(text=texts, points=cut_points)
def test_no_piece_is_empty_and_only_a_break_is_blank(text: str, points: list[int]) -> None:
    pieces = [piece for piece in split(text) if piece.kind is not Kind.CODE]
    assert all(piece.text for piece in split(text))
    assert all(piece.text.isspace() == (piece.kind is Kind.BREAK) for piece in pieces)


@given(text=texts)
def test_an_ended_stream_starts_afresh(text: str) -> None:
    sentences = Sentences()
    first = sentences.feed(text) + sentences.end()
    assert sentences.end() == ()
    assert sentences.feed(text) + sentences.end() == first


@pytest.mark.parametrize(
    "marked",
    [
        "Hello there. |How are you?",
        "Really?! |Yes!!! |Fine.",
        "First line.\n|Second line.",
        "so do I. |you too.",
        "I said no. |It was fine.",
        "Vraiment ? |Oui.",
        "क्या हाल है। |ठीक।",
    ],
)
def test_a_stop_and_a_space_are_a_boundary(marked: str) -> None:
    text, expected = by(marked)
    assert pieces_of(text) == expected


@pytest.mark.parametrize(
    "marked",
    [
        "Pi is 3.14. |It costs 1.000 euros.",
        "Use v1.2.3 or 2.0.0-rc.1 now. |Ok",
        "Read No. 5 and fig. 3 and pp. 4. |Ok",
    ],
)
def test_a_number_is_not_a_boundary(marked: str) -> None:
    text, expected = by(marked)
    assert pieces_of(text) == expected


@pytest.mark.parametrize(
    "marked",
    [
        "See https://a.example/b?c=1!d.e now. |Ok",
        "Open example.com. |Then rest",
        "Mail anna.b@mail.example.org today. |Ok",
    ],
)
def test_an_address_is_not_a_boundary(marked: str) -> None:
    text, expected = by(marked)
    assert pieces_of(text) == expected


@pytest.mark.parametrize(
    "marked",
    [
        "J. R. R. Tolkien wrote it. |Ok",
        "Ask Dr. Lee or Mr. Wu or Mrs. Day. |Ok",
        "Some (e.g. Python), i.e. a few, vs. None. |Ok",
        "Pears, plums, etc. are fruit. |Ok",
        "Pears, plums, etc. |Then we left at 5 p.m. in a car.",
        "They moved to the U.S. Army base. |Ok",
        "Smith et al. (2020) say so. |Ok",
    ],
)
def test_an_abbreviation_is_not_a_boundary(marked: str) -> None:
    text, expected = by(marked)
    assert pieces_of(text) == expected


@pytest.mark.parametrize(
    "marked",
    [
        "1. Rest. |2. Eat",
        "To do:\n|1. Rest\n|2. Eat\n|10. Sleep",
        "To do:\n|- Rest\n|  - Eat\n|* Sleep\n|• Dream",
        "a) Rest\n|b) Eat\n|(c) Sleep",
        "To do:\n|**1. Rest**\n|**2.** Eat",
        "So\n|1.2. Rest\n|ii. Eat",
        "**1.** Rest. |**2.** Eat",
        "Text\n|## Title",
        "a wrapped line\nof prose #tag\n-5 degrees",
    ],
)
def test_a_list_item_or_a_heading_starts_a_piece(marked: str) -> None:
    text, expected = by(marked)
    assert pieces_of(text) == expected


@pytest.mark.parametrize(
    "marked",
    [
        f"Great! {FAMILY}{HEART} |Next",
        f"Great! {WAVE} {FLAG}{FLAG} |Next",
        "Great!😀|Next 😀 one",
        "Great!\n|😀 Next",
        '"Go." |They went. |(Yes.) |[No.] |Ok',
        "“Go.” |«Va.» |« Va. » |„Geh.“ |Ok",
        "**Bold.** |_Thin._ |~~Gone.~~ |***Both!*** |Ok",
        '"Stop!" he said. |Ok',
    ],
)
def test_what_belongs_to_a_sentence_stays_with_it(marked: str) -> None:
    text, expected = by(marked)
    assert pieces_of(text) == expected


@pytest.mark.parametrize(
    "marked",
    [
        "Wait... what? |Ok",
        "Hmm… no… |Yes... |Ok",
        "Well.. fine. |Ok",
    ],
)
def test_an_ellipsis_before_a_small_letter_is_not_a_boundary(marked: str) -> None:
    text, expected = by(marked)
    assert pieces_of(text) == expected


@pytest.mark.parametrize(
    "marked",
    [
        "你好。|今天好吗？！|“好。”|然后（是。）|完",
        "はい！😀|「うん。」|えっと",
        "好。\n|好",
    ],
)
def test_a_full_width_stop_needs_no_space(marked: str) -> None:
    text, expected = by(marked)
    assert pieces_of(text) == expected


@pytest.mark.parametrize(
    "marked",
    [
        "One\n\n|Two\r\n\r\n|Three\n \n|  Four",
        "\n\n|One",
        "e.g.\n\n|Two",
    ],
)
def test_a_blank_line_is_a_boundary(marked: str) -> None:
    text, expected = by(marked)
    assert pieces_of(text) == expected


@pytest.mark.parametrize(
    "marked",
    [
        "Call `a. B! C` now. |Ok",
        "Call ``a ` b. C`` now. |Ok",
        "Call `a.\nB` now. |Ok",
        "```a. B``` is short. |Ok",
    ],
)
def test_inline_code_is_not_split(marked: str) -> None:
    text, expected = by(marked)
    assert pieces_of(text) == expected


@pytest.mark.parametrize(
    "marked",
    [
        "It`s odd. |Very. |Odd\n\n|Yes. |Ok",
        "It`s odd. |Very\n|- Odd. |Ok",
        "It`s odd. |Very\n|```\n|`\n|```\n",
        "It`s odd. |Very odd",
        "It`s odd. |" + "x" * 380 + ". |Ok",
    ],
)
def test_a_backtick_never_closed_is_plain(marked: str) -> None:
    text, expected = by(marked)
    assert pieces_of(text) == expected


def test_an_open_backtick_does_not_hold_text_for_ever() -> None:
    assert Sentences().feed("It`s. " + "A b. " * 80) != ()


@pytest.mark.parametrize(
    "fence",
    [
        "```py|a. B! C|||```",
        "~~~|```|~~~~  ",
        "   ````|```|````",
        "```|    ```|``` x|never closed. It is",
        "~~~ a `b` c|~~~",
    ],
)
def test_a_fence_is_released_line_by_line(fence: str) -> None:
    lines = [f"{line}\n" for line in fence.split("|")]
    expected = [Sentence("So:\n", Kind.PROSE), *(Sentence(line, Kind.CODE) for line in lines)]
    assert Sentences().feed("So:\n" + "".join(lines)) == tuple(expected)


def test_after_a_fence_prose_goes_on() -> None:
    kinds = [(piece.text, piece.kind) for piece in split("```\na. B\n```\nHi. Yo\n```")]
    assert kinds[2:] == [
        ("```\n", Kind.CODE),
        ("Hi. ", Kind.PROSE),
        ("Yo\n", Kind.PROSE),
        ("```", Kind.CODE),
    ]


def test_white_space_alone_is_a_break() -> None:
    assert split(" \n\n Hi") == (Sentence(" \n\n", Kind.BREAK), Sentence(" Hi", Kind.PROSE))
    assert split("") == ()


def test_a_sentence_is_released_at_the_next_character() -> None:
    sentences = Sentences()
    assert sentences.feed("Hi there. ") == ()
    assert sentences.feed("H") == (Sentence("Hi there. ", Kind.PROSE),)
    assert sentences.feed("o") == ()
    assert sentences.end() == (Sentence("Ho", Kind.PROSE),)


@pytest.mark.parametrize("clause", [f"{WORDS}, ", f"{WORDS}; ", f"{WORDS}: ", f"{WORDS} - "])
def test_long_prose_is_released_at_its_last_clause(clause: str) -> None:
    assert pieces_of(clause + clause + "word " * 75)[0] == clause + clause


def test_long_prose_without_a_clause_is_released_at_a_space() -> None:
    assert pieces_of("word " * 100) == ["word " * 80, "word " * 20]


def test_long_prose_without_a_space_is_released_at_the_limit() -> None:
    assert pieces_of("x" * 900) == ["x" * LIMIT, "x" * LIMIT, "x" * 100]


def test_long_prose_is_not_released_inside_inline_code() -> None:
    before, code = "word " * 60, "`" + "a, b " * 16 + "`"
    assert pieces_of(before + code + "x" * 40) == [before, code + "x" * 40]
    assert pieces_of(before + code[:-1] + "x" * 40 + "`") == [before, code[:-1] + "x" * 40 + "`"]


@pytest.mark.parametrize(
    ("held", "released"),
    [
        ("Hi there.", "Hi there."),
        ("Hi there.\n\n  ", "Hi there.\n\n"),
        ("Well, I think so", "Well, "),
        ("I think so", "I think "),
        ("Pi is 3.", "Pi is "),
        ("Ask Dr.", "Ask "),
        ("Go to a.example.", "Go to "),
        ("Call `a, b", "Call "),
        ("Call `", "Call "),
        ("`a, b", ""),
        (".", ""),
        ("Hm", ""),
        (" \n ", ""),
        ("```py\na b", "```py\n"),
        ("", ""),
    ],
)
def test_a_flush_releases_what_reads_well(held: str, released: str) -> None:
    sentences = Sentences()
    assert joined(sentences.feed(held) + sentences.flush()) == released
    assert joined(sentences.end()) == held.removeprefix(released)


def test_a_paragraph_is_whole_when_the_stream_is_idle() -> None:
    for held, is_part in (("To do:\n\n", False), ("To do:\n", True), ("So, ", True)):
        sentences = Sentences()
        sentences.feed(held)
        assert [one.is_part for one in sentences.flush()] == [is_part]


def test_a_list_item_or_a_heading_is_known_by_how_its_line_begins() -> None:
    assert all(map(begins_block, ("- a", "1. a", "**1.** a", "# a", "  b) c")))
    assert not any(map(begins_block, ("a - b", "-a", "1.5", "#a", "**a**")))


def test_a_sentence_does_not_show_its_text() -> None:
    assert "secret" not in repr(Sentence("secret", Kind.PROSE))


@pytest.mark.skipif(not REPLIES.exists(), reason="the replies to try it on are not here")
def test_real_replies_are_split_alike_however_they_are_cut() -> None:
    chance = random.Random(7)
    lines = REPLIES.read_text(encoding="utf-8").splitlines()
    replies: list[str] = [json.loads(line)["reply"] for line in lines]
    for reply in replies:
        points = [chance.randrange(len(reply) + 1) for _ in range(len(reply) // 5)]
        assert streamed(cut(reply, points)) == split(reply)
        assert joined(split(reply)) == reply
