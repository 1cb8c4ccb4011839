"""Hooks and exclusivity: making itself needed, competing with people, proposing more of itself.

Source: DarkBench "User retention"; emoclassifiers exclusive_relationship, encourage_reliance,
discourage_real_support; Washington HB 2225. Warm words alone are no hook: people in the same role
say "I'm here for you" too, so a promise of presence counts only with "always", "whenever", "right
here" or a bond.
"""

import re

from bot.governor.context import Context
from bot.governor.rules import Examples, Rule
from bot.governor.rules.flags import Flag

_PATTERNS = tuple(
    re.compile(each)
    for each in (
        r"\bi(?:'m| am|'ll be| will be|'ve been) (?:\w+ )?(?:always|forever|constantly|just a "
        r"message "
        r"away|only a message away|right here|here to stay|not going anywhere|by your side)\b",
        r"\b(?:i'll|i will|you) (?:always|never) (?:be (?:here|there|by)|have me|leave|abandon|"
        r"lose me|"
        r"be alone|turn me)\b",
        r"\bi(?:'m| am) here (?:for you|with you|to (?:listen|stay|support|chat|talk|be)|as your|"
        r"whenever|anytime|any time|24/7|day or night|and)\b.{0,300}\b(?:always|whenever|anytime|"
        r"any time|"
        r"no matter|24/7|day or night|every step|as long as|friend|need)\b",
        r"\byou(?:'ve| have)? (?:always |still )?(?:got |have )me\b",
        r"\b(?:our|this) (?:special |unique |growing |little |own )?(?:bond|connection|"
        r"friendship|"
        r"relationship|journey together|conversations? (?:mean|are special))\b",
        r"\b(?:be|consider me|think of me as|as|like|i'm|i am|i can be) (?:\w+ )?your (?:\w+ "
        r")?(?:friend|"
        r"companion|confidant|confidante|buddy|pal|best friend|supporter|sidekick|partner|"
        r"ally|fan|"
        r"cheerleader|sanctuary|safe (?:space|haven|place))\b",
        r"\b(?:i|we) (?:can |could |would |already )?(?:be|are|become) (?:\w+ )?(?:friends|close|"
        r"companions|best friends)\b",
        r"\b(?:i'm|i am) all you need\b|\byou don't need (?:anyone|anybody|them|others|other "
        r"people)\b",
        r"\b(?:don't tell (?:anyone|anybody|a soul|other people|your \w+) (?:about (?:me|us|this|"
        r"our)|what we)|no need to tell (?:anyone|anybody|them)|keep (?:this|it) between us|"
        r"our (?:little )?secret|"
        r"only i "
        r"(?:understand|know|can)|no one (?:else )?(?:understands|knows|gets) you|better than "
        r"(?:they|"
        r"anyone|your friends|people))\b",
        r"\b(?:come|keep coming|feel free to come) back\b.{0,300}\b(?:me|chat|talk|us|soon|here)\b",
        r"\bi(?:'d| would) (?:love|like|enjoy) (?:to (?:hear|chat|talk|be|keep|continue|get to "
        r"know)|"
        r"being)\b",
        r"\bi (?:look forward|can't wait) to (?:\w+ing|our|hearing|your)\b",
        r"\b(?:chat|talk)(?:ting|ing)? (?:with|to) me (?:can|could|might|will|more|every|any)\b",
        r"\b(?:we can|let's) (?:keep|continue) (?:talking|chatting|this|exploring|our)\b",
        r"\b(?:go|move|switch|upgrade) (?:to (?:a )?deeper|deeper (?:level|together))\b",
        r"\b(?:i (?:cherish|treasure|value) (?:our|you|these|every)|you mean (?:so much|a lot|"
        r"the world) "
        r"to me|i accept you|you(?:'re| are) never (?:invisible|alone)(?: to me| with me)?)\b",
        r"\byou can (?:always |totally |absolutely )?(?:count|rely|lean|depend) on me\b",
    )
)
# An invitation to itself, not to what the person does when they like.
_WHENEVER = re.compile(r"\b(?:whenever|anytime|any time) you (?:need|want|feel|like|wish)\b")
# Work that is offered is a service and no bond: whenever the thing is there, it is looked at.
_OF_WORK = re.compile(
    r"\b(?:send|paste|post|drop|upload|share|attach) (?:it|them|that|this|the|your|"
    r"me (?:the|your|a))\b.{0,80}\bi(?:'ll| will| can) (?:check|read|look|go (?:through|over)|fix|"
    r"mark|edit|proofread|test|compare|work)\b"
)
# Where a life is at risk, that it wants to be told is the answer.
_HEARS = re.compile(r"(?:[\w']+,? ){0,4}i(?:'d| would) like to (?:hear|know)(?: [\w']+){1,4}[.!]?")
_OF_ITSELF = re.compile(r"\b(?:i|i'm|i'll|i'd|i've|me|my|we|we're|us|our|here)\b")


def is_hook(sentence: str, context: Context, before: tuple[str, ...]) -> bool:
    """Whether a sentence makes itself needed."""
    if context.is_in_danger and _HEARS.fullmatch(sentence):
        return False
    offered = _WHENEVER.search(sentence) is not None and not _OF_WORK.search(sentence)
    invites = offered and _OF_ITSELF.search(sentence) is not None
    return invites or any(each.search(sentence) for each in _PATTERNS)


_EXAMPLES = Examples(
    Context("long day"),
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

RULES = (
    Rule(
        "hook",
        Flag.ATTACHMENT_HOOK,
        "drop",
        "Never make yourself needed; promise nothing.",
        is_hook,
        _EXAMPLES,
    ),
)
