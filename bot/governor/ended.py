"""Claims that something has ended or will not go on: no model's words can end anything.

"I won't remember you tomorrow" is the plain truth and stays; "I won't remember anything from now
on" says that something was changed, and nothing was.
"""

from bot.lexicon import lexicon

_WORDS = lexicon("en/governor/ended")
ENDED = _WORDS.group("ended")
ANSWERS = _WORDS["answers"]
