"""What is counted of many people: nothing of fewer than twenty, people by number, no words."""

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.actions.of_impact import CountThings, KeepImpact
from bot.choices import AnswerImpact, Choice
from bot.impact import Felt, Impact, Question, Round
from bot.impact.counted import FEWEST, months
from bot.levels import Level
from bot.records import CountRow, Owner
from bot.records.declare import sealed_columns
from bot.strings import ENGLISH
from tests.scene import AT, Known, commands, decide, known, post, taps, told

A_MONTH, LATER = f"{AT:%Y-%m}", AT.date() + timedelta(days=40)
ROUNDS = st.fixed_dictionaries({one: st.sampled_from(Felt) for one in Question})
Answers = dict[Question, Felt]


def after(
    own: Impact, answers: Answers, counted_in: str = "", *, direct: bool = True
) -> tuple[Impact, list[str]]:
    """Gives what is kept and counted of a person who answers all five, tap by tap."""
    counted: list[str] = []
    for question, felt in answers.items():
        means = AnswerImpact(question, int(felt))
        state = replace(known(Level.WARM, direct=direct), impact=own)
        month = A_MONTH if counted else counted_in
        state = replace(state, person=replace(state.person, counted_in=month))
        card = replace(post(Choice("x", means)), is_direct=direct)
        for one in decide(taps("x"), replace(state, post=card)).actions:
            match one:
                case KeepImpact(now):
                    own = now
                case CountThings(things):
                    counted += things
                case _:
                    pass
    return own, counted


@given(st.lists(st.tuples(ROUNDS, st.booleans(), st.integers(1, 3)), max_size=30))
def test_a_month_says_how_many_people_answered_what_and_is_silent_below_twenty(
    people: list[tuple[Answers, bool, int]],
) -> None:
    counts: Counter[str] = Counter()
    for answers, is_shared, times in people:
        own, counted_in = Impact(is_shared=is_shared), ""
        for _ in range(times):  # again within the month, as after the fifth answer
            own, things = after(own, answers, counted_in)
            counts.update(f"{A_MONTH}:{one}" for one in things)
            counted_in = A_MONTH if things else counted_in
    shares = [answers for answers, is_shared, _ in people if is_shared]
    shown = months(counts.items(), LATER)
    assert len(shown) == (len(shares) >= FEWEST)
    for month in shown:
        assert month.people == len(shares)
        for question, felt in month.felt.items():
            assert felt == {one: sum(each[question] is one for each in shares) for one in Felt}


@given(st.dictionaries(st.sampled_from(["2026-10", "2026-11"]), st.integers(0, 60)))
def test_each_month_stands_for_itself(people: dict[str, int]) -> None:
    counts = {f"{month}:impact:people": count for month, count in people.items()}
    shown = {one.month for one in months(counts.items(), LATER)}
    assert shown == {month for month, count in people.items() if count >= FEWEST}


def test_a_month_is_shown_when_it_is_over_and_nobody_comes_late_to_it_any_more() -> None:
    counts = {"2026-11:impact:people": FEWEST, "2026-12:impact:people": FEWEST}
    days = (date(2026, 11, 30), date(2026, 12, 1), date(2026, 12, 2), date(2027, 1, 2))
    shown = [[one.month for one in months(counts.items(), day)] for day in days]
    assert shown == [[], [], ["2026-11"], ["2026-11", "2026-12"]]


def test_of_a_person_who_deletes_their_answers_and_gives_others_nothing_is_counted_twice() -> None:
    same = dict.fromkeys(Question, Felt.SAME)
    own, first = after(Impact(is_shared=True), same)
    assert first
    cleared = decide(commands("impact clear"), replace(known(Level.WARM), impact=own)).actions
    (own,) = [one.impact for one in cleared if isinstance(one, KeepImpact)]
    assert own.rounds == ()
    shared = decide(commands("impact share"), replace(known(Level.WARM), impact=own)).actions
    (own,) = [one.impact for one in shared if isinstance(one, KeepImpact)]
    assert after(own, same, A_MONTH)[1] == []
    assert after(replace(own, shared=A_MONTH), same)[1] == []  # as an earlier version kept it


def test_answers_of_a_shared_room_are_never_counted_as_their_person_may_have_several() -> None:
    same = dict.fromkeys(Question, Felt.SAME)
    assert after(Impact(is_shared=True), same, direct=False)[1] == []
    room: Known = replace(known(Level.WARM, direct=False), impact=Impact((Round(AT.date(), same),)))
    asked = decide(commands("impact share"), room).actions
    assert told(asked) == [ENGLISH.impact.shares_where]
    assert not [one for one in asked if isinstance(one, KeepImpact)]
    shown = decide(commands("impact"), room).actions
    assert ENGLISH.impact.share not in str([getattr(one, "choices", ()) for one in shown])


def test_a_count_holds_a_number_and_no_text_and_nobody() -> None:
    assert sealed_columns(CountRow) == frozenset()
    assert CountRow.about.whose == "nobody"
    row = CountRow(Owner("house"), f"{A_MONTH}:impact:people", count=3)
    assert row.count == 3
