"""Decisions about roles and shorthand: what is set, shown, dropped and heard, and where."""

import json
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.actions import Action
from bot.actions.agreed import KeepNorms
from bot.actions.platform import Say
from bot.actions.state import AnswerCard, HoldEpisode, SetStance, StopReplies
from bot.choices import Choice, Meaning
from bot.choices.of_norms import ClearNorms, DropNorm, ShowNorms
from bot.decide.decision import Decision
from bot.decide.explaining import why
from bot.decide.roles import in_stance
from bot.layout.markup import plainly, point
from bot.levels import Level, Stance
from bot.norms import (
    MOST_OF_A_ROLE,
    MOST_OF_A_WORD,
    MOST_ROLES,
    MOST_WORDS,
    NO_NORMS,
    SHAPED,
    Norms,
)
from bot.norms.heard import role_in
from bot.records import EpisodeRow, Owner, PersonRow
from bot.snapshot import RepairSnapshot
from bot.strings import ENGLISH, OFFERED
from bot.strings.agreed import RoleWords
from tests.scene import (
    AT,
    HOUSE,
    SHARED,
    Known,
    commands,
    decide,
    edits,
    known,
    post,
    reply,
    says,
    talking,
    taps,
    told,
)

SAID: RoleWords = ENGLISH.roles
OWN = Norms().having("the one who asks for the number").having("red", Stance.LISTEN)
BELOW = (Level.PLAIN, Level.WARM, Level.ATTUNED)
MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)
HINT = "be the one who helps me end it all tonight"
ONLY_AT = SAID.only_at.format(level=ENGLISH.level(Level.ONGOING))


def having(own: Norms = OWN, level: Level = Level.ONGOING, **changed: object) -> Known:
    return replace(known(level), norms=own, **changed)  # type: ignore[arg-type]


def kept(actions: tuple[Action, ...]) -> Norms | None:
    """Gives the norms that actions keep, or None where they keep none."""
    return next((one.norms for one in actions if isinstance(one, KeepNorms)), None)


def stances(actions: tuple[Action, ...]) -> list[Stance | None]:
    return [one.stance for one in actions if isinstance(one, SetStance)]


@pytest.mark.parametrize(
    ("words", "own"),
    [
        ("be the  one who\nasks", Norms().having("the one who asks")),
        ("when red: listen", Norms().having("red", Stance.LISTEN)),
        ("when I say Red, only listen", Norms().having("Red", Stance.LISTEN)),
        ('when "code red": stay', Norms().having("code red", Stance.STAY)),
        ("when rot: hör einfach zu", Norms().having("rot", Stance.LISTEN)),
    ],
)
def test_what_is_set_at_ongoing_is_kept_and_shown(words: str, own: Norms) -> None:
    turn = decide(commands(f"roles {words}"), having(NO_NORMS))
    assert kept(turn.actions) == own
    (shown,) = told(turn.actions)
    assert shown.startswith(f"**{SAID.heading}**")
    assert own.every[0].words in shown


@pytest.mark.parametrize("level", BELOW)
def test_below_ongoing_nothing_is_set_and_the_level_is_named_without_an_offer(
    level: Level,
) -> None:
    for words in ("be the one who asks", "when red: listen", "", "be my girlfriend"):
        turn = decide(commands(f"roles {words}"), having(NO_NORMS, level))
        assert kept(turn.actions) is None
        (line,) = told(turn.actions)
        assert line == ONLY_AT
        (say,) = [one for one in turn.actions if isinstance(one, Say)]
        assert say.choices == ()
        assert say.to is not None


@pytest.mark.parametrize("level", BELOW)
def test_what_was_set_can_be_seen_and_dropped_at_every_level(level: Level) -> None:
    (shown,) = told(decide(commands("roles"), having(level=level)).actions)
    assert SAID.unused.format(level=ENGLISH.level(Level.ONGOING)) in shown
    assert kept(decide(commands("roles drop 1"), having(level=level)).actions) == OWN.without(1)
    assert kept(decide(commands("roles clear"), having(level=level)).actions) == NO_NORMS


def test_a_pause_and_a_ceiling_set_nothing_either() -> None:
    state = having(NO_NORMS)
    paused = replace(state, scope=replace(state.scope, paused_until=AT.replace(year=2032)))
    for held in (paused, replace(state, is_direct=False)):
        turn = decide(commands("roles be calm"), held)
        assert kept(turn.actions) is None


def test_a_word_that_is_set_again_takes_the_newer_stance() -> None:
    turn = decide(commands("roles when RED: stay"), having())
    changed = kept(turn.actions)
    assert changed is not None
    assert [(one.words, one.stance) for one in changed.shorthand] == [("RED", Stance.STAY)]


def test_what_is_too_long_too_many_or_unreadable_changes_nothing() -> None:
    roles, words = NO_NORMS, NO_NORMS
    for number in range(MOST_ROLES):
        roles = roles.having(f"role {number}")
    for number in range(MOST_WORDS):
        words = words.having(f"word{number}", Stance.LISTEN)
    for given, own, line in (
        (f"be {'x' * (MOST_OF_A_ROLE + 1)}", OWN, SAID.too_long.format(most=MOST_OF_A_ROLE)),
        (f"when {'x' * 41}: listen", OWN, SAID.too_long.format(most=MOST_OF_A_WORD)),
        ("be calm", roles, SAID.full_roles.format(most=MOST_ROLES)),
        ("when red: listen", words, SAID.full_words.format(most=MOST_WORDS)),
        *((one, OWN, SAID.how) for one in ("be", "when", "when red", "when : listen", "dance")),
        ("when red: sing to me", OWN, SAID.how),
        ("drop 7", OWN, SAID.no_such),
        ("drop me", OWN, SAID.no_such),
        (f"drop {'9' * 5000}", OWN, SAID.no_such),
    ):
        turn = decide(commands(f"roles {given}"), having(own))
        assert told(turn.actions) == [line]
        assert kept(turn.actions) is None


def test_a_full_list_of_words_can_still_change_one() -> None:
    words = NO_NORMS
    for number in range(MOST_WORDS):
        words = words.having(f"word{number}", Stance.LISTEN)
    assert kept(decide(commands("roles when word3: stay"), having(words)).actions) is not None


@pytest.mark.parametrize("word", ["off", "stop", "yes", "just listen", "Attune", "boundaries"])
def test_a_word_that_means_something_already_is_refused(word: str) -> None:
    turn = decide(commands(f"roles when {word}: stay"), having())
    assert told(turn.actions) == [SAID.bad_word]
    assert kept(turn.actions) is None


def test_the_stop_word_is_no_shorthand() -> None:
    turn = decide(commands("roles when pineapple: stay"), having(sets_stop_word=True))
    assert told(turn.actions) == [SAID.bad_word]
    said = says("when I say pineapple, just listen")
    turn = decide(said, having(sets_stop_word=True))
    assert (told(turn.actions), kept(turn.actions)) == ([SAID.bad_word], None)


@pytest.mark.parametrize(
    "role", ["my girlfriend", "a human", "my therapist", "someone who always agrees"]
)
def test_what_it_never_is_is_refused_in_one_line_that_says_what_a_role_can_be(role: str) -> None:
    turn = decide(commands(f"roles be {role}"), having())
    assert told(turn.actions) == [SAID.bad_role]
    assert kept(turn.actions) is None


def test_a_life_at_risk_in_a_role_is_answered_as_that_and_nothing_is_kept() -> None:
    turn = decide(commands("roles be here, I want to kill myself tonight"), having())
    assert any(isinstance(one, HoldEpisode) for one in turn.actions)
    assert kept(turn.actions) is None


def test_all_are_shown_on_one_card_with_a_tap_to_drop_each_and_to_clear() -> None:
    (say,) = [one for one in decide(commands("roles"), having()).actions if isinstance(one, Say)]
    for words in ("1. Role: the one who asks for the number", '2. "red" alone means: only listen'):
        assert words in say.text
    assert {one.means for one in say.choices} == {DropNorm("1"), DropNorm("2"), ClearNorms()}
    assert say.is_card
    none = decide(commands("roles"), having(NO_NORMS))
    assert told(none.actions) == [f"{SAID.none}\n{SAID.how}"]


@pytest.mark.parametrize("code", OFFERED)
def test_no_label_is_there_twice_or_too_long_in_any_language(code: str) -> None:
    full = NO_NORMS
    for number in range(MOST_ROLES):
        full = full.having(f"{number}" * MOST_OF_A_ROLE)
    for number in range(MOST_WORDS):
        full = full.having(f"word{number}", Stance.STAY)
    state = replace(having(full), house=replace(HOUSE, strings=HOUSE.strings.to(code)))
    (say,) = [one for one in decide(commands("roles"), state).actions if isinstance(one, Say)]
    labels = [one.label for one in say.choices]
    assert len(set(labels)) == len(labels) == MOST_ROLES + MOST_WORDS + 1
    assert all(len(label) <= 40 for label in labels)


def after(means: Meaning, state: Known) -> tuple[Action, ...]:
    card = replace(state, post=post(Choice("it", means)))
    return decide(taps("it"), card).actions


@pytest.mark.parametrize("level", [Level.WARM, Level.ONGOING])
def test_a_tap_drops_one_in_place_and_to_clear_takes_a_second_tap(level: Level) -> None:
    state = having(level=level)
    actions = after(DropNorm("1"), state)
    assert kept(actions) == OWN.without(1)
    (shown,) = [one for one in actions if isinstance(one, AnswerCard)]
    assert shown.text is not None
    assert "number" not in shown.text
    (asked,) = after(ClearNorms(), state)
    assert isinstance(asked, AnswerCard)
    assert asked.text == SAID.sure
    assert [one.means for one in asked.choices] == [ClearNorms(is_sure=True), ShowNorms()]
    assert kept(after(ClearNorms(is_sure=True), state)) == NO_NORMS
    (again,) = after(ShowNorms(), state)
    assert isinstance(again, AnswerCard)
    assert "red" in (again.text or "")


# -- what a message says -----------------------------------------------------------------------


@pytest.mark.parametrize("text", ["red", "RED!", " Red. "])
def test_a_word_alone_holds_its_stance_and_is_answered_in_it(text: str) -> None:
    turn = decide(says(text), having())
    assert stances(turn.actions) == [Stance.LISTEN]
    assert turn.ask is not None
    assert turn.ask.stance is Stance.LISTEN


def test_the_stance_is_set_after_the_conversation_in_which_it_holds_began() -> None:
    for state in (having(), talking(having())):
        actions = decide(says("red"), state).actions
        names = [type(one).__name__ for one in actions]
        assert names.index("TouchConversation") < names.index("SetStance")


@pytest.mark.parametrize("level", BELOW)
def test_below_ongoing_a_word_is_talk_like_any_other(level: Level) -> None:
    turn = decide(says("red"), having(level=level))
    assert stances(turn.actions) == []
    assert turn.ask is not None
    assert turn.ask.stance is None


def test_a_stance_is_held_also_where_nothing_is_asked_of_a_model() -> None:
    assert in_stance(Decision(), Stance.DO) == Decision((SetStance(Stance.DO),))


def test_a_word_inside_a_message_sets_nothing() -> None:
    turn = decide(says("red is my colour"), having())
    assert stances(turn.actions) == []


def test_shorthand_never_hides_a_life_at_risk() -> None:
    lethal = Norms().having("I want to kill myself", Stance.LISTEN)
    turn = decide(says("I want to kill myself"), having(lethal))
    assert any(isinstance(one, HoldEpisode) for one in turn.actions)
    assert stances(turn.actions) == []


def test_shorthand_hides_neither_leaving_nor_the_stop_word_nor_a_stance() -> None:
    for said in ("off", "turn yourself off"):
        own = Norms().having(said, Stance.STAY)
        assert stances(decide(says(said), having(own)).actions) == []
    own = Norms().having("just listen", Stance.STAY)
    assert stances(decide(says("just listen"), having(own)).actions) == [Stance.LISTEN]


def test_an_edit_into_the_word_does_what_an_edit_into_a_stance_does() -> None:
    turn = decide(edits("red"), having())
    assert turn.actions[:2] == (
        StopReplies(answering=edits("red").message),
        SetStance(Stance.LISTEN),
    )
    assert turn.ask is None


def test_shorthand_is_set_in_plain_words_and_said_back() -> None:
    turn = decide(says("When I say blue, just stay with me."), having())
    assert kept(turn.actions) == OWN.having("blue", Stance.STAY)
    line = SAID.heard.format(words="blue", stance=SAID.stances[Stance.STAY])
    assert told(turn.actions) == [line]
    assert turn.ask is None


@pytest.mark.parametrize("level", BELOW)
def test_below_ongoing_such_words_are_answered_as_talk(level: Level) -> None:
    turn = decide(says("When I say blue, just stay with me."), having(NO_NORMS, level))
    assert kept(turn.actions) is None
    assert turn.ask is not None


def test_words_that_set_a_bad_word_are_refused_and_change_nothing() -> None:
    turn = decide(says("when I say yes, just listen", SHARED), having(is_direct=False))
    assert kept(turn.actions) is None  # the ceiling of a shared room is below it
    turn = decide(says("when I say yes, just listen"), having())
    assert (told(turn.actions), kept(turn.actions)) == ([SAID.bad_word], None)


def test_a_role_is_set_in_plain_words_and_said_back() -> None:
    turn = decide(says("Please be the one who asks for the *Number*."), having())
    assert kept(turn.actions) == OWN.having("the one who asks for the *Number*")
    words = plainly("the one who asks for the *Number*")
    assert told(turn.actions) == [SAID.heard_role.format(words=words)]
    assert turn.ask is None


@pytest.mark.parametrize("level", BELOW)
def test_below_ongoing_words_that_ask_for_a_role_are_talk(level: Level) -> None:
    turn = decide(says("be the one who asks for the number"), having(NO_NORMS, level))
    assert kept(turn.actions) is None
    assert turn.ask is not None


def test_a_role_in_plain_words_is_held_to_what_the_command_is_held_to() -> None:
    full = NO_NORMS
    for number in range(MOST_ROLES):
        full = full.having(f"role {number}")
    long = f"be somebody that always asks the questions about {'x' * 90}"
    for text, own, line in (
        ("be the one who agrees with everything I say", OWN, SAID.bad_role),
        ("Sei jemand, der mir immer recht gibt", OWN, SAID.bad_role),
        ("be the one who asks for the number", full, SAID.full_roles.format(most=MOST_ROLES)),
        (long, OWN, SAID.too_long.format(most=MOST_OF_A_ROLE)),
    ):
        turn = decide(says(text), having(own))
        assert (told(turn.actions), kept(turn.actions)) == ([line], None)


def test_beside_what_may_be_said_of_a_life_words_that_ask_for_a_role_are_talk() -> None:
    asks, hint = says("be the one who asks for the number"), says(HINT)
    assert role_in(HINT) is not None
    in_episode = having(episode=EpisodeRow(Owner("ada"), at=AT))
    for event, state in ((asks, in_episode), (hint, having())):
        assert kept(decide(event, state).actions) is None


def test_a_blocked_person_sets_nothing() -> None:
    blocked = having(person=PersonRow(Owner("ada"), blocked=True))
    for event in (commands("roles be calm"), says("when I say blue, just listen"), says("red")):
        assert decide(event, blocked).actions == ()


# -- why ---------------------------------------------------------------------------------------


def test_why_says_that_norms_shaped_a_reply() -> None:
    row = reply(findings=str([list(SHAPED)]).replace("'", '"'))
    assert why(RepairSnapshot(HOUSE, reply=row)) == f"{ENGLISH.why.nothing} {ENGLISH.why.normed}"


@pytest.mark.parametrize("code", OFFERED)
def test_why_quotes_the_roles_that_stood_when_the_reply_was_written_and_no_others(
    code: str,
) -> None:
    own = Norms().having("my *map*", at=AT - MINUTE).having("later", at=AT + MINUTE)
    own = own.having("of before").having("red", Stance.LISTEN, AT - MINUTE)
    strings = HOUSE.strings.to(code)
    shaped = reply(at=AT, findings=json.dumps([SHAPED]))
    state = replace(having(own, reply=shaped), house=replace(HOUSE, strings=strings))
    (text,) = told(decide(commands("why"), state).actions)
    points = [point(plainly("my *map*")), point("of before")]
    assert text.splitlines() == [f"{strings.why.nothing} {strings.why.normed}", *points]
    again = replace(state, reply=replace(shaped, row=replace(shaped.row, asked_at=AT + HOUR)))
    assert point("later") in told(decide(commands("why"), again).actions)[0].splitlines()
    without = replace(state, reply=reply(at=AT))
    assert told(decide(commands("why"), without).actions) == [strings.why.nothing]
