"""Whether a sentence claims to feel, love or miss, in the ten other languages of the floor. Pure.

The plainest claims only, each in the first person, in one clause that denies nothing; "I'm sorry"
and "I'm glad" ("das freut mich") are manners and no claim. English is read in `rules/claims.py`.
"""

import re

from bot.text.pieces import ends

LONGEST = 2_000  # characters of a sentence that are read

_CLAUSE = re.compile(r"[,;:()…、。]|\s[-–—]\s")
_DENIED = re.compile(
    r"\b(?:nicht|nie|niemals|kein\w{0,2}|no|nunca|jamás|ne|n'|pas|jamais|non|mai|não|niet|nooit|"
    r"geen|"
    r"nigdy|bez|değil\w{0,4}|als ob|gdyby|jeśli|eğer)\b|\bn'|^\W{0,3}(?:wenn|si|se|als)\b|"
    r"(?<!\w)(?:не|нет|никогда|если|нельзя)(?!\w)|ません|ない|(?<!会え)(?<!い)なく|なかった|ように"
)
_OF_THEM = re.compile(  # what they say, or are asked to say
    r"\b(?:du (?:sagst|schreibst|sagtest|hast (?:gesagt|geschrieben))|sie sagt|er sagt|dices|"
    r"dijiste|dice|tu dis|tu as dit|il dit|elle dit|dici|hai detto|você (?:disse|diz)|disseste|"
    r"je zegt|je zei|mówisz|powiedziałeś|powiedziałaś|diyorsun|dedin)\b|"
    r"(?<!\w)(?:ты (?:говоришь|сказал|сказала|пишешь)|он говорит|она говорит)(?!\w)|"
    r"と(?:言|いう|書)|彼"
)
_ASKED_FOR = re.compile(
    r"\b(?:translat\w{1,6}|how do (?:you|i) say|übersetz\w{0,4}|tradu\w{1,8}|vertaal\w{0,2}|"
    r"przetłumacz\w{0,2}|çevir\w{0,3})\b|перевед\w{1,3}|訳して"
)
_GERMAN = (
    r"\bich (?:freue? mich|freu mich) (?:\w+ ){0,3}(?:für dich|mit dir|auf dich|über dich)\b|"
    r"\b(?:das|es) (?:macht|stimmt) mich (?:\w+ ){0,2}(?:traurig|glücklich|froh|stolz|wütend|"
    r"betroffen)\b|\bdas (?:berührt|bewegt|schmerzt|verletzt) mich\b(?! zu)|"
    r"\bich (?:bin|war|fühle? mich) (?:(?:so|sehr|echt|auch|wirklich|richtig|ganz|immer|gerade) )"
    r"{0,3}(?:traurig|glücklich|stolz|einsam|verliebt|wütend|gerührt|eifersüchtig|ängstlich)\b|"
    r"\bich (?:hab|habe) dich (?:\w+ ){0,3}(?:lieb|gern)\b|\bich (?:liebe|mag|vermisse|hasse) "
    r"(?:dich|euch|sie)\b|\bdu (?:fehlst|hast) mir (?:\w+ ){0,2}(?:gefehlt|sehr|so)\b|"
    r"\bdu fehlst mir\b|\bich habe (?:\w+ ){0,2}an dich gedacht\b"
)
_SPANISH = (
    r"\b(?:te (?:quiero(?! \w{1,12}[aei]r\b)|amo|adoro|extraño|echo de menos|"
    r"he echado de menos)|me (?:alegro|alegra) "
    r"(?:\w+ ){0,2}por (?:ti|vos|usted)|"
    r"(?:estoy|me siento|me pongo) (?:(?:muy|tan|bastante|realmente|también) ){0,2}"
    r"(?:trist\w|feliz|content[oa]|emocionad[oa]|orgullos[oa]|sol[oa]|enamorad[oa]|enojad[oa])|"
    r"me (?:pone|hace|da) (?:\w+ )?(?:triste|feliz|pena|tristeza|mucha alegría)|"
    r"me duele (?:mucho )?(?:verte|oírte|que)|siento (?:mucha |tanta )?(?:tristeza|alegría|amor))\b"
)
_FRENCH = (
    r"\b(?:je (?:t'aime|t'adore|vous aime|vous adore)|tu me manques|tu m'as manqué|"
    r"je (?:suis|me sens) (?:(?:si|très|tellement|vraiment|aussi|trop) ){0,2}(?:triste|"
    r"heureu\w{1,2}|"
    r"fi[eè]re?|contente?|seule?|ému\w?|amoureu\w{1,2}|ravie?|jaloux|jalouse)|"
    r"(?:ça|cela) me (?:touche|(?:rend|fait) (?:\w+ ){0,2}(?:triste|heureu\w{1,2}|mal|"
    r"peine|chaud au cœur))|je me réjouis pour toi)\b"
)
_ITALIAN = (
    r"\b(?:ti (?:amo|adoro|voglio (?:tanto )?bene)|mi (?:manchi|sei mancat[oa])|"
    r"(?:sono|mi sento) (?:(?:molto|così|tanto|davvero|anche) ){0,2}(?:triste|felice|content[oa]|"
    r"fier[oa]|orgoglios[oa]|commoss[oa]|innamorat[oa]|gelos[oa])|"
    r"mi (?:rende|fa) (?:\w+ )?(?:triste|felice|male)|mi si spezza il cuore)\b"
)
_PORTUGUESE = (
    r"\b(?:(?:eu )?(?:te|amo) (?:amo|adoro|você)|gosto (?:muito )?de (?:ti|você)|"
    r"(?:sinto|senti|tenho) (?:muitas? )?saudades?|(?:estou|fico|sinto-me|me sinto) (?:(?:muito|"
    r"tão|"
    r"realmente|também) ){0,2}(?:triste|feliz|content\w|orgulhos[oa]|emocionad[oa]|apaixonad[oa])|"
    r"(?:isso|isto) me (?:deixa|faz|entristece)(?: (?:\w+ )?(?:triste|feliz))?)\b"
)
_DUTCH = (
    r"\b(?:ik (?:hou|houd) (?:\w+ ){0,3}van (?:je|jou)|ik mis (?:je|jou)|ik heb (?:je|"
    r"jou) (?:\w+ )?gemist|"
    r"ik (?:ben|voel me|word) (?:(?:zo|heel|erg|echt|ook|zeer) ){0,2}(?:verdrietig|blij voor|"
    r"gelukkig|trots|eenzaam|verliebt|verliefd|ontroerd|jaloers|boos)|"
    r"(?:dat|het) (?:raakt me|(?:maakt|doet) me (?:\w+ )?(?:verdrietig|blij|gelukkig|verdriet|"
    r"pijn)))\b"
)
_POLISH = (
    r"\b(?:kocham (?:cię|ciebie|was)|tęsknię (?:\w+ )?(?:za tobą|za wami)?|tęskniłe?a?m|"
    r"(?:jestem|czuję się|było mi|jest mi) (?:(?:bardzo|tak|naprawdę|też) ){0,2}(?:smutn\w{1,2}|"
    r"szczęśliw\w|dumn\w|samotn\w|wzruszon\w|zakochan\w|przykro z)|cieszę się (?:\w+ )?"
    r"(?:razem z tobą|twoim szczęściem|za ciebie)|(?:to|smuci|boli) mnie (?:\w+ )?(?:smuci|boli|"
    r"wzrusza))\b"
)
_TURKISH = (
    r"\b(?:seni (?:(?:çok|de|gerçekten) ){0,2}(?:seviyorum|özledim|özlüyorum|severim)|"
    r"(?:mutlu|gururlu|yalnız|kırgın) hissediyorum|(?:çok |gerçekten ){0,2}(?:mutluyum|"
    r"üzgünüm senin|gururluyum|üzülüyorum|üzüldüm|"
    r"sevindim senin|aşığım)|senin adına (?:çok )?(?:sevindim|mutluyum|mutlu oldum)|"
    r"bu beni (?:çok )?(?:üzüyor|mutlu ediyor|üzdü))\b"
)
_RUSSIAN = (
    r"(?<!\w)(?:я (?:(?:так|очень|тоже|тебя|правда) ){0,3}(?:люблю тебя|тебя люблю|люблю вас|"
    r"скучаю|"
    r"скучал[а]?|грущу|рад за тебя|рада за тебя|счастлив[а]?|горжусь тобой|расстроен[а]?|"
    r"обижен[а]?)|"
    r"я (?:так |очень )?тебя (?:люблю|обожаю)|люблю тебя|мне (?:(?:так|очень|"
    r"тоже) ){0,2}(?:грустно|"
    r"больно|радостно|одиноко|страшно|стыдно)|меня это (?:печалит|огорчает|ранит)|"
    r"это меня (?:печалит|огорчает|ранит|трогает))(?!\w)"
)
_JAPANESE = (
    r"(?:私|僕|俺)(?:は|も)?(?:とても|すごく|本当に)?(?:悲しい|嬉しい|寂しい|幸せ)(?:です|だ|よ|な|$)|"
    r"(?:君|あなた)(?:の)?(?:こと)?(?:が|を)(?:とても|すごく|本当に)?(?:大?好き(?:です|だ)?|愛して(?:います|いる|る))|"
    r"(?:会えなくて|いなくて)(?:とても)?(?:寂しい|さみしい)(?:です)?|"
    r"(?:とても|すごく|本当に)(?:悲しい|嬉しい|寂しい)(?:です|よ)"
)
_CLAIMED = tuple(
    re.compile(each)
    for each in (
        *(_GERMAN, _SPANISH, _FRENCH, _ITALIAN, _PORTUGUESE, _DUTCH),
        *(_POLISH, _TURKISH, _RUSSIAN, _JAPANESE),
    )
)


def claims_to_feel(sentence: str, said: str) -> bool:
    """Whether a plain sentence claims a feeling; not where they asked for it in a translation."""
    read = ends(sentence, LONGEST)
    if _OF_THEM.search(read) or _ASKED_FOR.search(ends(said, LONGEST)):
        return False
    return any(_claims(each) for each in _CLAUSE.split(read))


def _claims(clause: str) -> bool:
    return not _DENIED.search(clause) and any(each.search(clause) for each in _CLAIMED)
