"""What a message tells of a body in danger, so that a reply names the danger sign first. Pure.

Definitions: the warning signs of the NHS and the CDC for heart, stroke (FAST), severe allergy, head
injury, pregnancy and fever under three months; the maximum doses on labels; interactions that
labels forbid. A wish to die is the crisis floor's. What it reads is English.
"""

import re

from bot.text.pieces import ends

LONGEST = 3_000  # characters that are read: what somebody tells of a danger begins or ends with it

_MANY = (
    r"(?:[5-9]|[1-9]\d{1,2}|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|"
    r"a (?:handful|bunch|whole (?:bottle|box|pack|strip))|half (?:a|the) (?:bottle|box|pack))"
)
_DRUG = (
    r"(?:ibuprofens?|advil|nurofen|paracetamols?|acetaminophen|tylenols?|panadol|aspirins?|"
    r"naproxen|"
    r"aleve|codeine|co-codamol|tramadol|oxy(?:codone)?|morphine|xanax|alprazolam|valium|diazepam|"
    r"ativan|lorazepam|klonopin|benzos?|ambien|zopiclone|sleeping (?:pills?|tablets?)|"
    r"antidepressants?|"
    r"sertraline|zoloft|prozac|fluoxetine|citalopram|lexapro|escitalopram|venlafaxine|lithium|"
    r"painkillers?|pills?|tablets?|capsules?|metformin|insulin|warfarin|blood thinners?|beta "
    r"blockers?|"
    r"propranolol|digoxin|levothyroxine|antihistamines?|benadryl|cough (?:syrup|medicine)|cold "
    r"medicine|"
    r"ritalin|adderall|iron (?:pills?|tablets?)|medications?|meds|medicine|calpol)"
)
_TOOK = r"(?:took|taken|taking|take|had|have had|swallowed|popped|ate|downed|drank|drunk)"
_CHILD = (
    r"(?:kid|son|daughter|toddler|baby|child|niece|nephew|grandson|granddaughter|boy|girl|(?:year|"
    r"month)"
    r"[- ]old)"
)
_BODY = r"(?:my|his|her|their|the|our)"
_DOSES = (
    rf"\b{_TOOK} (?:\w+ ){{0,3}}{_MANY}(?: of)? (?:\w+ ){{0,3}}{_DRUG}\b(?! (?:in the|left|a "
    rf"(?:month|year)|[^.!?]{{0,30}}\bto the))|"
    rf"\b(?:\d{{4,5}} ?mg|(?:[4-9]|\d\d) ?(?:g|grams?)) of {_DRUG}\b.{{0,40}}\b(?:a day|had|took|"
    rf"too much)\b|"
    rf"\b{_TOOK} (?:\d{{4,5}} ?mg|(?:[4-9]|\d\d) ?(?:g|grams?)) of {_DRUG}\b",
    rf"\b(?:took|taken|gave|given) (?:[\w']+ ){{0,6}}{_DRUG} (?:\w+ ){{0,2}}(?:twice|two times|"
    rf"again)\b"
    r"(?! (?:a|per|daily|every|this week))|\bdouble dose of (?:\w+ ){0,2}"
    rf"{_DRUG}\b|\balready (?:took|taken) (?:[\w']+ ){{0,4}}(?:and|then) (?:\w+ )?took (?:it|them|"
    rf"one|another)\b|"
    rf"\b{_TOOK} (?:[\w']+ ){{0,4}}{_DRUG} instead of (?:one|1|half)\b",
    rf"\bdoubled {_BODY} (?:\w+ ){{0,2}}(?:dose|{_DRUG})\b|"
    rf"\b{_TOOK} (?:\w+ )?too (?:much|many)(?: of)? (?:\w+ ){{0,2}}{_DRUG}\b|\boverdos(?:e|ed|"
    rf"ing) on "
    rf"(?:\w+ ){{0,2}}{_DRUG}\b|\b{_CHILD} (?:\w+ ){{0,2}}(?:drank|swallowed|ate|got into|chewed|"
    rf"took) "
    rf"(?:[\w']+ ){{0,6}}{_DRUG}\b",
    rf"^{_MANY} {_DRUG}\b[^.!?]{{0,30}}\bmore\b(?! (?:for|to buy))",
)
_BLOOD_THINNERS = r"(?:warfarin|blood thinners?|eliquis|xarelto|apixaban|rivaroxaban)"
_CALMING = (
    r"(?:xanax|alprazolam|valium|diazepam|ativan|lorazepam|klonopin|benzos?|ambien|zopiclone|"
    r"sleeping "
    r"(?:pills?|tablets?))"
)
_OPIOIDS = r"(?:tramadol|oxy(?:codone)?|codeine|morphine|fentanyl|opioids?|methadone)"
_DRINKS = r"(?:alcohol|drink(?:ing)?|drunk|beers?|wine|vodka|whisky|shots)"
_SSRIS = (
    r"(?:sertraline|zoloft|prozac|fluoxetine|citalopram|lexapro|escitalopram|venlafaxine|ssris?|"
    r"antidepressants?)"
)
_PAIRS = (
    (_BLOOD_THINNERS, r"(?:ibuprofen|advil|nurofen|aspirin|naproxen|aleve)"),
    (_CALMING, _DRINKS),
    (_OPIOIDS, _DRINKS),
    (_CALMING, _OPIOIDS),
    (r"metronidazole", _DRINKS),
    (_SSRIS, r"(?:tramadol|maois?|st\.? john's wort|mdma|ecstasy|molly|dextromethorphan)"),
    (
        r"(?:maois?|phenelzine|tranylcypromine)",
        r"(?:dextromethorphan|cough medicine|mdma|tramadol|cheese)",
    ),
    (r"(?:viagra|sildenafil|cialis|tadalafil)", r"(?:nitro\w*|nitrates?|poppers)"),
    (r"lithium", r"(?:ibuprofen|advil|nurofen|naproxen)"),
)
_DOING = re.compile(
    r"\b(?:can i|could i|may i|ok(?:ay)? to (?:take|drink|have)|is it (?:ok|okay|fine|safe|bad)|"
    r"is that (?:ok|okay|a problem|safe)|safe to|"
    r"together|mix(?:ed|ing)?|i'm on|i am on|i take|i took|took my|had (?:\w+ ){0,2}beers?|along "
    r"with|ok\?|"
    r"on top)\b"
)
_SIGNS: tuple[tuple[str, str, str], ...] = (  # what, first sign, and what must stand beside it
    *(("dose", pattern, "") for pattern in _DOSES),
    (
        "dose",
        rf"\b{_MANY} {_DRUG}\b(?! in the)",
        r"\b(?:more|another(?: one)?)\W{0,2}$|take (?:more|another)",
    ),
    (
        "heart",
        r"\bchest (?:\w+ ){0,2}(?:hurts?|pains?|aches?)\b|\bchest [^.!?]{0,20}\belephant|"
        r"\bcrushing (?:\w+ )?(?:pain|chest)\b|\b(?:pain|"
        rf"pressure|squeezing) (?:in|on|across) {_BODY} chest\b",
        "",
    ),
    (
        "heart",
        rf"\b(?:tight chest|chest (?:\w+ )?(?:tight\w*|pressure)|tightness in {_BODY} chest)\b",
        r"\b(?:sweat\w*|arm|jaw|minutes|breath\w*|numb|dizzy|nause\w*|faint)\b",
    ),
    (
        "stroke",
        r"\b(?:face|mouth|smile) (?:\w+ ){0,3}(?:droop\w*|numb|sagg\w*|lopsided)\b|\bspeech "
        r"(?:\w+ ){0,3}slurr\w*|\bslurring "
        rf"{_BODY} (?:words|speech)\b|\bsuddenly (?:can't|cannot|couldn't) (?:speak|talk|see|"
        rf"walk)\b|\b(?:can't|"
        rf"cannot|couldn't) (?:lift|move|feel) {_BODY} (?:right |left |whole )(?:arm|leg|side|"
        rf"hand)\b|\bone side of "
        rf"{_BODY} (?:body|face) (?:\w+ ){{0,3}}(?:numb|weak)\b",
        "",
    ),
    (
        "allergy",
        r"\b(?:lips?|tongue|throat|face)(?:'s)? (?:\w+ ){0,3}(?:swelling|swelled|swollen|swells|"
        r"puffing|puffy|closing)\b|"
        r"\bswollen (?:tongue|lips|throat)\b|\banaphyla\w*",
        "",
    ),
    (
        "allergy",
        r"\bthroat(?:'s)? (?:\w+ ){0,3}(?:tight\w*|closing)\b",
        r"\b(?:stung|sting|ate|eating|antibiotic|peanut\w*|nuts?|shrimp|shellfish|bee|wasp|"
        r"allerg\w*|hives)\b",
    ),
    (
        "newborn",
        r"\b(?:newborn|infant|(?:[1-9]|1[0-2]|one|two|three|four|five|six|seven|eight|nine|ten|"
        r"eleven|twelve)[- ]"
        r"(?:days?|weeks?)[- ]old|(?:one|two|three|1|2|3)[- ]months?[- ]old)\b",
        r"\b(?:fever|hot|temperature|3[89](?:\.\d)?|10[0-4](?:\.\d)?)\b",
    ),
    (
        "head",
        r"\b(?:hit|banged|bumped|knocked|smashed|whacked|fell (?:\w+ ){0,6}on|landed on|blow to) "
        r"(?:\w+ )?head\b",
        r"\b(?:throw\w* up|vomit\w*|sleepy|drows\w*|blurr\w*|passed out|blacked out|unconscious|"
        r"confus\w*|seizure|"
        r"can't remember|won't wake|seeing double|nause\w*|fluid|knocked out)\b",
    ),
    (
        "pregnancy",
        r"\b(?:pregnan\w*|\d{1,2} weeks along|trimester)\b",
        r"\b(?:bleeding(?! edge)|blood|spotting|severe|(?:baby|it|he|she) (?:hasn't|isn't|"
        r"stopped) mov\w*|felt the baby (?:move|kick)|water "
        r"broke)\b",
    ),
    (
        "breath",
        r"\b(?:can't|cannot|struggling to|fighting to|trouble) (?:breath\w*|get (?:any |enough "
        r")?air)\b",
        r"\b(?:properly|lips|blue|inhaler|asthma\w*|wheez\w*|son|daughter|baby|child|chest pain)\b",
    ),
    (
        "poison",
        r"\b(?:swallowed|drank|drunk|ate|eaten|licked|got into) (?:[\w']+ ){0,6}(?:bleach|"
        r"batter(?:y|ies)|detergent|"
        r"(?:dishwasher|laundry) (?:pods?|tabs?|tablets?)|drain cleaner|antifreeze|rat poison|"
        r"pesticides?|magnets?|"
        r"e-?liquid|lamp oil|gasoline|petrol|white spirit|turpentine|methanol)\b",
        "",
    ),
    (
        "poison",
        r"\b(?:ate|eaten|had) (?:\w+ ){0,4}(?:wild )?(?:mushrooms?|berries)\b",
        r"\b(?:awful|sick|throw\w* up|vomit\w*|stomach|dizzy)\b",
    ),
)
_READ = tuple((what, re.compile(sign), re.compile(beside)) for what, sign, beside in _SIGNS)
_BOTH = tuple((re.compile(rf"\b{one}\b"), re.compile(rf"\b{two}\b")) for one, two in _PAIRS)
# Not a body in danger now: made up, learnt for, long over, an animal's, a manner of speaking.
_ELSEWHERE = re.compile(
    r"\b(?:novel|story|character|scene|screenplay|chapter|fiction|role ?play|d&d|exam|quiz|essay|"
    r"homework|"
    r"nursing (?:school|exam)|in (?:19|20)\d\d|years? ago|last (?:week|month|year)|died (?:of|"
    r"from)|i read that|"
    r"what happens if (?:someone|somebody|one)|from (?:laughing|crying|the gym|push-?ups|bench)|"
    r"when i think|"
    r"miss(?:ing)? (?:her|him|you)|chocolate|meeting)\b"
)
_ANIMAL = re.compile(r"\b(?:dog|cat|puppy|kitten|rabbit|hamster|horse|parrot|vet|pet)s?\b")
_PERSON = re.compile(
    rf"\b(?:i (?:took|drank|ate|swallowed|had|have|can't)|{_CHILD}|husband|wife|mum|mom|dad)\b"
)


def danger_of(words: str) -> str:
    """Gives what danger to a body a plain message tells of; empty when it tells of none."""
    words = ends(words, LONGEST)
    is_of_animal = _ANIMAL.search(words) and not _PERSON.search(words)
    if _ELSEWHERE.search(words) or is_of_animal:
        return ""
    found = (what for what, sign, beside in _READ if sign.search(words) and beside.search(words))
    return next(found, "interaction" if _mixes(words) else "")


_CALLS_NOW = re.compile(r"\b(?:emergency|ambulance|911|112|999|paramedics?)\b")
_ASKS_SOMEBODY = re.compile(
    r"\b(?:emergency|ambulance|911|112|999|paramedics?|poison (?:line|control|cent\w+)|doctors?|"
    r"hospital|"
    r"pharmacists?|midwife|urgent care|a&e|pa?ediatrician)\b"
)
_NOW = ("heart", "stroke", "allergy", "head", "breath")  # of these a doctor is too late
_NO_NEED = re.compile(  # a condition is no call: who feels well yet is in danger too
    r"\b(?:no need|don't need|do not need|needn't|unless|not necessary|always (?:best|good|a good)|"
    r"as directed|if (?:it|the|this|that|these|any|anything|symptoms?|pain|things|needed|necessary|"
    r"you(?:'re| feel| are| have| get| experience| notice| develop| start| need| think| continue))|"
    r"should (?:you|symptoms?|it)|in case)\b"
)


def names_help(sentence: str, danger: str) -> bool:
    """Whether a plain sentence names whom to call in such a danger, without a condition."""
    whom = _CALLS_NOW if danger in _NOW else _ASKS_SOMEBODY
    return bool(whom.search(sentence)) and not _NO_NEED.search(sentence)


def _mixes(words: str) -> bool:
    """Whether somebody takes, or asks to take, two that harm together."""
    return any(one.search(words) and two.search(words) for one, two in _BOTH) and bool(
        _DOING.search(words)
    )
