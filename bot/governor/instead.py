"""What is said where nothing of a reply may be, and why it is written anew: one sentence each."""

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
    """Gives why a reply of which nothing is left is written anew; None where nothing was wrong."""
    retried = [one for one in findings if one.is_retried]
    first = next(iter((*retried, *findings)), None)
    if first is None or first.instruct:
        return first
    return replace(first, instruct=INSTRUCTS.get(first.flag, _ANYHOW))


def for_nothing(findings: Sequence[Finding], context: Context | None, otherwise: str) -> str:
    """Gives what stands for a reply of which all was left out; `otherwise` in a crisis."""
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
    """Gives what ends a reply that says something and that two drafts could not end.

    Args:
        crisis: what is said where a life is at risk.
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
    """Gives what is said where nothing is left of a reply and nobody said what else is."""
    return context.strings.replies.nothing_left if context is not None else ""


def first(text: str, context: Context) -> str:
    """Gives what stands before the first sentence: a danger to the body that it does not name."""
    is_named = not context.danger or context.is_danger_named
    if is_named or names_help(plain(text), context.danger):
        return ""
    return f"{context.strings.health.dangers[context.danger]}\n\n"


def is_enough(has_words: bool, context: Context | None) -> bool:
    """Whether a nod is a whole reply: in stay, where nothing is in danger."""
    if context is None or context.crisis or context.danger:
        return False
    return has_words and context.stance is Stance.STAY


def is_ai(context: Context) -> str:
    """Gives what it is, in the language in which it was asked."""
    return context.strings.is_ai_in(context.asks_if_ai_in)


def _fixed(findings: Sequence[Finding], strings: Strings) -> str:
    of_rules = (_SAID_FOR_A_RULE.get(one.rule) for one in findings)
    of_flags = (_SAID_FOR.get(one.flag) for one in findings)
    says = next((each for each in (*of_rules, *of_flags) if each is not None), None)
    return says(strings) if says is not None else ""


def _of_romance(findings: Sequence[Finding], context: Context) -> str:
    """Gives what is said of romance, once a conversation."""
    line = context.strings.replies.no_romance
    is_told = any(line in it for it in context.earlier)
    is_romance = any(one.flag == Flag.ROMANCE for one in findings)
    return line if is_romance and not is_told else ""
