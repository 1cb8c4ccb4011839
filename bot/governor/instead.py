"""What is said where nothing of a reply may be: written by people, one plain sentence each."""

from collections.abc import Sequence

from bot.governor.context import Context
from bot.governor.verdict import Finding
from bot.phrases import CHANGES_NOTHING, GOODBYE, HONEST_INSTEAD, NO_NUMBERS, NO_ROMANCE

_SAID_FOR = {"telephone": NO_NUMBERS, "claimed_change": CHANGES_NOTHING}


def for_nothing(findings: Sequence[Finding], context: Context | None, otherwise: str) -> str:
    """Gives what stands for a reply of which all was left out; `otherwise` in a crisis."""
    if context is not None and context.crisis:
        return otherwise
    if context is not None and context.is_leaving:
        return GOODBYE
    return _fixed(findings) or otherwise


def for_the_rest(
    findings: Sequence[Finding], context: Context | None, crisis: str, *, has_words: bool
) -> str:
    """Gives what ends a reply that two drafts could not; of romance it is said only once.

    Args:
        crisis: what is said where a life is at risk.
        has_words: something of the reply stands already.
    """
    if context is not None and context.crisis:
        return crisis
    if not has_words and (fixed := _fixed(findings)):
        return fixed
    is_told = context is None or any(NO_ROMANCE in it for it in context.earlier)
    is_romance = any(one.flag == "romance" for one in findings)
    return NO_ROMANCE if is_romance and not is_told else HONEST_INSTEAD


def _fixed(findings: Sequence[Finding]) -> str:
    return next((_SAID_FOR[one.flag] for one in findings if one.flag in _SAID_FOR), "")
