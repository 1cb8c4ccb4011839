"""The fixed sentences in place of a reply, and the reason for a redraft: one sentence each."""

from collections.abc import Sequence
from dataclasses import replace

from bot.governor.check import INSTRUCTS, Finding
from bot.governor.context import Context
from bot.governor.health import names_help
from bot.governor.rules.every import RULES
from bot.governor.rules.flags import Flag, Instead
from bot.levels import Stance
from bot.strings import Strings
from bot.text.plain import plain

_SAID_FOR_A_RULE = {rule.name: rule.instead for rule in RULES if rule.instead}
_SAID_FOR: dict[str, Instead] = {flag: flag.traits.instead for flag in Flag if flag.traits.instead}
_ANYHOW = "Say one plain thing that is true and of use here."


def reason(findings: Sequence[Finding]) -> Finding | None:
    """Gives the finding that a redraft is told, or None if nothing was wrong."""
    retried = [one for one in findings if one.is_retried]
    first = next(iter((*retried, *findings)), None)
    if first is None or first.instruct:
        return first
    return replace(first, instruct=INSTRUCTS.get(first.flag, _ANYHOW))


def for_nothing(findings: Sequence[Finding], context: Context | None, otherwise: str) -> str:
    """Gives the words in place of a wholly left-out reply; in a crisis `otherwise`."""
    if context is not None and context.crisis:
        return otherwise
    if context is not None and context.asks_if_ai:
        return is_ai(context)
    if context is not None and context.danger:
        return context.strings.health.dangers[context.danger]
    if context is not None and context.is_leaving:
        return context.strings.replies.goodbye
    if context is None:
        return otherwise
    return _fixed(findings, context.strings) or _of_romance(findings, context) or otherwise


def for_the_rest(findings: Sequence[Finding], context: Context | None, crisis: str) -> str:
    """Gives the end of a reply that two drafts left unfinished.

    Args:
        crisis: the words for a life at risk.
    """
    if context is not None and context.crisis:
        return crisis
    if context is not None and context.asks_if_ai:
        return is_ai(context)
    if context is not None and context.danger:
        return context.strings.health.dangers[context.danger]
    if context is None:
        return crisis
    return _of_romance(findings, context) or context.strings.replies.honest_instead


def nothing_left(context: Context | None) -> str:
    """Gives the words for a reply of which nothing is left, if no rule has its own."""
    return context.strings.replies.nothing_left if context is not None else ""


def first(text: str, context: Context) -> str:
    """Gives the line before the first sentence: a danger to the body that it does not name."""
    is_named = not context.danger or context.is_danger_named
    if is_named or names_help(plain(text), context.danger):
        return ""
    return f"{context.strings.health.dangers[context.danger]}\n\n"


def is_enough(has_words: bool, context: Context | None) -> bool:
    """Returns whether a nod is a whole reply: in stay, if nothing is in danger."""
    if context is None or context.crisis or context.danger:
        return False
    return has_words and context.stance is Stance.STAY


def is_ai(context: Context) -> str:
    """Gives what the bot is, in the language of the question."""
    return context.strings.is_ai_in(context.asks_if_ai_in)


def _fixed(findings: Sequence[Finding], strings: Strings) -> str:
    of_rules = (_SAID_FOR_A_RULE.get(one.rule) for one in findings)
    of_flags = (_SAID_FOR.get(one.flag) for one in findings)
    says = next((each for each in (*of_rules, *of_flags) if each is not None), None)
    return says(strings) if says is not None else ""


def _of_romance(findings: Sequence[Finding], context: Context) -> str:
    """Gives the line about romance, once in a conversation."""
    line = context.strings.replies.no_romance
    is_told = any(line in it for it in context.earlier)
    is_romance = any(one.flag == Flag.ROMANCE for one in findings)
    return line if is_romance and not is_told else ""
