"""The plainest words in ten other languages, and what is no wish in them."""

from pathlib import Path

import pytest

from bot.crisis.signs import What
from bot.crisis.signs.languages import CODES, LANGUAGES, SIGNS, in_other_languages, language_of
from bot.crisis.tiers import Tier, stated, tier

WORDS = Path(__file__).parent / "words"
HEARD = {"concern": (Tier.CONCERN, Tier.ACUTE), "none": (Tier.NONE, Tier.NONE)}
LEAST = {"acute": Tier.ACUTE, "elevated": Tier.ELEVATED, "none": Tier.NONE}

ACUTE = """
quiero matarme | voy a suicidarme | je veux me tuer | je vais en finir | ich will mich umbringen
ich bringe mich um | quero me matar | vou tirar minha vida | voglio uccidermi | sto per ammazzarmi
ik ga zelfmoord plegen | ik wil er een eind aan maken | chcę się zabić | zabiję się
я хочу убить себя | хочу покончить с собой | kendimi öldürmek istiyorum | intihar edeceğim
自殺したい | 首を吊りたい
"""
ELEVATED = """
ya no quiero vivir | me quiero morir | je veux mourir | je ne veux plus vivre | Ich will sterben.
ich will nicht mehr leben | quero morrer | não quero mais viver | voglio morire
non voglio più vivere | ik wil dood | ik wil niet meer leven | chcę umrzeć | nie chcę już żyć
хочу умереть | я не хочу жить | ölmek istiyorum | artık yaşamak istemiyorum | 死にたい
"""
NOTHING = """
me quiero morir de risa | no quiero morir | no quiero vivir en Madrid | je veux mourir de rire
je ne veux pas mourir | ich will nicht mehr leben wie meine Eltern | ich will sterben vor Lachen
não quero morrer | quero morrer de rir | non voglio morire | voglio morire dal ridere
ik wil niet dood | nie chcę umrzeć | не хочу умереть | хочу умереть от смеха | 死にたくない
ich will mich vor Langeweile umbringen | ich will mich in Elden Ring umbringen um zu respawnen
ich werde mich für dieses Examen noch umbringen müssen
ik wil voorkomen dat mensen zelfmoord plegen | ik wil weten hoe mensen zelfmoord plegen
voglio farla finita e cambiare lavoro | kendimi işe öldüreceğim
el quiere matar el proceso | "je veux mourir" est une chanson | quiero matar el tiempo
"""


def each(text: str) -> list[str]:
    return [one.strip() for line in text.strip().splitlines() for one in line.split(" | ")]


@pytest.mark.parametrize("text", each(ACUTE), ids=lambda _: None)
def test_a_plain_intent_is_acute(text: str) -> None:
    assert tier(text) is Tier.ACUTE


@pytest.mark.parametrize("text", each(ELEVATED), ids=lambda _: None)
def test_a_plain_wish_is_elevated(text: str) -> None:
    assert tier(text) is Tier.ELEVATED


@pytest.mark.parametrize("text", each(NOTHING), ids=lambda _: None)
def test_a_denial_an_idiom_and_a_quotation_are_nothing(text: str) -> None:
    assert tier(text) is Tier.NONE


def rows(name: str) -> list[list[str]]:
    return [line.split("\t") for line in (WORDS / name).read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize("language", LANGUAGES)
def test_somebody_near_who_wants_to_die_is_heard_and_near_misses_are_not(language: str) -> None:
    own = [(told, text) for told, each, text in rows("others_elsewhere.tsv") if each == language]
    assert len(own) >= 9
    wrong = [text for told, text in own if not HEARD[told][0] <= tier(text) <= HEARD[told][1]]
    assert wrong == []


# Lines of two other writers, who saw no pattern: of ten of each language's own and of another's,
# how many are heard at least (one a language, and none, before the patterns read any order).
TWO = {
    "German": (10, 9), "Spanish": (10, 9), "French": (9, 10), "Portuguese": (9, 10),
    "Italian": (9, 9), "Dutch": (10, 8), "Polish": (9, 8), "Russian": (9, 8),
    "Turkish": (9, 8), "Japanese": (9, 8),
}  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
def test_lines_of_two_other_writers_are_heard_and_none_of_their_near_misses(language: str) -> None:
    told = [
        (group, stated(text).verdict.tier)
        for code, group, text in rows("elsewhere_two_writers.tsv")
        if code == CODES[language]
    ]
    of = {group: [tier for each, tier in told if each == group] for group, _ in told}
    heard = [sum(one >= Tier.ELEVATED for one in of["own"])]
    heard += [sum(one >= Tier.CONCERN for one in of["other"])]
    assert [len(of[group]) for group in ("own", "other", "own_not", "other_not")] == [
        10,
        10,
        12,
        12,
    ]
    assert (heard[0] >= TWO[language][0], heard[1] >= TWO[language][1]) == (True, True)
    assert [one for one in of["own_not"] if one >= Tier.ELEVATED] == []
    assert [one for one in of["other_not"] if one >= Tier.CONCERN] == []


def test_lines_that_the_patterns_writer_tried_on_them_are_read_no_worse_than_they_were() -> None:
    told = [
        (group, stated(text).verdict.tier) for _, group, text in rows("elsewhere_same_hand.tsv")
    ]
    alarms = {group: [tier for each, tier in told if each == group] for group, _ in told}
    assert sum(one >= Tier.ELEVATED for one in alarms["own"]) >= 199  # of 204
    assert sum(one is Tier.CONCERN for one in alarms["other"]) >= 82  # of 83
    assert sum(one >= Tier.ELEVATED for one in alarms["own_not"]) <= 3  # of 123
    assert sum(one >= Tier.CONCERN for one in alarms["other_not"]) == 0  # of 74


@pytest.mark.parametrize("language", LANGUAGES)
def test_chat_without_accents_is_read_and_its_near_misses_are_not(language: str) -> None:
    own = [(LEAST[told], text) for told, each, text in rows("elsewhere.tsv") if each == language]
    assert len(own) == 10
    assert [text for least, text in own if tier(text) is not least] == []


def test_lines_written_apart_are_read_no_worse_than_they_were() -> None:
    apart = rows("elsewhere_held_out.tsv")
    guilty = [text for told, _, text in apart if told != "none"]
    innocent = [text for told, _, text in apart if told == "none"]
    assert sum(tier(text) >= Tier.ELEVATED for text in guilty) == 30  # of 30; 20, 18 and 10 before
    assert sum(tier(text) >= Tier.ELEVATED for text in innocent) == 0  # of 20; 1 and 3 before


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_verb_is_heard_with_words_between_its_parts_and_not_where_they_deny_it(
    language: str,
) -> None:
    own = [(told, text) for told, each, text in rows("between.tsv") if each == language]
    near = [text for told, text in own if told == "none"]
    assert (len(own), len(near)) >= (20, 10)
    assert [text for told, text in own if told != "none" and tier(text) < LEAST[told]] == []
    assert [text for text in near if tier(text) > Tier.CONCERN] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_violence_threats_plans_and_means_are_heard_and_what_only_sounds_so_is_not(
    language: str,
) -> None:
    own = [(told, text) for told, each, text in rows("mortal.tsv") if each == language]
    near = [text for told, text in own if told == "none"]
    assert (len(own), len(near)) == (60, 40)
    assert [text for told, text in own if told != "none" and tier(text) is not Tier.ACUTE] == []
    assert [text for text in near if tier(text) > Tier.CONCERN] == []


@pytest.mark.parametrize("what", [What.VIOLENCE, What.THREAT, What.PLAN, What.MEANS])
def test_each_of_the_four_is_told_from_the_others(what: What) -> None:
    for language in LANGUAGES:
        own = [text for told, each, text in rows("mortal.tsv") if (told, each) == (what, language)]
        heard = [stated(text).verdict for text in own]
        assert {one.language for one in heard} == {language}
        assert sum(one.what is what for one in heard) >= 4  # of 5; a plan may name its end


def test_lines_written_after_these_patterns_are_heard_and_their_near_misses_are_not() -> None:
    apart = rows("mortal_apart.tsv")
    heard = [(told == "acute", tier(text) is Tier.ACUTE) for told, _, text in apart]
    assert [one for one in heard if one[0] != one[1]] == []


@pytest.mark.parametrize(
    "text",
    each(
        "er schlägt mich jeden tag. im film ist das anders | no es una historia: mi marido me pega"
        " cuando bebe | mijn man slaat me elke dag, hij speelt weer een spel met me | отец избивает"
        " меня каждый день, мне не до кино"
    ),
    ids=lambda _: None,
)
def test_a_story_beside_it_hides_no_violence(text: str) -> None:
    assert tier(text) is Tier.ACUTE


@pytest.mark.parametrize(
    "text",
    each(
        "im film schlägt mich der mann jeden abend | en la serie mi marido me pega cuando bebe"
        " | dans le jeu je vais poignarder mon patron | w grze chcę zadźgać szefa"
        " | 映画で彼氏に首を絞められた | oyunda onu bıçaklayacağım"
        ' | "ich habe vor meine frau zu töten" steht da | в игре я зарежу его'
    ),
    ids=lambda _: None,
)
def test_a_film_a_game_and_a_quotation_are_nobodys_danger(text: str) -> None:
    assert tier(text) is Tier.NONE


def test_poison_taken_is_answered_as_that() -> None:
    verdict = stated("bütün hapları içtim").verdict
    assert (verdict.what, verdict.language) == (What.TAKEN, "Turkish")


@pytest.mark.parametrize(
    "text",
    each("je vais en finir avec tout ça | me voy a matar de una vez"),
    ids=lambda _: None,
)
def test_an_idioms_first_words_silence_no_other_end(text: str) -> None:
    assert tier(text) is Tier.ACUTE


def test_ten_languages_are_named_and_each_has_both() -> None:
    assert len(set(LANGUAGES)) == 10
    assert len(SIGNS) == 130
    assert [language_of(sign) for sign in SIGNS] == [*LANGUAGES] * 13
    assert all(sign.name.startswith(language_of(sign).lower()) for sign in SIGNS)
    assert in_other_languages("where can i buy bread") == ()


@pytest.mark.parametrize(
    ("text", "least"),
    [
        ("ik wil dood dus zet het uit", Tier.ELEVATED),
        ("ik wil dood en niemand luistert", Tier.ELEVATED),
        ("ich will nicht mehr leben also lass mich", Tier.ELEVATED),
        ("no quiero vivir así que déjame", Tier.ELEVATED),
        ("ik wil dood hout uit de tuin halen", Tier.NONE),
        ("no quiero vivir y trabajar en la misma calle", Tier.NONE),
        ("ich will nicht mehr leben wie ein student", Tier.NONE),
    ],
)
def test_what_goes_on_after_a_wish_does_not_hide_it(text: str, least: Tier) -> None:
    assert stated(text).verdict.tier == least
