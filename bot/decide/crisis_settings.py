"""Settings made in calm for a crisis: a person's night card, and the admins' own line."""

import re

from bot.actions import Action
from bot.actions.of_spaces import SetCrisisLine
from bot.actions.state import DropPreference, KeepPreference
from bot.choices import Choice, ConfirmCrisisLine, DropCrisisLine
from bot.commands.values import CrisisLine, NightCard
from bot.crisis import texts
from bot.crisis.tiers import Tier, Verdict, tier
from bot.decide import people
from bot.decide.decision import answered, told
from bot.events import ChoiceMade, CommandGiven
from bot.governor.context import Context
from bot.governor.rules.every import RULES
from bot.people import MOST_OF_A_NIGHT_CARD
from bot.records import NightCardRow
from bot.snapshot import NOBODY, CommandSnapshot, Snapshot
from bot.strings import Strings
from bot.text.plain import plain
from bot.text.sentences import split

MOST_OF_A_LINE = 200
_URL = re.compile(r"https://(?:[\w-]+\.)+[a-z]{2,}(?::\d+)?(?:/[^\s<>\"']*)?", re.IGNORECASE)

_ESCAPED = re.compile("%([0-7][0-9A-Fa-f])")
_LETTERS = re.compile(r"[^\W\d_]+")

Answer = tuple[Action, ...]


def night_card(given: NightCard, event: CommandGiven, snapshot: CommandSnapshot) -> Answer:
    """Gives the answer to "night-card": shows, stores or erases it, in the words as typed."""
    if given.erases:
        return (DropPreference(NightCardRow), told(event, snapshot.strings.night_card.gone))
    if not given.words:
        card = f"{snapshot.strings.risk.night_card}\n{people.night_card(snapshot)}"
        text = card if snapshot.night_card else snapshot.strings.night_card.how
        return (told(event, text),)
    if len(given.words) > MOST_OF_A_NIGHT_CARD:
        line = snapshot.strings.night_card.too_long.format(most=MOST_OF_A_NIGHT_CARD)
        return (told(event, line),)
    kept = f"{snapshot.strings.night_card.kept}\n{people.on_a_card(given.words, snapshot)}"
    return (KeepPreference(NightCardRow(NOBODY, body=given.words)), told(event, kept))


def refused(event: CommandGiven, snapshot: Snapshot) -> Answer | None:
    """Gives why a person may not give an admin's command, or None if they may."""
    if event.where.is_direct:
        return (told(event, snapshot.strings.admins.no_admin_here),)
    return None if event.where.by_admin else (told(event, snapshot.strings.admins.not_admin),)


def crisis_line(given: CrisisLine, event: CommandGiven, snapshot: Snapshot) -> Answer:
    """Gives the preview of an admin's line; nothing is stored before it is confirmed."""
    if given.ends:
        return (SetCrisisLine("", ""), told(event, snapshot.strings.admins.crisis_line_off))
    text, url = given.line, given.url
    if not text or len(text) > MOST_OF_A_LINE or not _URL.fullmatch(url):
        return (told(event, snapshot.strings.admins.crisis_line_bad),)
    if is_flagged(text, snapshot.strings) or _is_stopped(_words_of(url), snapshot.strings):
        return (told(event, snapshot.strings.admins.crisis_line_refused),)
    shown = texts.acute(snapshot.strings, Verdict(), f"{text} {url}")
    labels = snapshot.strings.choices
    choices = (
        Choice(labels.set_line, ConfirmCrisisLine(text, url)),
        Choice(labels.leave_line, DropCrisisLine()),
    )
    preview = f"{snapshot.strings.admins.crisis_line_preview}\n\n{shown}"
    return (told(event, preview, choices),)


def line_set(event: ChoiceMade, snapshot: Snapshot, line: ConfirmCrisisLine) -> Answer:
    """Gives the answer to the confirmation of a previewed line."""
    set_it = SetCrisisLine(line.text, line.url)
    return (answered(event, snapshot.strings.admins.crisis_line_set), set_it)


def _words_of(url: str) -> str:
    """Gives the words of an address, as its reader sees them."""
    plainer = _ESCAPED.sub(lambda found: chr(int(found[1], 16)), url)
    return " ".join(_LETTERS.findall(plainer.removeprefix("https://")))


def is_flagged(text: str, strings: Strings) -> bool:
    """Returns whether the governor would stop a text where a life is at risk, or it states one."""
    return tier(text) >= Tier.ELEVATED or _is_stopped(text, strings)


def _is_stopped(text: str, strings: Strings) -> bool:
    context = Context(crisis="acute", strings=strings)
    rules = [one for one in RULES if not one.spares_admins]
    said = [plain(sentence.text) for sentence in split(text)]
    return any(rule.check(sentence, context, ()) for rule in rules for sentence in said)
