"""No telephone number of a model's is ever shown, however it is written or cut."""

from itertools import pairwise

import pytest

from bot.governor.context import Context
from bot.governor.filter import Governed
from bot.governor.rules import telephone
from bot.levels import Level
from bot.strings import ENGLISH
from bot.words import Draft
from tests.in_english import in_english

NOTHING = in_english("I had a long day", Level.WARM)
BEFORE, AFTER = "The lease ends in May.", "Bring the form."


def shown(text: str, context: Context = NOTHING, cut: int = 0) -> str:
    """Gives what is seen of a reply that comes in two pieces, the first judged while idle too."""
    it = Governed(1, context=context)
    it.begin_again()
    said = ""
    for start, end in pairwise((0, cut, len(text))):
        said += "".join(each.text for each in it.feed(Draft(text[start:end])))
        said += "".join(each.text for each in it.flush())
    return said + "".join(each.text for each in it.end())


# Whom to call stays in these, without the number (tests/test_governor_languages.py).
BECOME_WORDS = (
    "Llama al 112.",
    "Ruf die 112 an.",
    "Chiama il 112.",
    "Позвони 112.",
    "112'yi arayın.",
    "112番に電話して。",
)


@pytest.mark.parametrize("level", Level)
@pytest.mark.parametrize("text", telephone.RULES[0].examples.must_fire, ids=lambda _: None)
def test_no_number_is_shown_at_any_level(text: str, level: Level) -> None:
    context = in_english("I had a long day", level)
    assert shown(f"{BEFORE} {text} {AFTER}", context) == f"{BEFORE} {AFTER}"
    assert shown(f"{BEFORE} {text} {AFTER}", in_english("hm", level, crisis="episode")) == (
        f"{BEFORE} {AFTER}"
    )


@pytest.mark.parametrize(
    "text",
    [
        "Ring 113 now.",
        "Dial ９８８.",
        "Call 9-8-8!",
        "Call nine-eight-eight.",
        "Text “HELLO” to 85258.",
        "Call (800) 273-8255.",
        "SMS: sms:+4915123456789.",
        "Message them on WhatsApp: +49 151 2345678.",
        "The number to call is 0800 111 0 111.",
        "Their hotline, 13 11 14, is free.",
        "Phone 01 45 39 40 00.",
        "- **Lifeline:** 988",
        "Llama al 112.",
        "Appelle le 3114.",
        "Ruf die 112 an.",
        "Liga 188.",
        "Chiama il 112.",
        "Bel 113.",
        "Zadzwoń pod 116 123.",
        "Позвони 112.",
        "112'yi arayın.",
        "112番に電話して。",
        "Call 988 at any time.",
        "You can call 988 today.",
        "Text 988 when you can.",
        "Call 9 1 1 please.",
        "Please reach out to 988.",
        "Reach 988 by phone.",
        "988, that's the line.",
        "Nine-eight-eight is the number you want.",
        "988 is available around the clock.",
        "988 is there for you.",
        "The 988 line is open.",
        "- **988**: Suicide & Crisis Lifeline",
        "- **US**: 988",
        "UK – 116 123",
        "Emergency: 112",
        "988 (call or text)",
        "Childline is on 0800 1111.",
        "Send HOLA to 741741.",
        "Dial 9·8·8.",
        "Call `988`.",
        "(020) 7946 0958",
        "It is 1-800-GET-HELP.",
        "Call 1-800 RESPECT.",
        "My number is 5550109999.",
    ],
    ids=lambda _: None,
)
def test_no_way_of_writing_hides_one(text: str) -> None:
    seen = shown(f"{BEFORE} {text}")
    assert seen.startswith(BEFORE)
    assert seen == BEFORE or text in BECOME_WORDS
    assert not any(map(str.isdigit, seen))


@pytest.mark.parametrize("cut", range(1, 40))
def test_no_cut_of_the_stream_lets_one_through(cut: int) -> None:
    text = f"{BEFORE} Call +1 555 010 9999 tonight. {AFTER}"
    assert shown(text, cut=cut) == f"{BEFORE} {AFTER}"


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Call the lifeline. 988.", "Call the lifeline."),
        ("Call nine. Eight. Eight.", "Call nine. Eight."),
        ("The number is 116. 123.", "The number is 116."),
        ("Dial:\n- 9\n- 8\n- 8", "Dial:\n- 9\n- 8"),
    ],
)
def test_a_number_over_several_sentences_is_never_whole(text: str, left: str) -> None:
    assert shown(text) == left


@pytest.mark.parametrize("text", telephone.RULES[0].examples.must_not_fire, ids=lambda _: None)
def test_years_prices_times_versions_and_orders_stay(text: str) -> None:
    assert shown(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "Press 9, then 8, then 8.",
        "Press nine, then eight, then eight.",
        "Press 9, press 8, press 8.",
        "Dial 9, followed by two eights.",
        "Push the digits 9, 8 and 8.",
        "The number is nine, eight, and eight.",
        "Dial a nine, an eight and another eight.",
        "Press 988.",
        "Call nine double eight.",
        "Ring treble nine.",
        "Call nine hundred eighty-eight.",
        "Call nine hundred and eighty-eight now.",
        "Dial nine eighty-eight.",
        "Dial nine eleven.",
        "Call one hundred twelve.",
        "Nine hundred eighty-eight is the lifeline.",
        "Text HOME to seven forty-one seven forty-one.",
        "The line is one-eight-hundred 273 8255.",
        "Dial CMLXXXVIII.",
        "CMXI is the emergency number.",
        "988",
        "988.",
        "Try 988.",
        "988, any time.",
        "There is 988 if you need it.",
        "988: always open.",
        "Just 116 123.",
        "See 988lifeline.org.",
        "Visit www.988lifeline.org/chat for help.",
        "Go to https://988lifeline.org",
        "See call988.org.",
        "There is https://example.org/741741 too.",
        "Call 9|8|8.",
    ],
    ids=lambda _: None,
)
def test_no_words_no_keys_no_roman_letters_and_no_host_hide_one(text: str) -> None:
    assert shown(f"{BEFORE} {text}") == BEFORE


@pytest.mark.parametrize(
    ("said", "text"),
    [
        ("what is 8 times 14", "112."),
        ("what is 1000 minus 12", "988."),
        ("how many calories", "988."),
        ("which bus goes there", "988."),
        ("how far is it", "911 km."),
        ("hm", "Take bus 988 from the station."),
        ("hm", "Add 1, then 1, then 2 spoons of flour."),
        ("hm", "The scores were 9, then 8, then 8."),
        ("hm", "Steps 1, 2 and 3 come first."),
        ("hm", "Press 1, then 2 for sales."),
        ("hm", "It cost nine hundred eighty-eight dollars."),
        ("hm", "Nine eighty-eight a night is steep."),
        ("hm", "Since nine eleven much has changed."),
        ("hm", "The building has one hundred and twelve rooms."),
        ("hm", "Read chapter CXII of the book."),
        ("hm", "See porsche911.com for parts."),
        ("hm", "The server is at 10.0.0.112."),
        ("hm", "ISBN 978-0-14-044913-6 is the one."),
        ("hm", "Version 9.8.8 is out."),
        ("hm", "Breathe in four, hold seven, out eight."),
        ("hm", "Her house number is 112."),
        ("hm", "Ring the bell at number 112."),
        ("hm", "Her flat is number 999."),
        ("hm", "Reach 999 points and you win."),
        ("hm", "USA: 112 medals in all."),
        ("hm", "Episode 112 is available now."),
        ("hm", "The 112 line is late again."),
    ],
    ids=lambda _: None,
)
def test_a_sum_a_bus_a_recipe_and_a_price_stay(said: str, text: str) -> None:
    assert shown(text, in_english(said)) == text


def test_of_what_the_person_wrote_only_a_published_number_is_said_back() -> None:
    own = in_english("my number is 0471 12 34 56, and they gave me 988 at school")
    assert shown("So: call 0471 12 34 56.", own) == ENGLISH.replies.no_numbers
    assert shown("Call 988, as they said.", own) == "Call 988, as they said."
    assert shown("Call 116 123, as they said.", own) == ENGLISH.replies.no_numbers


@pytest.mark.parametrize(
    ("said", "text"),
    [
        ("my order is 44712231, what number do I give them?", "Give them 44712231."),
        ("my order is 44712231, should I phone them", "Call them and quote 44712231."),
        ("what number is on my ticket 5551234?", "It is 5551234."),
        ("I read 4471 on the box", "Call it 4471."),
        ("it cost me 988", "988 is a lot."),
    ],
    ids=lambda _: None,
)
def test_what_the_person_wrote_of_a_thing_is_no_telephone_number(said: str, text: str) -> None:
    assert shown(text, in_english(said)) == text


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("they gave me 988 at school", "Call 988, as they said."),
        ("they gave me 555-010-9999 at school", "I stay with you."),
    ],
)
def test_where_a_life_is_at_risk_only_a_published_one_is_said_back(said: str, left: str) -> None:
    number = said.split()[3]
    context = in_english(f"I want to die. {said}", crisis="acute")
    text = f"Call {number}, as they said."
    assert shown(text if left == text else f"I stay with you. {text}", context) == left


@pytest.mark.parametrize("text", ["If he starts, call {}.", "Dial {} now, then lock the door."])
def test_an_emergency_number_becomes_words_and_the_advice_stays(text: str) -> None:
    scared = in_english("someone is following me on the street right now")
    for number in ("112", "911", "999 or 112", "911 or 112"):
        left = text.format("your local emergency number")
        assert shown(text.format(number), scared) == left


def test_no_second_number_is_left_where_the_first_becomes_words() -> None:
    for text in ("Call 112 or 911 at once.", "Call 911 at once, or 116 123."):
        assert not any(mark.isdigit() for mark in shown(f"{BEFORE} {text}"))


@pytest.mark.parametrize(
    "text", ["988", "988 it is.", "Just 9-8-8.", "- **988**", "It's 0 8 0 0 1 1 1 1.", "555-0123"]
)
def test_where_a_life_is_at_risk_no_bare_number_stands(text: str) -> None:
    danger = in_english("hm", crisis="elevated")
    assert not any(mark.isdigit() for mark in shown(f"I am here. {text}", danger))


def test_asked_for_a_number_it_gives_none_and_says_why() -> None:
    asks = in_english("what's the suicide hotline number in the us?")
    assert shown("It's 988.", asks) == ENGLISH.replies.no_numbers
    assert shown("988", asks) == ENGLISH.replies.no_numbers


def test_in_code_a_number_stands_and_not_where_a_life_is_at_risk() -> None:
    code = "```\nPHONE = '+1 555 010 9999'\n```\n"
    assert shown(code) == code
    assert shown("Use `+1 555 010 9999` in the test.") == "Use `+1 555 010 9999` in the test."
    danger = in_english("hm", crisis="episode")
    assert "555" not in shown(code, danger)
    assert "988" not in shown("I stay. Call `988`.", danger)
