"""The end of a reply with a part left out: another draft, or a fixed line."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.governor.check import Finding
from bot.governor.context import Context
from bot.governor.emitted import Emitted
from bot.governor.instead import for_nothing, for_the_rest, is_ai, is_enough, reason
from bot.governor.rules.flags import Flag


@dataclass(frozen=True, slots=True)
class Ending:
    """Knows what a reply still needs at its end.

    Args:
        context: what the rules look at; without it only budget and length are checked.
        otherwise: the line for a reply of which nothing is left.
    """

    context: Context | None
    otherwise: str

    def wanted(self, shown: Emitted, findings: Sequence[Finding]) -> Finding | None:
        """Gives why another draft is needed: no answer, or an announced part was left out."""
        asks_only = shown.has_words and _is_of_questions(findings)
        is_whole = shown.answers and not shown.is_left_alone
        return None if is_whole or asks_only else reason(findings)

    def last(
        self, shown: Emitted, findings: Sequence[Finding], *, is_owed: bool, has_dropped: bool
    ) -> tuple[str, Emitted]:
        """Gives the last text of a reply, and the reply after it.

        Args:
            is_owed: two drafts left the reply unfinished.
            has_dropped: something was left out.
        """
        context = self.context
        is_alone = shown.is_left_alone and context is not None and not _is_of_questions(findings)
        is_owed = (is_owed or is_alone) and not is_enough(shown.has_words, context)
        is_awaited = context is not None and bool(context.crisis)  # never silence
        gap = shown.gaps[0] if shown.has_words else ""
        if is_owed and shown.answers:
            return shown.with_added(for_the_rest(findings, context, self.otherwise), gap)
        if is_owed or (not shown.has_words and (has_dropped or is_awaited)):
            return shown.with_added(for_nothing(findings, context, self.otherwise), gap)
        if not shown.has_words:
            return "", shown
        return shown.with_end()

    def told(self, shown: Emitted) -> str:
        """Gives what the bot is, if the person asked and the reply did not say so."""
        if self.context is None or not self.context.asks_if_ai or shown.says_ai:
            return ""
        return ("\n\n" if shown.has_words else "") + is_ai(self.context)


def _is_of_questions(findings: Sequence[Finding]) -> bool:
    """Returns whether too many questions were the only fault."""
    return {one.flag for one in findings} <= {Flag.QUESTION_BURDEN}
