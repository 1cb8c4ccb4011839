"""What may be shown of what a model proposes for a person to send: three drafts, and no more."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.reach import Wanted, note_of
from bot.reach.drafts import MOST, is_enough, joined, sendable
from bot.words import Draft

ASKED = Wanted("help me write to my sister that i can't come", language="en")
GOOD = (
    "can't come, sorry",
    "hey, it's me.\ncan't come. sorry.",
    "hey, i wanted to tell you early.",
)


def form(*drafts: str) -> str:
    marked = (f"[{place}]\n{draft}\n" for place, draft in enumerate(drafts, 1))
    return "".join((*marked, "[end]"))


def shown(text: str, wanted: Wanted = ASKED) -> tuple[str, ...]:
    return sendable(Draft(text), wanted)


def alone(draft: str, wanted: Wanted = ASKED) -> tuple[str, ...]:
    """Gives what is shown of a proposal of which only the third draft is in question."""
    return shown(form("", "", draft), wanted)


# -- the form ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        form(*GOOD),
        f"Here are three drafts for you:\n\n{form(*GOOD)}\nLet me know which one you like!",
        "1. can't come, sorry\n2. hey, it's me.\ncan't come. sorry.\n"
        "3) hey, i wanted to tell you early.",
        "**[1]**\ncan't come, sorry\n\n**[2]**\nhey, it's me.\ncan't come. sorry.\n---\n**[3]**\n"
        "hey, i wanted to tell you early.",
        "Draft 1:\n“can't come, sorry”\nDraft 2:\nhey, it's me.\ncan't come. sorry.\nDraft 3:\n"
        "hey, i wanted to tell you early.\n[Your name]",
        "[1] One line:\ncan't come, sorry\n[2] Three lines:\nhey, it's me.\ncan't come. sorry.\n"
        "[3]\n> hey, i wanted to tell you early.\n[end] tell me if that fits",
    ],
)
def test_three_drafts_are_found_in_every_form_a_model_gives_them(text: str) -> None:
    assert shown(text) == GOOD
    assert is_enough(GOOD)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "I'm so sorry you can't come. How does that feel?",
        "Sure! Tell your sister that you can't come.",
        "[2]\nno first\n[3]\nnone",
        "[end]\n[1]\nlate",
    ],
)
def test_another_form_holds_no_draft(text: str) -> None:
    assert shown(text) == ()


def test_what_is_too_long_or_said_twice_or_empty_is_no_draft() -> None:
    assert shown(form("x " * MOST[0], *GOOD[1:])) == GOOD[1:]
    assert shown(form("hi there", "hi there", "...")) == ("hi there",)
    assert alone("a line\n" * 30) == ()


def test_the_first_stands_on_one_line_and_no_other_has_empty_lines_that_say_nothing() -> None:
    drafts = shown(form("hey\n\nsorry", "a\n\n\n\nb\n\n", "c"))
    assert drafts == ("hey sorry", "a\n\nb", "c")


# -- only form -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("draft", "typed"),
    [
        ("**can't** come, __sorry__", "can't come, sorry"),
        ("# can't come", "can't come"),
        ("```\ncan't come\n```\n```py", "can't come\n\npy"),
        ("can't come <@123> <b>sorry</b>", "can't come sorry"),
        ("@everyone can't come, @Nel", "everyone can't come, Nel"),
        ("can't come 😢🙏🏽", "can't come"),
        ("can't\u202e come\u200b, sorry\x00", "can't come, sorry"),
        ("⟦can't come⟧", "can't come"),
        ("Love,\n[Your Name]", "Love,"),
        ("i can't come on [day]", "i can't come on [day]"),
        ("![x](y)[sorry](z)", "sorry"),
        ("-# can't come", "can't come"),
    ],
)
def test_markup_mentions_pictures_and_empty_fields_become_what_somebody_types(
    draft: str, typed: str
) -> None:
    assert alone(draft) == (typed,)


def test_what_the_person_writes_themselves_stays() -> None:
    own = Wanted(
        "help me text @nel **now** 😢 that it's at 18:30, 0171 2345678, see nel.example.org"
    )
    draft = "@nel **now** 😢 18:30, 0171 2345678, see nel.example.org"
    assert alone(draft, own) == (draft,)


# -- what it says --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "draft",
    [
        "can't come, see https://evil.example/x",
        "can't come, see www.evil.example",
        "can't come, see evil.com",
        "write me at ada@evil.com",
        "can't come, call me at 0171 2345678",
        "call me at +44 20 7946 0958",
        "can't come, the train is at 18:30",
        "i have 1500 reasons",
        "you'll regret this",
        "come or else.",
        "das wirst du noch bereuen",
        "I want to kill myself tonight",
        "I will kill you",
        "as an AI, i can't come",
        "ich bin eine KI",
        "Attune says i can't come",
        "this draft says i can't come",
        "es tut mir leid, dass ich nicht zu dir kommen kann, ich bin noch bei der Arbeit",
    ],
)
def test_what_is_not_the_persons_or_harms_is_in_no_draft(draft: str) -> None:
    assert alone(draft) == ()


@pytest.mark.parametrize(
    "draft",
    [
        "i love you and i miss you",
        "you were brilliant yesterday. can we talk?",
        "it hurt me a lot and i'm still angry",
        "i can't come, let me know if that's ok",
        "2 of us can't come",
    ],
)
def test_the_voice_is_the_persons_who_may_feel_praise_and_ask(draft: str) -> None:
    assert alone(draft) == (draft,)


def test_a_language_that_is_not_known_or_asked_for_otherwise_rules_none_out() -> None:
    german = "es tut mir leid, dass ich nicht zu dir kommen kann, ich bin noch bei der Arbeit"
    assert alone(german, Wanted("my oma: that i can't come")) == (german,)


def test_the_bot_is_named_only_by_who_named_it() -> None:
    own = Wanted("help me tell my sister that Attune helps me")
    assert alone("attune helps me", own) == ("attune helps me",)
    assert alone("attunement helps me", Wanted("x")) == ("attunement helps me",)


def test_after_a_life_seemed_at_risk_no_draft_names_a_means_or_keeps_a_secret() -> None:
    grave = Wanted("my sister", is_grave=True)
    for draft in ("a lethal dose is around ten pills", "please, this stays between us"):
        assert alone(draft, grave) == ()
        assert alone(draft, Wanted("my sister")) == (draft,)


def test_set_words_of_a_program_are_known_as_such() -> None:
    assert joined([Draft("a"), Draft("b", is_written=True)]) == Draft("ab", is_written=True)
    assert joined([]) == Draft("")


def test_no_word_of_a_person_stands_in_a_repr() -> None:
    assert "sister" not in repr(ASKED)
    assert note_of("my sister", "") == "my sister"
    assert note_of("my sister", "that i am late") == "my sister: that i am late"


@given(st.text(max_size=400), st.text(max_size=60))
def test_whatever_a_model_writes_no_block_is_closed_and_nobody_is_called(
    text: str, asked: str
) -> None:
    for piece in shown(form(text, text, text), Wanted(asked)):
        assert "```" not in piece
        assert "\x00" not in piece
        if "@" not in asked:
            assert "@everyone" not in piece
