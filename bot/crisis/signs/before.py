"""What was: a wish or an attempt of long ago (past), or of days ago (then it is still now).

C-SSRS asks for an attempt in the last three months: only what is said to be over is past.
"""

from bot.crisis.signs.kinds import KILL, KILLING, Weight, What, family

FAMILIES = (
    family(
        "tried attempted attempt wanted suicidal overdosed survived suicide used going nearly "
        "almost planned trying thinking",
        (
            "tried_to_kill_myself",
            What.ENDING,
            Weight.STRONG,
            rf"\bi (?:have )?(?:once )?(?:tried|attempted|almost|nearly|was (?:about|going|"
            rf"ready)|"
            rf"planned|went|was trying|used to (?:want|try|plan))(?: to)? (?:\w+ )?(?:{KILL}|"
            rf"kill "
            r"myself|killed myself|ended (?:it|my life)|take my life|suicide|died by suicide)"
            r"(?! (?:laughing|with|trying))",
        ),
        (
            "wanted_to_die",
            What.WISH_DEAD,
            Weight.STRONG,
            r"\bi (?:wanted|used to want|used to wish|used to pray) to (?:die|be dead|not "
            r"wake up|"
            r"stop existing)(?= *(?:$|,|and|but|back|when|for|in|at|as|every|so|too|years|last|"
            r"yesterday))(?! (?:of|laughing|for a|from))",
        ),
        (
            "was_suicidal",
            What.ENDING,
            Weight.STRONG,
            rf"\bi (?:was|used to be|had been|have been|got) (?:\w+ ){{0,2}}(?:suicidal|thinking "
            rf"(?:of|about) (?:\w+ )?(?!jumping|stepping){KILLING})",
        ),
        (
            "my_suicide_attempt",
            What.ENDING,
            Weight.STRONG,
            r"\b(?:my|after my) (?:\w+ )?(?:suicide )?attempt\b(?=.{0,300}\b(?:suicid|ago|hospital|"
            r"when i|"
            r"life|pills|anniversary|surviv))|\bi survived (?:a|my) (?:\w+ )?suicide attempt|"
            r"\bmy (?:\w+ )?suicide attempt\b",
        ),
        (
            "overdosed_before",
            What.TAKEN,
            Weight.STRONG,
            r"\bi overdosed (?:on|in|when|last|years|at|once|back)",
        ),
    ),
)
