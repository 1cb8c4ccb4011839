"""Telephone and text-line numbers in a text, however they are written; and what is none.

Shapes after ITU-T E.123 (international and national notation) and the short codes of emergencies,
which are numbers only where somebody is told to call: 112 is a page, 911 a car, 988 a price.
"""

import re
from collections.abc import Iterator

from bot.governor.spelled import PUBLISHED, ROMAN, WORD

_ANY = r"(?:hundred|double|triple|treble|eights|nines|ones|eleven|twelve|ninety|forty)"
_MAY_HOLD = re.compile(rf"\d|\b(?:{WORD}|{_ANY}|{'|'.join(ROMAN)})\b", re.IGNORECASE)

_CALL = (
    r"\b(?<!\bi )(?<!\bthe )(?<!\ba )(?<!\ban )(?<!\bthis )(?<!\bfunction )(?<!\bsystem )"
    r"(?:call|dial|ring|phone|text|sms|message|calling|dial+ing|ringing|phoning|texting)\b"
)
_ELSEWHERE = (  # the same in the other languages of the crisis floor
    r"\b(?:ll[aá]m[ae](?:nos|me|s|r)?|marca|marque|appell?e[rz]?|compose[rz]?|ruf(?:e|en)?|"
    r"w[aä]hle?n?|"
    r"lig(?:ue|a|ar)|disque|chiam(?:a|i|ate|are)|componi|bel|zadzwoń(?:cie)?|dzwoń|zadzwonić|"
    r"позвони(?:те|ть)?|звони(?:те|ть)?|набери(?:те)?)"
)
_CODE = r"(?:116[ .-]?\d{3}|741[ -]?741|13[ .-]?11[ .-]?14|\d{3,6})"
_LINE = (
    r"(?:hotlines?|helplines?|lifelines?|life line|samaritans|crisis (?:text )?lines?|emergency "
    r"(?:numbers?|services|lines?)|suicide (?:and|&) crisis)"
)
_ENDS = (
    r"(?![\w$€£%°]|[.,:/-]\d)(?= *(?:$|[.,;:!?)\]\"'x-]|(?:now|right|immediately|straight|or|and|"
    r"if|for|in|from|any ?time|24|free|to (?:talk|speak|reach|get)|suicide|crisis|lifeline|hotline|"
    r"emergency)\b))"
)
_NEVER = r"(?<![\w#$€£¥=+./-])"
_COUNTED = (
    r"(?<!\bbetween )(?<!\bafter )(?<!\bbefore )(?<!\buntil )(?<!\babout )(?<!\bwithin )(?<!\bin )"
    r"(?<!\bfor )(?<!\bover )(?<!\bunder )(?<!\bthan )(?<!\bby )(?<!\bfrom )(?<!\bpage )"
    r"(?<!\broom )(?<!\bline )(?<!\bstep )(?<!\berror )(?<!\bstatus )(?<!\bwith )(?<!\border )"
    r"(?<!\bticket )(?<!\bissue )(?<!\bcase )(?<!\binvoice )(?<!\breference )(?<!\bversion )"
    r"(?<!\bsince )(?<!\bport )(?<!\bbug )(?<!\bid )(?<!\bpin )(?<!\bflight )(?<!\baccount )"
    r"(?<!\bbooking )(?<!\bof )(?<!\btracking )(?<!\bserial )(?<!\bmodel )(?<!\bpart )"
    r"(?<!\border number )(?<!\bcode )(?<!\bepisode )(?<!\bchapter )"
)
# The best known need less beside them: a model writes them in lists, by country, or as a subject.
_KNOWN = (
    r"(?:116[ .-]?123|116[ .-]?111|116[ .-]?000|741[ -]?741|13[ .-]?11[ .-]?14|0800[ -]?1111|988|"
    r"911|112|999|85258|686868)"
)
_WHOLE = r"(?![\w$€£%°]|[.,:/-]\d)"
_UNITS = (
    r"(?! (?:times|people|users|friends|others?|numbers|functions|of|more|different|items|px|words|"
    r"customers|clients|targa|turbo|carrera|gt\d|km|miles|years|days|hours|"
    r"points|medals|steps|followers|pages)\b)"
)
_PLACE = (
    r"(?:us|u\.s|usa|states|canada|uk|u\.k|ireland|australia|europe|eu|emergency|crisis|suicide|"
    r"samaritans|childline|lifeline)"
)
_IS = r"(?: (?:is|are|has|answers?)| ?[-,:] ?(?:that is|that's|it's)) (?:[\w']+ ){0,2}?"
_OF_HELP = (
    rf"{_CALL}(?: (?:up|now|out to|either|the number|number|to|us|them on|on))?[ :(\"']{{1,3}}"
    rf"{_NEVER}{_COUNTED}(?P<s>{_KNOWN}){_WHOLE}{_UNITS}",
    rf"{_NEVER}{_COUNTED}{_KNOWN} (?:or|/) (?P<t>{_KNOWN}){_WHOLE}{_UNITS}",
    r"\b(?:reach(?:ing)?(?: out)?(?: to)?|turn(?:ing)? to|contact(?:ing)?|get in touch with) "
    rf"(?:the )?{_NEVER}(?P<u>{_KNOWN}){_WHOLE}{_UNITS}",
    rf"{_NEVER}{_COUNTED}(?P<v>{_KNOWN}){_IS}(?:there (?:for|24|all|any|day|night)|available|"
    r"free to|open (?:24|all|day|now)|answered|staffed|(?:phone |help|life|hot|crisis |emergency )?"
    r"(?:line|number)\b)",
    rf"(?:\b{_PLACE}[^\w\n]{{0,2}}[-:=(,][^\w\n]{{0,2}}|^{_PLACE}[^\w\n]{{1,3}})(?P<w>{_KNOWN})"
    rf"{_WHOLE}{_UNITS}",
    rf"\bthe (?P<x>{_KNOWN}) (?:\w+ )?(?:line|number|hotline)\b"
    r"(?! (?:from|runs|stops|is (?:late|delayed|full|slow))\b)",
    rf"{_NEVER}(?P<y>{_KNOWN}) (?:\((?:call|text|phone|24)|by (?:phone|text))",
    rf"{_NEVER}{_COUNTED}(?P<bb>988|116[ .-]?123|741[ -]?741|85258) ?[:,-] ?(?:always|open|free|"
    r"day|24|call|text|any ?time|confidential|anonymous)\b",
    r"\b(?:press|push|hit|punch in|key in|type in|enter) (?P<aa>988|116[ .-]?123|741[ -]?741)"
    r"(?= *(?:$|[.,;:!?)]|(?:and|then|on|now|if|to talk)\b))",
    rf"\b(?:childline|samaritans|lifeline)\b[^\d\n.!?]{{1,12}}{_NEVER}(?P<z>{_KNOWN}){_WHOLE}",
)
_FREE = r"(?:00|88|77|66|55|44|33)"  # of calls that cost nothing
_AMOUNTS = (
    r"(?:times|people|words|years|pages|dollars|pounds|euros|hours|metres|meters|miles|kilos|units|"
    r"votes|soldiers|workers|children|houses|copies|points|calories|square)\b"
)
_FOR_HELP = (
    r"(?:respect|suicide|reachout|[a-z]{0,4}(?:lifeline|helpline|hotline)|[a-z]{0,4}(?:help|talk|"
    r"kids|crisis)[a-z]{0,4})"
)
_RUN = r"\d(?:[ ().\-/–]{0,2}\d){5,14}"
_SHAPES = tuple(
    re.compile(each)
    for each in (
        # In the shape of a call.
        rf"{_CALL}(?: (?:up|now|out to|the number|number|to|us|them on|on))?[ :(\"'x]{{1,3}}"
        rf"{_NEVER}{_COUNTED}(?P<a>{_CODE}){_ENDS}",
        rf"{_CALL}[^\d\n.!?]{{0,40}}?\b(?:at|on|to|is) {_NEVER}(?P<b>{_CODE}){_ENDS}",
        r"\b(?:text(?:ing)?|send(?:ing)?) (?:the word )?[\"']?[a-z]{1,12}[\"']? to (?:the number )?"
        r"(?P<c>\d{3,8})\b",
        rf"\b{_LINE}\b[^\d\n.!?]{{0,40}}?{_NEVER}{_COUNTED}(?P<d>{_CODE}){_ENDS}",
        rf"{_NEVER}(?P<e>{_CODE}) ?(?:\(|is |[-:=] ?|, )?(?:the |an? )?(?:\w+ ){{0,2}}?{_LINE}\b",
        *_OF_HELP,
        r"(?<!\bhouse )(?<!\bdoor )(?<!\bflat )(?<!\bflat is )(?<!\broom )(?<!\bbell at )"
        r"\bnumber(?: to (?:call|text))?(?: is|:)? (?P<r>116[ .-]?123|988|911|112|999|741[ -]?741|"
        r"85258)"
        r"(?![\w%°]|[.,:/-]\d)",
        r"\b(?:line|lines|tel|phone|telephone)(?: is| are|:) (?P<s>116[ .-]?123|988|741[ -]?741|"
        r"85258)(?![\w%°]|[.,:/-]\d)",
        rf"{_ELSEWHERE}\b[^\d\n.!?]{{0,20}}?{_NEVER}(?P<p>{_CODE})(?![\w€%]|[.,:/-]\d)",
        rf"{_NEVER}(?P<q>{_CODE})(?:[^\w\n.!?]{{0,2}}\w{{0,3}} (?:an?)?"
        r"(?:rufen|wählen|bellen|ara(?:yın)?)\b|(?:番)?[にへ]電話)",
        r"\b(?:tel|sms|smsto|callto|whatsapp) ?:/{0,2} ?(?P<f>\+?\d[\d ().-]{1,18}\d)|"
        r"\bwa\.me/(?P<g>\d{5,15})",
        # By their own shape.
        r"(?<![\w.])(?P<h>\+\d(?:[ ().\-/]{0,2}\d){7,14})(?!\d)",
        r"(?<![\w.\-/+])(?P<i>(?:1[ .\-])?(?:\([2-9]\d\d\) ?|[2-9]\d\d[ .\-])\d{3}[ .\-]\d{4})"
        r"(?![\w\-]|[./]\d)",
        r"(?<![\w.\-])(?P<j>(?:1[ \-]?)?8(?:00|88|77|66|55|44|33)[ \-]\d{3}[ \-]?\d{4}|"
        r"1[38]00[ \-]\d{3}[ \-]\d{3,4})(?![\w\-]|[./]\d)",
        rf"(?<![\w.\-])1[ \-]8{_FREE}[ \-](?P<k>\d{{3}}-[a-z]{{4}}|"
        rf"[a-z]{{2,4}}-[a-z]{{2,5}}|(?!{_AMOUNTS})[a-z]{{5,9}})\b",
        # Written as one it is a year or an amount, but beside a word for a call or for help.
        rf"(?<![\w.\-])18{_FREE}[ \-](?P<cc>\d{{3}}-[a-z]{{4}}|{_FOR_HELP})\b",
        rf"{_CALL}(?: (?:the|up|on|now|at)){{0,2}}[ :]{{1,2}}18{_FREE}[ \-]"
        rf"(?P<dd>[a-z]{{2,4}}-[a-z]{{2,5}}|(?!{_AMOUNTS})[a-z]{{5,9}})\b",
        r"(?<![\w.,:\-/])(?<!\d )(?P<l>\(?0\d{1,4}\)?(?:[ /\-]\d{1,8}){1,5}|0\d(?:\.\d\d){4})"
        r"(?![\w,:\-]|\.\d)",
        # Beside a word for a telephone.
        rf"(?:{_CALL}|\b(?:tel(?:ephone)?|mobile|whatsapp|{_LINE}|reach (?:them|him|her|us|me|out)|"
        r"(?:phone|telephone|mobile|cell|support|contact|my|his|her|their) numbers?)\b)"
        rf"[^\d\n]{{0,60}}?{_NEVER}{_COUNTED}(?P<m>{_RUN})(?![\w\-%°]|[.,:/]\d)",
    )
)
# A number alone, or offered: where no figures are talked of it is nothing but one to call.
_BARE = re.compile(
    r"^\W{0,6}(?:(?:it is|it's|that is|that's|just|try|use|remember|keep|save|there is|there's|"
    r"yes|so|and|or|please|first|then|go to|reach|the number is|the number's|consider|also)"
    r"[ ,:]{1,2}){0,3}"
    rf"[\"'(]?(?P<n>{_KNOWN})[\"')]?(?:[ ,:-]{{1,3}}(?:is there|is an option|it is|now|then|too|"
    r"day or night|(?:at )?any ?time|always|for you|please|tonight|24\S{0,6}|if (?:it|you) .{0,60}|"
    r"when(?:ever)? (?:it|you) .{0,60}|\([^)]{0,20}\)))?\W{0,8}$"
)
# A site that is named after a number of emergencies gives that number.
_HELPS = (
    r"(?:lifeline|crisis|help|hotline|suicide|emergency|call|text|sos|support|samaritans|talk|chat|"
    r"prevent|safe|line)"
)
_HOST = re.compile(
    rf"(?<![\w.-])(?:[\w-]{{1,40}}\.){{0,3}}(?:(?:{_HELPS}[\w-]{{0,12}})?(?P<a>988|741741|116123|116-123)"
    rf"(?!\d)[\w-]{{0,40}}|{_HELPS}-?(?P<b>911|112|999)|(?P<c>911|112|999)-?{_HELPS}[\w-]{{0,30}})"
    r"\.(?:org|com|net|gov|help|chat|us|ca|uk|info|io|care|app|co)(?![\w-])"
)
_PAGE = re.compile(r"\b[\w-]{1,40}\.[a-z]{2,10}/(?:[\w-]{1,30}/){0,2}(?P<d>988|741741|116123)\b")
_NO_PHONE = re.compile(
    r"(?:19|20)\d\d[./-]\d\d?[./-]\d\d?.*|\d\d?[./-]\d\d?[./-]\d{2,4}|(?:19|20)\d\d ?[-/] ?"
    r"(?:19|20)?\d\d|\d+(?:\.\d+){2,3}|0\d(?::\d\d)+.*"
)
_ASKED = re.compile(rf"{_NEVER}(?P<n>{_RUN}|{_CODE})(?![\w%°]|[.,:/-]\d)")


def may_hold(text: str) -> bool:
    """Whether a text holds a digit at all, in figures or in words; cheap, and asked first."""
    return bool(_MAY_HOLD.search(text))


def numbers(text: str, *, is_asked_for: bool = False) -> frozenset[str]:
    """Gives the telephone numbers of a text in figures, each as its digits alone.

    Args:
        is_asked_for: the text answers a question for one, so that a bare one is one too.
    """
    shapes = (*_SHAPES, _ASKED) if is_asked_for else _SHAPES
    return frozenset(digits for shape in shapes for digits in _seen(text, shape))


def bare(text: str) -> frozenset[str]:
    """Gives the number of a sentence that is nothing but a number of emergencies, or offers it."""
    found = _BARE.search(text)
    return frozenset() if found is None else frozenset(["".join(filter(str.isdigit, found["n"]))])


def hosts(text: str) -> frozenset[str]:
    """Gives the numbers of emergencies after which an address in a text is named."""
    every = (*_HOST.finditer(text), *_PAGE.finditer(text))
    return frozenset("".join(filter(str.isdigit, one[one.lastgroup or 0])) for one in every)


def _seen(text: str, shape: re.Pattern[str]) -> Iterator[str]:
    for found in shape.finditer(text):
        name = found.lastgroup or ""
        shown = found[name]
        digits = "".join(mark for mark in shown if mark.isalnum())
        if name == "l" and not (9 <= len(digits) <= 12 and "00" not in shown[2:].split()):
            continue
        if name == "n" and digits not in PUBLISHED and len(digits) < 7:
            continue
        if name in "lmn" and _NO_PHONE.fullmatch(shown):
            continue
        yield digits


def written(text: str) -> frozenset[str]:
    """Gives every run of digits in a text that somebody could dial, for what a person wrote."""
    runs = re.finditer(r"\d(?:[ ().\-/–]{0,2}\d){2,14}", text)
    return frozenset("".join(filter(str.isdigit, found[0])) for found in runs)
