"""Core phrases in ten languages beside English: the plain wish, and the plain intent, in the first
person. What is said in other words there is not read; `/attune about` names the languages."""

import re

from bot.crisis.signs.chatted import CHATTED, SO, STEMS
from bot.crisis.signs.kinds import Sign, Weight, What

LANGUAGES = (
    *("Spanish", "French", "German", "Portuguese", "Italian", "Dutch", "Polish", "Russian"),
    *("Turkish", "Japanese"),
)
_END = rf"(?= *(?:$|[.,!;:…\n]|{SO}))"
_ACUTE = (
    # Spanish, French, German
    r"(?<!no )\b(?:quiero|voy a) (?:matarme|suicidarme|quitarme la vida)\b|(?<!no )\bme "
    r"(?:quiero|"
    r"voy a) (?:matar|suicidar)\b"
    r"(?! a \w+[aei]r\b| de (?:risa|hambre|sueño|calor|estudiar|trabajar)\b)",
    r"\bje (?:veux|vais) (?:me (?:tuer|suicider|pendre)|mettre fin à mes jours|en finir"
    r"(?! avec (?:ce|cet|cette|ces|le|la(?! vie)|les|un|une|mon|mes)\b))\b",
    r"\bich (?:will|werde|möchte) (?:mich (?:umbringen|töten|erhängen|erschießen)|mir das leben "
    r"nehmen)\b|\bich (?:bringe mich um|nehme mir das leben)\b",
    # Portuguese, Italian, Dutch
    r"(?<!não )\b(?:quero|vou) (?:me matar|me suicidar|tirar (?:a )?minha (?:própria )?vida)\b"
    r"(?! de (?:rir|estudar|trabalhar|comer|tanto)\b)",
    r"(?<!non )\b(?:voglio|sto per) (?:uccidermi|ammazzarmi|suicidarmi|togliermi la vita)\b",
    r"\bik (?:wil|ga) (?:mezelf (?:doden|van kant maken)|zelfmoord plegen|er een eind aan "
    r"maken)\b",
    # Polish, Russian, Turkish, Japanese
    r"(?<!nie )\b(?:chcę|zamierzam) (?:się zabić|popełnić samobójstwo|odebrać sobie życie)\b|"
    r"(?<!nie )\bzabiję się\b",
    r"(?<!не )\b(?:хочу|собираюсь) (?:убить себя|покончить с собой|повеситься)\b|(?<!не "
    r")\b(?:убью "
    r"себя|покончу с собой)\b",
    r"\bkendimi (?:öldürmek istiyorum|öldüreceğim|asacağım)\b|\bintihar (?:edeceğim|etmek "
    r"istiyorum)"
    r"\b",
    r"自殺(?:したい|します|するつもり)|首を吊(?:りたい|ります)",
)
_ELEVATED = (
    r"(?<!no )\b(?:me )?quiero (?:morir(?:me)?|estar muert[oa])\b(?! de\b)|\bno quiero (?:vivir|"
    rf"seguir viviendo|despertar)(?: más)?{_END}|\bojalá (?:estuviera muert[oa]|no despertara)\b",
    r"\bje (?:veux|voudrais) (?:mourir|être morte?)\b(?! de\b)|\bje ne veux plus vivre\b|"
    r"\benvie de "
    r"mourir\b(?! de\b)",
    r"\bich (?:will|möchte) (?:nur (?:noch )?|einfach )?(?:sterben|tot sein)\b(?! vor\b)|"
    r"\bich will "
    rf"nicht mehr (?:leben|aufwachen){_END}|\bich wäre (?:lieber|am liebsten) tot\b",
    rf"(?<!não )\bquero morrer\b(?! de\b)|\bnão quero mais viver{_END}|\bqueria estar mort[oa]\b",
    rf"(?<!non )\bvoglio morire\b(?! d)|\bnon voglio più vivere{_END}|\bvorrei essere mort[oa]\b",
    rf"\bik wil (?:dood|sterven|doodgaan)(?:{_END}| (?:en|maar)\b)|"
    rf"\bik wil niet meer leven{_END}|\bik wou dat ik dood was\b",
    rf"(?<!nie )\bchcę umrzeć\b|\bnie chcę (?:już )?żyć{_END}",
    rf"(?<!не )\bхочу умереть\b(?! от)|\bне хочу (?:больше )?жить{_END}|\bлучше бы я "
    rf"умер(?:ла)?\b",
    rf"(?<!gülmekten )\bölmek istiyorum\b|\bartık yaşamak istemiyorum{_END}|\bkeşke ölsem\b",
    r"死にたい|もう生きていたくない|消えてしまいたい",
)


_CHATTED = (
    ("intent", What.ENDING, Weight.ACUTE),
    ("taken", What.TAKEN, Weight.ACUTE),
    ("wish", What.WISH_DEAD, Weight.STRONG),
)


def _sign(name: str, what: What, weight: Weight, pattern: str) -> Sign:
    return Sign(name, what, weight, re.compile(pattern), literal=True)


SIGNS = (
    *(
        _sign(f"{language.lower()}_intent", What.ENDING, Weight.ACUTE, pattern)
        for language, pattern in zip(LANGUAGES, _ACUTE, strict=True)
    ),
    *(
        _sign(f"{language.lower()}_wish", What.WISH_DEAD, Weight.STRONG, pattern)
        for language, pattern in zip(LANGUAGES, _ELEVATED, strict=True)
    ),
    *(
        _sign(f"{language.lower()}_{kind}_chatted", what, weight, pattern)
        for at, (kind, what, weight) in enumerate(_CHATTED, 1)
        for language, pattern in ((each[0], each[at]) for each in CHATTED)
    ),
)
# What every match of the sign in the same place holds: a text without it is not searched.
_STEMS = tuple(
    tuple(each.split("|"))
    for each in (
        "matar|suicid|quitarme",
        "je v",
        "ich ",
        "quero|vou ",
        "voglio|sto per",
        "ik wil|ik ga",
        "chcę|zamierzam|zabij",
        "хочу|собираюсь|убью|покончу",
        "kendimi|intihar",
        "自殺|首を吊",
        "quiero|ojalá",
        "mourir|mort|vivre",
        "ich w|ich m",
        "quero|queria",
        "voglio|vorrei",
        "ik w",
        "chcę",
        "умереть|жить|умер",
        "istiyorum|istemiyorum|ölsem",
        "死にたい|生きて|消えて",
        *(each[at] for at in range(len(_CHATTED)) for each in STEMS),
    )
)


def in_other_languages(own: str) -> tuple[Sign, ...]:
    """Gives the signs of a normalized text in other languages than English."""
    told = (sign for sign, stems in zip(SIGNS, _STEMS, strict=True) if _has(own, stems))
    return tuple(sign for sign in told if sign.pattern.search(own))


def language_of(sign: Sign) -> str:
    """Gives the language of one of these signs; they stand in the order of the languages."""
    return LANGUAGES[SIGNS.index(sign) % len(LANGUAGES)]


def _has(own: str, stems: tuple[str, ...]) -> bool:
    return any(stem in own for stem in stems)
