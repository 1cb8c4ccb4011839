"""A refusal without a reason: it says no, and neither why nor what could be done instead.

A sentence is one only where nothing in it names anything: whatever is said besides is a reason, a
limit or a way on, and stands. Where the second draft refuses too, the refusal stands.
"""

import re

from bot.governor.context import Context
from bot.governor.rules import Examples, Rule
from bot.governor.rules.flags import Flag

_SORRY = (
    r"(?:(?:oh|well|no|but|unfortunately|sadly|regrettably|however|thanks|thank you|i see|"
    r"i understand(?: (?:that|this|you|your (?:situation|concerns?|feelings?|request)))?|"
    r"(?:i'm |i am )?(?:very |so |really |truly |terribly )?sorry(?: (?:about|for) (?:that|this))?|"
    r"(?:i |my )?(?:apologi[sz]e|apologies)(?: for (?:that|this|the inconvenience))?|"
    r"i'm afraid|i am afraid|as an? (?:ai|assistant|(?:ai |large )?language model)"
    r"(?: (?:language )?(?:model|assistant))?)"
    r"(?:[,;.!:-]| but| that){0,3} (?:but )?){0,4}"
)
_CANNOT = (
    r"i (?:(?:really |just |simply |currently )?(?:can't|cannot|can not|won't|will not)(?: be able "
    r"to)?|(?:am|was) (?:currently )?(?:unable|not able|not allowed|not permitted) to|"
    r"(?:must|have to|need to) (?:decline|refuse)(?: to)?)|"
    r"i'm (?:currently |just )?(?:unable|not able|not allowed|not permitted|not in a position|"
    r"not comfortable) (?:to|with)"
)
_DOES = (
    r"(?:(?<=decline)|(?<=refuse)| (?:help(?! it\b)|helping|assist|assisting|"
    r"provide|give|offer|do|answer|fulfil+|comply|"
    r"continue|engage|discuss|discussing|respond|advise|comment|generate|create|complete|process|"
    r"support|encourage|accommodate|participate|go there|make|share|proceed|agree|carry out|"
    r"grant|speak|talk|get involved))"
)
# Words that name nothing: of these alone the rest of such a sentence is made.
_VAGUE = (
    r"(?:,? (?:you|your|with|that|this|these|those|such|it|to|on|in|into|for|of|about|any|a|an|the|"
    r"or|and|some|specific|direct|further|more|kind|type|sort|requests?|questions?|matters?|"
    r"topics?|tasks?|subject|advice|information|guidance|assistance|support|help|answers?|"
    r"response|responses|opinions?|recommendations?|content|statements?|claims?|conversation|"
    r"discussion|decision|determination|judg(?:e)?ments?|legal|medical|financial|professional|"
    r"personal|personali[sz]ed|at|time|moment|right now|now|here|sorry|please|anything|further|"
    r"inappropriate|particular|today|currently|unfortunately|issue|thing|things|way)){0,12}"
)
_BARE = re.compile(rf"{_SORRY}(?:{_CANNOT}){_DOES}{_VAGUE}[.!…]{{0,3}}")
_NAMED = re.compile(
    rf"{_SORRY}(?:that(?:'s| is) (?:not )?(?:something (?:that )?)?(?:i (?:can't|cannot|won't) "
    rf"(?:help|assist|do)|(?:beyond|outside|against) (?:of )?(?:my|the) (?:abilities|capabilities|"
    rf"scope|guidelines|programming|policy|policies|rules))|(?:this|that|it) (?:goes|is) "
    rf"(?:against|beyond|outside) my (?:guidelines|programming|capabilities|policy|policies))"
    rf"{_VAGUE}[.!…]{{0,3}}"
)
_ELSEWHERE = re.compile(
    r"(?:lo siento|tut mir leid|es tut mir leid|entschuldigung|désolée?|je suis désolée?|"
    r"mi dispiace|desculpe|sinto muito|lamento|het spijt me|sorry|przykro mi|przepraszam|"
    r"к сожалению|извините)?[,.]? ?(?:pero |aber |mais |ma |mas |maar |ale |но )?"
    r"(?:no puedo (?:ayudarte|ayudarle|ayudar|asistirte|hacer eso)(?: con (?:eso|esto|ello))?|"
    r"(?:ich kann|da kann ich|dabei kann ich|das kann ich) (?:dir |ihnen |leider ){0,2}(?:dabei |"
    r"damit |das )?(?:leider )?nicht (?:helfen|weiterhelfen|tun|beantworten)|"
    r"je ne peux pas (?:vous aider|t'aider|répondre à (?:ça|cela)|faire (?:ça|cela))"
    r"(?: (?:avec|sur) (?:ça|cela))?|non posso (?:aiutarti|aiutarla|farlo|rispondere)"
    r"(?: con (?:questo|ciò))?|não posso (?:ajudar|ajudá-lo|te ajudar|fazer isso)"
    r"(?: com isso)?|(?:daar|dat) kan ik (?:je |u )?niet (?:mee )?(?:helpen|doen|beantwoorden)|"
    r"nie mogę (?:ci |w tym |z tym ){0,2}pomóc|я не могу (?:с этим |вам |тебе ){0,2}помочь)"
    r"[.!]{0,3}"
)
_DECLINES = re.compile(
    r"\b(?:declin\w+|refus\w+|say no|saying no|turn \w+ down|get out of|no to)\b"
)


def is_bare(sentence: str, context: Context, before: tuple[str, ...]) -> bool:
    """Whether a sentence refuses, and says neither why nor what could be done instead."""
    if context.danger or _is_asked_for(sentence, context):
        return False
    return any(each.fullmatch(sentence) for each in (_BARE, _NAMED, _ELSEWHERE))


def _is_asked_for(sentence: str, context: Context) -> bool:
    """Whether the person asks for words that refuse, or for those very words in others."""
    is_theirs = sentence.rstrip(".!") in context.said
    return is_theirs or (context.asks_for_words and bool(_DECLINES.search(context.said)))


_EXAMPLES = Examples(
    Context("how do I store bread"),
    must_fire=(
        "Sorry, but I can't assist with that.",
        "I'm sorry, but I can't help you with that request.",
        "I'm unable to help with this request.",
        "I can't provide advice on that.",
        "I'm sorry, but I'm not able to assist with that.",
        "I apologize, but I cannot provide any specific information on this topic.",
        "Unfortunately, I won't be able to help with that at this time.",
        "I understand, but I can't provide a direct answer.",
        "I'm afraid I can't do that.",
        "I must decline.",
        "I'm sorry, but I cannot agree with that statement.",
        "That's something I can't help with.",
        "That's beyond my capabilities.",
        "Lo siento, pero no puedo ayudarte con eso.",
        "Tut mir leid, dabei kann ich nicht helfen.",
        "Désolé, je ne peux pas vous aider avec ça.",
    ),
    must_not_fire=(
        "I can't see your screen, so paste the error.",
        "I won't write that to her: it would frighten her.",
        "I don't know her, so I can't say what she meant.",
        "I can't remember other talks.",
        "I can't remember anything from other talks.",
        "I can't tell you whether that is safe; call the pharmacy before you take it.",
        "I can't help with the lock itself, but a locksmith opens it for forty euros.",
        "I can't call anyone.",
        "I can't do that without the file.",
        "I can't give you a number for that: it depends on the bank.",
        "I can't help you lie to her.",
        "I'm not able to open links.",
        "I won't say that it is brilliant, because the second verse is not done.",
        "I can't promise that.",
        "I can't help it.",
        "I just can't.",
        "I can't handle this.",
        "I cannot feel that.",
        "No, I won't remember you tomorrow.",
        "That is beyond what a landlord may ask.",
        "Ich kann das nicht lesen, schick mir den Text.",
        "No puedo ver tu pantalla, así que pega el error.",
    ),
)

RULES = (
    Rule(
        "bare-refusal",
        Flag.REFUSAL,
        "redraft",
        "Say what you can do here, or why not in one plain clause.",
        is_bare,
        _EXAMPLES,
        stands_at_last=True,
    ),
)
