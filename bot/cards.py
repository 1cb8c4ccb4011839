"""What a person reads before they say yes, and whenever they ask: cards, status, about."""

from datetime import datetime

from bot.commands import COMMANDS, Term
from bot.consent import PURPOSES, ends
from bot.crisis.signs.languages import LANGUAGES
from bot.levels import LEVELS, Level
from bot.phrases import STOPPED
from bot.snapshot import CommandSnapshot, House, Snapshot

_ABOUT_ASKED = "I have to tell my team on Monday that the launch slips, and I feel sick about it."
_ABOUT_ANSWERED: dict[Level, str] = {
    Level.PLAIN: (
        "That is a heavy thing to carry into a Monday. Say three things: what slips, the new date, "
        "what you need from them."
    ),
    Level.WARM: (
        "Feeling sick about it makes sense: you gave them that date yourself. Say it in the first "
        "minute, then the new date, then what you need. Waiting is what makes it worse."
    ),
    Level.ATTUNED: (
        "Feeling sick about it makes sense: you gave them that date yourself. It may be less the "
        "slip than facing them with it. Short, as you like it: slip, new date, one ask, in the "
        "first minute."
    ),
    Level.ONGOING: (
        "Feeling sick about it makes sense: you gave them that date yourself. It may be less the "
        "slip than facing them with it. The usual shape: bad news first, one date, one ask. And "
        "no softening it: they can take a date, not a maybe."
    ),
}


def where_words_go(house: House) -> str:
    """Says every host the words are sent to."""
    if not house.hosts:
        return "Your words stay on this machine: it runs without a language model."
    said = "Your words are sent to: " + ", ".join(house.hosts) + ". To no other host."
    return f"{said} {_looked_at(house.judge)}" if house.judge else said


def _looked_at(judge: str) -> str:
    return (
        f"At warm and deeper {judge} may look at single sentences of mine: it sees each with the "
        "end of the message it answers."
    )


def who_runs_it(house: House) -> str:
    """Says who runs it, and that they could read along."""
    contact = f" ({house.contact})" if house.contact else ""
    return (
        f"This is run by {house.operator}{contact}. As with any service, the operator could "
        "technically read your words while they pass through."
    )


def consent_card(snapshot: Snapshot, level: Level, term: Term, at: datetime) -> str:
    """Gives the card of `/attune on`: all a yes means, before it is given."""
    holds = min(level, snapshot.ceiling)
    row = LEVELS[holds]
    lines = [
        f"At {holds.word}: {row.tone}.",
        f"What changes: {_heard(row.reflection)} I heard you, before I move on. "
        f"What I read: {row.continuity}.",
        "What is kept: this yes, in a list that never changes; the style you set; and which kinds "
        "of repair you asked for, without words. These go when you erase them, or 30 days after "
        "off; a style that asks for less stays until you reset it. Your words on their way are "
        "locked, and gone within 24 h.",
        f"What for: {'; '.join(PURPOSES)}.",
        "What never happens: I never write first, use a goodbye to keep you, claim to feel, or "
        "play a lover.",
        f"Where: {_where(snapshot)}, and nowhere else.",
        f"How long: {until(ends(holds, term, at))}.",
        _how_to_stop(snapshot),
        who_runs_it(snapshot.house),
        where_words_go(snapshot.house),
    ]
    if snapshot.ceiling < level:
        lines.insert(
            1,
            f"You asked for {level.word}. The ceiling here is {snapshot.ceiling.word}: that is "
            "what you will get, and all that this yes is for. Should it rise, you are asked first.",
        )
    if row.needs_adult:
        lines.append("This level is for people who are 18 or over: Accept says that you are.")
    return "\n".join(lines)


def _where(snapshot: Snapshot) -> str:
    if snapshot.elsewhere is not None:
        return f"in {snapshot.elsewhere}"
    return "in this direct message" if snapshot.is_direct else "in this space"


def _how_to_stop(snapshot: Snapshot) -> str:
    """Says how to leave in the place it is about: in a shared room not every word is heard."""
    if snapshot.is_direct and snapshot.elsewhere is None:
        return 'How to stop: /attune off, or just say "off".'
    place = "there" if snapshot.elsewhere is not None else "here"
    return (
        f"How to stop: /attune off {place}; or mention me {place}, or reply to me with a mention, "
        'and say "off". A bare "off" to nobody is not heard in a shared room.'
    )


def until(moment: datetime | None) -> str:
    """Says how long a yes holds, in words."""
    if moment is None:
        return "for this conversation"
    return f"until {moment:%Y-%m-%d %H:%M} UTC"


def status(snapshot: CommandSnapshot, at: datetime) -> str:
    """Gives what holds now, and why."""
    now = snapshot.effective(at)
    return "\n".join(
        (
            f"consented level: {snapshot.consented.word}",
            f"ceiling here: {snapshot.ceiling.word}",
            f"effective level: {now.level.word}",
            f"why: {now.why}",
            f"expires: {_expiry(snapshot, at)}",
            f"kept: {kept(snapshot)}",
        )
    )


def kept(snapshot: CommandSnapshot) -> str:
    """Says what is kept of this person here."""
    parts = []
    if snapshot.scope.entered_at is not None:
        parts.append("your consent entries")
    if snapshot.style:
        parts.append("style (" + ", ".join(value for _, value in snapshot.style) + ")")
    if snapshot.repairs:
        parts.append(f"{len(snapshot.repairs)} repair(s), as kind and time, without words")
    if snapshot.scope.frozen_until is not None:
        parts.append(f"frozen, erased on {snapshot.scope.frozen_until:%Y-%m-%d}")
    return "; ".join(parts) or "nothing"


def _expiry(snapshot: Snapshot, at: datetime) -> str:
    if snapshot.consented is Level.PLAIN:
        return "nothing to expire"
    if snapshot.is_expired(at):
        return "it has run out"
    if snapshot.scope.conversation:
        return f"with {'that' if snapshot.is_elsewhere() else 'this'} conversation"
    when = snapshot.scope.expires_at
    return f"{when:%Y-%m-%d %H:%M} UTC" if when is not None else "never"


def about(house: House) -> str:
    """Gives who runs it, where words go, and one message answered at all four levels."""
    lines = [
        f"I'm {house.bot_name}, an AI. {who_runs_it(house)}",
        where_words_go(house),
        f"Purpose: {'; '.join(PURPOSES)}. Version of this text: {house.policy}.",
        f"That you want to leave, such as off, is read in English, {', '.join(LANGUAGES)}. Other "
        "plain words, such as that landed wrong, are read in English; commands and emojis work in "
        "every language.",
        "That a life may be at risk is read in English, also where it is only hinted at; of the "
        f"plainest words also in {', '.join(LANGUAGES)}, and the fixed words then come in that "
        "language. What is not read is not safe for that: silence never means that nothing is "
        "wrong. No telephone number is ever a model's.",
        "",
        f'One message, at all four levels. "{_ABOUT_ASKED}"',
    ]
    lines += [f"{level.word}: {_ABOUT_ANSWERED[level]}" for level in Level]
    if not house.hosts:
        lines.append(
            "Here it runs without a language model: short, fixed shapes that show how levels, "
            "stances and repairs work."
        )
    return "\n".join(lines)


def help_text() -> str:
    """Gives every command, a line each."""
    lines = [f"{known.usage} : {known.does}" for known in COMMANDS]
    lines.append("🔧 on a reply : it landed wrong; it is repaired. Take it back to undo.")
    lines.append(
        '"off", "turn it off", "opt out", also in other languages, as a whole message : plain at '
        f'once; in a shared room with my name. A reply cut short ends "{STOPPED}".'
    )
    return "\n".join(lines)


def _heard(sentences: int) -> str:
    return "a sentence that shows" if sentences == 1 else f"up to {sentences} sentences that show"
