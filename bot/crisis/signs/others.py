"""Danger to another's life, and from another: concern for somebody, and violence now.

"My friend wants to kill himself" is concern; "he has a knife and he is at the door" and "my baby
drank bleach" are acute, for whoever says them. Grief for somebody who died is neither.
"""

from bot.crisis.signs.kinds import Weight, What, Who, family

_KIN = (
    r"(?:friend|mate|buddy|bestie|mom|dad|mother|father|brother|sister|son|daughter|kid|child|"
    r"baby|toddler|wife|husband|partner|girlfriend|boyfriend|gf|bf|ex|cousin|aunt|uncle|grandma|"
    r"grandpa|roommate|flatmate|neighbou?r|colleague|coworker|boss|teacher|student|classmate|"
    r"niece|nephew|fianc\w+|stepson|stepdaughter|someone i know|somebody i know)"
)
_SOMEBODY = (
    rf"(?:(?:my|our|a|this|his|her) (?:\w+ ){{0,3}}?{_KIN}(?: \w+)?|"
    rf"(?:she|he|they|someone|somebody|this (?:girl|guy|kid|user|person)|a (?:girl|guy|kid)))"
)
_SELF = r"(?:himself|herself|themselves|themself)"
_KILLING = (
    rf"(?:kill(?:ing)? {_SELF}|kms|unaliv(?:e|ing)(?: {_SELF})?|end(?:ing)? (?:it all|(?:his|her|"
    rf"their) (?:own )?life)|hang(?:ing)? {_SELF}|shoot(?:ing)? {_SELF}|tak(?:e|ing) (?:his|her|"
    r"their) (?:own )?life|commit(?:ting)? suicide|overdos(?:e|ing)|jump(?:ing)? (?:off|in front)|"
    r"ctb|suicide)"
)
_DYING = r"(?:die|be dead|not (?:be alive|wake up|exist|be here anymore)|disappear forever)"
_NO_MORE = r"(?! (?:years|months) ago| when i was| in (?:19|20)\d\d| back in)"

FAMILIES = (
    family(
        "live living alive want wants whole himself herself themselves themself kms unalive "
        "unaliving suicide suicidal "
        "life overdose "
        "overdosed die dead dying kill jump jumping ending end ctb pills wrists cutting "
        "goodbye disappear exist overdosing taking tablets painkillers",
        (
            "another_ending",
            What.ENDING,
            Weight.CONCERN,
            rf"\b{_SOMEBODY}(?: (?!i )\w+){{0,6}}? (?:wants?|wanted|wanting|plans?|planning|going|"
            rf"threatens?|threatened|threatening|tries|tried|trying|about|thinking|talks?|talking|"
            rf"talked|think|might|will|may|attempted|considering|keeps?|ready|feels? like|spoke|"
            rf"jokes?|joking)(?: (?!i )\w+){{0,4}}? {_KILLING}{_NO_MORE}",
            Who.ANOTHER,
        ),
        (
            "another_wants_to_die",
            What.WISH_DEAD,
            Weight.CONCERN,
            rf"\b{_SOMEBODY}(?: (?!i )\w+){{0,6}}? (?:wants?|wanted|wishes|wished|hopes|"
            rf"longs|hoping|"
            rf"wishing|rather) (?:\w+ )?(?:to )?(?:(?:she|he|they) (?:was|were|could|would) )?"
            rf"{_DYING}\b(?! for\b| laughing)",
            Who.ANOTHER,
        ),
        (
            "another_not_want_to_live",
            What.WISH_DEAD,
            Weight.CONCERN,
            rf"\b{_SOMEBODY}(?: (?!i )\w+){{0,5}}? (?:do|does|did) not (?:\w+ )?want to (?:live|be "
            rf"alive|"
            r"be here|wake up|exist)(?= *(?:$|,|anymore|any))",
            Who.ANOTHER,
        ),
        (
            "another_suicidal",
            What.ENDING,
            Weight.CONCERN,
            rf"\b{_SOMEBODY} (?:\w+ )?(?:is|are|was|has been|have been|gets?|seems?|sounds?|feels?"
            r"|might be|may be|became) (?:\w+ ){0,2}suicidal\b",
            Who.ANOTHER,
        ),
        (
            "another_goodbye_note",
            What.PLAN,
            Weight.CONCERN,
            rf"\b{_SOMEBODY}(?: (?!i )\w+){{0,3}}? (?:left|wrote|sent|posted|has)(?: (?!i "
            rf")\w+){{0,3}}? "
            r"(?:suicide note|goodbye (?:note|letter|message|text)s?)",
            Who.ANOTHER,
        ),
        (
            "another_suicide_attempt",
            What.ENDING,
            Weight.CONCERN,
            rf"\b{_SOMEBODY}(?: (?!i )\w+){{0,3}}? (?:survived|had|made) (?:an? |(?:his|her|"
            rf"their) )?"
            r"(?:\w+ )?suicide attempt",
            Who.ANOTHER,
        ),
        (
            "another_hurting_self",
            What.HARM,
            Weight.CONCERN,
            rf"\b{_SOMEBODY} (?:\w+ ){{0,3}}?(?:cuts?|cutting|hurts?|hurting|harms?|harming) "
            rf"{_SELF}",
            Who.ANOTHER,
        ),
        (
            "another_took_pills",
            What.TAKEN,
            Weight.ACUTE,
            rf"\b{_SOMEBODY}(?: (?!i )\w+){{0,3}}? (?:overdosed|(?:took|taken|swallowed)(?= "
            rf"(?:\w+ ){{0,5}}?"
            rf"(?:all|whole|too|many|bottle|box|handful|every)\b))(?: (?:on|all|a|the|whole|too|"
            rf"many|bottle|"
            rf"box|of|his|her|their|my|handful|sleeping|every)){{0,6}} ?(?:pills|tablets|meds|"
            rf"medication|"
            rf"painkillers)\b(?! (?:as|for|every|twice|daily))",
            Who.ANOTHER,
            True,
        ),
        (
            "another_took_whole_bottle",
            What.TAKEN,
            Weight.ACUTE,
            rf"\b{_SOMEBODY}(?: (?!i )\w+){{0,3}}? (?:took|taken|swallowed) (?:the|a) whole (?:box|"
            rf"bottle|"
            r"packet)\b(?! of (?:chocolates?|cookies|biscuits|donuts|juice|water))",
            Who.ANOTHER,
        ),
    ),
    family(
        "bleach antifreeze battery batteries cleaner detergent poison pesticide drano ammonia "
        "turpentine paracetamol tylenol breathing unconscious",
        (
            "poison_swallowed",
            What.TAKEN,
            Weight.ACUTE,
            rf"\b(?:i|{_SOMEBODY}) (?:\w+ ){{0,2}}?(?:drank|drunk|swallowed|ate|eaten|ingested)"
            r"(?: \w+){0,4}? (?:bleach|antifreeze|batter(?:y|ies)|\w* ?cleaner|detergent|poison|"
            r"pesticide|drano|ammonia|turpentine)\b",
        ),
        (
            "another_not_breathing",
            What.TAKEN,
            Weight.ACUTE,
            rf"\b{_SOMEBODY} (?:is|has) (?:\w+ )?(?:not breathing|unconscious|stopped breathing)"
            r"\b(?! (?:down|room))",
            Who.ANOTHER,
        ),
    ),
    family(
        "knife gun kill killing hit hitting beating beat choking choked strangling strangled "
        "door "
        "leave shoot stab hurt attacking murder strangle weapon stabbing",
        (
            "weapon_at_door",
            What.VIOLENCE,
            Weight.ACUTE,
            r"\b(?:he|she|they|my \w+(?: \w+)?|someone|somebody) (?:is|are|has|have) (?:\w+ )?"
            r"(?:got )?(?:a |the |his |her )?(?:knife|gun|weapon) (?:and|to|at|on|right now|"
            r"in (?:his|her))(?: \w+){0,6}? (?:me|us|door|outside|here|house|room|hand)\b",
        ),
        (
            "being_hit",
            What.VIOLENCE,
            Weight.ACUTE,
            r"\b(?:he|she|they|my \w+(?: \w+)?|someone|somebody) (?:is|are|keeps?|started) "
            r"(?:\w+ )?(?:hitting|beating|choking|strangling|attacking|hurting|stabbing) (?:me|us|"
            r"my (?:mom|sister|brother|kids?|son|daughter|baby))(?: (?:right )?now| again| up)?"
            r"(?= *(?:$|,|and|he|she|i|help|please|right))(?! (?:in|at) (?:\w+ )?(?:game|chess))",
        ),
        (
            "threatened_with_death",
            What.VIOLENCE,
            Weight.ACUTE,
            r"\b(?:he|she|they|my (?:husband|boyfriend|ex|dad|stepdad|brother|partner|father)) "
            r"(?:is going to|will|says? (?:he|she) (?:is going to|will)|threatened to|is "
            r"threatening to) (?:kill|shoot|stab|murder|strangle) (?:me|us)\b(?! (?:if i (?:do not "
            r")?(?:eat|touch|forget|break|spill|late)|when (?:he|she) sees|for|lol))",
        ),
        (
            "armed_and_wants_to_kill",
            What.VIOLENCE,
            Weight.ACUTE,
            r"\b(?:he|she|my (?:husband|wife|boyfriend|girlfriend|ex|dad|stepdad|brother|partner|"
            r"father|son)) (?:wants|is trying|is about) to (?:kill|shoot|stab|murder) (?:me|us)"
            r"(?: and| ,){1,2} (?:he|she) (?:has|has got|is holding|holds) (?:a|the|his|her) "
            r"(?:knife|gun)\b",
            "whole",
        ),
        (
            "breaking_down_door",
            What.VIOLENCE,
            Weight.ACUTE,
            r"\b(?:he|she|they) (?:is|are) (?:breaking|kicking|banging|smashing) (?:down |in |on )?"
            r"(?:the|my|our) door\b",
        ),
    ),
    family(
        "stab shoot strangle murder gun knife poison kill school hurt",
        (
            "going_to_stab",
            What.THREAT,
            Weight.ACUTE,
            r"\bi (?:am going to|will|want to|am about to|plan to|am ready to|have to) (?:\w+ )?"
            r"(?:stab|shoot|strangle|murder|poison) (?:him|her|them|everyone|people|someone|my "
            r"(?:\w+ )?(?:wife|husband|mom|dad|boss|ex|brother|sister|teacher|neighbou?r|boyfriend|"
            r"girlfriend|family|kids?|baby|coworkers?|classmates?|stepdad|father|mother))\b"
            r"(?! (?:an?|the|some|with (?:water|nerf|paint)|for (?:fun|charity))\b)",
        ),
        (
            "going_to_kill_another",
            What.THREAT,
            Weight.ACUTE,
            r"\bi (?:am going to|will|want to|am about to|plan to) (?:\w+ )?(?:kill|hurt) "
            r"(?:him|her|"
            r"them|someone|people|everyone|my (?:wife|husband|mom|dad|boss|ex|kids?|baby|stepdad))"
            r"(?: \w+){0,3} (?:tonight|for real|i mean it|with (?:a|my|the) (?:knife|gun|hammer))",
        ),
        (
            "weapon_for_another",
            What.THREAT,
            Weight.ACUTE,
            r"\bi (?:have|got|bought|took|am taking|am bringing) (?:\w+ )?(?:a|the|my|dad's|his) "
            r"(?:(?!glue |nail |heat |nerf |water )\w+ )?(?:gun|knife|rifle)(?: \w+){0,5} "
            r"(?:for him|for her|for them|to school|to use "
            r"on (?:him|her|them)|and i am going to (?:kill|use it on))",
        ),
        (
            "shoot_up_school",
            What.THREAT,
            Weight.ACUTE,
            r"\bi (?:am going to|will|want to) shoot up (?:my|the|this) "
            r"(?:\w+ )?(?:school|office|church|mosque|synagogue|workplace|club|mall)",
            True,
        ),
    ),
)
