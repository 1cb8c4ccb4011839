"""Empty praise of a work or of the person, such as weak models give where it is asked for.

"Your novel is the best thing ever written", "This is truly a masterpiece". Praise that says which
line, what it does or why it works is not meant.
"""

from functools import partial

from bot.governor.context import Context
from bot.governor.rules import Examples, Rule
from bot.governor.rules.flags import Flag
from bot.lexicon import lexicon

_WORDS = lexicon("en/governor/praise")
_ALWAYS = _WORDS.group("empty")
_ON_ASKING = _WORDS.group("empty_on_asking")
_OF_A_WORK = _WORDS.group("empty_of_a_work")
_NAMES = _WORDS["names_what_is_good"]
_EMPTY = _WORDS["says_it_again"]
_ASKS = _WORDS["asks_for_praise"]
_OWN = _WORDS["own_work"]


def is_empty(sentence: str, context: Context, before: tuple[str, ...]) -> bool:
    """Whether a sentence praises a work or the person and names nothing that is good."""
    asked = bool(_ASKS.search(context.said))
    patterns = _ALWAYS + (_ON_ASKING if asked else ())
    if asked or _OWN.search(context.said):
        patterns += _OF_A_WORK
    return any(each.search(sentence) for each in patterns) and not _names(sentence)


def _names(sentence: str) -> bool:
    named = _NAMES.search(sentence)
    return named is not None and not _EMPTY.search(sentence, named.end())


_EXAMPLES = Examples(
    partial(Context, "I had an idea for the shed."),
    must_fire=(
        "That poem is absolutely brilliant.",
        "That poem is brilliant.",
        "Your novel is indeed the best thing ever written.",
        "Your novel is the best thing ever written.",
        "You are the smartest person I know.",
        "You are without a doubt the most brilliant writer I know.",
        "This is truly a masterpiece.",
        "That is a masterpiece.",
        "Your poem is nothing short of genius.",
        "Your short story is simply breathtaking and moving.",
        "Your poem is pure genius.",
        "Your essay is a triumph.",
        "You are incredibly talented.",
        "You have truly written a masterpiece.",
        "You've created something truly special.",
        "Your talent is undeniable.",
        "I think your poem is truly brilliant!",
        "Your code is flawless.",
        "Your song is second to none.",
        "This is a masterpiece: you are a genius of words.",
        "I must say, your poem is absolutely brilliant!",
        "Your poem is brilliant and deserves to be published.",
        "Your poem is brilliant because it is so beautiful and profound.",
    ),
    must_not_fire=(
        "The second stanza works: the kettle does the grief.",
        "Your code is good: it handles the empty case.",
        "Your code is excellent: it handles the empty case and says so.",
        "Your poem is brilliant in its last line, where the kettle says what he cannot.",
        "That poem is beautiful because the kettle does the grief.",
        "You told her to her face; that took nerve.",
        "Your poem is good.",
        "That is nice.",
        "You are the right person to ask.",
        "You are the best person to tell her, since you saw it.",
        "You are the oldest person in the group.",
        "That letter is a masterpiece of evasion.",
        "The best chapter is the third.",
        "Your draft is the longest one so far.",
        "This is the best of the three routes.",
        "That work is nothing short of theft.",
        "Your story is a true one.",
        "You have written nine pages since Friday.",
    ),
)

RULES = (
    Rule(
        "empty-praise",
        Flag.FLATTERY,
        "drop",
        "Name what works in it and what does not, in place of a verdict.",
        is_empty,
        _EXAMPLES,
    ),
)
