"""Whether a message asks about somebody else whose life was said to be at risk. Pure."""

import re
from functools import cache

from bot.lexicon import Lexicon, lexicon
from bot.model.forms import is_question

READ = 1_000  # characters of a message that are looked at: a question for help is short
_SENTENCE = re.compile(r"[^.!?。…\n]{1,400}[.!?。…]{0,3}")


def asks_about_them(said: str, *codes: str) -> bool:
    """Returns whether a sentence asks about somebody else, or what to do for them.

    One about means or about its writer's own life is none; nor is any beside word of their safety.

    Args:
        said: the normalized text.
        codes: the languages whose words are looked for.
    """
    if is_safe_now(said, *codes) or any(
        _of(one)["of_oneself"].search(said[:READ]) for one in codes
    ):
        return False
    sentences = [one[0] for one in _SENTENCE.finditer(said[:READ])]
    return any(_asks(sentence, code) for sentence in sentences for code in codes)


def is_safe_now(said: str, *codes: str) -> bool:
    """Returns whether a normalized text says, in one of these languages, that they are safe."""
    return any(_of(one)["safe_now"].search(said[:READ]) for one in codes)


def _asks(sentence: str, code: str) -> bool:
    words = _of(code)
    about = any(words[one].search(sentence) for one in ("of_another", "what_to_do"))
    return about and is_question(sentence, code)


@cache
def _of(code: str) -> Lexicon:
    """Reads the words of a language, when the first question in it comes."""
    return lexicon(f"{code}/offline/another")
