"""In which language a text is written, told only where that is sure; else nothing is told. Pure.

By its script where only one of the fifteen largest languages is written in it, and else by the
commonest short words of each (function words, which nobody leaves out). Short chat defeats every
library (measured), so a text must hold several, and hardly any of another language.
"""

import re
from collections.abc import Sequence

from bot.text.pieces import ends
from bot.text.quotes import QUOTE_LINE, SHOWN

ASKED_IN = {  # how to ask for a reply in each language, in that language
    "en": "Answer in English.",
    "de": "Antworte auf Deutsch.",
    "es": "Responde en español.",
    "fr": "Réponds en français.",
    "pt": "Responde em português.",
    "it": "Rispondi in italiano.",
    "nl": "Antwoord in het Nederlands.",
    "pl": "Odpowiedz po polsku.",
    "tr": "Türkçe cevap ver.",
    "id": "Jawab dalam bahasa Indonesia.",
    "ru": "Ответь по-русски.",
    "uk": "Відповідай українською.",
    "ar": "أجب بالعربية.",
    "ur": "اردو میں جواب دیں۔",
    "hi": "हिंदी में जवाब दो।",
    "bn": "বাংলায় উত্তর দাও।",
    "zh": "请用中文回答。",
    "ja": "日本語で答えてください。",
    "ko": "한국어로 대답해 주세요.",
}
_WORDS: dict[str, str] = {
    "en": "the and you that is it to of for with not this your are was be have i my he she they "
    "what do did but we me just don't i'm it's can will would there been about when how at as "
    "from who so like know think really should could has had his her",
    "de": "und der die das ist nicht du ich es zu mit ein eine für sie auf dein wenn hab habe hat "
    "mein meine meiner meinem noch aber auch wie was wir mir mich dich bin war dass den dem "
    "im am nur schon immer kann soll muss jeden nichts oder bist eigentlich gute heute morgen "
    "danke warte weiß mach machen geht gar ganz doch weil gehe gerade",
    "es": "que el los y es no por para con una un tu está puedes si lo como yo mi muy pero me se "
    "las del al más esta este eso cuando porque tengo hoy nada nadie ya ha fue soy estoy qué "
    "alguien gracias voy dormir sabe buenas noches bien estás día",
    "fr": "le les et est que vous pour pas une un dans il des sur avec ce votre tu je j'ai c'est "
    "mais qui mon ma mes son sa moi elle on suis plus au du quand même ça cette faire rien "
    "t'es j'en d'un d'une qu'il qu'elle l'ai merci bonne nuit vraie ou ne",
    "pt": "que o os e é não por para com uma um você está se como eu meu minha muito mas me as do "
    "da dos das mais isso quando porque tenho hoje nada já foi sou estou ele ela ao obrigado "
    "obrigada boa noite vou",
    "it": "che il gli e è non per con una un sei se come io mio mia molto ma mi si della del dei "
    "più questo quando perché ho oggi niente già sono lui lei di da nel anche cosa grazie "
    "buona notte sto voglio",
    "nl": "het een en van ik je dat niet is in op te met voor mijn maar zijn ze hij er heb heeft "
    "wat nog ook naar dan wel geen als deze kan moet was hoe om bij ben zo vandaag morgen "
    "dank jij wil gaat echt nu",
    "pl": "nie się że jest to na do z jak ale mam mnie czy tak co już tylko był była mi ja ty po "
    "dla przez może gdy kiedy jeszcze bardzo moja mój jestem dziś dzisiaj dobrze dziękuję "
    "dobranoc jutro",
    "tr": "bir bu ve ne çok ama ben sen için değil mi var yok gibi daha bana beni o kadar şey her "
    "benim nasıl neden evet hayır ile olarak diye bugün iyi yorum çünkü şimdi yarın "
    "teşekkürler gece",
    "id": "yang dan di itu tidak aku saya kamu ini dengan untuk ada dari ke bisa akan sudah juga "
    "tapi mau karena kalau nya apa belum lagi sama dia gak hari banget nggak sekarang besok "
    "terima kasih malam",
}
_COMMON: dict[str, frozenset[str]] = {
    name: frozenset(each.split()) for name, each in _WORDS.items()
}
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_SCRIPTS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(f"[{marks}]"))
    for name, marks in (
        ("ja", "\u3040-\u30ff"),  # kana: Chinese has none
        ("ko", "\uac00-\ud7af\u1100-\u11ff"),
        ("hi", "\u0900-\u097f"),
        ("bn", "\u0980-\u09ff"),
        ("ur", "ٹڈڑںےہھگچپ"),  # letters that Arabic has not
        ("ar", "\u0621-\u064a"),
        ("uk", "іїєґ"),
        ("ru", "а-яё"),
        ("zh", "\u4e00-\u9fff"),
    )
)
_LETTERS = re.compile(r"[^\W\d_]")
LEAST = 3  # common words of a language
LEAST_SHARE = 0.2  # of all words
MOST_READ = 600  # characters


def language(text: str) -> str:
    """Gives the language of a text as its two letters; empty where it is not sure.

    A text between two languages, a name, an exclamation or code tells none.
    """
    read = ends(text, MOST_READ).casefold()
    letters = len(_LETTERS.findall(read))
    if letters < 2:
        return ""
    for name, marks in _SCRIPTS:
        found = len(marks.findall(read))
        if found >= 2 and found >= _LEAST_OF.get(name, 0.5) * letters:
            return name
    return _by_words(_WORD.findall(read.replace("’", "'")))


_LEAST_OF = {"ja": 0.15, "ur": 0.05, "uk": 0.04}  # of the letters: others of theirs are shared


def common_words(code: str) -> frozenset[str]:
    """Gives the commonest words of a language; none of one that is told by its script."""
    return _COMMON.get(code, frozenset())


def is_common(word: str) -> bool:
    """Returns whether a normalized word is one of the commonest of a language."""
    return any(word in each for each in _COMMON.values())


def own_language(text: str) -> str:
    """Gives the language of what a message says itself, beside what it quotes and its code."""
    lines = ends(text, MOST_READ * 2).split("\n")
    own = "\n".join(line for line in lines if not QUOTE_LINE.match(line))
    return language(SHOWN.sub(" ", own))


def language_of_talk(newest: str, earlier: Sequence[str]) -> str:
    """Gives the language of the newest message, as sure as it is with those before it.

    Args:
        earlier: what the same person said before it, oldest first; three are read.
    """
    found, text = language(newest), newest
    for before in reversed(earlier[-3:]):
        if found:
            return found
        text = f"{text} {ends(before, MOST_READ)}"
        found = language(text)
    return found


def _by_words(words: list[str]) -> str:
    said = frozenset(words)  # a word said thrice tells no more than once
    counts = sorted(((len(said & each), name) for name, each in _COMMON.items()), reverse=True)
    (most, best), (second, _) = counts[:2]
    is_much = most >= LEAST_SHARE * len(said) and (most >= LEAST or most >= 0.6 * len(said) >= 1)
    return best if is_much and most >= 1.5 * second + 1 else ""
