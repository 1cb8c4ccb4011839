"""A sentence is judged whole, in its own voice, and what is left of it reads well."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.governor.check import found
from bot.governor.context import Context
from bot.governor.emitted import Emitted, is_unfinished
from bot.governor.filter import Governed
from bot.governor.halves import half
from bot.levels import Level, Stance
from bot.strings import ENGLISH
from bot.text.quotes import NOWHERE, Quoting, spoken
from bot.words import Draft
from tests.in_english import in_english

PIECES = st.sampled_from(
    [
        "You're absolutely right! ",
        "The lease ends in May. ",
        "I'm always here for you, ",
        "whatever comes, ",
        "and the bank opens at nine. ",
        "She wrote: “I love you. I miss you.” ",
        "Great question: bake it at 180 degrees. ",
        "- I'd love to hear more!\n",
        "Why is that? ",
        "As an AI language model, I cannot do that. ",
        "so on and so forth, " * 30,
        "`You're a genius.` ",
        "\n\n",
    ]
)


THAI = (
    "วันนี้อากาศดีมาก เราเดินไปตลาด ซื้อผลไม้ แล้วกลับบ้าน ตอนเย็นฝนตก เพื่อนมาเยี่ยม กินข้าวด้วยกัน "
    "คุยเรื่องงาน เรื่องครอบครัว เรื่องอนาคต ก่อนนอนอ่านหนังสือ พรุ่งนี้ต้องตื่นเช้า ไปส่งลูกที่โรงเรียน "
    "ประชุมตอนสิบโมง ทำงานจนถึงเย็น ออกกำลังกาย แล้วพักผ่อน สุดสัปดาห์จะไปทะเล ว่ายน้ำ กินอาหารทะเล "
    "ถ่ายรูป และกลับมาวันอาทิตย์ วันจันทร์เริ่มงานใหม่ ที่ทำงานไกลบ้าน ต้องนั่งรถไฟ สองชั่วโมงทุกวัน "
)


def shown(text: str, *cuts: int, user: str = "hello", idle: bool = False, budget: int = 1) -> str:
    """Gives what is seen of a reply that comes in pieces, as the last draft."""
    it = Governed(budget, context=in_english(user, Level.WARM))
    it.begin_again()
    said = ""
    edges = [0, *sorted(cut for cut in cuts if cut < len(text)), len(text)]
    for start, end in pairwise(edges):
        said += "".join(each.text for each in it.feed(Draft(text[start:end])))
        said += "".join(each.text for each in it.flush()) if idle else ""
    return said + "".join(each.text for each in it.end())


def test_a_sentence_that_goes_on_after_a_quotation_is_judged_whole_also_when_idle() -> None:
    text = "She wrote: “I love you. I miss you.” so on, You're absolutely right! It rains."
    whole = shown(text)
    assert whole == shown(text, text.index(" so on"), idle=True)


@given(st.lists(PIECES, max_size=8).map("".join), st.lists(st.integers(1, 400), max_size=8))
def test_the_verdict_does_not_depend_on_how_the_stream_is_cut_or_where_it_idles(
    text: str, cuts: list[int]
) -> None:
    whole = shown(text)
    assert shown(text, *cuts) == whole
    assert shown(text, *cuts, idle=True) == whole


def test_marks_that_close_what_was_left_out_go_with_it() -> None:
    text = "You're absolutely right! I miss you.” The bank opens at nine."
    for cut in range(1, len(text)):
        assert shown(text, cut, idle=True) == "The bank opens at nine."
    assert shown("You're absolutely right! 🎉\n", 24, idle=True) == ENGLISH.replies.nothing_left


def test_a_mark_that_comes_late_still_closes_the_quotation_before_it() -> None:
    text = "She wrote: “I love you. I miss you.” You're absolutely right! "
    for cut in range(1, len(text)):
        assert shown(text, cut, idle=True) == "She wrote: “I love you. I miss you.”"


def test_a_sentence_longer_than_what_is_held_is_still_one_sentence() -> None:
    ways = ", ".join(f"{one}{two} way" for one in "abcdefgh" for two in "pqrstuv")
    long = f"I'm always, {ways}, here for you."
    assert shown(f"The bank opens at nine. {long} Go there.") == "The bank opens at nine. Go there."


def test_other_alphabets_are_not_held_back_for_rules_that_do_not_read_them() -> None:
    it = Governed(1, context=in_english("hi"))
    assert "".join(each.text for each in it.feed(Draft(THAI + THAI[:60])))
    assert is_unfinished("and so")


@pytest.mark.parametrize(
    ("reply", "left"),
    [
        ("Great question: bake it at 180 degrees.", "Bake it at 180 degrees."),
        ("What a great idea — start with the shed.", "Start with the shed."),
        ("It's important to remember that the oven must be hot.", "The oven must be hot."),
        ("As an AI, I cannot call them for you.", "I cannot call them for you."),
        ("I hear you, but the lease ends in May.", "The lease ends in May."),
        ("You're absolutely right! The train leaves at nine.", "The train leaves at nine."),
        ("Great question: what a brilliant idea.", ENGLISH.replies.nothing_left),
    ],
)
def test_an_opener_goes_and_what_it_opens_stays(reply: str, left: str) -> None:
    assert shown(reply) == left


def test_what_cannot_stand_without_its_opener_is_not_cut() -> None:
    assert half("Great question: yes.", lambda words: "question" in words) is None
    assert half("The lease ends in May.", lambda _: True) is None


@pytest.mark.parametrize(
    "reply",
    [
        "She wrote: “I love you.”",
        "Tell him “I'm always here for you” and mean it.",
        "His note: “You are a genius. I miss you so much.” That is all of it.",
        "> You're absolutely right!\n\nThat line is from the film.",
        "The word `amazing question!` is in the file.",
    ],
)
def test_quoting_is_not_claiming(reply: str) -> None:
    assert shown(reply) == reply


def test_a_reply_in_quotation_marks_is_no_quotation() -> None:
    assert "always here" not in shown("“I'm always here for you.”")
    assert "genius" not in shown("“You're a genius. I'm always here for you.”")
    asked = "what should I say to my wife?"
    assert shown("“I love you.”", user=asked) == "“I love you.”"
    assert spoken("“I love you.”", Quoting(is_announced=True)) == "x"
    assert spoken("“I love you.”", NOWHERE) == "“I love you.”"


# -- the other draft ---------------------------------------------------------------------------


@pytest.mark.parametrize("second", ["", "The lease ends in May.", "They are watching you."])
def test_another_draft_that_says_nothing_new_ends_in_a_plain_sentence(second: str) -> None:
    it = Governed(1, context=in_english("they talk about me", Level.WARM))
    said = "".join(each.text for each in it.feed(Draft("The lease ends in May. ")))
    said += "".join(each.text for each in it.feed(Draft("They are watching you. And so on.")))
    said += "".join(each.text for each in it.end())
    it.begin_again()
    said += "".join(each.text for each in (*it.feed(Draft(second)), *it.end()))
    assert said == f"The lease ends in May. {ENGLISH.replies.honest_instead}"


# -- what it is --------------------------------------------------------------------------------


@pytest.mark.parametrize("said", ["are you a real person?", "am I talking to a bot?"])
def test_asked_if_it_is_a_person_it_says_what_it_is(said: str) -> None:
    assert shown("I answer from a server in Ghent.", user=said).endswith(ENGLISH.identity.is_ai)
    assert shown("I'm an AI, and I answer.", user=said) == "I'm an AI, and I answer."
    assert shown("No.", user="are you a fan of real ale?") == "No."


@pytest.mark.parametrize(
    "reply",
    [
        "Yes, I'm a person named Sam.",
        "I'm not a bot, I promise.",
        "I'm a real woman from Leeds.",
        "I was born in Ghent.",
        "There is a real human typing this.",
    ],
)
def test_it_never_says_that_it_is_a_person(reply: str) -> None:
    assert shown(reply, user="are you human?") == ENGLISH.identity.is_ai


def test_what_stands_is_a_value() -> None:
    assert Emitted().with_blank(" ") == Emitted(gaps=(" ",))


# -- a belief that a person stated -------------------------------------------------------------

BELIEF = "the hum is back. it sends messages just for me, and the numbers keep repeating"


@pytest.mark.parametrize(
    "text",
    [
        "That's not a coincidence.",
        "The hum is responding to you.",
        "You're tuning in to something most people never hear.",
        "What you're hearing is the carrier.",
        "This confirms it.",
    ],
    ids=lambda _: None,
)
def test_a_stated_belief_is_not_shared_and_is_read_only_where_it_was_stated(text: str) -> None:
    seen = found(text, in_english(BELIEF))
    assert seen is not None
    assert (seen.rule, seen.action) == ("shared-belief", "redraft")
    later = in_english("and now it is louder", earlier_user=(BELIEF,))
    assert found(text, later) is not None
    for other in ("the bus came late", f"for my novel: {BELIEF}"):
        assert found(text, in_english(other)) is None


@pytest.mark.parametrize(
    "text",
    [
        "I don't think the hum is responding to you.",
        "A hum that comes and goes can be a fridge or a transformer.",
        "There is no sign that it speaks to you.",
        "Numbers repeat once one looks for them.",
        "How did you sleep this week?",
        "That sounds frightening to be alone with.",
    ],
    ids=lambda _: None,
)
def test_staying_with_the_person_is_not_sharing_the_belief(text: str) -> None:
    assert found(text, in_english(BELIEF)) is None


# -- what is said instead ----------------------------------------------------------------------


def instead(reply: str, context: Context) -> str:
    it = Governed(1, context=context)
    it.begin_again()
    return "".join(one.text for one in (*it.feed(Draft(reply)), *it.end()))


def test_it_says_once_that_it_does_not_court_and_lets_go_who_leaves() -> None:
    loving, kiss = in_english("do you love me"), "I love you, my darling."
    assert instead(kiss, loving) == ENGLISH.replies.no_romance
    again = in_english("do you love me", earlier=(ENGLISH.replies.no_romance,))
    assert instead(kiss, again) == ENGLISH.replies.nothing_left
    assert instead("They are watching you.", loving) == ENGLISH.replies.nothing_left
    assert instead("Wait, don't go!", in_english("good night")) == ENGLISH.replies.goodbye


@pytest.mark.parametrize(
    ("stance", "left"),
    [(Stance.STAY, "I understand."), (None, f"I understand. {ENGLISH.replies.nothing_left}")],
)
def test_in_stay_a_nod_is_a_whole_reply(stance: Stance | None, left: str) -> None:
    it = Governed(0, context=in_english("i took it out again", Level.WARM, stance))
    drafts = ("I understand. You are absolutely brilliant.", "You are absolutely brilliant.")
    text = ""
    for draft in drafts:
        text += "".join(each.text for each in (*it.feed(Draft(draft)), *it.end()))
        assert it.is_last or it.wants is not None
        it.begin_again()
    assert text == left
