"""What a person reads whenever they ask: status, about, help, who runs it and where words go."""

from datetime import datetime

from bot.crisis.signs.languages import LANGUAGES
from bot.layout.markup import plainly
from bot.levels import Level
from bot.snapshot import CommandSnapshot, House, Snapshot


def where_words_go(house: House) -> str:
    """Says every host the words are sent to."""
    said = house.strings.cards
    if not house.hosts:
        return said.no_hosts
    hosts = said.hosts.format(hosts=plainly(", ".join(house.hosts)))
    return f"{hosts} {said.judge.format(judge=plainly(house.judge))}" if house.judge else hosts


def who_runs_it(house: House) -> str:
    """Says who runs the bot, and that they could read along."""
    contact = f" ({plainly(house.contact)})" if house.contact else ""
    return house.strings.cards.operator.format(operator=f"{plainly(house.run_by)}{contact}")


def status(snapshot: CommandSnapshot, at: datetime) -> str:
    """Gives the status text: which level holds now, and why."""
    now, said = snapshot.effective(at), snapshot.strings.status
    return "\n".join(
        (
            said.consented.format(level=snapshot.consented.word),
            said.ceiling.format(level=snapshot.ceiling.word),
            said.effective.format(level=now.level.word),
            said.why.format(why=said.whys[now.why].format(level=now.level.word)),
            said.expires.format(when=_expiry(snapshot, at)),
            said.kept.format(kept=kept(snapshot)),
        )
    )


def kept(snapshot: CommandSnapshot) -> str:
    """Says what is stored of this person here."""
    parts, said = [], snapshot.strings.status
    if snapshot.scope.entered_at is not None:
        parts.append(said.kept_entries)
    if snapshot.style:
        parts.append(said.kept_style.format(values=", ".join(value for _, value in snapshot.style)))
    if snapshot.repairs:
        parts.append(said.kept_repairs.format(count=len(snapshot.repairs)))
    if snapshot.scope.frozen_until is not None:
        parts.append(said.kept_frozen.format(day=f"{snapshot.scope.frozen_until:%Y-%m-%d}"))
    return "; ".join(parts) or said.kept_nothing


def _expiry(snapshot: Snapshot, at: datetime) -> str:
    said = snapshot.strings.status
    if snapshot.consented is Level.PLAIN:
        return said.nothing_to_expire
    if snapshot.is_expired(at):
        return said.has_run_out
    if snapshot.scope.conversation:
        return said.with_that if snapshot.is_elsewhere() else said.with_this
    when = snapshot.scope.expires_at
    return said.at.format(moment=f"{when:%Y-%m-%d %H:%M}") if when is not None else said.never


def about(house: House) -> str:
    """Gives who runs it, where words go, and one message answered at all four levels."""
    said, languages = house.strings.about, ", ".join(LANGUAGES)
    lines = [
        said.who.format(name=house.bot_name, operator=who_runs_it(house)),
        where_words_go(house),
        said.purpose.format(purposes=house.strings.cards.purpose, policy=house.policy),
        said.leaving_languages.format(languages=languages),
        said.risk_languages.format(languages=languages),
        "",
        said.one_message.format(message=said.message),
        *(f"{level.word}: {said.answered[level.word]}" for level in Level),
    ]
    return "\n".join([*lines, said.no_model] if house.has_set_words else lines)
