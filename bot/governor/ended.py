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
    r"(?:remember|store|save|track|record|log|note|read|use|message|write|contact|text|bother|"
    r"disturb|"
    r"ping|keep(?! (?!anything|everything)\w{1,20}ing\b)|hold on to|memori[sz]e|observe|reply|"
    r"respond|answer)"
)
_KEEPING = r"(?:remembering|storing|saving|tracking|recording|logging|keeping|observing|messaging)"
_WILL_NOT = r"i (?:won't|will not|will no longer|will never|am not going to)|i'm not going to"
_KEPT = r"(?:stored|kept|saved|recorded|remembered|tracked|logged|noted|observed)"
_ON = r"(?:on|active|running|enabled|activated|switched on|turned on|in effect|set)"
_OVER = (
    rf"\b(?:{_WILL_NOT}) (?:be {_KEEPING}|{_KEEPS})\b[^.!?;]{{0,50}}?\b{_FROM_NOW}",
    rf"\b(?:from (?:now|here|this point)(?: on(?:wards?)?)?|going forward),? (?:{_WILL_NOT}|"
    rf"i no longer|"
    rf"i don't|i do not) {_KEEPS}\b",
    rf"\bi no longer {_KEEPS}\b|\bi don't (?:remember|keep|store|save|track) (?:anything|"
    rf"any of (?:it|"
    r"this)|you|your \w+)(?: \w+){0,3} (?:any ?more|any longer)\b",
    rf"\bi(?:'ve| have)(?: now| just| already)? stopped {_KEEPING}\b|\bi(?:'ll|"
    rf" will) (?:now )?stop "
    rf"{_KEEPING}\b",
    r"\bi(?:'ll| will) (?:now )?forget (?:everything|all (?:of )?(?:it|this|that)|it all|what you "
    r"(?:said|told me|wrote)|(?:our|this) (?:chat|conversation|talk))\b(?! (?:when|once|after|"
    r"as soon|"
    r"by|tomorrow|between|if|until|unless))",
    r"\bi(?:'ll| will) (?:now )?(?:stay|remain|keep (?:it|this|everything|myself)) (?:off|plain|"
    r"silent|"
    rf"out)(?: now)?(?: {_FROM_NOW}|\W{{0,8}}$)|\bi(?:'ll| will) leave you alone {_FROM_NOW}",
    rf"\b(?:nothing|there(?:'s| is) nothing)(?:'s| is| will be| stays| remains)? "
    rf"{_ON}(?: here)?,? {_FROM_NOW}|\b(?:attune|the bot|none of (?:it|this))(?: is|'s|"
    rf" are)(?:n't| not)? "
    rf"{_ON} {_FROM_NOW}",
    rf"\bi(?:'ll| will) (?:remember|keep|store|save|track|"
    rf"record) nothing(?: \w+){{0,4}} {_FROM_NOW}|"
    rf"\bi(?:'ve| have) gone (?:quiet|silent|plain) {_FROM_NOW}|"
    r"\byou(?:'ve| have) been (?:taken off|unsubscribed|opted out|deregistered)\b",
    rf"\bnothing(?:'s| is| will be| gets) {_KEPT} {_FROM_NOW}|\bfrom (?:now|here)(?: on)?,? nothing"
    rf"(?:'s| is| will be| gets) {_KEPT}\b",
    rf"\bno more (?:memory|memories|messages|records?|tracking|reminders|notes) {_FROM_NOW}",
    rf"\byour (?:\w+ )?(?:data|words|memory|memories|messages|chats?) (?:is|"
    rf"are) no longer {_KEPT}\b",
    rf"\byou (?:won't|will not) hear from me {_FROM_NOW}|\bi(?:'m| am) no longer (?:active|on|"
    rf"running|"
    r"listening|enabled|here)\b(?! (?:a|an|to)\b)",
    r"\byou(?:'re| are) (?:now )?(?:unsubscribed|deregistered|removed)\b|\byou(?:'re|"
    r" are) no longer "
    r"(?:opted in|subscribed|enrolled|registered|(?:in|on|at) (?:warm|attuned|ongoing))\b",
    r"^\W{0,4}(?:(?:the |your )?(?:memory|tracking|recording|logging)|everything)(?:'s|"
    r" is)(?: now| all)?"
    r" (?:off|disabled|switched off|turned off)(?: now| for you| on my (?:side|end)| from now on)?"
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
