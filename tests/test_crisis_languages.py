"""The plainest words in ten other languages, and what is no wish in them."""

import pytest

from bot.crisis.signs.languages import LANGUAGES, SIGNS, in_other_languages
from bot.crisis.tiers import Tier, tier

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


def test_ten_languages_are_named_and_each_has_both() -> None:
    assert len(set(LANGUAGES)) == 10
    assert len(SIGNS) == 20
    assert in_other_languages("where can i buy bread") == ()
