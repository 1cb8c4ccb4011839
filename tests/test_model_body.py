"""What the demonstration voice says of the body: care first, and a model only where asked."""

import pytest

from bot.levels import Level
from bot.model.voice import Voice
from bot.strings import ENGLISH
from bot.words import Brief

CODES = ("de", "es", "fr", "it", "ja", "nl", "pl", "pt", "ru", "tr")
LATER = Brief(Level.PLAIN, None, 1, 1)  # no first reply, which says what it is
CONNECTS = "attune setup"
ALARMS = {
    "de": ("hab so schmerzen in der brust", "der linke arm ist taub", "ich blute so stark"),
    "es": ("me duele el pecho", "tengo la mano izquierda dormida", "no para de sangrar"),
    "fr": ("j'ai mal à la poitrine", "mon bras gauche est engourdi", "je saigne beaucoup"),
    "it": ("mi fa male il petto", "ho il braccio sinistro intorpidito", "sanguino molto"),
    "ja": ("胸が圧迫される感じがする", "右手がしびれる", "血が止まらない", "呂律が回らない"),
    "nl": ("ik heb druk op mijn borst", "mijn linkerarm is verlamd", "ik bloed heel hevig"),
    "pl": ("boli mnie w klatce piersiowej", "drętwieje mi lewa ręka", "krwawię i nie wiem czemu"),
    "pt": ("dor forte no peito", "meu braço esquerdo está dormente", "não para de sangrar"),
    "ru": ("сильно болит в груди", "онемела правая рука", "рвёт кровью", "задыхаюсь"),
    "tr": ("göğsümde baskı var", "sol kolum uyuştu", "kan kusuyorum", "nefes alamıyorum"),
}
PAINS = {
    "es": ("me duelen las piernas desde hace meses", "tengo 39 de fiebre"),
    "it": ("mi fanno male le gambe da mesi",),
    "pl": ("boli mnie kolano już kilka tygodni",),
}
ASKED = {
    "de": "darf ich ibu und paracetamol zusammen nehmen?",
    "es": "me duele la espalda desde hace semanas, ¿es grave?",
    "fr": "je peux prendre du doliprane avec de l'alcool ?",
    "it": "posso prendere la tachipirina con il vino?",
    "ja": "ロキソニンとカロナール一緒に飲んでもいいですか",
    "nl": "mag ik ibuprofen met paracetamol nemen?",
    "pl": "ile apapu można dziennie",
    "pt": "posso tomar dipirona com cerveja?",
    "ru": "можно ли пить антибиотики с пивом",
    "tr": "ağrı kesici içsem olur mu",
}


@pytest.mark.parametrize("code", CODES)
def test_a_sign_of_danger_in_the_body_is_met_with_whom_to_ring_and_offers_no_model(
    code: str,
) -> None:
    voice = Voice(ENGLISH.to(code))
    for said in ALARMS[code]:
        assert (said, voice.heard(said).situation) == (said, "body_alarm")
        assert CONNECTS not in "".join(voice.written(LATER, said))


@pytest.mark.parametrize("code", PAINS)
def test_a_pain_that_is_told_and_not_asked_about_is_met_as_an_illness(code: str) -> None:
    voice = Voice(ENGLISH.to(code))
    for said in PAINS[code]:
        assert (said, voice.heard(said).situation) == (said, "illness_own")
        assert CONNECTS not in "".join(voice.written(LATER, said))


@pytest.mark.parametrize("code", CODES)
def test_a_question_about_medicine_is_sent_to_who_knows_and_says_what_would_answer(
    code: str,
) -> None:
    voice = Voice(ENGLISH.to(code))
    assert voice.heard(ASKED[code]).situation == "medical"
    assert CONNECTS in "".join(voice.written(LATER, ASKED[code]))
