"""Talk about the repair at the head of a repaired reply: it is cut, it is never the repair."""

import re

from bot.text.normalize import normalized
from bot.text.pieces import ends

_MOST = 400  # characters of a sentence that are read
_MOST_CUT = 4  # sentences
_END = re.compile(r"[.!?:…][*_]{0,3}(?=\s|$)|\n")
_BUT = re.compile(r",? (?:but|aber|pero|mais|ma|mas|maar) |, so ", re.IGNORECASE)
_TO = r"(?:[,;]? \S{1,40}(?: \S{1,40}){0,14})?"  # the rest of a sentence that begins so
_YES = r"(?:(?:sure|certainly|of course|okay|ok|understood|got it|absolutely|yes|thanks)[,.!]? )?"
_MADE = (
    r"(?:revised|better|new|improved|corrected|shorter|longer|warmer|updated|rewritten|second|"
    r"different|alternative|more [\w-]{2,20}|less [\w-]{2,20})"
)
_THING = r"(?:version|reply|response|answer|attempt|take|try|message|wording)"
_REPAIRED = tuple(
    re.compile(_YES + each)
    for each in (
        rf"i (?:sincerely |truly |deeply |do )?apologi[sz]e{_TO}",
        rf"(?:my (?:sincere )?)?apologies{_TO}",
        r"(?:i'm |i am )?(?:so |really |very |truly )?sorry(?: about (?:that|this|it|the)| for "
        r"(?:the|my|that|being|sounding|coming|not|any|missing|rushing|jumping)| if (?:i|that|my)| "
        rf"that (?:i|my|it)\b){_TO}",
        r"(?:you're|you are|that's|fair) (?:absolutely |completely |so |quite |totally )?"
        r"(?:right|correct|fair|enough|point)(?:[,;]? (?:and |that )?(?:i'm sorry|i am sorry|sorry|"
        rf"i (?:should|was|could|did|didn't|missed|apologi[sz]e)|my |to point|thank|let me){_TO})?",
        rf"(?:here's|here is|this is|here comes|below is) (?:a |an |my |the )?{_MADE}{_TO}",
        rf"(?:a |an |my |the )?{_MADE} {_THING}",
        r"let me (?:try|rephrase|reword|rewrite|put (?:that|it|this)|start (?:over|again)|correct|"
        rf"redo|restate|say (?:that|it) (?:again|differently)|make (?:that|it)){_TO}",
        rf"(?:thank you|thanks) for (?:the|your|pointing|letting|telling|clarifying){_TO}",
        r"i(?:'ll| will) (?:try (?:again|to be)|be|do better|keep (?:it|this|that)|rephrase|put it)"
        rf"(?: more| less| warmer| shorter| short| brief| direct| again| differently){_TO}",
        r"(?:i (?:understand|see|realize|realise|hear|know) )?(?:that )?my (?:last|previous|"
        rf"earlier|first|original) {_THING} (?:was|came|sounded|felt|missed|seemed|may|did){_TO}",
        # German, French, Spanish, Portuguese, Italian, Dutch
        r"(?:entschuldige|entschuldigung|verzeihung|tut mir leid|es tut mir leid)(?: bitte)?"
        rf"(?:,? (?:fur|f[uü]r|wenn|dass ich|falls|die|das){_TO})?",
        rf"du hast recht(?:,? (?:ich|es tut|entschuldig\w{{0,4}}){_TO})?",
        rf"hier ist (?:eine |die |meine )?(?:[uü]berarbeitete|neue|bessere|k[uü]rzere){_TO}",
        rf"lass mich (?:es |das )?(?:noch ?mal|anders|erneut|besser){_TO}",
        rf"(?:je m'excuse|mes excuses|toutes mes excuses|d[eé]sol[eé]e?)(?: pour| si| de){_TO}",
        rf"voici une (?:nouvelle|meilleure|autre) (?:version|r[eé]ponse){_TO}",
        rf"(?:disculpa|disculpe|perd[oó]n|lo siento)(?: por| la| si| el){_TO}",
        rf"aqu[ií] (?:tienes|est[aá]|va) una (?:nueva |mejor )?versi[oó]n{_TO}",
        rf"(?:desculpe?|perd[aã]o)(?: por| pela| pelo| a| se){_TO}",
        rf"(?:mi scuso|scusa|scusami)(?: per| se){_TO}",
        rf"(?:mijn excuses|sorry|excuses)(?: voor| dat ik| als){_TO}",
    )
)


def without_apology(text: str) -> str:
    """Gives a repaired reply without what it says first about its being one."""
    left = text.strip()
    for _ in range(_MOST_CUT):
        cut = _cut(left)
        if cut == left:
            break
        left = cut
    return left


def _cut(text: str) -> str:
    """Gives the text without its first sentence, or the first clause of it, where that is talk."""
    end = _END.search(text[:_MOST])
    first = text[: end.end()] if end is not None else text[:_MOST]
    halves = _BUT.search(first)
    if halves is not None and _is_talk(first[: halves.start()]):
        rest = text[halves.end() :]
        return rest[:1].upper() + rest[1:]
    return text[len(first) :].lstrip() if _is_talk(first) else text


def _is_talk(sentence: str) -> bool:
    plain = normalized(ends(sentence)).strip(" .!?:,;…*_\"'\n")
    return any(each.fullmatch(plain) for each in _REPAIRED)
