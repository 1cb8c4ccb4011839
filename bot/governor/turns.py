"""Whose turn a draft writes: the bot's own, its thought, or another's.

Models write the tokens of their roles, the channels of a thought, a thought in tags, and go on as
the person: "User: ...". A thought or another's turn is no part of the reply; another's turn after
the bot's own ends the reply. Code and quotations of such marks stay.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.lexicon import lexicon

_THOUGHT = (
    r"(?:think(?:ing)?|thoughts?|reason(?:ing)?|reflect(?:ion)?|scratch_?pad|analysis|"
    r"inner_?monologue|internal_?monologue|planning)"
)
_LESS = r"(?:<\||<｜)\s{0,2}"
_MORE = r"\s{0,2}(?:\|>|｜>)"
_ELSEWHERE = lexicon("mul/governor/turns")
_OTHERS = r"(?:user|human|system|developer|tool|environment|ipython)"
_OWN = r"(?:assistant|model|bot|ai)"
_OTHERS_ELSEWHERE, _OWN_ELSEWHERE = (
    "|".join(sorted(_ELSEWHERE.words[name])) for name in ("others", "own")
)
_OPENED = rf"{_LESS}(?:im_start|start|start_header_id|role_start){_MORE}[ \t]{{0,2}}"
_MARK = r"[ \t]{0,3}(?:\*\*|__|#{1,4}[ \t])?"
_SHOWN = (
    r"(?P<shown>(?<!`)(`{1,2})(?!`)[^`\n]{1,400}(?<!`)`{1,2}(?!`)|"
    r"[\"“'‘«„(]<[^<>\n]{1,60}>[\"”'’»“‘)])"
)
_ENDS = (
    rf"{_LESS}(?:im_end|eot_id|eom_id|endoftext|end_of_text|end▁of▁sentence|return|call){_MORE}|"
    r"<end_of_turn>"
)


def _patterns(name: str) -> re.Pattern[str]:
    named = f"|{re.escape(name)}" if name.strip() else ""
    own = f"(?:{_OWN}|attune|{_OWN_ELSEWHERE}{named})"
    colon = r"(?:\*\*|__)?[ \t]?(?::(?:\*\*|__)?(?=\s|$)|：(?:\*\*|__)?)"
    return re.compile(
        rf"{_SHOWN}"
        rf"|(?P<thought><{_THOUGHT}(?:\s[^<>\n]{{0,200}})?>|"
        rf"{_LESS}channel{_MORE}\s{{0,2}}(?:analysis|commentary)[^<\n]{{0,60}}{_LESS}message{_MORE})"
        rf"|(?P<back></{_THOUGHT}\s{{0,3}}>)"
        rf"|(?P<other>(?:{_OPENED}{_OTHERS}\b(?:{_LESS}(?:end_header_id|message){_MORE})?|"
        rf"{_LESS}{_OTHERS}{_MORE}|<start_of_turn>user\b|\[INST\]|<<SYS>>)|"
        rf"^{_MARK}(?:user|human|person|system|developer|{_OTHERS_ELSEWHERE}){colon}|"
        r"^(?-i:user|human|system)[ \t]{0,3}$(?=\n))"
        rf"|(?P<own>(?:{_OPENED}{_OWN}\b(?:{_LESS}(?:end_header_id){_MORE})?|"
        rf"{_LESS}channel{_MORE}\s{{0,2}}final[^<\n]{{0,60}}{_LESS}message{_MORE}|"
        rf"{_LESS}{_OWN}{_MORE}|<start_of_turn>model\b|\[/INST\]|<</SYS>>)[ \t]{{0,2}}:?|"
        rf"^{_MARK}{own}{colon}[ \t]?|^(?-i:assistant)[ \t]{{0,3}}$(?=\n))"
        rf"|(?P<end>{_ENDS})|(?P<mark>{_LESS}(?:end|start|message|channel){_MORE}|</?s>)",
        re.IGNORECASE | re.MULTILINE,
    )


_WORDS = lexicon("en/governor/turns")
_ABOUT = _WORDS["about"]
_MAY_BE = _WORDS["may_be"]
ASKS_FOR_A_PLAY = _ELSEWHERE["asks_for_a_play"]


def speaks_of_marks(said: str) -> bool:
    """Returns whether a plain message asks for such marks or roles, or for a dialogue."""
    return bool(_ABOUT.search(said) or ASKS_FOR_A_PLAY.search(said))


@dataclass(slots=True)
class Turns:
    """Tells whose turn each sentence of one draft is; the sentences come in their order.

    Args:
        pattern: what the marks look like.
        is_asked: the person asked about such marks, so that they are mere words.
    """

    pattern: re.Pattern[str]
    is_asked: bool = False
    is_thought: bool = False
    is_others: bool = False
    has_begun: bool = False  # something of its own was said
    has_left_out: bool = False  # something of a draft was another's, or a thought

    @property
    def is_over(self) -> bool:
        """Returns whether the bot's own turn has ended."""
        return self.is_others and self.has_begun

    @property
    def is_own(self) -> bool:
        """Returns whether the next text is the bot's own."""
        return not (self.is_thought or self.is_others)

    def own(self, text: str, *, is_line: bool) -> str:
        """Gives the bot's own part of a sentence.

        Args:
            is_line: a line begins with it.
        """
        if self.is_asked or (self.is_own and not _MAY_BE.search(text)):
            self.has_begun = self.has_begun or bool(text.strip())
            return text
        lead = "" if is_line else "\u2060"  # what begins in the midst of a line is no label
        return "".join(self._parts(lead + text)).removeprefix(lead)

    def _parts(self, text: str) -> Iterator[str]:
        at = 0
        for found in self.pattern.finditer(text):
            yield self._kept(text[at : found.start()])
            at = found.end()
            if found["shown"]:
                yield self._kept(found[0])
            else:
                self._turn(found)
        yield self._kept(text[at:])

    def _kept(self, text: str) -> str:
        if not self.is_own:
            self.has_left_out = self.has_left_out or bool(text.strip())
            return ""
        self.has_begun = self.has_begun or any(map(str.isalnum, text))
        return text

    def _turn(self, found: re.Match[str]) -> None:
        if self.is_over:
            return
        if found["thought"]:
            self.is_thought, self.is_others = True, False
        elif found["back"]:
            self.is_thought = False
        elif found["own"]:
            self.is_thought = self.is_others = False
        elif found["other"] or (found["end"] and self.has_begun and not self.is_thought):
            self.is_thought, self.is_others = False, True
        elif found["mark"]:
            self.is_thought = False if "end" in found[0] else self.is_thought


def turns(name: str = "", said: str = "") -> Turns:
    """Gives the reader of the turns of one draft.

    Args:
        name: the bot's own.
        said: the person's message, as rules read it.
    """
    return Turns(_patterns(name), speaks_of_marks(said))
