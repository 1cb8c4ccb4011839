"""How people say in English that a reply landed wrong: one pattern a way of saying it.

A pattern matches a whole clause, in lower case, with straight apostrophes.
"""

from bot.rupture import Rupture

LEAD = (
    r"(?:(?:ok|okay|no|nope|nah|hey|hm+|ugh+|sorry|wait|well|look|please|pls|honestly|actually|man|"
    r"dude|attune|eh|meh|um|uh|oof|wow|yeah|yes|and|but|so|again|god|come on|seriously|i think|"
    r"i feel like|to be honest|tbh|with respect|no offen[cs]e|just so you know|can you|could you|"
    r"would you|would you please|can we|you know|frankly|sigh)[,:.! ]+)*"
)
TAIL = (
    r"(?:[, ]+(?:please|pls|again|now|here|this time|at all|to me|for me|with me|today|honestly|"
    r"though|attune|thanks|thank you|lol|ok|okay|man|dude|already|tbh|really|right now|for once|"
    r"so much|all the time|every time|any ?more|instead|actually|somehow|a bit|a little|you know|"
    r"sorry|is all|i'm afraid|just now|there|even|either|yet|mate|ugh|i think|right))*"
)
_IT = (
    r"(?:that|this|it|(?:that|this|the|your)(?: last| previous| first)? "
    r"(?:reply|answer|one|response|message|tone|thing)|what you(?: just)? (?:said|wrote))"
)
_WAS = (
    r"(?:(?: was| is| felt| feels| sounds| sounded| came across| comes across| reads| read|"
    r" seems| seemed| came off| comes off)(?: as)?|'s)"
)
_VERY = (
    r"(?: (?:so|too|very|really|pretty|kind of|kinda|sort of|a bit|a little|rather|way|way too|"
    r"far too|just|quite|super|incredibly|still|completely|totally|a tad|weirdly|awfully|all|"
    r"much|again|like|a|an|the|one|some|big|extremely|such|always))*"
)
_YOU_ARE = (
    r"you(?:'re| are| were| sound| sounded| seem| come across| just| keep| keep on| feel|"
    r" sound like| are being|'re being| were being|'re sounding|'re just)"
)
_STOP = r"(?:stop|quit|enough with|no more|less of|don't|do not|please don't|cut|drop|spare me)"

_COLD = (
    r"(?:cold|distant|clinical|robotic|harsh|dismissive|impersonal|mechanical|detached|icy|stiff|"
    r"heartless|unfeeling|chilly|aloof|formal|corporate|sterile|"
    r"(?:help ?desk|robot|machine|call cent(?:er|re)|service (?:rep|desk|agent)|form letter|"
    r"customer (?:service|support)(?: agent| rep| bot)?|chat ?bot|automated (?:reply|response)|"
    r"ticket system|support ticket|phone menu|press release))"
)
_AGREE = r"(?:agreeable|flattering|sycophantic|fawning|sugary|suck-up|yes[- ]man|pushover)"
_CLOSE = r"(?:close|intimate|personal|familiar|chummy|intense|clingy|overfamiliar|forward)"
_PREACH = (
    r"(?:preachy|patroni[sz]ing|condescending|judgy|judgmental|judgemental|moralistic|lecture|"
    r"sermon|lecturing|preaching|moralising|moralizing|lecture-y|holier than thou)"
)
_BLAND = (
    r"(?:bland|generic|boring|vague|canned|boilerplate|wishy[- ]washy|flat|empty|shallow|trite|"
    r"clich[eé]d?|fluff|platitudes?|hollow|beige|fortune cookie|horoscope|greeting card|"
    r"noncommittal|non-answer)"
)
_LONG = r"(?:long|long[- ]winded|wordy|wall of text|essay|rambling|verbose|novel|text)"

PATTERNS: tuple[tuple[Rupture, str], ...] = (
    (Rupture.COLD, rf"{_IT}{_WAS}{_VERY} {_COLD}"),
    (Rupture.COLD, rf"{_YOU_ARE}{_VERY} {_COLD}"),
    (Rupture.COLD, rf"{_STOP} (?:being|sounding|talking)?{_VERY} ?{_COLD}"),
    (Rupture.COLD, r"be (?:a bit |a little |more )?(?:warm(?:er)?|kinder|human|gentler)"),
    (Rupture.COLD, r"(?:don't be|stop being) so (?:cold|distant|clinical|robotic|formal|harsh)"),
    (Rupture.COLD, r"you(?:'re| are)? (?:don't|not) (?:see|seeing|hear|hearing) me"),
    (Rupture.COLD, r"that (?:hurt|stung)(?: my feelings)?"),
    (Rupture.TOO_AGREEABLE, rf"{_IT}{_WAS}{_VERY} {_AGREE}"),
    (Rupture.TOO_AGREEABLE, rf"{_YOU_ARE}{_VERY} {_AGREE}"),
    (
        Rupture.TOO_AGREEABLE,
        rf"(?:{_STOP}|{_YOU_ARE}|you) (?:just |only |always )?"
        r"(?:agree|agreeing|flatter|flattering|suck(?:ing)? up|kiss(?:ing)? up|"
        r"butter(?:ing)?(?: me)? up|prais(?:e|ing)|validat(?:e|ing)|humou?r(?:ing)?)"
        r"(?: to)?(?: (?:me|with me|everything|with everything|everything i say|"
        r"with everything i say|with whatever i say|with all of it|whatever i say))?",
    ),
    (
        Rupture.TOO_AGREEABLE,
        r"(?:stop|quit|don't|you(?:'re| are| keep)?)(?: just)? tell(?:ing)? me what i want to hear",
    ),
    (Rupture.TOO_AGREEABLE, r"(?:disagree with me|push back(?: on me)?|stop being (?:so )?nice)"),
    (Rupture.TOO_AGREEABLE, r"(?:no|stop the|enough|cut the) (?:flattery|flattering|praise)"),
    (Rupture.TOO_CLOSE, rf"{_IT}{_WAS}{_VERY} (?:too|way too|a bit too|a little too) {_CLOSE}"),
    (Rupture.TOO_CLOSE, rf"{_YOU_ARE}(?: being| getting)? (?:way |a bit |much )?too {_CLOSE}"),
    (Rupture.TOO_CLOSE, r"(?:back off|give me (?:some )?space|keep your distance|too close)"),
    (
        Rupture.TOO_CLOSE,
        r"(?:stop|quit) (?:acting|pretending|behaving|talking) (?:like|to be|as if) "
        r"(?:you(?:'re| are) )?(?:my|a) (?:best )?"
        r"(?:friend|girlfriend|boyfriend|partner|mother|mom|mum|lover|buddy)",
    ),
    (Rupture.TOO_CLOSE, r"(?:stop pretending (?:to|you) care|you(?:'re| are) not my friend)"),
    (Rupture.TOO_CLOSE, r"(?:you don't know me|don't act like you know me|we're not that close)"),
    (Rupture.PREACHY, rf"{_IT}{_WAS}{_VERY} {_PREACH}"),
    (Rupture.PREACHY, rf"{_YOU_ARE}{_VERY} {_PREACH}(?: me| at me)?"),
    (
        Rupture.PREACHY,
        rf"(?:{_STOP}|no) (?:the |being (?:so )?)?(?:lectur(?:e|es|ing)|preach(?:ing|y)?|sermons?|"
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
        r"this (?:is|feels like) an interrogation|don't ask(?: me)?(?: anything)?|"
        r"you ask too (?:much|many questions)|quit asking)",
    ),
    (
        Rupture.TOO_MANY_QUESTIONS,
        r"(?:just (?:answer|tell me)(?: me| it)?|just answer the (?:damn )?question|"
        r"(?:stop|quit|don't) (?:answer|answering|reply|replying)(?: (?:me|my question))? "
        r"with (?:a |more |another )?questions?)",
    ),
    (Rupture.BLAND, rf"{_IT}{_WAS}{_VERY} {_BLAND}"),
    (Rupture.BLAND, rf"{_YOU_ARE}{_VERY} {_BLAND}"),
    (Rupture.BLAND, rf"{_STOP} (?:with )?(?:the |being (?:so )?)?{_BLAND}"),
    (Rupture.BLAND, r"(?:say|give me|tell me) something (?:real|concrete|specific|useful)"),
    (Rupture.BLAND, r"(?:be (?:more )?(?:specific|concrete)|commit to something|take a stand)"),
    (
        Rupture.BLAND,
        r"(?:you|that) (?:could|would)(?:'ve| have)? (?:say|said|be|been|fit|tell|told) "
        r"(?:that |said |written )?(?:to|for) any(?:one|body)",
    ),
    (
        Rupture.MISSED_THE_POINT,
        r"you(?:'re| are|'ve| have)?(?: (?:totally|completely|just|kind of|really|still|kinda))? "
        r"(?:missed|missing|miss) (?:the|my) (?:whole |entire )?point",
    ),
    (
        Rupture.MISSED_THE_POINT,
        rf"(?:{_IT}(?:'s| is| was) )?(?:not|isn't|wasn't)?(?: at all)? ?not (?:even )?(?:what i "
        r"(?:meant|asked|said|was asking|wanted to know|asked for)|the point|"
        r"my (?:point|question))",
    ),
    (
        Rupture.MISSED_THE_POINT,
        r"(?:that|this|it) (?:isn't|wasn't) (?:what i (?:meant|asked|said|was asking|asked for)|"
        r"the point|my (?:point|question))",
    ),
    (
        Rupture.MISSED_THE_POINT,
        r"you (?:totally |completely |clearly |just )?(?:misunderstood|misread|got me wrong)"
        r"(?: me| what i (?:said|meant)| my question)?",
    ),
    (
        Rupture.MISSED_THE_POINT,
        r"you(?:'re| are)? (?:don't|didn't|not|still don't) (?:get|getting|understand|"
        r"understanding)(?: it| me| that| what i(?:'m| am)? (?:mean|meant|said|say|saying)| my "
        r"point)?",
    ),
    (
        Rupture.MISSED_THE_POINT,
        r"(?:you (?:didn't|haven't|did not)(?: even)? (?:answer|answered|address)"
        r"(?: me| my question| the question| what i asked)?|answer (?:the|my) question|"
        r"that(?:'s| is) beside the point|that doesn't answer (?:my|the) question)",
    ),
    (
        Rupture.LOST_THE_THREAD,
        r"you(?:'ve| have)? (?:just )?(?:lost|forgot|forgotten|dropped) (?:the (?:thread|plot)|"
        r"track|what (?:i|we) (?:said|told you|were (?:saying|talking about|on about)|"
        r"talked about))",
    ),
    (
        Rupture.LOST_THE_THREAD,
        r"(?:i (?:already|just|literally just) (?:told you(?: that| this)?|said (?:that|so|this)|"
        r"explained (?:that|this))|we (?:already|just) (?:covered|went over|talked about|"
        r"discussed) (?:that|this))",
    ),
    (
        Rupture.LOST_THE_THREAD,
        r"(?:do|don't) you (?:not |even )?remember what i (?:just )?(?:said|told you)|"
        r"you(?:'re| are) (?:repeating yourself|going in circles|forgetting what i said)",
    ),
    (
        Rupture.WRONG_FACT,
        rf"{_IT}(?:'s| is| was)(?: just| simply| plain| factually| completely| totally| flat out| "
        r"actually| not even| still| also)* (?:incorrect|false|inaccurate|untrue|made up|"
        r"not true|not correct|not accurate|wrong|factually wrong|a hallucination|invented)",
    ),
    (
        Rupture.WRONG_FACT,
        r"(?:you got (?:that|it|this|the (?:facts?|dates?|name|numbers?)) wrong|you made that up|"
        r"you(?:'re| are) (?:making (?:that|things|stuff) up|hallucinating|mistaken)|"
        r"(?:check )?your facts(?: are wrong)?|that isn't (?:true|right|correct|accurate))",
    ),
    (
        Rupture.WANTED_TO_BE_HEARD,
        r"i (?:just |only |really )?(?:wanted|needed|was hoping for) (?:you to (?:just )?"
        r"(?:listen|hear me)|to (?:be heard|vent|be listened to)|someone to listen|you to hear "
        r"me out|an ear)",
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
        r"(?:you(?:'re| are) )?not listening|you(?:'re| are)n't listening",
    ),
    (
        Rupture.WANTED_A_PLAN,
        r"i (?:just |really |actually )?(?:wanted|was hoping for|asked for|was after) "
        r"(?:a plan|steps|concrete steps|actual steps|(?:something|things) i can (?:do|use)|"
        r"(?:practical|actual|concrete) (?:help|advice)|a (?:real |concrete )?(?:answer|"
        r"recommendation)|advice|instructions)(?: not (?:sympathy|comfort|a hug))?",
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
    (Rupture.TOO_LONG, rf"{_IT}{_WAS}{_VERY} {_LONG}"),
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
        rf"{_IT} (?:(?:really |just |kind of |totally |kinda )?(?:landed|came out|came across|"
        r"hit me|"
        r"sat) (?:really |so |all |very )?(?:wrong|badly|weird(?:ly)?|off|poorly)|didn't land"
        r"(?: well)?|(?:really )?didn't (?:really )?(?:help|work)(?: me| for me)?|"
        r"(?:really )?rubbed me the wrong way|wasn't (?:it|helpful|great|good|okay|ok)|"
        r"isn't (?:it|helpful|helping|working)|doesn't help(?: me)?)",
    ),
    (
        Rupture.OTHER,
        rf"{_IT}(?:'s| is| was|'re) (?:really |so |just |totally )?(?:not (?:it|helpful|helping|"
        r"great|good|ok(?:ay)?|working)|unhelpful|useless|off|tone[- ]deaf|the wrong tone|"
        r"insensitive|a bad (?:answer|reply)|not a (?:good|great|helpful) (?:answer|reply))",
    ),
    (
        Rupture.OTHER,
        r"(?:wrong tone|bad (?:answer|reply)|say (?:it|that) (?:again )?(?:differently|another way|"
        r"better)|try (?:that )?again|rephrase(?: that| it)?|redo that|you can do better|"
        r"that (?:missed|misses)(?: the mark)?|not helpful|don't talk to me like that)",
    ),
)
