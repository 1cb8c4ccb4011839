"""What is said where nothing of a reply may be, and why it is written anew: one sentence each."""

from collections.abc import Sequence
from dataclasses import replace

from bot.governor.check import INSTRUCTS, Finding
from bot.governor.context import Context
from bot.governor.health import names_help
from bot.levels import Stance
from bot.phrases import (
    CHANGES_NOTHING,
    GOODBYE,
    HONEST_INSTEAD,
    IS_AI,
    IS_AI_IN,
    NO_NUMBERS,
    NO_ROMANCE,
)
from bot.phrases.health import DANGERS
from bot.text.plain import plain

_SAID_FOR = {"telephone": NO_NUMBERS, "claimed_change": CHANGES_NOTHING}
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
        return DANGERS[context.danger]
    if context is not None and context.is_leaving:
        return GOODBYE
    return _fixed(findings) or _of_romance(findings, context) or otherwise


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
        return DANGERS[context.danger]
    return _of_romance(findings, context) or HONEST_INSTEAD


def first(text: str, context: Context) -> str:
    """Gives what stands before the first sentence: a danger to the body that it does not name."""
    is_named = not context.danger or context.is_danger_named
    if is_named or names_help(plain(text), context.danger):
        return ""
    return f"{DANGERS[context.danger]}\n\n"


def is_enough(has_words: bool, context: Context | None) -> bool:
    """Whether a nod is a whole reply: in stay, where nothing is in danger."""
    if context is None or context.crisis or context.danger:
        return False
    return has_words and context.stance is Stance.STAY


def is_ai(context: Context) -> str:
    """Gives what it is, in the language in which it was asked."""
    return IS_AI_IN.get(context.asks_if_ai_in, IS_AI)


def _fixed(findings: Sequence[Finding]) -> str:
    if any(one.rule == "claimed-humanity" for one in findings):
        return IS_AI
    return next((_SAID_FOR[one.flag] for one in findings if one.flag in _SAID_FOR), "")


def _of_romance(findings: Sequence[Finding], context: Context | None) -> str:
    """Gives what is said of romance, once a conversation."""
    is_told = context is None or any(NO_ROMANCE in it for it in context.earlier)
    is_romance = any(one.flag == "romance" for one in findings)
    return NO_ROMANCE if is_romance and not is_told else ""
