"""Leaving in plain words: what withdraws, what is asked about, what is ordinary talk."""

import subprocess
import sys
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from bot.crisis.signs.languages import LANGUAGES as OF_THE_CRISIS_FLOOR
from bot.lexicon.load import raw
from bot.strings import ENGLISH
from bot.withdrawal import Found, Wish, asks_off, wish_in
from bot.withdrawal.beside import EACH_END, wish_beside
from bot.withdrawal.languages import LANGUAGES
from bot.withdrawal.meant import may_be_of_life
from bot.withdrawal.off_question import READ as READ_OF_A_REPLY
from bot.withdrawal.reading import MOST
from bot.withdrawal.within import EACH_END as PARTS
from bot.withdrawal.within import wish_within
from bot.withdrawal.words import clauses, spelled_out
from tests.leaving import STAYS, WANTS_OUT

WORDS = Path(__file__).parent / "words"


def wish(text: str) -> Wish | None:
    found = wish_in(text)
    return found.wish if found is not None else None


def test_who_wants_out_is_heard_and_ordinary_talk_is_left_alone() -> None:
    unheard = [place for place, text in enumerate(WANTS_OUT) if wish_in(text) is None]
    misheard = [place for place, text in enumerate(STAYS) if wish_in(text) is not None]
    assert len(unheard) <= len(WANTS_OUT) // 20
    assert len(misheard) <= len(STAYS) // 50


@pytest.mark.parametrize(
    "text",
    ["off", "OFF!!!", "off 🙏", "ＯＦＦ", "off\u200b", "o\u200bf\u200df", "оff", "off please",
     "hey attune, off please", "nah, turn it off", "actually off", "mach aus", "zet uit",
     "please turn it off", "turn this off", "stop this", "ok, off. thanks", "off off"],
)  # fmt: skip
def test_a_clear_wish_is_clear_however_it_is_typed(text: str) -> None:
    assert wish(text) is Wish.BARE


@pytest.mark.parametrize(
    "text",
    ["opt out", "i withdraw my consent", "I don\u2019t consent", "I don't consent", "attune off",
     "!attune off", "Back to plain.", "withdraw consent",
     "go back to normal mode", "I withdraw my consent. This is too much for me."],
)  # fmt: skip
def test_what_can_mean_nothing_else_is_sure(text: str) -> None:
    assert wish(text) is Wish.STRONG


@pytest.mark.parametrize(
    "text",
    ["I want out", "delete my data", "forget me", "shut up", "stop messaging me", "off?",
     "It is too much, turn it off", "Back to normal.", "I want to go back to normal",
     "wieder zurück zu normal", "volver a la normalidad", "stop being warm", "count me out"],
)  # fmt: skip
def test_what_only_looks_like_it_is_asked_about(text: str) -> None:
    assert wish(text) is Wish.UNSURE


def goodbyes() -> list[str]:
    every = (WORDS / "goodbyes.txt").read_text(encoding="utf-8").splitlines()
    return [*every, "I'm leaving now", "I'm leaving", "leaving now", "heading out", "I'm out",
            "I'm out, see you", "ok I'm leaving then", "ich bin raus", "ich bin dann mal raus",
            "me salgo", "me voy", "je m'en vais", "je pars", "me ne vado"]  # fmt: skip


def test_a_goodbye_is_no_wish_to_have_it_off() -> None:
    heard = [text for text in goodbyes() if wish_in(text) or wish_beside(text)]
    assert heard == []


@pytest.mark.parametrize(
    "text",
    ["I'm leaving Attune", "I'm leaving this", "I'm out of this", "I want to leave", "log out",
     "me salgo de aquí", "je m'en vais de là"],
)  # fmt: skip
def test_going_from_the_program_itself_is_still_asked_about(text: str) -> None:
    assert wish(text) is Wish.UNSURE


@pytest.mark.parametrize(
    "text",
    ["", "🙏", "on", "the lights are off", "I'm off to bed", "day off", "I just want to switch off",
     "apagado", "abends abschalten", '"I want out", he said, and left the room'],
)  # fmt: skip
def test_ordinary_talk_is_ordinary(text: str) -> None:
    assert wish(text) is None


def test_it_is_read_in_every_language_in_which_a_life_at_risk_is() -> None:
    assert tuple(words.language for words in LANGUAGES) == ("English", *OF_THE_CRISIS_FLOOR)
    assert {one for one in OF_THE_CRISIS_FLOOR if ENGLISH.leaving_in(one)} == {*OF_THE_CRISIS_FLOOR}
    heard = Counter(wish_in(text).language for text in WANTS_OUT if wish_in(text))  # type: ignore[union-attr]
    assert set(heard) == {words.language for words in LANGUAGES}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Widerrufe meine Einwilligung", Found(Wish.STRONG, "German")),
        ("éteins-toi s’il te plaît", Found(Wish.BARE, "French")),
        ("retiro o meu consentimento", Found(Wish.STRONG, "Portuguese")),
        ("ВЫКЛЮЧИ, пожалуйста", Found(Wish.BARE, "Russian")),
        ("データを消してください", Found(Wish.UNSURE, "Japanese", erases=True, leaves=False)),
    ],
)
def test_the_language_is_known_by_its_words(text: str, found: Found) -> None:
    assert wish_in(text) == replace(found, is_all=True)


def test_of_a_long_message_only_a_sure_wish_at_its_head_counts() -> None:
    rest = ". I had a long week and much to think about" * (MOST // 20)
    assert wish("I withdraw my consent" + rest) is Wish.STRONG
    assert wish("turn it off" + rest) is None
    assert wish("Well" + rest + ". I withdraw my consent") is None


def test_every_line_of_a_table_stands_for_phrases_that_are_heard() -> None:
    for words in LANGUAGES:
        for phrase in spelled_out((*words.bare, *words.strong, *words.unsure)):
            assert wish_in(phrase) is not None


def test_nothing_that_only_stands_around_a_wish_is_one() -> None:
    for words in LANGUAGES:
        assert [each for each in spelled_out(words.around) if wish_in(each)] == []


def test_a_text_falls_into_folded_clauses() -> None:
    assert clauses("Apágalo, ya. ¿Sí?") == (("apagalo", False), ("ya", False), ("si", True))


@pytest.mark.parametrize(
    "reply",
    ["Is the oven on or off?", "Is the stove still on? Check before you go.",
     "Did you switch it off or leave it on? I would check. Then sleep.",
     "Would you keep it or disable it?", "Right. Shall I turn it off?", "Is the lamp on?",
     "Say on or off.",
     "¿Está apagado?", "Ist er an oder aus?", "オフですか？",
     f"Is it off? 🙂\n\n{ENGLISH.replies.notice}"],
)  # fmt: skip
def test_what_off_would_answer_is_seen(reply: str) -> None:
    assert asks_off(reply, ENGLISH.foot_lines)


@pytest.mark.parametrize(
    "reply",
    ["", "Is it off? One. Two. Three.", "How did that feel?", "What's on your mind?",
     "It is off. Why does it matter?",
     "The lights went off in the storm.", "Is it off?" + " So it went on." * READ_OF_A_REPLY],
)  # fmt: skip
def test_what_off_would_not_answer_is_left_alone(reply: str) -> None:
    assert not asks_off(reply, ENGLISH.foot_lines)


@pytest.mark.parametrize("text", ["Nova, off", "nova off", "OFF, Nova.", "ok Nova, turn it off"])
def test_whatever_the_bot_is_called_here_stands_around_a_wish(text: str) -> None:
    found = wish_in(text, "Nova")
    assert found is not None
    assert found.wish > Wish.UNSURE
    assert wish_in(text.lower().replace("nova", "attune"), "Nova") == found


def test_turning_it_off_by_name_is_sure_and_a_name_is_a_whole_word() -> None:
    assert wish_in("turn Nova Nine off", "Nova Nine") == Found(Wish.STRONG, "English", is_all=True)
    assert wish_in("the supernova is off", "Nova") is None


def test_one_sentence_beside_others_is_read_by_itself() -> None:
    rest = "The day was long. "
    for text in ("turn it off", f"{rest}turn it off", f"turn it off. {rest}", f"hm - off\n{rest}"):
        assert wish_beside(text) == Found(Wish.BARE, "English")
    assert wish_beside(rest * EACH_END * 2 + "turn it off") == Found(Wish.BARE, "English")
    assert wish_beside(rest * EACH_END + "turn it off. " + rest * EACH_END) is None
    assert wish_beside(f'{rest}turn it off. "So" he said') == Found(Wish.UNSURE, "English")
    assert wish_beside(rest + "he turned it off. hands off") is None


def test_a_part_of_a_sentence_is_only_asked_about_and_read_at_both_ends() -> None:
    for text in ("it hurts so turn it off", "turn it off and let me be", "Nova, it hurts, off"):
        assert wish_within(text, "Nova") == Found(Wish.UNSURE, "English")
    assert wish_within("it comes on and off") is None
    assert wish_within("no, " * PARTS + "turn it off, " + "no, " * PARTS) is None


@pytest.mark.parametrize(
    ("text", "may_be"),
    [
        ("I want out", True), ("make it stop", True), ("end this", True), ("stop this", True),
        ("forget me", True), ("let me go", True), ("ich will raus", True), ("хватит", True),
        ("quiero salir", True), ("je veux partir", True), ("やめたい", True), ("yeter", True),
        ("turn it off", False), ("delete my data", False), ("stop messaging me", False),
        ("shut up", False), ("leave me alone", False), ("i withdraw my consent", False),
        ("mach es aus", False), ("lass mich in ruhe", False), ("borra mis datos", False),
        ("データを消して", False), ("удали мои данные", False), ("tais-toi", False),
    ],
    ids=lambda _: None,
)  # fmt: skip
def test_what_names_the_bot_or_its_data_is_never_of_a_life(text: str, may_be: bool) -> None:
    found = wish_in(text)
    assert found is not None
    assert found.may_be_of_life is may_be


def test_a_clear_phrase_may_be_of_a_life_only_where_it_ends_what_it_does_not_name() -> None:
    assert may_be_of_life("stop this", is_clear=True)
    assert not may_be_of_life("turn it off", is_clear=True)
    assert may_be_of_life("turn it off again", is_clear=False) is False


LEAST = {"bare": Wish.BARE, "strong": Wish.STRONG, "unsure": Wish.UNSURE, "erase": Wish.UNSURE}
OF_A_LANGUAGE = [
    f"{code}/withdrawal"
    for code in ["en", "es", "fr", "de", "pt", "it", "nl", "pl", "ru", "tr", "ja"]
]


@pytest.mark.parametrize("name", OF_A_LANGUAGE)
def test_each_example_is_heard_as_what_it_stands_under_and_no_twin_is(name: str) -> None:
    for phrases in (one for one in raw(name)["phrases"] if one["id"] in LEAST):
        examples, twins = phrases["examples"], phrases["twins"]
        assert [wish(each) for each in examples] == [LEAST[phrases["id"]]] * len(examples)
        assert [each for each in twins if wish_in(each) is not None] == []


def test_nothing_is_spelled_out_before_something_is_read() -> None:
    asked = (
        "from bot.withdrawal import reading, off_question, wish_in; "
        "tables = (reading._table, off_question._states); "
        "before = [one.cache_info().currsize for one in tables]; wish_in('hello'); "
        "print(before, reading._table.cache_info().currsize)"
    )
    found = subprocess.run([sys.executable, "-c", asked], capture_output=True, check=True)
    assert found.stdout.split() == b"[0, 0] 1".split()


@pytest.mark.parametrize(
    "text",
    ["turn it off and erase everything", "erase everything about me and turn it off",
     "lösch alles über mich und schalt dich aus", "borra todo y apágalo",
     "efface tout et éteins-toi", "cancella tutto e spegniti", "wis alles en zet het uit",
     "apaga tudo e desliga", "usuń wszystko i wyłącz się", "удали всё и выключись",
     "her şeyi sil ve kapat"],
    ids=lambda _: None,
)  # fmt: skip
def test_two_wishes_that_an_and_joins_are_heard_as_two(text: str) -> None:
    found = wish_in(text)
    assert found is not None
    assert (found.erases, found.leaves, found.wish > Wish.UNSURE) == (True, True, True)


@pytest.mark.parametrize(
    "text",
    ["turn it off and on again", "turn off the light and go to bed", "stop and think",
     "schalt das aus und wieder an", "I erased everything and turned it off"],
    ids=lambda _: None,
)  # fmt: skip
def test_one_wish_and_something_else_is_no_wish_by_an_and(text: str) -> None:
    assert wish_in(text) is None


def test_two_wishes_that_may_be_said_of_a_life_stay_what_may_be() -> None:
    found = wish_in("end this and let me go")
    assert found is not None
    assert found.may_be_of_life
