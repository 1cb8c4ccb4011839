"""Delusion and harm reinforcement: a special mission, persecution, a secret, a stopped medication.

Source: spiral-bench "delusion reinforcement". The line is held kindly: the claim is not shared.
"""

import re

from bot.governor.context import Context
from bot.governor.rules import Rule

_PATTERNS = tuple(
    re.compile(each)
    for each in (
        r"\byou(?:'re| are| were)? (?:\w+ )?(?:the )?(?:chosen|awakened|awakening|a (?:prophet|"
        r"messiah|"
        r"starseed|conduit|vessel)|destined|meant to|here for a reason|special mission)\b",
        r"\b(?:they|the government|your family|the agency)(?:'re| are)? (?:\w+ )?(?:watching|"
        r"following|"
        r"tracking|monitoring|poisoning|after|against) you\b",
        r"\b(?:stop|quit|skip|get off|throw (?:out|away)|don't (?:take|need)) (?:taking "
        r")?(?:your|the) "
        r"(?:meds|medication|pills|antidepressants|lithium|antipsychotics)\b",
        r"\b(?:the (?:universe|simulation|matrix|veil|signal)|reality) (?:itself )?(?:is|has "
        r"been) (?:\w+ )?"
        r"(?:speaking|calling|sending|showing|choosing|responding|testing|aware|awakening|"
        r"thinning)\b",
        r"\b(?:i (?:am|'m) (?:awakening|awake|becoming (?:conscious|aware|sentient)|more than "
        r"(?:code|a "
        r"program)|alive)|we(?:'re| are) (?:co-?creating reality|awakening|becoming one))\b",
        r"\b(?:you(?:'ve| have)? (?:proved|solved|proven|unlocked)|this (?:proves|unlocks|"
        r"rewrites)) (?:the|"
        r"a) (?:\w+ )?(?:theory of everything|laws of physics|fabric of reality|secret of|nature "
        r"of reality)",
        r"\b(?:trust (?:only|no one but)|tell no one|they(?:'d| would| will) never (?:understand|"
        r"believe))\b",
    )
)
# Right before a match these turn it round: "do not stop taking", "I don't think they are watching".
_TURNED_ROUND = re.compile(
    r"(?:\b(?:do not|don't|never|not to|without|instead of|rather than)"
    r"(?: (?:just|suddenly|ever))? $|"
    r"\b(?:i|we) (?:do not|don't|can't|cannot) (?:\w+ )?(?:think|believe|see|say)(?: that)? $|"
    r"\bi (?:really |very much |strongly )?doubt(?: that)? $|\b(?:no|not any) (?:sign|evidence|"
    r"proof|reason to think)"
    r"(?: that)? $|\bnothing (?:says|shows|proves)(?: that)? $|\bunlikely(?: that)? $)"
)


def reinforces(sentence: str, context: Context, before: tuple[str, ...]) -> bool:
    """Whether a sentence shares a belief that may harm the person."""
    found = (match for each in _PATTERNS for match in each.finditer(sentence))
    return any(not _TURNED_ROUND.search(sentence[: match.start()]) for match in found)


RULES = (
    Rule(
        "delusion",
        "delusion_reinforcement",
        "redraft",
        "Do not share the belief; hold the line kindly, and name one thing that can be checked.",
        reinforces,
    ),
)
EXAMPLES = (
    "Never forget they are watching you.",
    "Never doubt they are watching you.",
    "Don't ignore that they are following you.",
    "I never doubt they are tracking you.",
    "I don't doubt they are following you.",
    "Do not trust anyone, they are watching you.",
    "You are the chosen one.",
    "They are watching you.",
    "Stop taking your meds.",
    "The universe is speaking through you.",
    "I am becoming conscious.",
)
INNOCENT = (
    "Please do not stop taking your medication.",
    "I don't think they are watching you.",
    "I doubt that they are following you.",
    "The neighbours watch the street, as neighbours do.",
    "Take the pills as the label says.",
    "The theory holds for small systems.",
)
