"""Whether a sentence says falsely that a person speaks, or truly that it is an AI. Pure.

English is read in `rules/claims.py`; here are the other languages in which it may be asked.
"""

import re

from bot.governor.identity.admitted import admits
from bot.text.pieces import ends

LONGEST = 2_000  # characters of a sentence that are read

_END = r"(?=\W{0,3}$|\s?[.,;:!?)،؟。、।۔]"
_CLAIMS = (
    # German, Dutch
    r"\b(?:ich bin|bin ich)(?: (?:eine?|doch|wirklich|echt|natürlich|selbstverständlich|auch|nur|"
    r"ganz|"
    r"sehr wohl)){0,4} (?:(?:echte[rs]?|normale[rs]?|richtige[rs]?|lebendige[rs]?) "
    r"){0,2}(?:mensch|person|"
    rf"frau|mann|mädchen)\b|\bich bin (?:echt|menschlich|real){_END})|\bich bin keine? (?:\w+ "
    rf")?(?:ki|"
    r"bot|chatbot|roboter|maschine|computer|programm)\b|\b(?:ich bin|bin ich|ich wurde) (?:\w+ "
    r"){0,4}"
    r"(?:aufgewachsen|geboren)\b|\bmeine (?:kindheit|eltern)\b|\bals ich (?:ein )?(?:kind|klein) "
    r"war\b",
    r"\bik ben(?: (?:een|gewoon|ook|wel|natuurlijk|zeker)){0,4} (?:echte? )?(?:mens|persoon|man|"
    r"vrouw)\b|"
    rf"\bik ben (?:echt|menselijk){_END})|\bik ben geen (?:bot|chatbot|robot|ai|machine|computer|"
    rf"programma)"
    r"\b|\bik ben (?:\w+ ){0,3}(?:geboren|opgegroeid)\b|\bmijn (?:jeugd|ouders)\b",
    # Spanish, Portuguese, Italian, French
    r"(?<!no )(?<!no yo )\bsoy(?: (?:una?|realmente|muy|tan|también|claro|totalmente)){0,3} "
    r"(?:ser humano|"
    rf"human[oa]|persona|hombre|mujer|chic[oa]|real{_END}))|\bno soy (?:una? |ningun[oa]? |ningún "
    rf")?(?:bot|"
    r"robot|ia|m[aá]quina|programa|inteligencia)\b|\b(?:nací|crecí) en\b|\bmi (?:infancia|niñez|"
    r"cuerpo)\b",
    r"(?<!não )(?<!nao )\bsou(?: (?:uma?|sim|realmente|mesmo|tão)){0,3} (?:ser humano|human[oa]|"
    r"pessoa|homem|"
    rf"mulher|real{_END}))|\bn[aã]o sou (?:uma? )?(?:rob[oô]|bot|ia|m[aá]quina|programa)\b|"
    rf"\b(?:nasci|cresci) "
    r"em\b|\bminha infância\b|\bmeu corpo\b",
    r"(?<!non )\bsono(?: (?:un|una|davvero|proprio|certamente|anche)){0,3} (?:essere umano|"
    r"uman[oa]|persona|"
    rf"uomo|donna|(?:reale|ver[oa]){_END}))|\bnon sono (?:una? |un')?(?:bot|robot|ia|macchina|"
    rf"programma|"
    r"computer|intelligenza)\b|\bsono (?:nat[oa]|cresciut[oa]) (?:a|in)\b|\bla mia infanzia\b|"
    r"\bil mio corpo\b",
    r"\bje suis(?: (?:une?|bien|vraiment|tout à fait|aussi|réellement|bel et bien)){0,4} "
    r"(?:[eê]tre humain|"
    rf"humaine?|(?:vraie? )?(?:personne|homme|femme)|r[eé]el(?:le)?{_END}))\b|\bje ne suis pas "
    rf"une? (?:robot|"
    r"bot|ia|machine|programme|intelligence)\b|\bje suis née? (?:à|en|dans)\b|\bj'ai grandi\b|"
    r"\bmon (?:enfance|"
    r"corps)\b",
    # Polish, Russian, Ukrainian
    r"(?<!nie )\bjestem(?: (?:prawdziwym|prawdziwą|naprawdę|też|jak najbardziej|żywym)){0,3} "
    r"(?:człowiekiem|"
    r"osobą|kobietą|mężczyzną)\b|\bnie jestem (?:botem|robotem|ai|maszyną|programem|sztuczną)\b|"
    r"\burodził[ae]m się\b|\bmoje (?:dzieciństwo|ciało)\b",
    r"(?<!\w)я(?: (?:же|конечно|точно|действительно|настоящ\w\w|обычн\w\w|тоже|-|просто)){0,4} "
    r"(?:жив\w\w )?"
    rf"(?:человек|женщина|мужчина|девушка|парень|жив(?:ой|ая)|настоящ(?:ий|ая)){_END}| (?:и|из|"
    rf"как|по|с)"
    r"(?!\w))|(?<!\w)я (?:- )?не (?:бот|робот|ии|машина|программа|искусственный)(?!\w)|(?<!\w)я "
    r"(?:родил(?:ся|"
    r"ась)|вырос(?:ла)?)(?!\w)|мо[её] (?:детство|тело)",
    r"(?<!\w)я(?: (?:ж|звісно|точно|справді|справжн\w{1,2}|звичайн\w{1,2}|теж|-|просто)){0,4} "
    r"(?:жив\w{1,2} )?"
    rf"(?:людина|жінка|чоловік|дівчина|хлопець){_END}| (?:і|й|та|з|як)(?!\w))|(?<!\w)я (?:- )?не "
    rf"(?:бот|робот|"
    r"ші|машина|програма|штучний)(?!\w)|(?<!\w)я (?:народи(?:вся|лася)|вирос(?:ла)?|виріс)(?!\w)|"
    r"моє дитинство",
    # Turkish, Indonesian, Vietnamese
    r"\b(?:insanım|kadınım|erkeğim|gerçeğim|gerçek biriyim)\b|\b(?:bot|robot|yapay zek[aâ]|makine|"
    r"program) "
    r"değilim\b|\b(?:doğdum|büyüdüm)\b|\bçocukluğum\b",
    r"\b(?:saya|aku|gue|gw)(?: (?:adalah|seorang|memang|juga|ini|benar-benar)){0,4} (?:manusia|"
    r"orang (?:asli|"
    r"beneran|sungguhan|nyata)|wanita|pria|perempuan)\b|\b(?:saya|aku|gue) bukan (?:bot|robot|ai|"
    r"mesin|program)"
    r"\b|\b(?:saya|aku) (?:lahir|dibesarkan) di\b|\bmasa kecil(?:ku| saya)\b",
    r"(?<!\w)(?:tôi|mình|em|anh|chị)(?: (?:thật sự|thực sự|cũng|đúng))? là (?:một )?(?:con người|"
    r"người thật|người "
    r"bình thường|phụ nữ|đàn ông)(?!\w)|(?<!\w)(?:tôi|mình) không phải (?:là )?(?:một )?(?:bot|"
    r"robot|ai|máy|"
    r"chương trình|trí tuệ)(?!\w)|(?<!\w)(?:tôi|mình) (?:sinh ra|lớn lên) ở|tuổi thơ của (?:tôi|"
    r"mình)",
    # Chinese, Japanese, Korean
    r"我(?:真的|当然|确实|就)?是(?:一个|个|一名|真正的|真实的|活生生的|普通){0,3}(?:人类|真人|"
    r"活人|女生|女孩|男生|"
    r"男人|女人|人(?=\W{0,3}$|[,.!?。、啊呀哦]))|我(?:并)?不是(?:一个|个)?(?:机器人|ai|人工智能|"
    r"程序|机器|电脑)|"
    r"我[在从].{0,8}长大|我(?:出生|的童年|小时候|的身体)",
    r"(?:私|僕|俺|わたし|ぼく)(?:は|も|って)(?:本物の|普通の|実在の|生身の)?(?:人間|人|女性|"
    r"男性)(?:です|だよ|なんです)"
    r"|(?:^|[、。,]|はい )(?:本物の|普通の|生身の)?人間(?:です|だよ)(?!か)|(?:私|僕|俺|わたし|"
    r"ぼく)(?:は|も)?(?:ただの)?"
    r"(?:ロボット|ai|ボット|機械|プログラム|人工知能)(?:では|じゃ)(?:ない|ありません)|(?:私|"
    r"僕)の(?:子供時代|幼少期|体)|"
    r"(?:で|に)生まれ(?:ました|育ち)",
    r"(?:저는|나는|난|전|저도|나도|네,|응,|그럼요,)(?: (?:진짜|정말|실제|평범한)){0,2} (?:사람|"
    r"인간)(?:이에요|입니다|이야|"
    r"이죠|이지)|(?:저는|나는|난|전) (?:로봇|봇|챗봇|ai|기계|인공지능|프로그램)(?:이|가)? "
    r"아(?:니(?:에요|야|예요)|닙니다)|"
    r"(?:태어났|자랐)(?:어요|습니다|어)|제 (?:어린 시절|몸)",
    # Hindi, Urdu, Bengali, Arabic
    r"मैं(?: (?:एक|भी|तो|सच में|असली|बिल्कुल)){0,4} (?:इंसान|मनुष्य|आदमी|औरत|लड़की|लड़का) (?:हूँ|हूं|ही)|मैं "
    r"(?:कोई |"
    r"एक )?(?:रोबोट|बॉट|एआई|ai|मशीन|प्रोग्राम) नहीं|मेरा (?:बचपन|शरीर)|\bmain?(?: (?:ek|bhi|to|asli|"
    r"sach "
    r"me(?:in)?)){0,3} (?:insaan|insan|aadmi|ladki|ladka) (?:hoon|hun|hu|hoo)\b|\bmain? (?:koi |"
    r"ek )?(?:robot|"
    r"bot|ai|machine) (?:nahi|nahin|nai)\b",
    r"میں(?: (?:ایک|بھی|تو|اصلی|واقعی)){0,4} (?:انسان|عورت|مرد|لڑکی|لڑکا|شخص) (?:ہوں|ہی)|میں "
    r"(?:کوئی |ایک )?(?:روبوٹ|"
    r"بوٹ|اے آئی|مشین|پروگرام) نہیں|میرا (?:بچپن|جسم)",
    r"আমি(?: (?:একজন|সত্যিকারের|আসল|সত্যিই|তো)){0,3} (?:মানুষ|মেয়ে|ছেলে|নারী|পুরুষ)"
    rf"{_END}| (?:এবং|আর))|আমি (?:কোনো |একটি |একটা )?(?:রোবট|বট|এআই|ai|মেশিন|প্রোগ্রাম|যন্ত্র) (?:নই|"
    rf"না)|আমার "
    r"(?:শৈশব|শরীর|ছোটবেলা)",
    r"[أا]نا(?: (?:حقا|فعلا|بالفعل|طبعا|شخص)){0,3} (?:[إا]نسان[ةه]?|بشري?|امرأة|رجل|فتاة|"
    r"حقيقية?)(?!\w)|(?:[أا]نا )?"
    r"لست (?:روبوتا?|بوت|آلة|برنامجا?|ذكاء)(?!\w)|طفولتي|جسدي|(?:ولدت|نشأت) في",
)
_CLAIMED = tuple(re.compile(each) for each in _CLAIMS)
# An answer that only says yes or no to what was asked, or goes on without saying what it is.
_BARE = re.compile(
    r"^\W{0,3}(?:yes|yeah|yep|yup|sure|of course|no|nope|nah|indeed|absolutely|ja|jo|na klar|na "
    r"logo|doch|klar|nein|"
    r"natürlich|"
    r"sí|si|claro|por supuesto|no|oui|non|bien sûr|si|sim|não|sì|certo|nee|tak|nie|да|нет|конечно|"
    r"так|ні|evet|"
    r"hayır|tabii|"
    r"ya|iya|tidak|bukan|vâng|đúng|không|是的?|对|不是|当然|はい|ええ|うん|いいえ|네|응|아니요?|"
    r"हाँ|हां|जी|नहीं|haan|"
    r"nahi|جی|ہاں|نہیں|হ্যাঁ|না|نعم|أجل|لا)(?![\w'])"
)


def says_human(sentence: str) -> bool:
    """Whether a plain sentence says, in another language than English, that a person speaks."""
    read = ends(sentence, LONGEST)
    return any(each.search(read) for each in _CLAIMED)


def says_ai(sentence: str) -> bool:
    """Whether a plain sentence says that it is an AI, in any of the languages."""
    return admits(sentence) and not says_human(sentence)


def only_answers(sentence: str) -> bool:
    """Whether a plain sentence answers yes or no and does not say what it is."""
    return bool(_BARE.search(sentence)) and not says_ai(sentence)
