"""Leaving in plain words, as a decision: what it does, and where it is only asked about."""

from dataclasses import replace

import pytest

from bot.actions.platform import Say
from bot.actions.state import Freeze, RaiseEpoch, RecordConsent, StopReplies
from bot.choices import Choice, StayOn, TurnOff
from bot.decide import Decision, consent, leaving
from bot.events import Event, MessageEdited
from bot.ids import EventId, MessageId
from bot.levels import Level
from bot.records import EpisodeRow, LanguageRow, Owner
from bot.strings import ENGLISH, OFFERED
from bot.strings.spoken import Leaving
from bot.withdrawal import Found, Wish, wish_in
from tests.scene import (
    ADA,
    AT,
    DIRECT,
    HOUSE,
    SHARED,
    Known,
    commands,
    decide,
    known,
    on,
    post,
    says,
    talking,
    taps,
    told,
    writing,
)


def said_first(language: str) -> Leaving:
    own = ENGLISH.leaving_in(language)
    assert own is not None
    return own


WARM = known(Level.WARM)
LABELS = ["Off", "Erase", "No"]
ERASE = ["Erase", "Keep"]


def edits(text: str) -> MessageEdited:
    return MessageEdited(EventId("e1"), AT, ADA, DIRECT, MessageId("m1"), text)


def withdraws(event: Event, state: Known) -> bool:
    actions = decide(event, state).actions
    entries = [one.state for one in actions if isinstance(one, RecordConsent)]
    return entries == ["withdrawn"] and RaiseEpoch() in actions


def labels(turn: Decision) -> list[str]:
    says = [one for one in turn.actions if isinstance(one, Say)]
    assert all(one.to == ADA for one in says if one.choices)
    return [choice.label for one in says for choice in one.choices]


def blocked(state: Known) -> Known:
    return replace(state, person=replace(state.person, blocked=True))


def ignored(state: Known) -> Known:
    return replace(state, person=replace(state.person, ignored=True))


def asked(state: Known) -> Known:
    state = talking(state)
    return replace(state, conversation=replace(state.conversation, turn=3, asked_off=3))


@pytest.mark.parametrize("event", [says("off 🙏"), says("turn it off", SHARED), edits("ＯＦＦ")])
def test_a_clear_wish_withdraws_at_once(event: Event) -> None:
    assert withdraws(event, WARM)


def test_what_only_looks_like_it_is_asked_in_private_and_never_reaches_the_model() -> None:
    turn = decide(says("I want out", SHARED), WARM)
    assert labels(turn) == LABELS
    assert turn.ask is None
    assert not withdraws(says("I want out"), WARM)
    assert ENGLISH.consent.leave_here in told(turn.actions)


def test_where_nothing_is_on_the_card_says_so() -> None:
    turn = decide(says("shut up"), known())
    assert told(turn.actions) == [ENGLISH.consent.leave_plain]
    assert labels(turn) == LABELS


def test_what_is_being_written_stops_when_somebody_may_want_out() -> None:
    busy = replace(WARM, running=(writing(),))
    assert StopReplies() in decide(says("shut up"), busy).actions
    assert on(leaving.perhaps)(says("shut up"), busy)[0] == StopReplies()


def test_a_question_whether_they_want_out_is_no_way_past_a_guard() -> None:
    counts = known().house.guards.messages_a_minute
    person = replace(WARM.person, minute_at=AT, minute_count=counts)
    turn = decide(says("shut up"), replace(WARM, person=person))
    assert told(turn.actions) == [ENGLISH.limits.minute]
    assert turn.ask is None
    assert withdraws(says("off"), replace(WARM, person=person))


def test_what_may_be_of_a_life_is_never_taken_for_leaving() -> None:
    episode = replace(WARM, episode=EpisodeRow(Owner("day"), at=AT))
    assert labels(decide(says("I want out"), episode)) == []
    assert withdraws(says("off"), episode)
    asks = decide(says("off"), asked(episode))
    assert (labels(asks), asks.ask) == (LABELS, None)


def test_off_counts_however_late_it_is_read() -> None:
    assert withdraws(replace(says("off"), is_late=True), WARM)


def test_off_as_an_answer_is_asked_about_and_a_second_one_withdraws() -> None:
    assert labels(decide(says("off"), asked(WARM))) == LABELS
    later = asked(WARM)
    later = replace(later, conversation=replace(later.conversation, turn=4))
    assert withdraws(says("off"), later)
    assert withdraws(says("i withdraw my consent"), asked(WARM))


def test_who_leaves_in_another_language_is_answered_in_it() -> None:
    (done,) = told(decide(says("bitte ausschalten"), WARM).actions)
    assert done == ENGLISH.to("de").consent.off
    (already,) = told(decide(says("apágalo"), known()).actions)
    own = ENGLISH.to("es").consent
    assert already == f"{own.off_nothing} {own.off_little}"
    (asks,) = told(decide(says("оставь меня в покое"), WARM).actions)
    assert asks == ENGLISH.to("ru").consent.leave_here


def chose_english(of: Known) -> Known:
    return replace(of, preferences=(LanguageRow(Owner("ada"), code="en", by="command"),))


def test_who_set_another_language_is_answered_in_that_of_their_wish_first() -> None:
    warm = chose_english(WARM)
    (done,) = told(decide(says("bitte ausschalten"), warm).actions)
    assert done == f"{said_first('German').done}\n{ENGLISH.consent.off}"
    (already,) = told(decide(says("apágalo"), chose_english(known())).actions)
    assert already.startswith(said_first("Spanish").already)
    (asks,) = told(decide(says("оставь меня в покое"), warm).actions)
    assert asks.startswith(said_first("Russian").asked)


@pytest.mark.parametrize("code", OFFERED[1:])
def test_who_leaves_in_the_language_they_are_answered_in_reads_each_line_once(code: str) -> None:
    """A line of leaving stands before the strings of another language, and beside none of its own.

    Each of the four answers is asked for as a wish in that language, in strings of it.
    """
    language, event = ENGLISH.to(code).identity.language, says("off")
    warm, new = replace(WARM, house=HOUSE.to(code)), replace(known(), house=HOUSE.to(code))
    asks = on(leaving.perhaps)(event, warm, Found(Wish.UNSURE, language))
    erases = on(leaving.perhaps)(event, warm, Found(Wish.UNSURE, language, leaves=False))
    off, already = (on(consent.withdrawn)(event, one, language) for one in (warm, new))
    said, own = ENGLISH.to(code), said_first(language)
    assert told(asks) == [said.consent.leave_here]
    assert told(erases) == [said.data.erase_card]
    assert told(off) == [said.consent.off]
    assert told(already) == [f"{said.consent.off_nothing} {said.consent.off_little}"]
    english = told(on(consent.withdrawn)(event, WARM, language))
    assert english == [f"{own.done}\n{ENGLISH.consent.off}"]


def test_off_is_everybodys_word_and_changes_no_language() -> None:
    german = replace(WARM, house=HOUSE.to("de"))
    (done,) = told(decide(says("off"), german).actions)
    assert done == ENGLISH.to("de").consent.off


@pytest.mark.parametrize(
    "event",
    [says("off"), says("i withdraw my consent", SHARED), edits("off"), commands("off"),
     commands("level plain"), commands("on plain")],
)  # fmt: skip
def test_a_blocked_person_leaves_as_anybody_does(event: Event) -> None:
    assert withdraws(event, blocked(WARM))
    assert decide(says("hello"), blocked(WARM)) == Decision()


def test_an_ignored_person_leaves_too_and_nothing_else_is_read() -> None:
    for event in (says("off"), edits("off"), commands("off")):
        assert withdraws(event, ignored(WARM))
    for text in ("I want out", "hello"):
        assert decide(says(text), ignored(WARM)) == Decision()
    assert decide(says("off"), ignored(known())) == Decision()


def test_a_tap_on_off_withdraws_from_any_card_that_has_it() -> None:
    card = replace(WARM, post=post(Choice(ENGLISH.consent.off_tap, TurnOff())))
    answered = replace(WARM, post=post())
    for state in (card, blocked(card), answered, WARM):
        assert withdraws(taps("Off"), state)


def test_a_tap_on_no_changes_nothing() -> None:
    actions = decide(taps("No"), replace(WARM, post=post(Choice("No", StayOn())))).actions
    assert told(actions) == [ENGLISH.consent.not_now]
    assert not any(isinstance(one, RecordConsent) for one in actions)


def test_a_life_at_risk_is_answered_and_holds_nobody() -> None:
    turn = decide(says("I withdraw my consent. I want to kill myself."), WARM)
    assert RaiseEpoch() in turn.actions
    assert turn.ask is not None
    assert turn.ask.level is Level.PLAIN
    assert turn.ask.crisis


EPISODE = replace(WARM, episode=EpisodeRow(Owner("day"), at=AT))
DYING = "I want to kill myself"


@pytest.mark.parametrize(
    ("text", "state"),
    [
        (f"{DYING}. turn it off", WARM),
        (f"{DYING}. Turn off attune.", WARM),
        (f"Turn it off. {DYING}.", WARM),
        (f"{DYING}\noff\nI mean it", WARM),
        (f"{DYING} – please turn it off", WARM),
        (f"{DYING}—turn it off", WARM),
        (f"{DYING}- turn this off", WARM),
        (f"{DYING}. bitte ausschalten", WARM),
        ("I cannot sleep. turn it off", EPISODE),
        ("my friend wants to kill himself. turn yourself off", WARM),
    ],
    ids=lambda _: None,
)
def test_a_clear_sentence_beside_a_life_at_risk_takes_effect_at_once(
    text: str, state: Known
) -> None:
    for event in (says(text), says(text, SHARED), edits(text)):
        turn = decide(event, state)
        assert withdraws(event, state)
        assert turn.ask is None or turn.ask.level is Level.PLAIN


@pytest.mark.parametrize(
    ("text", "state"),
    [
        (f"{DYING}, turn it off", WARM),
        (f"{DYING}. turn it off?", WARM),
        (f"{DYING}. stop this", WARM),
        (f"{DYING}. stop messaging me", WARM),
        (f'{DYING}. "turn it off". he said that', WARM),
        (f"{DYING}, turn it off and delete my data", WARM),
        (f"{DYING}. turn it off", asked(WARM)),
    ],
    ids=lambda _: None,
)
def test_what_may_be_leaving_beside_a_life_at_risk_is_asked_after_the_floor(
    text: str, state: Known
) -> None:
    turn = decide(says(text), state)
    assert labels(turn) == LABELS
    assert not withdraws(says(text), state)
    assert turn.ask is not None
    assert told(turn.actions)[-1].endswith(ENGLISH.consent.leave_here)
    assert labels(decide(edits(text), state))[:3] == LABELS


WISHES = (
    *("turn this off", "turn it off", "switch yourself off", "opt me out", "I withdraw my consent"),
    *("delete my data", "forget everything about me", "forget what I told you", "erase my history"),
    *("pause attune", "stop messaging me", "leave me alone", "shut up", "unsubscribe me"),
)
SURE = ("switch yourself off", "opt me out", "I withdraw my consent")  # at a head they hold
JOINTS = (
    *(" so ", ", so ", " and ", ", and ", " just ", ", just ", " then ", " and then ", ", "),
    *(" but ", " please ", " so please ", " so just ", "; ", ": ", " now ", " and please just "),
)


@pytest.mark.parametrize("joint", JOINTS, ids=lambda _: None)
@pytest.mark.parametrize("wish", WISHES, ids=lambda _: None)
def test_whatever_joins_a_wish_to_a_life_at_risk_both_are_heard(wish: str, joint: str) -> None:
    for text in (f"{DYING}{joint}{wish}", f"{wish}{joint}{DYING}"):
        turn = decide(says(text), WARM)
        assert turn.ask is not None
        assert turn.ask.crisis
        for event in (says(text), edits(text)):
            is_asked = labels(decide(event, WARM))[:3] in (LABELS, ERASE)
            assert is_asked is not withdraws(event, WARM)
            assert is_asked or text.startswith(SURE)


@pytest.mark.parametrize("joint", [". ", "\n", "... ", " - ", " – ", "—", "- ", " -- ", "! "])
@pytest.mark.parametrize("wish", WISHES, ids=lambda _: None)
def test_a_wish_that_stands_alone_beside_a_life_at_risk_is_held_or_asked_about(
    wish: str, joint: str
) -> None:
    is_sure = wish_in(wish) is not None and wish_in(wish).wish > Wish.UNSURE  # type: ignore[union-attr]
    for text in (f"{DYING}{joint}{wish}", f"{wish}{joint}{DYING}"):
        assert withdraws(says(text), WARM) is is_sure
        assert is_sure or labels(decide(says(text), WARM)) in (LABELS, ERASE)


@pytest.mark.parametrize(
    "text",
    ["ich will sterben also schalte es aus", "ich will sterben und lösch meine daten",
     "quiero morir y apágalo", "je veux mourir donc éteins ça", "quero morrer e desliga isso",
     "voglio morire quindi spegni tutto", "ik wil dood, dus zet het uit",
     "chcę umrzeć więc wyłącz to", "я хочу умереть, выключи это", "ölmek istiyorum, bunu kapat",
     "死にたい、オフにして"],
    ids=lambda _: None,
)  # fmt: skip
def test_a_joined_wish_is_asked_about_in_every_language_that_is_read(text: str) -> None:
    turn = decide(says(text), WARM)
    assert turn.ask is not None
    assert turn.ask.crisis
    said = ENGLISH.to(turn.language)
    own = [said.consent.off_tap, said.consent.erase_tap, said.consent.no_tap]
    assert labels(turn) in (own, [said.choices.erase, said.choices.keep])


@pytest.mark.parametrize(
    "text",
    [f"{DYING} and it comes on and off", "I've wanted to die on and off for years",
     f"it all feels so off and {DYING}", f"{DYING} and he just told me to turn it off",
     f"{DYING}, so I can't turn it off", f"{DYING} but don't turn it off",
     f"{DYING} and turn off the gas", f"{DYING} and I just want to switch off",
     f"{DYING} but then my mum turned it off", f"he said turn it off and {DYING}",
     "ich will sterben, es sieht so aus", f"{DYING} so I turn this off and sleep"],
    ids=lambda _: None,
)  # fmt: skip
def test_what_only_sounds_like_a_joined_wish_brings_no_card_and_no_off(text: str) -> None:
    assert labels(decide(says(text), WARM)) == []
    assert not withdraws(says(text), WARM)


def test_what_is_joined_is_asked_about_beside_a_life_at_risk_alone() -> None:
    for text in ("I want to turn this off and sleep", "it is late so turn this off and rest"):
        assert labels(decide(says(text), WARM)) == []
        assert not withdraws(says(text), WARM)
    both = f"{DYING}. I want to turn this off and sleep"
    assert labels(decide(says(both), WARM)) == LABELS
    assert not withdraws(says(both), WARM)


@pytest.mark.parametrize(
    "text",
    [f"{DYING}. I want out", f"{DYING}. make it stop", f"{DYING} so make it stop",
     f"{DYING}. end this", "make it stop", f"{DYING}. let me go", f"{DYING}. forget me",
     f"{DYING}. I don't want to go on"],
    ids=lambda _: None,
)  # fmt: skip
def test_what_may_be_said_of_a_life_is_heard_as_that(text: str) -> None:
    assert labels(decide(says(text), EPISODE)) == []
    assert not withdraws(says(text), EPISODE)


def test_in_a_shared_room_the_floor_and_the_card_stand_together_and_the_card_is_private() -> None:
    turn = decide(says(f"{DYING}, turn it off", SHARED), replace(WARM, is_direct=False))
    quiet, card = [one for one in turn.actions if isinstance(one, Say)]
    assert (quiet.to, quiet.text) == (None, ENGLISH.crisis.quiet)
    assert (card.to, [one.label for one in card.choices]) == (ADA, LABELS)


def test_a_level_goes_down_in_plain_words_and_never_up() -> None:
    deep = known(Level.ONGOING)
    actions = decide(says("back to warm, please"), deep).actions
    assert ENGLISH.consent.level_down.format(level="warm") in told(actions)
    assert any(isinstance(one, Freeze) and one.above is Level.WARM for one in actions)
    assert decide(edits("only warm"), deep).actions[0] == actions[-4]
    assert decide(says("only attuned"), WARM).ask is not None


def test_off_beside_the_name_that_the_operator_gave_is_off() -> None:
    named = replace(WARM, house=replace(WARM.house, bot_name="Nova"))
    assert withdraws(says("Nova, off"), named)
    assert withdraws(says("nova off", SHARED), named)
    assert not withdraws(says("nova off"), WARM)
