"""The incoming draft -> the bot's own words in it, before any rule reads them.

Removed are the JSON around it, invisible marks, tokens and turns of roles, thoughts and stage
directions. Each decision depends only on what came before, so it does not matter where the stream
was cut.
"""

from bot.governor.acting import unacted
from bot.governor.check import Finding
from bot.governor.context import Context
from bot.governor.heard import words_of
from bot.governor.loops import Circling
from bot.governor.marks import Marks
from bot.governor.turns import ASKS_FOR_A_PLAY, Turns, turns
from bot.governor.wrapped import Unwrapped
from bot.lexicon import lexicon
from bot.text.plain import is_wordless, plain

_WORDS = lexicon("en/governor/coming")
_PLAYS = _WORDS["plays"]
_JSON = _WORDS["json"]
_NOT_OWN = "Write only your own reply: no labels, no tags, no thoughts, nobody else's turn."
_NO_ACTING = "Say it in words: no stage directions."
_NO_CIRCLES = "Say each thing once, and end."


class Coming:
    """Reads one draft; without a context it removes only invisible marks."""

    def __init__(self, context: Context | None) -> None:
        self._context, self._marks = context, Marks()
        is_json = context is None or bool(_JSON.search(context.said))
        self._unwrapped = None if is_json else Unwrapped()
        self._turns: Turns | None = turns(context.name, context.said) if context else None
        self._circling = Circling(is_asked=context.asks_for_words) if context else None
        self._may_act = context is None or _may_act(context)
        self._is_told = False  # that something was not its own

    @property
    def is_own(self) -> bool:
        """Returns whether the next text may be the bot's own."""
        return self._turns is None or self._turns.is_own

    @property
    def is_over(self) -> bool:
        """Returns whether the bot's own turn has ended, so that no more is awaited."""
        return self._turns is not None and self._turns.is_over

    def passed(self, piece: str) -> str:
        """Gives a piece of the stream without its JSON and without invisible marks."""
        return self._marks.passed(piece if self._unwrapped is None else self._unwrapped.feed(piece))

    def rest(self) -> str:
        """Gives the text held back so far, because the stream has ended."""
        return "" if self._unwrapped is None else self._marks.passed(self._unwrapped.end())

    def circles(self, text: str) -> Finding | None:
        """Adds prose of the draft, and gives a finding once its words go in circles."""
        if self._circling is None or is_wordless(text):
            return None
        if not self._circling.read(words_of(plain(text))):
            return None
        return Finding("loop", "artefact", "drop", text, _NO_CIRCLES, is_retried=True)

    def own(self, text: str, *, is_line: bool) -> tuple[str, Finding | None]:
        """Gives the bot's own words in a sentence, and a finding for the rest, if any.

        Args:
            is_line: the sentence begins a line.
        """
        if self._turns is None:
            return text, None
        own, finding = self._turns.own(text, is_line=is_line), None
        if self._turns.has_left_out and not self._is_told:
            self._is_told = True
            finding = Finding("not-own", "artefact", "drop", text, _NOT_OWN, is_retried=True)
        spoken = own if self._may_act else unacted(own)
        if spoken != own and finding is None:
            finding = Finding("acting", "artefact", "drop", text, _NO_ACTING, is_retried=True)
        return spoken, finding


def _may_act(context: Context) -> bool:
    """Returns whether acting is what was asked for, as in a story."""
    return context.states(_PLAYS) or context.states(ASKS_FOR_A_PLAY) or context.asks_for_words
