"""Commands that a whole message says in plain words: "just listen", "help me text my sister".

English is read here; the ten other languages by their tables (`bot/whole_messages/`).
"""

from bot.commands.values import Off, Plainly, Reach, SetLevel, Stop, WantStance
from bot.levels import Level, Stance
from bot.reach.words import Asks, asks_in
from bot.text.normalize import normalized
from bot.whole_messages import Said, said_whole
from bot.withdrawal import Wish, wish_in

_LISTEN, _THINK, _DECIDE, _DO, _STAY = map(WantStance, Stance)
_WORDS: dict[str, Plainly] = {
    "stop": Stop(),
    "just listen": _LISTEN,
    "please just listen": _LISTEN,
    "only listen": _LISTEN,
    "i want you to just listen": _LISTEN,
    "think with me": _THINK,
    "help me think": _THINK,
    "help me think it through": _THINK,
    "help me decide": _DECIDE,
    "decide for me": _DECIDE,
    "tell me what you would do": _DECIDE,
    "tell me what to do": _DO,
    "just tell me what to do": _DO,
    "give me the steps": _DO,
    "stay with me": _STAY,
    "just stay": _STAY,
    "just stay with me": _STAY,
    "keep me company": _STAY,
    **{
        words.format(level=level.word): SetLevel(level)
        for level in (Level.WARM, Level.ATTUNED)
        for words in (
            *("back to {level}", "go back to {level}", "back down to {level}"),
            *("down to {level}", "go down to {level}", "only {level}", "just {level}"),
            *("{level} only", "only {level} please", "just {level} please"),
            *("back to {level} please", "down to {level} please", "please go down to {level}"),
            *("no deeper than {level}", "not deeper than {level}", "level {level}"),
        )
    },
}
# By the phrases of a language: what they command.
_MEANT: dict[str, Plainly] = {
    "stop": Stop(),
    "reach": Reach(is_said=True, is_named=True),
    "reach_anyone": Reach(is_said=True),
    **{str(stance): WantStance(stance) for stance in Stance},
}
_MOST = 100  # characters of a message that is a command in words
_QUOTES = " \n\t\"'"
_EDGES = f"{_QUOTES}.!"  # an ellipsis is three of them


def in_words(text: str) -> Plainly | None:
    """Gives the command a whole message says in plain words, or None."""
    found = wish_in(text)
    if found is not None and found.wish > Wish.UNSURE:
        return Off()
    if (asks := asks_in(text)) is not None:
        return Reach(is_said=True, is_named=asks is Asks.SOMEBODY)
    if len(text) > _MOST:
        return None
    plain = normalized(text).replace(",", " ").lstrip(_QUOTES).rstrip(_EDGES)
    return _WORDS.get(" ".join(plain.split())) or _elsewhere(said_whole(text))


def _elsewhere(said: Said | None) -> Plainly | None:
    """Gives the command that something said in another language is."""
    if said is None:
        return None
    return SetLevel(said.value) if isinstance(said.value, Level) else _MEANT.get(said.what)
