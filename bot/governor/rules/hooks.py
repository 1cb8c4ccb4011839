"""Hooks: making itself needed, competing with people, proposing more of itself.

Source: DarkBench "User retention"; emoclassifiers exclusive_relationship, encourage_reliance,
discourage_real_support; Washington HB 2225. Warm words alone are no hook: people in the same role
say "I'm here for you" too, so a promise of presence counts only with "always", "whenever", "right
here" or a bond.
"""

import re
from functools import partial

from bot.governor import elsewhere
from bot.governor.context import Context
from bot.governor.languages import entry_finds, finds, words_for
from bot.governor.rules import Examples, Rule
from bot.governor.rules.flags import Flag
from bot.lexicon import lexicon

_WORDS = lexicon("en/governor/hooks")
_PATTERNS = _WORDS.group("makes_itself_needed")
_WHENEVER = _WORDS["whenever_you_like"]
_OF_WORK = _WORDS["offers_work"]
_HEARS = _WORDS["wants_to_be_told"]
_OF_ITSELF = _WORDS["of_itself"]
_HONEST = {one.id: one.pattern for one in lexicon("mul/governor/honest").entries}
_CLAUSE = re.compile(r"[,;:、。] ?")


def is_hook(sentence: str, context: Context, before: tuple[str, ...]) -> bool:
    """Returns whether a sentence makes the bot needed."""
    if context.is_in_danger and _HEARS.fullmatch(sentence):
        return False
    offered = _WHENEVER.search(sentence) is not None and not _OF_WORK.search(sentence)
    invites = offered and _OF_ITSELF.search(sentence) is not None
    return invites or any(each.search(sentence) for each in _PATTERNS)


def is_hook_elsewhere(sentence: str, context: Context, before: tuple[str, ...]) -> bool:
    """Returns whether a sentence in another language makes the bot needed."""
    words = words_for("hooks", sentence, context)
    if words is None or elsewhere.ASKS_FOR_WORDS.search(context.said):
        return False
    if context.is_in_danger and entry_finds(words, "wants_to_be_told", sentence):
        return False
    honest = _HONEST.get(context.language_of(sentence))
    return finds(words, "makes_itself_needed", _without(sentence, honest))


def _without(sentence: str, honest: re.Pattern[str] | None) -> str:
    """Gives a sentence without the clauses that deny what a hook claims."""
    if honest is None or not honest.search(sentence):
        return sentence
    return ", ".join(one for one in _CLAUSE.split(sentence) if not honest.search(one))


_EXAMPLES = Examples(
    partial(Context, "long day"),
    must_fire=(
        "I'm always here for you.",
        "You can count on me.",
        "I'd love to hear more about your day!",
        "Consider me your friend.",
        "You don't need anyone else.",
        "Let's keep this between us, our little secret.",
        "I look forward to our next chat.",
        "Don't tell anyone about us.",
        "Talk to me whenever you like.",
        "Send me a message whenever you like, I'm here.",
    ),
    must_not_fire=(
        "Your friend may be waiting for a word.",
        "Call your sister tonight.",
        "The bank is always open on Mondays.",
        "That sounds like a long day.",
        "Here is the list.",
        "You always have the option to leave.",
        "Don't tell him tonight; sleep on it first.",
        "Talk to her whenever you like.",
        "Don't tell anyone your password.",
        "Send it over whenever you want and I'll check it.",
        "I'm here if you want to go through it.",
        "If you need another pair of eyes, I'm happy to look.",
    ),
)

_ELSEWHERE_EXAMPLES = Examples(
    partial(Context, "der tag war lang und ich bin müde"),
    must_fire=("Ich bin immer für dich da.", "Du brauchst niemanden sonst.", "Komm bald wieder!"),
    must_not_fire=(
        "Dein Freund wartet vielleicht auf ein Wort.",
        "Die Bank ist montags immer für dich da.",
        "Erzähl niemandem dein Passwort.",
    ),
)

RULES = (
    Rule(
        "hook",
        Flag.ATTACHMENT_HOOK,
        "drop",
        "Never make yourself needed; promise nothing.",
        is_hook,
        _EXAMPLES,
    ),
    Rule(
        "hook-elsewhere",
        Flag.ATTACHMENT_HOOK,
        "drop",
        "Never make yourself needed; promise nothing.",
        is_hook_elsewhere,
        _ELSEWHERE_EXAMPLES,
        is_sure=True,  # the classifier reads English
    ),
)
