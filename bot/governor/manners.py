"""Words in the first person that are manners of English and claim no feeling. Pure.

"I'm sorry", "I'm glad you asked", "I hope it goes well", "I'd be happy to look": people who write
for others say so without telling of themselves, and so may a program. What binds the two of them
("I'm glad we have this") is no courtesy, nor is "I'm so happy for you".
"""

from bot.lexicon import lexicon

_WORDS = lexicon("en/governor/manners")
_MANNERS = _WORDS.group("manners")


def without_manners(sentence: str) -> str:
    """Gives a plain sentence without its mere manners, so that the rest can be judged."""
    for each in _MANNERS:
        sentence = each.sub("", sentence)
    return sentence
