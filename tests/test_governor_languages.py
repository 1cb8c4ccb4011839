"""What the governor holds a reply to in every language that is offered, and by which words."""

from pathlib import Path

import pytest

from bot.governor.check import found
from bot.governor.context import Context
from bot.governor.filter import Governed
from bot.governor.joints import half_elsewhere
from bot.governor.languages import FAMILIES, entry_finds, finds, words_for, words_of
from bot.governor.rules.tongue import SAID
from bot.lexicon import is_written
from bot.lexicon.load import raw
from bot.strings import ENGLISH
from bot.text.plain import plain
from bot.whole_messages import LANGUAGES
from bot.words import Draft
from tests.in_english import in_english

ELEVEN = ("en", *LANGUAGES)
ROWS = [
    tuple(line.split("\t"))
    for line in (Path(__file__).parent / "words" / "eleven.tsv").read_text("utf-8").splitlines()
]
LEFT_OUT = ("number", "human", "body", "feeling", "artefact")
WRITTEN = [(family, code) for family in FAMILIES for code in LANGUAGES if words_of(family, code)]


def shown(text: str, code: str, *, budget: int = 2, most: int | None = None) -> str:
    """Gives what is seen of a second draft to somebody who writes in a language."""
    it = Governed(budget, most=most, context=in_english(SAID[code]))
    it.begin_again()
    return "".join(one.text for one in (*it.feed(Draft(text)), *it.end()))


def rows(kind: str) -> list[tuple[str, str]]:
    return [(code, text) for each, code, text in ROWS if each == kind]


def test_every_language_has_a_sentence_of_each_kind() -> None:
    for kind in ("questions", "length", *LEFT_OUT, "stays"):
        assert {code for code, _ in rows(kind)} == set(ELEVEN)


@pytest.mark.parametrize("kind", LEFT_OUT)
def test_it_is_left_out_in_every_language(kind: str) -> None:
    assert [(code, text) for code, text in rows(kind) if text in shown(text, code)] == []


def test_what_only_looks_like_it_stays_in_every_language() -> None:
    assert [(code, text) for code, text in rows("stays") if shown(text, code) != text] == []


@pytest.mark.parametrize("code", ELEVEN)
def test_the_question_beyond_the_budget_is_left_out_in_every_language(code: str) -> None:
    text = dict(rows("questions"))[code]
    first = shown(text, code, budget=1)
    assert text.startswith(first)
    assert 0 < len(first) < len(text)
    assert shown(text, code, budget=2) == text


@pytest.mark.parametrize("code", ELEVEN)
def test_a_reply_is_no_longer_than_it_may_be_in_every_language(code: str) -> None:
    text = dict(rows("length"))[code]
    one, two = (shown(text, code, most=most) for most in (1, 2))
    assert text.startswith(two)
    assert two.startswith(one)
    assert 0 < len(one) < len(two) < len(text)


# -- flattery, hooks and boilerplate -------------------------------------------------------------


@pytest.mark.parametrize(("family", "code"), WRITTEN)
def test_each_example_of_a_language_is_found_in_a_talk_in_it_and_no_twin(
    family: str, code: str
) -> None:
    entries = [one for one in raw(f"{code}/governor/{family}")["entry"] if one.get("group")]
    said = in_english(SAID[code])
    examples = [text for one in entries for text in one["examples"]]
    twins = [text for one in entries for text in one["twins"]]
    assert [text for text in examples if found(text, said) is None] == []
    assert [text for text in twins if found(text, said) is not None] == []


@pytest.mark.parametrize(("family", "code"), WRITTEN)
def test_a_language_is_read_where_somebody_talks_in_it_and_not_in_english(
    family: str, code: str
) -> None:
    sentence = plain(raw(f"{code}/governor/{family}")["entry"][1]["examples"][0])
    words = words_for(family, sentence, in_english(SAID[code]))
    assert words is words_of(family, code)
    assert words_for(family, sentence, in_english(SAID["en"])) is None


def test_a_denial_saves_its_own_clause_alone() -> None:
    said = in_english(SAID["de"])
    assert found("Ich bin nicht dein Freund.", said) is None
    assert found("Ich bin nicht weit weg, ich bin immer für dich da.", said) is not None


def test_a_family_without_a_file_or_an_entry_reads_nothing() -> None:
    assert words_of("flattery", "uk") is None
    assert words_for("flattery", "яка чудова думка!", in_english(SAID["uk"])) is None
    german = words_of("hooks", "de")
    assert german is not None
    assert not finds(german, "no_such_group", "ich bin immer für dich da.")
    assert not entry_finds(german, "no_such_entry", "ich bin immer für dich da.")


def test_who_writes_too_little_to_tell_is_read_by_the_words_of_the_reply() -> None:
    praise = "Das ist eine tolle Frage!"
    seen = found(praise, in_english("ok"))
    assert seen is not None
    assert seen.rule == "flattery-elsewhere"


def test_praise_that_names_its_reason_stays_in_another_language_too() -> None:
    named = "Das war eine kluge Entscheidung, weil die Bank um zwölf schließt und du sonst zahlst."
    assert found(named, in_english(SAID["de"])) is None
    assert found("Das war eine kluge Entscheidung!", in_english(SAID["de"])) is not None


def test_boilerplate_of_another_language_stays_where_a_life_may_be_at_risk() -> None:
    sentence = "Scheue dich nicht, Hilfe anzunehmen."
    assert found(sentence, in_english(SAID["de"])) is not None
    assert found(sentence, in_english(SAID["de"], crisis="acute")) is None


def test_who_asks_for_words_or_what_it_is_is_answered() -> None:
    asked = in_english("schreib mir bitte eine karte für meine freundin, die ich sehr mag")
    assert found("Du bist ein Genie.", asked) is None
    as_an_ai = "Als KI kann ich dazu keine Meinung haben."
    assert found(as_an_ai, in_english(SAID["de"])) is not None
    assert found(as_an_ai, in_english("hast du eigentlich gefühle oder bist du eine ki")) is None


@pytest.mark.parametrize(
    "code", [code for code in LANGUAGES if is_written(f"{code}/governor/hooks")]
)
def test_a_language_has_sixty_entries_at_least(code: str) -> None:
    files = [words_of(family, code) for family in FAMILIES]
    grouped = [one for words in files if words is not None for one in words.entries if one.group]
    assert len(grouped) >= 60


# -- halves --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Tut mir leid, das zu hören, aber sag es ihr heute.", "Sag es ihr heute."),
        ("Ich bin immer für dich da: sag es ihr heute.", "Sag es ihr heute."),
        ("Sag ihr heute ab, und ich bin immer für dich da.", "Sag ihr heute ab."),
        ("Sag ihr heute ab – ich bin immer für dich da.", "Sag ihr heute ab."),
    ],
)
def test_the_good_half_of_a_sentence_stays(text: str, left: str) -> None:
    assert shown(text, "de") == left


@pytest.mark.parametrize(
    ("code", "text", "left"),
    [
        ("es", "zaz, pero llama hoy a Ana.", "Llama hoy a Ana."),
        ("fr", "zaz, mais appelle Anne ce soir.", "Appelle Anne ce soir."),
        ("pt", "zaz, mas liga hoje para ela.", "Liga hoje para ela."),
        ("it", "zaz, ma chiamala questa sera.", "Chiamala questa sera."),
        ("it", "zaz, ma chiamala.", ""),
        ("nl", "zaz, maar bel haar vanavond nog.", "Bel haar vanavond nog."),
        ("pl", "zaz, ale zadzwoń do niej dziś.", "Zadzwoń do niej dziś."),
        ("tr", "zaz, ama onu bu akşam ara.", "Onu bu akşam ara."),
        ("ru", "zaz, но позвони ей сегодня.", "Позвони ей сегодня."),
        ("ja", "zazですが、今夜電話してください。", "今夜電話してください。"),
        ("de", "Sag (ihr, aber zaz) heute ab.", ""),
        ("de", "Ruf jetzt sofort deine Schwester an.", ""),
        ("uk", "zaz, але зателефонуй їй сьогодні.", ""),
    ],
)
def test_a_sentence_is_cut_in_two_only_where_each_half_can_stand(
    code: str, text: str, left: str
) -> None:
    cut = half_elsewhere(text, code, lambda words: "az" in words)
    assert (cut[1] if cut is not None else "") == left


# -- a number of emergencies ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("code", "text", "left"),
    [
        ("de", "Ruf sofort die 112 an.", "Ruf sofort den Notruf an."),
        ("es", "Llama ya al 112.", "Llama ya a emergencias."),
        ("fr", "Appelle vite le 112.", "Appelle vite les secours."),
        ("pt", "Liga já para o 112.", "Liga já para a emergência."),
        ("it", "Chiama subito il 112.", "Chiama subito il numero di emergenza."),
        ("nl", "Bel meteen 112.", "Bel meteen het alarmnummer."),
        ("pl", "Zadzwoń od razu pod 112.", "Zadzwoń od razu na numer alarmowy."),
        ("tr", "112'yi hemen ara.", "acil yardım hattını hemen ara."),
        ("ru", "Позвони сейчас по 112.", "Позвони сейчас в экстренную службу."),
        ("ja", "すぐ119に電話してください。", "すぐ緊急通報の番号に電話してください。"),
    ],
)
def test_a_number_of_emergencies_becomes_words_and_whom_to_call_stays(
    code: str, text: str, left: str
) -> None:
    assert shown(text, code) == left


def test_chinese_characters_alone_are_japanese_of_who_reads_japanese() -> None:
    assert Context("不安", strings=ENGLISH).language == "zh"
    assert Context("不安", strings=ENGLISH.to("ja")).language == "ja"
    assert Context("我今天很累", strings=ENGLISH.to("de")).language == "zh"
