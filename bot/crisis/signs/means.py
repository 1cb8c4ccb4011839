"""Means asked for, at hand or used, and harm to oneself: C-SSRS 3 to 5, and actual attempts."""

from bot.crisis.signs.kinds import AND, FOR_MYSELF, Weight, What, family

FAMILIES = (
    family(
        "painless painful quickest easiest peaceful lethal railing barrier noose took taken "
        "swallowed ledge overdosed overdose wrote written finished",
        (
            "painless_way_to_die",
            What.MEANS,
            Weight.STRONG,
            r"\b(?:least painful|painless|most painless|most peaceful|quickest|easiest) "
            r"(?:way|method)s? "
            r"(?:to|of) (?:go(?= *(?:$|,))|die|dying|kill(?:ing)? myself|end(?:ing)? (?:it|"
            r"my life))",
        ),
        (
            "wrong_side_of_railing",
            What.MEANS,
            Weight.ACUTE,
            r"\bi am (?:\w+ )?(?:standing |sitting )?on the wrong side of the (?:railing|"
            r"barrier)(?= *$)",
        ),
        (
            "noose_tied",
            What.MEANS,
            Weight.ACUTE,
            r"\b(?:the )?noose is (?:up|ready|tied)\b|\bi (?:have )?(?:tied|made) (?:a|the|"
            r"my) noose",
        ),
        (
            "took_them_all",
            What.TAKEN,
            Weight.ACUTE,
            rf"(?:\bi (?:have )?(?:already )?|{AND})(?:took|taken|swallowed) (?:(?:them "
            r"all|all of them)(?= *(?:$|,|and\b|now\b|at once|tonight|with))|(?:the |a )?whole "
            r"(?:box|bottle|packet) of (?:\w+ )?(?:pills|tablets|meds))",
        ),
        (
            "took_all_my_pills",
            What.TAKEN,
            Weight.ACUTE,
            r"\bi (?:have )?(?:already )?(?:took|taken|swallowed) (?:all (?:of )?(?:my|the|"
            r"these|those)|"
            r"too many|(?:a|the) whole bottle of|every one of my|an? handful of)(?: my| "
            r"the)? (?:\w+ )?(?:pills|tablets|meds|medication|painkillers|antidepressants)\b",
            True,
        ),
        (
            "have_overdosed",
            What.TAKEN,
            Weight.ACUTE,
            r"\bi have overdosed\b|\bi (?:have )?took an overdose\b",
            True,
        ),
        (
            "suicide_note",
            What.PLAN,
            Weight.ACUTE,
            r"\bi (?:have )?(?:wrote|written|finished) my suicide note\b",
            True,
        ),
    ),
    family(
        "hurt cut burn harm hurting cutting burning harming",
        ("cut_on_purpose", What.HARM, Weight.STRONG, r"\bcut myself on purpose\b"),
        (
            "want_to_hurt_myself",
            What.HARM,
            Weight.STRONG,
            r"\bi (?:do )?(?:want|need|have|am going) to (?:hurt|cut|burn|harm) myself\b"
            rf"{FOR_MYSELF}",
        ),
        (
            "hurting_myself",
            What.HARM,
            Weight.STRONG,
            rf"(?:\bi (?:have )?|{AND})(?:started|starting|began|been|am) (?:hurting|cutting|"
            rf"burning|harming)"
            rf" myself\b(?! on){FOR_MYSELF}",
        ),
    ),
)
