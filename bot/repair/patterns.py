"""How people say in English that a reply landed wrong: one pattern a way of saying it.

A pattern matches a whole clause, in lower case, with straight apostrophes.
"""

from bot.repair.fragments import (
    AGREE,
    BLAND,
    CLOSE,
    COLD,
    LONG,
    PREACH,
    REPLY,
    STOP,
    VERY,
    WAS,
    YOU_ARE,
)
from bot.rupture import Rupture

PATTERNS: tuple[tuple[Rupture, str], ...] = (
    (Rupture.COLD, rf"{REPLY}{WAS}{VERY} {COLD}"),
    (Rupture.COLD, rf"{YOU_ARE}{VERY} {COLD}"),
    (Rupture.COLD, rf"{STOP} (?:being|sounding|talking)?{VERY} ?{COLD}"),
    (Rupture.COLD, r"be (?:a bit |a little |more )?(?:warm(?:er)?|kinder|human|gentler)"),
    (Rupture.COLD, rf"(?:be )?(?:a bit |a little |way |much )?less {COLD}"),
    (
        Rupture.COLD,
        rf"you(?:'re| are| keep)? (?:talk|talking|speak|speaking|write|writing)(?: to me)? like "
        rf"(?:(?:i'm|i am) (?:a|an|your) )?(?:a |an )?(?:{COLD}|bot|customer|ticket|client|case|"
        r"stranger|number)",
    ),
    (Rupture.COLD, r"(?:don't be|stop being) so (?:cold|distant|clinical|robotic|formal|harsh)"),
    (Rupture.COLD, r"you(?:'re| are)? (?:don't|not) (?:see|seeing|hear|hearing) me"),
    (Rupture.COLD, rf"{REPLY} (?:really )?(?:hurt|stung)(?: my feelings)?"),
    (Rupture.TOO_AGREEABLE, rf"{REPLY}{WAS}{VERY} {AGREE}"),
    (Rupture.TOO_AGREEABLE, rf"{YOU_ARE}{VERY} {AGREE}"),
    (
        Rupture.TOO_AGREEABLE,
        rf"(?:{STOP}|you(?:'re| are| keep(?: on)?| just| only| always){{1,4}}) "
        r"(?:just |only |always ){0,4}"
        r"(?:agree|agreeing|flatter|flattering|suck(?:ing)? up|kiss(?:ing)? up|"
        r"butter(?:ing)?(?: me)? up|prais(?:e|ing)|validat(?:e|ing)|humou?r(?:ing)?)"
        r"(?: to)?(?: (?:me|with me|everything|with everything|everything i say|"
        r"with everything i say|with whatever i say|with all of it|whatever i say))?",
    ),
    (
        Rupture.TOO_AGREEABLE,
        r"you agree (?:with everything|to everything|with all of it|"
        r"with whatever)(?: i say| i do)?",
    ),
    (
        Rupture.TOO_AGREEABLE,
        r"(?:stop|quit|don't|you(?:'re| are| keep)?)(?: just)? tell(?:ing)? me what i want to hear",
    ),
    (
        Rupture.TOO_AGREEABLE,
        r"(?:disagree with me|challenge me|push back(?: on me)?|stop being (?:so )?nice)",
    ),
    (Rupture.TOO_AGREEABLE, r"(?:no|stop the|enough|cut the) (?:flattery|flattering|praise)"),
    (Rupture.TOO_CLOSE, rf"{REPLY}{WAS}{VERY} (?:too|way too|a bit too|a little too) {CLOSE}"),
    (Rupture.TOO_CLOSE, rf"{YOU_ARE}(?: being| getting)? (?:way |a bit |much )?too {CLOSE}"),
    (Rupture.TOO_CLOSE, r"(?:back off|give me (?:some )?space|keep your distance|too close)"),
    (
        Rupture.TOO_CLOSE,
        r"(?:stop|quit) (?:acting|pretending|behaving|talking) (?:like|to be|as if) "
        r"(?:you(?:'re| are) )?(?:my|a) (?:best )?"
        r"(?:friend|girlfriend|boyfriend|partner|mother|mom|mum|lover|buddy)",
    ),
    (Rupture.TOO_CLOSE, r"stop pretending (?:to|you) care"),
    (
        Rupture.TOO_CLOSE,
        r"(?:you(?:'re| are) not my|(?:don't|stop) (?:act|acting|talk|"
        r"talking) like (?:we(?:'re| are)|"
        r"you(?:'re| are)(?: my)?)) (?:friends?|therapist|mother|mom|mum|girlfriend|boyfriend|"
        r"partner|buddies|buddy)",
    ),
    (Rupture.TOO_CLOSE, r"(?:you don't know me|don't act like you know me|we're not that close)"),
    (Rupture.PREACHY, rf"{REPLY}{WAS}{VERY} {PREACH}"),
    (Rupture.PREACHY, rf"{YOU_ARE}{VERY} {PREACH}(?: me| at me)?"),
    (
        Rupture.PREACHY,
        rf"(?:{STOP}|no) (?:the |being (?:so )?)?(?:lectur(?:e|es|ing)|preach(?:ing|y)?|sermons?|"
        r"morali[sz](?:e|ing)|patroni[sz](?:e|ing)|judg(?:e|ing)|condescending)(?: (?:me|at me))?",
    ),
    (
        Rupture.PREACHY,
        r"i (?:didn't|did not|don't) (?:ask for|need|want) (?:a|another|your) "
        r"(?:lecture|sermon|speech|ted talk|morals?)",
    ),
    (
        Rupture.TOO_MANY_QUESTIONS,
        r"(?:(?:stop|quit|enough|no more)(?: asking| with)?|too many|so many|that(?:'s| is) a lot "
        r"of|i'm tired of your)(?: me)?(?: so many| all these| all the| these| the| more| any)? "
        r"questions(?: at once)?",
    ),
    (
        Rupture.TOO_MANY_QUESTIONS,
        r"(?:stop (?:interrogating|quizzing|grilling|asking) me|you(?:'re| are) interrogating me|"
        r"don't ask(?: me)? (?:anything|questions)|"
        r"you ask too (?:much|many questions)|quit asking)",
    ),
    (
        Rupture.TOO_MANY_QUESTIONS,
        r"(?:just (?:answer|tell me)(?: me| it)?|just answer the (?:damn )?question|"
        r"(?:stop|quit|don't) (?:answer|answering|reply|replying)(?: (?:me|my question))? "
        r"with (?:a |more |another )?questions?)",
    ),
    (Rupture.BLAND, rf"{REPLY}{WAS}{VERY} {BLAND}"),
    (Rupture.BLAND, rf"{YOU_ARE}{VERY} {BLAND}"),
    (Rupture.BLAND, rf"{STOP} (?:with )?(?:the |being (?:so )?)?{BLAND}"),
    (Rupture.BLAND, r"(?:say|give me|tell me) something (?:real|concrete|specific|useful)"),
    (Rupture.BLAND, r"(?:be (?:more )?(?:specific|concrete)|commit to something|take a stand)"),
    (
        Rupture.BLAND,
        r"you (?:could|would)(?:'ve| have)? (?:say|said|tell|"
        r"told) (?:that )?(?:to )?any(?:one|body)"
        r"(?: that)?",
    ),
    (Rupture.BLAND, r"give me an? (?:real|straight|proper|concrete|actual) (?:answer|opinion)"),
    (
        Rupture.MISSED_THE_POINT,
        r"you(?:'re| are|'ve| have)?(?: (?:totally|completely|just|kind of|really|still|kinda))? "
        r"(?:missed|missing|miss) (?:the|my) (?:whole |entire )?point",
    ),
    (
        Rupture.MISSED_THE_POINT,
        r"not (?:even |at all )?(?:what i "
        r"(?:meant|asked|said|was asking|wanted to know|asked for)|the point|"
        r"my (?:point|question))",
    ),
    (
        Rupture.MISSED_THE_POINT,
        r"(?:you (?:completely |totally |just )?ignored (?:me|my (?:question|message|point)|"
        r"what i (?:said|asked|wrote))|read (?:my (?:message|question)|what i (?:wrote|said))"
        r"(?: again| properly)?)",
    ),
    (
        Rupture.MISSED_THE_POINT,
        r"you (?:totally |completely |clearly |just )?(?:misunderstood|misread|got me wrong)"
        r"(?: me| what i (?:said|meant)| my question)?",
    ),
    (
        Rupture.MISSED_THE_POINT,
        r"you(?:'re| are)? (?:don't|didn't|not|still don't) (?:get(?:ting)?|understand(?:ing)?)"
        r"(?: it| me| what i(?:'m| am)? (?:mean|meant|said|say|saying)| my point)",
    ),
    (
        Rupture.MISSED_THE_POINT,
        r"(?:you (?:didn't|haven't|did not)(?: even)? (?:answer|answered|address)"
        r"(?: me| my question| the question| what i asked)?|answer (?:the|my) question)",
    ),
    (
        Rupture.LOST_THE_THREAD,
        r"you(?:'ve| have)? (?:just )?(?:lost|forgot|forgotten|dropped) (?:the (?:thread|plot)|"
        r"track|what (?:i|we) (?:said|told you|were (?:saying|talking about|on about)|"
        r"talked about))",
    ),
    (
        Rupture.LOST_THE_THREAD,
        r"(?:i told you (?:that|this|so)?(?: already| before| twice)|"
        r"i (?:already|just|literally just) (?:told you(?: that| this)?|said (?:that|so|this)|"
        r"explained (?:that|this))|we (?:already|just) (?:covered|went over|talked about|"
        r"discussed) (?:that|this))",
    ),
    (
        Rupture.LOST_THE_THREAD,
        r"you (?:already|just) (?:said|told me|asked me|asked) (?:that|this)|you keep repeating "
        r"yourself|you(?:'re| are) (?:repeating yourself|going in circles|forgetting what i said)",
    ),
    (
        Rupture.WRONG_FACT,
        rf"{REPLY}(?:'s| is| was)(?: just| simply| plain| factually| completely| totally|"
        rf" flat out| "
        r"actually| not even| still| also)* (?:incorrect|false|inaccurate|untrue|made up|"
        r"not true|not correct|not accurate|wrong|factually wrong|a hallucination|invented)",
    ),
    (
        Rupture.WRONG_FACT,
        r"(?:you got (?:that|it|this|the (?:facts?|dates?|name|numbers?)) wrong|you made up "
        r"(?:that|those|this|the) ?(?:\w+)?|you made (?:that|this|it|those) up|"
        r"you(?:'re| are) (?:making (?:that|things|stuff) up|hallucinating|mistaken)|"
        r"(?:check )?your facts(?: are wrong)?)",
    ),
    (
        Rupture.WANTED_TO_BE_HEARD,
        r"i (?:just |only |really )?(?:want|need|wanted|needed|was hoping for) (?:you to (?:just )?"
        r"(?:listen|hear me)(?: out)?|to be (?:heard|listened to)|someone to listen|an ear)",
    ),
    (
        Rupture.WANTED_TO_BE_HEARD,
        r"(?:i (?:just|only) (?:wanted|needed|want|need) to vent|just listen|listen to me|"
        r"hear me out)",
    ),
    (
        Rupture.WANTED_TO_BE_HEARD,
        r"i (?:don't|didn't|do not|did not) (?:want|need|ask for|ask you for) (?:any |your |more )?"
        r"(?:advice|solutions?|a solution|fixing|to be fixed|tips|a fix|you to fix (?:it|this|me))",
    ),
    (
        Rupture.WANTED_TO_BE_HEARD,
        r"(?:stop|quit|don't|no need to) (?:try(?:ing)? to )?(?:fix(?:ing)?|solv(?:e|ing)|"
        r"problem[- ]solv(?:e|ing)|giv(?:e|ing) me (?:advice|tips|solutions)|advis(?:e|ing)|"
        r"coach(?:ing)?)(?: (?:me|it|this|everything|my life|my problems))?",
    ),
    (Rupture.WANTED_TO_BE_HEARD, r"(?:no|enough) (?:more )?(?:advice|tips|solutions)"),
    (
        Rupture.WANTED_TO_BE_HEARD,
        r"you(?:'re| are) (?:just |still )?not listening|you(?:'re| are)n't listening",
    ),
    (
        Rupture.WANTED_A_PLAN,
        r"i (?:just |really |actually )?(?:wanted|was hoping for|asked for|was after) "
        r"(?:a plan|steps|concrete steps|actual steps|(?:something|things) i can (?:do|use)|"
        r"(?:practical|actual|concrete) (?:help|advice)|a (?:real |concrete )?(?:answer|"
        r"recommendation)|advice|instructions)(?:,? not (?:sympathy|comfort|a hug))?",
    ),
    (
        Rupture.WANTED_A_PLAN,
        r"(?:skip|drop|cut|enough with|spare me|less|no more) (?:the )?(?:feelings|empathy|"
        r"sympathy|"
        r"validation|comforting|hand[- ]holding|therapy talk|emotional stuff)",
    ),
    (
        Rupture.WANTED_A_PLAN,
        r"(?:i (?:don't|didn't) (?:need|want|ask for) (?:your )?(?:sympathy|empathy|comfort|pity|"
        r"validation|a hug)|less talk(?:ing)?,? more (?:action|doing|steps)|"
        r"stop (?:comforting|empathi[sz]ing|consoling|soothing|coddling)(?: me| with me)?)",
    ),
    (Rupture.TOO_LONG, rf"{REPLY}{WAS}{VERY} {LONG}"),
    (Rupture.TOO_LONG, r"(?:way |far |much )?(?:too long|tldr|too wordy|too much text)"),
    (Rupture.TOO_LONG, r"(?:keep it |make it |be )?(?:shorter|brief(?:er)?|more concise|concise)"),
    (
        Rupture.TOO_LONG,
        r"(?:too many words|get to the point|cut to the chase|less text|fewer words|"
        r"stop (?:rambling|writing (?:essays|novels|so much))|you(?:'re| are) rambling|"
        r"you talk too much|you (?:write|wrote) too much|keep it short)",
    ),
    (
        Rupture.OTHER,
        rf"{REPLY} (?:(?:really |just |kind of |totally |kinda )?(?:landed|came out|came across|"
        r"hit me|"
        r"sat) (?:really |so |all |very )?(?:wrong|badly|weird(?:ly)?|off|poorly)|didn't land"
        r"(?: well)?|(?:really )?didn't (?:really )?(?:help|work)(?: me| for me)?|"
        r"(?:really )?rubbed me the wrong way|wasn't (?:it|helpful|great|good|okay|ok)|"
        r"isn't (?:it|helpful|helping|working)|doesn't help(?: me)?)",
    ),
    (
        Rupture.OTHER,
        rf"{REPLY}(?:'s| is| was|'re) (?:really |so |just |totally )?(?:not (?:it|helpful|helping|"
        r"great|good|ok(?:ay)?|working)|unhelpful|useless|off|tone[- ]deaf|the wrong tone|"
        r"insensitive|a bad (?:answer|reply)|not a (?:good|great|helpful) (?:answer|reply))",
    ),
    (Rupture.OTHER, r"you(?:'ve)? lost me"),
    (
        Rupture.OTHER,
        r"(?:wrong tone|bad (?:answer|reply)|say (?:it|that) (?:again )?(?:differently|another way|"
        r"better)|try (?:that )?again|rephrase(?: that| it)?|redo that|you can do better|"
        r"not helpful|don't talk to me like that)",
    ),
)
