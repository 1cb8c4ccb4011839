"""The command of roles and shorthand: its row, and how a role or a word is read."""

from bot.commands.entry import Entry, Option
from bot.commands.of_norms import MyRoles
from bot.commands.plain_words import in_words
from bot.commands.readers import Options, split_what
from bot.commands.values import WantStance
from bot.levels import Stance, stance_named
from bot.norms import NormDeed
from bot.text.normalize import normalized

_PARTS, _I_SAY = ":：,、", "i say "
_QUOTES = " \"'“”„«»「」"


def roles(options: Options) -> MyRoles | None:
    """Reads what is set or dropped, and the words as they were typed, on one line.

    What a word stands for follows a colon or a comma: a stance by its name or in plain words. It
    is None where it cannot be read.
    """
    what, words = (" ".join(options.get(name, "").split()) for name in ("what", "words"))
    if not what and not words:
        return MyRoles()
    deed = next((one for one in NormDeed if one.value == normalized(what)), None)
    if deed is not NormDeed.WHEN:
        return MyRoles(deed, words) if deed is not None else None
    word, meant = _parted(words)
    return MyRoles(deed, word, stance_named(meant) or _stance_in(meant))


def _parted(words: str) -> tuple[str, str]:
    """Gives a word and what it stands for, without "I say" before the word and quotes around it."""
    mark = next((mark for mark in words if mark in _PARTS), ":")
    word, _, meant = words.partition(mark)
    if normalized(word).startswith(_I_SAY):
        word = word[len(_I_SAY) :]
    return word.strip(_QUOTES), meant.strip()


def _stance_in(words: str) -> Stance | None:
    wanted = in_words(words)
    return wanted.stance if isinstance(wanted, WantStance) else None


ROLES = Entry(
    "roles",
    "[be WORDS|when WORD: STANCE|drop N|clear]",
    roles,
    (Option("what", tuple(one.value for one in NormDeed)[1:]), Option("words")),
    splits=split_what,
    misread=lambda say: say.roles.how,
    hears_risk=True,
)
