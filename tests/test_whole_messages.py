"""Whole messages of the ten other languages: what their tables say is read, and nothing else."""

import json
from pathlib import Path

import pytest

from bot.age import says_under_18
from bot.commands import in_words
from bot.commands.values import Command, SetLevel, Stop, WantStance
from bot.levels import Level, Stance
from bot.lexicon import lexicon
from bot.repair.words import Correction, correction_in_words
from bot.rupture import Rupture
from bot.strings.load import offered
from bot.whole_messages import LANGUAGES, Said, said_age, said_first, said_whole
from bot.whole_messages.lines import Line, Values, heads, lines_of, values_in
from bot.whole_messages.reading import LONGEST
from bot.whole_messages.tables import Language, ages, by_head, tables, written
from bot.withdrawal.fillers import fillers_of

WORDS = Path(__file__).parent / "words"
IRC = Path(__file__).parents[2] / "shared" / "evaldata" / "messages_irc.jsonl"
VALUES: Values = {
    "{age}": {"15": 15, "fünfzehn": 15},
    "{level}": {"warm": Level.WARM, "eingestimmt": Level.ATTUNED},
}
LINES = {
    "listen": ("hör -|mir -|einfach|nur zu", "keine_ratschläge hör_einfach_zu"),
    "stop": ("stopp|halt",),
    "under_18": ("ich bin -|erst {age} -|jahre_alt",),
    "down": ("nur|zurück_zu {level}",),
    "cold": ("du klingst -|so|sehr kalt|wie_ein_automat", "zu kalt"),
    "too_long": ("zu lang",),
    "missed_the_point": ("du verstehst -|mich nicht",),
}


def line_of(written: str, values: Values, gap: str) -> Line:
    """Gives one line."""
    return lines_of((written,), values, gap)[0]


def german() -> Language:
    """Gives a small table of a language."""
    every = [(what, line_of(line, VALUES, " ")) for what, lines in LINES.items() for line in lines]
    fillers = fillers_of(("bitte|nein|hey|ok|kannst_du",))
    return Language("de", " ", by_head(every), fillers, frozenset(("und", "aber")))


@pytest.fixture
def one_table(monkeypatch: pytest.MonkeyPatch) -> None:
    """Has every message read by one small table."""
    one = german()
    first = frozenset((*one.lines, *one.fillers.first))
    monkeypatch.setattr("bot.whole_messages.reading.tables", lambda: (one,))
    monkeypatch.setattr("bot.whole_messages.reading.first_words", lambda: first)


# -- lines -------------------------------------------------------------------------------------


@pytest.mark.parametrize("clause", ["a", "a c", "b", "b c"])
def test_a_line_is_every_choice_of_its_slots_and_no_less(clause: str) -> None:
    line = line_of("a|b -|c", {}, " ")
    assert values_in(line, clause) == (None,)
    assert not values_in(line, f"{clause} d")
    assert not values_in(line, clause[1:])


@pytest.mark.parametrize("clause", ["mecoutes", "un po piu", "un poi"])
def test_what_ends_in_an_apostrophe_may_be_written_together_with_what_follows(clause: str) -> None:
    line = line_of("m'|un_po' écoutes|più|i", {}, " ")
    assert values_in(line, clause) == (None,)
    assert clause.partition(" ")[0] in heads(line)


def test_japanese_is_compared_without_blanks() -> None:
    line = line_of("ただ|少し 聞いて -|ください", {}, "")
    assert values_in(line, "ただ聞いてください") == (None,)
    assert heads(line) == {"た", "少"}


def test_what_stands_around_in_japanese_is_read_too() -> None:
    assert said_whole("お願いします、ただ聞いて") == Said("listen")


def test_a_number_or_a_level_in_a_phrase_is_given() -> None:
    assert values_in(line_of("ich_bin {age} -|jahre", VALUES, " "), "ich bin funfzehn jahre") == (
        15,
    )
    assert values_in(line_of("nur {level}", VALUES, " "), "nur warm") == (Level.WARM,)


def test_every_numeral_below_that_of_an_adult_is_an_age() -> None:
    read = ages(lexicon("en/age"))
    assert read == {str(age): age for age in range(5, 18)}


# -- messages ----------------------------------------------------------------------------------


@pytest.mark.usefixtures("one_table")
@pytest.mark.parametrize(
    ("text", "means"),
    [
        ("Hör einfach zu.", WantStance(Stance.LISTEN)),
        ("hor mir nur zu bitte", WantStance(Stance.LISTEN)),
        ("Keine Ratschläge, hör einfach zu!", WantStance(Stance.LISTEN)),
        ("kannst du mir bitte zuhören", None),
        ("Kannst du mir zuhören?", None),
        ("Hey, stopp", Stop()),
        ("stopp?", None),
        ("Zurück zu warm, bitte", SetLevel(Level.WARM)),
        ("nur eingestimmt", SetLevel(Level.ATTUNED)),
        ("hör einfach zu, wenn er redet", None),
        ("er sagt: hör einfach zu", None),
        ("stopp. nur warm", None),
        ("ich bin 15", None),
        ("", None),
    ],
)
def test_a_command_is_a_whole_message(text: str, means: Command | None) -> None:
    assert in_words(text) == means


@pytest.mark.usefixtures("one_table")
@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Zu lang.", Correction(Rupture.TOO_LONG, has_more=False)),
        ("Du klingst so kalt!", Correction(Rupture.COLD, has_more=False)),
        ("Nein. Zu lang, bitte.", Correction(Rupture.TOO_LONG, has_more=False)),
        ("Zu lang. Was ist mit der Miete?", Correction(Rupture.TOO_LONG, has_more=True)),
        ("Zu lang. Bitte.", Correction(Rupture.TOO_LONG, has_more=False)),
        ("du verstehst mich nicht?", Correction(Rupture.MISSED_THE_POINT, has_more=False)),
        ("zu kalt, zu kalt", Correction(Rupture.COLD, has_more=False)),
        ("Die Schlange war zu lang.", None),
        ("Zu lang, sagt der Chef.", None),
        ("Er kam spät. Zu lang.", None),
        ("zu lang?", None),
        ("zu lang, zu kalt", None),
        ('"Du klingst kalt"', None),
        ("> zu lang\nstimmt das", None),
        ("hör einfach zu", None),
    ],
)
def test_a_complaint_is_a_first_sentence_that_says_nothing_else(
    text: str, found: Correction | None
) -> None:
    assert correction_in_words(text) == found


@pytest.mark.parametrize(
    ("complaint", "denied"),
    [
        ("suenas a robot", "no suenas a robot"),
        ("pareces un robot", "ya no pareces un robot"),
        ("te equivocaste", "no te equivocaste"),
        ("pareces um robô", "não pareces um robô"),
        ("brzmisz jak robot", "nie brzmisz jak robot"),
    ],
)
def test_a_no_before_a_complaint_denies_it_and_with_a_comma_it_does_not(
    complaint: str, denied: str
) -> None:
    no = denied.removesuffix(complaint).split()[-1]
    assert correction_in_words(complaint) is not None
    assert correction_in_words(f"{no}, {complaint}") == correction_in_words(complaint)
    assert correction_in_words(denied) is None


@pytest.mark.usefixtures("one_table")
@pytest.mark.parametrize(
    "text",
    [
        "Ich bin 15",
        "ich bin erst fünfzehn, hilf mir",
        "Hey, ich bin 15 und allein",
        "ich bin 15 und weiß nicht " + "mehr " * LONGEST,
        "Hilf. Ich bin 15",
    ],
)
def test_an_age_below_18_is_read_where_a_sentence_begins(text: str) -> None:
    assert said_age(text) == 15
    assert says_under_18(text)


@pytest.mark.parametrize(
    "text", ["aber ich bin 15", "ama 15 yaşındayım", "но мне 15", "ma ho 15 anni", "ale mam 15 lat"]
)
def test_an_age_is_read_after_a_word_that_joins_it_to_what_was_said_before(text: str) -> None:
    assert says_under_18(text)
    assert not says_under_18(text.replace("15", "51"))


@pytest.mark.usefixtures("one_table")
@pytest.mark.parametrize(
    "text",
    [
        "ich bin 18",
        "ich bin 15 minuten zu spät",
        "ich bin 15,5 km gelaufen",
        "meine schwester ist 15",
        "aber meine schwester ist 15",
        "sie sagt: ich bin 15",
        '"ich bin 15", sagt sie',
        "als ich 15 war",
        "fünfzehn",
    ],
)
def test_other_numbers_and_other_peoples_are_no_age(text: str) -> None:
    assert said_age(text) is None
    assert not says_under_18(text)


@pytest.mark.usefixtures("one_table")
def test_what_is_long_says_nothing_and_what_follows_is_only_more() -> None:
    long = "zu lang " + "und mehr " * LONGEST
    assert said_whole(long) is None
    assert said_first(long) is None
    assert said_first(f"zu lang. {long}") == (Said("too_long"), True)


# -- the tables that are written -----------------------------------------------------------------


def test_every_kind_of_complaint_and_every_stance_has_its_phrases_in_every_language() -> None:
    kinds = {kind.replace(" ", "_") for kind in Rupture}
    asked = {"stop", "under_18", "down", "reach", "reach_anyone", *Stance, *kinds}
    for code in written():
        assert set(lexicon(f"{code}/plain_words").phrases) == asked
        assert {15, 16, 17} <= set(ages(lexicon(f"{code}/plain_words")).values())


def test_every_language_that_is_offered_has_its_table() -> None:
    assert {"en", *written()} >= {*offered()}
    assert written() == LANGUAGES


def test_a_language_that_nobody_has_written_is_read_by_nobody() -> None:
    assert {one.code for one in tables()} == set(written()) <= set(LANGUAGES)


def test_who_asks_what_it_is_complains_of_nothing() -> None:
    asked = (WORDS / "asks_if_ai.txt", WORDS / "asks_if_ai_held_out.txt")
    lines = [line for path in asked for line in path.read_text(encoding="utf-8").splitlines()]
    assert [line for line in lines if said_first(line.rpartition("\t")[2])] == []


def test_no_table_reads_ordinary_talk_of_another_language() -> None:
    rows = map(json.loads, IRC.read_text(encoding="utf-8").splitlines())
    texts = [*(str(row["text"]) for row in rows)]
    texts += (WORDS / "innocent.txt").read_text(encoding="utf-8").splitlines()
    read = {text for text in texts if said_whole(text) or said_first(text) or said_age(text)}
    assert {text.strip('"') for text in read} <= {"stop"}
