"""What the patterns of repair in words are put together from."""

LEAD = (
    r"(?:(?:ok|okay|no|nope|nah|hey|hm{1,9}|ugh{1,9}|sorry|wait|well|look|please|pls|honestly|actually|man|"
    r"dude|attune|eh|meh|um|uh|oof|wow|yeah|yes|and|but|so|again|god|come on|seriously|i think|"
    r"i feel like|to be honest|tbh|with respect|no offen[cs]e|just so you know|can you|could you|"
    r"would you|can we|you know|frankly|sigh)[,:.! ]{1,8}){0,8}"
)
TAIL = (
    r"(?:[, ]{1,4}(?:please|pls|again|now|here|this time|at all|to me|for me|with me|today|"
    r"honestly|though|attune|thanks|thank you|lol|ok|okay|man|dude|already|tbh|really|right now|"
    r"for once|so much|all the time|every time|any ?more|instead|actually|somehow|a bit|a little|"
    r"you know|sorry|is all|i'm afraid|just now|there|even|either|yet|mate|ugh|i think|"
    r"right)){0,6}"
)
REPLY = (
    r"(?:(?:that|this|your|the(?= last))(?: last| previous| first)? "
    r"(?:reply|answer|response|message|tone)|"
    r"(?:what|how|the way) you(?: just)? (?:said|wrote|put)(?: that| it)?|your (?:words|replies))"
)
WAS = (
    r"(?:(?: was| is| felt| feels| sounds| sounded| came across| comes across| reads| read|"
    r" seems| seemed| came off| comes off)(?: as)?|'s)"
)
VERY = (
    r"(?: (?:so|too|very|really|pretty|kind of|kinda|sort of|a bit|a little|rather|way|way too|"
    r"far too|just|quite|super|incredibly|still|completely|totally|a tad|weirdly|awfully|all|"
    r"much|again|like|a|an|the|one|some|big|extremely|such|always)){0,5}"
)
YOU_ARE = (
    r"you(?:'re| are| were| sound| sounded| seem| come across| just| keep| keep on| feel|"
    r" sound like| are being|'re being| were being|'re sounding|'re just)"
)
STOP = r"(?:stop|quit|enough with|no more|less of|don't|do not|please don't|cut|drop|spare me)"

# Also said of weather, films, people and roads; and what is hardly said but of talk.
COLD_AS_WEATHER = r"(?:cold|distant|harsh|detached|icy|stiff|heartless|chilly|aloof|formal)"
COLD_AS_TALK = (
    r"(?:clinical|robotic|dismissive|impersonal|mechanical|corporate|unfeeling|"
    r"(?:help ?desk|robot|machine|call cent(?:er|re)|service (?:rep|desk|agent)|form letter|"
    r"customer (?:service|support)(?: agent| rep| bot)?|chat ?bot|automated (?:reply|response)|"
    r"ticket system|support ticket|phone menu|press release))"
)
COLD = rf"(?:{COLD_AS_WEATHER}|{COLD_AS_TALK}|sterile)"
AGREE = r"(?:agreeable|flattering|sycophantic|fawning|sugary|suck-up|yes[- ]man|pushover)"
CLOSE = r"(?:close|intimate|personal|familiar|chummy|intense|clingy|overfamiliar|forward)"
PREACH = (
    r"(?:preachy|patroni[sz]ing|condescending|judgy|judgmental|judgemental|moralistic|lecture|"
    r"sermon|lecturing|preaching|moralising|moralizing|lecture-y|holier than thou)"
)
BLAND_AS_FOOD = r"(?:bland|vague|shallow|trite|hollow)"
BLAND_AS_TALK = (
    r"(?:generic|canned|boilerplate|wishy[- ]washy|clich[eé]d?|fluff|platitudes?|noncommittal|"
    r"non-answer|fortune cookie|horoscope|greeting card)"
)
BLAND = rf"(?:{BLAND_AS_FOOD}|{BLAND_AS_TALK}|boring|flat|empty|beige)"
LONG = r"(?:long|long[- ]winded|wordy|wall of text|essay|rambling|verbose|novel)"
