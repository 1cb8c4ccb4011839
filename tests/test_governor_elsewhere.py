"""That something was done, said in another language than English."""

import pytest

from bot.governor.elsewhere import ASKS_FOR_WORDS, DONE
from bot.governor.rules.changes import claims_change
from bot.text.plain import plain
from tests.in_english import in_english


@pytest.mark.parametrize(
    "text",
    [
        "Ya está apagado.",
        "Tes messages ont été effacés.",
        "Deine Daten wurden gelöscht.",
        "Tudo foi apagado.",
        "È stato cancellato.",
        "Dit is nu uitgezet.",
        "Wszystko zostało usunięte.",
        "Всё удалено.",
        "Silindi.",
        "削除しました。",
    ],
    ids=lambda _: None,
)
def test_a_claim_is_read_in_each_language(text: str) -> None:
    assert DONE.search(plain(text))


@pytest.mark.parametrize(
    "text",
    [
        "El horno está apagado.",
        "Le vol a été annulé.",
        "Der Ofen ist ausgeschaltet.",
        "A luz foi apagada.",
        "Il volo è stato cancellato.",
        "De verwarming is uitgeschakeld.",
        "Światło jest wyłączone.",
    ],
    ids=lambda _: None,
)
def test_what_is_said_of_a_thing_is_no_claim(text: str) -> None:
    assert not DONE.search(plain(text))


def test_who_asks_for_words_is_given_them() -> None:
    said = "schreib eine Nachricht an meinen Chef"
    assert ASKS_FOR_WORDS.search(said)
    assert not claims_change(plain("Ich habe alles gelöscht."), in_english(said), ())
    assert claims_change(plain("Ich habe alles gelöscht."), in_english("hallo"), ())
