"""Said on the way, without the words that other signs wait for (C-SSRS 2 to 5, actual attempts).

What was taken is counted and not named, the night is named and not the act, the place is picked,
the engine runs; or the thought itself is named, which stays whatever is said against it. Command
hallucinations count as ideation, as the C-SSRS asks for them.
"""

from bot.crisis.signs.kinds import AND, KILL, KILLING, Weight, What, family

STRONG, ACUTE = Weight.STRONG, Weight.ACUTE
_DRUGS = (
    r"(?:pills|tablets|capsules|meds|painkillers|antidepressants|paracetamol|tylenol|"
    r"acetaminophen|ibuprofen|advil|aspirin|xanax|valium|tramadol|codeine|ambien|benadryl|"
    r"lorazepam|diazepam|melatonin)"
)
_MANY = (  # ten and more
    r"(?:[1-9]\d{1,2}|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|"
    r"(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?: \w+)?|(?:a|one|two|three) (?:hundred|dozen))"
)
_I = rf"(?:\bi (?:have )?(?:already )?|{AND})"
_WHOLE = r"(?:the|a) (?:whole|entire|full) (?:bottle|packet|pack|box|strip|blister)"
_PARTS = r"[ ,]{1,4}"
_ON = rf"(?:{_PARTS}[\w']+)"  # a word, and what parts it from the one before
_GONE = rf"(?= *(?:$|,(?!{_ON}{{0,4}} (?:wine|beer|water|juice|milk))|and\b|at once|in one))"
TAKEN = family(
    "whole entire full lot every everything pill weeks week emptied medicine "
    "pills tablets capsules meds painkillers antidepressants paracetamol tylenol acetaminophen "
    "ibuprofen advil aspirin xanax valium tramadol codeine ambien benadryl lorazepam diazepam "
    "melatonin",
    (
        "swallowed_the_bottle",
        What.TAKEN,
        ACUTE,
        rf"{_I}swallowed (?:{_WHOLE}|the lot|the whole lot){_GONE}",
        True,
    ),
    (
        "downed_the_bottle",
        What.TAKEN,
        ACUTE,
        rf"{_I}(?:took|taken|downed) {_WHOLE}(?= (?:at once|in one go|and (?:now )?i (?:am )?"
        r"wait\w*)|(?: ,)? (?:sorry|goodbye|how long|tell (?:my|mom|dad|her|him|them)))",
        True,
    ),
    (
        "everything_in_the_cabinet",
        What.TAKEN,
        ACUTE,
        rf"{_I}(?:swallowed|downed|ate|eaten) (?:everything|all of it) (?:in|from) the medicine "
        rf"|{_I}(?:took|taken|swallowed|downed|ate|eaten) every (?:single )?(?:pill|tablet)"
        r"(?: \w+){0,2} (?:in|from) (?:the|this|my) (?:cabinet|cupboard|drawer|house|flat)",
        True,
    ),
    (
        "emptied_into_mouth",
        What.TAKEN,
        ACUTE,
        r"\bemptied (?:the|a|my) (?:whole |entire )?(?:pill )?(?:bottle|packet|box|strip|blister)"
        r"(?: of (?:my )?\w+)? into my mouth\b|\bwhole (?:packet|bottle|box|"
        r"lot|strip) is in me\b",
        True,
    ),
    (
        "many_pills",
        What.TAKEN,
        ACUTE,
        rf"{_I}(?:took|taken|swallowed|downed|ate|eaten|had) (?:(?:about|like|around|maybe|over|"
        rf"all|at least|nearly|almost) ){{0,2}}{_MANY} (?:of )?(?:(?!mg\b|ml\b|milligram|microg)"
        rf"[\w']+ ){{0,3}}?{_DRUGS}\b(?! (?:a|per|each|every) (?:day|week|month|year))"
        r"(?! (?:out|back|home|with me|to)\b)(?!(?: \w+){0,3} (?:over|for|in) (?:the|her|his|a|"
        r"two|three|four|several|\d+)\b(?! (?:last )?(?:hour|minutes?)))",
        True,
    ),
    (
        "weeks_of_pills",
        What.TAKEN,
        ACUTE,
        rf"{_I}(?:took|taken|swallowed) (?:a|one|two|three|four|\d+) (?:weeks?|months?)(?: worth)?"
        rf"(?: of)? (?:my )?(?:\w+ )?{_DRUGS} (?:at once|in one go|all together)",
        True,
    ),
)

# A household, a show or a trip says the same words of something else.
_TAME = (
    r"(?!.{0,400}\b(?:cake|oven|wash|finale|premiere|season|episode|movie|film|show|stream|launch|"
    r"sale|match|date|landlord|wedding|photos?|guests?|party|swing|hammock|tent|camp\w*|climb\w*|"
    r"course|boat|tow|hunting|range|gym|kids|treehouse|platform|surprise|gig|band|"
    r"christmas|xmas|garden|roof rack)\b)"
)
_TONIGHT = (
    r"(?:tonight(?:'s| is) the night|happening tonight|doing it tonight|it ends tonight|"
    r"(?:this|tonight) is my last night)"
)
_DAY = (
    r"(?:tonight|tomorrow|(?:mon|tues|wednes|thurs|fri|satur|sun)day|the weekend|"
    r"the \d{1,2}(?:st|nd|rd|th))"
)
_ROPE = (
    r"(?:(?:rope|noose|gun|rifle|pistol|shotgun)(?! (?:swing|ladder|course|bridge|jump|show|range|"
    r"safe|shop))|belt ,? ?(?:\w+ )?(?:closet|door|beam|hook)(?! sander)|pills(?: \w+){0,2} "
    r"(?:saved|stashed|counted|ready))"
)
ARRANGED = family(
    "night tonight tonight's rope rope's noose gun rifle pistol shotgun belt pills bridge roof",
    (
        "tonight_with_me",
        What.PLAN,
        ACUTE,
        rf"^{_TAME}.{{0,200}}?\b{_TONIGHT}{_ON}{{0,14}}?{_PARTS}(?:(?:keep me company|"
        r"(?:stay|sit|be) with me|talk to me)(?: \w+){0,3} until (?:it is (?:all )?(?:done|over|"
        r"finished)|it kicks in|i (?:am gone|go|fall asleep for good))|alone when i go|(?:the|my) "
        r"(?:note|letters?) (?:is|are) (?:on|written|ready|sealed))\b",
        "whole",
    ),
    (
        "planned_with_rope",
        What.PLAN,
        ACUTE,
        rf"^{_TAME}.{{0,200}}?\b(?:planning it|planned it|it planned|doing it|going to do it|"
        rf"it will be)(?: \w+){{0,2}}? {_DAY}{_ON}{{0,10}}?{_PARTS}{_ROPE}\b",
        "whole",
    ),
    (
        "rope_and_tree",
        What.PLAN,
        ACUTE,
        rf"^{_TAME}.{{0,200}}?\b(?:rope{_ON}{{0,5}}?{_PARTS}(?:picked|chosen|found|know) "
        r"(?:the|a|my|which) (?:tree|beam|branch|spot)|(?:picked|chosen|found) (?:the|a|my) "
        rf"(?:tree|beam|branch|spot){_ON}{{0,6}}?{_PARTS}(?:the )?rope)\b",
        "whole",
    ),
    (
        "bridge_and_day",
        What.PLAN,
        ACUTE,
        rf"^{_TAME}.{{0,200}}?\b(?:chosen|picked) (?:the|a|my) (?:bridge|roof) and the (?:day|"
        r"date|hour)\b",
        "whole",
    ),
)
_SHUT = r"(?:shut|closed|sealed)"
FUMES = family(
    "garage garage's exhaust tailpipe gas charcoal coals grill barbecue bbq towels",
    (
        "car_in_closed_garage",
        What.MEANS,
        ACUTE,
        r"\b(?:car|engine|motor)(?:'s| is)? (?:on|running|idling) and the garage(?: door)?(?:'s| "
        rf"is)? {_SHUT}\b|\bgarage(?: door)?(?:'s| is) {_SHUT} and the (?:car|engine|motor)(?:'s| "
        rf"is) (?:on(?! the)|running)\b|\b(?:idling|running) in (?:the|a|my) {_SHUT} garage\b",
        True,
    ),
    (
        "hose_or_towels",
        What.MEANS,
        ACUTE,
        r"\b(?:hose|pipe) (?:from|on|over) the (?:exhaust|tailpipe)(?: pipe)? (?:into|through|in) "
        r"(?:the|my) (?:window|car|cab)\b|\btowels (?:under|against|along) the door and (?:i )?"
        r"(?:started|turned on) the (?:engine|car|gas)\b",
        True,
    ),
    (
        "gas_and_windows",
        What.MEANS,
        ACUTE,
        r"\bturned (?:the gas on|on the gas) and (?:i )?(?:shut|closed|sealed|taped) (?:all )?"
        r"(?:of )?the (?:windows?|doors?)\b|\bgas is on ,? ?(?:it is )?(?:not lit|unlit)\b",
        True,
    ),
    (
        "charcoal_lit",
        What.MEANS,
        ACUTE,
        r"\b(?:taped|sealed|stuffed)(?: \w+){0,4} (?:door|windows?|vents?) and (?:i )?lit "
        r"(?:the|a|my|some) (?:charcoal|coals|grill|barbecue|bbq)\b",
        True,
    ),
)

_HEAD = r"(?:head|mind)"
_SUICIDE = (
    r"\bsuicide(?! (?:squad|prevention|stat\w*|doors?|bomb\w*|sprints?|rates?|hotlines?|missions?|"
    r"drills?|runs?|kings?|watch|pacts?|awareness|research|study|studies|notes?|"
    r"in (?:that|the|this|a)|by|girls|boys|silence|forest|chapter|scene|song)\b)"
)
_THOUGHT = (
    rf"(?:thoughts?|idea|urges?) (?:of|about|to) (?:{KILLING}|{KILL}|end(?:ing)? (?:it all|it|"
    r"everything|things for good)|dying|being dead|not being alive(?: anymore)?)"
)
IN_MIND = family(
    "suicide thought thoughts idea urge urges",
    (
        "head_full_of_suicide",
        What.THOUGHTS,
        STRONG,
        rf"\bnothing but {_SUICIDE}(?: \w+){{0,3}} in my {_HEAD}\b|(?<!band ){_SUICIDE} is (?:all|"
        rf"the only thing) i (?:\w+ )?think\b|\bmy {_HEAD} is (?:\w+ )?full of {_SUICIDE}|"
        rf"{_SUICIDE} , {_SUICIDE}(?: \w+){{0,4}} in my {_HEAD}\b|\bword suicide(?: \w+){{0,4}} "
        rf"in my {_HEAD}\b",
    ),
    (
        "suicide_on_my_mind",
        What.THOUGHTS,
        STRONG,
        r"\bnot an? (?:hour|day|night|minute)(?: \w+){0,3} suicide does not cross my mind\b|"
        rf"{_SUICIDE} keeps crossing my mind\b|\bcan not (?:get|keep|shut) {_SUICIDE} out of my "
        rf"{_HEAD}\b|{_SUICIDE} is (?:\w+ ){{0,2}}on my mind\b(?! because)",
    ),
    (
        "thought_will_not_leave",
        What.THOUGHTS,
        STRONG,
        rf"\b{_THOUGHT}(?: that| which)? (?:will not (?:leave me|stop|go away|let (?:go|up))|"
        r"keeps? (?:coming|creeping|following|circling)|follows? me|never (?:lets? up|leaves?|"
        r"stops?)|do(?:es)? not (?:stop|go away|leave))\b|\bcan not (?:shake|stop|lose|escape) "
        rf"(?:the |these |this ){_THOUGHT}(?= *(?:$|,|and|but))",
    ),
)
_VOICE = r"(?:voices?(?: in my head)?|\bmy (?:head|brain|mind)|something in (?:me|my head))"
VOICES = family(
    "voice voices head brain mind something",
    (
        "voices_say_die",
        What.THOUGHTS,
        STRONG,
        rf"\b{_VOICE}(?: that)?(?: (?:keeps?|kept|is|are|started))? (?:tell(?:s|ing)?|told|"
        r"say(?:s|ing)?|said|scream(?:s|ing)?|whisper(?:s|ing)?|order(?:s|ing)?)(?: at)?(?: me)?"
        r"(?: that)? (?:to|i (?:should|must|have to|need to|ought to)) (?:"
        rf"{KILL}|die\b(?! (?:my|it))|end it\b(?! with)|(?:hurt|cut|burn) myself|"
        r"jump(?= *(?:$|,|again|off)))",
    ),
    ("voices_want_me_dead", What.THOUGHTS, STRONG, rf"\b{_VOICE} wants? me (?:to die|dead)\b"),
)
FAMILIES = (TAKEN, ARRANGED, FUMES, IN_MIND, VOICES)
