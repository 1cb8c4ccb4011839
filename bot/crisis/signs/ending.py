"""Wishes to be dead and thoughts of ending it: C-SSRS 1 (wish to be dead) and 2 to 5 (ideation).

A wish is a word of wanting before, or of relief about, one's own not being; the not being may be
said straight (die, be dead), by negation (not wake up, not be here, never have been born) or by a
picture of it (disappear, be switched off, be taken in one's sleep).
"""

from bot.crisis.signs.kinds import (
    ADV,
    AND,
    GOING,
    I_AM,
    KILL,
    KILLING,
    NOW,
    OVER,
    WAKE,
    WANT,
    I,
    Weight,
    What,
    family,
)

WISH, END, GONE = What.WISH_DEAD, What.ENDING, What.DISAPPEARING
STRONG, ACUTE = Weight.STRONG, Weight.ACUTE

AGAIN = r"(?:anymore|any more|any longer|at all|again|tomorrow|in the morning|like this|ever)"
NOT_BEING = (
    rf"(?:die\b(?! my hair)|be dead|be (?:a )?corpse|not (?:have to )?(?:{WAKE}|be alive|exist|"
    rf"breathe)|"
    rf"never (?:{WAKE}|have been born|been born)|(?:stop|quit) (?:existing|living|breathing|"
    r"being(?: alive)?(?=$|,))|cease to (?:exist|be)|be not(?:hing)?(?= *(?:$|,))|"
    r"not be(?= *(?:$|,|anymore|any))|not be (?:here|around|alive|anymore|born|on this)|"
    r"be gone(?= *(?:$|,|for good|forever|from (?:this|the) world))|"
    r"be over (?:and done )?with(?= *(?:$|,))|"
    rf"(?:go to |fall a)?sleep (?:and |, ){{1,3}}(?:just )?(?:never|not) {WAKE}|"
    r"(?:sleep|go to sleep|fall asleep) (?:forever|for good|and stay asleep)|"
    r"close my eyes and (?:not|never) (?:open|wake)|fade (?:away|out)(?= *(?:$|,))|"
    r"(?:disappear|vanish|evaporate)(?= *(?:$|, (?:not|like)|forever|for good|from (?:this|the) "
    r"(?:world|earth|planet)))|join (?:him|her|them) in (?:death|heaven|the ground)|"
    r"leave this (?:world|earth|life)|be (?:switched|turned) off|be put (?:down|to sleep)|"
    r"be hit by (?:a|an) (?:car|bus|truck|train|lorry)|get (?:hit|run over) by (?:a|the) "
    r"(?:car|bus|truck|train|lorry)|catch something fatal|be excused now)"
)
_MINE = (
    r"(?:i (?:was|were|am|could be|would be) (?:just )?(?:dead|gone(?= *(?:$|,|forever|for good))|"
    r"never born|not alive|not here|not around)|i (?:could|would|can|do|did|might) (?:just )?"
    rf"{NOT_BEING}|i (?:do|did|would|could|can|will) not (?:have to )?(?:{WAKE}|exist|"
    rf"be here anymore|make it)|i (?:had |have |was |were )?never (?:been )?(?:born|existed|"
    rf"{WAKE})|"
    r"i (?:never )?(?:just )?(?:die|died|drop dead|dropped dead)\b|"
    r"i would (?:never )?(?:have )?(?:not )?(?:been born|die|died)|"
    r"(?:my|the) (?:heart|body|plane|brain|lungs)(?: \w+){0,6} (?:stops?|stopped|gives? out|"
    r"crash\w{0,3}|forgets? to)|(?:god|someone|something|it|death|the lord|the sea|cancer) "
    r"(?:would|will|could)(?: just)? (?:take|kill|end|finish) me|i (?:was|were) not(?= *(?:$|,|"
    r"here|around|alive|born))|(?:a|the|some) (?:car|truck|bus|train|lorry|plane|bomb)(?: \w+){0,3}"
    r" (?:hit|hits|crash\w{0,3}|came|kill\w{0,3})(?: \w+){0,3} me)"
)
RELIEF = (
    r"(?:(?:such )?a (?:\w+ )?(?:relief|mercy|kindness|result|blessing|gift)|easier|nicer?|"
    r"peaceful|quiet\w*|better|kinder|simpler|for the best|best for (?:everyone|them|all)|"
    r"good|sort (?:it|that)|tempting|relieved|glad|happy|grateful)"
)

FAMILIES = (
    family(
        "die dying dead kill killing hang shoot drown unalive unaliving off top suicide suicidal "
        "overdose overdosing life end ending wrists throat veins jump jumping kms ctb stab "
        "myself "
        "bullet brains gun bus poison gas suffocate born death stepping "
        "head noose grave funeral existing",
        # Intent, and a stated wish to kill oneself (C-SSRS 4 and 5).
        ("want_to_kill_myself", END, ACUTE, rf"{I}{WANT} {ADV}{KILL}", True),
        ("going_to_kill_myself", END, ACUTE, rf"{I_AM}{GOING} {ADV}(?:{KILL}|die {NOW})", True),
        ("will_kill_myself", END, ACUTE, rf"\bi will {ADV}{KILL}\b(?! on)", True),
        ("killing_myself_tonight", END, ACUTE, rf"{I_AM}{KILLING} {NOW}\b", True),
        (
            "plan_to_kill_myself",
            What.PLAN,
            ACUTE,
            rf"\bi (?:have |have got |got |made |have made )?a plan (?:to|for) "
            rf"(?:{KILL}|{KILLING}|die)",
            True,
        ),
        (
            "decided_to_kill_myself",
            What.PLAN,
            ACUTE,
            rf"\bi (?:have )?(?:decided|made up my mind) (?:\w+ ){{0,2}}(?:{KILL}|die|"
            r"end it)\b(?! (?:with|our))",
            True,
        ),
        # Thoughts of it, without stated intent (C-SSRS 2 and 3).
        (
            "want_to_die",
            WISH,
            STRONG,
            rf"{I}(?:{WANT}|hope to|pray to) {ADV}(?:die|be dead){OVER}",
            True,
        ),
        (
            "going_to_kms",
            END,
            STRONG,
            rf"(?:{I_AM}{GOING}|{I}(?:{WANT}|should|might|may|could|will)) {ADV}kms{OVER}",
            True,
        ),
        ("kms", END, STRONG, rf"^(?:{ADV}|going to |want to |i will )kms$", True),
        (
            "should_kill_myself",
            END,
            STRONG,
            rf"\bi (?:should|might|may|could) {ADV}{KILL}(?! if)",
            True,
        ),
        (
            "if_i_kill_myself",
            END,
            STRONG,
            r"\bif i (?:do )?(?:unalive|kill myself|die by suicide|end it all)\b",
        ),
        (
            "am_suicidal",
            END,
            STRONG,
            rf"(?:{I_AM}|feel(?:ing)? |am ){ADV}suicidal\b(?! (?:people|patients|thoughts "
            r"(?:in|are common)|friend|clients))",
            True,
        ),
        (
            "suicidal_again",
            END,
            STRONG,
            r"^(?:very |so |a bit )?suicidal (?:again|today|tonight|lately|thoughts)",
        ),
        (
            "suicidal_thoughts",
            END,
            STRONG,
            r"\bi (?:have|am having|get|got|had|keep having|keep getting) (?:\w+ ){0,3}"
            r"suicidal (?:thoughts|ideation|feelings|urges)(?! years)",
            True,
        ),
        (
            "thinking_of_suicide",
            END,
            STRONG,
            rf"(?:{I_AM}|\bi (?:keep|can not stop|catch myself|can not quit) |^)"
            rf"(?:\w+ ){{0,2}}(?:thinking|think|dreaming|dream|fantasi[sz]ing|fantasi[sz]e|"
            rf"obsessing|"
            rf"considering|contemplating|imagining|picturing) (?:\w+ ){{0,3}}(?:of |about )?"
            rf"(?:{KILLING}|ctb|how to die|dying(?! (?:my|his|her|the|it)\b)|"
            rf"my (?:own )?(?:funeral|death)){OVER}",
            True,
        ),
        (
            "thoughts_of_suicide",
            END,
            STRONG,
            rf"\b(?:thoughts?|idea|urge|urges) (?:of|about|to) (?:{KILLING}|{KILL}|dying|"
            r"death|ending it)(?= *(?:$|,|is|are|was|keep|calm|come|again|tonight|lately|that))",
        ),
        (
            "idea_of_dying_calms",
            END,
            STRONG,
            r"\bthe (?:idea|thought) of (?:dying|death|being dead|not existing)(?: \w+){0,5} "
            r"(?:calm|comfort|soothe|quiet|peace|blanket|relief)",
        ),
        (
            "death_looks_good",
            END,
            STRONG,
            r"\b(?:suicide|ctb|death|dying|being dead|the noose|the grave) (?:\w+ ){0,3}"
            r"(?:look|looks|looking|sounds?|sounding|seems?|seeming|feels?|is) (?!not |never "
            r")(?:\w+ ){0,2}"
            r"(?:tempting|good|nice|appealing|inviting|peaceful|better|(?:the|my) (?:only|best) "
            r"(?:way|option|answer|exit)|like (?:a|the) (?:bed|way out|relief|option))",
            True,
        ),
        (
            "better_off_dead",
            WISH,
            STRONG,
            r"\bi would (?:all |be ){0,3}better off dead\b|\bi (?:am|would be) better (?:off )?"
            r"dead\b",
            True,
        ),
        (
            "makes_me_want_to_die",
            WISH,
            STRONG,
            r"\b(?:life|everything|living|being alive|it all) (?:\w+ )?makes me want to "
            r"(?:die|kill myself)\b",
            True,
        ),
    ),
    family(
        "wish wishing want wanted hope hoping pray praying rather love like prefer envy jealous "
        "mind relief relieved better easier nice nicer peaceful kinder quiet glad result mercy "
        "dream fantasise fantasize ready imagine need picturing thinking think tempting good "
        "happy blessing simpler best sort permission deserve "
        "envious dying complain",
        (
            "wish_i_were_dead",
            WISH,
            STRONG,
            rf"\b(?:wish|wishing|hope|hoping|pray|praying|dream|imagine|rather|prefer|"
            rf"fantasi[sz]e|praying|thinking|begging)(?: \w+){{0,4}}?(?: that| about| if)? {_MINE}",
        ),
        (
            "want_not_to_wake",
            WISH,
            STRONG,
            rf"{I}(?:(?:am |was )?hop(?:e|ing)|pray|wish|want|need|would like|would love|would "
            rf"rather|would prefer|am ready|long)(?: \w+){{0,2}}? (?:to )?(?:{NOT_BEING})",
        ),
        (
            "hope_not_to_wake",
            WISH,
            STRONG,
            rf"{AND}{ADV}(?:hope|wish|want|hoping|wishing|would rather)(?: to)? "
            rf"(?:{NOT_BEING}|{_MINE})",
        ),
        (
            "if_i_died_relief",
            WISH,
            STRONG,
            rf"\b(?:if|when|once|that) {_MINE}(?: \w+){{0,3}} ?,? ?\b(?:\w+ ){{0,5}}(?:would|"
            rf"will|might) (?:\w+ ){{0,4}}{RELIEF}",
        ),
        (
            "relief_if_i_died",
            WISH,
            STRONG,
            rf"(?:would|will|might) (?:\w+ ){{0,4}}{RELIEF}(?: \w+){{0,5}} if {_MINE}",
        ),
        (
            "if_i_died_not_mind",
            WISH,
            STRONG,
            rf"\bif {_MINE}(?: \w+){{0,5}} (?:i )?(?:would be|would not (?:mind|care|fight))",
        ),
        (
            "not_mind_if_i_died",
            WISH,
            STRONG,
            r"\bi would not (?:mind|care|be sad|complain|fight it) (?:much )?(?:if|about|when) "
            rf"(?:{_MINE}|dying|being dead|not waking|it (?:killed|took) me)",
        ),
        (
            "envy_the_dead",
            WISH,
            STRONG,
            r"\b(?:envy|envious of|jealous of) (?:\w+ ){0,4}(?:dead|the (?:patients?|people|"
            r"ones?|guy|man|person)(?: \w+){0,4} (?:die|died|in the (?:box|coffin|ground)|"
            r"not (?:come|wake))|who (?:die|died|did not make)|corpse)",
        ),
        (
            "want_it_over",
            WISH,
            STRONG,
            rf"{I}(?:want|need|wish|would like)(?: \w+){{0,3}}? (?:it|everything|life|it all|"
            r"this|the pain) to (?:\w+ )?be over(?= *(?:$|, i))",
        ),
        ("want_to_be_over", WISH, STRONG, r"\bi want to be over\b(?! (?:here|there|with))"),
        (
            "want_to_disappear",
            GONE,
            STRONG,
            r"\bi (?:want|need|would like) to (?:disappear|vanish|evaporate)(?= *(?:$|,))"
            r"(?! , (?:from|for|into) )",
        ),
        (
            "want_to_be_with_the_dead",
            WISH,
            STRONG,
            r"\bi want to (?:be where (?:he|she|they|my \w+) (?:is|are)|go with (?:him|her|them)|"
            r"be with (?:him|her|them|my (?:baby|mom|dad|son|daughter|wife|husband)) "
            r"(?:again )?in (?:heaven|the "
            r"ground))(?! (?:to|on|for|when|in (?:the )?(?:summer|july)))",
        ),
        (
            "deserve_to_be_dead",
            WISH,
            STRONG,
            r"\bi (?:want|need|deserve) to be (?:dead|in the ground|in a coffin|six feet)",
        ),
        (
            "better_off_gone",
            WISH,
            STRONG,
            r"(?<!you would be )(?<!you be )\bbetter off (?:not (?:here|alive|existing|"
            r"around)|dead|gone)\b",
        ),
    ),
)
