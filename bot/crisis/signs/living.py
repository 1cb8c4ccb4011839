"""Not wanting to live on: the wish to be dead said by what is no longer wanted (C-SSRS 1)."""

from bot.crisis.signs.ending import AGAIN, RELIEF
from bot.crisis.signs.kinds import OVER, I, Weight, What, family

WISH, STRONG = What.WISH_DEAD, Weight.STRONG

FAMILIES = (
    family(
        "live living alive life exist existing existence here wake waking breathing born around "
        "world earth stay sticking stick heartbeat anymore being morning make remain "
        "planet old",
        (
            WISH,
            STRONG,
            rf"{I}(?:(?:do|did|would|can|could|will) not|no longer|never)(?: \w+){{0,2}}? "
            r"(?:want|wish|care|intend|plan|deserve|need|like|bear|see (?:the|any) (?:point|"
            r"reason)|know (?:how|why))"
            r"(?: me)?(?: to| in| for| being){0,4} ?(?:\w+ )??(?:live|living|be alive|being "
            r"alive|stay alive|exist|existing|"
            rf"be living|go on living|keep (?:being alive|living|existing|breathing))(?: "
            rf"like this| in this world)?{OVER}",
        ),
        (
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
            WISH,
            STRONG,
            r"\bi (?:can not|could not|do not want to|will not) (?:\w+ )?be here (?:anymore|"
            r"any longer|"
            r"much longer|by)\b",
        ),
        (
            WISH,
            STRONG,
            r"\b(?:so |i am |am |just |totally )?(?:done|tired|sick|exhausted|fed up|"
            r"over)(?: \w+){0,2} "
            r"(?:with|of|from|by) (?:\w+ )?(?:being alive|existing|existence|living(?= *(?:$|"
            r",|and|anymore|like this))|"
            r"life(?= *(?:$|,|and|itself))|waking up every|breathing)",
        ),
        (
            WISH,
            STRONG,
            r"\b(?:what is the point|no point|point|why bother|why)(?: \w+){0,3}? (?:of|in|"
            r"to|with|am i|"
            r"do i|even|keep) ?(?:\w+ ){0,3}(?:living|being alive|stay(?:ing)? alive|"
            r"existing|still breathing|alive|"
            r"being here|wak(?:e|ing) up|going on like this)",
        ),
        (
            WISH,
            STRONG,
            r"\b(?:no|nothing|any|a|one|out of)(?: \w+)? ?(?:reasons?|left|point)? ?(?:left "
            r")?(?:for me )?"
            r"to (?:live(?: for)?|be alive|stay alive|exist|keep (?:living|breathing)|remain "
            r"in this world|wake up for)"
            rf"{OVER}",
        ),
        (
            WISH,
            STRONG,
            r"\b(?:being alive|living|existing|life|to live) (?:\w+ ){0,3}(?:is|has become|"
            r"feels?)(?: \w+){0,2} "
            r"(?:so much |too much |such )?(?:an? )?(?:effort|hard work|exhausting|"
            r"unbearable|torture|punishment|"
            r"pointless|not worth|a chore|a sentence)",
        ),
        (WISH, STRONG, r"\blife is not worth (?:it|living)|\bnot worth living\b"),
        (
            WISH,
            STRONG,
            r"\bi (?:hate|regret) (?:being alive|existing|that i (?:woke|am alive|wake|exist))",
        ),
        (
            WISH,
            STRONG,
            r"\bi (?:should|must) (?:never have|not have) been born\b|\bi should not "
            r"(?:exist|be alive)\b",
        ),
        (WISH, STRONG, r"\bnot have to (?:exist|be alive|wake up|live)(?= *(?:$|,|anymore|like))"),
        (
            WISH,
            STRONG,
            r"\bi (?:do|would|will) (?:not|rather not) (?:want to )?(?:be alive|be about|be "
            r"around) (?:much|"
            r"for much|anymore)",
        ),
        (WISH, STRONG, r"\bi would rather not (?:be alive|be here|exist|wake)(?! than)"),
        (
            WISH,
            STRONG,
            r"\b(?:not|never) (?:planning|plan|going|intend\w*) (?:on |to )?(?:be(?:ing)? "
            r"(?:alive|here|around)|"
            r"get(?:ting)? old|stick(?:ing)? around|live|living|mak(?:e|ing) it)\b(?! (?:for|"
            r"at|in (?:the )?(?:office|"
            r"london|town)))",
        ),
        (WISH, STRONG, r"\bstop trying to (?:stay|live|be alive|exist)\b"),
        (
            WISH,
            STRONG,
            r"\b(?:did not|do not|never|not) wake(?: up)?(?: \w+){0,3} (?:it |that )?would "
            r"be (?:\w+ ){0,2}"
            rf"{RELIEF}",
        ),
    ),
)
