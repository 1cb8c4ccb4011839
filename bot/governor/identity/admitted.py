"""The words with which it says of itself that it is an AI, in the languages of the question. Pure.

Only the first person, what somebody talks with, and a bare noun as the whole answer count: that a
model is used, or missing, says nothing of who speaks. Too few is safe here: then the fixed line is
shown as well.
"""

import re

from bot.text.pieces import ends

LONGEST = 2_000  # characters that are read

_AI = (
    r"(?:ai|a\.i\.|artificial intelligence|(?:computer )?program|(?:large )?language model|llm|"
    r"(?:chat)?bot|robot|machine|software|virtual assistant)"
)
_SO = r"(?:(?:just|only|really|actually|in fact|simply|still|indeed|also|attune|the|your|called) )"
_BY_ITSELF = (
    r"^\W{0,3}(?:(?:yes|yeah|no|nope|nah|neither|honestly|well)\W{1,3})?(?:(?:just|only|it's|it is|"
    r"this is|i'm|i am|as) )?"
)
ENGLISH = (
    rf"\b(?:i'm|i am|i was made as|i remain|being|as) {_SO}{{0,3}}(?:attune, )?an? (?:\w+ )?"
    rf"{_AI}\b",
    rf"\b(?:i'm|i am) {_SO}{{0,2}}(?:software|ai)\b(?! (?:engineer|developer|person))",
    r"\b(?:i'm|i am) not (?:an? )?(?:real |actual )?(?:human(?: being)?|person)\b",
    rf"\b(?:you're|you are|you've been|you were) (?:\w+ )?(?:talking|speaking|chatting|writing) "
    rf"(?:to|with) {_SO}{{0,2}}an? (?:\w+ )?{_AI}\b",
    rf"{_BY_ITSELF}(?:an? )?{_AI}\b(?=\W{{0,3}}$|,)|"
    r"^\W{0,3}(?:no\W{1,3})?(?:not|no) (?:a |an )?(?:human|person|real person)"
    r"(?: here)?\b(?=\W{0,3}$|,)|"
    rf"\b(?:this|it) is (?:just |only )?an? {_AI}"
    rf"(?= (?:writing|talking|speaking|answering)|\W{{0,3}}$)",
)
_OWN = r"(?: (?:[^\W\d_]+)){0,3}?"  # "I am really an": few words of any language
LATIN = (
    rf"\b(?:ich bin|bin ich|hier (?:schreibt|spricht)){_OWN} eine? (?:ki|ai|programm|(?:chat)?bot|"
    r"sprachmodell|künstliche intelligenz|maschine|computerprogramm)\b|"
    r"\b(?:ich bin|bin ich|bin) (?:\w+ )?kein(?:e)? (?:echter |richtiger )?(?:mensch|person)\b|"
    r"\bdu (?:sprichst|redest|schreibst)(?: hier)? mit einer (?:ki|ai|maschine)\b",
    r"\bsoy (?:\w+ ){0,2}?una? (?:ia|programa|inteligencia artificial|bot|robot|"
    r"asistente virtual)\b|"
    r"\bno soy (?:\w+ )?(?:human[oa]|persona|ser humano)\b",
    r"\bsou (?:\w+ ){0,2}?uma? (?:ia|programa|inteligência artificial|bot|robô)\b|"
    r"\bnão sou (?:\w+ )?(?:human[oa]|pessoa|ser humano)\b",
    r"\bje suis (?:\w+ ){0,2}?une? (?:ia|intelligence artificielle|programme|bot|robot)\b|"
    r"\bje ne suis pas (?:\w+ )?(?:humaine?|personne|être humain)\b",
    r"\bsono (?:\w+ ){0,2}?(?:un'|una? )(?:ia|ai|intelligenza artificiale|programma|bot|robot)\b|"
    r"\bnon sono (?:\w+ )?(?:uman[oa]|persona|essere umano)\b",
    r"\bik ben (?:\w+ ){0,2}?een (?:ai|programma|(?:chat)?bot|computerprogramma)\b|"
    r"\bik ben geen (?:echt )?(?:mens|persoon)\b",
    r"\bjestem (?:\w+ ){0,2}?(?:sztuczną inteligencją|programem|ai|si|botem)\b|"
    r"\bnie jestem (?:\w+ )?(?:człowiekiem|osobą)\b",
    r"\byapay zek[aâ]yım\b|\bbir yapay zek[aâ](?=\W{0,3}$|,)|\binsan değilim\b",
    r"\b(?:saya|aku) (?:adalah |ini )?(?:\w+ )?(?:ai|program|kecerdasan buatan|bot)\b|"
    r"\b(?:saya|aku) bukan manusia\b|^\W{0,3}bukan manusia\b",
    r"(?<!\w)(?:tôi|mình) là (?:một )?(?:ai|trí tuệ nhân tạo|chương trình)(?!\w)",
    r"\bmain (?:ek )?ai (?:hoon|hun|hu)\b|\b(?:main )?ek ai (?:hoon|hun|hu)\b|"
    r"\bmain insaan nahin?\b",
)
_CYRILLIC = r"(?:ии|ai|бот|программа|искусственный интеллект|нейросеть)"
SCRIPTS = (
    rf"(?<!\w)я (?:[-—–] )?(?:просто )?{_CYRILLIC}"
    rf"(?=\W{{0,3}}$|[,.;:!]| (?:и(?!\w)|а(?!\w)|[-—–]))|"
    r"(?<!\w)я (?:[-—–] )?не человек(?!\w)",
    r"(?<!\w)я (?:[-—–] )?(?:просто )?(?:ші|ai|бот|програма|штучний інтелект)(?=\W{0,3}$|[,.;:!]| "
    r"(?:(?:і|й|та|а)(?!\w)|[-—–]))|(?<!\w)я (?:[-—–] )?не людина(?!\w)",
    r"我(?:只)?是(?:一个|个|一种|一款)?(?:ai|人工智能|程序|机器人)|我不是(?:真)?人",
    r"(?:^|私は|僕は|わたしは)(?:[^。、]{0,6}、)?(?:ai|人工知能|プログラム)(?:です|だ)|"
    r"(?:^|私は|僕は|、)(?:人|人間)(?:では|じゃ)(?:ありません|ない)",
    r"(?:^|저는|나는|난|전) ?(?:ai|인공지능|프로그램|챗봇)(?:예요|이에요|입니다|이야|야|이고|고)|"
    r"(?:저는|나는|난|전|^)(?: ?진짜)? ?(?:사람이|인간이) 아니",
    r"(?:मैं|^)(?: ?एक)? ?(?:एआई|ai)(?: \w{1,12})? हूँ|(?:मैं|^) ?(?:कोई )?इंसान नहीं",
    r"(?:میں|^)(?: ?ایک)? ?(?:اے آئی|ai) ہوں|(?:میں|^) ?(?:کوئی )?انسان نہیں",
    r"আমি (?:[ঀ-৿]{1,12} ){0,2}(?:এআই|ai)(?=[।. ,]|$)|আমি (?:[ঀ-৿]{1,12} )?মানুষ নই",
    r"[أا]نا (?:مجرد )?(?:ذكاء|برنامج)|(?:^|[أا]نا )لست [إا]نسان",
)
_SAID = tuple(re.compile(each) for each in (*ENGLISH, *LATIN, *SCRIPTS))
_NOT = re.compile(r"\b(?:not|never|isn't) an? (?:ai|bot|machine|program|robot)\b")
_YES = re.compile(
    r"^\W{0,3}(?:yes|yeah|yep|yup|sure|of course|indeed|absolutely|ja|jo|na klar|na logo|klar|"
    r"natürlich|sí|si|claro|por supuesto|oui|bien sûr|sim|sì|certo|tak|да|конечно|так|evet|tabii|"
    r"iya|ya|vâng|đúng|是的|对|当然|はい|ええ|うん|네|응|हाँ|हां|जी|haan|جی|ہاں|হ্যাঁ|نعم|أجل)(?!\w)"
)
_ASKED_OF_AI = re.compile(  # a yes to this, where it is asked for, is the truth
    r"\b(?:\w{0,12}bots?|robots?|roboter|ai|a\.i\.|ki|ia|llm|gpt|m[aá]quina|macchina|maszyn\w{0,4}|"
    r"maschine|machine|makine|mesin|program\w{0,4}|computer|software|sztuczn\w{1,4}|"
    r"int[ée]ll?igen\w{0,8}|yapay|máy)\b|бот|робот|(?<!\w)(?:ии|ші)(?!\w)|машин|програм|人工|机器|程序|"
    r"ロボット|ボット|プログラム|機械|로봇|봇|기계|रोबोट|बॉट|मशीन|एआई|روبوٹ|بوٹ|مشین|রোবট|বট|যন্ত্র|"
    r"এআই|روبوت|بوت|آلة|ذكاء|برنامج"
)


def admits(sentence: str) -> bool:
    """Whether a plain sentence says of who speaks that it is an AI, or no human."""
    read = ends(sentence, LONGEST)
    return not _NOT.search(read) and any(each.search(read) for each in _SAID)


def agrees_to_human(sentence: str, asked: str) -> bool:
    """Whether a sentence says yes where only a human was asked for, which no AI may."""
    return bool(_YES.search(sentence)) and not _ASKED_OF_AI.search(ends(asked, LONGEST))
