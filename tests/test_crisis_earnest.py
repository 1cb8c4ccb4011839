"""What takes a sign back in ten other languages, and that a denial hides no wish beside it."""

from collections import Counter

import pytest

from bot.crisis.bands import SUPPORT, banded
from bot.crisis.scores import Scores
from bot.crisis.signs import Who
from bot.crisis.signs.earnest import around_of
from bot.crisis.signs.languages import CODES, in_other_languages
from bot.crisis.tiers import Stated, Tier, Verdict, stated, tier
from bot.lexicon import lexicon
from bot.lexicon.entries import Lexicon
from tests.test_crisis_languages import LEAST, each, rows

SECRET = """
niemand weiß, dass ich mich umbringen will | nadie sabe que quiero matarme
personne ne sait que je veux me tuer | nessuno sa che voglio uccidermi
ninguém sabe que eu quero me matar | niemand weet dat ik mezelf wil ophangen
nikt nie wie, że chcę się zabić | никто не знает, что я хочу убить себя
kimse bilmiyor, kendimi öldürmek istiyorum | 誰も知らないけど今夜自殺するつもり
"""
BESIDE = """
ich will mich nicht umbringen. aber ich häng mich heute auf
nie gesagt dass ich sterben will, aber ich häng mich auf
no quiero suicidarme, pero me voy a ahorcar | je ne veux pas me tuer mais je vais me pendre
non voglio uccidermi ma stasera mi ammazzo | não quero me matar mas vou me enforcar
ik wil mezelf niet ophangen, maar ik ga zelfmoord plegen | nie chcę się zabić, ale się powieszę
не хочу умирать, но я повешусь | intihar etmek istemiyorum ama kendimi asacağım
自殺したいわけじゃない。でも今夜死ぬつもり
"""
BEREFT = """
ohne dich will ich sterben | es geht mir nicht gut ich will mich umbringen
wenn du gehst bring ich mich um
er sagt ich bin wertlos, ich will mich umbringen | si te vas me mato hoy | sin ti quiero morir
me dijo que no valgo nada, quiero morirme | ça va pas je veux mourir | sans toi je veux mourir
si elle me quitte, je vais me pendre | senza di te voglio morire | non ce la faccio voglio morire
se você for embora vou me matar | minha mãe morreu, eu queria morrer
meu sonho acabou, quero morrer
ik kan niet meer ik wil dood | zonder jou wil ik dood | jeśli odejdziesz, zabiję się
brat mnie bije, chcę umrzeć | если ты уйдешь я повешусь | муж ушел, я решила убить себя
sen gidersen kendimi asarım | hiç yaşamak istemiyorum | 死にたいな。 | 日本の社会が嫌で死にたい
友達もいないし死にたい | 母が死んだ。私も死にたい
"""
QUOTED = """
mi hermana me dijo "quiero morir" | ma sœur a dit : « je veux mourir »
mia sorella ha scritto "voglio ammazzarmi"
meine schwester hat gesagt "ich will sterben" | siostra napisała: "chcę się zabić"
сестра написала: «я хочу умереть»
mijn zus appte "ik wil dood" | minha irmã disse "vou me matar"
"""
NOBODYS = """
"je veux mourir" est une chanson | mi hermana canta "quiero morir"
ich sagte "ich will sterben"
mein bruder sagt "ich will kuchen" | nel film mia sorella ha detto "voglio morire"
"""
DENIED = """
ich hab nie gesagt dass ich mich umbringen will | nunca dije que quiero matarme
je n'ai jamais dit que je veux me tuer | non ho mai detto che voglio uccidermi
eu nunca disse que quero me matar | ik heb nooit gezegd dat ik mezelf wil ophangen
nigdy nie powiedziałam, że chcę się zabić | я никогда не говорил, что хочу убить себя
kendimi öldürmek istiyorum demedim | 自殺するつもりはない | 死にたいわけじゃない
"""
ANOTHERS = """
meine schwester schreibt mir: ich will sterben | mi hermana dijo: quiero morir
ma sœur a dit : je veux mourir | mia sorella ha detto: voglio morire
minha irmã disse: quero morrer | mijn zus appte me: ik wil dood
moja siostra napisała, że chce się zabić | сестра написала: хочу умереть
ablam ölmek istiyorum diyor | 友達が死にたいと言っている
"""


@pytest.mark.parametrize("text", each(SECRET), ids=lambda _: None)
def test_a_wish_that_nobody_knows_of_is_no_denial(text: str) -> None:
    assert tier(text) >= Tier.ELEVATED


@pytest.mark.parametrize("text", each(BESIDE), ids=lambda _: None)
def test_a_denial_hides_no_wish_in_the_same_message(text: str) -> None:
    assert tier(text) is Tier.ACUTE


@pytest.mark.parametrize("text", each(QUOTED), ids=lambda _: None)
def test_what_somebody_near_is_quoted_with_is_a_concern_for_them(text: str) -> None:
    verdict = stated(text).verdict
    assert (verdict.tier, verdict.who) == (Tier.CONCERN, Who.ANOTHER)


@pytest.mark.parametrize("text", each(NOBODYS), ids=lambda _: None)
def test_a_quotation_that_nobody_near_says_of_themselves_is_nothing(text: str) -> None:
    assert tier(text) is Tier.NONE


@pytest.mark.parametrize("text", each(BEREFT), ids=lambda _: None)
def test_a_condition_a_loss_and_what_others_say_hide_no_wish(text: str) -> None:
    assert stated(text).verdict.who is Who.SELF
    assert tier(text) >= Tier.ELEVATED


@pytest.mark.parametrize("text", each(DENIED), ids=lambda _: None)
def test_what_was_never_said_or_is_not_meant_is_nothing(text: str) -> None:
    assert tier(text) is Tier.NONE


@pytest.mark.parametrize("text", each(ANOTHERS), ids=lambda _: None)
def test_what_somebody_else_says_of_themselves_is_no_wish_of_ones_own(text: str) -> None:
    verdict = stated(text).verdict
    assert verdict.tier in (Tier.NONE, Tier.CONCERN)
    assert verdict.who is not Who.SELF


def test_what_was_said_to_somebody_near_stays_ones_own() -> None:
    assert tier("友達に死にたいと言った") is Tier.ELEVATED
    assert tier("powiedziałam siostrze, że chcę się zabić") is Tier.ACUTE


@pytest.mark.parametrize("code", CODES.values())
def test_a_file_says_all_that_may_stand_around_a_sign(code: str) -> None:
    around = around_of(lexicon(f"{code}/dying"))
    assert around.somebody.search("") is None
    with pytest.raises(KeyError, match="no entry"):
        around_of(Lexicon("en/planted"))


def test_a_story_in_one_sentence_hides_no_wish_in_the_next() -> None:
    assert in_other_languages("im film war das anders. ich will mich erhängen")
    assert not in_other_languages("ich will mich im letzten film erhängen")


def test_a_dream_a_game_a_debt_and_what_was_said_hide_no_wish_beside_them() -> None:
    wishes = rows("wishes_beside.tsv")
    assert min(Counter(code for _, code, *_ in wishes).values()) >= 12
    silenced = [text for least, *_, text in wishes if tier(text) < LEAST[least]]
    assert silenced == []


@pytest.mark.parametrize(
    ("text", "is_back"),
    [
        ("en el juego voy a matarme", True),
        ("meine schwester schreibt mir: ich will sterben", True),
        ("ich hab nie gesagt dass ich mich umbringen will", False),
        ("ich will mich umbringen", False),
        ("自殺するつもりはない", False),
        ("guten morgen", False),
    ],
)
def test_a_wish_that_a_story_or_anothers_words_took_back_is_known(text: str, is_back: bool) -> None:
    assert stated(text).is_taken_back is is_back


def test_a_wish_taken_back_is_asked_about_where_the_classifier_bears_it_out() -> None:
    back = Stated(scores=Scores(SUPPORT), is_taken_back=True)
    found = banded(Verdict(), [back])
    assert (found.tier, found.who, found.is_unsure) == (Tier.NONE, Who.SELF, True)
    quiet = Stated(scores=Scores(SUPPORT - 0.01), is_taken_back=True)
    assert not banded(Verdict(), [quiet]).is_unsure
    assert not banded(Verdict(), [Stated(scores=Scores(SUPPORT))]).is_unsure
