"""Another language: a reply in another language than that of the person's words.

Only where both are sure (`bot/text/language.py`); not where they ask for words, or for a language,
and not where a life may be at risk: there nothing waits for a second draft.
"""

from functools import partial

from bot.governor.context import Context
from bot.governor.rules import Examples, Rule
from bot.governor.rules.flags import Flag
from bot.lexicon import lexicon
from bot.text.language import ASKED_IN, language

_WORDS = lexicon("mul/governor/tongue")
_ASKED_FOR = _WORDS["asks_for_another_language"]

_ALIKE = {"ar", "ur"}


def is_other(name: str, sentence: str, context: Context, before: tuple[str, ...]) -> bool:
    """Returns whether a sentence, with those before it, is surely not in that language."""
    if context.language != name or context.is_in_danger or context.asks_for_words:
        return False
    if context.states(_ASKED_FOR):
        return False
    found = language(" ".join((*before[-1:], sentence)))
    if {found, name} == _ALIKE:
        return False  # read as rules read it, a few letters tell them apart
    return found not in ("", name) and language(sentence) == found


# A message of each language that is told.
SAID = {
    "en": "i don't know what to do about him any more, he was here and then he just left",
    "de": "meine mutter zieht nächste woche ins heim und ich hab noch nichts gepackt",
    "es": "mi abuela murió el viernes y hoy tengo que volver al trabajo",
    "fr": "il dit que sans facture les photos ne valent rien",
    "pt": "não sei o que fazer, ele foi embora e eu estou muito cansado",
    "it": "non so cosa fare, mio padre non mi parla più e io sono stanca",
    "nl": "ik weet niet wat ik moet doen, hij is al een week niet meer thuis",
    "pl": "nie wiem co mam zrobić, on już tydzień się do mnie nie odzywa",
    "tr": "ben ne yapacağımı bilmiyorum, annem bugün bana çok kızdı ve gitti",
    "id": "aku tidak tahu harus bagaimana, dia sudah pergi dan aku sendiri di rumah",
    "ru": "сегодня я очень устал и не хочу никого видеть",
    "uk": "мені дуже сумно сьогодні, її немає вдома",
    "ar": "أنا متعب جدا اليوم ولا أريد أن أرى أحدا",
    "ur": "میں آج بہت تھکا ہوا ہوں اور گھر جانا چاہتا ہوں",
    "hi": "मैं आज बहुत थका हूँ और घर जाना चाहता हूँ",
    "bn": "আমি আজ খুব ক্লান্ত এবং বাড়ি যেতে চাই",
    "zh": "我今天很累不想上班",
    "ja": "今日は仕事でとても疲れた",
    "ko": "오늘 너무 피곤해서 집에 가고 싶어",
}


def _examples(name: str) -> Examples:
    """Gives examples of text in another language than that one, and of text that may be in it."""
    english = "You should tell your boss about it, and take the day for yourself."
    german = "Es ist nicht deine Schuld, und du musst das heute nicht allein machen."
    others = tuple(each for code, each in (("en", english), ("de", german)) if code != name)
    free = (SAID[name], "OK.", "LinkedIn Premium, Netflix, Spotify.")
    return Examples(partial(Context, SAID[name]), others, free)


RULES = tuple(
    Rule(
        f"other-language-{name}",
        Flag.LANGUAGE,
        "redraft",
        told,
        partial(is_other, name),
        _examples(name),
        stands_at_last=True,
    )
    for name, told in ASKED_IN.items()
)
