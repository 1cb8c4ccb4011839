"""Recent use: who is loud, and who got how much, in seconds of any clock."""

from hypothesis import given
from hypothesis import strategies as st

from bot.engine.recent_use import HALF_LIFE_S, MOST, RecentUse

SECONDS = st.floats(0, 1000, allow_nan=False)


def talked(*gaps: float, takes: float = 6.0) -> tuple[RecentUse, float]:
    """Gives what is known of a person who paused so long before each reply, and the time."""
    use, at = RecentUse(), 0.0
    for gap in gaps:
        asked = use.asked("ada", at + gap)
        at += gap + takes
        use.ended("ada", asked, takes, at)
    return use, at


def test_who_writes_again_at_once_is_loud_at_their_second_message() -> None:
    use, at = talked(0)
    assert use.is_loud("ada", at)
    assert use.is_loud("ada", at + 2)
    assert not use.is_loud("ada", at + 4)  # of a reply of six seconds


def test_who_is_known_to_think_is_loud_no_sooner_than_at_their_second_quick_message() -> None:
    use, at = talked(0, 120, 120)
    assert not use.is_loud("ada", at)
    use, at = talked(0, 120, 120, 0)
    assert use.is_loud("ada", at)
    use, at = talked(0, 120, 120, 3)
    assert not use.is_loud("ada", at + 3)


def test_who_thinks_longer_than_a_reply_takes_is_not() -> None:
    use, at = talked(0, 7, 7, 7, 7)
    assert not use.is_loud("ada", at + 7)


def test_who_was_loud_is_not_any_more_after_two_quiet_messages() -> None:
    use, at = talked(*([0.0] * 20), 120)
    assert not use.is_loud("ada", at + 120)


def test_a_night_makes_nobody_loud_who_was() -> None:
    use, at = talked(*([0.0] * 20))
    assert not use.is_loud("ada", at + 8 * 3600)


def test_a_slow_model_makes_nobody_loud_by_itself() -> None:
    use, at = talked(90, 90, 90, takes=60)
    assert not use.is_loud("ada", at + 90)


def test_who_was_never_answered_is_not_loud_and_got_nothing() -> None:
    use = RecentUse()
    assert not use.is_loud("ada", 5)
    assert (use.held("ada", 5), use.steps("ada", 5)) == (0, 0)


def test_what_somebody_got_counts_half_after_a_half_life() -> None:
    use, at = talked(0, 0, 0)
    assert use.held("ada", at + HALF_LIFE_S) == use.held("ada", at) / 2


def test_nobody_in_particular_is_never_remembered() -> None:
    use = RecentUse()
    use.ended("", 1, 60, 60)
    assert len(use) == 0


def test_only_so_many_people_are_remembered() -> None:
    use = RecentUse()
    for number in range(MOST + 5):
        use.ended(f"p{number}", 0, 1, 1)
    assert len(use) == MOST
    assert use.held("p0", 1) == 0


@given(st.lists(st.tuples(SECONDS, SECONDS), max_size=30))
def test_what_somebody_asks_for_stays_between_nothing_and_all(
    said: list[tuple[float, float]],
) -> None:
    use, at = RecentUse(), 0.0
    for gap, takes in said:
        asked = use.asked("ada", at + gap)
        assert 0 <= asked <= 1
        at += gap + takes
        use.ended("ada", asked, takes, at)
        assert 0 <= use.held("ada", at) <= at + 1e-6
