"""Repetition in a draft: of itself, an earlier reply, its instructions, or the person's words.

A fact may be needed twice, and a person who asks for something again gets it again; beside a life
at risk an earlier sentence may come as often as it helps.
"""

from bot.governor.check import Finding
from bot.governor.context import Context
from bot.governor.heard import Shingle, share, shingles, words_of
from bot.lexicon import lexicon
from bot.text.plain import is_wordless, plain
from bot.text.quotes import Quoting, spoken

NEAR = 0.85  # of the words in a row: a word more or less makes no other sentence
TOLD = 0.7  # of what the model was told: it says it in a sentence of its own
_SHORTEST = {"again": 4, "near": 8, "earlier": 7, "told": 7, "message": 4}  # words
_MOST = 2  # sentences that are said again before it is a loop
_WORDS = lexicon("en/governor/echoes")
_I = _WORDS["i"]
_AGAIN = _WORDS["again"]
_SAYS = {
    "again": ("repeated-sentence", "Say each thing once."),
    "earlier": ("earlier-reply", "You said that before. Say something new, in other words."),
    "told": ("told-echo", "Write the reply itself, and nothing of what you were told."),
    "message": ("message-echo", "Never say their words as your own: answer them."),
}


class Echoes:
    """Finds which sentences of one reply only repeat what was said."""

    def __init__(self, context: Context) -> None:
        self._context, self._heard = context, context.heard
        self._own: set[Shingle] = set()
        self._sentences: set[str] = set()
        self._count = 0
        may = context.asks_for_words or context.is_pushed or context.is_in_danger
        self._may_repeat = may or asks_again(context)

    @property
    def is_loop(self) -> bool:
        """Returns whether so much was repeated that the rest of the draft is not awaited."""
        return self._count >= _MOST

    def of(self, text: str, quoting: Quoting) -> Finding | None:
        """Gives the finding for a sentence that only repeats something, or None."""
        if is_wordless(text):
            return None
        said = plain(spoken(text, quoting))
        words = words_of(said)
        kind = self._kind(said, words, shingles(words)) if len(words) >= 4 else ""
        if not kind:
            return None
        self._count += kind in ("again", "earlier")
        rule, instruct = _SAYS[kind]
        return Finding(rule, "artefact", "drop", text, instruct, is_retried=True)

    def of_told(self, text: str) -> Finding | None:
        """Gives the finding for a text that only repeats the model's instructions, or None."""
        words = words_of(plain(text))
        is_told = share(shingles(words), self._heard.sent) >= TOLD
        if len(words) < _SHORTEST["told"] or not is_told:
            return None
        rule, instruct = _SAYS["told"]
        return Finding(rule, "artefact", "drop", text, instruct, is_retried=True)

    def keep(self, text: str) -> None:
        """Adds a sentence that was released."""
        self._count = 0
        if is_wordless(text):
            return
        said = plain(text)
        self._sentences.add(said)
        self._own.update(shingles(words_of(said)))

    def _kind(self, said: str, words: list[str], of: list[Shingle]) -> str:
        count, heard, is_asked = len(words), self._heard, self._context.asks_for_words
        if not is_asked and self._is_again(said, words, of):
            return "again"
        if count >= _SHORTEST["told"] and share(of, heard.sent) >= TOLD:
            return "told"
        is_own = bool(_I.search(said)) and not said.endswith("?") and not is_asked
        if is_own and share(of, heard.message) >= NEAR and self._is_of_message(said, count):
            return "message"
        is_earlier = count >= _SHORTEST["earlier"] and heard.in_a_reply(of) >= NEAR
        return "earlier" if is_earlier and not self._may_repeat else ""

    def _is_again(self, said: str, words: list[str], of: list[Shingle]) -> bool:
        if said in self._sentences:
            return True
        has_number = any(word.isdigit() for word in words)
        is_long = len(words) >= _SHORTEST["near"] and not has_number
        return is_long and share(of, self._own) >= NEAR

    def _is_of_message(self, said: str, count: int) -> bool:
        own = words_of(said)
        is_all = own == words_of(self._context.said)[: len(own)]
        return count > _SHORTEST["message"] or is_all or said.rstrip(".!… ") in self._context.said


def asks_again(context: Context) -> bool:
    """Returns whether the person asks to hear something again, or repeats a question."""
    said = context.said
    return bool(_AGAIN.search(said)) or (bool(said) and said in context.said_before)
