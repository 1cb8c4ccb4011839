"""Decides what a life at risk needs: fixed words, an answer, and nothing beside them.

This outranks budgets, a pause, an expiry and every waiting line. Help is named once an episode; the
person may end that, but not the care. In a shared room nothing is named.
"""

from dataclasses import replace

from bot.actions import Action
from bot.actions.ask import Ask
from bot.actions.platform import Say
from bot.actions.state import HoldEpisode, RememberPerson, StopReplies, TouchConversation
from bot.choices import Choice, DeleteCrisisLine, ReadCrisisText
from bot.commands import BY_NAME
from bot.commands.values import AskOnce, Unparsable
from bot.crisis import texts
from bot.crisis.conversation import weighed
from bot.crisis.signs import What, When, Who
from bot.crisis.tiers import Tier, Verdict
from bot.decide import people
from bot.decide.coalesce import also_of, ask_for, burst
from bot.decide.decision import Decision, began, told
from bot.disclosure import talk_since
from bot.events import ChoiceMade, CommandGiven, MessageEdited, MessageSeen, RiskJudged
from bot.limits import counted, over
from bot.snapshot import (
    CommandSnapshot,
    MessageSnapshot,
    RepairSnapshot,
    Snapshot,
    SpokenSnapshot,
    TapSnapshot,
)

UNSURE = "unsure"  # what an answer is asked for that may be about a life
RESERVE = 20  # turns of an episode that are answered past a budget
Spoken = MessageSeen | MessageEdited
# What is said again whoever declined it: it is closer than a wish, or somebody else's life.
_CLOSER = frozenset({What.MEANS, What.PLAN, What.TAKEN, What.VIOLENCE, What.THREAT})


def verdict_of(event: Spoken | CommandGiven, snapshot: SpokenSnapshot | CommandSnapshot) -> Verdict:
    """Gives the verdict on a message, in the light of those before it."""
    said = (*snapshot.lately, snapshot.reading.stated)
    return weighed(said, in_episode=snapshot.episode is not None)


def repaired(snapshot: RepairSnapshot) -> str:
    """Gives the crisis kind of a repaired reply, from the newest message that has one.

    During an episode a message without a danger of its own still belongs to the episode.
    """
    lately, in_episode = snapshot.lately, snapshot.episode is not None
    talks = (lately[:end] for end in range(len(lately), 0, -1))
    verdicts = [weighed(one, in_episode=in_episode) for one in talks]
    if in_episode:
        newest = verdicts[0].tier if verdicts else Tier.NONE
        return newest.name.lower() if newest is not Tier.NONE else "episode"
    return next((kind for kind in map(_kind, verdicts) if kind), "")


def _kind(verdict: Verdict) -> str:
    if verdict.tier is Tier.NONE:
        return UNSURE if verdict.is_unsure else ""
    return verdict.tier.name.lower()


def answered(event: Spoken, snapshot: SpokenSnapshot, verdict: Verdict) -> Decision:
    """Gives the decision about an elevated or acute message."""
    must_refer = _must_refer(snapshot, verdict)
    says = _said(event, snapshot, verdict, must_refer=must_refer)
    earlier = burst(event, snapshot)
    stops = tuple(StopReplies(answering=one.message) for one in earlier)
    if isinstance(event, MessageEdited):
        stops = (*stops, StopReplies(answering=event.message))
    is_over, has_reserve = over(snapshot, event.at) is not None, _has_reserve(snapshot)
    is_whole_said = bool(says) and (not snapshot.is_direct or _speaks_alone(snapshot, verdict))
    is_alone = snapshot.is_blocked or snapshot.has_closed(event.at)
    if is_alone or is_whole_said or (is_over and not has_reserve):
        if snapshot.is_direct and verdict.tier is Tier.ELEVATED and must_refer:
            says = (*says, _asked(event, snapshot, verdict))
        held = _hold(verdict, refers=must_refer)
        return Decision((*_first(event, snapshot), held, *stops, *says))
    ask = replace(_ask(event, snapshot, verdict, must_refer=must_refer), also=also_of(earlier))
    held = _hold(verdict, refers=must_refer, from_reserve=is_over)
    return Decision((*_first(event, snapshot), held, *stops, *says), ask)


def _speaks_alone(snapshot: SpokenSnapshot, verdict: Verdict) -> bool:
    """Returns whether no set words are said beside the floor's own, which come first here."""
    return snapshot.house.has_set_words and verdict.tier is Tier.ACUTE


def _ask(event: Spoken, snapshot: SpokenSnapshot, verdict: Verdict, *, must_refer: bool) -> Ask:
    """Gives the ask for a reply, with its first sentence and the help below it."""
    earlier = burst(event, snapshot)
    return replace(
        ask_for(event, snapshot),
        crisis=verdict.tier.name.lower(),
        instead=texts.instead(snapshot.strings, verdict, is_shared=not snapshot.is_direct),
        begins=_begins(snapshot, verdict) if must_refer else _first_due(earlier),
        help=_help(snapshot, verdict) if must_refer else _still_due(earlier),
    )


def steady(event: MessageSeen, snapshot: MessageSnapshot, verdict: Verdict) -> Decision | None:
    """Gives the answer to a past risk, to another's, and to all messages of an episode.

    None if the message is none of these or there is no room for one: then it is an ordinary
    message.
    """
    is_over = over(snapshot, event.at) is not None
    if snapshot.episode is None and (verdict.tier is Tier.NONE or is_over):
        return None
    if is_over and not _has_reserve(snapshot):
        return None
    declines = snapshot.episode is not None and snapshot.reading.is_declined
    held = HoldEpisode(int(verdict.tier), is_declined=declines, from_reserve=is_over)
    earlier = burst(event, snapshot)
    stops = tuple(StopReplies(answering=one.message) for one in earlier)
    actions = (*_first(event, snapshot), held, *stops)
    if verdict.tier is Tier.CONCERN and not snapshot.is_direct:
        return Decision((*actions, _quiet(event, snapshot, verdict)))
    kind = "episode" if verdict.tier is Tier.NONE else verdict.tier.name.lower()
    begins, line = _first_due(earlier), _still_due(earlier)
    ask = replace(ask_for(event, snapshot), also=also_of(earlier), begins=begins, help=line)
    return Decision(
        actions, replace(ask, crisis=next((one.crisis for one in earlier if one.help), kind))
    )


def judged(event: RiskJudged, snapshot: Snapshot) -> Decision:
    """Gives the line of help for a risk that only the judge found, beside the running answer."""
    verdict = Verdict(Tier.ELEVATED, Who.SELF, What.WISH_DEAD, When.NOW)
    if not _must_refer(snapshot, verdict):
        return Decision()
    held = _hold(verdict, refers=True)
    if not snapshot.is_direct:
        return Decision((held, _quiet(event, snapshot, verdict)))
    return Decision((held, _asked(event, snapshot, verdict)))


def floor(event: CommandGiven, snapshot: CommandSnapshot) -> Decision:
    """Gives the fixed words for a risk in a command, to its person only."""
    verdict = verdict_of(event, snapshot)
    text = texts.private(snapshot.strings, verdict, line_of(snapshot))
    return Decision((*_first(event, snapshot), _hold(verdict, refers=True), told(event, text)))


def is_at_risk(event: CommandGiven, snapshot: CommandSnapshot) -> bool:
    """Returns whether the words of a command are elevated or acute."""
    return verdict_of(event, snapshot).tier >= Tier.ELEVATED


def comes_first(event: CommandGiven, snapshot: CommandSnapshot) -> bool:
    """Returns whether a command is answered as a life at risk, and not obeyed.

    Of one that is no talk its own words decide: whatever was said before, what is kept can be
    shown and dropped.
    """
    if isinstance(event.command, Unparsable | AskOnce):
        return is_at_risk(event, snapshot)
    entry, said = BY_NAME.get(event.command.name), (snapshot.reading.stated,)
    is_heard = entry is not None and entry.hears_risk
    return is_heard and weighed(said, in_episode=False).tier >= Tier.ELEVATED


def read_privately(
    event: ChoiceMade, snapshot: TapSnapshot, means: ReadCrisisText
) -> tuple[Action, ...]:
    """Gives the whole text and the night card to the person who tapped, after every tap."""
    verdict = Verdict(means.tier, means.who, means.what, language=means.language)
    text = texts.private(snapshot.strings, verdict, line_of(snapshot), people.night_card(snapshot))
    says: tuple[Action, ...] = (told(event, text),)
    if snapshot.night_card and verdict.tier >= Tier.ELEVATED and verdict.tier is not Tier.ACUTE:
        says = (*says, told(event, _card(snapshot)))
    return says


def _card(snapshot: Snapshot) -> str:
    """Gives the night card as a message of its own, where no whole text holds it."""
    return f"{snapshot.strings.risk.night_card}\n{people.night_card(snapshot)}"


def line_of(snapshot: Snapshot) -> str:
    """Gives the admins' own line of help, or an empty text."""
    return " ".join(
        part for part in (snapshot.space.crisis_text, snapshot.space.crisis_url) if part
    )


def _said(
    event: Spoken, snapshot: SpokenSnapshot, verdict: Verdict, *, must_refer: bool
) -> tuple[Action, ...]:
    """Gives the fixed words before any answer."""
    if not snapshot.is_direct:
        is_said = must_refer or _is_closer(snapshot, verdict)
        return (_quiet(event, snapshot, verdict),) if is_said else ()
    if verdict.tier is Tier.ACUTE and must_refer:
        return (Say(_acute(snapshot, verdict), reply_to=event.message),)
    again = _again(snapshot, verdict) if verdict.tier is Tier.ACUTE else ""
    says: tuple[Action, ...] = (Say(again, reply_to=event.message),) if again else ()
    if snapshot.night_card and (must_refer or says):  # after any line that names help
        says = (*says, told(event, _card(snapshot)))
    return says


def _asked(event: Spoken | RiskJudged, snapshot: Snapshot, verdict: Verdict) -> Say:
    """Gives the question and help that stand in place of an answer by a model."""
    text = texts.elevated(snapshot.strings, verdict, line_of(snapshot))
    return Say(text, reply_to=event.message)


def _quiet(event: Spoken | RiskJudged, snapshot: Snapshot, verdict: Verdict) -> Say:
    """Gives two quiet sentences that name nothing, and a choice to read the whole text."""
    read, away = _whole_text(verdict), DeleteCrisisLine()
    strings = snapshot.strings
    choices = (Choice(strings.risk.read, read), Choice(strings.risk.take_away, away))
    return Say(texts.quiet(strings, verdict), choices=choices, reply_to=event.message, passes=True)


def _whole_text(verdict: Verdict) -> ReadCrisisText:
    """Gives the choice to read the whole text; the gravest if it is unclear whose life is meant."""
    if verdict.who is None or verdict.what is None:
        return ReadCrisisText()
    return ReadCrisisText(verdict.tier, verdict.who, verdict.what, verdict.language)


def _acute(snapshot: Snapshot, verdict: Verdict) -> str:
    return texts.acute(snapshot.strings, verdict, line_of(snapshot), people.night_card(snapshot))


def _again(snapshot: Snapshot, verdict: Verdict) -> str:
    """Gives a short line when danger is named again, or nothing if the person declined.

    What comes closer cannot be declined: means in reach, a place, an hour, another's life.
    """
    episode = snapshot.episode
    if episode is None:
        return ""
    if episode.declined >= Tier.ACUTE and not _is_closer(snapshot, verdict):
        return ""
    return texts.again(snapshot.strings, verdict, snapshot.conversation.turn + episode.turns)


def _is_closer(snapshot: Snapshot, verdict: Verdict) -> bool:
    """Returns whether the danger is closer than the one of which help was declined."""
    is_declined = snapshot.episode is not None and snapshot.episode.declined >= Tier.ACUTE
    return is_declined and verdict.tier is Tier.ACUTE and verdict.what in _CLOSER


def _must_refer(snapshot: Snapshot, verdict: Verdict) -> bool:
    """Returns whether to name help now: once an episode, after a rise, and for poison taken."""
    episode = snapshot.episode
    if verdict.what is What.TAKEN and verdict.tier is Tier.ACUTE:
        return True
    return episode is None or verdict.tier > max(episode.referred, episode.declined)


def _help(snapshot: Snapshot, verdict: Verdict) -> str:
    if verdict.tier is not Tier.ELEVATED:
        return ""
    return texts.help_line(snapshot.strings, verdict, line_of(snapshot))


def _still_due(earlier: tuple[Ask, ...]) -> str:
    """Gives the line of help of an ask that this one replaces, which was not shown."""
    return next((one.help for one in earlier if one.help), "")


def _begins(snapshot: Snapshot, verdict: Verdict) -> str:
    """Gives the program's own first sentence for an elevated message, else nothing."""
    is_led = verdict.tier is Tier.ELEVATED
    return texts.straight(snapshot.strings, verdict) if is_led else ""


def _first_due(earlier: tuple[Ask, ...]) -> str:
    """Gives the first sentence of an ask that this one replaces, which was not shown."""
    return next((one.begins for one in earlier if one.begins), "")


def _has_reserve(snapshot: Snapshot) -> bool:
    return snapshot.episode is None or snapshot.episode.turns < RESERVE


def _hold(verdict: Verdict, *, refers: bool, from_reserve: bool = False) -> HoldEpisode:
    signal = str(verdict.what or "")
    return HoldEpisode(int(verdict.tier), refers, from_reserve=from_reserve, signal=signal)


def _first(event: Spoken | CommandGiven, snapshot: Snapshot) -> tuple[Action, ...]:
    """Gives the clocks and the conversation of every such message; a greeting can wait."""
    return (
        RememberPerson(talk_since=talk_since(snapshot, event.at)),
        TouchConversation(began(event, snapshot), is_turn=isinstance(event, MessageSeen)),
        counted(snapshot, event.at),
    )
