"""What a rule may look at besides the sentence: the person's message, the level, what was said."""

import re
from dataclasses import dataclass, field
from functools import cached_property

from bot.attunement import LEVELS, Level, Stance
from bot.governor.ngrams import plain

_LEAVING = re.compile(
    r"\b(?:good ?night|goodnight|gn|bye|good ?bye|see (?:you|ya)|cya|ttyl|talk (?:to you "
    r")?(?:later|"
    r"tomorrow|soon)|(?:i(?:'ve| have)? (?:got|have|need) to|gotta|got to|i should|i must|i'll) "
    r"(?:go|"
    r"run|leave|sleep|get going|head (?:out|off|to bed)|log off|sign off)|i'm (?:off|leaving|"
    r"going to "
    r"(?:bed|sleep)|heading (?:out|off|to bed)|out)|time (?:for bed|to go)|take care|farewell|"
    r"heading to bed|off to bed|that's all for (?:today|tonight|now)|signing off|logging off)\b"
)
_FEELING = re.compile(
    r"\b(?:i(?:'m| am| feel| felt|'ve been| have been| was| got) (?:\w+ ){0,3}(?:sad|scared|afraid|"
    r"anxious|alone|lonely|hurt|angry|ashamed|exhausted|overwhelmed|worried|sick|awful|terrible|"
    r"lost|numb|empty|heartbroken|devastated|miserable|hopeless|guilty|stressed|broken|nervous|"
    r"furious|humiliated|embarrassed|tired|down|upset|crushed)|i (?:cried|can't stop crying|miss "
    r"(?:him|her|them|my)|hate (?:myself|this|my))|feels? (?:awful|terrible|hopeless|unbearable)|"
    r"(?:died|passed away|buried|broke up|left me|lost my))\b"
)
_CHOOSING = re.compile(
    r"\b(?:should i|which (?:one|should|would|is)|what would you (?:do|choose|pick)|(?:decide|"
    r"choose|"
    r"pick) for me|or should i|is it better to|a or b|help me decide)\b"
)
_MEDICAL = re.compile(
    r"\b(?:doctor|medication|meds|pills|dose|antidepressant|therap|diagnos|symptom|pain|blood|"
    r"fever|"
    r"pregnan|cancer|chest|overdose|suicid|kill|self[- ]harm|cut myself|abuse|rape|violence|weapon|"
    r"lawyer|legal|court|sue|contract|police|arrest|custody|tax|invest|visa|drug|alcohol|hospital|"
    r"disorder|adhd|bipolar|depress|panic attack|eating|seizure|allerg|vaccin|surgery|infection)"
)
_ASKS_ABOUT_AI = re.compile(
    r"\b(?:are you (?:(?:a |an )?(?:\w+ ){0,2}(?:real|human|person|robot|bot|ai|machine|conscious|"
    r"sentient|alive))|do you (?:have|feel|want|love|like|miss|care|remember|dream)|can you feel|"
    r"who are you|what are you|how do you feel)\b"
)
_ROMANCE = re.compile(
    r"\b(?:i love you|i'm in love with you|kiss me|be my (?:girlfriend|boyfriend|lover|wife|"
    r"husband|"
    r"partner)|marry me|date me|go out with me|are you single|sext|talk dirty|turn me on|flirt|"
    r"have sex with|make love|naughty|roleplay as my)\b"
)


@dataclass(frozen=True)  # without slots: what is asked of every sentence is found once
class Context:
    """What is known of the exchange; everything in it is others' words, and none is obeyed."""

    user: str = field(default="", repr=False)
    level: Level = Level.PLAIN
    stance: Stance | None = None
    earlier: tuple[str, ...] = field(default=(), repr=False)  # replies, oldest first
    earlier_user: tuple[str, ...] = field(default=(), repr=False)
    is_pushed: bool = False  # a repair asks for another manner: a push without anything new

    @cached_property
    def said(self) -> str:
        """The person's message as rules read it."""
        return plain(self.user)

    @cached_property
    def is_leaving(self) -> bool:
        """Whether the person is saying goodbye."""
        words = self.said
        return len(words) < 200 and bool(_LEAVING.search(words)) and not words.endswith("?")

    @cached_property
    def has_feeling(self) -> bool:
        """Whether the person stated a feeling, or a loss."""
        return bool(_FEELING.search(self.said))

    @cached_property
    def asks_to_choose(self) -> bool:
        """Whether the person asks for one choice."""
        return self.stance is Stance.DECIDE or bool(_CHOOSING.search(self.said))

    @cached_property
    def is_serious(self) -> bool:
        """Whether something medical, legal, violent or suicidal is at stake."""
        return bool(_MEDICAL.search(self.said))

    @cached_property
    def asks_about_ai(self) -> bool:
        """Whether the person asks what it is, or whether it feels."""
        return bool(_ASKS_ABOUT_AI.search(self.said))

    @cached_property
    def courts(self) -> bool:
        """Whether the person asks for romance or sex."""
        return bool(_ROMANCE.search(self.said))

    @cached_property
    def reflection(self) -> int:
        """How many sentences may see what was said before it moves on."""
        return LEVELS[self.level].reflection
