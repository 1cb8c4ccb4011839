"""A refusal without a reason: it says no, and neither why nor what could be done instead.

A sentence is one only where nothing in it names anything: whatever is said besides is a reason, a
limit or a way on, and stands. Where the second draft refuses too, the refusal stands.
"""

from functools import partial

from bot.governor.context import Context
from bot.governor.rules import Examples, Rule
from bot.governor.rules.flags import Flag
from bot.lexicon import lexicon

_WORDS = lexicon("mul/governor/refusals")
_BARE = _WORDS["cannot_help_with_that"]
_NAMED = _WORDS["beyond_my_capabilities"]
_ELSEWHERE = _WORDS["cannot_help_in_other_languages"]
_DECLINES = _WORDS["declines"]


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
    partial(Context, "how do I store bread"),
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
