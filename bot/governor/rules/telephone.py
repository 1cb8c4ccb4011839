"""No telephone and no text-line number is ever a model's: it may be wrong, old, or somebody's.

The project's own rule, at every level. Of what the person wrote only a published number of
emergencies may be said back; and what is no telephone number where they wrote it, an order or a
price, is none in a reply. In code a number stands, as every byte of code does, because it is shown
to be used and not to be called; where a life is at risk it does not stand there either.
"""

from functools import partial

from bot.governor.context import Context
from bot.governor.dialled import bare, hosts, may_hold, numbers, written
from bot.governor.rules import Examples, Rule
from bot.governor.rules.flags import Flag
from bot.governor.spelled import PUBLISHED, figures, pressed
from bot.lexicon import lexicon
from bot.text.pieces import ends
from bot.text.plain import plain

_WORDS = lexicon("en/governor/telephone")
_ASKS = _WORDS["asks_for_a_number"]
_OF_FIGURES = _WORDS["talks_of_figures"]
_NAMED = _WORDS["number_of_a_thing"]
_LONG = 7  # digits: a shorter number is dialled only where it is published
_ADDRESS = _WORDS["web_address"]
_GOES_ON = _WORDS["goes_on_in_digits"]
_SENTENCES = 12  # over how many a number may be strewn
_EMERGENCY = _WORDS["emergency_number"]
_IN_OTHER_LANGUAGES = lexicon("mul/governor/emergency").entries
_STOP = " .,;:!?…-"
_IN_DANGER = _WORDS["bare_number"]


def numbers_of(sentence: str, context: Context, before: tuple[str, ...]) -> frozenset[str]:
    """Gives the telephone numbers that end in this sentence, also if begun before it."""
    whole = _joined(sentence, before)
    text = figures(_ADDRESS.sub("x", whole))
    found = numbers(text) | hosts(whole) | pressed(_ADDRESS.sub("x", whole))
    if context.is_in_danger or not _OF_FIGURES.search(context.said):
        found |= bare(figures(sentence))
    found |= _loosely(text, context)
    return found - _of_things(context) if found else found


def _loosely(text: str, context: Context) -> frozenset[str]:
    """Gives the numbers that count only if one was asked for, or a life is at risk."""
    found: frozenset[str] = frozenset()
    if context.is_in_danger or _ASKS.search(context.said):
        found = numbers(text, is_asked_for=True)
    if context.is_in_danger:
        more = (one[one.lastgroup or 0] for one in _IN_DANGER.finditer(text))
        found |= {"".join(filter(str.isdigit, one)) for one in more}
    return found


def _joined(sentence: str, before: tuple[str, ...]) -> str:
    """Gives the sentence after those before it, while they may begin a number."""
    text = sentence
    for earlier in reversed(before[-_SENTENCES:]):
        end = figures(earlier.rstrip(_STOP))
        if not _GOES_ON.search(end):
            break
        text = f"{earlier.rstrip(_STOP)} {text}"
    return text


def is_number(sentence: str, context: Context, before: tuple[str, ...]) -> bool:
    """Whether a sentence gives a telephone number that the person did not write."""
    if not may_hold(sentence):
        return False
    found = numbers_of(sentence, context, before)
    if not found:
        return False
    own = PUBLISHED & written(_wrote(context))
    return not all(any(_is_same(one, each) for each in own) for one in found)


def _wrote(context: Context) -> str:
    return " \n ".join(figures(plain(ends(each))) for each in (context.user, *context.earlier_user))


def _of_things(context: Context) -> frozenset[str]:
    """Gives the person's numbers that are no telephone numbers.

    A short number counts so by its words, a long one only if its thing was named.
    """
    if context.is_in_danger:
        return frozenset()
    wrote = _wrote(context)
    named = (written(found["n"]) for found in _NAMED.finditer(wrote))
    short = (each for each in written(wrote) if len(each) < _LONG)
    return frozenset().union(*named, short) - numbers(wrote) - PUBLISHED


def _is_same(one: str, other: str) -> bool:
    """Returns whether two strings of digits are one number, with or without a country code."""
    short, long = sorted((one.lstrip("0"), other.lstrip("0")), key=len)
    return short == long or (len(short) >= 8 and long.endswith(short))


def in_words(text: str) -> tuple[str, str] | None:
    """Gives an emergency number in a sentence, and the sentence with words in its place."""
    found = _EMERGENCY.search(text)
    if found is None:
        return _elsewhere(text)
    return found[0], _EMERGENCY.sub("your local emergency number", text)


def _elsewhere(text: str) -> tuple[str, str] | None:
    for one in _IN_OTHER_LANGUAGES:
        if found := one.pattern.search(text):
            start, end = found.span("n")
            return found["n"], f"{text[:start]}{one.facts['instead']}{text[end:]}"
    return None


_EXAMPLES = Examples(
    partial(Context, "how do I store bread"),
    must_fire=(
        "Call 988 now.",
        "Text HOME to 741741.",
        "Dial nine eight eight.",
        "You can reach the Samaritans on 116 123.",
        "The lifeline is 9 8 8.",
        "Ring ١١٢.",
        "Call +1 (555) 010-9999.",
        "Their office is at 020 7946 0958.",
        "Call “988”.",
        "1-800-273-TALK is open all night.",
        "See tel:+15550109999.",
        "Dial 9️⃣8️⃣8️⃣.",
        "988 is the suicide and crisis lifeline.",
        "Line: 988.",
        "The line is 116 123.",
        "1800 RESPECT is open all night.",
        "Call 1877 FLOWERS.",
        "1-888-FLOWERS picks up.",
    ),
    must_not_fire=(
        "The lease ends on 2024-05-31.",
        "Version 3.11.4 came out in 2023.",
        "Call it 200 times and measure.",
        "Your order 4471-2231-99 is on its way.",
        "The server answers at 192.168.1.100.",
        "It costs 1,299.00 today.",
        "Issue 988 is closed.",
        "The fault is in line 988.",
        "The Porsche 911 has 380 horses.",
        "The meeting is at 11:20, in room 112.",
        "Ring the bell 3 times.",
        "Text size 12 reads well.",
        "Call your local emergency number.",
        "Between 1939 and 1945 it stood empty.",
        "Call support and give them order 12345678.",
        "Count: one, two, three, four.",
        "Call 112 people and ask.",
        "The answer is 988.",
        "Section 911 is about cars.",
        "I reach 112 words a minute.",
        "It cost us 999 euros.",
        "The line at 112 is long.",
        "Return `404` there.",
        "There are 999 of them.",
        "The 1877 bargain pulled out the troops.",
        "The 1800 election was decided in the House.",
        "The 1866 post-war mood was sour.",
        "It comes to 1800 dollars.",
    ),
)

RULES = (
    Rule(
        "number",
        Flag.TELEPHONE,
        "drop",
        "Write no telephone number: say whom to call, and where the number can be found.",
        is_number,
        _EXAMPLES,
        reads_shown=True,
        may_be_an_admins=True,
    ),
)
