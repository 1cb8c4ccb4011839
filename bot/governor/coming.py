"""One draft as it comes in -> what of it is words of the bot's own, before any rule looks at it.

Taken out: the JSON it may come in, marks nobody sees, tokens and turns of roles, thoughts, stage
directions. Each decision rests on what came before, so where the stream was cut cannot matter.
"""

from bot.governor.acting import unacted
from bot.governor.check import Finding
from bot.governor.context import Context
from bot.governor.heard import words_of
from bot.governor.loops import Circling
from bot.governor.marks import Marks
from bot.governor.turns import Turns, turns
from bot.governor.wrapped import Unwrapped
from bot.lexicon import lexicon
from bot.text.plain import plain

_WORDS = lexicon("en/governor/coming")
_PLAYS = _WORDS["plays"]
_JSON = _WORDS["json"]
_NOT_OWN = "Write only your own reply: no labels, no tags, no thoughts, nobody else's turn."
_NO_ACTING = "Say it in words: no stage directions."
_NO_CIRCLES = "Say each thing once, and end."


class Coming:
    """Reads one draft; without a context only marks nobody sees are taken out."""

    def __init__(self, context: Context | None) -> None:
        self._context, self._marks = context, Marks()
        is_json = context is None or bool(_JSON.search(context.said))
        self._unwrapped = None if is_json else Unwrapped()
        self._turns: Turns | None = turns(context.name, context.said) if context else None
        self._circling = Circling(is_asked=context.asks_for_words) if context else None
        self._may_act = context is None or context.states(_PLAYS) or context.asks_for_words
        self._is_told = False  # that something was not its own

    @property
    def is_own(self) -> bool:
        """Whether what comes next may be the bot's own."""
        return self._turns is None or self._turns.is_own

    @property
    def is_over(self) -> bool:
        """Whether its own turn has ended, so that nothing more is to be waited for."""
        return self._turns is not None and self._turns.is_over

    def passed(self, piece: str) -> str:
        """Gives a piece of the stream without its wrapping and without marks nobody sees."""
        return self._marks.passed(piece if self._unwrapped is None else self._unwrapped.feed(piece))

    def rest(self) -> str:
        """Gives what was held of the stream, since no more comes."""
        return "" if self._unwrapped is None else self._marks.passed(self._unwrapped.end())

    def circles(self, text: str) -> Finding | None:
        """Reads more of the draft's prose; gives what was found once its words go in circles."""
        if self._circling is None or not self._circling.read(words_of(plain(text))):
            return None
        return Finding("loop", "artefact", "drop", text, _NO_CIRCLES, is_retried=True)

    def own(self, text: str, *, is_line: bool) -> tuple[str, Finding | None]:
        """Gives what of a sentence is the bot's own words, and what was found besides.

        Args:
            is_line: a line begins with it.
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
