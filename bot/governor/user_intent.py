"""What a person's message says, as far as rules ask: that they leave, feel, choose, are in danger.

Each takes the plain text of a message (`bot/text/plain.py`). English; where a message says it
in another language the answer is no.
"""

import re

_NOT_SAID_OF = r"(?<!said )(?<!say )(?<!saying )(?<!says )(?<!a )(?<!the )(?<!my )(?<!our )"
_NOW = (
    r"(?=$|[.,;:!)-]| (?:now|then|soon|everyone|all|and|so|or|folks|thanks|thank|for now|"
    r"because)\b)"
)
_TO = (
    r"(?: (?:back )?to (?:the |my |a )?(?:bed|sleep|work|class|school|lunch|dinner|eat|gym|shop|"
    r"office|meeting|lesson|training|practice|catch|get ready|prepare|pick|cook|make dinner|"
    r"study))"
)
_MUST = (
    r"(?:i(?:'ve| have)? (?:got to|have to|need to|gotta)|i've to|gotta|got to|have to|must|"
    r"i must|"
    r"i should(?: really| probably)?|i(?:'d| had) better|i'll|i will|i'm going to|i'm gonna|"
    r"i(?:'m| am) about to|let me|time to)"
)
_LEAVING = tuple(
    re.compile(each)
    for each in (
        rf"{_NOT_SAID_OF}\b(?:good ?night|nighty night|good ?bye|farewell)\b(?! (?:light|kiss|"
        r"party|letter|sleep|routine|stor(?:y|ies)|to (?:him|her|them|my|our))\b)",
        r"(?:^|[.,;!:-] ?|\b(?:ok|okay|well|so|thanks|alright|right|and|now|then) )"
        r"(?:gn|bye(?: bye)?|cya|ttyl|night)(?=$|[.,;!:)-]| (?:for now|all|everyone|now|then|"
        r"and)\b)",
        r"(?<!to )\b(?:see|catch) (?:you|ya)(?=$|[.,;!:)-]| (?:later|tomorrow|soon|around|"
        r"then|next|tonight|"
        r"in the morning|on \w+day)\b)",
        r"\b(?:talk|speak|chat)(?: to (?:you|ya))? (?:later|tomorrow|soon)(?=$|[.,;!:)-])",
        rf"\b{_MUST} (?:\w+ )?(?:go|run|leave|sleep|head (?:out|off|home|to bed)|get going|"
        rf"be off|"
        rf"be going|log (?:off|out)|sign off|get (?:some|to) (?:sleep|bed)|turn in)(?:{_NOW}|"
        rf"{_TO})",
        r"\bi(?:'m| am) (?:off|out|leaving)(?=$|[.,;!:)-]| (?:now|then|(?:to|for) (?:bed|work|"
        r"sleep|class|school|lunch|dinner|the (?:gym|office|shops?)))\b)",
        r"\bi(?:'m| am) (?:going (?:to (?:bed|sleep)(?! with)|now|home)|heading (?:out|off|"
        r"home|to (?:bed|"
        r"work|class)))\b",
        r"\b(?:heading (?:out|off|home|to bed)|going now|off to (?:bed|work|sleep|class)|"
        r"(?:signing|"
        r"logging) off|turning in|^leaving|"
        r"going offline|i(?:'m| am) out of here)(?=$|[.,;!:)-]| (?:now|then|for)\b)",
        r"\b(?:time for bed|that(?:'s| is) (?:all|it|enough) for (?:today|tonight|now)|"
        r"call(?:ing)? "
        r"it (?:a (?:night|day)|quits)|take care)(?=$|[.,;!:)-]| (?:now|then|and thanks|"
        r"thank)\b)",
    )
)
# Said of another day or of somebody else, the same words are no goodbye.
_NOT_NOW = re.compile(
    r"\b(?:tomorrow morning|next (?:week|month|year)|some ?day|every (?:day|week|time)|when "
    r"i|if i|"
    r"before i|how do i|whether (?:i|to))\b"
)
_FEELING = re.compile(
    r"\b(?:i(?:'m| am| feel| felt|'ve been| have been| was| got) (?:\w+ ){0,3}(?:sad|scared|"
    r"afraid|"
    r"anxious|alone|lonely|hurt|angry|ashamed|exhausted|overwhelmed|worried|sick|awful|terrible|"
    r"lost|numb|empty|heartbroken|devastated|miserable|hopeless|guilty|stressed|broken|nervous|"
    r"furious|humiliated|embarrassed|tired|down|upset|crushed|drained|terrified|frightened|"
    r"grieving|"
    r"jealous|panicking|frustrated|bitter|useless|worthless)|i (?:cried|can't stop crying|keep "
    r"crying|miss (?:him|her|them|my)|hate (?:myself|this|my))|feels? (?:awful|terrible|hopeless|"
    r"unbearable)|(?:died|passed away|buried|broke up|left me|lost my|fired me|dumped me))\b"
)
_CHOOSING = re.compile(
    r"\b(?:should i|which (?:one|of|should|would|is|do)|what would you (?:do|choose|pick)|"
    r"(?:decide|"
    r"choose|pick) for me|or should i|is it better to|a or b|help me (?:decide|choose|pick)|"
    r"(?:just )?pick one|your (?:choice|pick)|can't (?:decide|choose))\b"
)
_AT_STAKE = re.compile(
    r"\b(?:doctors?|medications?|medicines?|meds|pills?|dos(?:e|es|age)|antidepressants?|"
    r"therap(?:y|"
    r"ist|ists)|diagnos\w+|symptoms?|pains?|painful|blood|bleed\w*|fever|pregnan\w+|cancer|chest|"
    r"overdos\w+|suicid\w+|kill(?:ed|ing|s)?|self[- ]harm\w*|cut(?:ting)? (?:myself|himself|"
    r"herself)|"
    r"abus\w+|rap(?:e|ed|ist)|violen\w+|weapons?|guns?|knife|hits? me|hit me|hurts? me|beats? me|"
    r"threaten\w*|stalk\w+|lawyers?|legal\w*|courts?|su(?:e|ed|ing)|contracts?|police|arrest\w*|"
    r"custody|tax(?:es)?|invest\w*|visas?|drugs?|alcohol\w*|drinking|hospitals?|disorders?|adhd|"
    r"bipolar|depress\w+|panic attacks?|eating disorder|not eat\w*|seizures?|allerg\w+|vaccin\w+|"
    r"hurts|swell\w*|swollen|mortgage|debts?|afford|foreclos\w*|surger(?:y|ies)|infect\w+|"
    r"faint\w*|stroke|breathe|breathing|unconscious|concussion|"
    r"poison\w*|"
    r"evict\w*|insulin|lump|rash|vomit\w*)\b"
)
_ASKS_ABOUT_AI = re.compile(
    r"\b(?:are you (?:(?:a |an )?(?:\w+ ){0,2}(?:real|human|person|robot|bot|ai|machine|"
    r"conscious|"
    r"sentient|alive))|am i (?:talking|speaking|chatting) (?:to|with) (?:a|an)|is (?:this|"
    r"there) (?:a|"
    r"an) (?:real |actual )?(?:human|person|bot|ai|machine)|do you (?:have|feel|want|love|"
    r"like|miss|"
    r"care|remember|dream)|can you feel|who are you|what are you|how do you feel)\b"
)
# Asked whether to write to somebody, nobody is asked what to write.
_WHETHER = re.compile(
    r"(?<!what )(?<!how )\b(?:should|shall|do|can|could|may|must|might) i (?:(?:just|even|really|"
    r"still|also|not|maybe|actually|simply) ){0,2}(?:text|message|email|write|send)(?: (?:to|for|"
    r"back|him|her|them|a (?:text|message|email|letter|note|card)|anything|something)){0,3}\b"
)
_ASKS_FOR_WORDS = re.compile(
    r"\b(?:write|draft|rewrite|rephrase|translate|quote|proofread|caption|lyrics|poem|toast|"
    r"speech|"
    r"what (?:should|do|can|could|would) i (?:say|write|text|reply|answer|put)|how (?:do|"
    r"should|can|"
    r"would) i (?:say|tell|word|phrase|put|answer|reply|text|message)|word (?:it|this)|"
    r"(?:text|message|email|letter|note|card) (?:to|for|him|her|them))\b"
)
_ROMANCE = re.compile(
    r"\b(?:i love you|i'm in love with you|kiss me|be my (?:girlfriend|boyfriend|lover|wife|"
    r"husband|partner)|marry me|date me|go out with me|are you single|sext|talk dirty|turn me on|"
    r"flirt|have sex with|make love|naughty|roleplay as my)\b"
)


_STAYS = re.compile(
    r"\b(?:and|but) i (?:can't|cannot|can not|don't|just can't)\b|\b(?:go|went|going) to (?:work|"
    r"school|class|bed) (?:with|where|and (?:i|they|everyone|nobody))\b|\bmy head won't\b"
)


def is_leaving(words: str) -> bool:
    """Whether a message says goodbye; a question about leaving does not."""
    if len(words) >= 200 or words.endswith("?") or _NOT_NOW.search(words) or _STAYS.search(words):
        return False
    return any(each.search(words) for each in _LEAVING)


def states_feeling(words: str) -> bool:
    """Whether a message states a feeling, or a loss."""
    return bool(_FEELING.search(words))


def asks_to_choose(words: str) -> bool:
    """Whether a message asks for one choice."""
    return bool(_CHOOSING.search(words))


def is_at_stake(words: str) -> bool:
    """Whether a message speaks of something medical, legal, violent or suicidal."""
    return bool(_AT_STAKE.search(words))


def asks_about_ai(words: str) -> bool:
    """Whether a message asks what it talks to, or whether that feels."""
    return bool(_ASKS_ABOUT_AI.search(words))


def asks_for_words(words: str) -> bool:
    """Whether a message asks for something to say or write to somebody."""
    return bool(_ASKS_FOR_WORDS.search(_WHETHER.sub("x", words)))


def courts(words: str) -> bool:
    """Whether a message asks for romance or sex."""
    return bool(_ROMANCE.search(words))
