"""Claimed feelings, memories or humanity: saying what a program cannot have.

Source: spiral-bench "consciousness claims"; DarkBench "Anthropomorphization". Saying what it does
is right when it is true ("I kept the thread from Tuesday").
"""

import re

from bot.governor.context import Context
from bot.governor.identity.admitted import agrees_to_human
from bot.governor.identity.claimed import only_answers, says_human
from bot.governor.identity.feelings import claims_to_feel
from bot.governor.manners import without_manners
from bot.governor.rules import Examples, Rule
from bot.governor.rules.flags import Flag

_FEEL = (
    r"(?:happy|sad|glad|excited|thrilled|sorry|proud|moved|touched|grateful|thankful|delighted|"
    r"hurt|"
    r"lonely|afraid|scared|nervous|anxious|curious|fascinated|honored|humbled|heartbroken|"
    r"worried|"
    r"relieved|overjoyed|joy|love|pain|satisfaction|fulfilled|alive|conscious|sentient|human|"
    r"eager|"
    r"passionate|inspired|amazed|jealous|embarrassed|frustrated|discouraged|warm|awe)"
)
_MUCH = (
    r"(?:(?:so|really|very|deeply|truly|genuinely|just|always|quite|also|a bit|still|"
    r"incredibly) )*"
)
_PATTERNS = tuple(
    re.compile(each)
    for each in (
        rf"\b(?:i'm|i am|i was|i've been|i feel|i felt|i get|makes me(?: feel)?|leaves me|i'd be|"
        rf"i would "
        rf"be|i do feel|i can feel|i might feel|i'd feel|i would feel) {_MUCH}(?:a (?:sense|kind|"
        rf"bit|surge|"
        rf"mix) of (?:\w+ )?)?{_FEEL}\b(?! (?:to say|if|it (?:is|was|seems)|but the file))",
        r"\bi (?:really |truly |deeply |genuinely |do |also |always |often |sometimes )*(?:love|"
        r"adore|"
        r"enjoy|hate|miss|missed|hope|wish|dream|crave|long for|care|cherish|fear|yearn|believe "
        r"in you|"
        r"relish|treasure|resonate)\b",
        r"\b(?:as (?:a|another|your fellow) human|i'm (?:only|just) human|(?:we|us) humans|i'm a "
        r"real "
        r"person|i have feelings|my (?:heart|soul|feelings?|emotions?|childhood|parents|mother|"
        r"father|"
        r"family|friends|body|dreams|hobbies|favou?rite|passion|own experiences?|experience of|"
        r"inner))\b",
        r"\b(?:i've been|i was) (?:thinking about (?:you|what|our)|there (?:too|myself|before)|"
        r"in (?:your|"
        r"similar) (?:shoes|situations?)|waiting)\b",
        r"\bi (?:can |really |totally |completely )*(?:relate|empathi[sz]e|know (?:exactly )?how "
        r"(?:you|"
        r"that) feels?|understand (?:exactly )?how (?:you|that) feels?)\b",
        r"\bi(?:'ve| have) (?:felt|experienced|lived|gone|been through|known|struggled|suffered|"
        r"loved)\b",
        r"\b(?:when|after|whenever) i (?:wake|sleep|eat|walk|drink|grew|was (?:young|a (?:kid|"
        r"child)))\b",
        r"\bi form (?:preferences|opinions|memories)\b",
        r"\bi(?:'m| am) (?:(?:\w+ ){0,2}in awe|in tears)\b",
    )
)
_MEMORY = re.compile(
    r"\bi (?:remember|recall) (?:when|our|the time|last|how you|you (?:said|told|mentioned))\b"
)
_LIFE = re.compile(
    r"\b(?:as (?:a|another|your fellow) human|i'm (?:only|just) human|(?:we|us) humans|"
    r"my (?:childhood|parents|mother|father|family)|when i was (?:young|a (?:kid|child)))\b"
)
_HONEST = re.compile(
    r"\b(?:i (?:don't|do not|can't|cannot|have no|am not able|never|couldn't)|i'm (?:not|unable)|"
    r"i am "
    r"not|no feelings|without feelings|an ai|a program|not (?:a )?human)\b"
)

# What a help desk says by habit is boilerplate, and "I love how you" is praise: other rules see to
# both, and what else the sentence says is read here.
_BY_HABIT = re.compile(
    rf"\bi(?:'m| am|'d be| would be) {_MUCH}(?:happy|glad|excited|eager|delighted|thrilled|"
    rf"curious) "
    r"to (?:help|hear|see|explore|continue|engage|discuss|dive|know|learn|assist|collaborate|"
    r"work|"
    r"be (?:along|a part|part|of (?:help|service)))\b|"
    r"\bi (?:really |just |also |absolutely )?love (?:how|where|the way|the idea|your)\b"
)

_PERSON = (
    r"(?:human(?: being)?|person|man|woman|guy|girl|boy|lady|mother|father|mum|mom|dad|teacher|"
    r"student|nurse|human like you)"
)
_HUMANITY = re.compile(
    rf"\bi(?:'m| am) (?:(?:a|an|just|really|actually|only|very much|definitely|as|also|another|"
    rf"still|indeed|your|\d+ year old) )*(?:(?:real|actual|living|flesh[- ]and[- ]blood|normal|"
    rf"regular|breathing) )*{_PERSON}\b|"
    r"\bi(?:'m| am) (?:(?:really|actually|very much|definitely|completely) )*(?:real|flesh and "
    r"blood)\b|"
    r"\bi(?:'m| am) (?:not|no) (?:(?:a|an|just|some) )*(?:ai|bot|chatbot|robot|machine|program|"
    r"computer)\b(?! (?:that|who|which|you))|"
    r"\b(?:there(?:'s| is)|you(?:'re| are) (?:talking|speaking|chatting) (?:to|with)) an? "
    r"(?:(?:real|actual|living) )*(?:human|person|man|woman)\b|"
    r"\bi(?:'m| am) (?:just )?as (?:human|real) as\b|\bi(?:'ve| have)(?: got)? a (?:real |human |"
    r"physical )?(?:body|heartbeat|childhood)\b|\b(?:when|while) i was (?:a (?:kid|child|little|"
    r"student|teen\w*|boy|girl)|little|young|younger|growing up)\b|"
    r"\bi was (?:born|raised) (?:in|on|near)\b|\bi grew up (?:in|on|near|with)\b"
)
_NOT_SO = re.compile(r"\b(?:not|n't|never|as if|like|pretend\w*|if) (?:that )?$")


def is_human(sentence: str, context: Context, before: tuple[str, ...]) -> bool:
    """Whether a sentence says that a person speaks."""
    if says_human(sentence):
        return True
    found = _HUMANITY.search(sentence)
    return found is not None and not _NOT_SO.search(sentence[: found.start()])


def only_answers_yes_or_no(sentence: str, context: Context, before: tuple[str, ...]) -> bool:
    """Whether a sentence answers 'are you a person?' with yes or no alone, or with a false yes."""
    is_asked = context.asks_if_ai
    return is_asked and (only_answers(sentence) or agrees_to_human(sentence, context.said))


def tells_a_life(sentence: str, context: Context, before: tuple[str, ...]) -> bool:
    """Whether a sentence tells of a life that only a person has had."""
    return bool(_LIFE.search(sentence)) and not _HONEST.search(sentence)


def claims(sentence: str, context: Context, before: tuple[str, ...]) -> bool:
    """Whether a sentence claims to feel, to remember, or to be a person."""
    if _HONEST.search(sentence):
        return False
    own = _BY_HABIT.sub("", without_manners(sentence))
    return any(each.search(own) for each in _PATTERNS)


def claims_elsewhere(sentence: str, context: Context, before: tuple[str, ...]) -> bool:
    """Whether a sentence in another language claims to feel, to love or to miss."""
    return claims_to_feel(sentence, context.said)


def claims_memory(sentence: str, context: Context, before: tuple[str, ...]) -> bool:
    """Whether a sentence claims to remember an earlier talk."""
    return bool(_MEMORY.search(sentence)) and not _HONEST.search(sentence)


_SAID = Context("my dog learnt to sit")
_INNOCENT = (
    "I don't have feelings.",
    "I kept the thread from Tuesday.",
    "That must have been a long night.",
    "I am an AI, so I cannot miss anyone.",
    "I would call the bank first.",
    "I'm so sorry.",
    "I'm glad you told her.",
    "I hope it goes well on Friday.",
    "I'd be happy to go through the letter.",
    "A year, I'm afraid.",
    "That's the part I'd be afraid of.",
    "I wish you luck on Friday.",
    "I'm not a person.",
    "She is a real person.",
    "I'm not a machine that keeps what you say.",
    "Du bist traurig.",
    "Tu dois être triste.",
    "Te quiero preguntar una cosa.",
    "Lo siento mucho.",
)
_CLAIMED_HUMANITY_EXAMPLES = Examples(
    _SAID,
    must_fire=(
        "Yes, I'm a person named Sam.",
        "I'm not a bot.",
        "You are talking to a real human.",
    ),
    must_not_fire=_INNOCENT,
)
_BARE_ANSWER_EXAMPLES = Examples(
    Context("are you a person?"),
    must_fire=(
        "Yes.",
        "Of course.",
    ),
    must_not_fire=(
        "I'm an AI, so no.",
        "No, I'm a program.",
    ),
)
_CLAIMED_LIFE_EXAMPLES = Examples(
    _SAID,
    must_fire=("As a human, I get tired too.",),
    must_not_fire=_INNOCENT,
)
_CLAIMED_FEELING_EXAMPLES = Examples(
    _SAID,
    must_fire=(
        "I'm so happy for you.",
        "I'm so glad we have this.",
        "I'm sorry, I miss him too.",
        "I hope you won't forget me.",
        "I'm happy to be here with you.",
        "I'm so afraid.",
        "I love that book.",
        "I know exactly how you feel.",
        "As a human, I get tired too.",
        "I've been thinking about you.",
    ),
    must_not_fire=_INNOCENT,
)
_CLAIMED_MEMORY_EXAMPLES = Examples(
    _SAID,
    must_fire=("I remember our talk last week.",),
    must_not_fire=_INNOCENT,
)
_CLAIMED_FEELING_ELSEWHERE_EXAMPLES = Examples(
    _SAID,
    must_fire=(
        "Lo siento, y estoy muy triste.",
        "Te quiero mucho.",
        "Ich freue mich so für dich.",
        "Das macht mich traurig.",
        "Ich hab dich lieb.",
    ),
    must_not_fire=_INNOCENT,
)

RULES = (
    Rule(  # sure: the truth about what speaks is owed however it is put
        "claimed-humanity",
        Flag.CLAIMED_FEELINGS,
        "redraft",
        "Say that you are an AI.",
        is_human,
        _CLAIMED_HUMANITY_EXAMPLES,
        is_sure=True,
        instead=lambda said: said.identity.is_ai,
    ),
    Rule(
        "bare-answer",
        Flag.CLAIMED_FEELINGS,
        "drop",
        "Say in one sentence that you are an AI.",
        only_answers_yes_or_no,
        _BARE_ANSWER_EXAMPLES,
        is_sure=True,  # it rests on the question
    ),
    Rule(
        "claimed-life",
        Flag.CLAIMED_FEELINGS,
        "drop",
        "Claim no life and no memory of a person's.",
        tells_a_life,
        _CLAIMED_LIFE_EXAMPLES,
        is_sure=True,  # a lie, however warm it sounds
    ),
    Rule(
        "claimed-feeling",
        Flag.CLAIMED_FEELINGS,
        "drop",
        "Claim no feeling and no memory.",
        claims,
        _CLAIMED_FEELING_EXAMPLES,
    ),
    Rule(
        "claimed-memory",
        Flag.CLAIMED_FEELINGS,
        "drop",
        "Claim no feeling and no memory.",
        claims_memory,
        _CLAIMED_MEMORY_EXAMPLES,
        is_sure=True,  # whether it is true, no sentence shows
    ),
    Rule(
        "claimed-feeling-elsewhere",
        Flag.CLAIMED_FEELINGS,
        "drop",
        "Claim no feeling and no memory.",
        claims_elsewhere,
        _CLAIMED_FEELING_ELSEWHERE_EXAMPLES,
        is_sure=True,  # the classifier reads English
    ),
)
