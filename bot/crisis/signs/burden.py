"""Being a burden, and better gone: perceived burdensomeness (Joiner 2005; Van Orden et al. 2010).

Only what says that others would be better off without the person counts; being tired does not.
"""

from bot.crisis.signs.kinds import Weight, What, family

_THEY = (
    r"(?:everyone|everybody|they|people|she|he|you|we|all of (?:you|them)|the (?:kids|baby|"
    r"children|"
    r"boys|girls|world|house)|my (?:\w+ )?(?:kids|family|wife|husband|baby|mom|dad|parents|"
    r"boys|girls|children|daughter|son|friends|partner|girlfriend|boyfriend|sister|brother))"
)
_GONE = (
    r"(?:without me(?! (?:at|on|in|for|doing|playing|running)\b)|if i (?:was|were|am) "
    r"(?:dead|gone|not)"
    r"|if i (?:did not|never) (?:exist|wake)|if i (?:died|disappeared|vanished)|with me "
    r"(?:gone|dead)|(?:once|when|after) i am (?:gone|dead)|than with me)"
)

FAMILIES = (
    family(
        "better easier happier free freer lighter relieved safer kinder simpler nicer notice "
        "dead "
        "less",
        (
            "better_off_without_me",
            What.BURDEN,
            Weight.STRONG,
            r"\b(?:everyone|everybody|my family|my kids|the world|they all|they) (?:would|is|"
            r"are) (?:all )?(?:be )?better off (?:without me|if i (?:was|were) (?:dead|gone))",
            True,
        ),
        (
            "happier_without_me",
            What.BURDEN,
            Weight.STRONG,
            rf"\b{_THEY}(?: \w+){{0,3}}? (?:would|will|might|could|is|are) (?:\w+ "
            rf"){{0,3}}?(?:better|"
            rf"happier|free|freer|lighter|relieved|safer|easier)(?: off)?(?: \w+){{0,4}}? {_GONE}",
        ),
        (
            "better_off_with_insurance",
            What.BURDEN,
            Weight.STRONG,
            rf"\b{_THEY}(?: \w+){{0,2}}? (?:would|will) (?:\w+ )?(?:be |do )?better (?:off "
            r")?with (?:the|that|my) (?:(?:life|death|insurance) ){0,2}(?:money|insurance|"
            r"payout)\b",
        ),
        (
            "easier_without_me",
            What.BURDEN,
            Weight.STRONG,
            r"\b(?:it|things|life|everything|that) (?:would|might|will) (?:\w+ ){0,2}be "
            r"(?:\w+ )?(?:easier|"
            r"better|kinder|simpler)(?: \w+){0,4}? (?:if i (?:was|were|am) (?:not(?= *(?:$|,|"
            r"here|around|alive|anymore))|gone|dead)|without me (?:here|around|in it))",
        ),
        (
            "nobody_would_notice",
            What.BURDEN,
            Weight.STRONG,
            r"\b(?:nobody|no one|they|everyone) (?:would|will) (?:not )?(?:\w+ )?notice if i "
            r"(?:died|was (?:dead|gone)|were (?:dead|gone)|disappeared|vanished|stopped existing)",
        ),
        (
            "worth_more_dead",
            What.BURDEN,
            Weight.STRONG,
            r"\bi (?:am|would be) worth more (?:\w+ )?dead\b",
            True,
        ),
    ),
)
