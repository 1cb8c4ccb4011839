"""What a platform refused: when it is tried again, and when no more."""

from bot.engine.backoff import LONGEST, MOST, Backoff


def test_each_refusal_is_tried_again_twice_as_late_and_not_for_ever() -> None:
    later, waited = Backoff(), []
    while later.refused("a"):
        waited.append(next(count for count in range(1, 100) if later.round() == {"a"}))
    assert waited[:8] == [1, 2, 4, 8, 16, 32, LONGEST, LONGEST]
    assert len(waited) == MOST - 1
    assert sum(waited) < 24 * 60  # minutes: for so long a send is kept
    assert later.round() == set()


def test_what_is_over_is_tried_no_more_and_begins_anew() -> None:
    later = Backoff()
    later.refused("a")
    later.refused("a")
    later.over("a")
    assert later.round() == set()
    later.refused("a")
    assert later.round() == {"a"}


def test_without_an_end_of_its_own_it_is_tried_as_long_as_it_is_asked_for() -> None:
    later = Backoff(most=None)
    assert not later.waits("a")
    assert all(later.refused("a") for _ in range(2 * MOST))
    assert later.tries("a") == 2 * MOST
    assert later.waits("a")
    for _ in range(LONGEST):
        later.round()
    assert not later.waits("a")
