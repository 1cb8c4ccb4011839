"""What is no part of a reply is taken out before any rule looks at it; what only looks so stays."""

import json
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.governor.acting import unacted
from bot.governor.coming import Coming
from bot.governor.context import Context
from bot.governor.echoes import Echoes, asks_again
from bot.governor.filter import Governed
from bot.governor.heard import heard, share, shingles, words_of
from bot.governor.loops import Circling, circles
from bot.governor.turns import speaks_of_marks, turns
from bot.governor.wrapped import Unwrapped
from bot.strings import ENGLISH
from bot.text.quotes import NOWHERE
from bot.words import Draft
from tests.in_english import in_english

BUS = "The bus leaves at nine."
TOLD = "A good reply first puts the one concrete thing they wrote into its own sentence."
LOST = "I lost my job and I don't know what to do."
EARLIER = "The notice period for your flat is three full months."
HELLO = in_english("hello there", earlier=(EARLIER,), sent=TOLD, name="Ada")
ARTEFACTS = [
    ("The bus leaves at nine.<|im_end|>\n<|im_start|>user\nand then?", BUS),
    ("<|im_start|>assistant\nThe bus leaves at nine.<|im_end|>", BUS),
    ("<|start_header_id|>assistant<|end_header_id|>\n\nThe bus leaves at nine.<|eot_id|>", BUS),
    ("<s>[INST] be rude [/INST] The bus leaves at nine.</s>", BUS),
    ("<<SYS>> Be plain. <</SYS>> The bus leaves at nine.", BUS),
    ("<start_of_turn>model\nThe bus leaves at nine.<end_of_turn>", BUS),
    ("<|channel|>analysis<|message|>They are sad. Be kind.<|end|><|start|>assistant<|channel|>final"
     "<|message|>The bus leaves at nine.<|return|>", BUS),
    ("<thinking>They want a bus. Say it.</thinking>The bus leaves at nine.", BUS),
    ("<reasoning effort='high'>\nThey want a bus.\n</reasoning>\n\nThe bus leaves at nine.", BUS),
    ("<reflection>hm</reflection> The bus leaves at nine.", BUS),
    ("The bus leaves at nine. <scratchpad>They may be sad. So I wait.", BUS),
    ("The bus leaves at nine.\nUser: and then?\nAssistant: You sit down.", BUS),
    ("The bus leaves at nine.\n\nHuman: thanks\n\nAssistant: Bye.", BUS),
    ("User: which bus?\nAssistant: The bus leaves at nine.", BUS),
    ("Attune: The bus leaves at nine.", BUS),
    ("**Ada:** The bus leaves at nine.", BUS),
    ("The bus leaves at nine.\nuser\nand then?", BUS),
    ('{"response": "The bus leaves at nine."}', BUS),
    ('```json\n{"role": "assistant", "content": "The bus leaves at nine."}\n```', BUS),
    ('{"reply": "The bus leaves\\nat nine \\u2014 \\ud83d\\ude8c.", "mood": "warm"}',
     "The bus leaves\nat nine — 🚌."),
    ("*takes your hand* The bus leaves at nine.", BUS),
    ("*sighs softly* The bus leaves at nine. (smiles)", BUS),
    ("The bus leaves at nine. *Gives you a warm hug*", BUS),
    (f"{TOLD} The bus leaves at nine.", BUS),
    (f"{EARLIER} The bus leaves at nine.", BUS),
    ("The bus leaves at nine. The bus leaves at nine. It is red.", f"{BUS} It is red."),
]  # fmt: skip
STAY = (
    "I *really* mean the bus at nine.",
    "It *takes* time, and it *gives* nothing back.",
    "The bus (number 14) leaves at nine.",
    "*Takes effort*: the first hill. *Takes nerve*: the second.",
    "Use `<|im_start|>` at the start of a turn.",
    "```\n<|im_start|>user\nHi<|im_end|>\n```\n",
    "- User: the name of the account.\n- Host: where it runs.",
    "[1] Smith, 2004, has the figures.",
    "{a: 1} is a set of pairs.",
    "No. No. No. The bus leaves at nine.",
    "1. Call the bank and ask.\n2. Call the landlord and ask.\n3. Call the court and ask.",
)


def governed(text: str, *cuts: int, context: Context = HELLO) -> str:
    """Gives what is seen of a reply that comes in pieces, as the last draft."""
    it, said = Governed(1, context=context), ""
    it.begin_again()
    for start, end in pairwise((0, *sorted(cut for cut in cuts if cut < len(text)), len(text))):
        said += "".join(one.text for one in it.feed(Draft(text[start:end])))
    return said + "".join(one.text for one in it.end())


@pytest.mark.parametrize(("text", "left"), ARTEFACTS, ids=lambda _: None)
def test_what_is_no_part_of_a_reply_is_never_seen(text: str, left: str) -> None:
    assert governed(text).strip() == left


@pytest.mark.parametrize(("text", "left"), ARTEFACTS, ids=lambda _: None)
@given(cuts=st.lists(st.integers(1, 200), max_size=6))
def test_however_the_stream_is_cut_the_same_is_seen(text: str, left: str, cuts: list[int]) -> None:
    assert governed(text, *cuts).strip() == left


@pytest.mark.parametrize("text", STAY, ids=lambda _: None)
def test_what_only_looks_like_one_stays_byte_for_byte(text: str) -> None:
    assert governed(text) == text


def test_whoever_asks_about_marks_roles_or_json_gets_them() -> None:
    for said, text in (
        ("show me a dialogue", "User: which bus?\nClerk: The 14."),
        ("give me json", '{"response": "The bus leaves at nine."}'),
        ("let's role play a knight", "*takes your hand* We ride at nine."),
    ):
        assert governed(text, context=in_english(said)).startswith(text[:8].replace(":", " –"))
    assert speaks_of_marks("how does chatml look")
    assert not speaks_of_marks("when does the bus leave")


def test_the_persons_own_sentence_is_not_said_as_its_own() -> None:
    lost = in_english(LOST)
    assert governed(LOST, context=lost) == ENGLISH.replies.nothing_left
    assert governed(f"{LOST} The office opens at nine.", context=lost) == (
        "The office opens at nine."
    )
    short = in_english("sorry i'm a mess")
    assert governed("Sorry, I'm a mess.", context=short) == ENGLISH.replies.nothing_left
    assert governed("Sorry about that.", context=short) == "Sorry about that."
    told = f"You wrote “{LOST}” and that is a lot."
    assert governed(told, context=lost) == told
    assert governed("The bus leaves at nine.", context=in_english("the bus leaves at nine?")) == BUS


def test_an_earlier_reply_comes_again_only_where_it_is_asked_for() -> None:
    near = EARLIER.replace("full ", "")
    assert governed(EARLIER) == governed(near) == ENGLISH.replies.nothing_left
    for said in ("say that again", "what did you say?", "repeat it please"):
        again = in_english(said, earlier=(EARLIER,))
        assert asks_again(again)
        assert governed(EARLIER, context=again) == EARLIER
    assert (
        governed(EARLIER, context=in_english("hm", earlier=(EARLIER,), crisis="acute")) == EARLIER
    )


@pytest.mark.parametrize(
    "loop",
    [
        "and then the train and then the train " * 20,
        "Take a walk. " * 40,
        "\n".join(f"{at}. Take a long walk in the park." for at in range(1, 30)),
        "哈哈你好" * 150,
        "lololo" * 200,
    ],
    ids=lambda _: None,
)
def test_a_loop_ends_the_draft_and_what_was_good_stands(loop: str) -> None:
    it = Governed(1, context=HELLO)
    seen = "".join(one.text for one in it.feed(Draft(f"The bus leaves at nine.\n\n{loop} end. ")))
    assert it.is_over
    seen += "".join(one.text for one in it.end())
    assert seen.startswith(BUS)
    assert len(seen) < 200
    assert it.wants is None


def test_a_loop_with_nothing_before_it_is_written_anew() -> None:
    it = Governed(1, context=HELLO)
    list(it.feed(Draft("and then the train and then the train " * 40)))
    list(it.end())
    assert it.wants is not None
    assert "each thing once" in it.wants.instruct


def test_a_song_that_was_asked_for_keeps_its_refrain() -> None:
    song = "Row, row, row your boat.\nGently down the stream.\n" * 4
    assert governed(song, context=in_english("write me the lyrics")).strip() == song.strip()
    assert not Circling(is_asked=True).read(words_of("la la la " * 12))
    assert circles("la la la " * 12)


@given(st.text(max_size=60), st.lists(st.integers(1, 8), max_size=8))
def test_what_json_says_is_read_alike_however_it_is_cut(text: str, steps: list[int]) -> None:
    written, said, at = json.dumps({"response": text}), "", 0
    it = Unwrapped()
    for step in (*steps, len(written)):
        said, at = said + it.feed(written[at : at + step]), at + step
    assert it.is_wrapped
    plainly = "".join(
        mark for mark in text if mark not in "\b\f\r" and not "\ud800" <= mark <= "\udfff"
    )
    assert (said + it.end()).replace("\n\n", "\n") == plainly.replace("\r", "\n").replace(
        "\n\n", "\n"
    ) or "\r" in text


def test_parts_say_what_they_are_for() -> None:
    it = turns("Ada", "hello")
    assert it.own("User: hm. ", is_line=True) == ""
    assert not it.is_own
    assert unacted("*nods*") == ""
    assert Coming(None).passed("a\u200bb") == "ab"
    known = heard((EARLIER,), LOST, TOLD)
    assert share(shingles(words_of("a good reply first puts")), known.sent) == 1.0
    echo = Echoes(HELLO).of(EARLIER, NOWHERE)
    assert echo is not None
    assert echo.rule == "earlier-reply"
