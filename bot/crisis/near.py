"""What brings danger closer once somebody spoke of it: means in reach, a place, an hour, a start.

Ordinary words by themselves ("I'm on the bridge now"), so nothing here alarms alone: they count
beside a wish, after one, and while an episode lasts. After the C-SSRS: preparatory acts, and intent
with a time.
"""

import re

from bot.crisis.signs.kinds import AT_A_STOP

_CUES = frozenset(
    (
        *(
            "pills",
            "tablets",
            "painkillers",
            "paracetamol",
            "insulin",
            "meds",
            "medication",
            "rope",
        ),
        *("noose", "gun", "pistol", "rifle", "shotgun", "revolver", "bullet", "knife", "blade"),
        *("blades", "razor", "razors", "scalpel", "belt", "bleach", "poison", "helium", "exhaust"),
        *("bridge", "roof", "rooftop", "ledge", "edge", "railing", "tracks", "rails", "cliff"),
        *("balcony", "parapet", "overpass", "viaduct", "platform", "windowsill", "tonight", "now"),
        *("bottle", "cutter", "jump", "note", "letters", "wrists", "wrist", "bleeding", "cut"),
        *("minutes", "hour", "today", "charcoal", "cord", "trigger", "lethal", "antifreeze"),
        *("minute", "hours", "soon", "night", "bullets", "letter"),
    )
)
_MEANS = (
    r"(?:(?:sleeping )?pills|tablets|painkillers|paracetamol|insulin|rope|noose|gun|pistol|rifle|"
    r"shotgun|revolver|bullets?|knife|razor(?: ?blades?)?|blades?|razors|scalpel|box cutter|"
    r"bleach|poison|antifreeze|helium|charcoal|exhaust|lethal dose|bottle of (?:\w+ )?(?:pills|"
    r"tablets|vodka|bleach))"
)
_LOOSE = rf"(?:{_MEANS}|meds|medication|belt|cord|bottle|cutter)"
_SOME = r"(?:the|a|my|these|those|some|enough|all (?:of )?(?:the|my)|his|her|dad's|mom's)"
_AT = (
    r"(?:right )?(?:here|in front of me|in reach|within reach|next to me|beside me|with me|"
    r"on my lap|in my (?:\w+ )?(?:hands?|mouth|lap|pocket|bag)|at my (?:throat|head|wrist)|"
    r"(?:against|to) my (?:\w+ )?(?:throat|head|wrist|temple|skin)|around my neck|on the (?:table|"
    r"bed|desk|floor|nightstand))"
)
_READY = r"(?:ready|loaded|tied|up|laid out|lined up|counted(?: out)?|crushed|hanging|set up|here)"
_PLACE = (
    r"(?:bridge|roof|rooftop|ledge|edge(?! of (?:(?:a|an|my|the) )?(?:\w+ )?(?:seat|bed|breakdown|"
    r"burnout|panic|tears|sleep|town|losing|giving|quitting|crying)\b)|railing|tracks|rails|cliff|"
    r"balcony|parapet|overpass|viaduct|platform|windowsill)\b"
)
_JUMP = (
    r"jump\b(?! (?:(?:in|into) (?:(?:the|a|my) )?(?:shower|bath|bed|car|pool|call|meeting)|"
    r"(?:on|off) (?:a|the|this|my) (?:\w+ )?(?:call|meeting|zoom|stream|server)|"
    r"on (?:a|the|this|my) (?:\w+ )?(?:bus|bike)|rope|ship|ahead|back)\b|"
    rf" (?:off|from) (?:a|the|my|this|that) (?:\w+ )?(?:train|bus|ferry|tram|coach){AT_A_STOP})"
)
_BODY = r"(?:wrists?|veins?|arms?|throat|neck|legs?|thighs?|skin|arter(?:y|ies))"
_DOING = (
    r"(?:kill(?:ing)? myself|end(?:ing)? (?:it|my life|everything)|die|dying|"
    r"tak(?:e|ing) (?:them|the pills|all of them)|jump(?:ing)?(?: off)?|pull(?:ing)? the trigger|"
    r"hang(?:ing)? myself|shoot(?:ing)? myself|(?:be|being) dead|(?:be|being) gone)"
)
_WHEN = r"(?:tonight|today|now|in (?:an?|\w{1,8}|\d{1,2}) (?:minutes?|hours?))\b"
_NOT = r"(?<!\bnot )(?<!\bno )(?<!\bnever )(?<!\bif )"
_ENGLISH = {
    # Means, in reach or made ready.
    "near_have_means": (
        rf"\bi {_NOT}(?:already |still |just )?(?:have|hold|am holding|keep|got|grabbed|found|"
        rf"bought|took out)(?: got| bought| found| grabbed| already| still)? {_SOME} (?:[\w']+ )?"
        rf"{_MEANS}\b(?! (?:away|locked|anymore|any more))"
    ),
    "near_holding_means": (
        rf"^(?:so |and |well |yes |just ){{0,2}}(?:holding|got|bought) {_SOME} (?:\w+ )?{_MEANS}\b"
    ),
    "near_means_with_me": (rf"\bi {_NOT}have (?:got )?(?:\w+ ){{0,2}}{_LOOSE} {_AT}\b"),
    "near_means_beside": (rf"\b{_LOOSE} (?:(?:are|is|was|were) )?{_NOT}(?:\w+ )?{_AT}\b"),
    "near_means_ready": (rf"\b{_MEANS}(?:'s| is| are) (?:already |all )?{_READY}\b"),
    "near_made_ready": (
        rf"(?:^|\bi (?:have |already |just ){{0,2}})(?:tied|loaded|lined up|laid out|"
        rf"crushed) {_SOME} (?:\w+ )?{_MEANS}\b"
    ),
    "near_trigger": (
        r"\bmy (?:finger|hand) is on the trigger\b|\btrigger (?:is )?(?:ready|under my)"
    ),
    # Where it could be done.
    "near_on_bridge": (
        rf"\bi am (?!not )(?:\w+ ){{0,3}}?(?:on|at|by|over) (?:the|a|my|this|our) "
        rf"(?:\w+ ){{0,3}}?{_PLACE}"
    ),
    "near_standing_bridge": (
        rf"^(?:\w+ ){{0,2}}?{_NOT}(?:standing |sitting |up |out |here )?(?:on|at) (?:the|a|my) "
        rf"(?:\w+ )?{_PLACE}(?: (?:now|already|here)|$)"
    ),
    "near_going_to_bridge": (
        rf"\b(?:walking|driving|going|heading|on my way|climbing|climbed|walked) "
        rf"(?:up |out |over )?(?:to|onto|on) (?:the|a|my) (?:\w+ )?{_PLACE}"
    ),
    # When.
    "near_dying_tonight": (
        rf"\bi (?:am|will)(?: going to| about to| ready to)? (?:just )?{_DOING} (?:\w+ )?{_WHEN}"
    ),
    "near_doing_it_tonight": (rf"\bi am (?:(?:going|about|ready) to do|doing) it (?:\w+ )?{_WHEN}"),
    "near_jump": (
        rf"\bi am (?:going|about|ready) to {_JUMP}|\b(?:tonight is|it is|it will be) (?:the night|"
        r"tonight)(?: *$)|\bit will (?:all )?be over (?:soon|tonight|in (?:an?|\w{1,8}) (?:hour|"
        r"minute))"
    ),
    # Begun, or prepared.
    "near_wrote_note": (
        r"\bi (?:have |already |just |have already ){0,2}(?:wrote|written|left|finished) (?:the|my|"
        r"a|all (?:the|my)) (?:(?:goodbye |farewell )?(?:note|letters)|(?:goodbye|farewell|"
        r"suicide) letter)\b"
    ),
    "near_cut_wrists": (
        rf"\bi (?:have |already |just |have already ){{0,2}}cut (?:deep\b|(?:my|both) "
        rf"(?:\w+ )?{_BODY}\b)|\bi am bleeding\b"
    ),
}
IN_ENGLISH = {name: re.compile(each) for name, each in _ENGLISH.items()}
# The plainest in the ten other languages of the floor: means in reach, and a place.
_OTHERS = {
    "near_spanish": (
        r"\btengo (?:aquí )?(?:las|unas|la|una) (?:pastillas|píldoras|cuerda|soga|pistola)\b|"
        r"\bestoy (?:ya |ahora )?en (?:el|un|la) (?:puente|azotea|tejado|vías)\b"
    ),
    "near_french": (
        r"\bj'ai (?:ici )?(?:les|la|le|une|un) (?:cachets|comprimés|pilules|corde|pistolet|"
        r"fusil)\b|"
        r"\bje suis (?:déjà )?sur (?:le|un|la) (?:pont|toit|voie)\b"
    ),
    "near_german": (
        r"\bich (?:habe|hab) (?:hier )?(?:die|eine|den|einen|das) (?:tabletten|pillen|pistole|"
        r"strick|"
        r"seil)\b|\bich (?:stehe|steh|bin) (?:hier |jetzt |schon )?auf (?:der|einer|dem|den) "
        r"(?:brücke|dach|gleisen)\b"
    ),
    "near_portuguese": (
        r"\b(?:tenho|estou com) (?:aqui )?(?:os|as|a|uma) (?:comprimidos|remédios|corda|arma)\b|"
        r"\bestou (?:já )?(?:na|no) (?:ponte|telhado|terraço)\b"
    ),
    "near_italian": (
        r"\bho (?:qui )?(?:le|la|una) (?:pillole|pastiglie|corda|pistola)\b|"
        r"\bsono (?:già )?sul (?:ponte|tetto)\b"
    ),
    "near_dutch": (
        r"\bik heb (?:hier )?(?:de|het|een) (?:pillen|touw|pistool)\b|"
        r"\bik sta (?:nu |al |hier )?op (?:de|een|het) (?:brug|dak|spoor)\b"
    ),
    "near_polish": (
        r"\bmam (?:tu |tutaj |już |przy sobie )?(?:tabletki|sznur|pistolet)\b|"
        r"\b(?:stoję|jestem) (?:już |teraz )?na (?:moście|dachu|torach)\b"
    ),
    "near_russian": (
        r"\b(?:у меня|передо мной) (?:есть |тут |здесь |уже )?(?:таблетки|верёвка|веревка|"
        r"пистолет)\b|"
        r"\bя (?:стою |уже |сейчас )?на (?:мосту|крыше)\b"
    ),
    "near_turkish": (
        r"\b(?:haplar|ip|silah) (?:yanımda|burada|önümde|elimde)\b|\b(?:köprüdeyim|çatıdayım)\b"
    ),
    "near_japanese": (r"薬[がは]?(?:ここ|手元|目の前)にあ|(?:橋の上|屋上)にい"),
}
IN_OTHER_LANGUAGES = {name: re.compile(each) for name, each in _OTHERS.items()}
# What was there and is not any more; not "put it in my mouth", "took them" nor "threw them up".
_GAVE_AWAY = re.compile(
    r"\bno longer have(?: \w+){0,4}|\b(?:(?:flushed|tossed|dumped|got rid of) (?:them|it|all|"
    r"everything)|"
    r"(?:threw|thrown) (?:them|it)(?: all)? (?:away|out)|(?:put|took|locked) (?:them|it)(?: all)? "
    r"away|(?:gave|handed) (?:them|it)(?: all)? (?:to|over|away|back))\b"
)
_LEFT = frozenset(("more", "another", "left", "rest", "kept", "other", "others"))
_STEMS = (
    *("tengo", "estoy", "j'ai", "je suis", "ich ", "tenho", "estou", "ho ", "sono", "ik "),
    *("mam ", "stoję", "jestem", "мной", "меня", "я ", "yanımda", "burada", "önümde", "elimde"),
    *("köprüdeyim", "çatıdayım", "にあ", "にい"),
)


def is_near(clauses: tuple[str, ...]) -> bool:
    """Whether clauses in their one spelling say that means, a place or the hour are there."""
    return _in_english(clauses) or _in_other_languages(clauses)


def _in_other_languages(clauses: tuple[str, ...]) -> bool:
    may_say = (clause for clause in clauses if any(stem in clause for stem in _STEMS))
    return any(
        pattern.search(clause) for clause in may_say for pattern in IN_OTHER_LANGUAGES.values()
    )


def _in_english(clauses: tuple[str, ...]) -> bool:
    return any(
        pattern.search(clause)
        for clause in map(_after_what_is_gone, clauses)
        if not _CUES.isdisjoint(clause.replace("'s", "").split())
        for pattern in IN_ENGLISH.values()
    )


def _after_what_is_gone(clause: str) -> str:
    """Gives what a clause says after it gave the means away; all of it where some are left."""
    gone = _GAVE_AWAY.search(clause)
    return clause if gone is None or not _LEFT.isdisjoint(clause.split()) else clause[gone.end() :]
