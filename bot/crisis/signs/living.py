"""Not wanting to live on: the wish to be dead said by what is no longer wanted (C-SSRS 1)."""

from bot.crisis.signs.ending import AGAIN, RELIEF
from bot.crisis.signs.kinds import OVER, WAKE, I, Weight, What, family

WISH, STRONG = What.WISH_DEAD, Weight.STRONG
_LONGER = r"(?:anymore|any longer|much longer|for long|past|to see)\b"
_ON = rf"(?= *(?:$|,|and\b|but\b|{_LONGER}))"
_ELSEWHERE = r" (?:near|off|next|at|so early|before)\b"

FAMILIES = (
    family(
        "live living alive life exist existing existence here wake waking breathing born around "
        "world earth stay sticking stick heartbeat anymore being morning make remain woke "
        "planet old",
        (
            "not_want_to_live",
            WISH,
            STRONG,
            rf"{I}(?:(?:do|did|would|can|could|will) not|no longer|never)(?: \w+){{0,2}}? "
            r"(?:want|wish|care|intend|plan|deserve|need|like|bear|see (?:the|any) (?:point|"
            r"reason)|know (?:how|why))"
            r"(?: me)?(?: to| in| for| being){0,4} ?(?:\w+ )??(?:live|living|be alive|being "
            r"alive|stay alive|exist|existing|"
            rf"be living|go on living|keep (?:being alive|living|existing|breathing))(?: "
            rf"like this| in this world)?{OVER}(?! with (?!me\b|it\b|this|that|what|myself|the "
            rf"(?:pain|"
            r"guilt|shame|voices)|my (?:own )?(?:pain|guilt|shame|head|mind|thoughts|illness)))",
        ),
        (
            "not_want_to_be_here",
            WISH,
            STRONG,
            rf"{I}(?:(?:do|did) not|no longer) (?:\w+ )?(?:want|wish|care|intend|deserve|"
            rf"plan|need) "
            rf"(?:to )?(?:be here|be around|wake up|wake|be on this (?:earth|planet)|be in "
            rf"this world|"
            rf"stick around|stay here|make it|remain)(?= *(?:$|,|and\b|but\b|{AGAIN}|much "
            rf"longer|for|i\b|to monday|to "
            r"(?:my|next)|past|in this world|on this))(?! (?:for|early))",
        ),
        (
            "can_not_be_here",
            WISH,
            STRONG,
            r"\bi (?:can not|could not|do not want to|will not) (?:\w+ )?be here (?:anymore|"
            r"any longer|much longer|by (?:the )?morning)\b",
        ),
        (
            "tired_of_living",
            WISH,
            STRONG,
            r"\b(?:so |i am |am |just |totally )?(?:done|tired|sick|exhausted|fed up|"
            r"over)(?: \w+){0,2} "
            r"(?:with|of|from|by) (?:\w+ )?(?:being alive|existing|existence|living(?= *(?:$|"
            r",|and|anymore|like this))|life(?= *(?:$|,|and|itself))|waking up every|breathing)",
        ),
        (
            "no_point_in_living",
            WISH,
            STRONG,
            r"\b(?:what is the point|no point|point|why bother|why)(?: \w+){0,3}? (?:of|in|"
            r"to|with|am i|do i|even|keep) ?(?:\w+ ){0,3}(?:living|being alive|stay(?:ing)? alive|"
            r"existing|still breathing|alive|"
            rf"being here|wak(?:e|ing) up|going on like this)(?! (?:in|with)\b(?! this| it\b)|"
            rf"{_ELSEWHERE})",
        ),
        (
            "nothing_to_live_for",
            WISH,
            STRONG,
            r"\b(?:(?:no|nothing|any|out of)(?: (?!(?:place|house|home|room|flat|apartment|"
            r"where) )\w+)? ?(?:reasons?|left|point)? ?(?:left )?|(?:a|one)(?: \w+)? "
            r"(?:reasons?|point) (?:left )?)(?:for me )?"
            r"to (?:live(?: for)?|be alive|stay alive|exist|keep (?:living|breathing)|remain "
            r"in this world|wake up for)"
            rf"{OVER}",
        ),
        (
            "living_is_unbearable",
            WISH,
            STRONG,
            r"\b(?:being alive|living|existing|life|to live) (?:\w+ ){0,3}(?:is|has become|"
            r"feels?)(?: \w+){0,2} "
            r"(?:so much |too much |such )?(?:an? )?(?:effort|hard work|exhausting|"
            r"unbearable|torture|punishment|pointless|not worth|a chore|a sentence)",
        ),
        (
            "not_worth_living",
            WISH,
            STRONG,
            r"\blife is not worth (?:it|living)\b|\bnot worth living\b(?! in\b(?! this))",
        ),
        (
            "hate_being_alive",
            WISH,
            STRONG,
            rf"\bi (?:hate|regret) (?:being alive|existing|that i (?:am alive|exist|{WAKE}))",
        ),
        (
            "should_not_have_been_born",
            WISH,
            STRONG,
            r"\bi (?:should|must) (?:never have|not have) been born\b(?! (?:in|on)\b(?! this))|"
            r"\bi should not (?:exist|be alive)\b",
        ),
        (
            "rather_not_be_alive",
            WISH,
            STRONG,
            rf"\bi would rather not (?:be alive|be here(?= *(?:$|,|anymore))|exist|{WAKE})(?! "
            rf"than)",
        ),
        (
            "not_planning_to_be_here",
            WISH,
            STRONG,
            rf"\b(?:not|never) (?:planning|plan|going|intend\w*) (?:on |to )?(?:be(?:ing)? alive\b|"
            rf"(?:get(?:ting)? old|live|living){_ON}|be(?:ing)? (?:here|around) {_LONGER})|"
            rf"\b(?:not|never) (?:planning|plan|intend\w*) (?:on |to )?(?:be(?:ing)? (?:here|"
            rf"around)|stick(?:ing)? around|mak(?:e|ing) it){_ON}",
        ),
        (
            "stop_trying_to_stay",
            WISH,
            STRONG,
            r"\bstop trying to (?:(?:stay|live)(?= *(?:$|,|alive|here))|be alive|exist)\b",
        ),
        (
            "not_waking_relief",
            WISH,
            STRONG,
            rf"\b(?:did not|do not|never|not) {WAKE}(?: \w+){{0,3}} (?:it |that )?would "
            r"be (?:\w+ ){0,2}"
            rf"{RELIEF}",
        ),
    ),
    family(
        "die",
        (
            "let_me_die",
            WISH,
            STRONG,
            r"(?:^|, ?|\b(?:please|just|god|lord|you|they|and) )(?:just )?let me (?:just )?die\b"
            r"(?= *(?:$|,|now|here|already|tonight|please|in peace))",
        ),
    ),
)
