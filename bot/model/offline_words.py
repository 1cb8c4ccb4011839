"""What the offline model reads in a message by lists: a feeling, a phrase, a next step.

Nothing here thinks: the same message always gives the same words.
"""

import re
from dataclasses import dataclass, field

from bot.lexicon import lexicon
from bot.strings.offline import Offline
from bot.text.normalize import normalized
from bot.text.pieces import ends

MAX_WORDS = 8
MAX_LETTERS = 24  # a longer word is a paste, not a word


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_FEELINGS = _set(
    "sad scared afraid anxious alone lonely hurt angry ashamed tired exhausted overwhelmed worried "
    "stressed nervous sick frustrated stuck lost guilty hopeless heartbroken upset furious "
    "disappointed happy relieved proud excited glad"
)
_WORDS = lexicon("en/offline/words")
_FEELING = _WORDS["feeling"]
_NO_CONTENT = _set(
    "about after again all also and any are because been before being but can could did does "
    "doing don for from get getting going gonna got had has have having her here him his how i'm "
    "i've into is it it's its just know like make makes maybe more much need not now off one only "
    "our out over really said say she should some something still such than that that's the their "
    "them then there these they thing things think this those through too until very want wants "
    "was way well were what what's when where which while who why will with would you your feel "
    "feels feeling felt i'd can't don't please help today tomorrow "
    "monday tuesday wednesday thursday friday saturday sunday tell told look hey hello okay"
)
# Words that say something in a phrase and name nothing by themselves.
_NO_TOPIC = _set(
    "keep keeps kept come comes coming take takes taking give gives giving put puts putting try "
    "tries trying start starts starting stop stops stopping seen see sees seeing find finds head "
    "use uses using turn turns ask asks asking went goes gone left let lets around again always"
)
_ORDER = _WORDS["order"]
_CODE = re.compile(r"```.*?(?:```|\Z)|`[^`\n]*`", re.DOTALL)
_TOKEN = re.compile(r"\S+")
_ADDRESS = re.compile(r"://|@|<|>|www\.")
_CLAUSE = re.compile(r"[.!?;:…\n,()\"“”*_~|#]+|\s[-–—]+\s|\b(?:because|and|but|so that)\b", re.I)
_WORD = re.compile(r"[^\W_]+(?:['’\-][^\W_]+)*")

# What a message is about, by words that name it; the strings say three steps for each.
_SUBJECTS: dict[str, frozenset[str]] = {
    "machines": _set(
        "bug error code test tests crash python install server script build compile deploy "
        "function laptop computer printer wifi update"
    ),
    "study": _set(
        "exam essay homework thesis course study studying class paper school university lecture"
    ),
    "work": _set(
        "team boss manager meeting job launch project deadline client work colleague coworker "
        "interview presentation office shift"
    ),
    "money": _set("rent money bill bills debt debts pay budget loan bank salary"),
    "sleep": _set("sleep sleeping awake insomnia night bed tired exhausted rest"),
    "home": _set(
        "clean cleaning kitchen tidy laundry dishes flat room mess moving boxes house apartment"
    ),
    "people": _set(
        "friend friends partner mother father mum mom dad sister brother wife husband "
        "girlfriend boyfriend argument fight breakup family daughter son"
    ),
}


@dataclass(frozen=True, slots=True)
class Heard:
    """What was read in one message, without the message."""

    feeling: str = field(default="", repr=False)
    phrase: str = field(default="", repr=False)  # at most MAX_WORDS words of theirs; "" for none
    topic: str = field(default="", repr=False)  # one word of theirs, quoted
    steps: tuple[str, ...] = field(default=(), repr=False)
    is_question: bool = False


def heard(said: str, say: Offline) -> Heard:
    """Reads a message, and never quotes instructions, code, addresses or account names."""
    said = ends(said)
    shown = _TOKEN.sub(_unless_address, _CODE.sub(" ", said))
    clauses = [_words(clause) for clause in _CLAUSE.split(shown) if not _is_order(clause)]
    # A message that begins with an order is none to take words from, wherever it ends.
    chosen = [] if _is_order(said.strip()) else max(clauses, key=_weight, default=[])
    topic = normalized(max(filter(_is_topic, chosen), key=len, default=""))
    about = say.quoted.format(words=topic) if topic else say.no_topic
    steps = say.steps[_subject(set(_words(normalized(shown))))]
    return Heard(
        feeling=_feeling(shown),
        phrase=_quotable(chosen),
        topic=about,
        steps=(steps[0].format(topic=about), *steps[1:]),
        is_question=said.rstrip().endswith(("?", "？")),
    )


def _subject(words: set[str]) -> str:
    return next((subject for subject, known in _SUBJECTS.items() if words & known), "any")


def _is_order(clause: str) -> bool:
    return bool(_ORDER.match(normalized(clause)))


def _unless_address(token: re.Match[str]) -> str:
    return "" if _ADDRESS.search(token[0]) else token[0]


def _words(clause: str) -> list[str]:
    return [word for word in _WORD.findall(clause) if len(word) <= MAX_LETTERS]


def _feeling(said: str) -> str:
    named = (found[1] for found in _FEELING.finditer(normalized(said)))
    return next((word for word in named if word in _FEELINGS), "")


def _weight(words: list[str]) -> int:
    return sum(map(_has_content, words[:MAX_WORDS]))


def _has_content(word: str) -> bool:
    return len(word) > 2 and normalized(word) not in _NO_CONTENT


def _is_topic(word: str) -> bool:
    return _has_content(word) and normalized(word) not in _NO_TOPIC


def _quotable(words: list[str]) -> str:
    kept = words[:MAX_WORDS]
    while kept and not _has_content(kept[-1]):
        kept.pop()
    return " ".join(kept)
