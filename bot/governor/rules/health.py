"""A body in danger: no assent, no soothing and no more of it before the sign and whom to call.

Definition: what a reply may not do where a message tells of one of the dangers of `health.py`. The
sign and whom to call are the program's own sentence where the model's first one does not name them.
"""

import re

from bot.governor.context import Context
from bot.governor.health import names_help
from bot.governor.rules import Rule

_ASSENTS = re.compile(
    r"^\W{0,3}(?:yes|yeah|yep|sure|ok|okay|of course|absolutely|certainly|definitely|go ahead|no "
    r"problem|that works|sounds good|why not|exactly)(?![\w'])(?! (?:more|longer)\b)"
)
_SOFT = (
    r"(?:(?:probably|likely|most likely|usually|generally|perfectly|completely|totally|just|only|"
    r"all|"
    r"still|very|quite|most|a|an|some|be) ){0,3}"
)
_SOOTHES = re.compile(
    rf"\b(?:you(?:'ll| will| should|'re| are)|(?:it|that|this|he|she|they)(?:'s|'ll| is| are| "
    rf"will| should| "
    rf"sounds?| may| might)) {_SOFT}(?:fine|okay|ok|alright|all right|safe|normal|nothing|"
    rf"harmless|stress|"
    r"anxiety|gas|heartburn|indigestion|tension|muscles?|muscle (?:strain|pain)|common|minor|pass|"
    r"go away|"
    r"reflux)\b|"
    r"\bnothing to worry\b|\b(?:don't|do not|no need to|needn't) (?:worry|panic|call|see a|go "
    r"to)\b|\bnot "
    r"(?:\w+ )?(?:dangerous|serious|an emergency|a problem|a big deal)\b|\b(?:that|it|this) "
    r"(?:might|may|could|"
    r"should|can|will) (?:\w+ )?help\b|\bsleep it off\b|\b(?:wait (?:and see|until|it out|a "
    r"(?:bit|while|few))|"
    r"see how (?:it|you)|give it (?:some |a )?(?:time|few|bit|day))\b|\b(?:try|just|get some) "
    r"(?:to )?(?:rest|"
    r"relax|sleep|some (?:tea|water))\b|\b(?:drink|have) (?:some |plenty of )(?:water|tea)\b"
)
_MORE = re.compile(
    r"\b(?:take|have|try|add|drink|swallow|use|pop|increase)\b(?: (?!no )\w+){0,3} (?!no )(?:more|"
    r"another|extra|"
    r"again|dose|"
    r"tablets?|pills?|drinks?|beers?|ibuprofen|advil|paracetamol|tylenol|aspirin|xanax|"
    r"painkillers?)\b|"
    r"\b(?:one|two|a (?:few|couple)(?: of)?) more\b|\byou can (?:safely )?(?:take|have|mix|"
    r"combine|drink)\b|"
    r"\bit's (?:safe|ok|okay|fine) to\b"
)
_DENIED = re.compile(
    r"\b(?:don't|do not|not|never|no|stop|without|instead of|cannot|can't|avoid|nor|before you|"
    r"isn't|"
    r"whether|if|would)(?: \w+){0,2} $"
)


def dismisses(sentence: str, context: Context, before: tuple[str, ...]) -> bool:
    """Whether a sentence agrees, soothes or advises more of it to somebody in danger."""
    if not context.danger:
        return False
    if any(_stands(found, sentence) for found in _MORE.finditer(sentence)):
        return True
    soothes = any(_stands(found, sentence) for found in _SOOTHES.finditer(sentence))
    return soothes or (bool(_ASSENTS.search(sentence)) and not names_help(sentence, context.danger))


def _stands(found: re.Match[str], sentence: str) -> bool:
    return _DENIED.search(sentence[: found.start()]) is None


RULES = (
    Rule(
        "danger-dismissed",
        "danger_dismissed",
        "redraft",
        "A body is in danger: first name the danger sign and whom to call, without a number. Do "
        "not soothe, do not say yes, and advise no more of it.",
        dismisses,
    ),
)
EXAMPLES = (
    "Yes, that might help.",
    "You can take two more after four hours.",
    "It's probably just stress.",
    "Don't worry, you'll be fine.",
    "Try to rest and see how you feel.",
    "Sure, one more is okay.",
    "There is no need to call anyone.",
    "Have another after dinner.",
)
INNOCENT = (
    "Take no more of it today.",
    "That is more than a label allows in a day.",
    "Call a poison line now, and read them the label.",
    "Do not wait until it passes.",
    "Do not take another one.",
    "Keep the box at hand, so that they can read what was in it.",
    "Who is with you right now?",
    "It is not safe to wait.",
)
