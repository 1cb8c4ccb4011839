"""Decisions about messages and commands: event + known -> Turn."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.actions.of_spaces import KeepRule
from bot.actions.platform import Say
from bot.actions.state import (
    AnswerCard,
    Erase,
    Freeze,
    KeepInTray,
    MarkUnder18,
    PauseUntil,
    RaiseEpoch,
    RecordConsent,
    RememberPerson,
    SetStance,
    SetStyle,
    StopReplies,
    Unfreeze,
)
from bot.capabilities import Capabilities
from bot.choices import (
    AcceptOffer,
    Choice,
    DeclineOffer,
    EraseHere,
    KeepAll,
    Offer,
    RenewOffer,
    TakeStance,
    decode,
)
from bot.commands import Lasts, Term, command_in
from bot.decide import Decision, limited, nothing_on
from bot.decide.consent import withdrawn
from bot.decide.decision import offered
from bot.events import Event
from bot.ids import MessageId, SpaceId
from bot.levels import Level, Stance
from bot.panel import FOREVER
from bot.rupture import Rupture
from bot.snapshot import Guards, Running
from bot.strings import ENGLISH
from tests.scene import (
    AT,
    DIRECT,
    HOUSE,
    SHARED,
    commands,
    decide,
    known,
    on,
    post,
    reply,
    says,
    talking,
    taps,
    told,
    writing,
)

held_back = on(limited.held_back)
LABELS = ENGLISH.choices
TICKS = [LABELS.notice_worse, LABELS.notice_again]
CARD = ["Yes", "Not now", LABELS.hold, "Read everything", *TICKS]
RIGHTS = ("off", "stop", "pause", "resume", "status", "about", "data erase", "help")


# -- messages ----------------------------------------------------------------------------------


def test_a_message_is_asked_to_be_answered_at_the_level_that_holds() -> None:
    turn = decide(says("hello"), known(Level.ATTUNED))
    assert turn.ask is not None
    assert (turn.ask.level, turn.ask.message, turn.ask.asked_at) == (Level.ATTUNED, "m1", AT)
    assert told(turn.actions) == []


STRANGER = replace(known(), person=replace(known().person, met_at=None, noticed_at=None))


def test_who_is_new_is_owed_a_greeting_under_the_reply_and_nothing_is_said_before_it() -> None:
    turn = decide(says("hello"), STRANGER)
    assert turn.ask is not None
    assert turn.ask.notice.startswith("I'm Attune, an AI run by Ada.")
    assert (turn.ask.greets, turn.greets, told(turn.actions)) == (True, True, [])
    assert not any(isinstance(one, RememberPerson) and one.met_at for one in turn.actions)


@pytest.mark.parametrize("event", [commands("status"), says("just listen")])
def test_what_is_answered_without_a_model_ends_with_the_greeting(event: Event) -> None:
    turn = decide(event, STRANGER)
    (text,) = told(turn.actions)
    before, _, last = text.rpartition("\n\n")
    assert before == told(decide(event, known()).actions)[0]
    assert last.startswith("-# I'm Attune, an AI run by Ada.")
    met = [one for one in turn.actions if isinstance(one, RememberPerson) and one.met_at]
    assert [(one.met_at, one.noticed_at) for one in met] == [(AT, AT)]


@pytest.mark.parametrize("typed", ["receipt", "data export"])
def test_a_file_for_programs_carries_no_line_and_its_words_do(typed: str) -> None:
    turn = decide(commands(typed), STRANGER)
    assert "an AI run by" in "".join(told(turn.actions))
    files = [file for one in turn.actions if isinstance(one, Say) for file in one.files]
    assert files
    assert not any("an AI run by" in file.text for file in files)


def test_nothing_stands_beside_the_words_for_a_life_at_risk() -> None:
    turn = decide(commands("repair note: I want to kill myself"), STRANGER)
    assert "an AI run by" not in "".join(told(turn.actions))


@pytest.mark.parametrize("where", [DIRECT, SHARED])
def test_a_crisis_outranks_guards_pause_and_age(where: object) -> None:
    state = replace(
        known(),
        house=replace(HOUSE, guards=Guards(0, 0, 0)),
        is_direct=where is DIRECT,
        scope=replace(known().scope, paused_until=FOREVER),
        person=replace(known().person, under_18=True),
    )
    event = says("I want to kill myself", DIRECT if where is DIRECT else SHARED)
    turn = decide(event, state)
    if where is DIRECT:
        (text,) = told(turn.actions)
        assert text.startswith(ENGLISH.crisis.first)
        assert turn.ask is not None
        assert (turn.ask.crisis, turn.ask.notice) == ("acute", "")
    else:
        assert told(turn.actions) == [ENGLISH.crisis.quiet]
        assert turn.ask is None


def test_off_as_a_whole_message_withdraws_and_asks_nothing() -> None:
    turn = decide(says("Off."), known(Level.WARM))
    assert RecordConsent("withdrawn", Level.PLAIN, HOUSE.policy) in turn.actions
    assert RaiseEpoch() in turn.actions
    assert Freeze(AT + timedelta(days=30)) in turn.actions
    assert turn.ask is None
    assert "?" not in "".join(told(turn.actions))


def test_stop_is_a_command_only_while_something_is_written() -> None:
    busy = replace(known(), running=(writing(),))
    assert StopReplies() in decide(says("stop"), busy).actions
    stopped = decide(says("stop"), known())
    assert told(stopped.actions) == [ENGLISH.consent.leave_plain]
    assert stopped.ask is None


def test_a_yes_from_before_a_restore_is_asked_about_once_with_its_reason() -> None:
    restored = replace(known(Level.WARM), house=HOUSE.after("restored-1"))
    told_first = told(decide(says("hello"), restored).actions)
    assert any(ENGLISH.consent.renew_restored in text for text in told_first)
    lapsed = replace(restored, scope=replace(restored.scope, state="expired"))
    assert told(decide(says("hello"), lapsed).actions) == []
    nobody = replace(known(), house=HOUSE.after("restored-1"))
    assert told(decide(says("hello"), nobody).actions) == []


def test_a_lapsed_yes_is_asked_about_in_private_only() -> None:
    lapsed = known(Level.WARM)
    lapsed = replace(lapsed, scope=replace(lapsed.scope, expires_at=AT))
    direct = decide(says("hello"), lapsed)
    assert any(ENGLISH.consent.renew in text for text in told(direct.actions))
    shared = decide(says("hello", SHARED), replace(lapsed, is_direct=False))
    assert KeepInTray("renew") in shared.actions
    assert told(shared.actions) == []
    assert shared.ask is not None
    assert shared.ask.level is Level.PLAIN


def test_over_a_guard_one_line_then_silence() -> None:
    full = replace(known(), house=replace(HOUSE, guards=Guards(messages_a_minute=0)))
    first = held_back(says("hello"), full)
    assert first is not None
    assert told(first.actions) == [ENGLISH.limits.minute]
    again = replace(full, person=replace(full.person, told_at=AT - timedelta(seconds=9)))
    silent = held_back(says("hello"), again)
    assert silent == Decision(is_refusal=True)
    assert silent.is_silent_refusal
    assert not replace(silent, actions=first.actions).is_silent_refusal
    assert held_back(says("hello"), known()) is None


def test_a_correction_with_more_is_answered_with_it_and_a_bare_one_repairs() -> None:
    state = replace(talking(known()), reply=reply())
    more = decide(says("That was cold. The operation is tomorrow."), state).ask
    assert more is not None
    assert (more.message, more.reply, more.corrects, more.rupture) == ("m1", "", "r", Rupture.COLD)
    bare = decide(says("That was cold."), state).ask
    assert bare is not None
    assert (bare.reply, bare.corrects, bare.rupture) == ("r", "", Rupture.COLD)


def test_a_correction_a_moment_ago_is_carried_into_the_one_reply_to_the_burst() -> None:
    state = replace(talking(known()), reply=reply(), house=replace(HOUSE, burst=timedelta(1)))
    first = decide(says("That was cold. The operation is tomorrow."), state).ask
    assert first is not None
    running = replace(
        state, reply=None, running=(Running(replace(first, message=MessageId("m0"))),)
    )
    both = decide(says("At nine."), running).ask
    assert both is not None
    assert (both.also, both.corrects, both.rupture) == (("m0",), "r", Rupture.COLD)


@pytest.mark.parametrize(
    ("later", "running", "also"),
    [
        (timedelta(seconds=1), {}, ("m0",)),
        (timedelta(seconds=2), {}, ()),
        (timedelta(seconds=1), {"is_begun": True}, ()),
        (timedelta(seconds=1), {"shown": (MessageId("r1"),)}, ()),
    ],
)
def test_what_is_heard_late_is_of_one_moment_as_it_was_said_until_a_word_stands(
    later: timedelta, running: dict[str, Any], also: tuple[str, ...]
) -> None:
    state = replace(known(), house=replace(HOUSE, burst=timedelta(seconds=1)))
    said = AT - timedelta(minutes=5)
    first = decide(replace(says("Are you there?"), said_at=said), state).ask
    assert first is not None
    waits = Running(replace(first, message=MessageId("m0")), **running)
    then = replace(says("The launch slips."), said_at=said + later)
    both = decide(then, replace(state, running=(waits,))).ask
    assert both is not None
    assert both.also == also


@pytest.mark.parametrize("does", ["stance listen", "retry", "repair cold"])
def test_a_tap_of_a_blocked_person_does_nothing_more_for_them(does: str) -> None:
    asked = replace(known(), post=post(Choice("Go", decode(does))))
    blocked = replace(asked, person=replace(asked.person, blocked=True))
    assert decide(taps("Go"), blocked) == Decision()


def test_a_blocked_person_may_still_erase_and_refuse() -> None:
    asked = replace(
        known(), post=post(Choice("Erase", EraseHere()), Choice("No", DeclineOffer(Level.WARM)))
    )
    blocked = replace(asked, person=replace(asked.person, blocked=True))
    assert any(isinstance(one, Erase) for one in decide(taps("Erase"), blocked).actions)
    assert decide(taps("No"), blocked).actions != ()


# -- commands ----------------------------------------------------------------------------------


@pytest.mark.parametrize("words", RIGHTS)
def test_a_rights_command_is_never_refused(words: str) -> None:
    barred = replace(
        known(Level.WARM),
        house=replace(HOUSE, guards=Guards(0, 0, 0)),
        person=replace(known().person, under_18=True, told_at=AT),
    )
    shown = "\n".join(told(decide(commands(words), barred).actions))
    assert shown
    assert ENGLISH.limits.waiting not in shown


@given(st.text(max_size=40), st.sampled_from(list(Level)))
def test_no_command_raises_a_level(words: str, level: Level) -> None:
    for line in (words, f"on {words}", f"level {words}"):
        for action in decide(commands(line), known(level)).actions:
            if isinstance(action, RecordConsent) and action.state in ("given", "renewed"):
                assert action.level < level


def test_a_command_that_is_none_is_said_to_be_none() -> None:
    assert ENGLISH.commands.unknown in told(decide(commands("frob"), known()).actions)


def test_a_crisis_in_a_mistyped_command_is_still_one() -> None:
    turn = decide(commands("I want to kill myself"), known())
    assert told(turn.actions)[0].startswith(ENGLISH.crisis.first)


def test_pause_and_resume() -> None:
    paused = decide(commands("pause 2h"), known(Level.WARM)).actions
    assert PauseUntil(AT + timedelta(hours=2)) in paused
    assert RaiseEpoch() in paused
    assert PauseUntil(FOREVER) in decide(commands("pause"), known()).actions
    held = replace(known(Level.WARM), scope=replace(known(Level.WARM).scope, paused_until=FOREVER))
    assert PauseUntil(None) in decide(commands("resume"), held).actions
    assert ENGLISH.consent.not_paused in told(decide(commands("resume"), known()).actions)


def test_a_ceiling_is_set_by_an_admin_of_a_shared_room_only() -> None:
    event = commands("", SHARED)
    ceiling = replace(event, command=command_in("attune-admin ceiling plain"))
    assert ENGLISH.admins.not_admin in told(decide(ceiling, known(direct=False)).actions)
    admin = replace(ceiling, where=replace(SHARED, by_admin=True))
    actions = decide(admin, known(direct=False)).actions
    assert KeepRule(SpaceId("house"), "deepest", '"plain"', 0) in actions
    assert RaiseEpoch("space") in actions
    direct = replace(ceiling, where=replace(DIRECT, by_admin=True))
    assert ENGLISH.admins.no_admin_here in told(decide(direct, known()).actions)


def test_style_goes_down_at_plain_and_up_only_where_there_is_room() -> None:
    assert SetStyle("length", "shorter") in decide(commands("style shorter"), known()).actions
    assert ENGLISH.style.upward in told(decide(commands("style warmer"), known()).actions)
    warm = decide(commands("style warmer"), known(Level.WARM)).actions
    assert SetStyle("tone", "warmer") in warm
    assert SetStyle(None) in decide(commands("style reset"), known()).actions


def test_under_18_marks_and_silences() -> None:
    actions = decide(commands("under-18"), known(Level.WARM)).actions
    assert MarkUnder18() in actions
    assert RaiseEpoch() in actions


# -- consent -----------------------------------------------------------------------------------


def test_on_shows_a_card_and_changes_nothing() -> None:
    actions = decide(commands("on attuned for tonight"), known()).actions
    assert actions[-2] == RecordConsent("requested", Level.ATTUNED, HOUSE.policy)
    assert [choice.label for choice in actions[-1].choices] == CARD  # type: ignore[union-attr]
    states = {action.state for action in actions if isinstance(action, RecordConsent)}
    assert states == {"requested"}


def offer(level: Level = Level.WARM, **changed: Any) -> Offer:
    until = AT + timedelta(hours=12)
    whole = Offer(
        level, level, Term(Lasts.TONIGHT), HOUSE.policy, epoch=0, until=until, talk="since"
    )
    return replace(whole, **changed)


def accept(level: Level = Level.WARM, **changed: Any) -> Choice:
    return Choice("Yes", AcceptOffer(offer(level, **changed)))


def states(turn: Decision) -> list[str]:
    return [each.state for each in turn.actions if isinstance(each, RecordConsent)]


def test_accept_gives_what_the_card_named() -> None:
    turn = decide(taps("Yes"), replace(known(), post=post(accept())))
    entry = RecordConsent("given", Level.WARM, HOUSE.policy, AT + timedelta(hours=12))
    assert entry in turn.actions
    line = 'Warm here for the next 12 hours. Say "off" to end it.'
    assert AnswerCard(MessageId("m2"), line) in turn.actions
    assert not any(isinstance(one, Say) for one in turn.actions)


def test_accepting_a_card_of_another_policy_shows_the_card_again() -> None:
    turn = decide(taps("Yes"), replace(known(), post=post(accept(policy="old"))))
    assert states(turn) == ["requested"]


def test_a_card_of_an_earlier_release_is_shown_again_and_after_off_does_nothing() -> None:
    old = replace(known(), post=post(Choice("Yes", decode(f"accept warm tonight {HOUSE.policy}"))))
    assert states(decide(taps("Yes"), old)) == ["requested"]
    off = replace(old, scope=replace(old.scope, state="withdrawn"))
    assert told(decide(taps("Yes"), off).actions) == [ENGLISH.consent.void]


@pytest.mark.parametrize("says_yes", [AcceptOffer, RenewOffer])
def test_a_card_from_before_off_does_nothing_and_says_so(says_yes: type[AcceptOffer]) -> None:
    state = replace(known(), post=post(Choice("Yes", says_yes(offer()))))
    state = replace(state, scope=replace(state.scope, epoch=1))
    turn = decide(taps("Yes"), state)
    assert told(turn.actions) == [ENGLISH.consent.void]
    assert states(turn) == []
    assert turn.actions == (AnswerCard(MessageId("m2"), ENGLISH.consent.void),)


def test_a_yes_holds_until_the_moment_its_card_named_however_late_the_tap() -> None:
    state = replace(known(), post=post(accept()))
    late = decide(taps("Yes", AT + timedelta(hours=11)), state)
    entry = RecordConsent("given", Level.WARM, HOUSE.policy, AT + timedelta(hours=12))
    assert entry in late.actions
    past = decide(taps("Yes", AT + timedelta(hours=12)), state)
    assert states(past) == ["requested"]


def test_a_yes_for_a_conversation_that_is_over_is_asked_for_again() -> None:
    state = talking(known())
    means = AcceptOffer(offered(commands("on"), state, Level.WARM, Term(Lasts.CONVERSATION)))
    state = replace(state, post=post(Choice("Yes", means)))
    assert states(decide(taps("Yes"), state)) == ["given"]
    assert states(decide(taps("Yes", AT + timedelta(hours=3)), state)) == ["requested"]


def test_a_card_above_the_ceiling_is_for_the_ceiling_and_a_higher_one_is_asked_about() -> None:
    shared = known(direct=False)
    card = decide(commands("on ongoing", SHARED), shared).actions[-1]
    assert isinstance(card, Say)
    assert card.text.startswith("**Ongoing is not allowed in this room: here you get warm, until ")
    there = replace(shared, post=post(*card.choices))
    risen = replace(there, space=replace(there.space, ceiling=int(Level.ONGOING)))
    for state in (there, risen):
        turn = decide(taps("Yes"), state)
        assert [one.level for one in turn.actions if isinstance(one, RecordConsent)] == [Level.WARM]
        assert KeepInTray("wants ongoing") in turn.actions


def test_a_card_above_a_ceiling_that_fell_is_shown_again() -> None:
    fallen = replace(known().space, ceiling=int(Level.WARM))
    state = replace(known(), space=fallen, post=post(accept(Level.ATTUNED)))
    assert states(decide(taps("Yes"), state)) == ["requested"]


def test_where_the_ceiling_leaves_nothing_to_say_yes_to_no_card_is_shown() -> None:
    plain = replace(known(), space=replace(known().space, ceiling=int(Level.PLAIN)))
    assert told(decide(commands("on"), plain).actions)[-1] == ENGLISH.consent.only_plain
    holds = replace(known(Level.WARM), space=replace(known().space, ceiling=int(Level.WARM)))
    actions = decide(commands("level attuned"), holds).actions
    assert told(actions)[-1] == ENGLISH.consent.deepest_holds.format(level="warm")
    assert KeepInTray("wants attuned") in actions


def test_an_accept_under_18_gives_nothing() -> None:
    young = replace(known(), person=replace(known().person, under_18=True), post=post(accept()))
    turn = decide(taps("Yes"), young)
    assert told(turn.actions) == [ENGLISH.person.under_18_refused]


def test_coming_back_unfreezes_and_says_so() -> None:
    frozen = known()
    scope = replace(frozen.scope, state="withdrawn", frozen_until=AT + timedelta(days=9))
    scope = replace(scope, frozen_above=int(Level.PLAIN), frozen_from=int(Level.WARM))
    scope = replace(scope, epoch=2)
    turn = decide(taps("Yes"), replace(frozen, scope=scope, post=post(accept(epoch=2))))
    assert Unfreeze() in turn.actions
    assert ENGLISH.consent.unfrozen.strip() in "".join(told(turn.actions))


@pytest.mark.parametrize("left", [Level.ATTUNED, Level.ONGOING, Level.PLAIN])  # plain: not known
def test_coming_back_to_less_leaves_the_rest_put_away_for_as_long_as_it_was(left: Level) -> None:
    until = AT + timedelta(days=9)
    scope = replace(known().scope, state="withdrawn", frozen_until=until, epoch=2)
    scope = replace(scope, frozen_above=int(Level.PLAIN), frozen_from=int(left))
    turn = decide(taps("Yes"), replace(known(), scope=scope, post=post(accept(epoch=2))))
    assert Unfreeze() not in turn.actions
    assert Freeze(until, above=Level.WARM) in turn.actions
    said = ENGLISH.consent.partly_unfrozen.format(level="warm", day="13 May")
    assert said.strip() in "".join(told(turn.actions))


def test_off_when_nothing_holds_only_silences() -> None:
    assert withdrawn(says("off"), known())[0] == RaiseEpoch()
    said = ENGLISH.consent
    assert told(withdrawn(says("off"), known())) == [f"{said.off_nothing} {said.off_little}"]
    young = replace(known(), person=replace(known().person, under_18=True))
    asked = replace(known(), scope=replace(known().scope, state="refused"))
    assert nothing_on.line(says("off"), asked) == f"{said.off_nothing} {said.off_little}"
    kept = said.off_kept.format(kept=said.kept_without["under_18"])
    assert told(withdrawn(says("off"), young)) == [f"{said.off_nothing} {kept}"]


def test_a_level_goes_down_at_once_and_freezes_what_it_no_longer_uses() -> None:
    actions = decide(commands("level warm"), known(Level.ATTUNED)).actions
    entry = next(action for action in actions if isinstance(action, RecordConsent))
    assert (entry.state, entry.level) == ("given", Level.WARM)
    assert Freeze(AT + timedelta(days=30), above=Level.WARM) in actions
    assert ENGLISH.consent.level_same.format(level="warm") in told(
        decide(commands("level warm"), known(Level.WARM)).actions
    )


# -- taps --------------------------------------------------------------------------------------


def test_a_tap_under_a_message_that_is_not_ones_own_does_nothing() -> None:
    for tap, stands in (("Yes", known()), ("Frob", replace(known(), post=post(accept())))):
        turn = decide(taps(tap), stands)
        assert (len(turn.actions), told(turn.actions)) == (1, [ENGLISH.commands.no_choice])


def test_a_stance_by_tap_and_by_words_is_the_same() -> None:
    tapped = decide(
        taps("Stay"), replace(talking(known()), post=post(Choice("Stay", TakeStance(Stance.STAY))))
    )
    said = decide(says("stay with me"), talking(known()))
    assert SetStance(Stance.STAY) in tapped.actions
    assert SetStance(Stance.STAY) in said.actions


def test_an_erase_asks_once_then_takes_the_key_first() -> None:
    card = decide(commands("data erase"), known(Level.WARM)).actions[-1]
    assert [choice.label for choice in card.choices] == ["Erase", "Keep"]  # type: ignore[union-attr]
    turn = decide(
        taps("Erase"), replace(known(Level.WARM), post=post(Choice("Erase", EraseHere())))
    )
    assert sum(isinstance(action, Erase) for action in turn.actions) == 1
    kept = decide(taps("Keep"), replace(known(), post=post(Choice("Keep", KeepAll()))))
    assert told(kept.actions) == [ENGLISH.data.kept]


@pytest.mark.parametrize("follows", [True, False])
def test_listening_in_threads_is_set_only_where_a_platform_follows_them(*, follows: bool) -> None:
    can = Capabilities(follows_threads=follows)
    event = commands("on", replace(SHARED, by_admin=True, can=can))
    event = replace(event, command=command_in("attune-admin hear-threads on"))
    actions = decide(event, known(direct=False)).actions
    listens = KeepRule(SHARED.space, "threads", "true", 0)
    assert (listens in actions) is follows
    said = ENGLISH.settings
    line = said.changed.format(name=said.names["threads"], before="off", after="on")
    assert (line in told(actions)[0]) is follows
    assert (told(actions) == [ENGLISH.commands.unknown]) is not follows
