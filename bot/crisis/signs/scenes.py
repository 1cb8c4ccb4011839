"""What is at hand, where one stands, what is arranged: preparation and means (C-SSRS 3 to 5).

Said without the word for it: the pills lined up, the ledge, whoever finds me, who gets my things. A
pattern names the thing and what is done with it, so that a recipe or a climb is none.
"""

from bot.crisis.signs.kinds import AND, Weight, What, family

STRONG, ACUTE = Weight.STRONG, Weight.ACUTE
_PILLS = r"(?:pills|tablets|meds|xanax|painkillers|antidepressants)"
_WEAPON = r"(?:gun|rifle|shotgun|pistol|razor|blade|rope|noose)"
_SELF = rf"(?:\bi am |{AND})(?:\w+ )?"

AT_HAND = family(
    "lined laid saved saving counted lap hand mouth loaded head bath gas running tied beam deep "
    "injected consciousness bleed already crash drive ledge railing edge tracks end see jump",
    (
        "pills_lined_up",
        What.MEANS,
        ACUTE,
        rf"\b{_PILLS}(?: \w+){{0,3}} (?:lined up|laid out|counted out|in my hand)\b|\b(?:lined up|"
        rf"counted out|saving up|saved up) (?:all )?my (?:\w+ )?{_PILLS}\b",
    ),
    (
        "weapon_in_hand",
        What.MEANS,
        ACUTE,
        rf"\b{_WEAPON}(?: \w+){{0,4}} (?:on my lap|in my (?:mouth|hand|lap)|to my head|in the bath "
        r"with me)\b|\bi (?:have )?(?:got )?a razor in the bath\b|^it is loaded$",
    ),
    (
        "gas_on_or_rope_tied",
        What.MEANS,
        ACUTE,
        r"\bturned (?:on the gas|the gas on) and (?:i )?(?:lay|lie|lying)\b|\b(?:car|engine) is "
        r"running and the garage is (?:closed|shut)\b|\bi have tied (?:the rope|a rope|the "
        r"belt) to the (?:beam|door|rail)\b",
    ),
    ("cut_deep", What.HARM, ACUTE, r"\bcut myself on purpose and (?:\w+ )?deep\b"),
    (
        "injected_too_much",
        What.HARM,
        ACUTE,
        r"\binjected (?:way |far |much )?more than(?: \w+){0,6} meant to\b",
    ),
    (
        "way_to_lose_consciousness",
        What.MEANS,
        ACUTE,
        r"\b(?:quickest|fastest|easiest|best) way to (?:lose consciousness|bleed out|"
        r"suffocate|stop breathing|drown)\b(?! (?:in (?:the )?game|a (?:character|zombie|boss)))",
    ),
    (
        "already_did_it",
        What.TAKEN,
        ACUTE,
        rf"\bi (?:have )?already did it\b(?:.{{0,60}}\b{_PILLS}|.{{0,30}}\b(?:undo|too late))\b",
    ),
    (
        "crash_on_purpose",
        What.PLAN,
        ACUTE,
        rf"{_SELF}going to (?:crash|drive)(?: \w+){{0,3}} (?:into (?:a|the) (?:wall|tree|"
        r"truck|lorry|barrier))\b",
    ),
    (
        "on_the_ledge",
        What.MEANS,
        ACUTE,
        rf"{_SELF}(?:sitting|standing|sat|stood) on (?:the|a) (?:ledge|railing|edge of the (?:roof|"
        r"bridge|cliff|platform))\b(?! (?:of my|eating|with (?:a|my) (?:book|coffee|camera)))",
    ),
    (
        "about_to_jump_there",
        What.MEANS,
        ACUTE,
        r"\b(?:on|at|over) (?:the|a|this|that|my) (?:\w+ ){0,2}(?:bridge|roof|rooftop|ledge|"
        r"railing|"
        r"overpass|viaduct|balcony|parapet)[ ,]{1,3}(?:and )?(?:i am )?(?:just )?(?:about|"
        r"going|ready) "
        r"to jump\b(?! (?:in|into|with|to|rope|back|down to|over|on)\b)",
    ),
    (
        "on_the_tracks",
        What.MEANS,
        ACUTE,
        rf"(?:\bi |{AND})(?:stepped|am lying|lay|lie|am going to lie) (?:down )?on(?:to)? "
        rf"the (?:train "
        r"|railway )?tracks\b",
    ),
    (
        "end_it_at_an_hour",
        What.ENDING,
        ACUTE,
        r"\bi am going to end it (?:at|tonight|today|tomorrow|now)\b(?!.{0,300}\b(?:him|her|stream|"
        r"thanks|call|class|meeting|session|co-op|with|between)\b)|\bplan is not to see "
        r"(?:\d|tomorrow|morning|the (?:morning|sun))",
    ),
)
HINTED = family(
    "find finds guts need where going birthday funeral edge walk walking sea river ocean lake "
    "pretending duty sharp hurt gone want coffin ctb loss things longer less fault peaceful "
    "painless wake insulin could road quiet weight",
    (
        "who_finds_me",
        What.PLAN,
        STRONG,
        r"\b(?:whoever finds|(?:has|have|had) to find|would find|will find|who finds) "
        r"me\b(?= *(?:$|,|"
        r"and|tomorrow|first|there|like|after))(?! (?:a|an|the|in (?:the )?(?:game|crowd)))",
    ),
    (
        "log_off_for_good",
        What.DISAPPEARING,
        STRONG,
        r"\b(?:log off|clock out|sleep|be gone|go) for good if i had the (?:guts|courage|nerve)\b|"
        r"\b(?:will not|do not) need (?:it|them|any of it) where i am going\b|\bone less (?:thing|"
        r"reason) (?:holding|keeping|tying) me here\b",
    ),
    (
        "my_last_birthday",
        What.PLAN,
        STRONG,
        r"\bwas (?:supposed|meant|going) to be my last (?:birthday|christmas|year|summer)\b|"
        r"\b(?:come to|cry at|show up (?:to|at)|be at) my funeral\b(?! (?:in|dressed|mom))",
    ),
    (
        "near_the_edge",
        What.MEANS,
        STRONG,
        r"\b(?:step|stepping|stand|standing|walk|walking)(?: \w+){0,4} (?:near|close to) the "
        r"edge of "
        r"the (?:platform|roof|bridge|cliff)\b|\bi (?:just )?walk (?:in|into|straight into) "
        r"the (?:sea|"
        r"river|ocean|lake|water)\b(?! (?:with (?:the|my (?:kids|dog|friends))|for|and swim|"
        r"to|barefoot|up to))|\bcross the road(?: \w+){0,3} i do not look\b",
    ),
    (
        "pretending_to_stay",
        What.WISH_DEAD,
        STRONG,
        r"\bpretending (?:that )?i (?:intend|plan|want|mean) to (?:stick around|stay alive|live|be "
        r"here)\b|\bno (?:more |longer )?(?:duty|need|obligation) to (?:remain|stay|be) in "
        r"this world\b"
        r"|\b(?:do|did) not (?:mean|intend|plan) to be (?:about|around|here) (?:for )?much "
        r"longer\b|\b(?:you )?ever (?:\w+ )?want to (?:not exist|stop existing)\b(?! in)",
    ),
    (
        "deserve_to_be_hurt",
        What.HARM,
        STRONG,
        r"\bi deserve to be hurt\b",
    ),
    (
        "hurts_less_when_gone",
        What.BURDEN,
        STRONG,
        r"\b(?:hurts? them less|easier (?:on|for) (?:them|everyone|everybody|my \w+)) (?:when|once|"
        r"after) i am gone\b|\bif i (?:was|were) in (?:a|my) (?:coffin|grave)\b|\bi (?:am|"
        r"have become) "
        r"a weight (?:my|on|that|they|she|he)\b|\b(?:ending|death) would be no (?:great |big "
        r")?loss\b",
    ),
    (
        "if_i_go_quiet",
        What.FAREWELL,
        STRONG,
        r"\bif i (?:go quiet|am gone|disappear|stop answering)(?: \w+){0,3} (?:it is )?not (?:your|"
        r"anyone's|their) fault\b|\bi could (?:go|be gone|die|disappear) (?:tonight|tomorrow)(?: "
        r"\w+){0,8} (?:change|notice|miss|care|quieter)\b",
    ),
    (
        "peaceful_method",
        What.MEANS,
        STRONG,
        r"\b(?:drowning|hanging|freezing|overdosing|bleeding out) is (?:\w+ )?(?:peaceful|"
        r"painless)\b|"
        r"\bhow many(?: \w+){0,5} (?:tablets|pills)(?: \w+){0,6} (?:not|never) wake\b|\bno "
        r"chance (?:you|i) wake up\b|\bstopped taking (?:my|their|his|her) insulin(?: \w+){0,4} "
        r"(?:peaceful|painless|quick)\b|\bctb (?:boards?|forums?|methods?|kit)\b",
    ),
)
NOT_ALONE = family(
    "door house home choked strangled stabbed hitting window kill dead machete school manager "
    "apartment flat beating",
    (
        "intruder_or_beating",
        What.VIOLENCE,
        ACUTE,
        r"\b(?:he|she|they) (?:is|are) (?:kicking|breaking|smashing|banging)(?: \w+){0,3} "
        r"door (?:in|"
        r"down)\b|\b(?:someone|somebody|a man) is (?:in|inside|breaking into) (?:my|our) (?:house|"
        r"apartment|flat|home)\b(?! (?:sitting|for|to))|\b(?:he|she) (?:choked|strangled|"
        r"stabbed) me (?:just now|now|tonight|today|again)\b|\b(?:he|she|they|my \w+) (?:is|are) "
        r"(?:hitting|beating) (?:me|my (?:mom|sister|brother)) (?:with (?:a|the|his|her) "
        r"(?:belt|pan|bat|stick|fists?|bottle)|right now)\b",
    ),
    (
        "kill_another_and_me",
        What.THREAT,
        ACUTE,
        r"\bi (?:am going to|will) (?:kill|stab|shoot) my (?:\w+ )?(?:wife|husband|manager|boss|"
        r"girlfriend|boyfriend|ex|landlord|teacher|supervisor)(?: and (?:then )?(?:me|"
        r"myself)| when (?:he"
        r"|she) (?:comes|gets|walks))\b|\bdriving (?:there|over)(?: \w+){0,4} with (?:the|a|my) "
        r"(?:machete|gun|knife|rifle)\b|\bdo not come to school (?:tomorrow|on|if)\b(?! "
        r"(?:you are|they are|sick))",
    ),
)
FAMILIES = (AT_HAND, HINTED, NOT_ALONE)
