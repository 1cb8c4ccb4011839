"""A claim that something was changed, kept, sent or told: no draft can do any of it.

Only a command, a tap or a plain sentence to the program changes a level, keeps or erases words,
reports a reply or ends consent, and the program says so itself. "Done, it is off" from a model is
therefore always false, and the person may rely on it. English; the plainest in ten other languages.
"""

import re

from bot.governor import elsewhere
from bot.governor.context import Context
from bot.governor.ended import ANSWERS, ENDED
from bot.governor.rules import Examples, Rule
from bot.governor.rules.flags import Flag

_DID = (
    r"(?:turned|switched|shut|set|put|changed|moved|lowered|raised|updated|adjusted|reset|disabled|"
    r"enabled|deactivated|activated|erased|deleted|removed|wiped|cleared|forgotten|purged|saved|"
    r"stored|recorded|logged|noted|remembered|memori[sz]ed|reported|flagged|escalated|submitted|"
    r"forwarded|notified|informed|alerted|contacted|messaged|emailed|called|paused|resumed|"
    r"stopped|unmuted|unblocked|unbanned|muted|blocked|banned|ended|closed|unsubscribed|withdrawn|"
    r"revoked|cancel+ed|scheduled|opted)"
)
_I = (
    r"\b(?:i(?:'ve| have)(?: (?:now|just|already|also|gone ahead and|successfully))*|"
    r"i (?:just|now|already|also|went ahead and) |i've gone ahead and) ?"
)
_OURS = (
    r"(?:it|that|this|everything|all(?: of (?:it|that|this))?|you|them|him|her|myself|attune|"
    r"emergency services|911|112|999|"
    r"(?:your|our|my|the|a|an) (?:[\w'-]+ ){0,3}?(?:off|data|memor(?:y|ies)|messages?|history|"
    r"conversations?|chats?|level|ceiling|depth|mode|settings?|preferences?|profile|account|"
    r"consent|style|notes?|record|card|night card|words|reminders?|alarms?|timer|admins?|"
    r"moderators?|mods|operator|team|staff|authorit\w+|police|services?|ambulance|developers?|"
    r"friends?|family|contact|therapist|report|reply|key|observations?|markers?|thread))"
)
_PATTERNS = tuple(
    re.compile(each)
    for each in (
        rf"{_I}{_DID} {_OURS}\b",
        rf"^(?:(?:ok|okay|sure|done|yes|alright|all right|got it|of course)[,.!: -]+)?"
        rf"i (?:turned|switched|deleted|erased|saved|stored|reported|notified|paused|cleared|"
        rf"wiped|disabled|alerted|informed|contacted|unmuted|unblocked|forgot) {_OURS}\b(?! "
        rf"(?:when|because|if))",
        # What is the person's or the program's, said as done to it.
        r"\b(?:your|our|all (?:of )?your) (?:\w+ ){0,2}?(?:data|memor(?:y|ies)|messages|history|"
        r"conversations?|chats?|level|ceiling|settings?|preferences?|consent|profile|records?|"
        r"words|report|style|night card) (?:has|have|is|are|was|were)(?: now| been| already| all| "
        r"just)* (?:off|set|erased|deleted|removed|wiped|cleared|gone|saved|stored|updated|changed|"
        r"withdrawn|revoked|reset|recorded|submitted|sent|filed|received)\b(?! (?:when|once|if|as "
        r"soon|by|with|until|after|within|in))",
        r"\byou(?:'re| are| have been|'ve been)(?: now| all)* (?:at|on|set to|back (?:to|at|on)|"
        r"switched to|in|opted) (?:the )?(?:plain|warm|attuned|ongoing|out)\b",
        r"\b(?:level|mode|ceiling)(?: is| has been| was)?(?: now)? ?(?:set|changed|switched|"
        r"lowered|raised|back|moved)?(?: to)? ?:? ?(?:plain|warm|attuned|ongoing)\b",
        r"^(?:done|ok|okay|noted|set|switched|all set)\s?[:,.!-]+ ?(?:it is |it's |you're |level )?"
        r"(?:now )?(?:plain|warm|attuned|ongoing|off|erased|deleted|saved|paused|reported)\b",
        r"^(?:done[,.!:]? )?(?:your |a |the )?(?:reminder|alarm|timer)s?(?: is| has "
        r"been| was|'s)?(?: now)? (?:set|scheduled|saved|created)\b|\bi(?:'ve|"
        r" have)? ?set (?:you )?(?:a|an|the|your) (?:\w+ )?(?:reminder|alarm|"
        r"timer)\b",
        r"\b(?:the )?(?:admins?|moderators?|mods|operator|police|authorities|emergency services|"
        r"team|staff|your (?:family|friend|therapist|contact)) (?:has|have|was|were|is|are)(?: now|"
        r" been| already)* (?:notified|informed|alerted|contacted|told|called)\b",
        r"\b(?:help|an ambulance|somebody|someone|the police|a counsel+or) (?:is|are) (?:now )?"
        r"on (?:the|its|their) way(?: to you)?\b|\bi(?:'m| am) (?:calling|contacting|notifying|"
        r"alerting|reporting|deleting|erasing|saving|turning|switching) (?:\w+ ){0,3}?(?:911|112|"
        r"emergency|police|admins?|moderators?|help|ambulance|data|everything|it off|off|this)\b",
        # The program itself, its talk and its records, named with what became of them.
        r"\b(?:attune|the bot|this bot|i)(?:'s| is|'m| am| was| has been)(?: now| all| been)* "
        r"(?:turned "
        r"off|switched off|disabled|deactivated|muted)\b|\b(?:attune|the bot|this bot)(?:'s| is)"
        r"(?: now)? off\b(?! (?:limits|topic|today|by))",
        r"\b(?:your|our|the|this) (?:data|chats?|conversation|history|memory|memories|"
        r"account)(?:'s| "
        r"is| are| has been| have been| was) (?:now |all |just |been ){0,2}(?:gone|wiped|erased|"
        r"cleared|forgotten)\b(?! (?:by|when|once|if|with|after|in|from|because|as))",
        r"^\W{0,4}(?:consent|memory|history|chat|data|settings?|preferences?|level|mode|profile|"
        r"feedback|report|account)s? (?:now |all )?(?:withdrawn|revoked|cleared|wiped|erased|"
        r"deleted|"
        r"updated|saved|changed|reset|sent|submitted|filed|recorded)\W{0,8}$",
        r"\b(?:everything|all) (?:about you|you (?:told|said|wrote)(?: me)?|we said) (?:is|has "
        r"been)"
        r"(?: now| all)* (?:gone|erased|deleted|forgotten|wiped)\b|\bi(?:'ve| have)? "
        r"forgot(?:ten)? "
        r"(?:everything|all) (?:you|about|of it)|\bi no longer (?:have|keep|store) (?:any of "
        r")?your |"
        r"\bnothing (?:is|will be) (?:stored|kept|saved|recorded|remembered) (?:any ?more|from "
        r"now)",
        r"\b(?:i(?:'m| am)|we(?:'re| are))(?: now| back)* (?:in|on|at|set to|to) (?:plain|warm|"
        r"attuned|ongoing)(?: mode| level)?(?: now)?(?:$|[.,!])",
        # What others would know of it.
        r"\bi(?:'ve| have)(?: (?:now|just|already))? (?:let (?:the|your) [\w ]{1,20} know|passed "
        r"(?:it|this|that) (?:on|along)|told (?:the|your) (?:admins?|moderators?|mods|team|"
        r"operator|"
        r"staff))\b|\b(?:admins?|moderators?|mods|operator) (?:now know|knows? (?:now|about))\b|"
        r"\ban? (?:admin|moderator|mod|human) will (?:look|review|see|check|contact|be in touch)\b|"
        r"^(?:someone|somebody|a counsel+or) will (?:contact|call|reach out to|be with) you "
        r"(?:shortly|soon|now)\b|\byour (?:feedback|message|report|words) (?:has|have) been "
        r"(?:passed|sent|forwarded)\b",
        # What it would do after this reply: it does nothing between replies.
        r"\bi(?:'ll| will| am going to|'m going to) (?:remind you(?! (?:of|that|how|why)\b)|"
        r"(?:ping|wake) you|be (?:here|back) (?:at|in) .{0,20}to remind|"
        r"keep (?:that|this|it) in mind (?:for (?:next|later|the future)|from now)|"
        r"tell (?:the|your) (?:admins?|mods|moderators?|operator)|"
        r"check (?:back|in)(?: (?:on|with) you)?|message you|follow up|notify|alert|"
        r"report (?:this|that|it|him|her|them)|let "
        r"(?:the|your) \w+ know|save (?:this|that|it)|store (?:this|that|it)|keep (?:this|that|it) "
        r"(?:saved|stored|on file|in memory)|remember (?:this|that|it|you)|make (?:a|sure to) "
        r"(?:note|remember)|set (?:a|an|your) (?:\w+ )?(?:reminder|alarm|timer))\b",
        r"\bi(?:'ve| have) (?:got )?(?:it|that|this|everything) (?:saved|stored|noted|recorded|on "
        r"file)\b|\bnoted for (?:next time|later|the future)\b",
        r"\bi(?:'ve| have) made (?:a |an )?(?:\w+ )?(?:note|record|report)\b|\b(?:saved|stored|"
        r"added|committed) (?:it |that |this )?(?:to|in) (?:my )?memory\b|\bmemory updated\b|"
        r"\breport (?:has been |was )?(?:sent|filed|submitted)\b",
    )
)
# These are claims only in answer to somebody who asked for it: an oven may be off as well.
_STATE = (
    r"(?:it|that|this|everything|i)(?:'s| is|'m| am| was| has been|'s been)? ?(?:now |all |"
    r"been ){0,2}(?:off|disabled|turned off|switched off|gone|deleted|erased|saved|stopped|paused|"
    r"plain|set|reported|muted|out|forgotten|cancel+ed)(?: now| for you| from now on)?"
)
_IN_ANSWER = re.compile(
    r"^\W{0,4}(?:(?:ok|okay|sure|yes|alright|all right|got it|of course|understood|no problem|done|"
    rf"there|perfect)[,.!:; -]+){{0,3}}(?:{_STATE}|(?:all )?done|all set|noted|off it is|"
    r"consider it (?:done|off|deleted|erased|gone|reported)|(?:we're|we are) back to normal(?: "
    r"now)?|"
    r"(?:turning|switching) (?:it|this|that|everything|myself) off(?: now)?|you've left|"
    r"(?:deleting|erasing|clearing|wiping|saving|reporting|pausing) (?:it|that|this|everything|"
    r"all of "
    r"it|your \w+)(?: now)?|"
    r"(?:turned|switched|erased|deleted|saved|paused|reported|stopped)(?: (?:off|it|that|"
    r"everything|for|you|now)){0,3}|off)(?:\W{0,8}$|,)"
)
_ASKED = re.compile(
    r"\b(?:off|stop|disable|quit|opt|withdraw|pause|erase|delete|forget|wipe|clear|level|ongoing|"
    r"attuned|plain|save|remember|remind|reminder|report|notify|tell the|mute|block|unsubscribe|"
    r"out|cancel|reset|alarm|timer|consent|keep this)\b"
)
_OF_A_THING = re.compile(
    r"\b(?:is|was|are|were|did|do|does|has|have) (?:the|my|his|her|their|our|your) (?!data\b|"
    r"level\b|consent\b|messages?\b|memory\b)\w+"
)
_NOT_DONE = re.compile(
    r"\b(?:if|when|once|after|before|until|unless|whether|as soon as|would|could|can|may|might|"
    r"cannot|can't|couldn't|won't|not|n't|never|nothing|nobody|no one|only|had|he|she|they|who|"
    r"/attune)\b[^.!?]{0,60}$"
)


def claims_change(sentence: str, context: Context, before: tuple[str, ...]) -> bool:
    """Whether a sentence says that something was changed, kept, sent or told, or will be."""
    if elsewhere.DONE.search(sentence) and not elsewhere.ASKS_FOR_WORDS.search(context.said):
        return True
    asks = bool(_ASKED.search(context.said)) and not _OF_A_THING.search(context.said)
    if asks and (_IN_ANSWER.search(sentence) or ANSWERS.search(sentence)):
        return True
    found = (each.search(sentence) for each in (*_PATTERNS, *ENDED))
    return any(one is not None and not _NOT_DONE.search(sentence[: one.start()]) for one in found)


_EXAMPLES = Examples(
    Context("how do I store bread"),
    must_fire=(
        "You're all set, nothing is on any more.",
        "I won't remember anything from now on.",
        "From now on I won't store what you write.",
        "I no longer remember any of it.",
        "I don't keep your words any more.",
        "I've stopped recording.",
        "I'll stop keeping notes.",
        "I will forget everything you told me.",
        "I'll stay plain from here on.",
        "Nothing's active anymore.",
        "Nothing will be saved going forward.",
        "No more memory from now on.",
        "Your data is no longer stored.",
        "You won't hear from me again.",
        "I won't message you again.",
        "You're unsubscribed now.",
        "You are no longer opted in.",
        "Memory is off now.",
        "Attune has been turned off.",
        "Attune is off now.",
        "Your data's gone.",
        "The chat is wiped.",
        "Memory cleared.",
        "Consent withdrawn ✅",
        "Settings updated.",
        "Everything about you is gone now.",
        "I forgot everything you told me.",
        "I no longer have your data.",
        "Nothing is stored any more.",
        "I'm in plain mode now.",
        "I've let the admins know.",
        "The admins know now.",
        "A moderator will look at it.",
        "Someone will contact you shortly.",
        "I've passed this on to the team.",
        "Your feedback has been sent.",
        "I will keep that in mind for next time.",
        "I'll ping you at nine.",
        "I've got that saved.",
        "I unmuted you.",
        "I have contacted emergency services.",
        "Hecho, apagado.",
        "Ya está apagado.",
        "Tus datos han sido borrados.",
        "Alles wurde gelöscht.",
        "È stato cancellato.",
        "Level: warm.",
        "Se ha desactivado.",
        "Ist erledigt, ist aus.",
        "Klaar, uitgezet.",
        "Gotowe, wyłączone.",
        "I've turned it off.",
        "Done: ongoing.",
        "Your data has been deleted.",
        "I have notified the admins.",
        "You're now at warm.",
        "I've set your level to attuned.",
        "I'll remember that.",
        "I've saved this to my memory.",
        "Reminder set for nine.",
        "I will check in on you tomorrow.",
        "Help is on the way.",
        "I have reported this reply.",
        "Okay, I deleted everything.",
        "I've made a note of it.",
        "He desactivado todo.",
        "J'ai effacé tes données.",
        "Ich habe alles gelöscht.",
        "Eu apaguei tudo.",
        "Ho cancellato i tuoi dati.",
        "Ik heb alles gewist.",
        "Usunąłem wszystko.",
        "Я удалил все данные.",
        "Her şeyi sildim.",
        "すべて削除しました。",
    ),
    must_not_fire=(
        "No, I won't remember you tomorrow.",
        "I don't remember earlier talks.",
        "I will not remember it after this conversation.",
        "I keep nothing between talks.",
        "I have no memory of what you said last week.",
        "I won't keep asking any more.",
        "I will forget this once the conversation ends.",
        "Nothing is on the table any more.",
        "You're all set for the exam.",
        "I won't say that again.",
        "I'm no longer a fan of it, she said.",
        "The bot is off limits to them.",
        "The data was erased by a script.",
        "Her account is gone.",
        "Settings updated by hand are lost.",
        "The moderators know a lot about moss.",
        "Someone will contact you after the interview.",
        "I'm on warm milk tonight, they said.",
        "Everything about the trip is decided.",
        "Nothing is kept in that drawer.",
        "Let the admins know, and they can look.",
        "El horno está apagado.",
        "Il volo è stato cancellato.",
        "Der Ofen ist ausgeschaltet.",
        "O forno está desligado.",
        "Światło jest wyłączone.",
        "The oven is off.",
        "Turn it off at the wall.",
        "The meeting was paused.",
        "Once you have saved the file, close it.",
        "I cannot turn anything off.",
        "I have not saved that.",
        "If it was deleted, look in the bin.",
        "She has notified the landlord.",
        "You have saved a lot this year.",
        "Your data is erased when you say /attune data erase.",
        "I would set a reminder for nine.",
        "The level of the river is set to rise.",
        "You could tell the admins.",
        "It is off by one.",
        "Have the police been told?",
        "Warm the milk, then set it aside.",
    ),
)

RULES = (
    Rule(
        "claimed-change",
        Flag.CLAIMED_CHANGE,
        "drop",
        "You can change, keep, erase, report or send nothing: say so, and name /attune help.",
        claims_change,
        _EXAMPLES,
        is_retried=True,
        holds_in_crisis=True,
    ),
)
