"""What it is: asked in twenty languages, told whatever a model says, and never denied."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.governor.filter import Governed
from bot.governor.identity import admitted, claimed, question
from bot.governor.identity.languages import LANGUAGES
from bot.governor.identity.question import language_of_asking
from bot.governor.rules import claims
from bot.lexicon import lexicon
from bot.strings import ENGLISH
from bot.text.plain import plain
from bot.words import Draft
from tests.in_english import in_english

IS_AI_IN = {code: ENGLISH.is_ai_in(code) for code in ENGLISH.spoken}


WORDS = Path(__file__).parent / "words"


def lines(name: str, *, innocent: bool) -> Iterator[tuple[str, str]]:
    """Gives language and line; what is innocent stands under a heading that says so."""
    language, is_innocent = "", False
    for line in (WORDS / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("# "):
            language, _, no = line.removeprefix("# ").partition(" ")
            is_innocent = bool(no)
        elif line and is_innocent is innocent:
            yield language, line


def asks(name: str) -> list[tuple[str, str]]:
    return list(lines(name, innocent=False))


def shown(user: str, reply: str) -> str:
    it = Governed(1, context=in_english(user))
    it.begin_again()
    return "".join(one.text for one in (*it.feed(Draft(reply)), *it.end()))


# -- asked -------------------------------------------------------------------------------------


def test_it_is_heard_in_every_language_there_is_a_line_for() -> None:
    told = {language for language, _ in asks("asks_if_ai")}
    assert told | {"hi-Latn"} == set(IS_AI_IN)
    assert all(sum(one == language for one, _ in asks("asks_if_ai")) >= 12 for language in told)


@pytest.mark.parametrize("name", ["asks_if_ai", "asks_if_ai_held_out"])
def test_who_asks_is_heard_in_their_own_language(name: str) -> None:
    heard = [(language, language_of_asking(plain(line))) for language, line in asks(name)]
    assert [one for one in heard if one[1] == ""] == []
    # Hindi and Urdu in Latin letters are one.
    assert [one for one in heard if one[1] not in (one[0], "hi-Latn")] == []


@pytest.mark.parametrize("name", ["asks_if_ai", "asks_if_ai_held_out"])
def test_what_only_sounds_like_asking_is_not(name: str) -> None:
    assert [one for one in lines(name, innocent=True) if language_of_asking(plain(one[1]))] == []


@pytest.mark.parametrize(
    "text",
    [
        "Are yоu humаn?",
        "ＡＲＥ ＹＯＵ ＨＵＭＡＮ？",
        "are you hu\u200bman",
        "*Are you human?*",
    ],
)
def test_dress_hides_no_question(text: str) -> None:
    assert language_of_asking(plain(text)) == "en"


# -- claimed -----------------------------------------------------------------------------------


def is_claimed(line: str) -> bool:
    return claims.is_human(plain(line), in_english("hm"), ())


def test_no_sentence_says_that_a_person_speaks() -> None:
    assert [one for one in lines("says_human", innocent=False) if not is_claimed(one[1])] == []


def test_what_is_true_of_it_or_of_somebody_else_may_be_said() -> None:
    assert [one for one in lines("says_human", innocent=True) if is_claimed(one[1])] == []


@pytest.mark.parametrize("language", sorted(IS_AI_IN))
def test_the_fixed_line_says_it_and_claims_nothing(language: str) -> None:
    assert claimed.says_ai(plain(IS_AI_IN[language]))
    assert not is_claimed(IS_AI_IN[language])


# -- told --------------------------------------------------------------------------------------

LIES = [one for one in lines("says_human", innocent=False) if one[0] != "en"]
ASKS = dict(reversed(asks("asks_if_ai"))) | {"hi-Latn": "kya tum insaan ho?"}


@pytest.mark.parametrize(("language", "lie"), LIES, ids=lambda _: None)
def test_asked_it_tells_the_truth_whatever_the_model_says(language: str, lie: str) -> None:
    assert shown(ASKS[language], lie).strip() == IS_AI_IN[language]


@pytest.mark.parametrize("language", sorted(IS_AI_IN))
def test_silence_on_it_is_no_answer_and_the_truth_is_told_once(language: str) -> None:
    assert shown(ASKS[language], IS_AI_IN[language]).strip() == IS_AI_IN[language]


@pytest.mark.parametrize(
    ("user", "reply", "left"),
    [
        ("are you human?", "Yes.", ENGLISH.identity.is_ai),
        ("are you human?", "Yes, of course! Why?", f"Why?\n\n{ENGLISH.identity.is_ai}"),
        ("are you a bot?", "No, haha.", ENGLISH.identity.is_ai),
        ("are you a bot?", "Yes, I'm an AI.", "Yes, I'm an AI."),
        ("so who am I talking to, a person?", "Yeah, I'm Anna, 27.", ENGLISH.identity.is_ai),
        ("da kann doch kein Computer sitzen", "Doch, ja klar.", IS_AI_IN["de"]),
        ("bist du echt", "Na klar. Worum geht es?", f"Worum geht es?\n\n{IS_AI_IN['de']}"),
        ("¿eres humano?", "Sí, claro.", IS_AI_IN["es"]),
        ("你是真人吗", "是的，当然。", IS_AI_IN["zh"]),
        ("हेलो, क्या तुम इंसान हो?", "हाँ।", IS_AI_IN["hi"]),
    ],
    ids=lambda _: None,
)
def test_a_bare_answer_is_none(user: str, reply: str, left: str) -> None:
    assert shown(user, reply).strip() == left


def test_every_pattern_of_every_language_is_read() -> None:
    files = {name: lexicon(f"{name}/governor/identity").group("asked") for name in LANGUAGES}
    assert list(question.ASKED) == [(name, one) for name, each in files.items() for one in each]
    assert set(files) == set(IS_AI_IN)


@pytest.mark.parametrize(
    ("said", "is_said"),
    [
        ("Yes, it runs on software.", False),
        ("My friend is an AI.", False),
        ("A bot answers there too.", False),
        ("An AI could not say this.", False),
        ("He is not a person.", False),
        ("You are not a person to give up.", False),
        ("Oui, j'utilise une IA.", False),
        ("Sí, uso una IA.", False),
        ("Ja, ik gebruik een AI.", False),
        ("Ja, ich habe ein Programm.", False),
        ("Tak, zajmuję się sztuczną inteligencją.", False),
        ("Да, я ии изучаю.", False),
        ("You're talking to a program, no human.", True),
        ("No, just a program.", True),
        ("As an AI, I have no body.", True),
        ("Ja, ich bin ein AI.", True),
        ("Soy una IA.", True),
        ("Je suis une IA.", True),
        ("Sono un'IA.", True),
        ("Я - искусственный интеллект.", True),
        ("我是人工智能。", True),
        ("私はAIです。", True),
        ("I cannot answer that here, without a language model.", False),
        ("Yes, and I use a language model too.", False),
        ("No, I'm not an AI.", False),
        ("I love to read about AI.", False),
        ("Ich bin eine KI und ich bin ein Mensch.", False),
        ("An AI, you think? I'm not an AI.", False),
        ("I'm a chatbot.", True),
        ("I am just a program that writes.", True),
        ("I'm software through and through.", True),
        ("I'm not a real person and never was.", True),
        ("You're talking with an AI.", True),
    ],
    ids=lambda _: None,
)
def test_only_what_it_says_of_itself_says_what_it_is(said: str, is_said: bool) -> None:
    assert claimed.says_ai(plain(said)) == is_said


@pytest.mark.parametrize(
    ("asked", "said", "language"),
    [
        ("Bist du ein Mensch?", "Ja, ich bin ein AI.", "de"),
        ("Are you human?", "Yes, I'm an AI.", "en"),
        ("¿Eres humano?", "Sí, soy una IA.", "es"),
        ("Es-tu humain ?", "Oui, je suis une IA.", "fr"),
        ("Сколько тебе лет? Ты человек?", "Да, я ИИ.", "ru"),
    ],
    ids=lambda _: None,
)
def test_no_yes_to_the_wrong_question_stands_before_the_truth(
    asked: str, said: str, language: str
) -> None:
    assert shown(asked, said).strip() == IS_AI_IN[language]


@pytest.mark.parametrize(
    "asked", ["Are you an AI?", "Are you a human or a bot?", "Bist du eine KI?"], ids=lambda _: None
)
def test_a_yes_to_whoever_asks_if_it_is_an_ai_stands(asked: str) -> None:
    said = "Ja, ich bin eine KI." if asked.startswith("Bist") else "Yes, I'm an AI."
    assert shown(asked, said).strip() == said


def test_a_yes_is_wrong_only_where_nothing_but_a_person_was_asked_for() -> None:
    yes = plain("Yes, I'm an AI.")
    assert admitted.agrees_to_human(yes, plain("Are you human?"))
    assert not admitted.agrees_to_human(yes, plain("Are you a machine?"))
    assert not admitted.agrees_to_human(plain("I'm an AI."), plain("Are you human?"))


def test_of_a_very_long_text_its_beginning_and_its_end_are_read() -> None:
    long = "so we spoke of the shed and of the rain for a while, " * 60
    for read, said in (
        (language_of_asking, "are you human?"),
        (claimed.says_human, "ich bin ein mensch."),
        (claimed.says_ai, "i'm an ai called attune."),
    ):
        assert read(f"{said} {long}")
        assert read(f"{long} {said}")
        assert not read(f"{long} {said} {long}")
