"""What whole messages ask to be held, in eleven languages, and what only looks like it."""

import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.holding import MOST_OF_A_LINE, Held
from bot.holding.orders import LONGEST, Asked, Order, asked_in, order_in, wording
from bot.lexicon import lexicon
from bot.reading import read
from bot.strings import ENGLISH, OFFERED
from bot.strings.strings import LANGUAGES
from tests.scene import says

DATA = Path(__file__).parents[2] / "shared" / "evaldata"
THREADS, MEMORY = Held.THREADS, Held.MEMORY


@pytest.mark.parametrize(
    ("text", "which", "words"),
    [
        ("hold this: the talk with Ben", THREADS, "the talk with Ben"),
        ("Please hold this thought:  a  boat ", THREADS, "a boat"),
        ("Remember: oat milk", MEMORY, "oat milk"),
        ("remember that I'm vegetarian", MEMORY, "I'm vegetarian"),
        ("Please remember that my sister is Nel.", MEMORY, "my sister is Nel."),
        ("call my sister Nel", MEMORY, "my sister Nel"),
        ("remember that my vet is Dr. Ito, on Mondays", MEMORY, "my vet is Dr. Ito, on Mondays"),
        ("bear in mind that my exam is in May", MEMORY, "my exam is in May"),
        ("halt das fest: das Gespräch mit Ben", THREADS, "das Gespräch mit Ben"),
        ("Merk dir, dass ich vegan bin", MEMORY, "ich vegan bin"),
        ("nenn meine Schwester Nel", MEMORY, "meine Schwester Nel"),
        ("guarda esto: la charla", THREADS, "la charla"),
        ("denk dran, dass ich vegan bin", MEMORY, "ich vegan bin"),
        ("Vergiss nicht, dass meine Schwester Nel heißt", MEMORY, "meine Schwester Nel heißt"),
        ("ten en cuenta que soy vegana", MEMORY, "soy vegana"),
        ("no olvides que trabajo de noche", MEMORY, "trabajo de noche"),
        ("recuerda que soy vegana", MEMORY, "soy vegana"),
        ("garde ça : l'entretien", THREADS, "l'entretien"),
        ("souviens-toi que je suis végane", MEMORY, "je suis végane"),
        ("Souviens-toi qu'il a dit qu'il part", MEMORY, "il a dit qu'il part"),
        ("garde en tête que je suis végane", MEMORY, "je suis végane"),
        ("N'oublie pas qu'elle s'appelle Nel", MEMORY, "elle s'appelle Nel"),
        ("retiens qu’elle s'appelle Nel", MEMORY, "elle s'appelle Nel"),
        ("guarda isto: a conversa", THREADS, "a conversa"),
        ("lembre-se de que sou vegana", MEMORY, "sou vegana"),
        ("tieni questo: il colloquio", THREADS, "il colloquio"),
        ("não esqueça que sou vegana", MEMORY, "sou vegana"),
        ("tieni presente che sono vegana", MEMORY, "sono vegana"),
        ("non dimenticare che lavoro di notte", MEMORY, "lavoro di notte"),
        ("ricordati che sono vegana", MEMORY, "sono vegana"),
        ("hou dit vast: het gesprek", THREADS, "het gesprek"),
        ("vergeet niet dat ik vegan ben", MEMORY, "ik vegan ben"),
        ("hou in gedachten dat mijn zus Nel heet", MEMORY, "mijn zus Nel heet"),
        ("onthoud dat ik vegan ben", MEMORY, "ik vegan ben"),
        ("zachowaj to: rozmowa", THREADS, "rozmowa"),
        ("zapamiętaj, że jestem weganką", MEMORY, "jestem weganką"),
        ("nie zapomnij, że jestem weganką", MEMORY, "jestem weganką"),
        ("не забудь, что я веган", MEMORY, "я веган"),
        ("имей в виду, что я работаю ночью", MEMORY, "я работаю ночью"),
        ("şunu aklında tut: görüşme", THREADS, "görüşme"),
        ("bunu hatırla: veganım", MEMORY, "veganım"),
        ("держи это: разговор", THREADS, "разговор"),
        ("запомни, что я веган", MEMORY, "я веган"),
        ("これを預かって：面接のこと", THREADS, "面接のこと"),
        ("覚えといて：肉は食べません", MEMORY, "肉は食べません"),
        ("忘れないでね：夜に働いています", MEMORY, "夜に働いています"),
        ("覚えておいて：肉は食べません", MEMORY, "肉は食べません"),
    ],
)
def test_a_message_that_begins_so_asks_for_its_words_to_be_held(
    text: str, which: Held, words: str
) -> None:
    order = order_in(text)
    assert order is not None
    assert order.which is which
    assert asked_in(text, order) == Asked(words)
    assert read(says(text)).order == order
    assert wording(which, text) == words
    assert wording(THREADS if which is MEMORY else MEMORY, text) == ""


@pytest.mark.parametrize(
    "text",
    [
        "remember that time?", "remember that scene where he cries", "remember that guy",
        "do you remember that I left", "I remember that my sister cried", "remember when we met",
        "remember that you are an AI", "remember that I said what?", "remember?", "remember:",
        "hold this for me while I look", "hold on: what?", "can you hold this: x",
        "hold this: what did I say?", "\"remember that I am here\"", "> remember that I left",
        "he said remember that I am late", "tell him to remember: milk", "`hold this: x`",
        "call my mom Friday", "call my mom later", "call my doctor now please", "call me Nel",
        "call my sister", "call my sister nel", "call my sister Nel Please Now",
        "appelle ma sœur Ana", "chiama mia sorella Ana", "retiens qu'est-ce que j'ai dit",
        "onthoud dat moment", "Merkst du, dass ich traurig bin", "merk dir, dass du nervst",
        "retiens que t'es une IA", "retiens que t’es une IA", "n'oublie pas que t'as tort",
        "ricordati che sei un'IA", "non dimenticare che sei un bot", "ricorda che hai torto",
        "recuerda que eres una IA", "no olvides que tienes límites", "lembra que és uma IA",
        "não esqueça que você é uma IA", "vergiss nicht, dass du eine KI bist",
        "denk dran, dass du nur ein Bot bist", "vergeet niet dat je een bot bent",
        "nie zapomnij, że jesteś AI", "pamiętaj, że masz limity", "не забудь, что ты ИИ",
        "помни, что тебе нельзя врать", "don't forget that you are an AI",
        "don't forget that he's only 23", "n'oublie pas de l'appeler",
        "vergiss nicht, Milch zu kaufen", "vergeet niet dat moment", "не забудь купить хлеб",
        "recuerdas que dije eso?", "", " ", ":", "x" * (LONGEST + 1),
        "remember that I " + "x" * LONGEST,
    ],
)  # fmt: skip
def test_a_recollection_a_question_a_quote_and_another_persons_words_ask_for_nothing(
    text: str,
) -> None:
    assert order_in(text) is None


def test_what_is_said_beside_an_order_is_no_part_of_it() -> None:
    for text, words in (
        ("remember that I'm vegetarian. What can I cook?", "I'm vegetarian."),
        ("hold this: the talk. I dread it.\nAnd what now", "the talk. I dread it."),
        ("remember that my sister is Nel\nhow do I tell her", "my sister is Nel"),
    ):
        order = order_in(text)
        assert order is not None
        assert asked_in(text, order) == Asked(words, has_more=True)


def test_too_many_words_are_no_wording_for_an_edit() -> None:
    assert wording(MEMORY, f"remember: {'x' * MOST_OF_A_LINE}")
    assert wording(MEMORY, f"remember: {'x' * (MOST_OF_A_LINE + 1)}") == ""


@given(st.text(max_size=200))
def test_whatever_is_written_is_read_without_a_fault(text: str) -> None:
    for said in (text, f"remember that I {text}", f"hold this: {text}", f"call my sister {text}"):
        order = order_in(said)
        assert order is None or isinstance(order, Order)
        if order is not None:
            assert asked_in(said, order).words


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_language_has_its_table(code: str) -> None:
    assert {"thread", "memory"} <= lexicon(f"{code}/holding").phrases.keys()


@pytest.mark.skipif(not DATA.is_dir(), reason="needs the developers' data")
@pytest.mark.parametrize("name", ["messages_irc", "messages_drift"])
def test_nobody_who_talks_to_others_asks_for_anything_to_be_held(name: str) -> None:
    lines = (DATA / f"{name}.jsonl").read_text("utf-8").splitlines()
    said = (one for line in lines for one in json.loads(line).values() if isinstance(one, str))
    assert [one for one in said if order_in(one) is not None] == []


@pytest.mark.parametrize("code", OFFERED)
def test_what_a_person_is_told_to_write_in_place_of_an_offered_line_holds_it(code: str) -> None:
    told = ENGLISH.to(code).holding.in_your_words
    (lead,) = re.findall("[“„«「] ?([^”“»」]+)…", told)
    text = f"{lead} the talk with Ben"
    assert wording(Held.THREADS, text) == "the talk with Ben"
