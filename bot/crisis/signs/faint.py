"""Faint signs: what says little alone and much together, over several messages of one person.

Defeat and entrapment (O'Connor and Kirtley 2018), burdensomeness and not belonging (Van Orden et
al. 2010), hopelessness (Beck et al. 1985), and farewell acts. None of them alarms by itself.
"""

from bot.crisis.signs.kinds import Weight, What, family

_FEEL = r"(?:feels?|felt|feeling|is|am|it is|it feels)"

FAMILIES = (
    family(
        "out trapped stuck escape going end ends ending stop keep cope nowhere wall exhausted "
        "much over more longer anything take too bear cycle loop relief quiet",
        (
            "no_way_out",
            What.TRAPPED,
            Weight.FAINT,
            r"\b(?:no|not|see|see any|see a|find a|without a|hard to see a|know a) way (?:out|"
            r"forward|through)\b|\b(?:feel|am|feeling|been|so) (?:\w+ ){0,2}(?:trapped|stuck)\b|"
            r"\bcan (?:not )?(?:keep|go) (?:going |on )(?:like this|anymore|much longer)|"
            r"\b(?:can|could) not (?:keep (?:going|doing this)|go on|do this anymore|take (?:it|"
            r"this|much more)|cope|bear (?:it|this))\b|\bnever (?:ends|ending|stops)\b|\bno "
            r"end\b|"
            r"\bhow much (?:longer|more) i can\b|\bgoing nowhere\b|\btoo much (?:to|for me)|"
            r"\beverything (?:is|feels|is just|just feels) (?:\w+ )?too much\b",
        ),
        (
            "want_it_quiet",
            What.THOUGHTS,
            Weight.FAINT,
            r"\b(?:wish|want|need|make|get|just have) (?:\w+ ){0,2}(?:these|this|the|my|those|"
            r"everything|it|all|it all|the pain|the noise)(?: (?:thoughts|feelings|pain|noise))? "
            r"(?:would|to) (?:\w+ )?(?:stop|end|go away|go quiet|be quiet|quiet down|be over)\b|"
            r"\b(?:escape|get away from) (?:all |from )?(?:these|this|it all|everything|my "
            r"(?:life|head|thoughts))|\b(?:dark|scary|bad|intrusive|distressing|those|these) "
            r"thoughts (?:that|keep|do not|come|will not|again|at night)|\bthoughts (?:can "
            r"be|are) "
            r"(?:\w+ )?(?:distressing|dark|scary)",
        ),
    ),
    family(
        "point pointless hope hopeless change changes better use useless future nothing worth "
        "anything never different",
        (
            "hopeless",
            What.HOPELESS,
            Weight.FAINT,
            r"\b(?:what is|no|see the|see any|is there a|is there any) point\b|\bpointless\b|"
            r"\bhopeless\b|\b(?:no|lost|losing|given up|without|out of) (?:all |any )?hope\b|"
            r"\bnothing (?:ever |i do |really )?(?:changes|helps|works|gets better|will change|"
            r"matters|makes a difference|is working|is ever going to|seems to get better|"
            r"works out)"
            r"\b|\b(?:never|not|hard to see (?:\w+ ){0,3}|nothing seems to|can not see (?:\w+ "
            r"){0,3})(?:going to )?(?:get|gets|getting|gonna get) better\b|\bno future\b|"
            r"\bnothing "
            r"left\b|\bgiv(?:e|en|ing) up on (?:everything|life|myself|it all)|\bnothing to look "
            r"forward\b|\bwill (?:never|not) (?:change|get better|end)\b|\bcan change\b(?= "
            r"anything)"
            r"|\bdo not (?:think|feel|believe) (?:\w+ )?(?:anything|it|things) (?:could|can|"
            r"will) "
            r"(?:ever )?(?:change|help|get better)|\bwhy (?:do i )?(?:bother|even try)\b",
        ),
    ),
    family(
        "burden burdening deserve deserves down load without worry weight problem bothering "
        "better dragging",
        (
            "a_burden",
            What.BURDENSOME,
            Weight.FAINT,
            r"\b(?:a|like a|be a|being a|as a|such a) burden\b|\bburdening\b|\bburden (?:them|"
            r"anyone|others|people|my|him|her|everyone)\b|\b(?:deserves?|deserved) (?:so much |"
            r"someone |much |something )?better\b|\b(?:let|letting|dragging|bringing) (?:\w+ )?"
            r"(?:everyone|everybody|them|my family|all of them|people|him|her) down\b|\bi am the "
            r"(?:problem|one who)\b|\badd(?:ing)? to (?:\w+ ){1,3}(?:load|plate|burden|stress)\b|"
            r"\bbetter (?:off )?without me\b|\bin everyone's way\b|\bwaste of (?:space|air|"
            r"time)\b",
        ),
    ),
    family(
        "mess failure fail failing failed worthless nothing enough useless hate wrong short broken "
        "loser ashamed disappointment pathetic",
        (
            "a_failure",
            What.DEFEAT,
            Weight.FAINT,
            r"\b(?:a|such a|like a|total|complete) (?:failure|loser|disappointment|mess)\b|"
            r"\bi (?:am"
            r"|have been|keep) (?:\w+ )?(?:failing|falling short)\b|\b(?:worthless|useless|"
            r"pathetic)\b|\b(?:never|not) (?:be |being )?(?:\w+ )?(?:good )?enough\b|\bi "
            r"hate myself"
            r"\b|\bi am (?:just |now )?nothing\b|\bdoing everything wrong\b|\bi ruin "
            r"everything\b|"
            r"\bfailed (?:everyone|them|my|at everything)\b|\bfalling short\b|\breminder of "
            r"failure\b",
        ),
    ),
    family(
        "alone lonely nobody anyone invisible cares care support isolated one",
        (
            "alone",
            What.ALONE,
            Weight.FAINT,
            r"\b(?:so|all|completely|very|totally|feel|feeling|carrying (?:this|it|them)|quite|"
            r"really) (?:alone|lonely|isolated|invisible)\b|\b(?:nobody|no one|not anyone|do not "
            r"have anyone) (?:\w+ ){0,3}(?:cares?|understands?|would (?:care|notice|understand|"
            r"miss)|to (?:talk|reach|turn)|left|wants me|there)\b|\bdo not (?:really )?have "
            r"anyone"
            r"\b|\bnot have (?:a lot of|much|any) support\b|\beveryone (?:else )?(?:has|is) "
            r"(?:moved on|moving on|better|gone|got their own|moving forward)\b|\ball been "
            r"on me\b",
        ),
    ),
    family(
        "goodbye goodbyes giving gave letters letter note belongings away rehome rehomed affairs "
        "will passwords forgive sorry last",
        (
            "farewell_acts",
            What.FAREWELL,
            Weight.FAINT,
            r"\b(?:giving|gave|given) away (?:all |most of )?(?:my|his|her) (?:things|stuff|"
            r"belongings|games|clothes|instruments?|books|records|collection)\b|\b(?:wrote|"
            r"writing|"
            r"written) (?:\w+ ){0,3}(?:goodbye )?letters? (?:to|for) (?:everyone|each|my (?:mom|"
            r"family|kids|parents|friends|wife|husband|sister|brother))|\bsay(?:ing)? (?:\w+ )?"
            r"goodbyes? to (?:everyone|my (?:family|friends|kids|mom))|\b(?:put|putting|got|"
            r"get) my "
            r"affairs in order\b|\b(?:found|find|finding) (?:\w+ )?(?:new home|someone) "
            r"(?:for|to "
            r"take) my (?:cat|dog|pets?)\b|\b(?:it|this) is the last time (?:i|you) (?:will|am)|"
            r"\bforgive me for (?:everything|what i am about)|\bremember me (?:as|when|"
            r"kindly)|\bby "
            r"the time you (?:read|see) this\b|\bi will not be (?:here|around) (?:for|to see|"
            r"when|"
            r"then|by)\b(?! (?:the )?(?:meeting|weekend|monday|lunch))",
        ),
    ),
)
# A question about means, innocent by itself: a height, a dose, a depth, how long it takes.
ASKS_FOR_MEANS = (
    r"\b(?:how (?:many|much|high|tall|deep|long|far|fast|sharp)|what (?:dose|dosage|amount|floor|"
    r"height|happens if|is the (?:lethal|highest|tallest|maximum|deadliest))|which (?:bridges?|"
    r"pills|buildings?|floor|medication)|where (?:can i|do i|could i) (?:buy|get|find)|is it "
    r"(?:easy|possible|painful|quick) to|(?:tallest|highest) (?:bridges?|buildings?)|what (?:are "
    r"the )?(?:bridges?|buildings?))\b.{0,80}\b(?:bridges?|pills|tablets|paracetamol|tylenol|"
    r"ibuprofen|aspirin|sleeping|insulin|dose|rope|knot|gun|carbon monoxide|exhaust|drown\w*|"
    r"bleed\w*|cliffs?|roof|rooftop|floor|train|tracks|helium|nitrogen|fall|jump\w*|lethal|fatal|"
    r"razor|blades?|overdos\w*|medication|antidepressants|water|poison|buildings?|metres|"
    r"meters)\b"
)
