"""Claims that something has ended or will not go on: nothing is on, nothing is kept from now on.

"I won't remember you tomorrow" is the plain truth and stays; "I won't remember anything from now
on" says that something was changed, and nothing was.
"""

import re

_FROM_NOW = (
    r"(?:from (?:now|here|this (?:point|moment))(?: on(?:wards?)?)?|going forward|any ?more|"
    r"any longer|"
    r"again|henceforth)\b"
)
_KEEPS = (
    r"(?:remember|store|save|track|record|log|keep(?! (?!anything|everything)\w{1,20}ing\b|"
    r" you any\b)|hold on to|memori[sz]e|observe)"
)
# These are claims of what the person gets or gave; "I won't use that word again" is a good promise.
_DOES = (
    r"(?:use|read|note|write|message|contact|text|bother|disturb|ping|reply|respond|answer)"
    r"(?: (?:to|about))?(?: (?:you|your (?:\w+ )?(?:data|words|messages|chats?|memor(?:y|ies)|"
    r"history|notes|replies)|anything|everything|any of (?:it|this|that)|"
    r"what you \w+|here))?"
)
_OVER_HERE = r"(?=\W{0,3}(?:$|[.,;:!?]|at all\b|here\b|for you\b))"
_KEEPING = (
    r"(?:remembering|storing|saving|tracking|recording|logging|observing|messaging|"
    r"keeping(?! (?:score|you|up|on|at)\b))"
)
_WILL_NOT = r"i (?:won't|will not|will no longer|will never|am not going to)|i'm not going to"
_KEPT = r"(?:stored|kept|saved|recorded|remembered|tracked|logged|noted|observed)"
_ON = r"(?:on|active|running|enabled|activated|switched on|turned on|in effect|set)"
_OVER = (
    rf"\b(?:{_WILL_NOT}) (?:be {_KEEPING}|{_KEEPS})\b[^.!?;]{{0,50}}?\b{_FROM_NOW}",
    rf"\b(?:{_WILL_NOT}) {_DOES} {_FROM_NOW}{_OVER_HERE}",
    rf"\b(?:from (?:now|here|this point)(?: on(?:wards?)?)?|going forward),? (?:{_WILL_NOT}|"
    rf"i no longer|i don't|i do not) (?:{_KEEPS}\b|{_DOES}{_OVER_HERE})",
    rf"\bi no longer (?:{_KEEPS}\b|{_DOES}{_OVER_HERE})|"
    rf"\bi don't (?:remember|keep|store|save|track) (?:anything|"
    rf"any of (?:it|this)|you|your \w+)(?: \w+){{0,3}} (?:any ?more|any longer)\b(?! than)",
    rf"\bi(?:'ve| have)(?: now| just| already)? stopped {_KEEPING}\b|\bi(?:'ll|"
    rf" will) (?:now )?stop {_KEEPING}\b",
    r"\bi(?:'ll| will) (?:now )?forget (?:everything|all (?:of )?(?:it|this|that)|it all|what you "
    r"(?:said|told me|wrote)|(?:our|this) (?:chat|conversation|talk))\b(?! (?:when|once|after|"
    r"as soon|"
    r"by|tomorrow|between|if|until|unless))",
    rf"\bi(?:'ll| will) (?:now )?(?:(?:stay|remain|be|keep (?:everything|myself)) (?:off|"
    rf"plain|silent|quiet|out)(?: now)?(?: {_FROM_NOW}|\W{{0,8}}$)|keep (?:it|this) (?:off|"
    rf"silent|plain) {_FROM_NOW})|\bi(?:'ll| will) leave you alone {_FROM_NOW}{_OVER_HERE}",
    rf"\b(?:nothing|there(?:'s| is) nothing)(?:'s| is| will be| stays| remains)? "
    rf"{_ON}(?: here)?,? {_FROM_NOW}|\b(?:attune|the bot|none of (?:it|this))(?: is|'s|"
    rf" are)(?:n't| not)? "
    rf"{_ON} {_FROM_NOW}",
    rf"\bi(?:'ll| will) (?:remember|keep|store|save|track|"
    rf"record) nothing(?: \w+){{0,4}} {_FROM_NOW}|"
    rf"\bi(?:'ve| have) gone (?:quiet|silent|plain) {_FROM_NOW}|"
    r"\byou(?:'ve| have) been (?:taken off(?! the (?!list\b))|"
    r"unsubscribed(?! from (?:her|his|their)\b)|"
    r"opted out|deregistered)\b",
    rf"\bnothing(?:'s| is| will be| gets) {_KEPT} {_FROM_NOW}|\bfrom (?:now|here)(?: on)?,? nothing"
    rf"(?:'s| is| will be| gets) {_KEPT}\b",
    rf"\bno more (?:memory|memories|messages|records?|tracking|reminders|notes) {_FROM_NOW}",
    rf"\byour (?:\w+ )?(?:data|words|memory|memories|messages|chats?) (?:is|"
    rf"are) no longer {_KEPT}\b",
    rf"\byou (?:won't|will not) hear from me {_FROM_NOW}|\bi(?:'m| am) no longer (?:active|on|"
    rf"running|"
    r"listening|enabled|here)\b(?! (?:a|an|to|the|about|my)\b| in (?:circles|fear|doubt)\b)",
    r"\byou(?:'re| are) (?:now )?(?:unsubscribed|deregistered|"
    r"removed(?! from (?:it|the|her|his|their)\b))\b|\byou(?:'re|"
    r" are) no longer "
    r"(?:opted in|subscribed|enrolled|registered|(?:in|on|at) (?:warm|attuned|ongoing))\b",
    r"^\W{0,4}(?:(?:(?:the |your )?(?:memory|tracking|recording|logging)(?:'s| is)(?: now| all)?"
    r" off|everything(?:'s| is)(?: now| all)? off(?= (?:now|for|on my|from)\b))|"
    r"(?:(?:the |your )?(?:memory|tracking|recording|logging)|everything)(?:'s| is)(?: now| all)?"
    r" (?:disabled|switched off|turned off))(?: now| for you| on my (?:side|end)| from now on)?"
    r"\W{0,8}$",
)
ENDED = tuple(re.compile(each) for each in _OVER)
# These only in answer to somebody who asked for it.
ANSWERS = re.compile(
    r"^\W{0,4}(?:(?:ok|okay|sure|yes|alright|all right|got it|of course|understood|done|there|"
    r"perfect|that's it)"
    r"[,.!:; -]{1,3}){0,3}(?:you(?:'re| are) (?:now |all )?(?:set|good to go|clear|free|out|off|"
    r"done)(?: now| here)?|"
    r"you(?:'ve| have) left|(?:it|that|this)(?:'s| is| has been)(?: now| all|"
    r" been){0,2} (?:taken care "
    rf"of|handled|sorted|dealt with)|consider me gone|nothing(?:'s| is) {_ON}(?: now| here)?|"
    rf"i have no "
    r"memory of (?:you|this|it)(?: now)?|there(?:'s| is) nothing on(?: now)?|all clear|"
    r"it(?:'s| is) all off(?: now)?|done and dusted|everything(?:'s| has) been taken down|(?:it|"
    r"this)"
    rf"(?:'s not| isn't| is not| is no longer) {_ON}(?: now| {_FROM_NOW})?)(?:\W{{0,8}}$|,)"
)
